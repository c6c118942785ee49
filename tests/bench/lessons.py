"""The experiments on lessons as a table: `python -m tests.bench.lessons [GAMES] [SCENARIO]` puts it into lessons.md.

Each lesson, helping factor and threshold played with and without by the planner, on the same seeds.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from geboortespel.analysis.lessons import run
from geboortespel.analysis.lessons.data import as_dict
from geboortespel.analysis.lessons.experiments import possible, untried
from geboortespel.analysis.running import Hands, cores
from geboortespel.report.tried import told
from geboortespel.words.catalog import translator
from tests.bench.figures import machine, write
from tests.shipped import scenario

FILE = Path(__file__).with_name("lessons.md")


def main(games: int, name: str) -> None:
    found = scenario(name)
    results = run(found, possible(found), "planner", games, 1, Hands(cores()))
    data = as_dict(results, found.id, "planner", 1, untried(found))
    lines = list(told(data, translator("en")))
    day = datetime.now(UTC).date().isoformat()
    head = f"`python -m tests.bench.lessons {games} {name}`: {day}, {machine()}."
    write(found.id, [head, "", "```", *lines, "```"], FILE)
    print("\n".join(lines))


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words[0]) if words else 300, words[1] if len(words) > 1 else "graaf-reinald")
