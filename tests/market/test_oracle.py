"""The same answers as an outside library, from the table that `tests/oracle/` makes (see its README)."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from geboortespel.market.bargaining import bargain
from geboortespel.market.measures import Map, Point
from geboortespel.market.styles import MICRO, STYLES
from geboortespel.market.utility import Utility
from tests.market.making import made, spaced

TABLE = json.loads((Path(__file__).parent.parent / "oracle" / "negmas_table.json").read_text("utf-8"))
ROWS = TABLE["rows"]


def parties(row) -> tuple[Utility, Utility]:
    space = spaced(row["radix"])
    low, high = row["reservation"]
    return made(space, row["seed"], low), made(space, row["seed"] + 10_000, high)


def pair(point: Point | None) -> list[int] | None:
    return None if point is None else [point.first, point.second]


def test_the_table_is_large_enough():
    assert len(ROWS) >= 200
    assert sum(bool(row["frontier"]) for row in ROWS) >= 200


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["seed"]))
def test_utilities_frontier_and_solutions(row):
    first, second = parties(row)
    assert [sum(first.table), sum(second.table)] == row["sum"]
    chart = Map(first, second)
    assert [[p.first, p.second] for p in chart.frontier] == row["frontier"]
    for name in ("nash", "kalai"):
        found = pair(getattr(chart, name))
        assert found in row[name] if row["frontier"] else found is None


def shares(chart: Map, point) -> list[Fraction]:
    """What a pair of utilities gives each, of the most it could have had."""
    most = chart.gains(chart.frontier[0])[0], chart.gains(chart.frontier[-1])[1]
    low = chart.first.reservation, chart.second.reservation
    return [Fraction(u - least, top) if top else Fraction(1) for u, least, top in zip(point, low, most, strict=True)]


def test_kalai_smorodinsky():
    """Among separate outcomes NegMAS takes the one whose shares differ least, the game the one with the largest smaller
    share: mostly the same outcome, and where it is another, both are right by their own rule."""
    same = 0
    for row in ROWS:
        if not row["frontier"]:
            continue
        chart = Map(*parties(row))
        ours, theirs = pair(chart.kalai_smorodinsky), row["ks"]
        same += ours in theirs
        assert min(shares(chart, ours)) >= max(min(shares(chart, point)) for point in theirs), row["seed"]
        apart = [max(s) - min(s) for s in (shares(chart, point) for point in row["frontier"])]
        least = [max(s) - min(s) for s in (shares(chart, point) for point in theirs)]
        assert max(least) - min(apart) < Fraction(1, 10**6), row["seed"]
    assert same >= 190


def ties(me: Utility) -> bool:
    """Whether acceptable outcomes are worth the same: then libraries may offer any of them."""
    worths = [me(code) for code in me.ranking]
    return len(set(worths)) < len(worths)


def comparable(styles, course) -> int:
    """How many offers can be compared: with MiCRO until it repeats one, since NegMAS draws which."""
    for turn, code in enumerate(course.offers):
        if MICRO in styles and code in course.offers[turn % 2 : turn : 2]:
            return turn
    return len(course.offers) + 1


@pytest.mark.parametrize("names", sorted(ROWS[0]["courses"]))
def test_courses_of_standard_strategies(names):
    styles = tuple(STYLES[name] for name in names.split())
    whole = 0
    for row in ROWS:
        both = parties(row)
        if any(ties(me) or not me.ranking for me in both):
            continue
        mine, theirs = bargain(both, styles, TABLE["rounds"]), row["courses"][names]
        until = comparable(styles, mine)
        assert list(mine.offers[:until]) == theirs["offers"][:until], row["seed"]
        if until > len(mine.offers):
            assert (len(mine.offers), mine.agreed) == (len(theirs["offers"]), theirs["agreed"]), row["seed"]
            whole += 1
    assert whole >= 80
