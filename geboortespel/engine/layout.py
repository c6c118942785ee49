"""Where every quantity lives: the flat state's slots, their bounds and starts, by name.

Named quantities (`scenario.names`) come first; slots whose name begins with a dot are the engine's own book-keeping
(whose turn, what is pending) and never reach the ledger or a view.
"""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from geboortespel.engine.talk_slots import BELOW, own_slots
from geboortespel.scenario.course import objects
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.names import Quantity, quantities, seats

# stages of a round, the value of slot `.stap`
SETUP, EVENTS, DECKS, CHOICE, MOVES, RESULT, GATE, END, GUESS, TALKS, LAST_WORD = range(11)
DECISIONS = frozenset({MOVES, CHOICE, GATE, GUESS, TALKS, LAST_WORD})
"""Stages at which somebody decides."""
Waiting = Literal["zet", "keuze", "poort", "gok", "zitting", "slotzin", "kans", "einde"]
WAITING: dict[int, Waiting] = {
    MOVES: "zet", CHOICE: "keuze", GATE: "poort", GUESS: "gok", TALKS: "zitting", LAST_WORD: "slotzin", END: "einde",
}  # fmt: skip
"""Stage of a round → what is waited for; "kans" at any other."""

STAGE, PLACE, DRAWN, PENDING, ACTED, PHASE_END, OUTCOME, RESUME = (
    ".stap", ".plaats", ".getrokken", ".keuze", ".zet", ".fase_eind", ".uitkomst", ".terug",
)  # fmt: skip


@frozen
class Layout:
    """Slots of a scenario. `names[i]` with bounds `low[i]`, `high[i]` and start `start[i]`; `index` is the inverse."""

    quantities: dict[str, Quantity]
    names: tuple[str, ...]
    index: dict[str, int] = field(repr=False)
    low: tuple[int, ...]
    high: tuple[int, ...]
    start: tuple[int, ...]
    named: int
    """How many slots, from 0, are named quantities."""


def limited_keys(scenario: Scenario) -> list[str]:
    """Slots that count moves with a limit: one per move and object (target, or option)."""
    keys = []
    for move in scenario.moves.values():
        if not move.limit:
            continue
        for what in objects_of(scenario, move.id):
            keys.append(f".keer.{move.id}.{what}")
    return keys


def objects_of(scenario: Scenario, move_id: str) -> tuple[str, ...]:
    """What a move can be aimed at: actors, arguments, advisers or aspects, by its verb; ('',) when at nothing."""
    move = scenario.moves[move_id]
    return ("",) if move.verb == "gewoon" and move.target != "actor" else objects(scenario, move)


def build_layout(scenario: Scenario) -> Layout:
    """Lay out all slots of `scenario`, in a fixed order."""
    every = quantities(scenario)
    stored = [quantity for quantity in every.values() if not quantity.computed]
    own = [STAGE, PLACE, DRAWN, PENDING, ACTED, PHASE_END, OUTCOME, RESUME]
    own += [f".gepast.{seat}" for seat in seats(scenario)]
    own += [f".nu.{event}" for event in scenario.events]
    own += limited_keys(scenario)
    own += own_slots(scenario)
    names = tuple(quantity.name for quantity in stored) + tuple(own)
    return Layout(
        quantities=every,
        names=names,
        index={name: i for i, name in enumerate(names)},
        low=tuple(quantity.low for quantity in stored) + tuple(-(2**31) if name in BELOW else 0 for name in own),
        high=tuple(quantity.high for quantity in stored) + (2**31 - 1,) * len(own),
        start=tuple(quantity.start for quantity in stored) + (0,) * len(own),
        named=len(stored),
    )
