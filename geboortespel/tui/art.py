"""The picture on the menu: pixels from a text file as half blocks, in the theme's colours; else in lines.

`assets/ooievaar-vlucht.txt`: a pixel a letter. `assets/ooievaar.txt`: the same bird in lines, for ASCII and NO_COLOR.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from textual.content import Content

PIXELS = {
    ".": "lucht", "z": "zon", "w": "veer", "k": "slag", "s": "snavel", "d": "doek", "g": "gras", "t": "dijk",
    "a": "water", "b": "golf",
}  # fmt: skip


def _asset(name: str) -> str:
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_shipped" / "assets", package.parent / "assets"):
        try:
            return (folder / name).read_text(encoding="utf-8").rstrip("\n")
        except OSError:
            continue
    return ""


@cache
def picture(scale: int = 1) -> Content:
    """The bird in colour; empty when the file is not there. `scale`: cells a pixel is wide, at least 1."""
    rows = _asset("ooievaar-vlucht.txt").split("\n")
    rows = ["".join(pixel * scale for pixel in row) for row in rows for _ in range(scale)]
    lines = [_line(top, bottom) for top, bottom in zip(rows[::2], rows[1::2], strict=False)]
    return Content("\n").join(lines)


def _line(top: str, bottom: str) -> Content:
    """Two rows of pixels as one line: the upper half is the letter's colour, the lower half the ground's."""
    parts: list[tuple[str, str]] = []
    start = 0
    pairs = list(zip(top, bottom, strict=True))
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or pairs[at] != pairs[start]:
            upper, lower = (PIXELS[pixel] for pixel in pairs[start])
            parts.append(("▀" * (at - start), f"${upper} on ${lower}"))
            start = at
    return Content.assemble(*parts)


@cache
def drawing() -> Content:
    """The bird in lines."""
    return Content(_asset("ooievaar.txt"))
