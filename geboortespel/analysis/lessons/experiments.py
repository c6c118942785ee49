"""Which experiments there are: one for every lesson, every aspect that has a lesson, and every threshold.

What a lesson is tried without stands in the scenario (`proef`); else it is whatever carries the lesson and can be left
undone: moves, arguments, advisers, routes, agreements, else the answers to events that cost something, else the
thresholds, else the aspects. It is tried where it is needed: with the aspects that carry it lower in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import field, frozen

from geboortespel.analysis.lessons.variants import UnknownThing as UnknownThing
from geboortespel.analysis.lessons.variants import hardened, lowered, without
from geboortespel.scenario.expr import Change
from geboortespel.scenario.model import Lesson, Move, Scenario, Told

LOWER = 20
"""How much lower an aspect begins when it is tried without."""
NEED = 12
"""How much lower the aspects begin, with and without, that a lesson is about."""
HEAVIER = 2
"""How much more resistance a threshold has where it is tried: so that it shows."""
STRUCTURE = ("besluit", "vorm")
"""Moves that set these can't be left out: without them there is no birth at all."""
Way = Literal["minder", "meer"]


@frozen
class Experiment:
    """`name`: `les.L`, `aspect.A` or `drempel.T`; `then`: whether there should be fewer births without, or more.

    `where`: aspects that begin lower with it and without it; `heavier`: a threshold that has more resistance with it;
    `does`: what the player with it does once, as soon as it can be.
    """

    name: str
    left_out: tuple[str, ...]
    lower: Mapping[str, int] = field(factory=dict)
    then: Way = "minder"
    where: Mapping[str, int] = field(factory=dict)
    heavier: str = ""
    does: tuple[str, ...] = ()

    def base(self, scenario: Scenario) -> Scenario:
        """The scenario with it, where it is needed. UnknownThing when something is not there."""
        for aspect, by in self.where.items():
            scenario = lowered(scenario, aspect, by)
        return hardened(scenario, self.heavier, HEAVIER) if self.heavier else scenario

    def variant(self, scenario: Scenario) -> Scenario:
        """`base` without it."""
        scenario = self.base(scenario)
        for thing in self.left_out:
            scenario = without(scenario, thing)
        for aspect, by in self.lower.items():
            scenario = lowered(scenario, aspect, by)
        return scenario


def experiments(scenario: Scenario) -> tuple[Experiment, ...]:
    """All experiments of a scenario, lessons first."""
    lessons = (experiment for lesson in scenario.lessons.values() for experiment in _of(scenario, lesson))
    aspects = (
        Experiment(f"aspect.{aspect.id}", (), {aspect.id: LOWER})
        for aspect in scenario.aspects.values()
        if aspect.lessons
    )
    thresholds = (Experiment(f"drempel.{t}", (f"drempel.{t}",), then="meer", heavier=t) for t in scenario.thresholds)
    return (*lessons, *aspects, *thresholds)


def possible(scenario: Scenario) -> tuple[Experiment, ...]:
    """The experiments that can be done here: a base set's may leave out what a scenario does not have."""
    found = []
    for experiment in experiments(scenario):
        try:
            experiment.variant(scenario)
        except UnknownThing:
            continue
        found.append(experiment)
    return tuple(found)


def untried(scenario: Scenario) -> tuple[str, ...]:
    """Lessons without an experiment: nothing that carries them can be left out."""
    return tuple(lesson.id for lesson in scenario.lessons.values() if not any(True for _ in _of(scenario, lesson)))


def _of(scenario: Scenario, lesson: Lesson) -> Iterator[Experiment]:
    name, trial = f"les.{lesson.id}", lesson.trial
    if trial is not None:
        if trial.without or trial.lower:
            way: Way = "meer" if trial.then == "meer" else "minder"
            yield Experiment(name, trial.without, trial.lower, way, trial.where, does=trial.does)
        return
    carrying = [aspect.id for aspect in scenario.aspects.values() if lesson.id in aspect.lessons]
    doing = tuple(_doing(scenario, lesson.id)) or tuple(_answers(scenario, lesson.id))
    if doing:
        yield Experiment(name, doing, where=dict.fromkeys(carrying, NEED))
        return
    doors = [t.id for t in scenario.thresholds.values() if lesson.id in t.lessons]
    if doors:
        yield Experiment(name, tuple(f"drempel.{t}" for t in doors), then="meer", heavier=doors[0])
    elif carrying:
        yield Experiment(name, (), dict.fromkeys(carrying, LOWER))


def _doing(scenario: Scenario, lesson: str) -> Iterator[str]:
    """Moves and what is said, hired and agreed in the spirit of the lesson."""

    def taught(thing: Told) -> bool:
        return lesson in thing.lessons

    for move in scenario.moves.values():
        if taught(move) and not _structural(scenario, move):
            yield f"zet.{move.id}"
        yield from (f"zet.{move.id}.{option.id}" for option in move.options.values() if taught(option))
    yield from (f"argument.{argument.id}" for argument in scenario.arguments.values() if taught(argument))
    yield from (f"adviseur.{adviser.id}" for adviser in scenario.advisers.values() if taught(adviser))
    for threshold in scenario.thresholds.values():
        yield from (f"route.{threshold.id}.{route.id}" for route in threshold.routes.values() if taught(route))
    if scenario.talks is not None:
        for issue in scenario.talks.issues.values():
            if not all(taught(option) for option in issue.options.values()):
                yield from (f"afspraak.{issue.id}.{option.id}" for option in issue.options.values() if taught(option))


def _structural(scenario: Scenario, move: Move) -> bool:
    if scenario.talks is not None and scenario.talks.move == move.id:
        return True
    effects = [*move.effects, *(effect for option in move.options.values() for effect in option.effects)]
    return move.verb == "overtuigen" or any(isinstance(e, Change) and e.name in STRUCTURE for e in effects)


def _answers(scenario: Scenario, lesson: str) -> Iterator[str]:
    """Answers that cost something, to events and cards about the lesson."""
    cards = (card for deck in scenario.decks.values() for card in deck.cards.values())
    for event in (*scenario.events.values(), *cards):
        dear = [option.id for option in event.options.values() if option.cost]
        if lesson in event.lessons and len(dear) < len(event.options):
            yield from (f"keuze.{event.id}.{option}" for option in dear)
