"""Answers that moves ask for: what a player guesses to be somebody's concern."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.engine.board import Board
from geboortespel.scenario.names import possible_concerns


def usual_weights(board: Board, actor: str) -> dict[str, int]:
    """Concern → how heavily it usually weighs for somebody in this actor's role."""
    role = board.scenario.roles.get(board.scenario.actors[actor].role or "")
    if role is None or role.concerns is None:
        return {}
    setup = role.concerns
    return {
        concern: max(items.get(concern, 0) for items in (setup.fixed, *setup.variants))
        for concern in possible_concerns(setup)
    }


def most_usual(board: Board, indices: Sequence[int]) -> int:
    """Of guesses (no guess is the last), the one at what such people usually worry about most; the first of equals."""
    weights = usual_weights(board, board.actions[indices[0]].what)
    named = [index for index in indices if board.actions[index].choice]
    return max(named, key=lambda index: weights.get(board.actions[index].choice, 0), default=indices[-1])
