// @ts-check
/**
 * The panel's face: a picture and its code that point at each other, a film, the attempts, and what one can do.
 *
 * One ES module in anywidget's form. Everything shown comes from the model's traits (written by panel_view.py), so that
 * a saved notebook still points and plays without a kernel; clicks go out as messages `{do: …}`.
 *
 * @typedef {{get(name: string): any, set(name: string, value: any): void, save_changes(): void,
 *   on(event: string, heard: () => void): void, off(event: string, heard: () => void): void,
 *   send(content: object): void}} Model
 * @typedef {{usable: boolean, title: string}} Attempt
 * @typedef {{name: string, prompt: string, rows: number, cols: number, index: number, can: Record<string, boolean>,
 *   tips: Record<string, string>, insert: string, edited: boolean, wrong: string[], notes: string[], status: string,
 *   details: string[], parts: [number, number][], corners: [number, number][], copy: string, attempts: Attempt[],
 *   wide: boolean, gray: boolean}} State
 */

const MOST_SIDE = 384; // pixels on the screen that a picture is enlarged to
const GRID_FROM = 10; // from so many screen pixels a pixel on, their borders are shown
const FRAME_MS = 600;
const ALONE = 'No kernel knows this panel any more: point and play as you like, and run its cell again for the rest.';

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, any>} [set] properties; `class` and those with a dash are attributes
 * @param {...(Node | string)} children
 * @returns {any}
 */
function make(tag, set = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (name === 'class' || name.includes('-')) {
      made.setAttribute(name, value);
    } else {
      /** @type {any} */ (made)[name] = value;
    }
  }
  made.append(...children);
  return made;
}

/**
 * Decode a PNG.
 * @param {DataView | undefined} bytes
 * @returns {Promise<ImageBitmap | null>}
 */
async function bitmap(bytes) {
  if (!bytes || !bytes.byteLength) {
    return null;
  }
  const copy = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).slice();
  return createImageBitmap(new Blob([copy], { type: 'image/png' }), { colorSpaceConversion: 'none' });
}

/**
 * Read the pixels of a bitmap, red, green, blue, alpha.
 * @param {ImageBitmap} image
 */
function pixelsOf(image) {
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height).data;
}

