"""What a screen needs the first time, made ready before somebody asks for it: its styles, and the code behind it.

Reading a style sheet when its screen is opened makes Textual parse all of them again. Here each is parsed once, one at
a time, from when the first frame is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

from textual.css.stylesheet import Stylesheet

STYLES = Path(__file__).parent / "styles"
SCREENS = ("settings", "scenarios", "saved", "briefing", "page", "ask", "scene", "table", "family")
"""Modules of screens that are opened soon, in that order."""
PAUSE = 0.03
"""Seconds between steps, so that a key is never kept waiting for more than one."""


def steps(stylesheet: Stylesheet) -> Iterator[Callable[[], object]]:
    """Each makes a little ready."""
    for path in sorted(STYLES.glob("*.tcss")):
        yield partial(_parse, stylesheet, path)
    for name in SCREENS:
        yield partial(import_module, f"geboortespel.tui.screens.{name}")


def _parse(stylesheet: Stylesheet, path: Path) -> None:
    if not stylesheet.has_source(str(path)):
        stylesheet.read(path)
        stylesheet.parse()
