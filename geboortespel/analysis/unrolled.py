"""Whole games of the uniform player as one generated function, for scenarios that are plain counters.

The function is written from the same lowered rules and the same draws as the engine and the driver use, so that it
gives the same final quantities for the same seed, game by game (held by a differential test). It covers scenarios
without believers, phases, events, limits and chance in moves, whose decks put every card back; `unroll` gives None
for any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from attrs import frozen

from geboortespel.engine.game import Game
from geboortespel.engine.ir import TRUE, Node, scaled, source
from geboortespel.engine.layout import STAGE
from geboortespel.engine.plans import Part, Step
from geboortespel.scenario.expr import Change
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.names import INT32, SOLO
from geboortespel.session.chance import key_of, splitmix64

_MIX = """z = ({0} + 0x9E3779B97F4A7C15) & M
{1}z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
{1}z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
{1}x = ((z ^ (z >> 31)) * {2}) >> 64"""


@frozen
class Ended:
    """A finished game: how many decisions it took, the outcome's place in the scenario, and its named quantities."""

    decisions: int
    outcome: int
    quantities: tuple[int, ...]


def _simple(scenario: Scenario) -> bool:
    """Whether the scenario is one that can be unrolled."""
    parts = (scenario.believers, scenario.phases, scenario.events, scenario.thresholds, scenario.actors)
    moves = scenario.moves.values()
    cards = [card for deck in scenario.decks.values() for card in deck.cards.values()]
    effects = [effect for move in moves for effect in move.effects] + [e for card in cards for e in card.effects]
    return (
        not any(parts)
        and all(isinstance(effect, Change) and effect.op == "+" for effect in effects)
        and all(m.verb == "gewoon" and not (m.limit or m.results or m.options or m.consequences) for m in moves)
        and all(deck.replace and deck.when is None for deck in scenario.decks.values())
        and all(card.when is None and card.weight and not card.options for card in cards)
        and not any(aspect.spread or aspect.drift for aspect in scenario.aspects.values())
        and not scenario.influences
    )


class _Writer:
    """Writes the function for one game."""

    def __init__(self, game: Game) -> None:
        self.game, self.rules = game, game.rules
        self.layout = game.rules.layout
        self.lines: list[str] = []

    def add(self, depth: int, text: str) -> None:
        self.lines.append("    " * depth + text)

    def expression(self, node: Node) -> str:
        return re.sub(r"s\[(\d+)\]", r"v\1", source(node))

    def draw(self, depth: int, base: str, n: str, total: str) -> None:
        """Draw x in [0, total) from the stream `base`, for this round and the n-th time."""
        pad = "    " * depth
        self.add(depth, _MIX.format(f"({base} ^ (r << 32) ^ {n})", pad, total))

    def change(self, depth: int, steps: Sequence[Step]) -> None:
        """One batch: sums per slot, clamped once where a bound can be met."""
        totals: dict[int, int] = {}
        for slot, _, amount, _ in steps:
            totals[slot] = totals.get(slot, 0) + amount
        for slot, total in totals.items():
            low, high = self.layout.low[slot], self.layout.high[slot]
            if not total:
                continue
            self.add(depth, f"v{slot} += {total}")
            if low > -INT32 and total < 0:
                self.add(depth, f"if v{slot} < {low}: v{slot} = {low}")
            if high < INT32 and total > 0:
                self.add(depth, f"if v{slot} > {high}: v{slot} = {high}")

    def parts(self, depth: int, parts: Sequence[Part]) -> None:
        self.change(depth, [step for part in parts for step in part.steps])

    def write(self) -> str:
        self.add(0, "def play(pick, decks):")
        for slot in range(self.layout.named):
            self.add(1, f"v{slot} = {self.layout.start[slot]}")
        self.add(1, "n = r = 0")
        self.add(1, "while True:")
        self.add(2, f"r += 1; v{self.layout.index['ronde']} = r")
        self._outcomes()
        for place, deck in enumerate(self.rules.decks):
            for n in range(deck.draws):
                self._deck(place, n)
        time = self.layout.index[f"tijd.{SOLO}"]
        self.add(2, f"v{time} = {self.game.scenario.turn.moves}")
        self._moves()
        names = ", ".join(f"v{slot}" for slot in range(self.layout.named))
        self.add(1, f"return n, outcome, ({names},)")
        return "\n".join(self.lines)

    def _outcomes(self) -> None:
        tests = [(code, outcome) for code, outcome, _ in self.rules.outcomes]
        for code, outcome in tests:
            if outcome.direct and outcome.when is not None:
                self.add(2, f"if {self.expression(self.rules.low.condition(outcome.when))}: outcome = {code}; break")
        self.add(2, f"if r > {self.game.flow.last}:")
        for code, outcome in tests:
            if not outcome.direct and outcome.when is not None:
                self.add(3, f"if {self.expression(self.rules.low.condition(outcome.when))}: outcome = {code}; break")
        self.add(3, f"outcome = {self.rules.fallback[0]}; break")

    def _deck(self, place: int, n: int) -> None:
        cards = list(self.rules.decks[place].cards.values())
        self.draw(2, f"decks[{place}]", str(n), str(sum(card.weight for card in cards)))
        edge = 0
        for i, card in enumerate(cards):
            edge += card.weight
            self.add(2, f"{'if' if not i else 'elif'} x < {edge}:" if i < len(cards) - 1 or not i else "else:")
            self.add(3, f"v{self.layout.index[f'gebeurd.{card.id}']} += 1")
            self.parts(3, self.rules.event_parts(card.id))

    def _moves(self) -> None:
        choices, index = self.rules.choices, self.layout.index
        own = {index[STAGE], index[f".gepast.{SOLO}"]}
        moves = [i for i in choices.moves if choices.actions[i].kind == "zet"]
        self.add(2, "while True:")
        for i in moves:
            nodes = tuple(node for node, _ in choices.guards[i] if not (node[0] == "cmp" and node[2][1] in own))
            self.add(3, f"a{i} = {self.expression(('all', nodes) if nodes else TRUE)}")
        total = " + ".join(f"(1 if a{i} else 0)" for i in moves)
        self.add(3, f"c = {total}")
        self.add(3, "if not c: break")
        self.draw(3, "pick", "n", "(c + 1)" if self.rules.may_pass else "c")
        self.add(3, "n += 1")
        if self.rules.may_pass:
            self.add(3, "if x == c: break")
        for i in moves:
            plan = self.rules.plans.plan(choices.actions[i])
            self.add(3, f"if a{i}:")
            self.add(4, "if not x:")
            self.change(5, plan.fixed)
            self.add(5, "continue")
            self.add(4, "x -= 1")


def unroll(game: Game) -> Callable[[int], Ended] | None:
    """A function seed → `Ended` for the uniform player; None when the scenario can't be unrolled."""
    if not _simple(game.scenario):
        return None
    scope: dict[str, object] = {"M": 2**64 - 1, "scaled": scaled}
    exec(_Writer(game).write(), scope)
    play: Callable[..., tuple[int, int, tuple[int, ...]]] = scope["play"]  # type: ignore[assignment]
    pick = key_of("speler.")
    keys = [key_of(deck.id) for deck in game.rules.decks]

    def run(seed: int) -> Ended:
        mask = seed & (2**64 - 1)
        return Ended(*play(splitmix64(mask ^ pick), [splitmix64(mask ^ key) for key in keys]))

    return run
