"""What an agreement was worth to both and what was left on the table; where talks broke off, whether there was room."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import isqrt

from attrs import frozen

from geboortespel.engine.ir import round_half_away
from geboortespel.market.afterwards import swap
from geboortespel.market.measures import Point
from geboortespel.report.lookback.bargains import Chart
from geboortespel.report.lookback.pages import Line, heading, line
from geboortespel.words import talks as words
from geboortespel.words.catalog import Translator
from geboortespel.words.voice import Voice

EVEN = 10
"""Percentage points within which two shares are called even."""


@frozen
class Deal:
    """An agreement measured. `shares`: of the most that each could gain over its best alternative, what it got, in
    percent. `left`: what each could have had more at no cost to the other, in percent of its best; `at_home`: the
    same among what home allowed. `product`: of the largest product of gains (Nash), in percent. `off`: distance to
    the frontier, in percentage points. `swap`: the best outcome one or two issues away that costs nobody anything."""

    worth: tuple[int, int]
    shares: tuple[int, int]
    left: tuple[int, int]
    at_home: tuple[int, int]
    product: int
    off: int
    swap: int | None


def deal(chart: Chart) -> Deal:
    """The agreement of a negotiation that has one."""
    code, found = chart.bargain.agreed, chart.map
    here = chart.point(code)
    gains, most = found.gains(here), _most(chart)
    shares = tuple(round_half_away(100 * gain, top) if top > 0 else 100 for gain, top in zip(gains, most, strict=True))
    best = found.gains(found.nash) if found.nash is not None else (0, 0)
    product = round_half_away(100 * gains[0] * gains[1], best[0] * best[1]) if best[0] * best[1] > 0 else 100
    off = min((_distance(chart, here, point) for point in found.frontier), default=0)
    left = _percents(chart, found.left(code))
    at_home = _percents(chart, _left_at_home(chart, here))
    return Deal(
        chart.percent(code), (shares[0], shares[1]), left, at_home, product, off, swap(found, code, chart.options)
    )


def _most(chart: Chart) -> tuple[int, int]:
    """The most that each could gain in an outcome that both can live with."""
    ends = chart.map.frontier
    return (chart.map.gains(ends[0])[0], chart.map.gains(ends[-1])[1]) if ends else (0, 0)


def _percents(chart: Chart, worths: tuple[int, int]) -> tuple[int, int]:
    """Differences in utility, in percent of each one's best; what is not nothing is at least 1."""
    ours, theirs = (
        max(int(worth > 0), round_half_away(100 * worth, who.best))
        for worth, who in zip(worths, (chart.map.first, chart.map.second), strict=True)
    )
    return ours, theirs


def _left_at_home(chart: Chart, here: Point) -> tuple[int, int]:
    """What was left for each among the outcomes that home allowed."""
    first, second = chart.map.first.table, chart.map.second.table
    ours = max((first[code] for code in chart.at_home if second[code] >= here.second), default=here.first)
    theirs = max((second[code] for code in chart.at_home if first[code] >= here.first), default=here.second)
    return max(0, ours - here.first), max(0, theirs - here.second)


def _distance(chart: Chart, one: Point, other: Point) -> int:
    """Distance between two points in percent of each one's best, rounded down."""
    across = Fraction(100 * (one.first - other.first), chart.map.first.best)
    up = Fraction(100 * (one.second - other.second), chart.map.second.best)
    return isqrt(int(across * across + up * up))


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, chart: Chart) -> list[Line]:
    """What there was to agree on, then the agreement measured, or what would have been possible."""
    tr = voice.tr
    lines = [heading(tr("What there was to be had"))]
    zone = set(chart.zone)
    counted = tr(
        "Of {all} possible outcomes {zone} were no worse than an ordinary tender to both; home allowed {home}."
    )
    sizes = (chart.talks.space.size, len(zone), len(zone & chart.at_home))
    if not zone:
        lines.append(line(tr("Not one of the {n} possible outcomes was as good as an ordinary tender to both.").format(
            n=_number(sizes[0], tr))))  # fmt: skip
    else:
        every, both, home = (_number(n, tr) for n in sizes)
        lines.append(line(counted.format(all=every, zone=both, home=home)))
    if chart.bargain.agreed >= 0:
        return [*lines, *(line(said) for said in _deal(voice, chart, deal(chart)))]
    return [*lines, *(line(said) for said in _parted(voice, chart))]


def _number(n: int, tr: Translator) -> str:
    """`12.366`: thousands apart."""
    return f"{n:,}".replace(",", "." if tr.language == "nl" else ",")


