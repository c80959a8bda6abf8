// @ts-check
/**
 * The front end's half of chatimg-magic, for JupyterLab 4 and Notebook 7.
 *
 * It tells the kernel which tab runs a %%chatimg cell, and carries out the kernel's commands on the review cell: the
 * cell with the generated code, linked to its magic cell by `metadata.chatimg.cell`. Kernel side: notebook/frontend.py.
 *
 * Plain JavaScript that nobody builds: `window._JUPYTERLAB[name]` is what a module federation container looks like to
 * JupyterLab (its bootstrap.js), and the classes in use come out of the share scope it hands over.
 *
 * @typedef {{getSource(): string, setSource(source: string): void, transact(change: () => void, undoable?: boolean): void,
 *   undoManager?: {stopCapturing(): void} | null}} SharedCell
 * @typedef {{id: string, type: string, sharedModel: SharedCell, getMetadata(key: string): any,
 *   setMetadata(key: string, value: any): void, deleteMetadata(key: string): void}} CellModel
 * @typedef {{model: CellModel, constructor: any}} Cell
 * @typedef {{widgets: readonly Cell[], model: {sharedModel: {insertCell(index: number, cell: object): void}} | null}} Notebook
 * @typedef {{id: string, clientId: string, handleComms: boolean, isDisposed: boolean,
 *   registerCommTarget(name: string, opened: (comm: Comm, message: any) => void): void}} Kernel
 * @typedef {{session: {kernel: Kernel | null} | null,
 *   kernelChanged: {connect(slot: (sender: any, change: {newValue: Kernel | null}) => void): void}}} SessionContext
 * @typedef {{content: Notebook, sessionContext: SessionContext}} Panel
 * @typedef {{currentWidget: Panel | null, forEach(visit: (panel: Panel) => void): void,
 *   widgetAdded: {connect(slot: (sender: any, panel: Panel) => void): void}}} Tracker
 * @typedef {{close(data: object): void, dispose(): void}} Comm
 * @typedef {{op: string, session: string, anchor: string, source: string, chatimg: {request?: string},
 *   force: '' | 'replace' | 'below'}} Command
 * @typedef {Record<string, Record<string, {get(): Promise<() => any>, loaded?: unknown}>>} ShareScope
 */
