"""`--ascii`: everything that reaches the terminal in plain ASCII, whoever wrote it."""

from __future__ import annotations

from rich.segment import Segment
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
