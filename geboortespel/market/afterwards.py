"""Talks that are over, told again: the same steps, or all but one kind of them, and what the party would have done.

A party is exact: the same offers and the same trust give the same answers. So what a move of talk was worth is found
by playing the talks without it, everything the client put forward left as it was. What a client learnt from an answer,
and would have put forward without it, is not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Literal

from attrs import evolve, frozen

from geboortespel.market.measures import Map
from geboortespel.market.parley import Table
from geboortespel.market.sitting import Reply, Sitting, Status
from geboortespel.market.utility import FULL

Deed = Literal["waarom", "vertellen", "voorleggen", "graag-of-niet", "aannemen"]


@frozen
class Step:
    """What the client did: ask or tell about an issue, put an outcome forward, or take the party's last offer."""

    deed: Deed
    issue: str = ""
    code: int = -1


@frozen
class Meeting:
    """One sitting: the trust that came with the client from home, before what was built up at the table, and the
    steps."""

    trust: int
    steps: tuple[Step, ...]


@frozen
class Course:
    """How talks went. `sittings` and `replies`: after each step; `sitting`: where it ended, `opening`: the trust that
    it began with. `asks`: the least the party settles for at the end, or when it agreed."""

    opening: int
    sitting: Sitting
    sittings: tuple[Sitting, ...]
    replies: tuple[Reply, ...]
    asks: int

    @property
    def status(self) -> Status:
        return self.sitting.status

    @property
    def lies(self) -> int:
        """Code of what was agreed, else of the party's last offer; -1 when there was none."""
        if self.status == "akkoord":
            return self.sitting.agreed
        return self.sitting.theirs[-1] if self.sitting.theirs else -1


def told_again(table: Table, meetings: Sequence[Meeting]) -> Course:
    """The talks from their steps. Ends when the party agrees or leaves; what came after that did not happen then."""
    now, built, opening = Sitting(0), 0, 0
    sittings: list[Sitting] = []
    replies: list[Reply] = []
    asks = 0
    for n, meeting in enumerate(meetings):
        now = evolve(now, trust=max(0, min(FULL, meeting.trust + built)))
        opening = opening if n else now.trust
        asks = table.target(now)
        for step in meeting.steps:
            before = now
            if step.deed == "aannemen" and not now.theirs:
                continue
            now, reply = _taken(table, now, step)
            built += now.trust - before.trust
            asks = table.target(before if now.status != "open" else now)
            sittings.append(now)
            replies.append(reply)
            if now.status != "open":
                return Course(opening, now, tuple(sittings), tuple(replies), asks)
    return Course(opening, now, tuple(sittings), tuple(replies), asks)


def _taken(table: Table, now: Sitting, step: Step) -> tuple[Sitting, Reply]:
    match step.deed:
        case "waarom":
            return table.ask(now, step.issue)
        case "vertellen":
            return table.tell(now, step.issue)
        case "aannemen":
            return table.accept(now)
        case _:
            return table.put_forward(now, step.code, take_it_or_leave_it=step.deed == "graag-of-niet")


# -- without a kind of step --------------------------------------------------------------------------------------------


def without(meetings: Iterable[Meeting], drops: Callable[[Step], bool]) -> tuple[Meeting, ...]:
    """The same talks without these steps."""
    return tuple(evolve(meeting, steps=tuple(s for s in meeting.steps if not drops(s))) for meeting in meetings)


def unforced(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The same talks, but what was take it or leave it is put forward as any offer."""

    def calm(step: Step) -> Step:
        return evolve(step, deed="voorleggen") if step.deed == "graag-of-niet" else step

    return tuple(evolve(meeting, steps=tuple(map(calm, meeting.steps))) for meeting in meetings)


def filled(meetings: Sequence[Meeting], issues: Sequence[str], room: int) -> tuple[Meeting, ...]:
    """The same talks with the questions that were left used: in each sitting, before the first offer, as many of these
    issues are told as there was room for and as were not told before."""
    told = {step.issue for meeting in meetings for step in meeting.steps if step.deed == "vertellen"}
    left, found = [issue for issue in issues if issue not in told], list[Meeting]()
    for meeting in meetings:
        spare = max(0, room - sum(step.deed in ("waarom", "vertellen") for step in meeting.steps))
        now, left = left[:spare], left[spare:]
        at = next((n for n, s in enumerate(meeting.steps) if s.code >= 0 or s.deed == "aannemen"), len(meeting.steps))
        steps = (*meeting.steps[:at], *(Step("vertellen", issue) for issue in now), *meeting.steps[at:])
        found.append(evolve(meeting, steps=steps))
    return tuple(found)


def less_trust(meetings: Sequence[Meeting], points: Sequence[int]) -> tuple[Meeting, ...]:
    """The same talks with so many points of trust less at the beginning of each sitting."""
    return tuple(evolve(m, trust=m.trust - less) for m, less in zip(meetings, points, strict=True))


def without_grudge(table: Table) -> Table:
    """A party that loses no trust over offers it can't live with."""
    return Table(table.client, evolve(table.party, manners=evolve(table.party.manners, insult=0)))


# -- what could still have been done -----------------------------------------------------------------------------------


def allowed(options: Sequence[Sequence[int]], steps: Sequence[int]) -> Iterator[int]:
    """Codes of the outcomes made of these options alone, given by their places; `steps`: those of the space."""
    for digits in product(*options):
        yield sum(step * digit for step, digit in zip(steps, digits, strict=True))


def swap(chart: Map, code: int, options: Sequence[Sequence[int]], most: int = 2) -> int | None:
    """The best outcome that differs in at most `most` issues, is made of these options, and is worth more to one and no
    less to the other: where it can be more to both, and of those the largest product of the gains. None: there is
    none."""
    space = chart.first.space
    here, digits = chart.point(code), space.digits(code)
    found: list[tuple[bool, int, int, int]] = []
    for size in range(1, most + 1):
        for places in combinations(range(len(digits)), size):
            others = [[d for d in options[place] if d != digits[place]] for place in places]
            for chosen in product(*others):
                moves = zip(places, chosen, strict=True)
                other = code + sum((d - digits[place]) * space.steps[place] for place, d in moves)
                point = chart.point(other)
                if min(point.first - here.first, point.second - here.second) < 0 or point == evolve(here, code=other):
                    continue
                a, b = chart.gains(point)
                both = point.first > here.first and point.second > here.second
                found.append((both, a * b, -size, other))
    return max(found)[3] if found else None
