"""The Apgar of a birth: 0, 1 or 2 for each of its parts (after Apgar's score of newborns, 1953; design 2, `apgar`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.engine.ir import State, evaluate

if TYPE_CHECKING:
    from geboortespel.engine.game import Game


def scores(game: Game, state: State) -> dict[str, int]:
    """Part → 0, 1 or 2, of a state as somebody knows it (`View`)."""
    low = game.rules.low
    return {
        part.id: 2
        if part.two is not None and evaluate(low.condition(part.two), state)
        else int(part.one is not None and bool(evaluate(low.condition(part.one), state)))
        for part in game.scenario.apgar.values()
    }
