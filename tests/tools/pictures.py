"""Pictures of every screen: `python -m tests.tools.pictures OUT [--size WxH]… [--theme T]… [--language nl|en]`.

Walks through the real app (see `walk`) and saves each screen as SVG, and as PNG with resvg. More options: `--scenario`,
`--seed`, `--people N`, `--only WORD` (names that hold it), `--ascii`, `--roomy`, `--svg` (no PNG).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

FONT = "DejaVu Sans Mono"
CELL = 12.2
"""Width of a cell in Rich's SVG; DejaVu's letters are 0.602 of its size, so that size fills it exactly."""


def tidy(svg: str) -> str:
    """The SVG with a font that is on this machine instead of one on the web."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"Fira Code", FONT, svg)
    return re.sub(r"(-matrix \{[^}]*?font-size: )20px", rf"\g<1>{CELL / 0.60205:.2f}px", svg)


def png(svg: str) -> bytes:
    """The picture."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, monospace_family=FONT, font_family=FONT, background="#00000000"))


async def take(out: Path, size: tuple[int, int], theme: str, asked: argparse.Namespace) -> int:
    """One walk at one size in one theme; the number of pictures."""
    from geboortespel.tui.app import TableApp
    from geboortespel.tui.entry import Wish
    from geboortespel.tui.settings import Settings
    from tests.tools.walk import Walk

    tone = "licht" if theme.startswith("licht") else "donker"
    chosen = Settings(theme=tone, contrast="contrast" in theme, ascii=asked.ascii, roomy=asked.roomy, motion=False)
    taken = 0
    kind = "-ascii" * asked.ascii + "-roomy" * asked.roomy
    folder = out / f"{size[0]}x{size[1]}-{theme}-{asked.language}{kind}"
    folder.mkdir(parents=True, exist_ok=True)

    def shoot(app: TableApp) -> object:
        async def visit(name: str) -> None:
            nonlocal taken
            taken += 1
            if asked.only and not any(word in name for word in asked.only):
                return
            svg = tidy(app.export_screenshot(title="Geboortespel"))
            path = folder / f"{taken:02d}-{name}.svg"
            path.write_text(svg, encoding="utf-8")
            if not asked.svg:
                path.with_suffix(".png").write_bytes(png(svg))

        return visit

    if not asked.game_only:
        app = TableApp(Wish(), asked.language, chosen)
        async with app.run_test(size=size, notifications=True) as pilot:
            await Walk(pilot, shoot(app)).menus()  # type: ignore[arg-type]
    if not asked.menus_only:
        app = TableApp(Wish(scenario=asked.scenario, seed=asked.seed), asked.language, chosen)
        async with app.run_test(size=size, notifications=True) as pilot:
            await Walk(pilot, shoot(app)).game(asked.people)  # type: ignore[arg-type]
    return taken


def main(words: list[str] | None = None) -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", action="append", default=[])
    parser.add_argument("--theme", action="append", default=[])
    parser.add_argument("--language", default="nl", choices=("nl", "en"))
    parser.add_argument("--scenario", default="graaf-reinald")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--people", type=int, default=2)
    parser.add_argument("--only", action="append", default=[])
    for flag in ("--ascii", "--svg", "--roomy", "--menus-only", "--game-only"):
        parser.add_argument(flag, action="store_true")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as kept:
        os.environ["GEBOORTESPEL_MAP"] = kept
        for size in asked.size or ["120x36"]:
            columns, _, lines = size.partition("x")
            for theme in asked.theme or ["donker"]:
                taken = asyncio.run(take(asked.out, (int(columns), int(lines)), theme, asked))
                print(f"{size} {theme} {asked.language}: {taken} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
