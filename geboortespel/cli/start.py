"""From the command line to a front end: line mode or the table, a new game or one to go on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli import journals
from geboortespel.cli.play import Wanted
from geboortespel.lines.mode import line_mode_reason
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.lines.terminal import Terminal
    from geboortespel.session.session import Session


def start(tr: Translator, wanted: Wanted) -> None:
    """Play what was asked for; without a scenario or a journal the menu asks."""
    reason = line_mode_reason(wanted.text)
    if not reason:
        from geboortespel.cli.table import run

        run(tr, wanted)
        return
    from geboortespel.lines.start import announce
    from geboortespel.lines.terminal import Terminal

    terminal = Terminal(tr)
    announce(terminal, reason)
    if wanted.scenario is None and wanted.journal is None:
        menu(terminal, wanted)
    else:
        play(terminal, wanted)


def play(terminal: Terminal, wanted: Wanted) -> None:
    """Play one game in line mode."""
    from geboortespel.lines.start import play as play_lines

    session, resumed = opened(wanted, terminal.tr)
    try:
        with journals.told(terminal.tr):
            play_lines(terminal, session, resumed=resumed)
    finally:
        session.close()


def opened(wanted: Wanted, tr: Translator) -> tuple[Session, bool]:
    """(the game, whether it is one that is gone on with)."""
    if wanted.journal is not None and wanted.journal.exists():
        return journals.go_on(wanted.journal, wanted, tr), True
    if wanted.scenario is None:
        raise click.UsageError(
            tr("{path} does not exist yet; a new game needs a SCENARIO.").format(path=wanted.journal)
        )
    from geboortespel.cli.source import load

    return journals.begin(load(wanted.scenario, tr), wanted, tr), False


def menu(terminal: Terminal, wanted: Wanted) -> None:
    """The menu in line mode."""
    from attrs import evolve

    from geboortespel.cli.listing import entries
    from geboortespel.lines.menu import Menu
    from geboortespel.session.saved import saved_games

    saved = [(f"{game.title} ({game.path.name})", game.path) for game in saved_games() if not game.finished]
    chosen = Menu(terminal, saved, entries).ask()
    if isinstance(chosen, Path):
        play(terminal, evolve(wanted, journal=chosen, seed=None))
    elif chosen:
        play(terminal, evolve(wanted, scenario=chosen))
