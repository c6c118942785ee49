"""From the command line to a front end: line mode or the table, a new game or one to go on with."""

from __future__ import annotations

import gc
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from geboortespel.cli import journals
from geboortespel.cli.exits import Exit
from geboortespel.cli.play import Wanted
from geboortespel.lines.mode import line_mode_reason
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.lines.terminal import Terminal


def start(tr: Translator, wanted: Wanted) -> int:
    """Play what was asked for; without a scenario or a journal the menu asks. The exit status."""
    if wanted.what_if is not None:
        from geboortespel.cli import whatif

        wanted = evolve(wanted, journal=whatif.begin(wanted, tr), what_if=None, seed=None, scenario=None)
    reason = line_mode_reason(wanted.text)
    if wanted.preview:
        from geboortespel.cli import preview

        return preview.run(tr, wanted, reason)
    if not reason:
        from geboortespel.cli.table import run

        _collect_garbage()
        return run(tr, wanted)
    from geboortespel.lines.start import announce
    from geboortespel.lines.terminal import Terminal

    terminal = Terminal(tr)
    announce(terminal, reason)
    if wanted.scenario is None and wanted.journal is None:
        menu(terminal, wanted)
    else:
        play(terminal, wanted)
    return Exit.GOOD


def play(terminal: Terminal, wanted: Wanted) -> None:
    """Play one game in line mode."""
    from geboortespel.lines import start

    tr = terminal.tr
    if wanted.journal is not None and wanted.journal.exists():
        session = journals.go_on(wanted.journal, wanted, tr)
        _collect_garbage()
        with journals.told(tr), closing(session):
            start.go_on(terminal, session)
        return
    new = journals.NewGame(wanted, tr)
    _collect_garbage()
    with journals.told(tr), closing(new):
        start.begin(terminal, new.scenario, new.seats, new.make)


def _collect_garbage() -> None:
    """What was made so far lives as long as the game: from here on only what is new is looked at."""
    gc.freeze()
    gc.enable()


def menu(terminal: Terminal, wanted: Wanted) -> None:
    """The menu in line mode."""
    from geboortespel.cli.listing import entries
    from geboortespel.lines.menu import CAMPAIGN, Menu

    chosen = Menu(terminal, journals.any_saved(), lambda: journals.played(terminal.tr), entries).ask()
    if isinstance(chosen, Path):
        play(terminal, evolve(wanted, journal=chosen, seed=None))
    elif chosen == CAMPAIGN:
        from geboortespel.cli import campaign

        campaign.travel(terminal)
    elif chosen:
        play(terminal, evolve(wanted, scenario=chosen))
