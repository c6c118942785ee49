"""Private dilemmas: events and cards that one believer is asked about alone (`voor`), and who may know of them.

Notes and causes that name such an event belong to that seat until the game has ended.
"""

from __future__ import annotations

from geboortespel.engine.ledger import Cause
from geboortespel.scenario.model import Scenario

APART = "onder_vier_ogen"
"""Code that stands in for a private cause, and of the note that somebody is asked something alone: (code, seat)."""


class Privacy:
    """Who is asked alone, by event or card; built once per game."""

    def __init__(self, scenario: Scenario) -> None:
        cards = (card for deck in scenario.decks.values() for card in deck.cards.values())
        self.seat_of = {event.id: event.seat for event in (*scenario.events.values(), *cards) if event.seat}
        """Private event or card → the seat that is asked."""

    def owner(self, code: Cause) -> str:
        """The one seat that a note or cause is meant for, '' when it is everybody's."""
        if not self.seat_of:
            return ""
        match code:
            case ("gebeurtenis", event) | ("kaart", _, event) | ("keuze", event, _) | ("ingreep", _, event, *_):
                pass
            case ("keuze" | "overwerk" | "gevolg", _, event, *_):
                pass
            case _:
                return ""
        return self.seat_of.get(event, "")
