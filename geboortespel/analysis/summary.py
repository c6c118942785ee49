"""A tally as data: what `simuleer --json` gives. Shares are 0-1, with 95% intervals (Wilson)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from geboortespel.analysis.intervals import DIGITS, estimate
from geboortespel.analysis.simulate import aims
from geboortespel.analysis.tally import Tally
from geboortespel.analysis.usage import never_used, things, used
from geboortespel.engine.game import Game


def as_dict(game: Game, tally: Tally, player: str, seed: int) -> dict[str, Any]:
    """Everything a simulation tells, JSON-able and the same whatever the order in which it was counted."""
    scenario, games = game.scenario, tally.games
    outcomes = {
        outcome.id: {
            "aantal": tally.outcomes[outcome.id],
            "soort": outcome.kind,
            **estimate(tally.outcomes[outcome.id], games),
        }
        for outcome in scenario.outcomes.values()
    }
    aspects = [aspect for aspect in scenario.aspects if tally.short[aspect]]
    found: dict[str, Any] = {
        "scenario": scenario.id,
        "aantal": games,
        "speler": player,
        "zaad": seed,
        "uitkomsten": outcomes,
        "bedoeld": {"uitkomsten": list(aims(game)), **estimate(tally.won, games)},
        "groen": _spread(tally.green),
        "rondes": _spread(tally.rounds),
        "acties": {"gemiddelde": round(tally.actions / games, DIGITS) if games else 0.0},
        "niet_groen": {
            aspect: {
                "aantal": tally.short[aspect],
                **estimate(tally.short[aspect], games),
                "rood": estimate(tally.red[aspect], games),
            }
            for aspect in sorted(aspects, key=lambda aspect: -tally.short[aspect])
        },
    }
    if tally.used:
        found |= {"keuzes": dict(_choices(game, tally)), "gebruik": _use(game, tally)}
        found["nooit"] = never_used(scenario, tally)
    return found


def _spread(counts: Counter[int]) -> dict[str, Any]:
    """The mean of a counted number, and how often each value came."""
    games = sum(counts.values())
    mean = sum(value * times for value, times in counts.items()) / games if games else 0.0
    return {"gemiddelde": round(mean, DIGITS), "verdeling": {str(value): counts[value] for value in sorted(counts)}}


def _choices(game: Game, tally: Tally) -> Iterator[tuple[str, Any]]:
    """Per event or card, move with options, and gate: how often each answer was given, and what came of it."""
    scenario = game.scenario
    asked = {f"keuze.{event.id}": list(event.options) for event in game.board.events.values() if event.options}
    asked |= {f"zet.{move.id}": list(move.options) for move in scenario.moves.values() if move.options}
    asked["poort"] = ["verder", "langer", "stoppen"]
    for name, options in asked.items():
        times = {option: _times(tally.used, name, option) for option in options}
        whole = sum(times.values())
        if whole:
            yield name, {option: _chosen(tally, name, option, times[option], whole) for option in options}


def _times(counts: Counter[str], name: str, option: str) -> int:
    """A move with options may also be aimed at somebody."""
    return sum(times for key, times in counts.items() if key.startswith(f"{name}.") and key.endswith(f".{option}"))


def _chosen(tally: Tally, name: str, option: str, times: int, whole: int) -> dict[str, Any]:
    """`p`: share of the times it was asked; `gelukt`: share of the games with it that ended as intended."""
    games, won = tally.games_with[f"{name}.{option}"], tally.won_with[f"{name}.{option}"]
    return {"aantal": times, **estimate(times, whole), "spellen": games, "gelukt": estimate(won, games)}


def _use(game: Game, tally: Tally) -> dict[str, Any]:
    """Everything that some game should use: how often it was, in how many games, and how many of those ended as
    intended."""
    times = used(tally)
    return {
        name: {"keer": times[name], "spellen": tally.games_with[name], "gelukt": tally.won_with[name]}
        for name in sorted(things(game.scenario))
        if not name.startswith("uitkomst.")
    }
