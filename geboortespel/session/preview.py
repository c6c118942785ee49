"""A game in memory that follows its scenario while it is being written: begin anywhere, and after every save go on.

On a change the scenario is read again and everything that was done is done again on the new version, with the same
seed; where an action is no longer there or no longer allowed, the game stops and waits for the author.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from geboortespel.engine.actions import Action, IllegalAction, UnknownAction
from geboortespel.engine.batch import apply_steps
from geboortespel.engine.game import Game
from geboortespel.engine.ledger import Log
from geboortespel.scenario.changes import Difference, differences
from geboortespel.scenario.diagnostics import Fault, Faults
from geboortespel.scenario.effects import Effector
from geboortespel.scenario.expr import Change
from geboortespel.scenario.library import Library
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.nodes import Source, from_plain
from geboortespel.scenario.reader import Kept, Reading, read
from geboortespel.scenario.scope import Aim, Names, Scope
from geboortespel.session.driver import Policy
from geboortespel.session.moments import Moment
from geboortespel.session.renames import new_name
from geboortespel.session.session import Session

GIVEN = ("begin",)
"""Cause of what the author set."""
Key = tuple[str, str, str, str, str]


@frozen
class Start:
    """Where to begin: at the first decision of a phase (by id) or of a round, 0 for at once; with quantities set."""

    phase: str = ""
    round: int = 0
    given: tuple[tuple[str, str], ...] = ()
    """Name → value, as written."""


class NeverThere(Exception):
    """The game ends before it comes to where it should begin."""


class GivenWrong(Exception):
    """What was to be set can't be; `faults` says why."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


@frozen
class Reloaded:
    """What came of a change. `faults`: the scenario can't be played now, and the game stays as it was.

    `again` of `before` actions were done again; `lost` is the first that could not be (None: all could).
    """

    faults: tuple[Fault, ...] = ()
    changes: tuple[Difference, ...] = ()
    again: int = 0
    before: int = 0
    lost: Key | None = None
    seconds: float = 0.0


