"""The chance of birth over the rounds as a picture: a line with its interval as a band, in characters and as SVG.

Marks under the picture say where the turning points lie; the text beside it says all of it in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geboortespel.analysis.picture import Picture, Point, Tip
from geboortespel.report.lookback.pages import Line, Piece, line
from geboortespel.report.typeset import Face
from geboortespel.report.vector import element, text
from geboortespel.words.catalog import Translator

HIGH, LEFT = 11, 7
"""Rows of the field, ten percent each, and the columns of its axis."""
ROOM = 66
"""Columns that all rounds have together."""
WIDEST, NARROWEST = 8, 3
POINT, BAND, UP, DOWN = "●", "░", "▲", "▼"

WIDE, TALL, EDGE, RIGHT, TOP, FOOT = 720.0, 300.0, 56.0, 700.0, 20.0, 250.0
SMALL = Face(15)


def drawn(picture: Picture, tr: Translator) -> list[Line]:
    """The picture in characters: at most 78 columns."""
    points = picture.curve
    wide = max(NARROWEST, min(WIDEST, ROOM // max(1, len(points))))
    cells = [[(" ", "")] * (wide * len(points)) for _ in range(HIGH)]
    middle = wide // 2
    for n, point in enumerate(points):
        _column(cells, n * wide + middle, point.share, point.interval)
        if n + 1 < len(points):
            _between(cells, n * wide + middle, wide, point, points[n + 1])
    for n, point in enumerate(points):
        cells[_row(point.share)][n * wide + middle] = (POINT, "groen")
    rows = [line((_axis(n), "zacht"), *_pieces(row), drawn=True) for n, row in enumerate(cells)]
    foot = "─" * (wide * len(points))
    rows.append(line((" " * (LEFT - 1) + "└" + foot, "zacht"), drawn=True))
    names = "".join(name.rjust(middle + 1 + len(name) // 2).ljust(wide) for name in _names(picture, tr, wide))
    rows.append(line((" " * LEFT + names.rstrip(), "zacht"), drawn=True))
    return [*rows, *_marks(picture, wide)]


def _column(cells: list[list[Piece]], x: int, share: float, interval: tuple[float, float]) -> None:
    """The band of one column."""
    low, high = interval
    for row in range(_row(high), _row(low) + 1):
        cells[row][x] = (BAND, "zacht")


def _between(cells: list[list[Piece]], x: int, wide: int, one: Point, other: Point) -> None:
    """Band and line from one point to the next, a column at a time."""
    before = _row(one.share)
    for step in range(1, wide + 1):
        part = step / wide
        share, low, high = (
            a + (b - a) * part for a, b in zip((one.share, *one.interval), (other.share, *other.interval), strict=True)
        )
        if step < wide:
            _column(cells, x + step, share, (low, high))
        row = _row(share)
        for at in range(min(before, row) + 1, max(before, row)):
            cells[at][x + step - 1] = ("│", "groen")
        if step < wide:
            steep = "─" if row == before else "╲" if row > before else "╱"
            cells[row][x + step] = (steep, "groen")
        before = row


def _row(share: float) -> int:
    """Row 0 is everything, the last is nothing."""
    return HIGH - 1 - int(share * (HIGH - 1) + 0.5)


def _axis(row: int) -> str:
    percent = 100 - 10 * row
    return f"{percent:>{LEFT - 3}}% ┤" if percent % 20 == 0 else " " * (LEFT - 1) + "│"


def _pieces(row: Sequence[Piece]) -> list[Piece]:
    """Neighbours with the same role together; nothing after the last mark."""
    found: list[Piece] = []
    for char, role in row:
        if found and found[-1][1] == role:
            found[-1] = (found[-1][0] + char, role)
        else:
            found.append((char, role))
    if found and not found[-1][0].strip():
        found.pop()
    return found


def _names(picture: Picture, tr: Translator, wide: int) -> Iterator[str]:
    for point in picture.curve:
        name = tr("end") if point.ended else str(point.round)
        yield name[: wide + 1]


def _marks(picture: Picture, wide: int) -> list[Line]:
    """Under each turning point its mark; where two would lie on each other the later moves on."""
    spots: dict[int, Piece] = {}
    for tip in picture.tips or ():
        x = round((where(picture, tip) + 0.5) * wide)
        while x in spots:
            x += 1
        spots[x] = (UP, "groen") if tip.change.gap > 0 else (DOWN, "rood")
    if not spots:
        return []
    row = [spots.get(x, (" ", "")) for x in range(max(spots) + 1)]
    return [line(" " * LEFT, *_pieces(row), drawn=True)]


def where(picture: Picture, tip: Tip) -> float:
    """Where between the points of the curve a turning point lies: 0 is the first, 1 the second."""
    curve, at = picture.curve, tip.change.after.line
    for n, (point, after) in enumerate(pairwise(curve)):
        if point.line <= at <= after.line:
            return n + (at - point.line) / max(1, after.line - point.line)
    return 0.0


# -- as SVG ------------------------------------------------------------------------------------------------------------


def svg(picture: Picture, tr: Translator, label: str) -> str:
    """The same as SVG, called `label`; colours are classes and `currentColor`: paper and screens each give theirs."""
    points = picture.curve
    steps = max(1, len(points) - 1)
    xs = [EDGE + n * (RIGHT - EDGE) / steps for n in range(len(points))]
    ys = [[_y(edge) for edge in (point.share, *point.interval)] for point in points]
    parts = [element("title", label)]
    for percent in (0, 25, 50, 75, 100):
        at = _y(percent / 100)
        parts.append(element("line", x1=EDGE, y1=at, x2=RIGHT, y2=at, stroke="currentColor", stroke_opacity="0.2"))
        parts.append(text(f"{percent}%", EDGE - 8, at + 5, SMALL, "currentColor", "end"))
    band = [f"{x:.1f},{y[2]:.1f}" for x, y in zip(xs, ys, strict=True)]
    band += [f"{x:.1f},{y[1]:.1f}" for x, y in zip(reversed(xs), reversed(ys), strict=True)]
    parts.append(element("polygon", points=" ".join(band), class_="band"))
    way = " ".join(f"{x:.1f},{y[0]:.1f}" for x, y in zip(xs, ys, strict=True))
    parts.append(element("polyline", points=way, class_="kans"))
    for point, x, y in zip(points, xs, ys, strict=True):
        parts.append(element("circle", cx=x, cy=y[0], r=5.0, class_="punt"))
        parts.append(text(tr("end") if point.ended else str(point.round), x, FOOT + 26, SMALL, "currentColor"))
    for tip in picture.tips or ():
        x, up = EDGE + where(picture, tip) * (RIGHT - EDGE) / steps, tip.change.gap > 0
        parts.append(text(UP if up else DOWN, x, FOOT + 44, SMALL, "currentColor"))
    body = "\n".join(parts)
    return f'<svg viewBox="0 0 {WIDE:.0f} {TALL:.0f}" role="img" aria-label="{label}">\n{body}\n</svg>'


def _y(share: float) -> float:
    return FOOT - share * (FOOT - TOP)
