"""Doorwerking, the end of a round: opinions, influences, drift, tolls and recovery, all from one snapshot.

Opinions follow Friedkin and Johnsen (1990, Social influence and opinions): each actor's new support is a mix of their
anchor (by stubbornness) and of their own and heard opinions. Everything adds up as exact fractions per quantity and is
rounded once, half away from zero (design 2, 'Order of evaluation'). Contributions are expression trees (`ir`): the
ledger gets them one by one, the quick back end (`quiet`) writes one function from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from geboortespel.engine.ir import FALSE, Node, evaluate, round_half_away
from geboortespel.engine.ledger import Cause
from geboortespel.engine.lower import Lowering
from geboortespel.scenario.expr import Change
from geboortespel.scenario.model import Actor, Scenario

Pull = tuple[int, int, int, Cause]
"""(slot, numerator, denominator, cause) of one contribution."""


@frozen
class Contribution:
    """What may pull at a slot at a round's end: `top` / `bottom`, read from the snapshot; `bottom` is above 0."""

    slot: int
    top: Node
    bottom: int
    cause: Cause


class Propagation:
    """The doorwerking of one scenario."""

    def __init__(self, scenario: Scenario, lowering: Lowering) -> None:
        self.scenario = scenario
        self.low = lowering
        self.index = lowering.index
        self.contributions: tuple[Contribution, ...] = (
            *self._drifts(), *self._links(), *self._tolls(), *self._opinions(), *self._recovery(),
        )  # fmt: skip

    def pulls(self, s: Sequence[int]) -> Iterator[Pull]:
        """Every contribution of this round's end that is not 0, in a fixed order."""
        for item in self.contributions:
            top = evaluate(item.top, s)
            if top:
                yield item.slot, top, item.bottom, item.cause

    def _is(self, slot: int, value: int) -> Node:
        return ("cmp", "=", ("s", slot), ("n", value))

    def _drifts(self) -> Iterator[Contribution]:
        for aspect in self.scenario.aspects.values():
            slot = self.index.get(f"stand.{aspect.id}")
            if aspect.drift and slot is not None:
                yield Contribution(slot, ("n", aspect.drift), 1, ("verloop", aspect.id))

    def _links(self) -> Iterator[Contribution]:
        for influence in self.scenario.influences.values():
            aspect = self.scenario.aspects[influence.source_aspect]
            target = influence.target_aspect
            slot = self.index.get(f"stand.{target}", self.index.get(f"inzicht.{target}"))
            if slot is not None:
                values = (influence.green, influence.amber, influence.red)
                light = ("light", self.low.level(aspect), aspect.green, aspect.amber, values)
                yield Contribution(slot, light, 1, ("invloed", influence.id))

    def _tolls(self) -> Iterator[Contribution]:
        for threshold in self.scenario.thresholds.values():
            stands = self._is(self.index[f"drempel.{threshold.id}"], 1)
            for effect in threshold.toll:
                if isinstance(effect, Change):
                    toll = ("if", stands, ("n", effect.amount), FALSE)
                    yield Contribution(self.index[effect.name], toll, 1, ("drempel", threshold.id))

    def _opinions(self) -> Iterator[Contribution]:
        """k × (anchor − own) and (1 − k) × (1 − o) × weight × (other − own), in parts of 100 × 100 × total weight."""
        for actor in self.scenario.actors.values():
            role = self.scenario.roles.get(actor.role or "")
            stubborn = actor.stubbornness if actor.stubbornness is not None else (role.stubbornness if role else 50)
            own, anchor = self.index[f"steun.{actor.id}"], self.index[f"anker.{actor.id}"]
            yield Contribution(own, _gap(stubborn, anchor, own), 100, ("anker",))
            yield from self._heard(actor, (100 - stubborn) * (100 - self.scenario.rules.own_opinion))

    def _heard(self, actor: Actor, free: int) -> Iterator[Contribution]:
        """Somebody who has become a fellow believer is listened to less (`medestander_gehoor`)."""
        own, total = self.index[f"steun.{actor.id}"], sum(actor.listens_to.values())
        percent = self.scenario.rules.fellow_heard
        fellows = {believer.was: believer.id for believer in self.scenario.believers.values() if believer.was}
        for other, weight in actor.listens_to.items():
            there, cause = self.index[f"steun.{other}"], ("luistert", other)
            if other not in fellows or percent == 100:
                yield Contribution(own, _gap(free * weight, there, own), 10_000 * total, cause)
                continue
            joined = self._is(self.index[f"meedoet.{fellows[other]}"], 1)
            less = _gap(free * weight * percent, there, own)
            pull = ("if", joined, less, _gap(free * weight * 100, there, own))
            yield Contribution(own, pull, 1_000_000 * total, cause)

    def _recovery(self) -> Iterator[Contribution]:
        rules = self.scenario.rules.stamina
        slots = [(self.index[f"meedoet.{b}"], self.index[f"energie.{b}"]) for b in self.scenario.believers]
        fresh: tuple[Node, ...] = tuple(
            ("all", (self._is(there, 1), ("cmp", ">=", ("s", energy), ("n", rules.together_energy))))
            for there, energy in slots
        )
        enough: Node = ("cmp", ">=", ("count", fresh), ("n", rules.together_from))
        for there, energy in slots:
            present = self._is(there, 1)
            if rules.recovery:
                yield Contribution(energy, ("if", present, ("n", rules.recovery), FALSE), 1, ("herstel",))
            if rules.together:
                more = ("if", ("all", (present, enough)), ("n", rules.together), FALSE)
                yield Contribution(energy, more, 1, ("samen",))


def _gap(factor: int, there: int, here: int) -> Node:
    """factor × (there − here)."""
    return ("sum", ((factor, ("s", there)), (-factor, ("s", here))))


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
