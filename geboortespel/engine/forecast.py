"""What is known before an action: price, odds, whether an argument fits what was heard, thresholds it works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.ir import State

if TYPE_CHECKING:
    from geboortespel.engine.game import Game

Likely = Literal["raak", "kan", "mis", "onbekend", ""]


@frozen
class Forecast:
    """What a seat can know before it acts.

    `cost`: quantity → amount (overwork under `energie`). `odds`: (result, weight) of moves with chance. For
    persuasion, `likely` and the support to `gain` (low, high), from what was heard. `routes`: (threshold, resistance
    taken away) of standing thresholds.
    """

    cost: dict[str, int]
    odds: tuple[tuple[str, int], ...] = ()
    likely: Likely = ""
    gain: tuple[int, int] | None = None
    routes: tuple[tuple[str, int], ...] = ()


def forecast(game: Game, s: State, action: Action) -> Forecast:
    """What the table knows of `action` in state `s`."""
    if action.kind == "keuze":
        return Forecast(dict(game.board.option(action.what, action.choice).cost))
    if action.kind != "zet":
        return Forecast({})
    plan = game.rules.plans.plan(action)
    cost = game.board.cost(action.what, action.choice, action.target)
    if plan.overwork:
        extra = plan.overwork[1](s)
        if extra:
            cost["energie"] = cost.get("energie", 0) + extra
    odds = tuple((result.id, result.weight) for result in plan.results)
    routes = []
    for way in plan.ways:
        if s[way.standing] == 1:
            takes = next((takes for takes, test, _ in way.routes if test(s)), 0)
            if takes:
                routes.append((way.threshold, takes))
    likely, gain = _persuasion(game, s, action) if plan.persuades else ("", None)
    return Forecast(cost, odds, likely, gain, tuple(routes))


def _persuasion(game: Game, s: State, action: Action) -> tuple[Likely, tuple[int, int] | None]:
    argument = game.scenario.arguments[action.choice]
    known, fit = game.rules.persuasion.range_known(s, action.seat, action.target, argument)
    if known is None or fit is None:
        return "onbekend", None
    if not known.hit:
        return "mis", (known.support, known.support)
    return ("raak" if fit >= 50 else "kan"), (known.support * 3 // 5, known.support)
