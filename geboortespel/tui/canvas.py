"""A small drawing board of cells: characters with a style, thin lines in dots, and bands of ground. Becomes content."""

from __future__ import annotations

from textual.content import Content, Span

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a braille character by (row, column) of its 4 × 2 dots."""


class Canvas:
    """`width` × `height` cells. Text goes over lines, lines go over the ground."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._chars = [[" "] * width for _ in range(height)]
        self._styles = [[""] * width for _ in range(height)]
        self._ground = [[""] * width for _ in range(height)]
        self._dots: dict[tuple[int, int], tuple[int, str]] = {}

    def text(self, x: int, y: int, text: str, style: str = "") -> None:
        """Write; what falls outside is left out. Characters of one cell only."""
        if not 0 <= y < self.height:
            return
        for i, char in enumerate(text, x):
            if 0 <= i < self.width:
                self._chars[y][i], self._styles[y][i] = char, style

    def quiet(self, x: int, y: int, char: str, style: str = "") -> None:
        """Write one character where nothing is yet."""
        if 0 <= y < self.height and 0 <= x < self.width and self._chars[y][x] == " ":
            self._chars[y][x], self._styles[y][x] = char, style

    def ground(self, x: int, y: int, width: int, style: str) -> None:
        """Lay a ground (`on $surface`) under cells."""
        if 0 <= y < self.height:
            for i in range(max(0, x), min(self.width, x + width)):
                self._ground[y][i] = style

    def line(self, start: tuple[float, float], end: tuple[float, float], style: str, *, dashed: bool = False) -> None:
        """A thin line between two points, in cells."""
        (x0, y0), (x1, y1) = start, end
        steps = max(1, round(max(abs(x1 - x0) * 2, abs(y1 - y0) * 4)))
        for i in range(steps + 1):
            if dashed and i // 2 % 2:
                continue
            x, y = 2 * (x0 + (x1 - x0) * i / steps), 4 * (y0 + (y1 - y0) * i / steps)
            cell = int(x) // 2, int(y) // 4
            bits, used = self._dots.get(cell, (0, style))
            self._dots[cell] = bits | _DOTS[int(y) % 4][int(x) % 2], used

    def lines(self) -> list[Content]:
        """The drawing, a content for every row."""
        for (x, y), (bits, style) in self._dots.items():
            self.quiet(x, y, chr(0x2800 + bits), style)
        return [self._line(y) for y in range(self.height)]

    def _line(self, y: int) -> Content:
        spans: list[Span] = []
        begun, last = 0, ("", "")
        pairs = list(zip(self._styles[y], self._ground[y], strict=True))
        for x, here in enumerate([*pairs, ("", "end")]):
            if here != last:
                if x > begun and (style := " ".join(filter(None, last))):
                    spans.append(Span(begun, x, style))
                begun, last = x, here
        return Content("".join(self._chars[y]), spans=spans)
