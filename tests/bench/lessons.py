"""The experiments on lessons as a table: `python -m tests.bench.lessons [GAMES] [SCENARIO]` puts it into lessons.md.

Each lesson, helping factor and threshold played with and without by the planner, on the same seeds. What is not to be
seen then is played again, four times as often and on fresh seeds; the intervals are those of all these together.
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
MORE = 4
"""How many times as many games what is not to be seen gets."""


def main(games: int, name: str) -> None:
    found, hands = scenario(name), Hands(cores())
    wanted = possible(found)
    first = run(found, wanted, "planner", games, 1, hands, together=2 * len(wanted))
    unseen = [result.experiment for result in first if result.verdict == "niet_te_zien"]
    again = run(found, unseen, "planner", MORE * games, games + 1, hands, together=2 * len(wanted))
    lines = list(told(as_dict(first, found.id, "planner", 1, untried(found)), translator("en")))
    more = list(told(as_dict(again, found.id, "planner", games + 1, ()), translator("en")))
    day = datetime.now(UTC).date().isoformat()
    head = f"`python -m tests.bench.lessons {games} {name}`: {day}, {machine()}."
    write(found.id, [head, "", "```", *lines, "", "What is not to be seen, again on fresh seeds.", *more, "```"], FILE)
    print("\n".join((*lines, *more)))


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words[0]) if words else 300, words[1] if len(words) > 1 else "graaf-reinald")
