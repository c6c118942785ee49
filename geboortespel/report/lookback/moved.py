"""Who moved whom: every change of every stakeholder's support by where it came from, from the ledger.

For each person support at the start + these changes = support now. What was ready to be told and never was told to
somebody whose concern it answers is found by asking the engine's own rule what it would have done.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause, Entry
from geboortespel.report.lookback.past import NEWS, Past
from geboortespel.session.moments import Moment

Kind = Literal["believer", "actor", "nieuws", "maanden"]
Source = tuple[Kind, str]
"""Where a change came from: a believer's deed (or, with "", that of all together), somebody they listen to, something
that happened, or the months by themselves."""
MONTHS: Source = ("maanden", "")
LEAST = 3
"""An argument that would have done less than this is not missed."""
_OF_MONTH = ("anker", "verloop", "drempel", "herstel", "samen", "invloed")
_GOES_ON = ("grens",)


@frozen
class Push:
    """One change of somebody's support, in points; `round` and journal `line` in which it happened."""

    round: int
    line: int
    source: Source
    cause: Cause
    points: int


@frozen
class Moved:
    """A stakeholder: support at the start and now, the vote (`ja`, `nee`, '' for none), and what changed it."""

    actor: str
    before: int
    now: int
    vote: str
    pushes: tuple[Push, ...]

    def of(self, source: Source) -> tuple[Push, ...]:
        """What one source did, in order."""
        return tuple(push for push in self.pushes if push.source == source)

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(dict.fromkeys(push.source for push in self.pushes))


@frozen
class Untold:
    """An argument that answers what `actor` had on their mind and was never told there. `points`: of support it would
    have given, by somebody within reach if there was any; `ready`: it had been worked out."""

    actor: str
    argument: str
    concern: str
    points: int
    ready: bool


def moved(past: Past) -> list[Moved]:
    """Everybody, by power. Only of a game that has ended: before, support stays hidden."""
    if not past.finished:
        return []
    board, index = past.session.board, past.game.rules.layout.index
    pushes: dict[str, list[Push]] = {actor: [] for actor in board.actors}
    for moment in past.way:
        if moment.line and moment.action is not None:
            for actor, push in _pushes(past, moment):
                pushes[actor].append(push)
    votes = {note[1]: note[2] for moment in past.way for note in moment.notes if note[0] == "stem"}
    first, last = past.way[0].state, past.session.state
    return [
        Moved(a, first[index[f"steun.{a}"]], last[index[f"steun.{a}"]], votes.get(a, ""), tuple(pushes[a]))
        for a in sorted(board.actors, key=lambda actor: -board.power[actor])
    ]


def _pushes(past: Past, moment: Moment) -> Iterator[tuple[str, Push]]:
    done_in, news_of = past.round_of(moment), past.news_round(moment)
    last: dict[str, tuple[Source, Cause]] = {}
    for entry in moment.entries:
        family, _, actor = entry.name.partition(".")
        if family != "steun" or not actor:
            continue  # a counter may be called like this
        source, cause = last[actor] if entry.cause[0] in _GOES_ON and actor in last else _source(moment, entry)
        last[actor] = source, cause
        yield actor, Push(news_of if source[0] == "nieuws" else done_in, moment.line, source, cause, entry.delta)


def _source(moment: Moment, entry: Entry) -> tuple[Source, Cause]:
    code, cause = entry.cause[0], entry.cause
    assert moment.action is not None
    if code in NEWS:
        return ("nieuws", cause[-1]), cause
    if code == "luistert":
        return ("actor", cause[1]), cause
    if code in (*_OF_MONTH, *_GOES_ON):
        return MONTHS, cause
    return ("believer", moment.action.seat), cause


# -- what was never told -----------------------------------------------------------------------------------------------


def decided(past: Past) -> State:
    """The state in which the decision was asked for the last time; where it never was, the one at the end."""
    for moment in reversed(past.way):
        if any(note[0] == "stem" for note in moment.notes):
            return past.session.moments.all[moment.parent].state
    return past.session.state


def untold(past: Past) -> list[Untold]:
    """By power of who should have heard it, then the strongest first. Only of a game that has ended."""
    if not past.finished:
        return []
    board, state, index = past.session.board, decided(past), past.game.rules.layout.index
    found = []
    for actor in sorted(board.actors, key=lambda actor: -board.power[actor]):
        mine: list[Untold] = []
        for argument in board.scenario.arguments:
            if not past.session.state[index[f"herhaald.{actor}.{argument}"]]:
                mine += _would(past, state, actor, argument)
        found += sorted(mine, key=lambda one: (not one.ready, -one.points))
    return found


def _would(past: Past, state: State, actor: str, argument_id: str) -> Iterator[Untold]:
    """What an argument would have done there, worked out as far as it was, or else once."""
    rules, board = past.game.rules, past.session.board
    argument, index = board.scenario.arguments[argument_id], rules.layout.index
    minded = {concern: state[slot] for slot, _, concern in rules.concerns[actor] if state[slot]}
    answered = [concern for concern in minded if argument.answers.get(concern)]
    if not answered:
        return
    ready = state[index[f"onderbouwd.{argument_id}"]] > 0
    if not ready:
        state = list(state)
        state[index[f"onderbouwd.{argument_id}"]] = 1
    view = past.view(state)
    seats = [seat for seat in board.seats if view.reaches(seat, actor)] or list(board.seats)
    tries = [rules.persuasion.attempt(state, seat, actor, argument) for seat in seats]
    points = max((done.support for done in tries if done.hit), default=0)
    if points >= LEAST:
        heaviest = max(answered, key=lambda concern: minded[concern] * argument.answers[concern])
        yield Untold(actor, argument_id, heaviest, points, ready)
