"""Forecasts: what a seat can know before it acts, worked out from the state as the table knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.ir import State
from geboortespel.engine.persuasion import Factors
from geboortespel.engine.waits import last_word

if TYPE_CHECKING:
    from geboortespel.engine.game import Game

Likely = Literal["raak", "kan", "mis", "onbekend", ""]


@frozen
class Forecast:
    """What a seat can know before it acts.

    `cost`: quantity → amount (overwork under `energie`). `odds`: (result, weight) of moves with chance. For
    persuasion, `likely` and the support to `gain` (low, high), from what was heard. `routes`: (threshold, resistance
    taken away) of standing thresholds, as far as the table can tell.
    """

    cost: dict[str, int]
    odds: tuple[tuple[str, int], ...] = ()
    likely: Likely = ""
    gain: tuple[int, int] | None = None
    routes: tuple[tuple[str, int], ...] = ()


def forecast(game: Game, seen: State, action: Action) -> Forecast:
    """Cost, odds and what is known of one action; `seen` is the state as the table knows it (`veil`)."""
    if action.kind == "keuze":
        return Forecast(dict(game.board.option(action.what, action.choice).cost))
    if action.kind == "slotzin" and action.target:
        percent = last_word(game.scenario, game.scenario.moves[action.what])
        return Forecast({}, (), *_persuasion(game, seen, action, percent))
    if action.kind != "zet":
        return Forecast({})
    plan = game.rules.plans.plan(action)
    cost = game.board.cost(action.what, action.choice, action.target)
    extra = plan.overwork[1](seen) if plan.overwork else 0
    if extra:
        cost["energie"] = cost.get("energie", 0) + extra
    odds = tuple((result.id, result.weight) for result in plan.results)
    likely, gain = _persuasion(game, seen, action)
    routes = () if gain is not None and gain[1] <= 0 else _routes(game, seen, action)
    return Forecast(cost, odds, likely, gain, routes)


def _routes(game: Game, seen: State, action: Action) -> tuple[tuple[str, int], ...]:
    found = []
    for way in game.rules.plans.plan(action).ways:
        takes = next((takes for takes, test, _ in way.routes if test(seen)), 0) if seen[way.standing] == 1 else 0
        if takes:
            found.append((way.threshold, takes))
    return tuple(found)


def _persuasion(game: Game, seen: State, action: Action, percent: int = 100) -> tuple[Likely, tuple[int, int] | None]:
    if action.kind == "zet" and game.scenario.moves[action.what].verb != "overtuigen":
        return "", None
    argument = game.scenario.arguments[action.choice]
    known, fit = game.rules.persuasion.range_known(seen, action.seat, action.target, argument)
    if known is None or fit is None:
        return "onbekend", None
    known = known.part(percent)
    if not known.hit:
        return "mis", (known.support, known.support)
    return ("raak" if fit >= 50 else "kan"), (known.support * 3 // 5, known.support)


def factors(game: Game, seen: State, action: Action) -> tuple[Factors, int] | None:
    """(parts, share that counts in percent) of what persuading is expected to do, a last sentence before a decision
    included; None for other actions, and where nobody has listened yet."""
    move = game.scenario.moves.get(action.what)
    if move is None or not action.target or action.choice not in game.scenario.arguments:
        return None
    if action.kind == "slotzin":
        percent = last_word(game.scenario, move)
    elif action.kind == "zet" and move.verb == "overtuigen":
        percent = 100
    else:
        return None
    found = game.rules.persuasion.factors(seen, action.seat, action.target, game.scenario.arguments[action.choice])
    return None if found is None else (found, percent)
