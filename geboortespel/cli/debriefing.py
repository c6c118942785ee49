"""`geboortespel nabespreken`: talk about a game in six steps, as slides on the screen or as text to print."""

from __future__ import annotations

from pathlib import Path

import click

from geboortespel.cli.afterwards import chances_option, journal_argument, output_option, save
from geboortespel.cli.exits import Exit
from geboortespel.cli.journals import kept
from geboortespel.cli.root import text_option
from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    about = tr(
        "Talk about a game in six steps, with questions made from it: slides with a clock and room for notes, which "
        "are kept in the journal. With --tekst, to a pipe or with -o: the same as Markdown, to print."
    )

    @click.command(help=about)
    @journal_argument(tr)
    @output_option(tr, tr("Save it as FILE (.md)."))
    @chances_option(
        tr,
        tr("As text, with a better way that there was, looked for in so many games; 0: as its length allows."),
        least=0,
    )
    @click.option("--ascii", is_flag=True, help=tr("The table in plain ASCII, for fonts without marks."))
    def debrief(journal: Path, output: Path | None, games: int | None, text: bool, ascii: bool) -> int:
        from geboortespel.lines.mode import line_mode_reason

        before = click.get_current_context().find_root().params
        text, ascii = text or before.get("text", False), ascii or before.get("ascii", False)
        if output is not None or games is not None or line_mode_reason(text):
            return _text(kept(journal), output, games, tr)
        from geboortespel.tui import run

        status = run(journal=kept(journal), language=tr.language, ascii=ascii, debriefing=True)
        return status if status in list(Exit) else Exit.WRONG

    debrief.params.append(text_option(tr))
    return debrief


def _text(journal: Path, output: Path | None, games: int | None, tr: Translator) -> int:
    """The guide as Markdown, on stdout or in a file of ours; with `games`, its turning points are looked for."""
    from geboortespel.cli.card import replayed
    from geboortespel.cli.lookback import sharpened
    from geboortespel.report.debriefing import guide
    from geboortespel.report.debriefing.text import markdown
    from geboortespel.words.voice import Voice

    session = replayed(journal, tr)
    tips = () if games is None else sharpened(session, games or None, tr).tips or ()
    made = markdown(guide(Voice(session.board, tr.language), session, tips), tr)
    if output is None:
        click.echo(made, nl=False)
        return Exit.GOOD
    save(output, made.encode(), lambda _: False, tr)  # somebody may have written in it
    return Exit.GOOD
