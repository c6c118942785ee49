"""What everything passes on its way to the terminal: plain ASCII when asked for, and with NO_COLOR no colour at all."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from geboortespel.tui.marks import plain
from geboortespel.tui.themes import COLOURS

CURSORS = {colours[name] for colours in COLOURS.values() for name in ("cursor", "inkt")}
"""Grounds on which the chosen row or the place to type stands out."""


class AsciiOnly(LineFilter):
    """Exchanges marks, lines and accents for their twins, cell by cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isascii() else Segment(plain(segment.text), segment.style, segment.control)
            for segment in segments
        ]


class Colourless(LineFilter):
    """Takes colour away altogether: Textual's own filter asks for default colours, which are colour codes too.

    Where a cursor is shows by a ground of its own; that becomes reverse video.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and _colourless(style), control) for text, style, control in segments]


@lru_cache(2048)
def _colourless(style: Style) -> Style:
    """The style without colour; what a click does stays, and where a cursor is."""
    bare, ground = style.without_color, style.bgcolor
    if ground is not None and ground.triplet is not None and ground.triplet.hex in CURSORS:
        bare += Style(reverse=True)
    return bare + Style(meta=style.meta) if style.meta else bare
