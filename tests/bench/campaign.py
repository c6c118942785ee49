"""How much a campaign carries: `python -m tests.bench.campaign` writes tests/bench/campaign.md.

The planner and the beginner play each scenario N times, seeds from 0: as it stands alone, after a history in which
every alliance was born, and after one in which none was. What is counted is how often it ended as the scenario means
(`bedoeld`). What goes along should help by 5 to 15 points and hinder as much, and never decide.

    python -m tests.bench.campaign -n 300
    python -m tests.bench.campaign waardse vught-verdiept
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from geboortespel.analysis.simulate import aims, simulate
from geboortespel.engine.game import Game
from geboortespel.scenario.inheritance import Inheritance, historical, inheritance, scenario_with
from geboortespel.scenario.model import Scenario

WHERE = Path(__file__).parent / "campaign.md"
PLAYERS = ("planner", "beginner")
HEAD = """\
# What a campaign carries

Made by `python -m tests.bench.campaign`. Of `games` games by each player, seeds from 0, the share in percent that
ended as the scenario means (`bedoeld`): as it stands alone; after a good history, in which every alliance before it was
born; after a bad one, in which none was. A share of 300 games is known to within 5 points or so.

A good history helps in every scenario that inherits anything. What goes along touches what is short there in lost
games: a point of that does more than five of the rest, and a threshold that is one lower does most. What hinders is
less even: with less of something the planner turns to it sooner, and may end no worse (`a2-hooggelegen`, `piet-
heintunnel`). More trust or market made it sit down too soon in `n201` and `amstelspoor`, so little of those goes
along there. `hoevelaken` has a planner at its ceiling: an honest no is meant too.

| scenario | player | games | alone | good history | bad history |
|---|---|---:|---:|---:|---:|
"""


def endings(found: Inheritance, name: str, *, good: bool) -> dict[str, str]:
    """How the alliances before this one ended: all born as in history (or more), or none."""
    known = found.family.alliances
    born = {one: "geboren" if historical(known[one]) == "niet" else historical(known[one]) for one in known}
    return {one: born[one] if good else "niet" for one in found.before(name)}


def beginnings(found: Inheritance, name: str) -> list[Scenario]:
    """The scenario alone, after a good and after a bad history."""
    made = []
    for items in ((), *(found.carried(name, endings(found, name, good=good)) for good in (True, False))):
        scenario = scenario_with(found, name, items).scenario
        if scenario is None:
            raise SystemExit(f"{name}: geboortespel controleer campagne")
        made.append(scenario)
    return made


def share(scenario: Scenario, player: str, games: int) -> int:
    """In how many of a hundred games it ended as meant, rounded half up."""
    tally = simulate(scenario, player, range(games))
    won = sum(tally.outcomes.get(aim, 0) for aim in aims(Game(scenario)))
    gc.collect()
    return (200 * won + games) // (2 * games)


def known(text: str) -> dict[tuple[str, str], str]:
    """Lines that an earlier run wrote, by scenario and player."""
    cells = (line.split("|") for line in text.splitlines() if line.startswith("| ") and "scenario |" not in line)
    return {(one[1].strip(), one[2].strip()): "|".join(one) for one in cells}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.campaign", description=__doc__)
    parser.add_argument("scenarios", nargs="*", help="ids; all when left out")
    parser.add_argument("-n", type=int, default=300, help="games by each player (300)")
    parser.add_argument("--speler", choices=PLAYERS, action="append", help="only this one; may be given again")
    asked = parser.parse_args()
    found = inheritance()
    if found is None:
        raise SystemExit("no campaign")
    road = [one.id for one in found.road()]
    lines = known(WHERE.read_text("utf-8")) if WHERE.is_file() else {}
    for name in asked.scenarios or road:
        alone, good, bad = beginnings(found, name)
        for player in asked.speler or PLAYERS:
            shares = [share(one, player, asked.n) for one in (alone, good, bad)]
            lines[name, player] = f"| {name} | {player} | {asked.n} | " + " | ".join(map(str, shares)) + " |"
            print(lines[name, player], flush=True)
        rows = [lines[one, player] for one in road for player in PLAYERS if (one, player) in lines]
        WHERE.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
