"""Doorwerking, the end of a round: opinions, influences, drift, tolls and recovery, all from one snapshot.

Opinions follow Friedkin and Johnsen (1990, Social influence and opinions): each actor's new support is a mix of their
anchor (by stubbornness) and of their own and heard opinions. Everything adds up as exact fractions per quantity and is
rounded once, half away from zero (design 2, 'Order of evaluation').
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from geboortespel.engine.ir import Node, round_half_away
from geboortespel.engine.ledger import Cause
from geboortespel.engine.lower import Lowering
from geboortespel.scenario.expr import Change
from geboortespel.scenario.model import Actor, Scenario

Test = Callable[[Sequence[int]], int]
Pull = tuple[int, int, int, Cause]
"""(slot, numerator, denominator, cause) of one contribution."""


@frozen
class _Opinion:
    support: int
    anchor: int
    stubborn: int
    heard: tuple[tuple[int, int, str], ...]  # (slot, weight, actor)
    total: int


@frozen
class _Link:
    level: Test
    green: int
    amber: int
    target: int
    pulls: tuple[int, int, int]
    cause: Cause


class Propagation:
    """The doorwerking of one scenario."""

    def __init__(self, scenario: Scenario, lowering: Lowering, function: Callable[[Node], Test]) -> None:
        self.scenario = scenario
        self.low = lowering
        index = lowering.index
        self.own = scenario.rules.own_opinion
        self.opinions = [self._opinion(actor, scenario) for actor in scenario.actors.values()]
        self.drifts = [
            (index[f"stand.{aspect.id}"], aspect.drift, 1, ("verloop", aspect.id))
            for aspect in scenario.aspects.values()
            if aspect.drift and f"stand.{aspect.id}" in index
        ]
        self.links = [link for link in (self._link(i, function) for i in scenario.influences) if link]
        self.tolls = [
            (
                index[f"drempel.{t.id}"],
                [(index[e.name], e.amount, 1, ("drempel", t.id)) for e in t.toll if isinstance(e, Change)],
            )
            for t in scenario.thresholds.values()
            if t.toll
        ]
        self.believers = [(index[f"meedoet.{b}"], index[f"energie.{b}"]) for b in scenario.believers]

    def _opinion(self, actor: Actor, scenario: Scenario) -> _Opinion:
        role = scenario.roles.get(actor.role or "")
        stubborn = actor.stubbornness if actor.stubbornness is not None else (role.stubbornness if role else 50)
        index = self.low.index
        heard = tuple((index[f"steun.{other}"], weight, other) for other, weight in actor.listens_to.items())
        return _Opinion(
            index[f"steun.{actor.id}"], index[f"anker.{actor.id}"], stubborn, heard, sum(w for _, w, _ in heard)
        )

    def _link(self, influence_id: str, function: Callable[[Node], Test]) -> _Link | None:
        influence = self.scenario.influences[influence_id]
        aspect = self.scenario.aspects[influence.source_aspect]
        target = influence.target_aspect
        slot = self.low.index.get(f"stand.{target}", self.low.index.get(f"inzicht.{target}"))
        if slot is None:
            return None
        pulls = (influence.green, influence.amber, influence.red)
        cause = ("invloed", influence_id)
        return _Link(function(self.low.level(aspect)), aspect.green, aspect.amber, slot, pulls, cause)

    def pulls(self, s: Sequence[int]) -> Iterator[Pull]:
        """Every contribution of this round's end, in a fixed order."""
        yield from self.drifts
        for link in self.links:
            level = link.level(s)
            pull = link.pulls[0 if level >= link.green else 1 if level >= link.amber else 2]
            if pull:
                yield link.target, pull, 1, link.cause
        for standing, toll in self.tolls:
            if s[standing] == 1:
                yield from toll
        for opinion in self.opinions:
            yield from self._moved(opinion, s)
        yield from self._recovery(s)

    def _moved(self, opinion: _Opinion, s: Sequence[int]) -> Iterator[Pull]:
        """k × (anchor − own) and (1 − k) × (1 − o) × weight × (other − own), in parts of 100 × 100 × total weight."""
        own = s[opinion.support]
        if s[opinion.anchor] != own:
            yield opinion.support, opinion.stubborn * (s[opinion.anchor] - own), 100, ("anker",)
        free = (100 - opinion.stubborn) * (100 - self.own)
        bottom = 10_000 * opinion.total
        for slot, weight, other in opinion.heard:
            if s[slot] != own:
                yield opinion.support, free * weight * (s[slot] - own), bottom, ("luistert", other)

    def _recovery(self, s: Sequence[int]) -> Iterator[Pull]:
        rules = self.scenario.rules.stamina
        if not (rules.recovery or rules.together):
            return
        present = [energy for there, energy in self.believers if s[there]]
        fresh = sum(1 for energy in present if s[energy] >= rules.together_energy)
        more = rules.together if fresh >= rules.together_from else 0
        for energy in present:
            if rules.recovery:
                yield energy, rules.recovery, 1, ("herstel",)
            if more:
                yield energy, more, 1, ("samen",)


def rounded(pulls: Sequence[Pull]) -> int:
    """The sum of contributions to one quantity, rounded once."""
    top, bottom = 0, 1
    for _, num, den, _ in pulls:
        if bottom == den:
            top += num
        elif bottom % den == 0:
            top += num * (bottom // den)
        else:
            top, bottom = top * den + num * bottom, bottom * den
    return top if bottom == 1 else round_half_away(top, bottom)
