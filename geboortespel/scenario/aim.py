"""What `.doel` and `.ik` stand for, by where a rule stands: in which move, adviser, argument or choice."""

from __future__ import annotations

from geboortespel.scenario.late import Place
from geboortespel.scenario.model import Move
from geboortespel.scenario.scope import Aim, Names

ACTOR_VERBS = ("luisteren", "overtuigen", "netwerk", "medestander")


def aim_of(names: Names, place: Place) -> Aim:
    """What `.doel` and `.ik` stand for at a place in the model."""
    scenario, seats = names.scenario, names.seats
    match place.owner:
        case "zet":
            move = scenario.moves.get(place.owner_id)
            return _move_aim(names, move) if move else Aim()
        case "adviseur":
            return Aim(tuple(scenario.advisers), seats, "adviseur")
        case "argument":
            return Aim(tuple(scenario.actors), seats, "actor")
        case "keuze":
            return Aim((), seats)
    return Aim()


def _move_aim(names: Names, move: Move) -> Aim:
    scenario, seats = names.scenario, names.seats
    if move.who:
        seats = tuple(seat for seat in seats if seat in move.who) or seats
    if move.verb == "medestander":
        return Aim(tuple(b.was for b in scenario.believers.values() if b.was), seats, "actor")
    if move.verb in ACTOR_VERBS or (move.target == "actor" and move.verb == "gewoon"):
        return Aim(tuple(scenario.actors), seats, "actor")
    if move.verb == "onderbouwen":
        return Aim(tuple(scenario.arguments), seats, "argument")
    if move.verb == "adviseur":
        return Aim(tuple(scenario.advisers), seats, "adviseur")
    if move.verb == "doorgronden":
        seen = [a.id for a in scenario.aspects.values() if a.fact is not None or a.insight is not None]
        return Aim(tuple(seen), seats, "aspect")
    return Aim((), seats)
