"""What everything passes on its way to the terminal: plain ASCII when asked for, and with NO_COLOR no colour at all."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from geboortespel.tui.marks import plain


class AsciiOnly(LineFilter):
    """Exchanges marks, lines and accents for their twins, cell by cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isascii() else Segment(plain(segment.text), segment.style, segment.control)
            for segment in segments
        ]


class Colourless(LineFilter):
    """Takes colour away altogether: Textual's own filter asks for default colours, which are colour codes too."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and _colourless(style), control) for text, style, control in segments]


@lru_cache(2048)
def _colourless(style: Style) -> Style:
    """The style without colour; what a click does stays."""
    bare = style.without_color
    return bare + Style(meta=style.meta) if style.meta else bare
