"""`geboortespel kaartje`: the birth card of a game, from its journal."""

from __future__ import annotations

from pathlib import Path

import click

from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.journals import told
from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Print the birth card of a game that ended in a birth."))
    @click.argument("journal", metavar=tr("JOURNAL"), type=click.Path(path_type=Path))
    def card(journal: Path) -> None:
        from geboortespel.report.card import birth_card, is_birth, plain, signed_by
        from geboortespel.session.replay import replay
        from geboortespel.words.voice import Voice

        with told(tr, damaged=Exit.FAULTS):
            session, lines = replay(journal)
            for _ in lines:
                pass
        voice, view = Voice(session.board, tr.language), session.view(None)
        if view.outcome is None:
            raise Stop(tr("This game has not ended yet, so there is no card."))
        if not is_birth(view):
            title = voice.titles.outcome(view.outcome.id)
            raise Stop(tr("This game ended with '{outcome}': there is no card.").format(outcome=title))
        click.echo(plain(birth_card(voice, view, signed_by(session.remarks))), nl=False)

    return card
