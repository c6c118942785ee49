"""`geboortespel rapport`: the report of a game, or of several side by side, to keep, print or send."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli.afterwards import chances_option, journal_argument, output_option, save
from geboortespel.cli.card import replayed
from geboortespel.cli.exits import Stop
from geboortespel.cli.lookback import sharpened
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.report.document import Kind


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    about = tr(
        "Make the report of a game that has ended: its chance of birth, the look back and the card. "
        "Of several journals it puts the teams side by side."
    )

    @click.command(help=about)
    @journal_argument(tr, many=True)
    @output_option(tr, tr("Save it as FILE: .html, .md or .json."), required=True)
    @chances_option(
        tr,
        tr("Games from every moment, for the chance of birth; 0, as it begins: as many as its length allows."),
        least=0,
        default=0,
    )
    def make(journals: tuple[Path, ...], output: Path, games: int) -> None:
        from geboortespel.report.document import KINDS
        from geboortespel.report.page import is_report

        kind = next((known for known in KINDS if output.suffix.lower() == f".{known}"), None)
        if kind is None:
            said = tr("A report can't be saved as '{name}'. What can: .html, .md, .json.")
            raise Stop(said.format(name=one_line(output.name)))
        made = _one(kind, journals[0], games, tr) if len(journals) == 1 else _several(kind, journals, games, tr)
        save(output, made, is_report, tr)

    return make


def _one(kind: Kind, journal: Path, games: int, tr: Translator) -> bytes:
    from geboortespel.report.document import rendered, report
    from geboortespel.words.voice import Voice

    session = replayed(journal, tr)
    return rendered(kind, report(Voice(session.board, tr.language), session, sharpened(session, games or None, tr)))


def _several(kind: Kind, journals: Sequence[Path], games: int, tr: Translator) -> bytes:
    from geboortespel.report.beside import beside, chances_of, rendered
    from geboortespel.report.teams import teams

    many = teams([(path, replayed(path, tr)) for path in journals], tr.language)
    chances = [chances_of(team, sharpened(team.session, games or None, tr)) for team in many]
    return rendered(kind, beside(tr, many, chances))
