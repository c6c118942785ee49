"""How hard every shipped scenario is: `python -m tests.bench.library` writes scenarios/bibliotheek.yaml.

The planner and the beginner play each scenario N times, seeds from 0; what is counted is how often it ended as the
scenario means (`bedoeld`). Of each scenario the file keeps a fingerprint, and it says of which players' and rules' code
the figures are. What is still right is not played again (`--alles` plays all); `--klopt` only tells what is stale.

    python -m tests.bench.library -n 300
    python -m tests.bench.library -n 2000 --alles
    python -m tests.bench.library waltz hwbp
"""

from __future__ import annotations

import argparse
import gc
import sys
from hashlib import blake2b
from pathlib import Path

from attrs import frozen

from geboortespel import __version__
from geboortespel.scenario.header import header
from geboortespel.scenario.library import Library
from geboortespel.scenario.measured import FILE, PLAYERS, Measured, read_figures
from geboortespel.scenario.shelf import Listed, shelf

ROOT = Path(__file__).parents[2]
WHERE = ROOT / "scenarios" / FILE
PLAYED_BY = ("engine", "market", "players")
"""The code that decides how a game goes."""
HEAD = """\
# Hoe moeilijk elk scenario is, gemeten. Gemaakt door `python -m tests.bench.library`; niet met de hand veranderen.
# planner, beginner: hoeveel van `spellen` spellen van die speler eindigden zoals het scenario bedoelt.
# vingerafdruk: van de tekst van toen; verandert die, dan zegt de lijst dat er opnieuw gemeten moet worden.
# code: van de spelregels en de spelers van toen.
"""


@frozen
class Run:
    """The figures of a scenario, and by which code they were played."""

    figures: Measured
    code: str


def code() -> str:
    """16 hex digits over the code that decides how a game goes."""
    found = blake2b(digest_size=8)
    for folder in PLAYED_BY:
        for path in sorted((ROOT / "geboortespel" / folder).rglob("*.py")):
            found.update(path.read_bytes())
    return found.hexdigest()


def known(text: str) -> dict[str, Run]:
    """What an earlier run wrote."""
    from geboortespel.scenario.data import load

    figures = read_figures(text)
    written = load(text).get("scenarios", {}) if figures else {}
    return {name: Run(one, written[name].get("code", "")) for name, one in figures.items()}


def measure(one: Listed, games: int) -> Measured:
    """Let both players play it."""
    from geboortespel.analysis.simulate import aims, simulate
    from geboortespel.engine.game import Game
    from geboortespel.scenario.reader import read

    scenario = read(one.head.path).scenario
    if scenario is None:
        raise SystemExit(f"{one.head.id}: geboortespel controleer {one.head.path}")
    meant = aims(Game(scenario))
    won = []
    for player in PLAYERS:
        tally = simulate(scenario, player, range(games))
        won.append(sum(tally.outcomes.get(aim, 0) for aim in meant))
        gc.collect()
    now = header(one.head.path, Library([ROOT / "scenarios"]))
    if now is None or now.fingerprint != one.head.fingerprint:
        raise SystemExit(f"{one.head.id}: changed while it was played; begin again")
    return Measured(one.head.fingerprint, games, *won)


def written(runs: dict[str, Run]) -> str:
    """The file, scenarios by id."""
    lines = [HEAD + f'versie: "{__version__}"', "scenarios:"]
    for name, run in sorted(runs.items()):
        one = run.figures
        lines += [
            f"  {name}:",
            f"    {{vingerafdruk: {one.fingerprint}, code: {run.code}, spellen: {one.games}, "
            f"planner: {one.planner}, beginner: {one.beginner}}}",
        ]
    return "\n".join(lines) + "\n"


def stale(found: list[Listed], runs: dict[str, Run], played_by: str) -> list[Listed]:
    """What was not measured, or of which the text, the rules or the players changed since."""
    return [one for one in found if not _right(one, runs.get(one.head.id), played_by)]


def _right(one: Listed, run: Run | None, played_by: str) -> bool:
    return run is not None and run.figures.fingerprint == one.head.fingerprint and run.code == played_by


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.library", description=__doc__)
    parser.add_argument("scenarios", nargs="*", help="ids; all that are stale when left out")
    parser.add_argument("-n", type=int, default=300, help="games by each player (300)")
    parser.add_argument("--alles", action="store_true", help="what is still right too")
    parser.add_argument("--klopt", action="store_true", help="only tell what is stale; exit 1 when something is")
    asked = parser.parse_args()
    found = shelf(Library([ROOT / "scenarios"]))
    runs = known(WHERE.read_text("utf-8")) if WHERE.is_file() else {}
    runs = {one.head.id: runs[one.head.id] for one in found if one.head.id in runs}
    played_by = code()
    todo = found if asked.alles else stale(found, runs, played_by)
    todo = [one for one in found if one.head.id in asked.scenarios] if asked.scenarios else todo
    if asked.klopt:
        print("\n".join(one.head.id for one in todo) or "all as measured")
        return 1 if todo else 0
    for one in todo:
        figures = measure(one, asked.n)
        print(f"{one.head.id}: planner {figures.share('planner')}%, beginner {figures.share('beginner')}%", flush=True)
        runs[one.head.id] = Run(figures, played_by)
        WHERE.write_text(written(runs), "utf-8")  # after each: who stops it keeps what was played
    return 0


if __name__ == "__main__":
    sys.exit(main())
