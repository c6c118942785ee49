"""What games use of a scenario: moves and what they aim at, events, cards, answers, routes, gates, agreements, endings.

`things` names all that some game should use; `used` counts it in a tally that was made with `detail`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from geboortespel.analysis.notice import things_of
from geboortespel.analysis.tally import Tally
from geboortespel.engine.layout import objects_of
from geboortespel.engine.moves import GATE_ANSWERS
from geboortespel.scenario.model import Event, Move, Scenario


def things(scenario: Scenario) -> set[str]:
    """Everything that some game should use, by kind and id (`zet.M`, `zet.M.DOEL`, `keuze.EVENT.OPTIE`, …)."""
    outcomes = (f"uitkomst.{o}" for o in scenario.outcomes)
    return {*_moves(scenario), *_news(scenario), *_obstacles(scenario), *_talks(scenario), *outcomes}


def _talks(scenario: Scenario) -> Iterator[str]:
    """Every option of the negotiation that can be agreed on, and every market party that one can agree with."""
    if scenario.talks is not None:
        for issue in scenario.talks.issues.values():
            yield from (f"afspraak.{issue.id}.{option}" for option in issue.options)
        yield from (f"partij.{party}" for party in scenario.talks.parties)


def _moves(scenario: Scenario) -> Iterator[str]:
    for move in scenario.moves.values():
        yield f"zet.{move.id}"
        yield from (f"zet.{move.id}.{what}" for what in objects_of(scenario, move.id) if _aimed(scenario, move, what))
        if move.verb == "overtuigen":
            yield from (f"zet.{move.id}.{argument}" for argument in scenario.arguments)
        yield from (f"zet.{move.id}.{option}" for option in move.options)
        yield from (f"uitslag.{move.id}.{result}" for result in move.results)
        if move.verb == "luisteren" and scenario.rules.guess:
            yield from ("gok.raak", "gok.mis")


def _aimed(scenario: Scenario, move: Move, what: str) -> bool:
    """Whether anybody could have a reason to aim the move there: nobody looks for a way to whom everybody reaches."""
    if move.verb != "netwerk":
        return bool(what)
    others = [believer for believer in scenario.believers.values() if believer.was != what]
    return not scenario.actors[what].open and any(what not in believer.network for believer in others)


def _news(scenario: Scenario) -> Iterator[str]:
    news: dict[str, Event] = {f"gebeurtenis.{event.id}": event for event in scenario.events.values()}
    for deck in scenario.decks.values():
        news.update({f"kaart.{deck.id}.{card.id}": card for card in deck.cards.values() if card.weight})
    for name, event in news.items():
        yield name
        yield from (f"keuze.{event.id}.{option}" for option in event.options)


def _obstacles(scenario: Scenario) -> Iterator[str]:
    for threshold in scenario.thresholds.values():
        yield from (f"drempel_zichtbaar.{threshold.id}", f"drempel_weg.{threshold.id}")
        yield from (f"route.{threshold.id}.{route}" for route in threshold.routes)
    gates = [phase for phase in scenario.phases.values() if phase.gate is not None]
    yield from (f"poort_niet.{phase.id}" for phase in gates if phase.gate and phase.gate.when is not None)
    if gates:
        later = [gate for gate in gates if gate.id != next(reversed(scenario.phases))]
        yield from (f"poort.{answer}" for answer in GATE_ANSWERS if answer != "langer" or later)


def used(tally: Tally) -> Counter[str]:
    """Times each thing was used; a move counts by itself and by each of the things it was aimed at."""
    found: Counter[str] = Counter()
    for name, times in tally.used.items():
        found.update(dict.fromkeys(things_of(name), times))
    found.update({f"uitkomst.{outcome}": times for outcome, times in tally.outcomes.items()})
    return found


def never_used(scenario: Scenario, tally: Tally) -> list[str]:
    """What no game of the tally used, by name."""
    return sorted(things(scenario) - set(used(tally)))
