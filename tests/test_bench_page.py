"""The report as one page: what is on it, that it needs nothing else, and that nothing of a model's acts in it."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from chatimg_magic.bench import pictures, records
from chatimg_magic.bench.page import page, rows_of
from chatimg_magic.bench.plots import MIDDLE, PALE, plots
from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.bench.runs import Run
from tests.test_bench_kept import CODE, FULL, bench, folder, results

HOSTILE = "</details><script>fetch('https://evil.example/')</script><img src=x onerror=alert(1)>&amp;\"'`\ud800\0"
EMPTY = {"meta", "img", "input", "source"}


@dataclass
class Tag:
    """An element: its name, attributes, text with that of what is in it, and the elements in it."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    inside: list[Tag] = field(default_factory=list)

    def all(self, name: str, kind: str = "") -> list[Tag]:
        found = [self] if self.name == name and kind in [*self.attributes.get("class", "").split(), ""] else []
        return found + [tag for each in self.inside for tag in each.all(name, kind)]


class Reader(HTMLParser):
    """Reads a page into elements; one that is not closed in order is a mistake."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Tag("page", {})
        self.open = [self.root]
        self.feed(text)
        assert self.open == [self.root]

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        tag = Tag(name, {key: value or "" for key, value in attributes})
        self.open[-1].inside.append(tag)
        if name not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop().name == name

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            tag.text += data


def read(text: str) -> Tag:
    return Reader(text).root


def run(samples: list[Sample], folder: Path | None = None, name: str = "m-1", unanswered: int = 0) -> Run:
    return Run(name, "api.example.com", tuple(samples), unanswered, folder)


def drawn(folder: Path, colour: tuple[int, int, int], name: str, size: tuple[int, int] = (40, 60)) -> str:
    folder.mkdir(exist_ok=True)
    Image.fromarray(np.full((*size, 3), colour, np.uint8)).save(folder / name)
    return name


def pixels(uri: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(uri.split(",", 1)[1]))).convert("RGB")


# ------------------------------------------------------------------------------------------------ what is on it


def test_the_table_has_every_model_and_variant(tmp_path: Path) -> None:
    ours = [replace(sample, sample=n) for n in range(3) for sample in results("ours", 4 * n)]
    mine = results("mine", 7) + results("mine", 2, variant="bare")
    tree = read(page([run(mine, tmp_path, "mine"), run(ours, name="ours")]))
    (table,) = tree.all("table")
    heads = [head.text for head in table.all("thead")[0].all("th")]
    assert heads[:5] == ["model", "variant", "level 1", "level 2", "passed"]
    assert heads[5:] == ["pass@1 (95 %)", "pass@3", "ran", "tokens", "seconds", "cost"]
    bodies = [
        (body.all("th")[0].text, [[cell.text for cell in row.all("td")][:6] for row in body.all("tr")])
        for body in table.all("tbody")
    ]
    assert bodies == [
        (
            "mine",
            [
                ["bare", "2/5", "0/5", "2/10", "20% (6% to 51%)", "–"],
                ["check", "5/5", "2/5", "7/10", "70% (40% to 89%)", "–"],
            ],
        ),
        ("ours", [["check", "9/15", "3/15", "12/30", "40% (25% to 58%)", "80%"]]),
    ]


def test_a_click_shows_of_every_sample_what_it_fails_its_prompt_and_its_code(tmp_path: Path) -> None:
    some = [
        replace(FULL, picture=drawn(tmp_path, (0, 0, 250), "blue.png")),
        replace(
            FULL, spec="l1_plus", stage=Stage.PASS, failed=(), unmet=(), picture=drawn(tmp_path, (9, 9, 9), "p.png")
        ),
        replace(FULL, spec="mine", stage=Stage.EXCEPTION, failed=(), problems=("IndexError (line 3)",), picture=""),
        replace(FULL, spec="g1_0_circle", stage=Stage.NO_CODE, code="", text="I cannot draw.", failed=(), picture=""),
        replace(FULL, spec="l1_diagonal", picture="lost.png"),
    ]
    tiles = read(page([run(some, tmp_path)])).all("details", "tile")
    assert [tile.attributes["class"] for tile in tiles] == ["tile wrong", "tile right", *["tile wrong"] * 3]
    blue, plus, mine, circle, lost = tiles
    assert [item.text for item in blue.all("li")] == ["overlap: 0.5, at least 0.9", "a diamond: no diamond"]
    assert "diamond" in blue.all("blockquote")[0].text
    assert blue.all("blockquote")[0].text != "a diamond", "the prompt as it is, not what the message was"
    assert blue.all("pre")[0].text == CODE
    assert "2 attempts · 1,200 + 300 tokens · 4.2 s · cost 0.002" in blue.text
    assert pixels(blue.all("img")[0].attributes["src"]).getpixel((20, 20)) == (0, 0, 250)
    assert plus.all("li") == []
    assert [item.text for item in mine.all("li")] == ["IndexError (line 3)", "a diamond: no diamond"]
    assert mine.all("blockquote")[0].text == "a diamond", "a prompt that nobody knows is what was sent"
    assert mine.all("summary")[0].text.split() == ["exception", "mine"]
    assert circle.all("pre")[0].text == "I cannot draw."
    assert "white disc" in circle.all("blockquote")[0].text
    assert lost.all("summary")[0].text.split() == ["file", "is", "missing", "l1_diagonal"]
    assert not mine.all("img") + circle.all("img") + lost.all("img")


def test_kept_results_have_everything_but_pictures() -> None:
    tree = read(page([run([replace(FULL, picture="blue.png"), replace(FULL, sample=1, stage=Stage.PASS)])]))
    wrong, right = tree.all("details", "tile")
    said = [tile.all("summary")[0].text.strip() for tile in (wrong, right)]
    assert said == ["l1_diamond wrong", "l1_diamond · 2"]
    assert wrong.all("pre")[0].text == CODE
    assert not tree.all("section")[0].all("img")
    assert "without pictures" in tree.all("section")[0].text


def test_what_was_left_out_and_what_cannot_be_compared_is_said() -> None:
    one, two = run(results("a", 3), name="a", unanswered=2), run(results("b", 3)[:4], name="b")
    notes = [note.text for note in read(page([one, two])).all("p", "note")]
    assert notes[0].startswith("Not all were asked the same: 4 prompts in common.")
    assert notes[1:] == ["a: 2 samples got no answer and are left out."]
    assert not read(page([replace(one, unanswered=0), replace(one, name="b", unanswered=0)])).all("p", "note")


def test_nothing_answered_is_a_page_too() -> None:
    tree = read(page([run([], unanswered=3)]))
    assert "3 samples got no answer" in tree.text
    assert not tree.all("table") + tree.all("figure")


def test_the_same_results_make_the_same_page(tmp_path: Path) -> None:
    some = [run([replace(FULL, picture=drawn(tmp_path, (1, 2, 3), "a.png"))], tmp_path)]
    assert page(some) == page(some)


# ------------------------------------------------------------------------------------------------ alone, and harmless


def test_nothing_of_a_models_acts_and_all_of_it_is_shown(tmp_path: Path) -> None:
    shown = HOSTILE.replace("\ud800", "?").replace("\0", "\ufffd")
    evil = replace(
        FULL, variant=HOSTILE, spec=HOSTILE, model=HOSTILE, messages=(("user", HOSTILE),), code=HOSTILE, text=HOSTILE,
        failed=(HOSTILE,), problems=(HOSTILE,), unmet=(HOSTILE,), picture=drawn(tmp_path, (1, 2, 3), "a.png"),
    )  # fmt: skip
    evils = [evil, replace(evil, variant="check", code="", picture=HOSTILE)]
    runs = [
        Run(HOSTILE, HOSTILE, tuple(evils), 1, tmp_path),
        Run(f"$\\frac{{$ {HOSTILE}", "_hidden", (replace(FULL, variant="_x"), *evils), 0, None),
    ]
    text = page(runs)
    tree = read(text)
    names = set(re.findall(r"<([a-z0-9]+)", text))
    assert not names & {"script", "iframe", "object", "embed", "link", "form", "svg", "base"}
    assert not re.search(r"<[^>]*\son[a-z]+=", text)
    addresses = [
        tag.attributes[key]
        for name in ("img", "source", "a", "meta", "input")
        for tag in tree.all(name)
        for key in ("src", "srcset", "href")
        if key in tag.attributes
    ]
    assert addresses
    assert all(address.startswith(("data:image/", "#run-")) for address in addresses)
    assert "default-src 'none'" in tree.all("meta")[1].attributes["content"]
    tile = tree.all("details", "tile")[0]
    assert [item.text for item in tile.all("li")] == [shown] * 3
    assert (tile.all("pre")[0].text, tile.all("blockquote")[0].text) == (shown, shown)
    assert shown in tree.all("h2")[0].text
    for source in tree.all("source"):
        ElementTree.fromstring(base64.b64decode(source.attributes["srcset"].split(",")[1]))


def test_only_pictures_of_the_run_are_embedded_and_all_in_a_bounded_size(tmp_path: Path) -> None:
    drawn(tmp_path / "elsewhere", (250, 0, 0), "secret.png")
    noise = np.random.default_rng(0).integers(0, 256, (900, 700, 3), np.uint8)
    mine = tmp_path / "mine"
    drawn(mine, (0, 200, 0), "large.png", (1000, 500))
    Image.fromarray(noise).save(mine / "noise.png")
    (mine / "broken.png").write_bytes((mine / "noise.png").read_bytes()[:2000])
    (mine / "link.png").symlink_to(tmp_path / "elsewhere" / "secret.png")
    named = ["../elsewhere/secret.png", str(tmp_path / "elsewhere" / "secret.png"), "link.png", "broken.png", ".", "\0"]
    some = [replace(FULL, sample=n, picture=name) for n, name in enumerate([*named, "large.png", "noise.png"])]
    images = [image.attributes["src"] for image in read(page([run(some, mine)])).all("section")[0].all("img")]
    assert [pixels(image).size for image in images] == [(128, 256), (199, 256)]
    assert pixels(images[0]).getcolors() == [(128 * 256, (0, 200, 0))]
    assert len(base64.b64decode(images[1].split(",")[1])) <= pictures.MOST


# ------------------------------------------------------------------------------------------------ plots

NAMES = ["pass-by-level", "outcomes", "pass-against-effort", "prompts"]


def test_plots_have_no_ground_and_their_letters_are_seen_on_light_and_on_dark() -> None:
    rows = rows_of([run(results("a", 3), name="a"), run(results("b", 6), name="b")])
    made = list(plots(rows, MIDDLE))
    assert [plot.name for plot in made] == NAMES
    for plot in made:
        image = np.asarray(Image.open(io.BytesIO(plot.png())).convert("RGBA"))
        assert image[0, 0, 3] == 0
        opaque = image[image[..., 3] == 255][:, :3].astype(int)
        luma = opaque @ np.array([0.299, 0.587, 0.114])
        assert len(opaque) > 1000
        assert ((luma < 40) | (luma > 225)).mean() < 0.02, "nearly black and nearly white are seen on one ground only"


def test_the_page_has_every_plot_for_light_and_for_dark() -> None:
    figures = read(page([run(results("a", 3))])).all("figure")
    assert len(figures) == len(NAMES)
    for figure in figures:
        (dark,), (light,) = figure.all("source"), figure.all("img")
        assert dark.attributes["media"] == "(prefers-color-scheme: dark)"
        one, two = (
            base64.b64decode(tag.attributes[key].split(",")[1]).decode()
            for tag, key in ((dark, "srcset"), (light, "src"))
        )
        assert PALE in one
        assert PALE not in two
        assert light.attributes["alt"] == figure.all("figcaption")[0].text


def test_a_green_square_for_each_prompt_that_is_answered_right() -> None:
    *_, prompts = plots(rows_of([run(results("a", 3))]))
    (axes,) = prompts.figure.axes
    assert [label.get_text() for label in axes.get_xticklabels()] == [f"s{number}" for number in range(10)]
    colours = axes.collections[0].get_facecolor()
    assert [bool(colour[1] > colour[0] + 0.2) for colour in colours] == [number < 3 for number in range(10)]


def test_points_stand_at_the_rates_with_their_intervals() -> None:
    by_level, outcomes, *_ = plots(rows_of([run(results("a", 7))]))
    (axes,) = by_level.figure.axes
    (points, _, (bars,)) = axes.containers[0]
    assert list(points.get_ydata()) == pytest.approx([1.0, 0.4, 0.7])
    low, high = bars.get_segments()[2][:, 1]
    assert (low, high) == pytest.approx((0.397, 0.892), abs=0.001)
    widths = [bar.get_width() for container in outcomes.figure.axes[0].containers for bar in container]
    assert widths == pytest.approx([0.7, 0.3])


def test_many_prompts_stand_in_several_lines_and_many_models_have_a_look_each() -> None:
    many = [replace(sample, spec=f"{sample.spec}-{n}") for n in range(13) for sample in results("a", 3)]
    *_, prompts = plots(rows_of([run(many)]))
    assert len(prompts.figure.axes) == 3
    assert all(plot.png() for plot in plots(rows_of([run(results(str(n), n), name=str(n)) for n in range(10)])))


# ------------------------------------------------------------------------------------------------ the command


def test_one_command_makes_the_page_the_plots_and_the_sheets(tmp_path: Path) -> None:
    some = [replace(s, picture=drawn(tmp_path / "mine", (0, 0, 250), f"{s.spec}.png")) for s in results("m 1/2", 4)]
    folder(tmp_path / "mine", some)
    folder(tmp_path / "other", results("other", 5))
    assert bench("keep", "other", "-o", "other.jsonl", cwd=tmp_path).returncode == 0
    words = ["report", "--beside", "other.jsonl", "mine", "--html", "out/report.html", "--png", "png"]
    done = bench(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    made = ["out/report.html", *(f"png/{name}.png" for name in NAMES), "png/sheet-m-1-2-check.png"]
    assert done.stderr.split() == made
    assert all((tmp_path / name).stat().st_size > 1000 for name in made)
    text = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert [head.text for head in read(text).all("h2")] == ["m 1/2", "other"]
    (tmp_path / "file").write_text("")
    failed = bench("report", "mine", "--html", "file/report.html", cwd=tmp_path)
    assert failed.returncode == 1
    assert failed.stderr.startswith("chatimg: file/report.html cannot be written: ")
    assert not list((tmp_path / "mine").glob("sheet-*")), "the folder of the run stays as it is"


def test_nothing_heavy_is_loaded_before_it_is_needed(tmp_path: Path) -> None:
    folder(tmp_path / "mine", results("m", 4))
    code = (
        "import sys; sys.modules['matplotlib'] = None\nfrom chatimg_magic.cli import main\n"
        "assert not {'numpy', 'PIL', 'scipy'} & sys.modules.keys()\nsys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "bench", "report", str(tmp_path / "mine")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "| check | 4/5 |" in done.stdout
    assert records.exist(tmp_path / "mine")
