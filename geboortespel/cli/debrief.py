"""`geboortespel rapport`: the report of a game, from its journal, to keep, print or send."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geboortespel.cli.card import replayed
from geboortespel.cli.exits import Stop
from geboortespel.cli.journals import complete_journal
from geboortespel.cli.lookback import sharpened
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    about = tr("Make the report of a game that has ended: its chance of birth, the look back and the card.")

    @click.command(help=about)
    @click.argument("journal", metavar=tr("JOURNAL"), type=click.Path(path_type=Path), shell_complete=complete_journal)
    @click.option(
        "-o",
        "--uit",
        "--output",
        "output",
        required=True,
        type=click.Path(path_type=Path),
        metavar=tr("FILE"),
        help=tr("Save it as FILE: .html, .md or .json."),
    )
    @click.option(
        "--kansen",
        "--chances",
        "games",
        type=click.IntRange(0, 100_000),
        default=0,
        metavar=tr("NUMBER"),
        help=tr("Games from every moment, for the chance of birth; 0, as it begins: as many as its length allows."),
    )
    def make(journal: Path, output: Path, games: int) -> None:
        from geboortespel.report.document import KINDS, is_report, rendered, report
        from geboortespel.session.store import StoreError, write_file
        from geboortespel.words import storage
        from geboortespel.words.voice import Voice

        kind = next((known for known in KINDS if output.suffix.lower() == f".{known}"), None)
        if kind is None:
            said = tr("A report can't be saved as '{name}'. What can: .html, .md, .json.")
            raise Stop(said.format(name=one_line(output.name)))
        session = replayed(journal, tr)
        made = report(Voice(session.board, tr.language), session, sharpened(session, games or None, tr))
        try:
            write_file(output, rendered(kind, made), is_report)
        except StoreError as fault:
            raise Stop(storage.unsaved(fault.code, fault.path, tr)) from fault
        print(storage.saved(output, tr), file=sys.stderr)

    return make
