"""What happened in a game, read from its moments: the state each round began with, and what every step did.

A step is an action, an event or the working-through of a round: the ledger's entries of one moment, parted by cause.
The states between them are found by adding the entries up: for every quantity, start + entries = value (design 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import frozen

from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause, Entry
from geboortespel.engine.view import View
from geboortespel.session.moments import Moment
from geboortespel.session.session import Session

MONTH = "maand"
NEWS = ("gebeurtenis", "kaart", "zichtbaar")
"""Causes that are news; what an action does has any other cause than these and those of the month."""
MONTH_CAUSES = ("invloed", "luistert", "anker", "verloop", "drempel", "herstel", "samen")
_OF_WHATEVER_WAS_LAST = ("grens", "overwonnen", "ronde", "fase", "begin")


@frozen
class Step:
    """What did something: `code` is the action's key, the event's cause, or (`MONTH`,). `towards`: how many points of
    what was missing to green it took away (below 0: it took the game further from it)."""

    round: int
    line: int
    code: Cause
    towards: int
    left: int
    """Points that are missing after it."""


@frozen
class Remark:
    """Something said at the table, with the moment at which it was said."""

    kind: str
    data: dict[str, Any]
    moment: Moment


class Past:
    """The way to where a game is now. What is private to somebody stays so until the game has ended."""

    def __init__(self, session: Session) -> None:
        self.session, self.game = session, session.game
        self.finished = session.finished
        self.way: tuple[Moment, ...] = tuple(session.moments.way(session.line))[::-1]
        self.now = self.view(session.state)
        self.required = self.now.required if session.board.aspects else ()

    def view(self, state: State) -> View:
        """What may be told of a state now."""
        return self.game.view(state, over=self.finished)

    def round_of(self, moment: Moment) -> int:
        """The round a moment belongs to: the one in which it was done."""
        return min(self.view(self.session.moments.all[moment.parent].state).round, self.now.rounds)

    def news_round(self, moment: Moment) -> int:
        """The round of what happened by itself in a moment: the last pass of a round brings the news of the next."""
        return min(self.view(moment.state).round, self.now.rounds)

    @cached_property
    def begins(self) -> tuple[tuple[int, State], ...]:
        """(round, its state at the first decision), for every round that had one."""
        found: dict[int, State] = {}
        for moment in self.way:
            if self.game.node(moment.state) != "einde":
                found.setdefault(self.view(moment.state).round, moment.state)
        return tuple(found.items())

    @property
    def remarks(self) -> Iterator[Remark]:
        """What was said at the table, in order, also on branches that were left."""
        said = (moment for moment in self.session.moments.all if moment.said)
        return (Remark(kind, data, at) for (kind, data), at in zip(self.session.remarks, said, strict=True))

    def missing(self, state: State) -> int:
        """Points that the required aspects lack to be green, added up."""
        view, aspects = self.view(state), self.session.board.scenario.aspects
        return sum(max(0, aspects[aspect].green - view.level(aspect)) for aspect in self.required)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Everything that did something, oldest first."""
        return tuple(step for moment in self.way if moment.line for step in self._of(moment))

    def _of(self, moment: Moment) -> Iterator[Step]:
        if moment.action is None:
            return
        before = self.session.moments.all[moment.parent].state
        number = self.round_of(moment)
        state, missing = list(before), self.missing(before)
        done = list(parts(moment))
        for n, (code, entries) in enumerate(done):
            for entry in entries:
                slot = self.game.rules.layout.index.get(entry.name)
                if slot is not None:
                    state[slot] += entry.delta
            left = self.missing(moment.state if n + 1 == len(done) else state)
            if code[0] in NEWS and n:
                number = self.news_round(moment)
            yield Step(number, moment.line, self.now.cause(code), missing - left, left)
            missing = left

    def notes(self, *codes: str) -> Iterator[tuple[int, Moment, Cause]]:
        """(round, moment, note) of the notes with these codes that may be told, oldest first."""
        for moment in self.way:
            if moment.line == 0 or moment.action is not None:
                for note in moment.notes:
                    if note[0] in codes and self.now.shows(note):
                        yield self.news_round(moment) if note[0] in NEWS else self.round_of(moment), moment, note


def parts(moment: Moment) -> Iterable[tuple[Cause, list[Entry]]]:
    """A moment's entries parted by what did it, in their order; the action comes first."""
    assert moment.action is not None
    found: list[tuple[Cause, list[Entry]]] = [(moment.action.key, [])]
    for entry in moment.entries:
        code = entry.cause[0]
        if code in _OF_WHATEVER_WAS_LAST:
            key = found[-1][0]
        elif code in NEWS:
            key = entry.cause
        else:
            key = (MONTH,) if code in MONTH_CAUSES else moment.action.key
        if found[-1][0] != key:
            found.append((key, []))
        found[-1][1].append(entry)
    return found
