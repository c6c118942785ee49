"""`geboortespel rapport`: the report of a game, or of several side by side, to keep, print or send."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from geboortespel.cli.afterwards import chances_option, journal_argument, output_option, save
from geboortespel.cli.card import replayed
from geboortespel.cli.exits import Stop
from geboortespel.cli.journals import kept
from geboortespel.cli.lookback import sharpened
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.analysis.picture import Picture
    from geboortespel.report.document import Kind
    from geboortespel.report.teams import Team

SEPARATORS = {",": ",", ";": ";", "tab": "\t"}
SIGNS = click.Choice(list(SEPARATORS))
CSV, XAPI = ".csv", ".xapi.json"
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?")


@frozen
class Wanted:
    """What was asked for beside journals and file. `decimal` '' goes with the separator."""

    games: int | None
    separator: str
    decimal: str
    address: str


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    about = tr(
        "Make the report of a game that has ended: its chance of birth, the look back and the card. "
        "Of several journals it puts the teams side by side."
    )
    games = tr("Games from every moment, for the chance of birth; 0, as it begins: as many as its length allows.")
    parted = tr("Of a CSV: what parts its columns. A ; gives a decimal comma as well, as Dutch spreadsheets want it.")
    point = tr("Of a CSV: the sign before decimals, when it has to be another.")
    address = tr("Of xAPI: the web address of your organisation, under which everything is named.")

    @click.command(help=about)
    @journal_argument(tr, many=True)
    @output_option(tr, tr("Save it as FILE: .html, .md, .json, .csv or .xapi.json."), required=True)
    @chances_option(tr, games, least=0, default=0)
    @click.option(
        "--scheiding", "--separator", "separator", type=click.Choice(list(SEPARATORS)), default=",", help=parted
    )
    @click.option("--decimaal", "--decimal", "decimal", type=click.Choice([".", ","]), help=point)
    @click.option("--adres", "--address", "address", metavar=tr("ADDRESS"), help=address)
    def make(
        journals: tuple[Path, ...], output: Path, games: int, separator: str, decimal: str | None, address: str | None
    ) -> None:
        wanted = Wanted(games or None, SEPARATORS[separator], decimal or "", _address(address, tr))
        name = output.name.lower()
        if name.endswith(XAPI):
            _statements(journals, output, wanted, tr)
        elif name.endswith(CSV):
            _sheet(journals, output, wanted, tr)
        else:
            _report(journals, output, wanted, tr)

    return make


def _report(journals: Sequence[Path], output: Path, wanted: Wanted, tr: Translator) -> None:
    """A page to read, as HTML, Markdown or JSON."""
    from geboortespel.report.document import KINDS
    from geboortespel.report.page import is_report

    kind = next((known for known in KINDS if output.suffix.lower() == f".{known}"), None)
    if kind is None:
        said = tr("A report can't be saved as '{name}'. What can: .html, .md, .json, .csv, .xapi.json.")
        raise Stop(said.format(name=one_line(output.name)))
    make = _one if len(journals) == 1 else _several
    save(output, make(kind, journals, wanted, tr), is_report, tr)


def _one(kind: Kind, journals: Sequence[Path], wanted: Wanted, tr: Translator) -> bytes:
    from geboortespel.report.document import rendered, report
    from geboortespel.words.voice import Voice

    session = replayed(journals[0], tr)
    return rendered(kind, report(Voice(session.board, tr.language), session, sharpened(session, wanted.games, tr)))


def _several(kind: Kind, journals: Sequence[Path], wanted: Wanted, tr: Translator) -> bytes:
    from geboortespel.report.beside import beside, chances_of, rendered

    many, pictures = _sharpened(journals, wanted, tr)
    chances = [chances_of(team, picture) for team, picture in zip(many, pictures, strict=True)]
    return rendered(kind, beside(tr, many, chances))


def _teams(journals: Sequence[Path], tr: Translator) -> tuple[Team, ...]:
    from geboortespel.report.teams import teams

    return teams([(path, replayed(path, tr)) for path in journals], tr.language)


def _sharpened(journals: Sequence[Path], wanted: Wanted, tr: Translator) -> tuple[tuple[Team, ...], list[Picture]]:
    """The teams, and the chances of each."""
    many = _teams(journals, tr)
    return many, [sharpened(team.session, wanted.games, tr) for team in many]


# -- for other programs ------------------------------------------------------------------------------------------------


def _sheet(journals: Sequence[Path], output: Path, wanted: Wanted, tr: Translator) -> None:
    """A table for spreadsheets."""
    from geboortespel.report.spreadsheet import Dialect, is_sheet, table, written

    decimal = wanted.decimal or ("," if wanted.separator == ";" else ".")
    save(output, written(table(*_sharpened(journals, wanted, tr)), Dialect(wanted.separator, decimal)), is_sheet, tr)


def _statements(journals: Sequence[Path], output: Path, wanted: Wanted, tr: Translator) -> None:
    """Statements for a learning record store."""
    from geboortespel.report.xapi import BASE, Source, is_xapi, written
    from geboortespel.session.journal import read_journal

    many = _teams(journals, tr)
    if not all(team.past.finished for team in many):
        raise Stop(tr("This game has not ended yet: what was learnt is told afterwards."))
    base = wanted.address or BASE
    sources = [Source(team, read_journal(kept(path)), base) for team, path in zip(many, journals, strict=True)]
    save(output, written(sources), is_xapi, tr)


def _address(address: str | None, tr: Translator) -> str:
    """The address with a `/` at its end, '' for none. Stop when it is no web address."""
    if not address:
        return ""
    if ADDRESS.fullmatch(address) is None:
        raise Stop(tr("'{address}' is no web address such as https://example.org/.").format(address=one_line(address)))
    return address if address.endswith("/") else f"{address}/"
