"""The curve of the chance of birth as a plot: every point where it belongs, its band around it, marks under it."""

from __future__ import annotations

import pytest

from geboortespel.analysis.picture import Change, Picture, Point, Tip
from geboortespel.report.lookback import curve
from geboortespel.words.catalog import translator


def picture(*shares: int, games: int = 64) -> Picture:
    """A point each round with so many births of 64; the last is the end."""
    points = [Point(3 * n, n + 1, [], begins=True, games=games, won=(1 << share) - 1) for n, share in enumerate(shares)]
    points[-1].ended = True
    return Picture(tuple(points), done=1.0)


def cells(found: Picture) -> list[str]:
    return [item.plain for item in curve.drawn(found, translator("nl"))]


@pytest.mark.parametrize("rounds", [1, 2, 7, 10, 13, 22])
def test_it_fits_and_every_point_is_there(rounds: int) -> None:
    rows = cells(picture(*[64 * n // rounds for n in range(1, rounds + 1)]))
    assert max(map(len, rows)) <= 78
    assert sum(row.count(curve.POINT) for row in rows) == rounds
    columns = [i for row in rows[: curve.HIGH] for i, char in enumerate(row) if char == curve.POINT]
    assert len(set(columns)) == rounds
    if rounds > 1:
        assert rows[curve.HIGH + 1].index("1") == min(columns), "its name stands under it"


def test_heights_are_chances_and_the_band_is_the_interval() -> None:
    found = picture(64, 32, 0, 0)
    rows = cells(found)
    at = [next(n for n, row in enumerate(rows) if row[x : x + 1] == curve.POINT) for x in _columns(rows)]
    assert at == [0, 5, 10, 10]
    middle = _columns(rows)[1]
    low, high = found.curve[1].interval
    band = [n for n in range(curve.HIGH) if rows[n][middle : middle + 1] in (curve.BAND, curve.POINT)]
    assert (10 - min(band)) / 10 == pytest.approx(high, abs=0.05)
    assert (10 - max(band)) / 10 == pytest.approx(low, abs=0.05)
    rough = cells(picture(8, 4, games=8))
    assert sum(row.count(curve.BAND) for row in rough) > sum(row.count(curve.BAND) for row in cells(picture(64, 32)))


def _columns(rows: list[str]) -> list[int]:
    return sorted(i for row in rows[: curve.HIGH] for i, char in enumerate(row) if char == curve.POINT)


def test_marks_stand_where_it_turned() -> None:
    found = picture(64, 32, 0)
    down = Change(Point(1, 1, []), Point(2, 1, []), -0.5, -0.6, -0.4)
    up = Change(Point(4, 2, []), Point(4, 2, []), 0.5, 0.4, 0.6)
    found.tips = (Tip(down), Tip(up))
    rows, columns = cells(found), _columns(cells(found))
    marks = rows[-1]
    assert columns[0] < marks.index(curve.DOWN) < columns[1] < marks.index(curve.UP) < columns[2]
    picture_of = curve.svg(found, translator("nl"), "Kans op een geboorte")
    assert (picture_of.count("<circle"), picture_of.count(curve.UP), picture_of.count(curve.DOWN)) == (3, 1, 1)
