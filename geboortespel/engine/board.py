"""Public, static information about a game: what lies open on the table whoever looks.

Titles, powers, who listens to whom, moves and their prices, and the author's texts; never anybody's hidden set-up
(which concerns they have, how they start). Front ends and policies hold a Board, never the scenario's rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from geboortespel.engine.actions import Action
from geboortespel.engine.lens import Lens, Question
from geboortespel.engine.moves import full_cost
from geboortespel.scenario.model import Actor, Believer, Event, Line, Option, Scenario
from geboortespel.scenario.names import rounds

if TYPE_CHECKING:
    from geboortespel.engine.rules import Rules

TEAM = ("tijd", "energie")


class Board:
    """What everybody may know of a scenario. `scenario` gives texts; use the methods here for people."""

    def __init__(self, scenario: Scenario, rules: Rules) -> None:
        self.scenario = scenario
        self._rules = rules
        self.seats = rules.seats
        self.actions: tuple[Action, ...] = rules.choices.actions
        self.rounds = rounds(scenario)
        self.may_pass: bool = rules.may_pass
        self.actors: tuple[str, ...] = tuple(scenario.actors)
        self.aspects: tuple[str, ...] = tuple(scenario.aspects)
        self.power: Mapping[str, int] = {actor: rules.low.power(actor) for actor in scenario.actors}
        self.events: Mapping[str, Event] = {
            **scenario.events,
            **{card.id: card for deck in scenario.decks.values() for card in deck.cards.values()},
        }

    def lens(self, questions: Iterable[Question]) -> Lens:
        """A quick way to ask a view many things at every decision."""
        return Lens(self._rules, questions)

    def actor_title(self, actor_id: str) -> str:
        """The actor's name on the board: their own title, else their role's, else the id."""
        actor = self.scenario.actors[actor_id]
        role = self.scenario.roles.get(actor.role or "")
        return actor.title or (role.title if role else "") or actor_id

    def actor_text(self, actor_id: str) -> str:
        """Who this is, in a sentence."""
        actor = self.scenario.actors[actor_id]
        role = self.scenario.roles.get(actor.role or "")
        return actor.text or (role.text if role else "")

    def seat_title(self, seat: str) -> str:
        """The believer's name on the board; '' for the table or the single seat without a name."""
        believer: Believer | None = self.scenario.believers.get(seat)
        return (believer.title or believer.id) if believer else ""

    def spoken(self, actor_id: str, kind: str) -> tuple[Line, ...]:
        """Lines of this kind (`groet`, `zorg.X`, `raak.X`, `mis`, `sleets`): the actor's, the role's, or general.

        A kind with an id falls back to the same level's line without it before going to the next.
        """
        actor: Actor = self.scenario.actors[actor_id]
        role = self.scenario.roles.get(actor.role or "")
        family = kind.split(".", 1)[0]
        for lines in (actor.lines, role.lines if role else {}, self.scenario.lines):
            for name in dict.fromkeys((kind, family)):
                if name in lines:
                    return lines[name]
        return ()

    def cost(self, move_id: str, choice: str = "", target: str = "") -> dict[str, int]:
        """What a move costs with this option or adviser; overwork not included."""
        move = self.scenario.moves[move_id]
        adviser = self.scenario.advisers.get(target) if move.verb == "adviseur" else None
        return full_cost(move, move.options.get(choice), adviser.cost if adviser else None)

    def option(self, event_id: str, choice: str) -> Option:
        """One answer to an event or card."""
        return self.events[event_id].options[choice]

    def phase_title(self, phase_id: str) -> str:
        phase = self.scenario.phases.get(phase_id)
        return (phase.title or phase.id) if phase else ""
