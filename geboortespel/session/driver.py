"""The driver: brings a game from decision to decision by drawing at its chance nodes, and lets policies play."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Protocol

from geboortespel.engine.actions import Action
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Log
from geboortespel.engine.view import View
from geboortespel.session.chance import draw, pick, stream


class Policy(Protocol):
    """Maps a view to weights over `view.indices`. `uniform`: all weights equal, `weights` is then not called."""

    uniform: bool

    def weights(self, view: View) -> Sequence[int]: ...


class Driver:
    """Draws for one game with one seed. Every draw follows from the state alone."""

    def __init__(self, game: Game, seed: int) -> None:
        self.game, self.seed = game, seed
        self._round = game.flow.round
        self._streams: dict[str, int] = {}

    def settle(
        self, s: State, log: Log | None = None, seen: Callable[[State], None] | None = None
    ) -> tuple[State, int]:
        """Draw until a decision or the end. Returns the state and how many draws were made; `seen` is shown the state
        after each."""
        game, draws = self.game, 0
        while game.node(s) == "kans":
            if not draws:
                s = s[:]
            chance = game.chance(s)
            total = sum([weight for _, weight in chance.results])
            value = self._draw(chance.key, s[self._round], chance.n, total)
            game.settle(s, pick(chance.results, value), log)
            draws += 1
            if seen is not None:
                seen(s)
        return s, draws

    def _draw(self, name: str, round_number: int, n: int, total: int) -> int:
        """A draw from the stream of this name; streams are kept, mass play draws a lot."""
        start = self._streams.get(name)
        if start is None:
            start = self._streams[name] = stream(self.seed, name)
        return draw(start, round_number, n, total)

    def start(self, log: Log | None = None) -> State:
        """The state at the first decision."""
        return self.settle(self.game.start(log), log)[0]

    def choose(self, s: State, policy: Policy, n: int, seat: str | None = None) -> Action:
        """The action that `policy` takes at decision `n` of the game, sampled from its weights."""
        name = f"speler.{seat or ''}"
        if policy.uniform and seat is None:
            indices = self.game.legal_indices(s)
            return self.game.actions[indices[self._draw(name, s[self._round], n, len(indices))]]
        view = self.game.view(s, seat or self.game.private(s) or None)
        indices = view.indices
        if policy.uniform:
            return self.game.actions[indices[self._draw(name, s[self._round], n, len(indices))]]
        edges = list(accumulate(policy.weights(view)))
        return self.game.actions[indices[bisect_right(edges, self._draw(name, s[self._round], n, edges[-1]))]]

    def play(
        self,
        policies: Policy | Mapping[str, Policy],
        s: State | None = None,
        seen: Callable[[State, Action], None] | None = None,
        limit: int = 100_000,
    ) -> State:
        """Play to the end: one policy for the whole table, or one per seat ('' answers for the table).

        RuntimeError after `limit` actions: a game that does not end is a fault of the rules.
        """
        s = self.start() if s is None else s
        for n in range(limit):
            if self.game.node(s) == "einde":
                return s
            if isinstance(policies, Mapping):
                seat = self.game.to_act(s)[0]
                action = self.choose(s, policies.get(seat) or next(iter(policies.values())), n, seat)
            else:
                action = self.choose(s, policies, n)
            if seen is not None:
                seen(s, action)
            s = self.settle(self.game.apply(s, action, check=False))[0]
        raise RuntimeError("the game does not end")