class Preview:
    """One game of one scenario file. `people`: the seats that are played by hand; a lead-in plays up to the start."""

    def __init__(
        self,
        path: Path,
        seed: int,
        reading: Reading,
        kept: Kept,
        people: Sequence[str],
        stand_in: Policy | None,
        language: str = "",
    ) -> None:
        assert reading.scenario is not None
        self.path, self.seed, self.reading = path, seed, reading
        self.people, self.stand_in, self.language = tuple(people), stand_in, language
        self._kept, self._library = kept, Library()
        self._given: dict[int, tuple[tuple[str, str], ...]] = {}
        """Line → what the author set there."""
        self._seen = self._stamps()
        self.session = self._session(reading.scenario)

    def _session(self, scenario: Scenario) -> Session:
        game = Game(scenario)
        people = [seat for seat in self.people if seat in game.board.seats]
        return Session(game, self.seed, people=people, stand_in=self.stand_in, clock=None, undo="altijd")

    # -- beginning -------------------------------------------------------------------------------------------------

    def begin(self, start: Start, lead_in: Policy | None) -> None:
        """Play up to the start (`lead_in`; None: by passing), then set what is given."""
        while not self._there(start):
            if self.session.finished:
                raise NeverThere
            self.session.act(self._next(lead_in))
        if start.given:
            self.give(start.given)

    def _there(self, start: Start) -> bool:
        view = self.session.view(None)
        if start.phase:
            phases = list(self.session.board.scenario.phases)
            return phases.index(view.phase) >= phases.index(start.phase)
        return view.round >= start.round

    def _next(self, policy: Policy | None) -> Action:
        session = self.session
        if policy is not None:
            return session.driver.choose(session.state, policy, session.line)
        legal = session.game.legal(session.state)
        return next((a for a in legal if a.kind == "pas" or (a.kind == "poort" and a.what == "verder")), legal[-1])

    def give(self, given: tuple[tuple[str, str], ...]) -> None:
        """Set quantities by hand: a moment of its own. GivenWrong when one can't be set."""
        session, log = self.session, Log()
        index = session.game.rules.layout.index
        steps = [(index[change.name], True, change.amount, GIVEN) for change in changes_of(session, given)]
        state = session.state[:]
        apply_steps(session.game.rules.layout, state, steps, log)
        session.game.flow.clear_doors(state, log)
        moment = Moment(session.line + 1, session.line, state, tuple(log.entries), tuple(log.notes), final=True)
        self._given[moment.line] = given
        session.moments.add(moment)

    # -- following the file ------------------------------------------------------------------------------------------

    def _stamps(self) -> dict[str, tuple[int, int]]:
        found = {}
        for source in dict.fromkeys((str(self.path), *self.reading.sources)):
            try:
                about = Path(source).stat()
            except OSError:
                continue  # just being replaced by an editor
            found[source] = about.st_mtime_ns, about.st_size
        return found

    def changed(self) -> bool:
        """Whether one of the scenario's files was saved since it was last read."""
        now = self._stamps()
        return any(self._seen.get(source) != stamp for source, stamp in now.items())

    def reload(self) -> Reloaded:
        """Read the scenario again, and do everything again."""
        collecting = gc.isenabled()
        gc.disable()  # all that is made here stays; looking through it for what may go would take a third of the time
        try:
            return self._reload(time.perf_counter())
        finally:
            if collecting:
                gc.enable()

    def _reload(self, began: float) -> Reloaded:
        self._seen = self._stamps()
        reading = read(self.path, self._library, kept=self._kept, language=self.language)
        if reading.scenario is None:
            self.reading = Reading(self.reading.scenario, (), self.reading.resolved, reading.sources)
            return Reloaded(reading.faults, seconds=time.perf_counter() - began)
        changes = tuple(differences(self.reading.resolved, reading.resolved))
        past = list(self._past())
        self.reading, self._given, self._seen = reading, {}, self._stamps()
        self.session = self._session(reading.scenario)
        again, lost = 0, None
        for step in past:
            lost = self._again(step, reading.scenario)
            if lost is not None:
                break
            again += step[1] is not None
        acts = sum(1 for _, key in past if key is not None)
        return Reloaded((), changes, again, acts, lost, time.perf_counter() - began)

    def _past(self) -> Iterator[tuple[tuple[tuple[str, str], ...], Key | None]]:
        """What was done on the way to now, oldest first: (what was set, None) or ((), the action)."""
        session = self.session
        for moment in reversed(list(session.moments.way(session.line))):
            if moment.line in self._given:
                yield self._given[moment.line], None
            elif moment.action is not None:
                yield (), moment.action.key

    def _again(self, step: tuple[tuple[tuple[str, str], ...], Key | None], scenario: Scenario) -> Key | None:
        """Do one step again; the action when it can't be done any more."""
        given, key = step
        if key is None:
            try:
                self.give(given)
            except GivenWrong:
                return ("stand", "", *given[0], "")
            return None
        kind, *names = key
        try:
            self.session.act(self.session.game.action(kind, *(new_name(name, scenario.renamed) for name in names)))
        except (UnknownAction, IllegalAction):
            return key
        return None


def changes_of(session: Session, given: tuple[tuple[str, str], ...]) -> list[Change]:
    """What is to be set, as effects. GivenWrong with every fault, as for effects in a scenario."""
    faults, source = Faults(), Source("--stand")
    scope = Scope(Names(session.board.scenario), Aim(), lenient=False, left_out=frozenset())
    tree = from_plain({name: f"={value}" for name, value in given}, source)
    found = Effector(scope, faults).effects(tree)
    if faults.sorted():
        raise GivenWrong(faults.sorted())
    return [change for change in found if isinstance(change, Change)]


_QUIET = ("ronde", "fase", "tijd", "gedaan", "gebeurd", "bereik", "herhaald", "gehoord", "zorg", "meedoet")
"""Families that a panel leaves out: the story tells of them."""


def standings(session: Session, line: int | None = None) -> dict[str, int]:
    """Every quantity that can be watched, hidden ones too, as the author names it; aspects by their level. `line`: how
    it was there (None: now)."""
    game, state = session.game, session.moments.all[-1 if line is None else line].state
    found = {aspect: game.rules.level(aspect)(state) for aspect in game.scenario.aspects}
    for slot, name in enumerate(game.rules.layout.names[: game.rules.layout.named]):
        family, _, member = name.partition(".")
        if family in _QUIET or (family == "stand" and member in found):
            continue
        found[name] = state[slot]
    return found


def as_written(session: Session, name: str, value: int) -> str:
    """A value as rules write it: a number, or the word it stands for."""
    quantity = session.game.rules.layout.quantities.get(name)
    if quantity is None or quantity.type == "number":
        return str(value)
    words = ("nee", "ja") if quantity.type == "yesno" else quantity.type
    return words[value]
