"""A sheet of cells to draw on: characters with a role, and thin lines in dots under them. Becomes rows of pieces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geboortespel.report.lookback.pages import Line, Piece

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a braille character by (row, column) of its 4 × 2 dots."""
_STEPS = 3
"""Dots are set this often in every dot's width, so that a line has no holes."""
LAND = "+land"


class Grid:
    """`width` × `height` cells. Characters of one cell only; what falls outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells: list[list[Piece]] = [[(" ", "")] * width for _ in range(height)]
        self._dots: dict[tuple[int, int], tuple[int, str]] = {}
        self._land: set[tuple[int, int]] = set()

    def copy(self) -> Grid:
        """The same drawing, to draw on."""
        found = Grid(self.width, self.height)
        found._cells, found._dots = [list(row) for row in self._cells], dict(self._dots)
        found._land = set(self._land)
        return found

    def put(self, x: int, y: int, text: str, role: str = "") -> None:
        """Write from a cell on, over what is there."""
        if 0 <= y < self.height:
            for at, char in enumerate(text, x):
                if 0 <= at < self.width:
                    self._cells[y][at] = (char, role)

    def ground(self, x: int, y: int, wide: int) -> None:
        """Lay land under cells: their roles end in `+land`."""
        self._land.update((at, y) for at in range(x, x + wide))

    def char(self, x: int, y: int) -> str:
        """What stands in a cell; a space outside."""
        return self._cells[y][x][0] if 0 <= y < self.height and 0 <= x < self.width else " "

    def free(self, x: int, y: int, wide: int) -> bool:
        """Whether so many cells are on the sheet and nothing was written there; lines of dots do not count."""
        return 0 <= y < self.height and 0 <= x <= self.width - wide and all(
            self._cells[y][at][0] == " " for at in range(x, x + wide)
        )  # fmt: skip

    def stroke(self, points: Sequence[tuple[float, float]], role: str) -> None:
        """A thin line along points, in cells; of two lines in a cell the later one gives the role."""
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(1, round(_STEPS * max(abs(x1 - x0) * 2, abs(y1 - y0) * 4)))
            for at in range(steps + 1):
                self._dot(x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps, role)

    def _dot(self, x: float, y: float, role: str) -> None:
        across, down = int(x * 2 // 1), int(y * 4 // 1)
        cell = across // 2, down // 4
        if 0 <= cell[0] < self.width and 0 <= cell[1] < self.height:
            bits, _ = self._dots.get(cell, (0, role))
            self._dots[cell] = bits | _DOTS[down % 4][across % 2], role

    def lines(self) -> list[Line]:
        """The drawing, every row as pieces; empty cells at the end of a row are left out."""
        return [self.line(y) for y in range(self.height)]

    def line(self, y: int) -> Line:
        """One row of the drawing."""
        return Line(tuple(_joined(self._row(y))), drawn=True)

    def _row(self, y: int) -> list[Piece]:
        row = list(self._cells[y])
        for x, cell in enumerate(row):
            if cell[0] == " " and (dots := self._dots.get((x, y))) is not None:
                row[x] = (chr(0x2800 + dots[0]), dots[1])
            if (x, y) in self._land:
                row[x] = (row[x][0], f"{row[x][1]}{LAND}")
        while row and row[-1] == (" ", ""):
            row.pop()
        return row


def _joined(cells: Sequence[Piece]) -> list[Piece]:
    """Cells next to each other with the same role as one piece."""
    found: list[Piece] = []
    for char, role in cells:
        if found and found[-1][1] == role:
            found[-1] = (found[-1][0] + char, role)
        else:
            found.append((char, role))
    return found
