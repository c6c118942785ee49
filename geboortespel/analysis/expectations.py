"""The author's expectations (`verwacht`) put to the test by playing: odds, what always holds, and kept games.

Odds are held against the 95% interval of what was counted: broken only when all of it lies outside. What always holds
is looked at in every state of the games played, or, where no player is named and all states can be gone through, in
every state there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil, floor
from pathlib import Path
from typing import Literal

from attrs import frozen

from geboortespel.analysis.exact import TooLarge, exact
from geboortespel.analysis.intervals import wilson
from geboortespel.analysis.running import Hands
from geboortespel.analysis.simulate import EndlessGame, Player, Simulation, Tally, Watch, simulate
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State, evaluate
from geboortespel.players.registry import NAMES, by_name
from geboortespel.players.script import MOST, PREFIX, Script, ScriptFault
from geboortespel.scenario.expr import Var, names_in
from geboortespel.scenario.model import Expectation, Scenario
from geboortespel.scenario.scalars import suggest
from geboortespel.session.journal import DamagedJournal
from geboortespel.session.replay import carry
from geboortespel.session.store import StoreError

GAMES = 400
USUAL = "planner"
"""Who plays when an expectation on odds names nobody."""
ANYBODY = ("willekeurig", "grillig", "planner")
"""Who play when what always holds names nobody."""
ALL_STATES = 60_000
"""Up to how many states are gone through to be certain of what always holds."""
Held = Literal["ja", "nee", "onbeslist"]


@frozen
class Verdict:
    """What came of one expectation: whether it held, the code of a diagnostic when not, and its params.

    `params` of one that held: `games`, `player`, `hits`, `interval` and `odds`, or `states` when it is certain.
    """

    id: str
    held: Held
    code: str
    params: dict[str, str]


def verdicts(
    scenario: Scenario,
    folder: Path,
    games: int = GAMES,
    seed: int = 1,
    hands: Hands | None = None,
    told: Callable[[int], None] | None = None,
) -> Iterator[Verdict]:
    """A verdict on every expectation, in the scenario's order. Kept games and scripts are looked up in `folder`; `told`
    hears how many games are played."""
    trial = _Trial(scenario, folder, games, seed, hands, told)
    for expectation in scenario.expected.values():
        yield from trial.of(expectation)


class _Trial:
    def __init__(
        self,
        scenario: Scenario,
        folder: Path,
        games: int,
        seed: int,
        hands: Hands | None,
        told: Callable[[int], None] | None,
    ) -> None:
        self.scenario, self.folder, self.hands, self.told = scenario, folder, hands, told
        self.seeds = range(seed, seed + games)
        self.game = Game(scenario, fast=True)
        self._tallies: dict[str, Tally] = {}
        self._played = 0

    def of(self, expectation: Expectation) -> Iterator[Verdict]:
        """One verdict, or several when the first part does not hold."""
        if expectation.journal:
            yield self._journal(expectation)
        elif expectation.always is None and not (expectation.outcome and expectation.odds):
            yield Verdict(expectation.id, "nee", "G188", {"id": expectation.id})
        else:
            try:
                if expectation.odds and expectation.outcome:
                    yield self._odds(expectation, expectation.outcome)
                if expectation.always is not None:
                    yield self._always(expectation)
            except _Unplayable as fault:
                yield Verdict(expectation.id, "nee", fault.code, {"id": expectation.id, **fault.params})

    # -- odds --------------------------------------------------------------------------------------------------------

    def _odds(self, expectation: Expectation, outcome: str) -> Verdict:
        who = expectation.player or USUAL
        tally = self._tally(who)
        low, high = (int(part) / 100 for part in expectation.odds.removesuffix("%").split("-"))
        share, (least, most) = tally.share(outcome), wilson(tally.outcomes[outcome], tally.games)
        held: Held = "ja" if low <= share <= high else "nee" if most < low or least > high else "onbeslist"
        params = {
            "id": expectation.id,
            "outcome": outcome,
            "hits": str(tally.outcomes[outcome]),
            "interval": f"{floor(100 * least)}-{ceil(100 * most)}%",
            "games": str(tally.games),
            "player": who,
            "odds": expectation.odds,
        }
        return Verdict(expectation.id, held, {"ja": "", "nee": "G180", "onbeslist": "G181"}[held], params)

    def _tally(self, who: str) -> Tally:
        """The games by one player, played once for all expectations that name them."""
        if who not in self._tallies:
            watch = [e.id for e in self.scenario.expected.values() if e.always is not None and self._watches(e, who)]
            before = self._played

            def told(games: int) -> None:
                if self.told is not None:
                    self.told(before + games)

            player = self._player(who)
            try:
                found = simulate(self.scenario, player, self.seeds, watch=watch, hands=self.hands, told=told)
            except EndlessGame as fault:
                raise _Unplayable("G189", player=who, seed=str(fault.seed)) from fault
            self._tallies[who] = found
            self._played += found.games
        return self._tallies[who]

    def _player(self, who: str) -> Player:
        if who in NAMES:
            return who
        if not who.startswith(PREFIX):
            raise _Unplayable("G186", player=who, known=", ".join(NAMES), **suggest(who, NAMES))
        path = self._inside(who.removeprefix(PREFIX))
        try:
            data = path.read_bytes() if path is not None else b""
            script = Script(who, data[:MOST].decode("utf-8"))
            if path is None:
                raise FileNotFoundError
            script.player(self.game.board)
        except (OSError, UnicodeDecodeError):
            raise _Unplayable("G186", player=who, known=", ".join(NAMES)) from None
        except ScriptFault as fault:
            raise _Unplayable("G187", at=str(fault.line), word=fault.word) from fault
        return script

    def _inside(self, name: str) -> Path | None:
        """A file in the scenario's folder; nothing outside it is read."""
        folder = self.folder.resolve()
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None

    # -- what always holds -------------------------------------------------------------------------------------------

    @staticmethod
    def _watches(expectation: Expectation, who: str) -> bool:
        return who in ((expectation.player,) if expectation.player else ANYBODY)

    def _always(self, expectation: Expectation) -> Verdict:
        players: Iterable[str] = (expectation.player,) if expectation.player else ANYBODY
        if not expectation.player:
            states = self._certain(expectation)
            if states:
                return Verdict(expectation.id, "ja", "", {"id": expectation.id, "states": str(states)})
        games = 0
        for who in players:
            tally = self._tally(who)
            games += tally.games
            if expectation.id in tally.broken:
                return self._broken(expectation, who, tally.broken[expectation.id])
        params = {"id": expectation.id, "games": str(games), "player": ", ".join(players)}
        return Verdict(expectation.id, "ja", "", params)

    def _certain(self, expectation: Expectation) -> int:
        """How many states there are, when it holds in all; 0 when it does not, or there are too many."""
        watch = Watch(self.game, [expectation.id])
        try:
            found = exact(self.game, by_name("willekeurig"), ALL_STATES, seen=watch)
        except TooLarge:
            return 0
        return 0 if watch.broken() else found.states

    def _broken(self, expectation: Expectation, who: str, seed: int) -> Verdict:
        """The first state of that game in which it does not hold."""
        assert expectation.always is not None
        rules, test = self.game.rules, Watch(self.game, [expectation.id]).tests[expectation.id]
        first: list[State] = []

        def look(s: State) -> None:
            if not first and not test(s):
                first.append(s[:])

        Simulation(self.game, self._player(who)).play(seed, seen=look)
        state, values = first[0], []
        for name in dict.fromkeys(names_in(expectation.always)):
            node, whole = rules.low.number(Var(name))
            values.append(f"{name} = {evaluate(node, state) / whole:g}")
        params = {"id": expectation.id, "player": who, "seed": str(seed), "found": ", ".join(values)}
        params["round"] = str(state[self.game.flow.round])
        return Verdict(expectation.id, "nee", "G182", params)

    # -- kept games --------------------------------------------------------------------------------------------------

    def _journal(self, expectation: Expectation) -> Verdict:
        params = {"id": expectation.id, "file": expectation.journal, "outcome": expectation.outcome or ""}
        path = self._inside(expectation.journal)
        if path is None:
            return Verdict(expectation.id, "nee", "G185", params)
        try:
            session, other = carry(path, self.scenario)
        except (StoreError, DamagedJournal):
            return Verdict(expectation.id, "nee", "G185", params)
        if other is not None:
            return Verdict(expectation.id, "nee", "G184", {**params, "at": str(other.line)})
        found = session.outcome.id if session.outcome is not None else "-"
        if not expectation.outcome:
            return Verdict(expectation.id, "nee", "G188", params)
        held: Held = "ja" if found == expectation.outcome else "nee"
        return Verdict(expectation.id, held, "" if held == "ja" else "G183", {**params, "found": found})


class _Unplayable(Exception):
    """There is nobody who can play; `code` says why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code, self.params = code, params
