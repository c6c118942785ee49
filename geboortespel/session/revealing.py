"""What can't be taken back: an action that drew something, or told the table more than it knew (design 4).

Otherwise undo would be a way to find out: listen, hear there is nothing new, and have the time back.
"""

from __future__ import annotations

from collections.abc import Iterable

from geboortespel.engine.actions import Action
from geboortespel.engine.ledger import Log
from geboortespel.engine.lower import bound
from geboortespel.engine.view import View
from geboortespel.scenario.expr import names_in
from geboortespel.scenario.model import Consequence

FINAL_NOTES = frozenset(
    {"gehoord", "niets_nieuws", "drempel_zichtbaar", "kaart", "gebeurtenis", "uitslag", "stem", "einde"}
)
"""Notes of what was drawn, heard, shown or decided."""

ASIDE = ("bod", "vertellen", "verdagen")
"""What at the negotiating table brings no answer of the other side."""


def revealed(before: View, action: Action, log: Log) -> bool:
    """Whether what followed from `action` told more than the view `before` knew. Draws are the driver's to know."""
    if any(note[0] in FINAL_NOTES for note in log.notes):
        return True
    if action.kind in ("gok", "slotzin") or (action.kind == "zitting" and action.what not in ASIDE):
        return True
    scenario = before.board.scenario
    move = scenario.moves.get(action.what) if action.kind == "zet" else None
    if move is not None and move.verb == "luisteren":
        return True  # also when a guess comes first: that tells that there is something to be heard
    if move is not None and move.verb == "overtuigen" and _surprised(before, action, log):
        return True
    told: Iterable[Consequence] = ()
    if move is not None:
        option = move.options.get(action.choice)
        told = (*move.consequences, *(option.consequences if option else ()))
    elif action.kind == "keuze":
        told = before.board.option(action.what, action.choice).consequences
    return any(_hidden(before, item, action) for item in told)


def _surprised(before: View, action: Action, log: Log) -> bool:
    """Whether persuading went otherwise than what was heard there foretold."""
    expected = before.forecast(action).gain
    if expected is None:
        return True
    told = (entry.delta for entry in log.entries if (entry.name, entry.cause) == (f"steun.{action.target}", action.key))
    return sum(told) != expected[1]


def _hidden(before: View, item: Consequence, action: Action) -> bool:
    """Whether a consequence hung on something that the table did not know."""
    if item.when is None:
        return False
    names = (bound(name, action.seat, action.target) for name in names_in(item.when))
    return any(name != "draagvlak" and before.hides(name) for name in names)
