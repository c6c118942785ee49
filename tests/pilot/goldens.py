"""Goldens of the screens: `python -m tests.pilot.goldens` renews them; read the difference before it is committed.

Per size a walk through `eerste-dijk` in Dutch: each screen as text in `screens/SIZE/NAME.txt`, and a few as SVG.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from geboortespel.report.tree.kin import tree
from geboortespel.tui import lineage
from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.settings import Settings
from tests.pilot.driver import SIZES, text_of
from tests.running import measured
from tests.tools.pictures import tidy
from tests.tools.walk import Walk

FOLDER = Path(__file__).with_name("screens")
IN_COLOUR = {
    (80, 24): ("menu", "table"),
    (120, 36): ("menu", "scenarios", "table", "ending-signed"),
    (200, 60): ("table", "settings"),
}
"""Screens that are kept as SVG as well: at most ten."""


async def made(size: tuple[int, int]) -> dict[str, str]:
    """File name → what it should hold, for one size."""
    found: dict[str, str] = {}
    for wish in (Wish(), Wish(scenario="eerste-dijk", seed=2)):
        app = TableApp(wish, "nl", Settings(motion=False))

        async def visit(name: str, app: TableApp = app) -> None:
            found.setdefault(f"{name}.txt", text_of(app).rstrip() + "\n")
            if name in IN_COLOUR[size]:
                found.setdefault(f"{name}.svg", steady(tidy(app.export_screenshot(title="Geboortespel"))))

        with measured(), every_one_playable():
            async with app.run_test(size=size) as pilot:
                walk = Walk(pilot, visit)
                await (walk.menus() if wish.scenario is None else walk.game(people=2))
    return found


@contextlib.contextmanager
def every_one_playable() -> Iterator[None]:
    """On the family tree each alliance has a scenario, all alike: goldens do not follow each one that lands."""
    with (
        mock.patch.object(lineage, "tree", lambda found: tree(found, found.alliances)),
        mock.patch.object(lineage, "playing", return_value="Een scenario (1-4 spelers, 60-90 min)"),
    ):
        yield


def steady(svg: str) -> str:
    """The SVG without the number that Rich derives from memory addresses and time."""
    return re.sub(r"terminal-\d+", "terminal", svg)


def folder(size: tuple[int, int]) -> Path:
    return FOLDER / f"{size[0]}x{size[1]}"


def main() -> int:
    """Write what differs, remove what is no longer made; says which."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as kept:  # of its own: the chooser tells what was played before
            os.environ["GEBOORTESPEL_MAP"] = kept
            wanted, where = asyncio.run(made(size)), folder(size)
            where.mkdir(parents=True, exist_ok=True)
            for path in where.iterdir():
                if path.name not in wanted:
                    path.unlink()
                    print(f"gone     {path.relative_to(FOLDER)}")
            for name, text in wanted.items():
                path = where / name
                if not path.exists() or path.read_text(encoding="utf-8") != text:
                    path.write_text(text, encoding="utf-8")
                    print(f"renewed  {path.relative_to(FOLDER)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
