"""How long the live preview takes after a save: `python -m tests.bench.preview`.

A whole game of each shipped scenario, played by the planner to its last round, is done again after a save. The median
and the lowest of `TIMES` runs, in milliseconds of wall time.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from geboortespel.players.registry import by_name
from geboortespel.scenario.names import rounds
from geboortespel.scenario.reader import Kept, read
from geboortespel.session.preview import Preview, Start
from tests.shipped import ROOT

TIMES = 15


def reloads(name: str, folder: Path) -> tuple[list[float], int]:
    """Milliseconds of each reload, and how many actions were done again."""
    shutil.copytree(ROOT / "scenarios" / name, folder / name)
    path, kept = folder / name / "scenario.yaml", Kept()
    reading = read(path, kept=kept)
    assert reading.scenario is not None
    preview = Preview(path, 7, reading, kept, (), None)
    preview.begin(Start(round=rounds(reading.scenario)), by_name("planner"))
    took, again = [], 0
    for n in range(TIMES):
        os.utime(path, ns=(n, n))
        found = preview.reload()
        assert found.lost is None
        took.append(1000 * found.seconds)
        again = found.again
    return took, again


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or ("eerste-dijk", "graaf-reinald"):
            took, again = reloads(name, Path(folder))
            print(f"{name:15} {again:>4} actions  median {median(took):>5.0f} ms  lowest {min(took):>5.0f} ms")


if __name__ == "__main__":
    main()
