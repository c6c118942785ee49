"""Everything a view shows, as plain data: what leak tests compare."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geboortespel.engine.view import View


def shown(view: View, names: Iterable[str]) -> dict[str, Any]:
    """All that `view` answers, JSON-able; of the quantities `names` those that it knows."""
    board = view.board
    return {
        "waiting": view.waiting,
        "pending": view.pending,
        "private": view.private,
        "phase": view.phase,
        "phase_end": view.phase_end,
        "form": view.form,
        "values": {name: value for name in names if (value := view.value(name)) is not None},
        "levels": {aspect: (view.level(aspect), *view.span(aspect)) for aspect in board.aspects},
        "bands": {actor: view.band(actor) for actor in board.actors},
        "heard": {actor: view.heard(actor) for actor in board.actors},
        "thresholds": view.thresholds,
        "legal": [action.key for action in view.legal],
        "outcome": view.outcome.id if view.outcome else None,
    }
