"""Persuasion: how far one argument, told by one believer, moves one actor (design 1 and 5).

effect = scale × fit × underpinning/3 × credibility × (1 − wear × repeats) − share of the trust the culture lacks,
rounded once, half away from zero, and never below 0; a fit under the bound is a miss. All numbers are the scenario's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from geboortespel.engine.ir import Node, Rule, round_half_away
from geboortespel.engine.lower import Lowering
from geboortespel.scenario.model import Argument, Scenario
from geboortespel.scenario.names import concerns_of, possible_concerns


@frozen(slots=True)
class Persuaded:
    """What one attempt does: support and anchor gained; `hit` is false for a miss, `worn` when repetition took it."""

    support: int
    anchor: int
    hit: bool
    worn: bool
    fit: int
    """Fit in percent, rounded."""

    def part(self, percent: int) -> Persuaded:
        """The same, counting for a share; halves away from zero."""
        if percent == 100:
            return self
        support, anchor = (round_half_away(percent * n, 100) for n in (self.support, self.anchor))
        return evolve(self, support=support, anchor=anchor)


@frozen(slots=True)
class Factors:
    """What an expected effect is made of, as far as the table knows: points of support are `scale` × `top`/`bottom`
    (the fit with what was heard) × `underpinned`/3 × credibility × `fresh` percent, less `culture`/100 points.

    Credibility in percent is `credit` + `talks` + `network` + `skill`. `steps`: underpinning as it is, before the bound
    for concerns not heard. `miss`: points lost when the fit is too small; then nothing else counts.
    """

    scale: int
    top: int
    bottom: int
    underpinned: int
    steps: int
    credit: int
    talks: int
    network: int
    skill: int
    fresh: int
    culture: int
    miss: int = 0

    @property
    def credibility(self) -> int:
        """In percent."""
        return self.credit + self.talks + self.network + self.skill


@frozen(slots=True)
class Address:
    """Slots that one (actor, argument) reads: concern weight, heard flag and strength of the answer, per concern."""

    concerns: tuple[tuple[int, int, int], ...]
    repeats: int
    underpinned: int
    relation: int


class Persuasion:
    """Computes attempts for one scenario on one layout."""

    def __init__(self, scenario: Scenario, lowering: Lowering, function: Callable[[Node], Rule]) -> None:
        self.rules = scenario.rules.persuasion
        self.scenario = scenario
        self.index = lowering.index
        culture = scenario.aspects.get(self.rules.culture or "")
        self.culture = function(lowering.level(culture)) if culture else None
        self._addresses: dict[tuple[str, str], Address] = {}

    def address(self, actor_id: str, argument: Argument) -> Address:
        found = self._addresses.get((actor_id, argument.id))
        if found is None:
            index = self.index
            names = possible_concerns(concerns_of(self.scenario, self.scenario.actors[actor_id]))
            found = Address(
                tuple(
                    (index[f"zorg.{actor_id}.{c}"], index[f"gehoord.{actor_id}.{c}"], argument.answers.get(c, 0))
                    for c in names
                ),
                index[f"herhaald.{actor_id}.{argument.id}"],
                index[f"onderbouwd.{argument.id}"],
                index[f"relatie.{actor_id}"],
            )
            self._addresses[actor_id, argument.id] = found
        return found

    def credit(self, talks: int, near: bool, skilled: bool) -> int:
        """Credibility in percent: base, times listened, own network, an argument one tells well."""
        rules = self.rules
        credit = rules.credit + rules.per_talk * min(talks, rules.talks)
        return credit + (rules.network if near else 0) + (rules.skill if skilled else 0)

    def standing(self, seat: str, actor_id: str, argument: Argument) -> tuple[bool, bool]:
        """Whether the actor is in the seat's own network, and whether it tells this argument well."""
        believer = self.scenario.believers.get(seat)
        return believer is not None and actor_id in believer.network, (
            believer is not None and argument.id in believer.skills
        )

    def attempt(self, s: Sequence[int], seat: str, actor_id: str, argument: Argument) -> Persuaded:
        """What `seat` telling `argument` to the actor does in state `s`."""
        address = self.address(actor_id, argument)
        top = weight = 0
        heard = False
        for slot, heard_slot, strength in address.concerns:
            here = s[slot]
            weight += here
            top += here * strength
            heard = heard or bool(strength and here and s[heard_slot])
        if not weight:
            top, weight, heard = 3, 1, True
        return self._result(s, seat, actor_id, argument, top, 3 * weight, heard)

    def _result(
        self, s: Sequence[int], seat: str, actor_id: str, argument: Argument, top: int, bottom: int, heard: bool
    ) -> Persuaded:
        rules = self.rules
        address = self.address(actor_id, argument)
        fit = round_half_away(100 * top, bottom)
        if 100 * top < rules.miss * bottom:
            return Persuaded(rules.miss_support, 0, False, False, fit)
        underpinned = s[address.underpinned]
        if not heard:
            underpinned = min(underpinned, rules.unheard)
        fresh = max(0, 100 - rules.wear * s[address.repeats])
        lacking = max(0, rules.culture_bound - self.culture(s)) if self.culture else 0
        credit = self.credit(s[address.relation], *self.standing(seat, actor_id, argument))
        # over the common denominator bottom × 3 × 100 × 100
        whole = bottom * 30_000
        gain = rules.scale * top * underpinned * credit * fresh - rules.culture_share * lacking * (whole // 100)
        support = max(0, round_half_away(gain, whole))
        anchor = round_half_away(support * rules.anchor, 100)
        return Persuaded(support, anchor, True, fresh < 50 or support == 0, fit)

    def range_known(
        self, s: Sequence[int], seat: str, actor_id: str, argument: Argument
    ) -> tuple[Persuaded | None, int | None]:
        """What the table can expect from what was heard: the attempt as if only heard concerns existed, and that fit.

        (None, None) when nothing was heard there yet.
        """
        address = self.address(actor_id, argument)
        heard = [(s[slot], strength) for slot, flag, strength in address.concerns if s[flag]]
        weight = sum(here for here, _ in heard)
        if not weight:
            return None, None
        top = sum(here * strength for here, strength in heard)
        known = self._result(s, seat, actor_id, argument, top, 3 * weight, any(strength for _, strength in heard))
        return known, known.fit

    def factors(self, s: Sequence[int], seat: str, actor_id: str, argument: Argument) -> Factors | None:
        """The parts of what `range_known` foretells; None when nothing was heard there yet."""
        rules, address = self.rules, self.address(actor_id, argument)
        heard = [(s[slot], strength) for slot, flag, strength in address.concerns if s[flag]]
        bottom = 3 * sum(here for here, _ in heard)
        if not bottom:
            return None
        top = sum(here * strength for here, strength in heard)
        steps = s[address.underpinned]
        answered = any(strength for _, strength in heard)
        near, skilled = self.standing(seat, actor_id, argument)
        lacking = max(0, rules.culture_bound - self.culture(s)) if self.culture else 0
        return Factors(
            rules.scale, top, bottom, steps if answered else min(steps, rules.unheard), steps, rules.credit,
            rules.per_talk * min(s[address.relation], rules.talks), rules.network if near else 0,
            rules.skill if skilled else 0, max(0, 100 - rules.wear * s[address.repeats]), rules.culture_share * lacking,
            rules.miss_support if 100 * top < rules.miss * bottom else 0,
        )  # fmt: skip