/** The picture: zoomed, pointed at, dimmed but for one part. */
class Stage {
  constructor() {
    this.canvas = make('canvas', { class: 'chatimg-picture', role: 'img' });
    this.veil = make('canvas', { class: 'chatimg-veil', 'aria-hidden': 'true' });
    this.sheet = make('div', { class: 'chatimg-sheet' }, this.canvas, this.veil);
    this.element = make('div', { class: 'chatimg-stage', tabIndex: 0, 'aria-label': 'picture' }, this.sheet);
    this.scale = 0; // screen pixels a pixel; 0 fits
    /** @type {Uint16Array | null} */
    this.labels = null;
    this.pixels = new Uint8ClampedArray();
    this.element.addEventListener('wheel', (/** @type {WheelEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || document.activeElement === this.element) {
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 1.25 : 0.8);
      }
    }, { passive: false });
  }

  /**
   * Show a bitmap.
   * @param {ImageBitmap} image
   * @param {string} words what stands for it where it cannot be seen
   */
  show(image, words) {
    for (const canvas of [this.canvas, this.veil]) {
      if (canvas.width !== image.width || canvas.height !== image.height) {
        canvas.width = image.width;
        canvas.height = image.height;
      }
    }
    const pen = this.canvas.getContext('2d');
    pen.clearRect(0, 0, image.width, image.height);
    pen.drawImage(image, 0, 0);
    this.canvas.setAttribute('aria-label', words);
    this.pixels = pixelsOf(image);
    this.zoom(1);
  }

  /**
   * @param {ImageBitmap | null} image with the number of each pixel's part
   * @param {boolean} grey whether that is a grey value, not red and green
   */
  know(image, grey) {
    const data = image && pixelsOf(image);
    const high = grey ? 0 : 256;
    this.labels = data && Uint16Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] + high * data[4 * i + 1]);
  }

  fit() {
    const side = Math.max(this.canvas.width, this.canvas.height);
    const whole = Math.floor(MOST_SIDE / side);
    return whole >= 1 ? whole : Math.min(1, (this.element.clientWidth || MOST_SIDE) / this.canvas.width);
  }

  /** @param {number} factor 0 fits again */
  zoom(factor) {
    const now = this.scale || this.fit();
    this.scale = factor === 0 || (factor === 1 && !this.scale) ? 0 : Math.min(40, Math.max(0.1, now * factor));
    const scale = this.scale || this.fit();
    this.sheet.style.width = `${this.canvas.width * scale}px`;
    this.sheet.style.height = `${this.canvas.height * scale}px`;
    this.sheet.style.setProperty('--chatimg-pixel', `${scale}px`);
    this.sheet.classList.toggle('chatimg-grid', scale >= GRID_FROM);
  }

  /**
   * Return the pixel under a pointer, or null.
   * @param {{clientX: number, clientY: number}} event
   */
  under(event) {
    const box = this.canvas.getBoundingClientRect();
    const col = Math.floor((event.clientX - box.left) / box.width * this.canvas.width);
    const row = Math.floor((event.clientY - box.top) / box.height * this.canvas.height);
    return row >= 0 && col >= 0 && row < this.canvas.height && col < this.canvas.width ? { row, col } : null;
  }

  /** @param {{row: number, col: number}} spot */
  partAt({ row, col }) {
    return this.labels ? this.labels[row * this.canvas.width + col] : 0;
  }

  /** @param {{row: number, col: number}} spot */
  valueAt({ row, col }) {
    const at = 4 * (row * this.canvas.width + col);
    return [...this.pixels.slice(at, at + 4)];
  }

  /** @param {number} part dims all that it did not draw; 0 dims nothing */
  dim(part) {
    const { width, height } = this.veil;
    const pen = this.veil.getContext('2d');
    pen.clearRect(0, 0, width, height);
    if (part && this.labels && this.labels.length === width * height) {
      const shade = pen.createImageData(width, height);
      const words = new Uint32Array(shade.data.buffer);
      const dark = 0xb8808080; // alpha, blue, green, red: little-endian everywhere browsers run
      for (let i = 0; i < words.length; i++) {
        words[i] = this.labels[i] === part ? 0 : dark;
      }
      pen.putImageData(shade, 0, 0);
    }
  }
}

/** @param {{model: Model, el: HTMLElement}} given */
function render({ model, el }) {
  /** @returns {State} */
  const state = () => model.get('state');
  /** @returns {string[]} the code, a line each, as HTML */
  const lines = () => model.get('lines');
  const stage = new Stage();
  const code = make('div', { class: 'chatimg-code', role: 'listbox', tabIndex: 0, 'aria-label': 'code' });
  const spot = make('div', { class: 'chatimg-spot' });
  const play = make('button', { class: 'chatimg-play', 'aria-label': 'Play how it came about', title: 'Play how it came about' });
  const slider = make('input', { type: 'range', min: 0, step: 1, 'aria-label': 'Parts drawn' });
  const step = make('span', { class: 'chatimg-step' });
  const film = make('div', { class: 'chatimg-film' }, play, slider, step);
  const strip = make('div', { class: 'chatimg-strip', role: 'listbox', 'aria-label': 'attempts' });
  const words = make('input', { type: 'text', placeholder: 'what to change, then Enter', 'aria-label': 'what to change' });
  const live = make('div', { class: 'chatimg-live', 'aria-live': 'polite' });
  const wrong = make('div', { class: 'chatimg-wrong' });
  const notes = make('div', { class: 'chatimg-more' });
  const more = make('div', { class: 'chatimg-more' });
  const status = make('summary', { class: 'chatimg-status' });
  const details = make('details', {}, status, more);

  /**
   * Write on a button; where there is little room, only the icon stays of those that have one.
   * @param {any} button
   * @param {string} text an icon, and words
   */
  function label(button, text) {
    const [icon, ...rest] = text.split(/(?<=^\W) /);
    button.replaceChildren(icon, ...rest.map(word => make('span', { textContent: ` ${word}` })));
    button.setAttribute('aria-label', text);
  }

  /**
   * @param {string} name what the model is told
   * @param {string} text
   * @param {() => void} [act]
   */
  const button = (name, text, act) => {
    const made = make('button', { class: 'chatimg-button', 'data-do': name });
    label(made, text);
    made.addEventListener('click', act ?? (() => model.send({ do: name })));
    return made;
  };
  const refine = () => {
    model.set('words', words.value);
    model.save_changes();
    model.send({ do: 'refine' });
  };
  /** @type {Record<string, any>} */
  const buttons = {
    run: button('run', '▶ Run'),
    again: button('again', '⟳ Regenerate'),
    refine: button('refine', '✎ Refine', refine),
    stop: button('stop', '■ Stop'),
    back: button('back', '◀'),
    forth: button('forth', '▶'),
    copy: button('copy', '❐ Copy', () => void copy()),
    insert: button('insert', '↓ Insert'),
    save: button('save', '⤓ Save', () => save()),
    compare: button('compare', '◐ Compare', () => {})
  };
  const place = make('span', { class: 'chatimg-place' });
  const bar = make(
    'div', { class: 'chatimg-bar', role: 'toolbar', 'aria-label': 'panel' },
    buttons.run, buttons.again, words, buttons.refine, buttons.stop, buttons.back, place, buttons.forth,
    buttons.compare, buttons.copy, buttons.insert, buttons.save
  );
  const notice = make(
    'div', { class: 'chatimg-notice', role: 'alert' },
    make('b', { textContent: 'The review cell was edited by hand and left alone.' }),
    button('replace', 'Replace it'), button('below', 'Keep mine, insert below')
  );
  const left = make('div', {}, stage.element, spot, film);
  const scene = make('div', { class: 'chatimg-scene' }, left, code);
  const panel = make(
    'div', { class: 'chatimg-panel', role: 'group' }, scene, strip, bar, notice, live, wrong, notes, details
  );
  el.append(panel);

  let pinned = 0; // part
  let pointed = 0;
  let at = -1; // part that the film stands at; -1 is the whole picture
  let playing = 0; // timer
  /** @type {(ImageBitmap | null)[]} */
  let frames = [];
  /** @type {ImageBitmap | null} */
  let whole = null;
  /** @type {ImageBitmap | null} */
  let before = null;

  /** Mark a part in picture and code. */
  function mark() {
    const part = pointed || pinned;
    stage.dim(part);
    markLines(part);
  }

  /** @param {number} part whose lines are marked, and scrolled to unless the pointer is there; 0 marks none */
  function markLines(part) {
    const span = part ? state().parts[part - 1] : null;
    for (const [index, line] of [...code.children].entries()) {
      const on = Boolean(span && index + 1 >= span[0] && index + 1 <= span[1]);
      line.classList.toggle('chatimg-on', on);
      if (line.hasAttribute('aria-selected')) {
        line.setAttribute('aria-selected', String(on));
      }
    }
    const first = span && code.children[span[0] - 1];
    if (first && !code.matches(':hover')) {
      code.scrollTop = Math.max(0, first.offsetTop - code.clientHeight / 2);
    }
  }

  /** @param {number} line from 1 */
  const partOf = line => 1 + state().parts.findIndex(([first, last]) => first <= line && line <= last);

  /** @param {number} part */
  function point(part) {
    if (part !== pointed) {
      pointed = part;
      mark();
    }
  }

  /** @param {number} part pinned until it is clicked again */
  function pin(part) {
    pinned = part === pinned ? 0 : part;
    pointed = 0;
    mark();
  }

  /** @param {{row: number, col: number} | null} pixel */
  function tell(pixel) {
    if (!pixel) {
      spot.textContent = '';
      return;
    }
    const values = stage.valueAt(pixel);
    const grey = values[0] === values[1] && values[1] === values[2] && state().gray;
    const shown = grey ? values[0] : `(${values.slice(0, values[3] < 255 ? 4 : 3).join(', ')})`;
    const part = stage.partAt(pixel);
    const span = part ? state().parts[part - 1] : null;
    const drawn = span ? ` · line ${span[0]}${span[1] > span[0] ? `–${span[1]}` : ''}` : ' · background';
    const known = stage.labels && (at < 0 || part <= at); // of what the film has not drawn yet nothing is said
    spot.textContent = `${pixel.row}, ${pixel.col}: ${shown}${known ? drawn : ''}`;
  }

  stage.canvas.parentElement.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
    const pixel = stage.under(event);
    tell(pixel);
    if (pixel && !pinned && at < 0) {
      point(stage.partAt(pixel));
    }
  });
  stage.canvas.parentElement.addEventListener('pointerleave', () => {
    tell(null);
    point(0);
  });
  stage.canvas.parentElement.addEventListener('click', (/** @type {PointerEvent} */ event) => {
    const pixel = stage.under(event);
    if (pixel) {
      const part = stage.partAt(pixel);
      pin(part || pinned);
    }
  });
  stage.element.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const factor = { '+': 1.25, '=': 1.25, '-': 0.8, 0: 0 }[event.key];
    if (factor !== undefined) {
      event.preventDefault();
      stage.zoom(factor);
    } else if (event.key === '1') {
      stage.scale = 1;
      stage.zoom(1);
    }
  });

  code.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
    const line = /** @type {HTMLElement} */ (event.target).closest('[data-line]');
    point(line && !pinned ? partOf(Number(line.getAttribute('data-line'))) : 0);
  });
  code.addEventListener('pointerleave', () => point(0));
  code.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const line = /** @type {HTMLElement} */ (event.target).closest('[data-line]');
    const part = line ? partOf(Number(line.getAttribute('data-line'))) : 0;
    if (part && !String(document.getSelection())) {
      pin(part);
    }
  });
  code.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      pinned = Math.min(state().parts.length, Math.max(1, (pinned || (step > 0 ? 0 : state().parts.length + 1)) + step));
      mark();
    } else if (event.key === 'Escape') {
      pinned = 0;
      mark();
    }
  });

  /** @param {number} part show the picture as it was after it; -1 the whole */
  function seek(part) {
    at = part;
    const { corners, parts, prompt } = state();
    if (part < 0 || !frames[0] || !whole) {
      slider.value = String(parts.length);
      step.textContent = parts.length ? `${parts.length} of ${parts.length}` : '';
      if (whole) {
        stage.show(whole, prompt);
      }
      mark();
      return;
    }
    const canvas = new OffscreenCanvas(whole.width, whole.height);
    const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    for (let i = 0; i <= part; i++) {
      const change = frames[i];
      if (change) {
        pen.clearRect(corners[i][1], corners[i][0], change.width, change.height);
        pen.drawImage(change, corners[i][1], corners[i][0]);
      }
    }
    stage.show(canvas.transferToImageBitmap(), `${prompt}, after part ${part}`);
    slider.value = String(part);
    step.textContent = `${part} of ${parts.length}`;
    stage.dim(0);
    markLines(part);
  }
  slider.addEventListener('input', () => {
    const part = Number(slider.value);
    seek(part === state().parts.length ? -1 : part);
  });
  function halt() {
    clearInterval(playing);
    playing = 0;
    play.textContent = '▶';
  }
  play.addEventListener('click', () => {
    if (playing) {
      halt();
      return;
    }
    play.textContent = '❚❚';
    seek(0);
    playing = setInterval(() => {
      const next = at + 1;
      seek(next >= state().parts.length ? -1 : next);
      if (at < 0) {
        halt();
      }
    }, FRAME_MS);
  });

  /** @param {boolean} on show the attempt before */
  function compare(on) {
    const image = on ? before : whole;
    if (image && whole) {
      stage.show(image, state().prompt);
      stage.dim(on ? 0 : pointed || pinned);
    }
  }
  for (const [event, on] of /** @type {[string, boolean][]} */ ([['pointerdown', true], ['pointerup', false],
    ['pointerleave', false], ['blur', false]])) {
    buttons.compare.addEventListener(event, () => compare(on));
  }
  buttons.compare.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === ' ' || event.key === 'Enter') {
      compare(true);
    }
  });
  buttons.compare.addEventListener('keyup', () => compare(false));

  async function copy() {
    const text = state().copy;
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
    } else { // the asynchronous clipboard exists only in secure contexts
      const area = make('textarea', { value: text });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    label(buttons.copy, '❐ Copied');
    setTimeout(() => label(buttons.copy, '❐ Copy'), 1500);
  }

  function save() {
    const bytes = model.get('picture');
    const address = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    make('a', { href: address, download: `${state().name}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  words.addEventListener('input', () => {
    model.set('words', words.value);
    model.save_changes();
  });
  words.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter') {
      refine();
    }
  });
  for (const near of ['pointerenter', 'focusin']) { // a worker is started before the click
    bar.addEventListener(near, () => {
      if (!buttons.again.disabled) {
        model.send({ do: 'near' });
      }
    });
  }
  panel.addEventListener('focusin', (/** @type {FocusEvent} */ event) => {
    // or the notebook's shortcuts would take the arrow keys; Lumino looks at the focused element itself
    /** @type {HTMLElement} */ (event.target).setAttribute('data-lm-suppress-shortcuts', 'true');
  });
  panel.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const name = { ArrowLeft: 'back', ArrowRight: 'forth' }[event.key];
    if (name && !(event.target instanceof HTMLInputElement) && !buttons[name].disabled) {
      model.send({ do: name });
    }
    event.stopPropagation(); // the notebook has keys of its own, and takes the slider's
  });

  function showState() {
    const now = state();
    const alone = Boolean(el.closest('.jupyter-widgets-disconnected')); // a page opened anew, or the kernel was restarted
    panel.setAttribute('aria-label', `panel of ${now.name}`);
    for (const [name, can] of Object.entries(now.can)) {
      buttons[name].disabled = !can || (alone && name !== 'copy');
    }
    for (const [name, button] of Object.entries(buttons)) {
      button.title = now.tips[name] || '';
    }
    words.disabled = !now.can.again || alone;
    label(buttons.insert, now.insert || '↓ Insert');
    buttons.compare.disabled = !model.get('before')?.byteLength;
    buttons.save.disabled = !model.get('picture')?.byteLength;
    place.textContent = now.attempts.length ? `${now.index + 1}/${now.attempts.length}` : '0/0';
    notice.hidden = !now.edited;
    wrong.replaceChildren(...now.wrong.map(line => make('div', { textContent: line })));
    notes.replaceChildren(...[...now.notes, ...(alone ? [ALONE] : [])].map(line => make('div', { textContent: line })));
    status.textContent = now.status;
    more.replaceChildren(...now.details.map(line => make('div', { textContent: line })));
    details.hidden = !now.status;
    showCode();
    film.hidden = !now.corners.length || !now.parts.length;
    slider.max = String(now.parts.length);
    step.textContent = `${now.parts.length} of ${now.parts.length}`;
    showStrip();
    const shown = now.attempts[now.index];
    dimPlain(Boolean(shown) && !shown.usable);
  }

  function showCode() {
    const { parts } = state();
    code.replaceChildren(...lines().map((line, index) => {
      const drew = parts.some(([first, last]) => first <= index + 1 && index + 1 <= last);
      return make('div', {
        class: drew ? 'chatimg-line chatimg-drew' : 'chatimg-line', 'data-line': String(index + 1), innerHTML: line || ' ',
        ...(drew ? { role: 'option', 'aria-selected': 'false' } : { role: 'presentation' })
      });
    }));
    code.hidden = !lines().length;
    if (model.get('live')) {
      code.scrollTop = code.scrollHeight;
    }
    mark();
  }

  function showLive() {
    live.textContent = model.get('live');
    if (!model.get('live')) {
      void showPicture(); // an equal answer changes no picture, and what had grown stands there
    }
  }

  function showStrip() {
    const { attempts, index, wide } = state();
    const thumbs = model.get('thumbs');
    strip.hidden = attempts.length < 2;
    strip.classList.toggle('chatimg-wide', wide);
    const kept = JSON.stringify([attempts, thumbs.map((/** @type {DataView} */ thumb) => thumb.byteLength)]);
    if (strip.dataset.kept === kept) { // made anew, the tiles would lose the focus
      for (const [number, tile] of [...strip.children].entries()) {
        tile.setAttribute('aria-selected', String(number === index));
      }
      return;
    }
    strip.dataset.kept = kept;
    strip.replaceChildren(...attempts.map((attempt, number) => {
      const tile = make('button', {
        class: 'chatimg-tile', title: attempt.title, role: 'option', 'aria-selected': String(number === index),
        'aria-label': `attempt ${number + 1}: ${attempt.title}`
      });
      if (thumbs[number]?.byteLength) {
        const address = URL.createObjectURL(new Blob([thumbs[number]], { type: 'image/png' }));
        tile.append(make('img', { src: address, alt: '', onload: () => URL.revokeObjectURL(address) }));
      } else {
        tile.append(make('span', { textContent: attempt.usable ? String(number + 1) : attempt.title }));
      }
      tile.addEventListener('click', () => model.send({ do: 'choose', index: number }));
      return tile;
    }));
  }

  let turn = 0;
  async function showPicture() {
    const mine = ++turn;
    await null; // several traits change at once: decode for the last of them only
    if (mine !== turn) {
      return;
    }
    const [image, labels, last, ...changes] = await Promise.all([
      bitmap(model.get('picture')), bitmap(model.get('labels')), bitmap(model.get('before')),
      ...model.get('film').map(bitmap)
    ]);
    if (mine !== turn) {
      return; // another picture has come meanwhile
    }
    whole = image;
    before = last;
    frames = changes;
    pinned = pointed = 0;
    halt();
    scene.hidden = !image && !lines().length;
    left.hidden = !image;
    stage.know(labels, state().parts.length < 256);
    seek(-1);
    showState();
    hidePlain(Boolean(image));
  }

  /** The plain picture above the panel. */
  function plain() {
    const output = el.closest('.jp-OutputArea, .output_area, .output');
    return /** @type {HTMLElement[]} */ ([...(output?.querySelectorAll('figure.chatimg') ?? [])]);
  }

  /** @param {boolean} hide the plain picture, which this one shows too */
  function hidePlain(hide) {
    for (const figure of plain()) {
      figure.hidden = hide;
    }
  }

  /** @param {boolean} dim the plain picture, which is an earlier attempt's: the one shown has none */
  function dimPlain(dim) {
    for (const figure of plain()) {
      figure.style.opacity = dim ? '0.35' : '';
    }
  }

  async function showGrowing() {
    const image = await bitmap(model.get('growing'));
    if (image && model.get('live')) {
      stage.labels = null;
      left.hidden = scene.hidden = false;
      stage.show(image, 'the picture so far');
    }
  }

  const heard = /** @type {[string, () => void][]} */ ([
    ['change:state', showState], ['comm_live_update', showState],
    ['change:lines', showCode], ['change:live', showLive], ['change:thumbs', showStrip], ['change:picture', () => void showPicture()],
    ['change:growing', () => void showGrowing()], ['change:words', () => {
      if (!model.get('words')) {
        words.value = '';
      }
    }]
  ]);
  for (const [event, act] of heard) {
    model.on(event, act);
  }
  showState();
  showLive();
  return () => {
    halt();
    hidePlain(false);
    dimPlain(false);
    for (const [event, act] of heard) {
      model.off(event, act);
    }
  };
}

export default { render };
