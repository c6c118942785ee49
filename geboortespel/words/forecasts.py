"""What is known before a move: its price, its odds, and whether an argument fits what was heard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from geboortespel.words.plain import joined
from geboortespel.words.titles import Titles

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.forecast import Forecast
    from geboortespel.engine.view import View


def cost(amounts: Mapping[str, int], titles: Titles) -> str:
    """`2 tijd, 1 energie`; '' when it is free."""
    tr = titles.tr
    words = {"tijd": tr("time"), "energie": tr("energy")}
    return ", ".join(f"{n} {words.get(name) or titles.counter(name).lower()}" for name, n in amounts.items() if n)


def phrases(action: Action, forecast: Forecast, view: View, titles: Titles) -> list[str]:
    """Everything known before `action`, its price first."""
    tr = titles.tr
    said = [cost(forecast.cost, titles)]
    if forecast.likely:
        said.append(_fit(action, forecast, view, titles))
    if forecast.gain and forecast.likely not in ("", "onbekend"):
        low, high = forecast.gain
        span = f"{low:+d}" if low == high else tr("{low} to {high}").format(low=f"{low:+d}", high=f"{high:+d}")
        said.append(tr("support {span}").format(span=span))
    said += [
        tr("works on '{threshold}'").format(threshold=titles.threshold(threshold)) for threshold, _ in forecast.routes
    ]
    if forecast.odds:
        said.append(odds(action, forecast, titles))
    return [part for part in said if part]


def odds(action: Action, forecast: Forecast, titles: Titles) -> str:
    """`gelukt 60%, niet gelukt 40%`, in whole percents."""
    whole = sum(weight for _, weight in forecast.odds) or 1
    move = titles.scenario.moves[action.what]
    return ", ".join(
        f"{titles._named(move.results.get(result), result).lower()} {(200 * weight + whole) // (2 * whole)}%"
        for result, weight in forecast.odds
    )


def _fit(action: Action, forecast: Forecast, view: View, titles: Titles) -> str:
    """Whether the argument answers what was heard, naming the concern."""
    tr = titles.tr
    argument = titles.scenario.arguments[action.choice]
    met = [titles.concern(c) for c, _ in view.heard(action.target) if c in argument.answers]
    named = joined([f"'{concern}'" for concern in met], tr("and"))
    match forecast.likely:
        case "raak":
            return tr("fits the concern {concerns}").format(concerns=named)
        case "kan":
            return tr("fits half, with {concerns}").format(concerns=named)
        case "mis":
            return tr("does not fit what you heard")
        case _:
            return tr("unknown: nobody has listened yet")
