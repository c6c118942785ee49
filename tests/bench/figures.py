"""Figures of this machine, written to figures.md: `python -m tests.bench.figures [GAMES]`.

Speeds are of one core, by processor time, without a ledger. Outcomes are of GAMES games per player.
"""

from __future__ import annotations

import platform
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from geboortespel.analysis.simulate import Simulation, Tally, simulate
from geboortespel.analysis.unrolled import unroll
from geboortespel.players.registry import NAMES
from geboortespel.scenario.model import Scenario
from tests.shipped import PLAYABLE, game, scenario

FILE = Path(__file__).with_name("figures.md")
SECONDS = 4.0


def speeds(name: str) -> list[str]:
    """Lines of a table: player, actions/s, games/s."""
    lines = []
    run = unroll(game(name, True))
    if run is not None:
        actions, games, seconds = _timed(lambda seed: run(seed).decisions)
        lines.append(f"| {name} | willekeurig, unrolled | {actions / seconds:,.0f} | {games / seconds:,.0f} |")
    for player in ("willekeurig", "beginner", "planner"):
        simulation = Simulation(game(name, True), player)
        actions, games, seconds = _timed(lambda seed, played=simulation: played.play(seed)[1])
        lines.append(f"| {name} | {player} | {actions / seconds:,.0f} | {games / seconds:,.0f} |")
    return lines


def _timed(play: Callable[[int], int]) -> tuple[int, int, float]:
    """(actions, games, seconds) of playing seed after seed."""
    for seed in range(30):
        play(seed)
    start, actions, games = time.process_time(), 0, 0
    while time.process_time() - start < SECONDS:
        actions += play(1000 + games)
        games += 1
    return actions, games, time.process_time() - start


def things(made: Scenario) -> set[str]:
    """Everything that some game should use: moves, events and cards, their answers, routes."""
    found = {f"zet.{move}" for move in made.moves}
    cards = {f"kaart.{deck.id}.{card.id}": card for deck in made.decks.values() for card in deck.cards.values()}
    for name, event in {**{f"gebeurtenis.{e.id}": e for e in made.events.values()}, **cards}.items():
        found |= {name, *(f"keuze.{event.id}.{option}" for option in event.options)}
    return found | {f"route.{t.id}.{route}" for t in made.thresholds.values() for route in t.routes}


def used(tally: Tally) -> Counter[str]:
    """Times each thing was used, a move without its target."""
    found: Counter[str] = Counter()
    for name, times in tally.used.items():
        found[".".join(name.split(".")[:2]) if name.startswith("zet.") else name] += times
    return found


def outcomes(name: str, games: int) -> list[str]:
    """A table of outcomes per player, and what no game used."""
    lines, whole = [], Tally()
    for player in NAMES if name != "klein" else NAMES[:3]:
        tally = simulate(scenario(name), player, range(games), processes=2, detail=True)
        shares = ", ".join(f"{outcome} {100 * n / games:.1f}%" for outcome, n in tally.outcomes.most_common())
        green = sum(k * n for k, n in tally.green.items()) / games
        lines.append(f"| {name} | {player} | {shares} | {green:.1f} | {tally.actions / games:.0f} |")
        if ":" not in player:
            whole.add(tally)
    never = sorted(things(scenario(name)) - set(used(whole)))
    return [*lines, f"| {name} | never used | {', '.join(never) or 'nothing'} | | |"]


def main(games: int) -> None:
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    text = ["# Figures", "", f"Written by `python -m tests.bench.figures`; {machine}.", "", "## Speed, one core", ""]
    text += ["| scenario | player | actions/s | games/s |", "|---|---|---|---|"]
    for name in PLAYABLE:
        text += speeds(name)
    text += ["", f"## Outcomes, {games:,} games per player", ""]
    text += ["| scenario | player | outcomes | green aspects at the end | actions a game |", "|---|---|---|---|---|"]
    for name in PLAYABLE:
        text += outcomes(name, games)
    FILE.write_text("\n".join([*text, ""]), encoding="utf-8")
    print("\n".join(text))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2500)
