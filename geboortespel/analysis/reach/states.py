"""Going through all states, where there are few: what never happens in any of them can't happen."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from attrs import frozen

from geboortespel.analysis.notice import agreed, name_of, things_of
from geboortespel.analysis.reach.search import Key
from geboortespel.analysis.relevant import forgettable
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Log

Known = tuple[int, ...]
"""A state without what nobody asks."""

MOST_STATES, MOST_CELLS, MOST_MOVES = 60_000, 12_000_000, 400_000


@frozen
class Everything:
    """All states: how many, what happens in some of them, and to each outcome the actions of a shortest way."""

    states: int
    things: frozenset[str]
    shortest: dict[str, tuple[Key, ...]]


def everything(game: Game) -> Everything | None:
    """Go through all states; None when there are too many."""
    return _Walk(game).run()


class _Walk:
    def __init__(self, game: Game) -> None:
        self.game = game
        self.start = [(slot, game.rules.layout.start[slot]) for slot in forgettable(game.scenario, game.rules.layout)]
        self.most = min(MOST_STATES, MOST_CELLS // len(game.rules.layout.names))
        self.things: set[str] = set()
        self.came: dict[Known, tuple[Known, Key | None]] = {}
        self.shortest: dict[str, tuple[Key, ...]] = {}

    def run(self) -> Everything | None:
        log = Log()
        first = self._known(self.game.start(log))
        self._tell(log)
        depth, done, left, moves = {first: 0}, set[Known](), deque([first]), 0
        while left:
            state = left.popleft()
            if state in done:
                continue
            done.add(state)
            for action, after in self._ways(state):
                moves += 1
                far = depth[state] + (action is not None)
                if far < depth.get(after, far + 1):
                    depth[after], self.came[after] = far, (state, action)
                    (left.appendleft if action is None else left.append)(after)
            if len(depth) > self.most or moves > MOST_MOVES:
                return None
        return Everything(len(done), frozenset(self.things), self.shortest)

    def _known(self, s: State) -> Known:
        for slot, value in self.start:
            s[slot] = value
        return tuple(s)

    def _ways(self, state: Known) -> Iterator[tuple[Key | None, Known]]:
        """(action, None for a draw; state after it) of everything that may follow."""
        game, s = self.game, list(state)
        node = game.node(s)
        if node == "einde":
            self._ended(s, state)
        elif node == "kans":
            for result, _ in game.chance(s).results:
                log = Log()
                yield None, self._known(game.resolve(s, result, log))
                self._tell(log)
        else:
            for action in game.legal(s):
                log = Log()
                yield action.key, self._known(game.apply(s, action, log, check=False))
                self._tell(log)

    def _ended(self, s: State, state: Known) -> None:
        outcome = self.game.outcome(s)
        if outcome is not None and outcome.id not in self.shortest:
            self.things.add(f"uitkomst.{outcome.id}")
            self.shortest[outcome.id] = self._way(state)
        self.things.update(agreed(self.game.view(s)))

    def _way(self, state: Known) -> tuple[Key, ...]:
        actions: list[Key] = []
        while state in self.came:
            state, action = self.came[state]
            if action is not None:
                actions.append(action)
        return tuple(reversed(actions))

    def _tell(self, log: Log) -> None:
        for note in log.notes:
            name = name_of(note)
            if name is not None:
                self.things.update(things_of(name))
