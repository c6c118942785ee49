"""`geboortespel nabespreken`: talk about a game in six steps, as slides on the screen or as text to print."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.journals import complete_journal, kept
from geboortespel.cli.root import text_option
from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    about = tr(
        "Talk about a game in six steps, with questions made from it: slides with a clock and room for notes, which "
        "are kept in the journal. With --tekst, to a pipe or with -o: the same as Markdown, to print."
    )

    @click.command(help=about)
    @click.argument("journal", metavar=tr("JOURNAL"), type=click.Path(path_type=Path), shell_complete=complete_journal)
    @click.option(
        "-o",
        "--uit",
        "--output",
        "output",
        type=click.Path(path_type=Path),
        metavar=tr("FILE"),
        help=tr("Save it as FILE (.md)."),
    )
    @click.option("--ascii", is_flag=True, help=tr("The table in plain ASCII, for fonts without marks."))
    def debrief(journal: Path, output: Path | None, text: bool, ascii: bool) -> int:
        from geboortespel.lines.mode import line_mode_reason

        before = click.get_current_context().find_root().params
        text, ascii = text or before.get("text", False), ascii or before.get("ascii", False)
        if output is not None or line_mode_reason(text):
            return _text(kept(journal), output, tr)
        from geboortespel.tui import run

        status = run(journal=kept(journal), language=tr.language, ascii=ascii, debriefing=True)
        return status if status in list(Exit) else Exit.WRONG

    debrief.params.append(text_option(tr))
    return debrief


def _text(journal: Path, output: Path | None, tr: Translator) -> int:
    """The guide as Markdown, on stdout or in a file of ours."""
    from geboortespel.cli.card import replayed
    from geboortespel.report.debriefing import guide
    from geboortespel.report.debriefing.text import markdown
    from geboortespel.session.store import StoreError, write_file
    from geboortespel.words import storage
    from geboortespel.words.voice import Voice

    session = replayed(journal, tr)
    made = markdown(guide(Voice(session.board, tr.language), session), tr)
    if output is None:
        click.echo(made, nl=False)
        return Exit.GOOD
    try:
        write_file(output, made.encode(), lambda _: False)  # somebody may have written in it
    except StoreError as fault:
        raise Stop(storage.unsaved(fault.code, fault.path, tr)) from fault
    print(storage.saved(output, tr), file=sys.stderr)
    return Exit.GOOD