def _deal(voice: Voice, chart: Chart, found: Deal) -> Iterator[str]:
    tr = voice.tr
    bounds = chart.bounds
    said = tr("The agreement is worth {ours} of 100 to you and {theirs} to them; an ordinary tender {low} and {high}.")
    yield said.format(ours=found.worth[0], theirs=found.worth[1], low=bounds[0], high=bounds[1])
    ours, theirs = found.shares
    said = tr("Of the most that could be gained over that, you got {ours} percent and they {theirs}.")
    yield f"{said.format(ours=ours, theirs=theirs)} {_whose(ours, theirs, tr)}"
    yield from _left(voice, chart, found)
    yield from _solutions(voice, chart, found)


def _whose(ours: int, theirs: int, tr: Translator) -> str:
    if abs(ours - theirs) <= EVEN:
        return tr("That is about even.")
    return tr("You got the larger part.") if ours > theirs else tr("They got the larger part.")


def _left(voice: Voice, chart: Chart, found: Deal) -> Iterator[str]:
    """What stayed on the table, for whom, and the swap that would have been worth it."""
    tr = voice.tr
    if not any(found.left):
        yield tr("Nothing was left on the table: better for one of you would have been worse for the other.")
        return
    yield _still(found.left, tr("Left on the table: {what}."), tr)
    if found.at_home != found.left:
        if any(found.at_home):
            yield _still(found.at_home, tr("With what home allowed: {what}."), tr)
        else:
            yield tr("With what home allowed there was nothing more to be had.")
    if found.swap is not None:
        better = chart.percent(found.swap)
        what = words.changes(voice.titles, chart.talks.space, chart.bargain.agreed, found.swap)
        said = tr(
            "One more swap, {what}: worth {ours} to you instead of {was_ours}, "
            "and {theirs} to them instead of {was_theirs}."
        )
        yield said.format(
            what=what, ours=better[0], was_ours=found.worth[0], theirs=better[1], was_theirs=found.worth[1]
        )


def _still(left: tuple[int, int], said: str, tr: Translator) -> str:
    ours, theirs = left
    if ours and theirs:
        what = tr("{ours} for you at no cost to them, or {theirs} for them at no cost to you")
    elif ours:
        what = tr("{ours} for you, at no cost to them")
    else:
        what = tr("{theirs} for them, at no cost to you")
    return said.format(what=what.format(ours=ours, theirs=theirs))


def _solutions(voice: Voice, chart: Chart, found: Deal) -> Iterator[str]:
    """Where the agreement lies from the frontier, and from what the theory calls a good division."""
    tr, nash, fair = voice.tr, chart.map.nash, chart.map.kalai_smorodinsky
    if nash is None or fair is None:
        return
    if found.off:
        yield tr("To the nearest point of the frontier it is {n} points.").format(n=found.off)
    n, k = chart.percent(nash.code), chart.percent(fair.code)
    said = tr("The product of both gains (Nash) is {part} percent of the largest, which lies at {ours} and {theirs}.")
    yield said.format(part=found.product, ours=n[0], theirs=n[1])
    said = tr("Shared in proportion to what each could have had (Kalai-Smorodinsky) it would be {ours} and {theirs}.")
    yield said.format(ours=k[0], theirs=k[1])


def _parted(voice: Voice, chart: Chart) -> Iterator[str]:
    """Whether there was room for an agreement where there is none."""
    tr, nash = voice.tr, chart.map.nash
    ours = [offer for offer in chart.bargain.offers if offer.ours]
    if nash is None:
        yield tr("There was no room: whoever had given in would have been worse off than with an ordinary tender.")
        return
    if not set(chart.zone) & chart.at_home:
        yield tr("There was room, but none of it with what home allowed.")
    else:
        yield tr("So there was room for an agreement.")
    u, v = chart.percent(nash.code)
    yield tr("At the best point for both together it was worth {ours} to you and {theirs} to them.").format(
        ours=u, theirs=v
    )
    if ours:
        near = max(ours, key=lambda offer: chart.map.second(offer.code))
        said = tr(
            "You came nearest with your offer {mark}: {theirs} to them, "
            "and under {low} they would rather have a tender."
        )
        yield said.format(mark=near.mark, theirs=chart.percent(near.code)[1], low=chart.bounds[1])
        what = words.changes(voice.titles, chart.talks.space, near.code, nash.code)
        if what:
            yield tr("From there to that point: {what}.").format(what=what)
