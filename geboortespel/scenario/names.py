"""The one naming scheme of quantities (design 2): what can be read, changed, shown and journalled, by name.

`quantities(scenario)` is the single table behind conditions, effects, the engine's slots, the ledger and the screen.
A name is `word` (`ronde`, `budget`, `urgentie`) or `family.member` (`steun.raad`), some `family.member.member`
(`gehoord.raad.hoofdprijs`). `.doel` and `.ik` stand for a move's target and its acting believer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import frozen

from geboortespel.scenario.model import Actor, FirstYear, Scenario, Setup

INT32 = 2**31 - 1
SOLO = "speler"  # the seat of a scenario without believers

BIRTH = "geboorte"
"""Family of what a first year knows of the birth."""

NAMESPACES: Mapping[str, str] = {
    "aspect": "aspects",
    "actor": "actors",
    "believer": "believers",
    "rol": "roles",
    "zorg": "concerns",
    "argument": "arguments",
    "adviseur": "advisers",
    "zet": "moves",
    "drempel": "thresholds",
    "gebeurtenis": "events",
    "uitkomst": "outcomes",
    "les": "lessons",
    "fase": "phases",
    "vorm": "forms",
    "stapel": "decks",
    "onderwerp": "talk_issues",
}
"""Namespace word (as in messages and `kinds.Ref`) → attribute of `Scenario` that declares it."""


@frozen
class Quantity:
    """A named whole number.

    `type`: "number", "yesno" (0/1) or the words of an enumeration in order of their value. `writable`: effects may
    change it. `computed`: worked out from others, so no slot of its own.
    """

    name: str
    low: int
    high: int
    start: int = 0
    type: Literal["number", "yesno"] | tuple[str, ...] = "number"
    writable: bool = True
    computed: bool = False


STANDING = ("verborgen", "staat", "weg")
VERDICT = ("geen", "ja", "nee")
TALKING = ("geen", "loopt", "akkoord", "afgehaakt", "op")


def seats(scenario: Scenario) -> tuple[str, ...]:
    """The seats of a scenario: its believers, or the single `speler`."""
    return tuple(scenario.believers) or (SOLO,)


def rounds(scenario: Scenario) -> int:
    """Number of rounds: the phases' sum, else `rondes`, else nine (design 1)."""
    if scenario.phases:
        return sum(phase.rounds for phase in scenario.phases.values())
    return scenario.rounds or 9


def concerns_of(scenario: Scenario, actor: Actor) -> Setup:
    """The actor's concerns: their own, else their role's, else none."""
    if actor.concerns is not None:
        return actor.concerns
    role = scenario.roles.get(actor.role or "")
    return (role.concerns if role else None) or Setup({}, ())


def possible_concerns(setup: Setup) -> tuple[str, ...]:
    """Every concern the actor may turn out to have, fixed ones first, each once."""
    seen = dict.fromkeys(setup.fixed)
    for variant in setup.variants:
        seen.update(dict.fromkeys(variant))
    return tuple(seen)


def _actor_quantities(scenario: Scenario, actor: Actor) -> Iterator[Quantity]:
    role = scenario.roles.get(actor.role or "")
    support = actor.support if actor.support is not None else (role.support if role else 0)
    yield Quantity(f"steun.{actor.id}", -100, 100, support)
    yield Quantity(f"anker.{actor.id}", -100, 100, support)
    yield Quantity(f"relatie.{actor.id}", 0, 9)
    setup = concerns_of(scenario, actor)
    for concern in possible_concerns(setup):
        yield Quantity(f"zorg.{actor.id}.{concern}", 0, 9, setup.fixed.get(concern, 0), writable=False)
        yield Quantity(f"gehoord.{actor.id}.{concern}", 0, 1, 0, "yesno", writable=False)
    for argument in scenario.arguments:
        yield Quantity(f"herhaald.{actor.id}.{argument}", 0, 9, writable=False)


def _aspect_quantities(scenario: Scenario) -> Iterator[Quantity]:
    for aspect in scenario.aspects.values():
        if aspect.derived is not None:
            yield Quantity(aspect.id, 0, 100, writable=False, computed=True)
        elif aspect.fact is not None or aspect.insight is not None:
            fact = 100 if aspect.fact is None else aspect.fact
            insight = 100 if aspect.insight is None else aspect.insight
            yield Quantity(f"feit.{aspect.id}", 0, 100, fact)
            yield Quantity(f"inzicht.{aspect.id}", 0, 100, insight)
            yield Quantity(aspect.id, 0, 100, computed=True)
        else:
            yield Quantity(f"stand.{aspect.id}", 0, 100, aspect.start or 0)
            yield Quantity(aspect.id, 0, 100, computed=True)


