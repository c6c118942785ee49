"""`geboortespel simuleer`: many games by one player, and what came of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from geboortespel.cli import source
from geboortespel.cli.exits import Stop
from geboortespel.cli.players import ending, player_of, player_option, seed_option
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.analysis.running import Hands

MOST_GAMES = 100_000_000


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Let a player play many games, and tell how they ended and what they used."))
    @click.argument("scenario", metavar="SCENARIO", shell_complete=source.complete_scenario)
    @click.option(
        "-n", "--aantal", "--games", "games", type=Whole(tr, 1, MOST_GAMES), default=1000, metavar="N",
        help=tr("How many games."),
    )  # fmt: skip
    @source.processes_option(tr)
    @click.option("--cluster", metavar=tr("ADDRESS"), help=tr("Address of a Dask scheduler, to play on many machines."))
    @click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for programs."))
    def simulate(
        scenario: str, games: int, processes: int | None, cluster: str | None, as_json: bool, player: str, seed: int
    ) -> None:
        from geboortespel.analysis.simulate import simulate as run
        from geboortespel.analysis.summary import as_dict
        from geboortespel.cli.progress import Progress
        from geboortespel.engine.game import Game

        gc.enable()  # the command line leaves it off; a long run needs it
        found = source.load(scenario, tr).scenario
        assert found is not None
        game = Game(found)
        who = player_of(player, game.board, tr)
        with ending(tr), _hands(games, processes, cluster, tr) as hands, Progress(games, tr) as progress:
            seeds = range(seed, seed + games)
            tally = run(found, who, seeds, hands=hands, detail=True, told=progress)
        summary = as_dict(game, tally, player, seed)
        if as_json:
            from geboortespel.words.plain import json_text

            click.echo(json_text(summary))
        else:
            from geboortespel.report.simulated import told
            from geboortespel.words.voice import Voice

            for line in told(summary, Voice(game.board, tr.language)):
                click.echo(line)

    simulate.params += [player_option(tr), seed_option(tr)]
    return simulate


@contextmanager
def _hands(games: int, processes: int | None, address: str | None, tr: Translator) -> Iterator[Hands | None]:
    """Whose hands: this process alone, more processes, or a cluster. Stop when there is no cluster there."""
    from geboortespel.analysis.running import Hands, cores
    from geboortespel.analysis.simulate import SHARE

    if address is None:
        workers = min(processes or cores(), -(-games // SHARE))
        yield Hands(workers) if workers > 1 else None
        return
    from geboortespel.analysis.cluster import NoCluster, cluster

    try:
        with cluster(address) as hands:
            yield hands
    except NoCluster as fault:
        reasons = {
            "extra": tr("For a cluster Dask is needed: pip install 'geboortespel[cluster]'."),
            "adres": tr("No scheduler answers at {address}."),
            "leeg": tr("The scheduler at {address} has no workers."),
        }
        raise Stop(reasons[fault.reason].format(address=one_line(address))) from fault
