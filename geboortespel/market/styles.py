"""Styles of bargaining, by the field's names: how much a party asks, and which offer it makes for that.

A style has no memory of its own: it looks at the offers so far, oldest first, and at the time. Rounds run from 0 to
`rounds` - 1; in each, both parties offer once. Everything is integer and exact: the same offers on every machine.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Protocol

from attrs import frozen

from geboortespel.market.utility import Preferences


@cache
def conceded(exponent: tuple[int, int], whole: int, rounds: int) -> tuple[int, ...]:
    """By round, how much of `whole` has been given away: whole × t^e, rounded down, with t = (round + 1) / (rounds + 1)
    and e = exponent[0] / exponent[1].

    The polynomial concession of Faratin, Sierra and Jennings (Negotiation decision functions for autonomous agents,
    Robotics and Autonomous Systems 24, 1998), exact: the root is an integer root.
    """
    up, down = exponent
    return tuple(_root(whole**down * (n + 1) ** up, (rounds + 1) ** up, down) for n in range(rounds))


def _root(top: int, bottom: int, degree: int) -> int:
    """The largest n with n^degree <= top / bottom."""
    low, high = 0, 1
    while high**degree * bottom <= top:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree * bottom <= top else (low, middle)
    return low


def asking(me: Preferences, at_least: int) -> int | None:
    """The acceptable outcome of lowest utility that is still worth `at_least`: the first in the ranking of those equal.

    None when there is no acceptable outcome at all; the best when none is worth as much.
    """
    ranking, table = me.ranking, me.table
    if not ranking:
        return None
    last = bisect_right(ranking, -at_least, key=lambda code: -table[code])
    if not last:
        return ranking[0]
    worth = table[ranking[last - 1]]
    return ranking[bisect_right(ranking, -worth - 1, key=lambda code: -table[code])]


@frozen
class Talk:
    """What a style sees: its own offers and the other's, oldest first, and the time."""

    mine: Sequence[int]
    theirs: Sequence[int]
    round: int
    rounds: int


class Style(Protocol):
    """A way of bargaining: the least it settles for now, and the offer it makes now."""

    @property
    def name(self) -> str: ...

    def settles_for(self, me: Preferences, talk: Talk) -> int:
        """Utility from which it accepts an offer now."""
        ...

    def offer(self, me: Preferences, talk: Talk) -> int | None:
        """The code it puts forward now; None when nothing is worth as much as its best alternative."""
        ...


@frozen
class TimeBased:
    """Concedes with the time alone, from everything to its reservation value: boulware, linear or conceder."""

    name: str
    exponent: tuple[int, int]

    def settles_for(self, me: Preferences, talk: Talk) -> int:
        if not me.ranking:
            return me.reservation
        low, high = max(me.reservation, me.worst), me.best
        return high - conceded(self.exponent, max(0, high - low), talk.rounds)[talk.round]

    def offer(self, me: Preferences, talk: Talk) -> int | None:
        return asking(me, self.settles_for(me, talk))


@frozen
class TitForTat:
    """Gives what it is given: its target falls by what the other's last step was worth to it (absolute tit for tat,
    Faratin e.a. 1998). Opens with the best and answers a first offer with the smallest step there is."""

    name: str = "tit-for-tat"

    def settles_for(self, me: Preferences, talk: Talk) -> int:
        if not me.ranking:
            return me.reservation
        if not talk.mine:
            return me.best
        last = me(talk.mine[-1])
        if len(talk.theirs) < 2:
            return max(me.reservation, _next_below(me, last))
        step = me(talk.theirs[-1]) - me(talk.theirs[-2])
        return max(me.reservation, last - max(0, step))

    def offer(self, me: Preferences, talk: Talk) -> int | None:
        return asking(me, self.settles_for(me, talk))


def _next_below(me: Preferences, worth: int) -> int:
    """The highest utility of an acceptable outcome under `worth`; `worth` itself when there is none."""
    after = bisect_right(me.ranking, -worth, key=lambda code: -me.table[code])
    return me.table[me.ranking[after]] if after < len(me.ranking) else worth


@frozen
class MiCRO:
    """Minimal concession for rational offers: down its own ranking, a step only when the other has made at least as
    many different offers (De Jonge, IJCAI 2022). When it is not the moment to concede it repeats its last new offer;
    the paper repeats any earlier one."""

    name: str = "micro"

    def _ready(self, talk: Talk) -> bool:
        return len(set(talk.mine)) <= len(set(talk.theirs))

    def settles_for(self, me: Preferences, talk: Talk) -> int:
        made = len(set(talk.mine))
        if not me.ranking:
            return me.reservation
        place = made if self._ready(talk) and made < len(me.ranking) else max(0, made - 1)
        return me.table[me.ranking[place]]

    def offer(self, me: Preferences, talk: Talk) -> int | None:
        made = len(set(talk.mine))
        if self._ready(talk) and made < len(me.ranking):
            return me.ranking[made]
        return me.ranking[made - 1] if made else None


BOULWARE = TimeBased("boulware", (4, 1))
LINEAR = TimeBased("lineair", (1, 1))
CONCEDER = TimeBased("conceder", (1, 4))
TIT_FOR_TAT = TitForTat()
MICRO = MiCRO()
STYLES: dict[str, Style] = {style.name: style for style in (BOULWARE, LINEAR, CONCEDER, TIT_FOR_TAT, MICRO)}
"""The styles by name."""
