"""Answers that moves ask for: what a player guesses to be somebody's concern, and what they say last to a voter."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.engine.board import Board
from geboortespel.players.worth import Moment
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


def best_sentence(moment: Moment, indices: Sequence[int]) -> int:
    """Of last sentences (nothing to add is the last), the one that is worth most; nothing when none is worth it."""
    board = moment.chart.board
    need = {actor: worth for worth, actor in moment.need}
    best, most = indices[-1], 0.0
    for index in indices:
        action = board.actions[index]
        if action.target in need:
            worth = need[action.target] * moment.prospect(action.target).tell.get(action.choice, 0.0)
            if worth > most:
                best, most = index, worth
    return best
