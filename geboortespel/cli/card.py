"""`geboortespel kaartje`: the birth card of a game, from its journal, on the screen or as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli.afterwards import journal_argument, output_option, save
from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.journals import kept, told
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.report.card import Sheet
    from geboortespel.report.picture import Kind
    from geboortespel.session.session import Session


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Print the birth card of a game, or save it. An ending without a birth gives a letter."))
    @journal_argument(tr)
    @output_option(tr, tr("Save it as FILE: .txt, .svg or .png."))
    def card(journal: Path, output: Path | None) -> None:
        kind = _kind(output, tr) if output else None
        session = replayed(journal, tr)
        from geboortespel.report.card import lines, plain, sheet, signed_by
        from geboortespel.words.voice import Voice

        voice, view = Voice(session.board, tr.language), session.view(None)
        if view.outcome is None:
            raise Stop(tr("This game has not ended yet, so there is no card."))
        made = sheet(voice, view, signed_by(session.remarks))
        if not made.born:
            said = tr("This game ended with '{outcome}': no card, but a letter.").format(outcome=made.event)
            print(said, file=sys.stderr)
        if output is None or kind is None:
            click.echo(plain(lines(made, voice)), nl=False)
        else:
            _save(made, output, kind, tr)

    return card


def replayed(journal: Path, tr: Translator) -> Session:
    """The game in a journal, played again to its end. Stop when it can't be."""
    from geboortespel.session.replay import replay

    with told(tr, damaged=Exit.FAULTS):
        session, lines = replay(kept(journal))
        for _ in lines:
            pass
    return session


def _kind(output: Path, tr: Translator) -> Kind:
    """The kind of file asked for; known before the journal is read."""
    from geboortespel.report.picture import KINDS, kind_of

    kind = kind_of(output.name)
    if kind is None:
        endings = ", ".join(f".{known}" for known in KINDS)
        said = tr("A card can't be saved as '{name}'. What can: {endings}.")
        raise Stop(said.format(name=one_line(output.name), endings=endings))
    return kind


def _save(made: Sheet, output: Path, kind: Kind, tr: Translator) -> None:
    """Write the file and say so on stderr."""
    from geboortespel.report.picture import NoPng, is_card, no_png, rendered

    try:
        data = rendered(kind, made, tr)
    except NoPng as fault:
        raise Stop(no_png(fault, tr)) from fault
    save(output, data, is_card, tr)