def _people(scenario: Scenario) -> Iterator[Quantity]:
    stamina = scenario.rules.stamina
    for believer in scenario.believers.values():
        yield Quantity(f"meedoet.{believer.id}", 0, 1, int(believer.present), "yesno")
        yield Quantity(f"tijd.{believer.id}", 0, 20)
        yield Quantity(f"energie.{believer.id}", 0, stamina.high, believer.energy)
        for actor in scenario.actors.values():
            near = actor.open or actor.id in believer.network
            yield Quantity(f"bereik.{believer.id}.{actor.id}", 0, 1, int(near), "yesno", writable=False)
    if not scenario.believers:
        yield Quantity(f"tijd.{SOLO}", 0, 20)
    for actor in scenario.actors.values():
        yield from _actor_quantities(scenario, actor)


def _things(scenario: Scenario) -> Iterator[Quantity]:
    for argument in scenario.arguments.values():
        yield Quantity(f"onderbouwd.{argument.id}", 0, 3, argument.start)
    for adviser in scenario.advisers:
        yield Quantity(f"adviseur.{adviser}", 0, 1, 0, "yesno")
    for threshold in scenario.thresholds.values():
        yield Quantity(f"drempel.{threshold.id}", 0, 2, 0, STANDING, writable=False)
        yield Quantity(f"weerstand.{threshold.id}", 0, threshold.resistance, threshold.resistance)
    for event in scenario.events:
        yield Quantity(f"gebeurd.{event}", 0, 1, 0, "yesno", writable=False)
    for deck in scenario.decks.values():
        for card in deck.cards:
            yield Quantity(f"gebeurd.{card}", 0, 99, 0, writable=False)
    for move in scenario.moves:
        yield Quantity(f"gedaan.{move}", 0, 9999, writable=False)


def _talks(scenario: Scenario) -> Iterator[Quantity]:
    """How the negotiation stands, and what was agreed on each issue."""
    if scenario.talks is None:
        return
    yield Quantity("gesprek", 0, len(TALKING) - 1, 0, TALKING, writable=False)
    for issue in scenario.talks.issues.values():
        words = ("geen", *issue.options)
        yield Quantity(f"afspraak.{issue.id}", 0, len(words) - 1, 0, words, writable=False)


def _birth(scenario: Scenario) -> Iterator[Quantity]:
    """What a first year knows of the birth; it never changes."""
    for name, fact in scenario.birth.items() if isinstance(scenario, FirstYear) else ():
        kind: Literal["number", "yesno"] | tuple[str, ...] = fact.words or ("yesno" if fact.yesno else "number")
        low, high = (-INT32, INT32) if kind == "number" else (0, max(1, len(fact.words) - 1))
        yield Quantity(f"{BIRTH}.{name}", low, high, fact.number, kind, writable=False)


def quantities(scenario: Scenario) -> dict[str, Quantity]:
    """Every quantity that rules can name, by name, in the order of the engine's slots. Computed ones have no slot."""
    phases = tuple(scenario.phases)
    forms = ("geen", *(form for form in scenario.forms if form != "geen"))
    fixed = [
        Quantity("ronde", 0, 200, writable=False),
        Quantity("fase", 0, max(len(phases) - 1, 0), 0, phases or ("geen",), writable=False),
        Quantity("gestopt", 0, 1, 0, "yesno", writable=False),
        Quantity("akkoord", 0, 1, 0, "yesno"),
        Quantity("besluit", 0, 2, 0, VERDICT),
        Quantity("vorm", 0, len(forms) - 1, 0, forms),
        Quantity("alles_groen", 0, 1, 0, "yesno", writable=False, computed=True),
        Quantity("besluitregel", 0, 1, 0, "yesno", writable=False, computed=True),
        Quantity("draagvlak", -100, 100, writable=False, computed=True),
    ]
    counters = [
        Quantity(
            counter_id,
            -INT32 if counter.low is None else counter.low,
            INT32 if counter.high is None else counter.high,
            counter.start,
        )
        for counter_id, counter in scenario.counters.items()
    ]
    every = [
        *fixed,
        *counters,
        *_aspect_quantities(scenario),
        *_people(scenario),
        *_things(scenario),
        *_talks(scenario),
        *_birth(scenario),
    ]
    return {quantity.name: quantity for quantity in every}
