"""From the command line to the table: what was asked for, the guard against a missing terminal, the last words."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from geboortespel.tui import settings, sweep
from geboortespel.words.catalog import translator


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line; everything None is: show the menu."""

    scenario: str | None = None
    seed: int | None = None
    roles: tuple[str, ...] = ()
    journal: Path | None = None
    clock: bool = True
    ascii: bool = False
    campaign: str = ""
    debriefing: bool = False
    """Not to play: the debriefing of the game in `journal`."""


def start(wish: Wish, language: str) -> int:
    """Run the table until the players leave it; the exit status."""
    chosen, unread = settings.read()
    spoken = settings.language(chosen, language)
    tr = translator(spoken, "tafel")
    if not all(map(_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        print(tr("The table needs a terminal. Play in lines with: geboortespel speel --tekst"), file=sys.stderr)
        return 2
    sweep.seldom()
    os.environ.setdefault("TEXTUAL_FPS", "120")  # read when Textual is imported: a key is on screen sooner
    from geboortespel.tui.app import TableApp

    app = TableApp(wish, spoken, chosen, unread=unread)
    status = app.run()
    app.say_goodbye()
    for said in app.last_words:
        print(said, file=sys.stderr)
    if app.return_code:
        return app.return_code
    return status or 0


def how_to_go_on(path: Path) -> str:
    """The command that goes on with a game."""
    return f"geboortespel speel --journaal {shlex.quote(str(path))}"


def _terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False
