"""Which moves of talk made the difference: each kind is left out and the talks are told again (`market.afterwards`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from geboortespel.market.afterwards import Course, Meeting, Step, filled, less_trust, told_again, unforced, without
from geboortespel.market.afterwards import without_grudge as patient
from geboortespel.report.lookback.bargains import Chart, Source

MOST = 4
"""How many things that brought or cost trust before the talks are told."""
LEAST = 2
"""Points of trust under which they are not."""
RANK = {"akkoord": 2, "open": 1}
"""Endings from bad to good; parting and running out of time are 0."""


@frozen
class Difference:
    """A kind of move and how the talks go without it. `kind`: waarom, vertellen, graag-of-niet, geslikt (offers the
    party could not live with), thuis (what `source` had done to trust before the talks), or onverteld: questions that
    were left, here spent on telling what weighs most. `trust`: points at the end that it gave. `issues`: those of which
    the telling alone changed what they offered."""

    kind: str
    times: int
    trust: int
    other: Course
    source: Source = ()
    issues: tuple[str, ...] = ()


def differences(chart: Chart) -> list[Difference]:
    """Every kind of move that was made, at the table first."""
    return [*_at_the_table(chart), *_unused(chart), *_before_it(chart)]


def _steps(meetings: Sequence[Meeting], deed: str) -> list[Step]:
    return [step for meeting in meetings for step in meeting.steps if step.deed == deed]


def _at_the_table(chart: Chart) -> Iterator[Difference]:
    meetings, was = chart.bargain.meetings, chart.course
    for deed in ("waarom", "vertellen"):
        if steps := _steps(meetings, deed):
            other = told_again(chart.table, without(meetings, lambda step, deed=deed: step.deed == deed))  # type: ignore[misc]
            issues = _telling(chart, steps) if deed == "vertellen" else ()
            yield Difference(deed, len(steps), was.sitting.trust - other.sitting.trust, other, (), issues)
    if forced := _steps(meetings, "graag-of-niet"):
        other = told_again(chart.table, unforced(meetings))
        yield Difference("graag-of-niet", len(forced), was.sitting.trust - other.sitting.trust, other)
    swallowed = [reply for reply in was.replies if reply.reason in ("onder", "risico")]
    if swallowed:
        other = told_again(patient(chart.table), meetings)
        yield Difference("geslikt", len(swallowed), was.sitting.trust - other.sitting.trust, other)


def _telling(chart: Chart, steps: Sequence[Step]) -> tuple[str, ...]:
    """Issues of which the telling alone changed an offer of theirs."""
    meetings, was = chart.bargain.meetings, chart.course.sitting.theirs

    def changes(told: Step) -> bool:
        return told_again(chart.table, without(meetings, lambda step: step == told)).sitting.theirs != was

    return tuple(step.issue for step in steps if changes(step))


def _unused(chart: Chart) -> Iterator[Difference]:
    """The questions that were left over, spent on telling the heaviest issues that were not told."""
    weights, room = chart.talks.client.weights, chart.talks.written.questions
    heaviest = sorted(weights, key=lambda issue: -weights[issue])
    meetings = filled(chart.bargain.meetings, heaviest, room)
    steps = [sum(len(meeting.steps) for meeting in some) for some in (chart.bargain.meetings, meetings)]
    if steps[1] > steps[0]:
        other = told_again(chart.table, meetings)
        yield Difference("onverteld", steps[1] - steps[0], chart.course.sitting.trust - other.sitting.trust, other)


def _before_it(chart: Chart) -> Iterator[Difference]:
    bargain, was = chart.bargain, chart.course
    last = bargain.brought[-1]
    sources = sorted((source for source in last if abs(last[source]) >= LEAST), key=lambda s: (-abs(last[s]), s))
    for source in sources[:MOST]:
        points = [brought.get(source, 0) for brought in bargain.brought]
        other = told_again(chart.table, less_trust(bargain.meetings, points))
        yield Difference("thuis", 1, was.sitting.trust - other.sitting.trust, other, source)


def better(chart: Chart, difference: Difference) -> int:
    """1 when the talks ended better for the client with it than without, -1 when worse, 0 when the same."""
    was, other = (_value(chart, course) for course in (chart.course, difference.other))
    return (was > other) - (was < other)


def _value(chart: Chart, course: Course) -> tuple[int, int]:
    rank = RANK.get(course.status, 0)
    return rank, chart.map.first(course.lies) if course.lies >= 0 and rank else 0
