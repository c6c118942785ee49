"""A game being played: every accepted action is on disk before anybody sees what it did.

A session joins a game, a driver and (unless it is kept in memory) a journal. What the table says about itself, such as
fingers held up or the name on the card, is remembered beside the game: it never touches the state.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from attrs import frozen

from geboortespel import __version__
from geboortespel.engine.actions import Action
from geboortespel.engine.board import Board
from geboortespel.engine.game import RULES_VERSION, Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause, Entry, Log
from geboortespel.engine.view import View
from geboortespel.scenario.model import Outcome, Scenario
from geboortespel.session.driver import Driver, Policy
from geboortespel.session.journal import BACK, BEGIN, JOURNAL_FORMAT, TABLE, Body, encode
from geboortespel.session.moments import FINAL_NOTES, Moment, Moments
from geboortespel.session.store import LineFile


@frozen
class Receipt:
    """An accepted line: its number, notes of what happened, and visible changes (quantity → difference)."""

    line: int
    notes: tuple[Cause, ...]
    changes: dict[str, int]


@frozen
class Causes:
    """Why a quantity is what it is. `entries` newest first; `value` is None when hidden, and then `band` bounds it and
    the entries are those that the table witnessed, without a total."""

    entries: tuple[Entry, ...]
    start: int | None
    value: int | None
    band: tuple[int, int] | None = None


class NothingToUndo(Exception):
    """There is nothing to take back: at the start, or what was drawn or heard stands between."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Session:
    """One game at one table. Make one with `new`, or with `replay.resume`."""

    def __init__(
        self,
        game: Game,
        seed: int,
        *,
        people: Sequence[str] = (),
        stand_in: Policy | None = None,
        clock: Callable[[], str] | None = _now,
        undo: bool = True,
    ) -> None:
        self.game, self.seed = game, seed
        self.driver = Driver(game, seed)
        self.people = tuple(people) or game.board.seats
        self.stand_in_policy = stand_in
        self.may_undo = undo
        self.remarks: list[tuple[str, dict[str, Any]]] = []
        self.moments = Moments()
        self._clock, self._chain = clock, ""
        self._file: LineFile | None = None
        log = Log()
        start = self.driver.start(log)
        self.opening: tuple[Cause, ...] = tuple(log.notes)
        self.moments.add(Moment(0, 0, start, tuple(log.entries), self.opening, final=True))

    @classmethod
    def new(
        cls,
        scenario: Scenario,
        resolved: Mapping[str, Any],
        seed: int,
        path: Path | None,
        *,
        people: Sequence[str] = (),
        stand_in: Policy | None = None,
        clock: bool = True,
        language: str = "nl",
    ) -> Session:
        """Begin a game; with a path, its journal is created there. StoreError when that can't be."""
        session = cls(Game(scenario), seed, people=people, stand_in=stand_in, clock=_now if clock else None)
        if path is not None:
            body = session.beginning(resolved, language)
            line, session._chain = encode(body, "", session._time())
            session._file = LineFile.create(path, line)
        return session

    def beginning(self, resolved: Mapping[str, Any], language: str) -> Body:
        """The journal's first line: everything a replay needs."""
        return {
            "n": 0,
            "soort": BEGIN,
            "journaal": JOURNAL_FORMAT,
            "regels": RULES_VERSION,
            "spel": __version__,
            "scenario": self.board.scenario.id,
            "titel": self.board.scenario.title,
            "zaad": self.seed,
            "mensen": list(self.people),
            "taal": language,
            "stand": self.game.digest(self.state),
            "inhoud": dict(resolved),
        }

    def attach(self, file: LineFile, chain: str) -> None:
        """Go on in an existing journal, whose lines this session has taken over."""
        self._file, self._chain = file, chain

    def close(self) -> None:
        """Let go of the journal."""
        if self._file is not None:
            self._file.close()
            self._file = None

    # -- what there is -----------------------------------------------------------------------------------------------

    @property
    def board(self) -> Board:
        return self.game.board

    @property
    def line(self) -> int:
        """The journal line we are at."""
        return len(self.moments.all) - 1

    @property
    def path(self) -> Path | None:
        return self._file.path if self._file else None

    @property
    def state(self) -> State:
        return self.moments.all[-1].state

    @property
    def finished(self) -> bool:
        return self.game.node(self.state) == "einde"

    @property
    def outcome(self) -> Outcome | None:
        return self.game.outcome(self.state)

    def view(self, seat: str | None = None) -> View:
        """What `seat` may know now (None: the table)."""
        return self.game.view(self.state, seat)

    def _time(self) -> str:
        return self._clock() if self._clock else ""

    # -- what is done ------------------------------------------------------------------------------------------------

    def _write(self, body: Body) -> None:
        """On disk first; a StoreError leaves the session as it was."""
        if self._file is not None:
            line, chain = encode(body, self._chain, self._time())
            self._file.append(line)
            self._chain = chain

    def _next(self, action: Action) -> Moment:
        log = Log()
        state, draws = self.driver.settle(self.game.apply(self.state, action, log), log)
        final = bool(draws) or any(note[0] in FINAL_NOTES for note in log.notes)
        return Moment(self.line + 1, self.line, state, tuple(log.entries), tuple(log.notes), acts=True, final=final)

    def take(self, action: Action) -> tuple[Moment, Body]:
        """The moment that `action` leads to, and its journal line; nothing is changed. IllegalAction when refused."""
        moment = self._next(action)
        body: Body = {"n": moment.line, "soort": action.kind, "ouder": moment.parent}
        parts = {"wie": action.seat, "wat": action.what, "doel": action.target, "keuze": action.choice}
        body["actie"] = {key: value for key, value in parts.items() if value}
        body["stand"] = self.game.digest(moment.state)
        return moment, body

    def act(self, action: Action) -> Receipt:
        """Do an action. IllegalAction or StoreError leave everything as it was."""
        moment, body = self.take(action)
        self._write(body)
        before = self.view(None)
        self.moments.add(moment)
        after = self.view(None)
        changes: dict[str, int] = {}
        for entry in moment.entries:
            if not (before.hides(entry.name) or after.hides(entry.name)):
                changes[entry.name] = changes.get(entry.name, 0) + entry.delta
        return Receipt(moment.line, moment.notes, {name: delta for name, delta in changes.items() if delta})

    def stand_in(self) -> Receipt:
        """Let the stand-in play for seats without people."""
        if self.stand_in_policy is None:
            raise ValueError("no stand-in")
        seat = next(seat for seat in self.view(None).to_act if seat not in self.people)
        return self.act(self.driver.choose(self.state, self.stand_in_policy, self.line, seat))

    def remark(self, kind: str, data: Mapping[str, Any]) -> int:
        """Remember something the table said (fingers, a guess, the card); gives its line. The game is not touched."""
        moment = Moment(self.line + 1, self.line, self.state)
        body = {"n": moment.line, "soort": TABLE, "ouder": moment.parent, "wat": kind, "gegevens": dict(data)}
        self._write({**body, "stand": self.game.digest(self.state)})
        self.moments.add(moment)
        self.remarks.append((kind, dict(data)))
        return moment.line

    @property
    def can_undo(self) -> bool:
        """Whether the last action can be taken back: nothing was drawn or revealed by it."""
        last = self.moments.last_act(self.line)
        return self.may_undo and last is not None and not last.final

    def undo(self) -> Receipt:
        """Take the last action back: a line with an earlier parent. NothingToUndo when that can't be."""
        last = self.moments.last_act(self.line)
        if not self.can_undo or last is None:
            raise NothingToUndo
        return self.go_to(last.parent)

    def go_to(self, line: int) -> Receipt:
        """Go on from an earlier moment (undo, redo, what-if): a new line whose parent it is."""
        moment = Moment(self.line + 1, line, self.moments.all[line].state)
        body = {"n": moment.line, "soort": BACK, "ouder": line, "stand": self.game.digest(moment.state)}
        self._write(body)
        self.moments.add(moment)
        return Receipt(moment.line, (("terug", str(line)),), {})

    # -- why ---------------------------------------------------------------------------------------------------------

    def causes(self, name: str, seat: str | None = None) -> Causes:
        """Why a quantity is what it is: entries newest first that add up from its start; hidden ones only as witnessed.

        Of a hidden support the table witnessed what it did itself; who influences whom stays out, as does the total.
        """
        view = self.view(seat)
        entries = self.moments.entries(self.line, name)
        if not view.hides(name):
            value = view.value(name)
            start = None if value is None else value - sum(entry.delta for entry in entries)
            return Causes(tuple(entries), start, value)
        witnessed = tuple(entry for entry in entries if entry.cause[0] in ("gebeurtenis", "kaart", "keuze"))
        family, _, actor = name.partition(".")
        band = view.band(actor) if family in ("steun", "anker") else None
        return Causes(witnessed, None, None, band)