(() => {
  'use strict';

  const NAME = 'chatimg-magic';
  const KEY = 'chatimg';
  const MAGIC = /^%%chatimg\b/m;
  const PROTOCOL = 1;

  /** @type {ShareScope} */
  let shared = {};

  /**
   * Take a module that JupyterLab shares: the copy in use, or null.
   * @param {string} name
   */
  async function take(name) {
    const versions = Object.values(shared[name] ?? {});
    const found = versions.find(version => version.loaded) ?? versions[0];
    return found ? (await found.get())() : null;
  }

  /**
   * Tell two texts apart, in a few characters that fit into metadata (FNV-1a, 32 bits, and the length).
   * @param {string} text
   */
  function digest(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    return `${(hash >>> 0).toString(16).padStart(8, '0')}-${text.length}`;
  }

  /**
   * Return a cell's chatimg metadata; whatever else is stored under that key counts as nothing.
   * @param {CellModel} cell
   */
  function link(cell) {
    const found = cell.getMetadata(KEY);
    return found && typeof found === 'object' ? found : {};
  }

  /**
   * Change a cell's chatimg metadata without a step in the person's undo history.
   * @param {CellModel} cell
   * @param {object} value
   */
  function relink(cell, value) {
    cell.sharedModel.transact(() => {
      if (Object.keys(value).length) {
        cell.setMetadata(KEY, value);
      } else {
        cell.deleteMetadata(KEY);
      }
    }, false);
  }

  /**
   * Find the review cell of a magic cell: the first one below it, else the nearest one above.
   *
   * Notebooks older than format 4.5 are saved without the ids of their cells. Once reopened, the next cell counts if it
   * was drawn for the same request and its own magic cell is nowhere.
   * @param {readonly Cell[]} cells
   * @param {number} anchor
   * @param {string} [request]
   * @returns {Cell | undefined}
   */
  function reviewCell(cells, anchor, request) {
    const id = cells[anchor].model.id;
    /** @param {Cell} cell */
    const linked = cell => cell.model.type === 'code' && link(cell.model).cell === id;
    const found = cells.slice(anchor + 1).find(linked) ?? cells.slice(0, anchor).reverse().find(linked);
    if (found || !request || !cells[anchor + 1]) {
      return found;
    }
    const lost = link(cells[anchor + 1].model);
    const orphan = lost.cell && !cells.some(cell => cell.model.id === lost.cell);
    return orphan && lost.request === request ? cells[anchor + 1] : undefined;
  }

  /** @param {CellModel} cell */
  function edited(cell) {
    return digest(cell.sharedModel.getSource()) !== link(cell).written;
  }

  /**
   * Give code to the review cell; one that the person has edited is only touched with `force`.
   * @param {Notebook} notebook
   * @param {number} anchor
   * @param {Command} command
   * @returns {string} what was done
   */
  function write(notebook, anchor, { source, chatimg, anchor: id, force }) {
    const value = { ...chatimg, cell: id, written: digest(source) };
    const cell = reviewCell(notebook.widgets, anchor, chatimg.request)?.model;
    if (cell) {
      const text = cell.sharedModel;
      if (text.getSource() === source) {
        relink(cell, value);
        return 'same';
      }
      if (!edited(cell) || force === 'replace') {
        text.undoManager?.stopCapturing(); // what was typed just before is undone on its own
        text.transact(() => {
          text.setSource(source);
          cell.setMetadata(KEY, value);
        });
        text.undoManager?.stopCapturing();
        return 'replaced';
      }
      if (force !== 'below') {
        return 'edited';
      }
      relink(cell, {}); // from now on it is the person's own
    }
    notebook.model?.sharedModel.insertCell(anchor + 1, {
      cell_type: 'code',
      source,
      metadata: { trusted: false, [KEY]: value }
    });
    return 'inserted';
  }

  /**
   * @param {any} actions NotebookActions
   * @param {Panel} panel
   * @param {Command} command
   * @returns {object} the answer
   */
  function act(actions, panel, command) {
    const cells = panel.content.widgets;
    const anchor = cells.findIndex(cell => cell.model.id === command.anchor);
    if (anchor < 0) {
      return { done: 'no anchor' };
    }
    const cell = reviewCell(cells, anchor);
    switch (command.op) {
      case 'write':
        return { done: write(panel.content, anchor, command) };
      case 'look':
        return { done: 'look', exists: Boolean(cell), edited: Boolean(cell && edited(cell.model)) };
      case 'run': {
        if (!cell) {
          return { done: 'no cell' };
        }
        const run = actions.runCells // since JupyterLab 4.1
          ? actions.runCells(panel.content, [cell], panel.sessionContext)
          : cell.constructor.execute(cell, panel.sessionContext, {});
        run.catch(() => {}); // the cell itself shows what went wrong
        return { done: 'run' };
      }
      default:
        return { done: 'unknown' };
    }
  }

  /**
   * @param {any} actions NotebookActions
   * @param {Tracker} notebooks
   * @param {Tracker | null} consoles
   */
  function activate(actions, notebooks, consoles) {
    /** @type {Set<Kernel>} */
    const listening = new Set();

    /**
     * Return this tab's notebooks that a test holds for, the current one first.
     * @param {(panel: Panel) => boolean} test
     */
    function panels(test) {
      /** @type {Panel[]} */
      const found = [];
      notebooks.forEach(panel => {
        if (test(panel)) {
          found[panel === notebooks.currentWidget ? 'unshift' : 'push'](panel);
        }
      });
      return found;
    }

    /**
     * @param {Comm} comm
     * @param {any} message
     */
    function opened(comm, message) {
      /** @type {Command} */
      const command = message.content.data;
      const here = panels(panel => panel.sessionContext.session?.kernel?.clientId === command.session);
      if (!here.length) {
        comm.dispose(); // another tab's: to close it would answer in its place
        return;
      }
      const holds = here.find(panel => panel.content.widgets.some(cell => cell.model.id === command.anchor));
      let answer = { done: 'failed' };
      try {
        answer = Object.assign(answer, act(actions, holds ?? here[0], command));
      } finally {
        comm.close(answer);
      }
    }

    /** @param {Kernel | null | undefined} kernel */
    function listen(kernel) {
      for (const known of listening) {
        if (known.isDisposed) {
          listening.delete(known);
        }
      }
      if (kernel?.handleComms) {
        kernel.registerCommTarget(NAME, opened);
        listening.add(kernel);
      }
    }

    /** @param {SessionContext} context */
    function follow(context) {
      listen(context.session?.kernel);
      context.kernelChanged.connect((_, change) => listen(change.newValue));
    }

    // Of the connections that one tab has to one kernel, JupyterLab lets a single one receive comms. It may be a
    // console's: it would refuse our commands if it did not know them.
    notebooks.forEach(panel => follow(panel.sessionContext));
    notebooks.widgetAdded.connect((_, panel) => follow(panel.sessionContext));
    consoles?.widgetAdded.connect((_, panel) => follow(panel.sessionContext));
    consoles?.forEach(panel => follow(panel.sessionContext));

    // The stamp travels in the execute request, and is gone before anything can be saved.
    actions.executionScheduled.connect((/** @type {any} */ _, /** @type {{notebook: Notebook, cell: Cell}} */ run) => {
      const cell = run.cell.model;
      if (cell.type !== 'code' || !MAGIC.test(cell.sharedModel.getSource())) {
        return;
      }
      const kernel = panels(panel => panel.content === run.notebook)[0]?.sessionContext.session?.kernel;
      if (!kernel || ![...listening].some(known => !known.isDisposed && known.id === kernel.id)) {
        return;
      }
      relink(cell, { ...link(cell), fe: { v: PROTOCOL, client: kernel.clientId } });
      void Promise.resolve().then(() => {
        const { fe, ...rest } = link(cell);
        relink(cell, rest);
      });
    });
  }

  async function extension() {
    const { NotebookActions, INotebookTracker } = await take('@jupyterlab/notebook');
    const { IConsoleTracker } = (await take('@jupyterlab/console')) ?? {};
    const plugin = {
      id: `${NAME}:plugin`,
      description: 'Keeps one review cell below every %%chatimg cell.',
      autoStart: true,
      requires: [INotebookTracker],
      optional: IConsoleTracker ? [IConsoleTracker] : [],
      activate: (/** @type {any} */ _, /** @type {Tracker} */ notebooks, /** @type {Tracker | null} */ consoles) =>
        activate(NotebookActions, notebooks, consoles ?? null)
    };
    return () => ({ __esModule: true, default: plugin });
  }

  const page = /** @type {any} */ (window);
  page._JUPYTERLAB = page._JUPYTERLAB ?? {};
  page._JUPYTERLAB[NAME] = {
    init: (/** @type {ShareScope} */ scope) => {
      shared = scope;
    },
    get: extension
  };
})();
