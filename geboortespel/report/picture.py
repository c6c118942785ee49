"""The card as a file: text, SVG or PNG, by the ending of its name; and whether a file is such a card.

PNG is made from the SVG by resvg-py, which only needs to be there for that (`geboortespel[png]`).
"""

from __future__ import annotations

import struct
import zlib
from typing import Literal

from geboortespel.report.card import Sheet
from geboortespel.report.plate import ASCII, DRAWN, plain, plate
from geboortespel.report.portrait import MARK, portrait
from geboortespel.report.vector import SERIF
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

Kind = Literal["txt", "svg", "png"]
KINDS: tuple[Kind, ...] = ("txt", "svg", "png")
PIXELS_WIDE = 1748
"""A5 at 300 dots an inch."""
EXTRA = "geboortespel[png]"
FALLBACKS = (
    "Times New Roman",
    "FreeSerif",
    "Noto Sans",
    "Liberation Sans",
    "Arial",
    "DejaVu Sans",
    "Ubuntu",
    "Cantarell",
)
"""Families to write in when none of the card's own is there; the renderer has no idea of `serif` itself."""
_LONGEST_NAME = 40
_PNG_HEAD = 33
"""Bytes of a PNG up to the end of its first chunk."""


class NoPng(Exception):
    """A PNG can't be made here. `reason`: `pakket` (resvg-py is not installed) or `letters` (no font was found)."""

    def __init__(self, reason: Literal["pakket", "letters"]) -> None:
        super().__init__(reason)
        self.reason = reason


def kind_of(name: str) -> Kind | None:
    """The kind of file that a name asks for, None when it is none of ours."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return next((kind for kind in KINDS if kind == ending), None)


def rendered(kind: Kind, card: Sheet, tr: Translator, *, ascii_only: bool = False) -> bytes:
    """The file. NoPng when a PNG can't be made."""
    if kind == "txt":
        return plain(plate(card, ascii_only=ascii_only)).encode()
    svg = portrait(card, tr.language, tr("What remains"))
    return svg.encode() if kind == "svg" else png(svg, PIXELS_WIDE, MARK)


def no_png(fault: NoPng, tr: Translator) -> str:
    """What to do about it."""
    if fault.reason == "pakket":
        said = tr("For a PNG something more has to be installed: pip install '{extra}'. SVG works without.")
        return said.format(extra=EXTRA)
    return tr("No font was found on this computer, so a PNG would have no text. SVG works.")


def is_card(data: bytes) -> bool:
    """Whether a file's bytes are a card that this game made, so that a newer one may take its place."""
    if data.startswith(b"\x89PNG"):
        return MARK.encode() in data[:200]
    if data.startswith(b"<?xml"):
        return f"<metadata>{MARK}</metadata>".encode() in data[:2000]
    first, last = data.split(b"\n")[0], data.rstrip().split(b"\n")[-1]
    return any(
        first.startswith(f"{marks.corners[0]}{marks.level}".encode())
        and last.endswith(f"{marks.level}{marks.corners[3]}".encode())
        for marks in (DRAWN, ASCII)
    )


def file_name(card: Sheet, kind: Kind, tr: Translator) -> str:
    """A name for the file, from the card's: letters, digits and hyphens."""
    words = "".join(char if char.isalnum() else " " for char in one_line(card.name).lower()).split()
    name = "-".join(words)[:_LONGEST_NAME].strip("-")
    start = tr("birth-card") if card.born else tr("letter")
    return f"{start}-{name}.{kind}" if name else f"{start}.{kind}"


def png(svg: str, wide: int, mark: str) -> bytes:
    """A drawing as PNG, so many pixels wide, with a mark by which it is known as ours. NoPng when it can't be made."""
    try:
        import resvg_py
    except ImportError:
        raise NoPng("pakket") from None

    def draw(source: str, width: int, serif: str) -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=source, width=width, dpi=96, serif_family=serif))

    box = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{}</svg>'
    probe = box.format(f'<text x="5" y="30" font-size="30" font-family="{SERIF}">H</text>')
    empty = draw(box.format(""), 40, FALLBACKS[0])
    serif = next((family for family in FALLBACKS if draw(probe, 40, family) != empty), None)
    if serif is None:
        raise NoPng("letters")
    return _marked(draw(svg, wide, serif), mark)


def _marked(drawn: bytes, mark: str) -> bytes:
    """The PNG with a mark in a text chunk behind its header."""
    body = b"tEXtSoftware\0" + mark.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return drawn[:_PNG_HEAD] + chunk + drawn[_PNG_HEAD:]
