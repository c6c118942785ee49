"""The report looked at in a real browser: headless Chromium, on a phone, in the dark and on paper.

Skipped where there is no Chromium; the gate installs it and says so (`GEBOORTESPEL_CI`), there it is never skipped.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from geboortespel.report.document import rendered
from geboortespel.session.session import Session
from tests.report.test_document import made_of
from tests.report.test_lookback import replayed

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
ALONE = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--hide-scrollbars",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
WIDTHS = (320, 390, 500, 900)
PAPER, DARK = (255, 250, 240), (31, 28, 25)
MEASURE = """
<script>onload = () => { const found = [...document.querySelectorAll('iframe')].map(frame => {
  const page = frame.contentDocument, root = page.documentElement, wide = root.clientWidth;
  const out = [...page.querySelectorAll('body *')].filter(item => item.getBoundingClientRect().right > wide + 1);
  const within = out.filter(item => !item.closest('pre') && !item.closest('svg'));
  const bars = [...page.querySelectorAll('pre')].filter(item => item.scrollWidth > item.clientWidth + 1);
  return {wide, scroll: root.scrollWidth, out: within.map(item => item.outerHTML.slice(0, 80)),
    bars: bars.map(item => item.textContent.slice(0, 80)), title: page.title, alerts: window.alerts || 0}; });
  document.body.textContent = JSON.stringify(found); }; window.alert = () => { window.alerts = 1; };</script>
"""


def chromium(*words: str) -> str:
    """Run it, cut off from every network; its output."""
    if not CHROMIUM:
        if os.environ.get("GEBOORTESPEL_CI"):
            pytest.fail("the gate has no Chromium")
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    return subprocess.run([CHROMIUM, *ALONE, *words], capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.fixture(scope="module")
def page(hostile: Session, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the hostile game: the longest words, and whatever could act."""
    path = tmp_path_factory.mktemp("browser") / "rapport.html"
    path.write_bytes(rendered("html", made_of(hostile)))
    return path


def test_nothing_has_to_be_scrolled_sideways_and_nothing_acts(page: Path, tmp_path: Path) -> None:
    said = html.escape(page.read_text(encoding="utf8"), quote=True)
    frames = "".join(
        f'<iframe srcdoc="{said}" style="width:{wide}px;height:900px;border:0"></iframe>' for wide in WIDTHS
    )
    measure = tmp_path / "meten.html"
    measure.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{frames}{MEASURE}", encoding="utf8")
    shown = chromium("--window-size=1000,1000", "--virtual-time-budget=4000", "--dump-dom", measure.as_uri())
    body = re.search(r"<body[^>]*>(\[.*\])</body>", shown, re.DOTALL)
    assert body is not None, shown[-500:]
    found = json.loads(html.unescape(body[1]))
    assert [one["wide"] for one in found] == list(WIDTHS)
    for one in found:
        assert one["scroll"] <= one["wide"], one
        assert not one["out"], (one["wide"], one["out"])
        assert not one["bars"], (one["wide"], one["bars"])
        assert one["alerts"] == 0
        assert "<script>" in one["title"], "as text"


@pytest.mark.parametrize(("scheme", "paper"), [("1", PAPER), ("0", DARK)])
def test_it_is_light_or_dark_as_the_reader_has_it(
    page: Path, tmp_path: Path, scheme: str, paper: tuple[int, ...]
) -> None:
    shot = tmp_path / "foto.png"
    chromium(
        f"--blink-settings=preferredColorScheme={scheme}",
        "--window-size=500,700",
        f"--screenshot={shot}",
        page.as_uri(),
    )
    size, pixel, colours = _picture(shot)
    assert size == (500, 700)
    assert pixel == paper
    assert colours > 20, "there is something on it"


def _picture(path: Path) -> tuple[tuple[int, int], tuple[int, ...], int]:
    """(size, the pixel in the corner, how many colours there are)."""
    with Image.open(path) as file:
        image = file.convert("RGB")
    colours = image.getcolors(1 << 20) or []
    return image.size, image.getpixel((2, 2)), len(colours)


def test_it_prints_on_a4_and_no_heading_stands_alone(born: Path, tmp_path: Path) -> None:
    """The longest report, of nine rounds: on every page something stands under the last heading."""
    page, paper = tmp_path / "rapport.html", tmp_path / "rapport.pdf"
    made = made_of(replayed(born))
    page.write_bytes(rendered("html", made))
    chromium("--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri())
    heads = {" ".join(text.split()) for text in re.findall(r"<(?:h[123]|caption)>([^<]+)<", page.read_text("utf8"))}
    assert len(heads) > 20
    pages = pypdf.PdfReader(paper).pages
    assert 5 <= len(pages) <= 30
    for number, sheet in enumerate(pages, 1):
        assert (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) in ((595, 842), (594, 841))
        lines = [" ".join(text.split()) for text in sheet.extract_text().splitlines() if text.strip()]
        assert html.escape(lines[-1], quote=False) not in heads, (number, lines[-1])
        assert len(lines) > 1, number
