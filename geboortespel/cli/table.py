"""The way to the table: Textual is imported here and nowhere else in the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.cli.play import Wanted


def run(tr: Translator, wanted: Wanted) -> None:
    """Show the table: the menu, or the game that was asked for."""
    from geboortespel.tui.app import run_table

    if wanted.scenario is None and wanted.journal is None:
        run_table(tr.language)
        return
    from geboortespel.cli.start import opened

    session, resumed = opened(wanted, tr)
    run_table(tr.language, session=session, resumed=resumed)
