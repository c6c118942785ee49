"""What can't happen in any game, proven by bounds: a condition that never holds, and what hangs on it.

Bounds are intervals on every quantity (`scenario.review.bounds`). What is proven out of reach loses its effects, and
the bounds are worked out again, until nothing more is proven.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve, frozen

from geboortespel.scenario.expr import Boolean
from geboortespel.scenario.model import Event, Option, Route, Scenario
from geboortespel.scenario.review.bounds import Bounds
from geboortespel.scenario.review.logic import World, expanded, negated, never, obstacle
from geboortespel.scenario.review.rules import Worlds, reasons
from geboortespel.scenario.review.spans import few

T = TypeVar("T")
MOST_TIMES = 8


@frozen
class Proof:
    """Why a thing is out of reach. `code`: `eis` (params asked, name, low, high, sum), `altijd` (the same: what should
    fail never does), `hangt_aan` (params thing), `bondgenoot` (params ally), `toestanden` (params states)."""

    code: str
    params: Mapping[str, str]


class _Narrowed(Worlds):
    """Worlds in which some things are known never to happen."""

    def __init__(self, scenario: Scenario, nothing: frozenset[str]) -> None:
        super().__init__(scenario)
        self.nothing = nothing

    def at(self, last: int, ended: bool) -> World:
        world = World(Bounds(self.scenario, last, ended=ended))
        for name in self.nothing:
            world = world.knowing(name, few(0))
        return world


def proofs(scenario: Scenario) -> dict[str, Proof]:
    """Thing (by the names of `usage.things`) → why it is out of reach."""
    found: dict[str, Proof] = {}
    for _ in range(MOST_TIMES):
        more = dict(_Prover(scenario, found).all())
        if more.keys() <= found.keys():
            break
        found |= {name: proof for name, proof in more.items() if name not in found}
    return found


class _Prover:
    def __init__(self, scenario: Scenario, found: Mapping[str, Proof]) -> None:
        self.scenario, self.found = scenario, found
        self.worlds = _Narrowed(_without(scenario, found), _counts(found))
        self.play, self.end = self.worlds.play(), self.worlds.end()

    def all(self) -> Iterator[tuple[str, Proof]]:
        """Everything that is out of reach."""
        for outcome in self.scenario.outcomes.values():
            yield from self._unless(f"uitkomst.{outcome.id}", outcome.when, self.end)
        yield from self._moves()
        for event in self.scenario.events.values():
            yield from self._event(f"gebeurtenis.{event.id}", event, None)
        for deck in self.scenario.decks.values():
            for card in deck.cards.values():
                yield from self._event(f"kaart.{deck.id}.{card.id}", card, deck.when)
        yield from self._thresholds()
        for phase in self.scenario.phases.values():
            if phase.gate is not None and phase.gate.when is not None:
                unready = negated(expanded(phase.gate.when, self.scenario))
                yield from self._unless(f"poort_niet.{phase.id}", unready, self.worlds.gate(phase.id), "altijd")

    def _unless(self, thing: str, when: Boolean | None, world: World, code: str = "eis") -> Iterator[tuple[str, Proof]]:
        """The thing, when what it asks never holds."""
        if when is None:
            return
        asked = expanded(when, self.scenario)
        if never(asked, world):
            found = obstacle(asked, world)
            yield thing, Proof(code, reasons(found, world) if found is not None else {"asked": "", "name": ""})

    def _hangs(self, thing: str, on: str) -> Iterator[tuple[str, Proof]]:
        if on in self.found:
            yield thing, Proof("hangt_aan", {"thing": on})

    def _moves(self) -> Iterator[tuple[str, Proof]]:
        for move in self.scenario.moves.values():
            name = f"zet.{move.id}"
            yield from self._unless(name, move.when, self.play)
            for option in move.options.values():
                yield from self._hangs(f"{name}.{option.id}", name)
                yield from self._unless(f"{name}.{option.id}", option.when, self.play)
            for result in move.results:
                yield from self._hangs(f"uitslag.{move.id}.{result}", name)
            for target in (*self.scenario.actors, *self.scenario.arguments, *self.scenario.advisers):
                yield from self._hangs(f"{name}.{target}", name)

    def _event(self, name: str, event: Event, deck: Boolean | None) -> Iterator[tuple[str, Proof]]:
        for when in (deck, event.when):
            yield from self._unless(name, when, self.play)
        if event.seat and self.play.span(f"meedoet.{event.seat}").high == 0:
            yield name, Proof("bondgenoot", {"ally": event.seat})
        for option in event.options.values():
            yield from self._hangs(f"keuze.{event.id}.{option.id}", name)
            yield from self._unless(f"keuze.{event.id}.{option.id}", option.when, self.play)

    def _thresholds(self) -> Iterator[tuple[str, Proof]]:
        for threshold in self.scenario.thresholds.values():
            seen = f"drempel_zichtbaar.{threshold.id}"
            yield from self._unless(seen, threshold.when, self.play)
            yield from self._hangs(f"drempel_weg.{threshold.id}", seen)
            for route in threshold.routes.values():
                name = f"route.{threshold.id}.{route.id}"
                yield from self._hangs(name, seen)
                yield from self._hangs(name, f"zet.{route.move}")
                yield from self._unless(name, route.when, self.play)
                if self._missing(route):
                    yield name, Proof("bondgenoot", {"ally": route.ally or ""})

    def _missing(self, route: Route) -> bool:
        """Whether the ally that a route asks for is never there."""
        ally, move = route.ally, self.scenario.moves[route.move]
        if ally in self.scenario.believers:
            return bool(move.who) and ally not in move.who
        if ally in self.scenario.advisers:
            return self.play.span(f"adviseur.{ally}").high == 0
        return ally in self.scenario.actors and self.play.span(f"steun.{ally}").high < self.scenario.rules.ally


def _counts(found: Mapping[str, Proof]) -> frozenset[str]:
    """Quantities that stay 0 because what they count is out of reach."""
    parts = (thing.split(".") for thing in found)
    families = {"zet": "gedaan", "gebeurtenis": "gebeurd", "kaart": "gebeurd"}
    return frozenset(
        f"{families[kind]}.{rest[-1]}"
        for kind, *rest in parts
        if kind in families and (kind != "zet" or len(rest) == 1)
    )


def _without(scenario: Scenario, found: Mapping[str, Proof]) -> Scenario:
    """The scenario without the effects of what is out of reach."""
    events = {event.id: _bare_event(event, f"gebeurtenis.{event.id}", found) for event in scenario.events.values()}
    decks = {
        deck.id: evolve(
            deck, cards={c.id: _bare_event(c, f"kaart.{deck.id}.{c.id}", found) for c in deck.cards.values()}
        )
        for deck in scenario.decks.values()
    }
    moves = {}
    for move in scenario.moves.values():
        name = f"zet.{move.id}"
        options = {o.id: _bare(o, f"{name}.{o.id}" in found or name in found) for o in move.options.values()}
        results = {r.id: evolve(r, effects=() if name in found else r.effects) for r in move.results.values()}
        moves[move.id] = evolve(_bare(move, name in found), options=options, results=results)
    return evolve(scenario, events=events, decks=decks, moves=moves)


def _bare_event(event: Event, name: str, found: Mapping[str, Proof]) -> Event:
    options: dict[str, Option] = {
        option.id: _bare(option, name in found or f"keuze.{event.id}.{option.id}" in found)
        for option in event.options.values()
    }
    return evolve(event, options=options, effects=() if name in found else event.effects)


def _bare(thing: T, gone: bool) -> T:
    """A move or option without its effects, when it is out of reach."""
    changed: Any = thing
    return evolve(changed, effects=(), consequences=()) if gone else thing
