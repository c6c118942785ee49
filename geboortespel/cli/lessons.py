"""`geboortespel lessen`: the lessons of a scenario, and with `--toets` what each does when it is played without."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import click

from geboortespel.cli import source
from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.players import ending, player_of, player_option, seed_option
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.analysis.lessons import Experiment
    from geboortespel.scenario.model import Scenario

GAMES, MOST_GAMES = 300, 1_000_000


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("The lessons of a scenario; with --toets what each does to births, with and without it."))
    @click.argument("scenario", metavar="SCENARIO", shell_complete=source.complete_scenario)
    @click.option("--toets", "--try", "test", is_flag=True, help=tr("Play with and without each, on the same seeds."))
    @click.option(
        "--les", "--only", "only", multiple=True, metavar="ID",
        help=tr("Only this one (may be given again): a lesson, aspect.ID or drempel.ID."),
    )  # fmt: skip
    @click.option(
        "-n", "--aantal", "--games", "games", type=Whole(tr, 2, MOST_GAMES), default=GAMES, metavar="N",
        help=tr("How many games with and how many without."),
    )  # fmt: skip
    @source.processes_option(tr)
    @click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for programs."))
    def lessons(
        scenario: str,
        test: bool,
        only: tuple[str, ...],
        games: int,
        processes: int | None,
        as_json: bool,
        player: str,
        seed: int,
    ) -> int:
        gc.enable()  # the command line leaves it off; a long run needs it
        found = source.load(scenario, tr).scenario
        assert found is not None
        if not test:
            return _listed(found, as_json)
        wanted = _wanted(found, only, tr)
        return _tried(found, wanted, player, games, seed, processes, as_json, tr)

    lessons.params += [player_option(tr), seed_option(tr)]
    return lessons


def _wanted(scenario: Scenario, only: tuple[str, ...], tr: Translator) -> list[Experiment]:
    """The experiments asked for; without `only` all that can be done here, and a note about the others. Stop when one
    that is asked for is not there or can't be done."""
    from geboortespel.analysis.lessons import UnknownThing, experiments

    every = {experiment.name: experiment for experiment in experiments(scenario)}
    names = [name if "." in name else f"les.{name}" for name in only] or list(every)
    wanted = []
    for name in names:
        if name not in every:
            raise Stop(tr("There is no experiment for '{name}'.").format(name=one_line(name)))
        try:
            every[name].variant(scenario)
        except UnknownThing as fault:
            said = tr("The experiment for {name} leaves out '{thing}', which is not there.")
            told = said.format(name=name, thing=one_line(str(fault.args[0])))
            if only:
                raise Stop(told, Exit.FAULTS) from fault
            print(told, file=sys.stderr)
        else:
            wanted.append(every[name])
    return wanted


def _tried(
    scenario: Scenario,
    wanted: list[Experiment],
    player: str,
    games: int,
    seed: int,
    processes: int | None,
    as_json: bool,
    tr: Translator,
) -> int:
    """Run the experiments and tell; a fault when one points the other way."""
    from geboortespel.analysis.lessons import run
    from geboortespel.analysis.lessons.data import as_dict
    from geboortespel.analysis.lessons.experiments import untried
    from geboortespel.analysis.running import Hands, cores
    from geboortespel.cli.progress import Progress
    from geboortespel.engine.game import Game
    from geboortespel.words.plain import json_text

    who = player_of(player, Game(scenario).board, tr)
    workers = processes or cores()
    hands = Hands(workers) if workers > 1 else None
    with ending(tr), Progress(games * 2, tr) as progress:
        results = run(scenario, wanted, who, games, seed, hands, progress)
    data = as_dict(results, scenario.id, player, seed, untried(scenario))
    if as_json:
        click.echo(json_text(data))
    else:
        from geboortespel.report.tried import told

        for line in told(data, tr):
            click.echo(line)
    return Exit.FAULTS if any(result.verdict == "andersom" for result in results) else Exit.GOOD


def _listed(scenario: Scenario, as_json: bool) -> int:
    from geboortespel.analysis.lessons import experiments
    from geboortespel.report.tried import listed
    from geboortespel.words.plain import json_text

    names = ((e.name.partition("."), (*e.left_out, *e.lower)) for e in experiments(scenario))
    carried = {name: things for (kind, _, name), things in names if kind == "les"}
    if as_json:
        found = [
            {"id": lesson.id, "titel": lesson.title, "bron": lesson.source, "proef": list(carried.get(lesson.id, ()))}
            for lesson in scenario.lessons.values()
        ]
        click.echo(json_text(found))
        return Exit.GOOD
    for line in listed(scenario.lessons, carried):
        click.echo(line)
    return Exit.GOOD
