"""`geboortespel bereik`: what can be reached in a scenario, with games that show it and proofs where it can't."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli import source
from geboortespel.cli.exits import Stop
from geboortespel.cli.players import seed_option
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.analysis.reach import Report
    from geboortespel.analysis.reach.journals import Place
    from geboortespel.scenario.reader import Reading

GAMES, MOST_GAMES = 1400, 10_000_000


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("What can be reached: with a game that shows it, proven out of reach, or not found."))
    @click.argument("scenario", metavar="SCENARIO", shell_complete=source.complete_scenario)
    @click.option(
        "-n", "--aantal", "--games", "games", type=Whole(tr, 1, MOST_GAMES), default=GAMES, metavar="N",
        help=tr("About how many games to look in; players who go for what is missing play more."),
    )  # fmt: skip
    @click.option(
        "-o", "--uit", "--output", "output", type=click.Path(path_type=Path, file_okay=False), metavar=tr("FOLDER"),
        help=tr("Write the games that show it to this folder, as journals to play again."),
    )  # fmt: skip
    @source.processes_option(tr)
    @click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for programs."))
    def reach(scenario: str, games: int, output: Path | None, processes: int | None, as_json: bool, seed: int) -> None:
        from geboortespel.analysis.reach import reach as find
        from geboortespel.analysis.reach.data import as_dict
        from geboortespel.analysis.running import Hands, cores
        from geboortespel.cli.progress import Progress

        gc.enable()  # the command line leaves it off; a long run needs it
        reading = source.load(scenario, tr)
        found = reading.scenario
        assert found is not None
        workers = processes or cores()
        with Progress(games, tr) as progress:
            hands = Hands(workers) if workers > 1 else None
            report = find(found, games, seed, hands, progress)
        places = _written(report, reading, output, tr) if output is not None else {}
        data = as_dict(report, found.id, seed, places)
        if as_json:
            from geboortespel.words.plain import json_text

            click.echo(json_text(data))
        else:
            from geboortespel.report.reached import told

            for line in told(data, tr):
                click.echo(line)

    reach.params.append(seed_option(tr))
    return reach


def _written(report: Report, reading: Reading, folder: Path, tr: Translator) -> dict[str, Place]:
    """Where each thing can be seen, in the journals that were written. Stop when they can't be."""
    from geboortespel.analysis.reach.journals import chosen, write
    from geboortespel.session.store import StoreError
    from geboortespel.words import storage

    assert reading.scenario is not None
    things = {thing: item.witness for thing, item in report.findings.items() if item.witness is not None}
    files = chosen(things, {outcome: way.witness for outcome, way in report.ways.items()})
    try:
        places = write(reading.scenario, reading.resolved, folder, files)
    except StoreError as fault:
        raise Stop(storage.trouble(fault.code, fault.path, tr)) from fault
    said = tr.many("{n} journal", "{n} journals", len(files))
    click.echo(tr("{journals} in {folder}.").format(journals=said, folder=folder), err=True)
    return places
