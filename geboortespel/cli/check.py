"""`geboortespel controleer`: every fault of scenarios, with its place and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from geboortespel.cli.exits import Exit
from geboortespel.cli.source import UNREADABLE, Whole, complete_scenario, find
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from pathlib import Path

    from geboortespel.scenario.diagnostics import Fault
    from geboortespel.scenario.reader import Reading

MOST_GAMES = 10_000_000
FORMATS = {"tekst": "tekst", "json": "json", "github": "github", "text": "tekst"}


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(
        help=tr(
            "Check scenarios, or the campaign (`campagne`). All faults at once, with line and column, and what can "
            "never happen or be used."
        )
    )
    @click.argument("names", metavar=tr("PATH..."), nargs=-1, required=True, shell_complete=complete_scenario)
    @click.option(
        "--formaat",
        "--format",
        "form",
        type=click.Choice(list(FORMATS)),
        default="tekst",
        help=tr("Form of the faults; `github` shows them beside the lines of a pull request."),
    )
    @click.option("--streng", "--strict", "strict", is_flag=True, help=tr("Warnings count as faults too."))
    @click.option("--speel", "--play", "play", is_flag=True, help=tr("Test the expectations (`verwacht`) by playing."))
    @click.option(
        "-n", "--aantal", "--games", "games", type=Whole(tr, 1, MOST_GAMES), metavar="N",
        help=tr("With --speel: how many games each player plays. Fewer is quicker, more is surer."),
    )  # fmt: skip
    def check(names: tuple[str, ...], form: str, strict: bool, play: bool, games: int | None) -> int:
        found: list[Fault] = []
        readings: dict[Path, Reading] = {}
        told: set[Path] = set()
        for name in names:
            campaign = campaign_of(name)
            if campaign is not None:
                found += look(campaign)
                continue
            path = whole(find(name, tr), readings)
            if path in told:
                continue
            told.add(path)
            reading = read_once(path, readings)
            found += reading.faults
            if play and reading.scenario is not None:
                from geboortespel.cli.expectations import tested

                found += tested(reading, path.parent, games, tr, told=FORMATS[form] == "tekst")
        if FORMATS[form] == "github":
            from geboortespel.words.faults import as_github

            for fault in found:
                click.echo(as_github(fault, tr.language))
        elif FORMATS[form] == "json":
            from geboortespel.words.faults import as_json
            from geboortespel.words.plain import json_text

            click.echo(json_text([as_json(fault, tr.language) for fault in found]))
        else:
            _tell(found, tr)
        return status_of(found, strict=strict)

    return check


def campaign_of(name: str) -> Path | None:
    """The file of a campaign that a name or a path stands for; None when it is a scenario."""
    from pathlib import Path

    from geboortespel.scenario.inheritance import FILE, path

    given = Path(name)
    if given.name == FILE:
        return given if given.is_file() else None
    return path() if name == given.stem == FILE.partition(".")[0] and not given.exists() else None


def look(campaign: Path) -> tuple[Fault, ...]:
    """What is wrong with a campaign, by itself and in the scenarios that something goes to."""
    from geboortespel.scenario import inheritance

    return inheritance.look(campaign)


def status_of(found: list[Fault], *, strict: bool = False) -> Exit:
    """A file that can't be read weighs more than faults in one that can; warnings weigh when `strict`."""
    if any(fault.code == UNREADABLE for fault in found):
        return Exit.WRONG
    return Exit.FAULTS if any(strict or fault.severity == "fout" for fault in found) else Exit.GOOD


def reading_of(path: Path) -> Reading:
    """One scenario, looked at thoroughly."""
    from geboortespel.scenario.library import Library
    from geboortespel.scenario.reader import read

    return read(path, Library(), thorough=True)


def read_once(path: Path, known: dict[Path, Reading]) -> Reading:
    """One scenario, looked at thoroughly. `known`: what was read, and now this as well."""
    if path not in known:
        known[path] = reading_of(path)
    return known[path]


def whole(path: Path, known: dict[Path, Reading]) -> Path:
    """The scenario in the same folder that takes this file over, if there is one, else the file itself.

    A part of a scenario may name what stands in the rest of it, so it can't be judged alone. `known`: what was read.
    """
    from geboortespel.scenario.library import BASE, FILE

    beside = path.with_name(FILE)
    if path.name in (FILE, BASE) or not beside.is_file():
        return path
    sources = read_once(beside, known).sources
    return beside if any(path.samefile(source) for source in sources) else path


def _tell(found: list[Fault], tr: Translator) -> None:
    from geboortespel.words import faults

    for fault in found:
        click.echo(faults.phrase(fault, tr.language))
    wrong = sum(1 for fault in found if fault.severity == "fout")
    if not found:
        click.echo(tr("No faults."), err=True)
        return
    said = tr.many("{n} fault", "{n} faults", wrong)
    warned = tr.many("{n} warning", "{n} warnings", len(found) - wrong)
    more = tr("More about a code: geboortespel explain {code}").format(code=found[0].code)
    summed = tr("{faults}, {warnings}.").format(faults=said, warnings=warned)
    click.echo(f"{summed} {more}", err=True)
