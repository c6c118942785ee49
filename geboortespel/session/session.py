"""A game being played: every accepted action is on disk before anybody sees what it did.

A session joins a game, a driver and (unless it is kept in memory) a journal. What the table says about itself, such as
fingers held up or the name on the card, is remembered beside the game: it never touches the state.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from attrs import frozen

from geboortespel import __version__
from geboortespel.engine.actions import Action
from geboortespel.engine.board import Board
from geboortespel.engine.game import RULES_VERSION, Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause, Log
from geboortespel.engine.view import View
from geboortespel.scenario.model import Outcome, Scenario
from geboortespel.session.causes import Causes, causes
from geboortespel.session.driver import Driver, Policy
from geboortespel.session.journal import BACK, BEGIN, JOURNAL_FORMAT, PARTS, TABLE, Body, dump, encode
from geboortespel.session.moments import Moment, Moments
from geboortespel.session.revealing import revealed
from geboortespel.session.store import LineFile

Undo = Literal["tot_onthulling", "altijd", "nooit"]
"""How far back the table may take things: to the last draw or revelation, as far as it likes, or not at all."""

UNDO_REMARK = "terugnemen"
"""The remark with which a facilitator changes that during a game."""


@frozen
class Receipt:
    """An accepted line: its number, notes of what happened, and visible changes (quantity → difference).

    As the table may know it; `Session.notes` has what a seat knows besides.
    """

    line: int
    notes: tuple[Cause, ...]
    changes: dict[str, int]


class NothingToUndo(Exception):
    """There is nothing to take back (or to do again): at the start, or what was drawn or heard stands between."""


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
        undo: Undo = "tot_onthulling",
    ) -> None:
        self.game, self.seed = game, seed
        self.driver = Driver(game, seed)
        self.people = tuple(people) or game.board.seats
        self.stand_in_policy = stand_in
        self.remarks: list[tuple[str, dict[str, Any]]] = []
        self.moments = Moments()
        self.content: Mapping[str, Any] = {}
        """The resolved scenario, as the journal keeps it; what follows a game is made of it."""
        self.origin: Mapping[str, Any] = {}  # of a branch: {"tak": what it is a branch of}
        self._undo: Undo = undo
        self._clock, self._chain, self.timed = clock, "", clock is not None
        self._file: LineFile | None = None
        self._path: Path | None = None
        log = Log()
        start = self.driver.start(log)
        self.moments.add(Moment(0, 0, start, tuple(log.entries), tuple(log.notes), final=True))
        self.opening: tuple[Cause, ...] = self.notes(0)

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
        undo: Undo = "tot_onthulling",
    ) -> Session:
        """Begin a game; with a path, its journal is created there. StoreError when that can't be."""
        session = cls(Game(scenario), seed, people=people, stand_in=stand_in, clock=_now if clock else None, undo=undo)
        session.content = resolved
        if path is not None:
            line, chain = encode(session.beginning(resolved, language), "", session._time())
            session.attach(LineFile.create(path, line), chain)
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
            UNDO_REMARK: self._undo,
            "stand": self.game.digest(self.state),
            **self.origin,
            "inhoud": dict(resolved),
        }

    def attach(self, file: LineFile, chain: str) -> None:
        """Go on in an existing journal, whose lines this session has taken over."""
        self._file, self._chain, self._path = file, chain, file.path

    def close(self) -> None:
        """Let go of the journal. A game that was on disk can't be played on after this: resume it."""
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
        """The journal; None for a game in memory."""
        return self._path

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

    def view_at(self, line: int, seat: str | None = None) -> View:
        """What `seat` may know now of how it was at a line: after the end nothing private is left."""
        return self.game.view(self.moments.all[line].state, seat, over=self.finished)

    def notes(self, line: int, seat: str | None = None) -> tuple[Cause, ...]:
        """What happened at a line, as far as `seat` may know it now (None: the table together)."""
        return self.view_at(line, seat).notes(self.moments.all[line].notes)

    def _time(self) -> str:
        return self._clock() if self._clock else ""

    # -- what is done ------------------------------------------------------------------------------------------------

    def _write(self, body: Body) -> None:
        """On disk first; a StoreError leaves the session as it was."""
        if self._path is not None:
            if self._file is None:
                raise ValueError("this session was closed")
            line, chain = encode(body, self._chain, self._time())
            self._file.append(line)
            self._chain = chain

    def _body(self, kind: str, moment: Moment, **what: Any) -> Body:
        """The journal line of a moment; once the game has ended with its outcome."""
        body: Body = {"n": moment.line, "soort": kind, "ouder": moment.parent, **what}
        body["stand"] = self.game.digest(moment.state)
        outcome = self.game.outcome(moment.state)
        return {**body, "einde": outcome.id} if outcome is not None else body

    def take(self, action: Action) -> tuple[Moment, Body]:
        """The moment that `action` leads to, and its journal line; nothing is changed. IllegalAction when refused."""
        log = Log()
        state, draws = self.driver.settle(self.game.apply(self.state, action, log), log)
        final = bool(draws) or revealed(self.view(action.seat or None), action, log)
        moment = Moment(self.line + 1, self.line, state, tuple(log.entries), tuple(log.notes), action, final)
        done = {part: name for part, name in zip(PARTS, action.key[1:], strict=True) if name}
        return moment, self._body(action.kind, moment, actie=done)

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
        return Receipt(
            moment.line, after.notes(moment.notes), {name: delta for name, delta in changes.items() if delta}
        )

    def stand_in(self) -> Receipt:
        """Let the stand-in play for seats without people."""
        if self.stand_in_policy is None:
            raise ValueError("no stand-in")
        seat = next(seat for seat in self.view(None).to_act if seat not in self.people)
        done = self.line - len(self.remarks)  # what is said at the table does not change what they do
        return self.act(self.driver.choose(self.state, self.stand_in_policy, done, seat))

    def remark(self, kind: str, data: Mapping[str, Any]) -> int:
        """Remember something the table said (fingers, a guess, the card); gives its line. The game is not touched.

        `data` is kept as JSON would: TypeError or ValueError when it can't.
        """
        kept = json.loads(dump(data))
        moment = self.moments.said()
        self._write(self._body(TABLE, moment, wat=kind, gegevens=kept))
        self.moments.add(moment)
        self.remarks.append((kind, kept))
        return moment.line

    # -- going back --------------------------------------------------------------------------------------------------

    @property
    def undo_rule(self) -> Undo:
        """How far back the table may go now: what the facilitator said last, else what the game began with."""
        said = (data.get("regel") for kind, data in reversed(self.remarks) if kind == UNDO_REMARK)
        return next((rule for rule in said if rule in get_args(Undo)), self._undo)

    def allow_undo(self, rule: Undo) -> int:
        """Let the table go back this far from now on; gives the line that says so."""
        return self.remark(UNDO_REMARK, {"regel": rule})

    @property
    def can_undo(self) -> bool:
        """Whether the last action can be taken back: nothing was drawn or revealed by it."""
        rule, last = self.undo_rule, self.moments.last_act(self.line)
        return last is not None and (rule == "altijd" or (rule == "tot_onthulling" and not last.final))

    def undo(self) -> Receipt:
        """Take the last action back: a line with an earlier parent. NothingToUndo when that can't be."""
        last = self.moments.last_act(self.line)
        if not self.can_undo or last is None:
            raise NothingToUndo
        return self.go_to(last.parent)

    @property
    def can_redo(self) -> bool:
        """Whether an action was taken back and nothing was done since."""
        return bool(self.moments.all[-1].undone)

    def redo(self) -> Receipt:
        """Do again what was taken back last. NothingToUndo when there is nothing."""
        if not self.can_redo:
            raise NothingToUndo
        return self.go_to(self.moments.all[-1].undone[0])

    def go_to(self, line: int) -> Receipt:
        """Go on from an earlier moment (undo, redo, what-if): a new line whose parent it is. IndexError for no line."""
        if not 0 <= line <= self.line:
            raise IndexError(line)
        moment = self.moments.back(line)
        self._write(self._body(BACK, moment))
        self.moments.add(moment)
        return Receipt(moment.line, (("terug", str(line)),), {})

    # -- why ---------------------------------------------------------------------------------------------------------

    @staticmethod
    def reader(seat: str, people: int) -> str | None:
        """Whose eyes an answer is for: of one person their own seat's; with several people it lies open for all."""
        return seat or None if people == 1 else None

    def causes(self, name: str, seat: str | None = None) -> Causes:
        """Why a quantity is what it is: entries newest first that add up from its start; hidden ones as witnessed."""
        return causes(self.view(seat), name, self.moments.entries(self.line, name))
