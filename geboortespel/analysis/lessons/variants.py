"""A scenario without something: a move nobody can make, a threshold that is gone at once, a lower start.

Nothing is taken out, so that what refers to it still reads: it is only never possible, or does nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from attrs import evolve

from geboortespel.scenario.expr import Cmp, Num, Var
from geboortespel.scenario.model import Actor, Aspect, Scenario

NEVER = Cmp("<", Var("ronde"), Num(0))
"""A condition that never holds."""
T = TypeVar("T")


class UnknownThing(LookupError):
    """There is no such thing in the scenario."""


def without(scenario: Scenario, thing: str) -> Scenario:
    """The scenario without one thing: `zet.M`, `zet.M.OPTIE`, `argument.A`, `adviseur.A`, `drempel.T`, `route.T.R`,
    `invloed.I`, `gebeurtenis.E`, `kaart.D.C`, `keuze.E.OPTIE`, `afspraak.I.OPTIE`. UnknownThing when there is none."""
    kind, *parts = thing.split(".")
    try:
        return _without(scenario, kind, parts)
    except (KeyError, ValueError, StopIteration):
        raise UnknownThing(thing) from None


def _without(scenario: Scenario, kind: str, parts: list[str]) -> Scenario:
    match kind, parts:
        case "zet", [move]:
            return evolve(scenario, moves=_shut(scenario.moves, move))
        case "zet", [move, option]:
            found = scenario.moves[move]
            return evolve(scenario, moves={**scenario.moves, move: evolve(found, options=_shut(found.options, option))})
        case "argument", [argument]:
            return evolve(scenario, arguments=_shut(scenario.arguments, argument))
        case "adviseur", [adviser]:
            return evolve(scenario, advisers=_shut(scenario.advisers, adviser))
        case "drempel", [threshold]:
            gone = evolve(scenario.thresholds[threshold], when=NEVER, toll=(), caps={})
            return evolve(scenario, thresholds={**scenario.thresholds, threshold: gone})
        case "route", [threshold, route]:
            door = scenario.thresholds[threshold]
            shut = evolve(door, routes=_shut(door.routes, route))
            return evolve(scenario, thresholds={**scenario.thresholds, threshold: shut})
        case "invloed", [influence]:
            still = evolve(scenario.influences[influence], green=0, amber=0, red=0)
            return evolve(scenario, influences={**scenario.influences, influence: still})
        case "gebeurtenis", [event]:
            return evolve(scenario, events=_shut(scenario.events, event))
        case "kaart", [deck, card]:
            pile = scenario.decks[deck]
            return evolve(scenario, decks={**scenario.decks, deck: evolve(pile, cards=_shut(pile.cards, card))})
        case "keuze", [event, option]:
            return _without_answer(scenario, event, option)
        case "afspraak", [issue, option]:
            return _without_agreement(scenario, issue, option)
    raise UnknownThing


def _shut(things: Mapping[str, T], name: str) -> dict[str, T]:
    """The things, of which this one is never possible."""
    return {**things, name: evolve(things[name], when=NEVER)}  # type: ignore[misc]


def _without_answer(scenario: Scenario, event: str, option: str) -> Scenario:
    if event in scenario.events:
        asked = scenario.events[event]
        changed = evolve(asked, options=_shut(asked.options, option))
        return evolve(scenario, events={**scenario.events, event: changed})
    deck = next(deck for deck in scenario.decks.values() if event in deck.cards)
    card = deck.cards[event]
    cards = {**deck.cards, event: evolve(card, options=_shut(card.options, option))}
    return evolve(scenario, decks={**scenario.decks, deck.id: evolve(deck, cards=cards)})


def _without_agreement(scenario: Scenario, issue: str, option: str) -> Scenario:
    talks = scenario.talks
    if talks is None:
        raise UnknownThing
    found = talks.issues[issue]
    issues = {**talks.issues, issue: evolve(found, options=_shut(found.options, option))}
    return evolve(scenario, talks=evolve(talks, issues=issues))


def lowered(scenario: Scenario, aspect: str, by: int) -> Scenario:
    """The scenario in which an aspect begins lower (higher when `by` is below 0): a stock by its start, what can be
    seen through by its insight, what follows from people by the support of everybody who counts for it."""
    found = scenario.aspects.get(aspect)
    if found is None:
        raise UnknownThing(f"aspect.{aspect}")
    if found.derived is not None:
        return _less_support(scenario, by)
    return evolve(scenario, aspects={**scenario.aspects, aspect: _begun(found, by)})


def _begun(aspect: Aspect, by: int) -> Aspect:
    if aspect.insight is not None:
        return evolve(aspect, insight=_level(aspect.insight - by))
    if aspect.fact is not None:
        return evolve(aspect, fact=_level(aspect.fact - by))
    return evolve(aspect, start=_level((aspect.start or 0) - by))


def _level(value: int) -> int:
    return max(0, min(100, value))


def _less_support(scenario: Scenario, by: int) -> Scenario:
    members = scenario.body.members if scenario.body and scenario.body.members else tuple(scenario.actors)
    actors = {
        actor.id: _colder(scenario, actor, by) if actor.id in members else actor for actor in scenario.actors.values()
    }
    return evolve(scenario, actors=actors)


def _colder(scenario: Scenario, actor: Actor, by: int) -> Actor:
    role = scenario.roles.get(actor.role or "")
    support = actor.support if actor.support is not None else (role.support if role else 0)
    return evolve(actor, support=max(-100, min(100, support - by)))


def hardened(scenario: Scenario, threshold: str, by: int) -> Scenario:
    """The scenario in which a threshold has more resistance."""
    if threshold not in scenario.thresholds:
        raise UnknownThing(f"drempel.{threshold}")
    found = scenario.thresholds[threshold]
    return evolve(
        scenario, thresholds={**scenario.thresholds, threshold: evolve(found, resistance=found.resistance + by)}
    )


def harder(scenario: Scenario, by: int) -> Scenario:
    """The scenario at another difficulty (design 5: starts are the knob): every stock begins `by` points lower."""
    stocks = (aspect for aspect in scenario.aspects.values() if aspect.start is not None)
    return evolve(scenario, aspects={**scenario.aspects, **{aspect.id: _begun(aspect, by) for aspect in stocks}})
