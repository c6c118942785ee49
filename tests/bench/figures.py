"""Speeds of this machine, written to figures.md: `python -m tests.bench.figures`. One core, no ledger.

Each figure is the median of `TIMES` runs of `SECONDS` of processor time. Outcomes and what games use come from mass
play (`tests.bench.mass --schrijf`), which has a part of figures.md of its own.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from geboortespel.analysis.exact import exact
from geboortespel.analysis.simulate import Simulation, simulate
from geboortespel.analysis.unrolled import unroll
from geboortespel.players.registry import NAMES, by_name
from tests.shipped import PLAYABLE, game, scenario

FILE = Path(__file__).with_name("figures.md")
SECONDS, TIMES = 1.0, 3
MANY = 3000
"""Games that one and two processes play against each other."""
PLAYERS = ("willekeurig", "beginner", "planner")


def machine() -> str:
    """What the figures are of: processor, Python, and how busy the machine was."""
    cpu = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", cpu.read_text()) if cpu.exists() else None
    load = f", load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else ""
    return f"{named[1] if named else platform.machine()}, Python {platform.python_version()}{load}"


def speeds(name: str) -> list[str]:
    """Lines of a table: player, actions/s, games/s."""
    runs: list[tuple[str, Callable[[int], int]]] = []
    unrolled = unroll(game(name, True))
    if unrolled is not None:
        runs.append(("willekeurig, unrolled", lambda seed: unrolled(seed).decisions))
    for player in PLAYERS:
        simulation = Simulation(game(name, True), player)
        runs.append((player, lambda seed, played=simulation: played.play(seed)[1]))
    lines = []
    for who, play in runs:
        actions, games = timed(play)
        lines.append(f"| {name} | {who} | {actions:,.0f} | {games:,.0f} |")
    return lines


def timed(play: Callable[[int], int]) -> tuple[float, float]:
    """(actions, games) per second of playing seed after seed, medians."""
    for seed in range(50):
        play(seed)
    found = []
    for _ in range(TIMES):
        start, actions, games = time.process_time(), 0, 0
        while time.process_time() - start < SECONDS:
            actions += play(1000 + games)
            games += 1
        took = time.process_time() - start
        found.append((actions / took, games / took))
    return median(a for a, _ in found), median(g for _, g in found)


def workshop() -> list[str]:
    """Lines about simulation by many hands, what noticing use costs, and exact odds. All in processor time, so that a
    busy machine tells the same: two processes take half of what both used, and what their parent used besides."""
    found, seeds = scenario("graaf-reinald"), range(1, MANY + 1)
    before = _used()
    simulate(found, "planner", seeds, processes=1)
    alone = _used()
    simulate(found, "planner", seeds, processes=2)
    own, children = (now - then for now, then in zip(_used(), alone, strict=True))
    one, two = alone[0] - before[0], own + children / 2
    lines = [f"| graaf-reinald, planner, {MANY} games: one process | {one:.1f} s |"]
    lines.append(
        f"| the same, two processes, starting them included | {two:.1f} s each: {one / two:.2f} times as fast |"
    )
    for detail in (False, True):
        simulation = Simulation(game("graaf-reinald", True), "planner", detail=detail)
        _, games = timed(lambda seed, played=simulation: played.tally([seed]).actions)  # type: ignore[misc]
        lines.append(f"| planner, one core, {'in detail' if detail else 'outcomes only'} | {games:.0f} games/s |")
    for who in NAMES:
        start = time.process_time()
        odds = exact(game("klein", True), by_name(who))
        took_exact = time.process_time() - start
        lines.append(f"| exact odds of klein, {who}: {odds.states} states | {took_exact:.2f} s |")
    return lines


def _used() -> tuple[float, float]:
    """Processor time that this process used, and that its children did that have ended."""
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own, children = (found.ru_utime + found.ru_stime for found in usage)
    return own, children


def write(title: str, lines: list[str], file: Path = FILE) -> None:
    """Put a part into figures.md (or another file), in the place of what stood under that title; the others stay."""
    text = file.read_text("utf-8") if file.exists() else f"# {file.stem.capitalize()}\n"
    parts = [part for part in re.split(r"^(?=## )", text, flags=re.MULTILINE) if not part.startswith(f"## {title}\n")]
    file.write_text(
        "".join([part.rstrip() + "\n\n" for part in parts]) + "\n".join([f"## {title}", "", *lines, ""]), "utf-8"
    )


def main() -> None:
    lines = [
        f"`python -m tests.bench.figures`: {machine()}. Median of {TIMES} runs of {SECONDS:.0f} s of processor time."
    ]
    lines += ["", "| scenario | player | actions/s | games/s |", "|---|---|---|---|"]
    for name in PLAYABLE:
        lines += speeds(name)
    write("Speed, one core, no ledger", lines)
    print("\n".join(lines), flush=True)
    said = f"`python -m tests.bench.figures`: {machine()}. Processor time."
    lines = [said, "", "| what | how much |", "|---|---|", *workshop()]
    write("Simulation and odds", lines)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
