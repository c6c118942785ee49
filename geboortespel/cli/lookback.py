"""`geboortespel terugblik`: what turned a game, from its journal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geboortespel.cli.card import replayed
from geboortespel.cli.journals import complete_journal
from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Look back on a game. Its timeline, what turned it, guesses, what was held back, lessons."))
    @click.argument("journal", metavar=tr("JOURNAL"), type=click.Path(path_type=Path), shell_complete=complete_journal)
    @click.option("--zonder-plaatje", "--plain", "plain", is_flag=True, help=tr("The timeline in sentences."))
    def look(journal: Path, plain: bool) -> None:
        session = replayed(journal, tr)
        from geboortespel.report.lookback import as_text, look_back, where_it_stands
        from geboortespel.words.plain import one_line, terminal_width
        from geboortespel.words.voice import Voice

        voice = Voice(session.board, tr.language)
        if not session.finished:
            print(where_it_stands(voice, session).plain, file=sys.stderr)
        click.echo(f"{one_line(session.board.scenario.title)}. {where_it_stands(voice, session).plain}\n")
        click.echo(as_text(look_back(voice, session, drawn=not plain), terminal_width()), nl=False)

    return look
