"""Checks of names whose kind depends on what stands beside them: routes over thresholds and the steps of a course."""

from __future__ import annotations

from collections.abc import Iterable

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.model import Event, Move, Scenario, Step
from geboortespel.scenario.names import seats
from geboortespel.scenario.nodes import Map, Scalar, Seq
from geboortespel.scenario.scalars import suggest

GATE_ANSWERS = ("verder", "langer", "stoppen")
TALK_ACTIONS = ("bod", "waarom", "vertellen", "voorleggen", "graag-of-niet", "aannemen", "verdagen")


def objects(scenario: Scenario, move: Move) -> tuple[str, ...]:
    """Everything a move can be aimed at, () when it is aimed at nothing."""
    match move.verb:
        case "onderbouwen":
            return tuple(scenario.arguments)
        case "adviseur":
            return tuple(scenario.advisers)
        case "doorgronden":
            return tuple(a.id for a in scenario.aspects.values() if a.fact is not None or a.insight is not None)
        case "medestander":
            return tuple(b.was for b in scenario.believers.values() if b.was)
        case "gewoon" if move.target != "actor":
            return ()
    return tuple(scenario.actors)


def check(scenario: Scenario, root: Map, faults: Faults) -> None:
    """Note every step of `verloop` that names what is not there."""
    node = root.get("verloop")
    steps = node.get("stappen") if isinstance(node, Map) else None
    if scenario.course is None or steps is None:
        return
    checker = _Steps(scenario, faults)
    nodes = steps.items if isinstance(steps, Seq) else [steps]
    maps = [item for item in nodes if isinstance(item, Map)]
    for step, item in zip(scenario.course.steps, maps, strict=False):
        checker.step(step, item)


class _Steps:
    def __init__(self, scenario: Scenario, faults: Faults) -> None:
        self.scenario = scenario
        self.faults = faults
        cards = (card for deck in scenario.decks.values() for card in deck.cards.values())
        self.events: dict[str, Event] = {event.id: event for event in [*scenario.events.values(), *cards]}

    def _known(self, node: Map, key: str, name: str, what: str, known: Iterable[str], *, needed: bool = True) -> bool:
        """Whether `name` is among `known`; notes a fault when it is not (or is missing though needed)."""
        known = list(known)
        if name in known:
            return True
        at = node.get(key)
        if isinstance(at, Scalar) and name:
            self.faults.at("G012", at, what=what, id=name, **suggest(name, known))
        elif at is None and needed:
            self.faults.at("G013", node, key=key)
        return False

    def step(self, step: Step, node: Map) -> None:
        """One step of the course."""
        scenario = self.scenario
        if step.kind in ("zet", "pas", "gok", "zitting", "slotzin"):
            self._known(node, "wie", step.seat, "believer", seats(scenario), needed=bool(scenario.believers))
        if step.kind == "zet" and self._known(node, "wat", step.what, "zet", scenario.moves):
            self._move(scenario.moves[step.what], step, node)
        elif step.kind == "keuze" and self._known(node, "wat", step.what, "gebeurtenis", self.events):
            event = self.events[step.what]
            self._known(node, "keuze", step.choice, "option", event.options)
            if event.seat:
                self._known(node, "wie", step.seat, "believer", [event.seat])
        elif step.kind == "gok":
            self._known(node, "wat", step.what, "actor", scenario.actors)
            self._known(node, "keuze", step.choice, "zorg", scenario.concerns, needed=False)
        elif step.kind == "zitting":
            self._talks(step, node)
        elif step.kind == "slotzin" and self._known(node, "wat", step.what, "zet", scenario.moves) and step.target:
            self._known(node, "doel", step.target, "actor", scenario.body.members if scenario.body else ())
            self._known(node, "keuze", step.choice, "argument", scenario.arguments)
        elif step.kind == "poort":
            self._known(node, "wat", step.what, "answer", GATE_ANSWERS)

    def _talks(self, step: Step, node: Map) -> None:
        self._known(node, "wat", step.what, "answer", TALK_ACTIONS)
        issues = self.scenario.talk_issues
        about = step.what in TALK_ACTIONS[:3] and self._known(node, "doel", step.target, "onderwerp", issues)
        if about and step.what == "bod":
            self._known(node, "keuze", step.choice, "optie", issues[step.target].options)

    def _move(self, move: Move, step: Step, node: Map) -> None:
        aims = objects(self.scenario, move)
        if aims:
            self._known(node, "doel", step.target, "object", aims)
        if move.verb == "overtuigen":
            self._known(node, "keuze", step.choice, "argument", self.scenario.arguments)
        elif move.options:
            self._known(node, "keuze", step.choice, "option", move.options)


def route_names(scenario: Scenario, move_id: str) -> list[str]:
    """What `optie` of a route may name: the move's options, arguments when it persuades, or what it is aimed at."""
    move = scenario.moves.get(move_id)
    if move is None:
        return []
    arguments: Iterable[str] = scenario.arguments if move.verb == "overtuigen" else ()
    return [*move.options, *arguments, *objects(scenario, move)]


def ally_names(scenario: Scenario) -> list[str]:
    """What `met` of a route may name."""
    return [*scenario.advisers, *scenario.believers, *scenario.actors]
