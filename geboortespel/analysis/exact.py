"""Exact odds under a policy: the probability of every outcome, by carrying probability forward over states.

States are the engine's own, without what nobody asks (`relevant`): how often a card came or a move was done, when no
rule and no player looks at it. Probability is a whole number out of 2**PLACES, split over results in proportion to
their weights and rounded down; what rounding loses is counted, so that every result is certain to that bound. Where
states may come again (moves without cost) their probability is carried round until none is left, or given up.

The driver draws by multiply-shift from 64 bits, which differs from exact weights by less than 2**-40.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import prod

from attrs import frozen

from geboortespel.analysis.relevant import Watched, forgettable
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.players.policy import Policy, Sure

PLACES = 256
"""Binary places of a probability."""
CERTAIN = 1e-13
"""What rounding may have lost at most for an answer to be called exact: it shows twelve digits."""
MOST_STATES, MOST_MOVES, MOST_CELLS, MOST_STEPS = 250_000, 1_500_000, 24_000_000, 20_000
"""Bounds on states, on transitions, on slots of states held at a time, and on how long a game lasts."""


class TooLarge(Exception):
    """There are more states than can be gone through, or the game does not end; `states` were seen."""

    def __init__(self, states: int) -> None:
        super().__init__(str(states))
        self.states = states


@frozen
class Odds:
    """Probability of each outcome by id (0-1, certain to `error`), and how many states can be reached."""

    outcomes: dict[str, float]
    states: int
    error: float


class _Asked(Exception):
    """The policy looked at slots that were to be forgotten."""

    def __init__(self, slots: frozenset[int]) -> None:
        super().__init__()
        self.slots = slots


def exact(game: Game, policy: Policy, most: int = MOST_STATES, seen: Callable[[State], None] | None = None) -> Odds:
    """The odds of every outcome when `policy` plays for the whole table. TooLarge past the bounds.

    `seen` is shown every state that can be reached, with what was forgotten at its start.
    """
    forgotten = forgettable(game.scenario, game.rules.layout)
    while True:
        try:
            return _Walk(game, policy, forgotten, most, seen).run()
        except _Asked as asked:
            forgotten -= asked.slots


class _Walk:
    def __init__(
        self,
        game: Game,
        policy: Policy,
        forgotten: frozenset[int],
        most: int,
        shown: Callable[[State], None] | None = None,
    ) -> None:
        self.shown = shown
        self.game, self.policy, self.forgotten = game, policy, forgotten
        self.start = [(slot, game.rules.layout.start[slot]) for slot in forgotten]
        self.most = min(most, MOST_CELLS // len(game.rules.layout.names))
        self.seen: set[tuple[int, ...]] = set()
        self.mass: dict[str, int] = dict.fromkeys(game.scenario.outcomes, 0)
        self.lost = self.moves = 0

    def run(self) -> Odds:
        if prod(len(results) for _, results in self.game.rules.setup) > 4 * self.most:
            raise TooLarge(0)  # the set-up alone has more, but for some that are equal
        layer = {self._known(self.game.start()): 2**PLACES}
        for _ in range(MOST_STEPS):
            if not layer:
                break
            self.seen.update(layer)
            layer = self._step(layer)
            if len(self.seen) + len(layer) > self.most or self.moves > MOST_MOVES:
                raise TooLarge(len(self.seen | layer.keys()))
        self.lost += sum(layer.values())
        error = self.lost / 2**PLACES
        if error > CERTAIN:
            raise TooLarge(len(self.seen))
        return Odds({outcome: mass / 2**PLACES for outcome, mass in self.mass.items()}, len(self.seen), error)

    def _known(self, s: State) -> tuple[int, ...]:
        """A state without what nobody asks; changes `s`, which is nobody else's."""
        for slot, value in self.start:
            s[slot] = value
        return tuple(s)

    def _step(self, layer: dict[tuple[int, ...], int]) -> dict[tuple[int, ...], int]:
        following: dict[tuple[int, ...], int] = {}
        for state, mass in layer.items():
            s = list(state)
            if self.shown is not None:
                self.shown(s)
            if self.game.node(s) == "einde":
                outcome = self.game.outcome(s)
                assert outcome is not None
                self.mass[outcome.id] += mass
                continue
            ways = list(self._ways(s))
            total, left = sum(weight for weight, _ in ways), mass
            for weight, after in ways:
                part = mass * weight // total
                left -= part
                if part:
                    known = self._known(after)
                    following[known] = following.get(known, 0) + part
            self.lost += left
            self.moves += len(ways)
        return following

    def _ways(self, s: State) -> Iterator[tuple[int, State]]:
        """(weight, state after it) of everything that may follow."""
        game = self.game
        if game.node(s) == "kans":
            for result, weight in game.chance(s).results:
                yield weight, game.resolve(s, result)
            return
        for weight, index in self._choices(s):
            yield weight, game.apply(s, game.actions[index], check=False)

    def _choices(self, s: State) -> Sequence[tuple[int, int]]:
        """(weight, index) of the actions that the policy may take."""
        if self.policy.uniform and not self.game.private(s):
            return [(1, index) for index in self.game.legal_indices(s)]
        watched = Watched(s)
        view = self.game.view(watched, self.game.private(s) or None)
        if isinstance(self.policy, Sure):
            chosen = [(1, self.policy.choose(view))]
        elif self.policy.uniform:
            chosen = [(1, index) for index in view.indices]
        else:
            chosen = [(w, i) for w, i in zip(self.policy.weights(view), view.indices, strict=True) if w]
        asked = self.forgotten & watched.asked
        if asked:
            raise _Asked(asked)
        return chosen
