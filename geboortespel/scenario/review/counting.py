"""How often things can happen in a game at most, and so how far effects can push a quantity.

Nothing here looks at conditions: whatever is written counts as possible. So a mistake in one condition does not make
another thing look impossible, and what is proven stays proven.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from geboortespel.scenario.course import objects
from geboortespel.scenario.expr import Change, Effect, Open, Reveal
from geboortespel.scenario.model import Consequence, Event, Move, Option, Scenario
from geboortespel.scenario.names import SOLO, seats

WITHOUT_END = 10**6
"""How often something can happen that nothing bounds."""


@frozen
class Push:
    """An effect that can happen `times` times at most; `source` is the id of what does it."""

    effect: Effect
    times: int
    source: str


class Counting:
    """How often things can happen in `rounds` rounds of one scenario, and the news of one more when `news` says so."""

    def __init__(self, scenario: Scenario, rounds: int, news: int | None = None) -> None:
        self.scenario, self.rounds = scenario, rounds
        self.news = rounds if news is None else news
        self._endless_time = any(
            isinstance(push.effect, Change) and push.effect.name.startswith("tijd.") and _raises(push.effect)
            for push in self.pushes(plain=True)
        )

    def times(self, move: Move) -> int:
        """How often a move can be done, by everybody together."""
        most = WITHOUT_END
        if move.limit:
            most = move.limit * max(1, len(objects(self.scenario, move)))
        cost = move.cost.get("tijd", 1)
        if cost and not self._endless_time:
            clocks = self._clocks(move)
            most = min(most, self.rounds * sum(time // cost for time in clocks))
        return most

    def _clocks(self, move: Move) -> list[int]:
        scenario = self.scenario
        if seats(scenario) == (SOLO,):
            return [scenario.turn.moves]
        return [b.time for b in scenario.believers.values() if not move.who or b.id in move.who]

    def verbs(self, *verbs: str) -> list[Move]:
        """Moves of these sorts."""
        return [move for move in self.scenario.moves.values() if move.verb in verbs]

    def all_times(self, moves: Iterable[Move]) -> int:
        return sum(self.times(move) for move in moves)

    def pushes(self, *, plain: bool = False) -> Iterator[Push]:
        """Every effect that is written, with how often it can happen; `plain`: without counting."""
        yield from self._move_pushes(plain)
        yield from self._news()
        yield from self._standing()
        yield from self._talks()

    def _move_pushes(self, plain: bool) -> Iterator[Push]:
        for move in self.scenario.moves.values():
            times = 1 if plain else self.times(move)
            groups = [move.effects, *_consequences(move.consequences)]
            for option in move.options.values():
                groups += [option.effects, *_consequences(option.consequences)]
            groups += [result.effects for result in move.results.values()]
            yield from (Push(effect, times, move.id) for group in groups for effect in group)
        hiring = self.verbs("adviseur")
        for adviser in self.scenario.advisers.values() if hiring else ():
            times = 1 if plain else self.all_times(hiring)
            yield from (Push(effect, times, adviser.id) for effect in adviser.effects)

    def _news(self) -> Iterator[Push]:
        for event in self.scenario.events.values():
            yield from self._event(event, 1)
        for deck in self.scenario.decks.values():
            for card in deck.cards.values():
                if card.weight:
                    yield from self._event(card, self.news * deck.draws if deck.replace else 1)

    def _event(self, event: Event, times: int) -> Iterator[Push]:
        options: Iterable[Option] = event.options.values()
        groups = [event.effects, *(option.effects for option in options)]
        for option in options:
            groups += _consequences(option.consequences)
        yield from (Push(effect, times, event.id) for group in groups for effect in group)

    def _standing(self) -> Iterator[Push]:
        for threshold in self.scenario.thresholds.values():
            for effect in threshold.toll:  # the engine adds what a toll says, also where it says `=`
                yield Push(effect, self.rounds, threshold.id)
                if isinstance(effect, Change) and effect.op == "=":
                    yield Push(Change(effect.name, "+", effect.amount), self.rounds, threshold.id)
        for phase in self.scenario.phases.values():
            yield from (Push(effect, 1, phase.id) for effect in (phase.gate.toll if phase.gate else ()))

    def _talks(self) -> Iterator[Push]:
        talks = self.scenario.talks
        if talks is None:
            return
        for issue in talks.issues.values():
            for option in issue.options.values():
                yield from (Push(effect, 1, option.id) for effect in option.effects)
        for items, times in ((talks.agreed, 1), (talks.parted, max(1, len(talks.parties)))):
            yield from (Push(effect, times, "onderhandeling") for group in _consequences(items) for effect in group)

    def reveals(self, actor: str) -> bool:
        """Whether a concern of this actor can become known."""
        return bool(self.verbs("luisteren")) or any(
            isinstance(push.effect, Reveal) and push.effect.actor in (actor, "doel") for push in self.pushes(plain=True)
        )

    def opens(self, actor: str) -> bool:
        """Whether this actor can come within reach of somebody."""
        return bool(self.verbs("netwerk")) or any(
            isinstance(push.effect, Open) and push.effect.actor in (actor, "doel") for push in self.pushes(plain=True)
        )


def _consequences(items: Iterable[Consequence]) -> list[tuple[Effect, ...]]:
    return [item.effects for item in items]


def _raises(change: Change) -> bool:
    return change.op == "=" or change.amount > 0
