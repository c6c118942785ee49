"""`geboortespel kansen`: how likely each ending is, exactly where that can be, else from games that are played."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from geboortespel.cli import source
from geboortespel.cli.players import ending, player_of, player_option, seed_option
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.analysis.simulate import Player
    from geboortespel.engine.game import Game

GAMES, MOST_GAMES = 2000, 100_000_000
STATES, MOST_STATES = 250_000, 5_000_000


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("How likely each ending is: exactly where that can be, else from games that are played."))
    @click.argument("scenario", metavar="SCENARIO", shell_complete=source.complete_scenario)
    @click.option(
        "--toestanden", "--states", "states", type=Whole(tr, 0, MOST_STATES), default=STATES, metavar="N",
        help=tr("Go through at most so many states; with more than that games are played. 0: always play."),
    )  # fmt: skip
    @click.option(
        "-n", "--aantal", "--games", "games", type=Whole(tr, 1, MOST_GAMES), default=GAMES, metavar="N",
        help=tr("How many games are played where it can't be exact."),
    )  # fmt: skip
    @click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for programs."))
    def odds(scenario: str, states: int, games: int, as_json: bool, player: str, seed: int) -> None:
        from geboortespel.engine.game import Game

        gc.enable()  # the command line leaves it off; a long run needs it
        found = source.load(scenario, tr).scenario
        assert found is not None
        game = Game(found, fast=True)
        who = player_of(player, game.board, tr)
        told = _exact(game, who, player, states) or _sampled(game, who, player, games, seed, tr)
        if as_json:
            from geboortespel.words.plain import json_text

            click.echo(json_text(told))
        else:
            for line in _lines(told, tr):
                click.echo(line)

    odds.params += [player_option(tr), seed_option(tr)]
    return odds


def _exact(game: Game, who: Player, player: str, states: int) -> dict[str, Any] | None:
    from geboortespel.analysis.odds import exactly

    return exactly(game, who, player, states) if states else None


def _sampled(game: Game, who: Player, player: str, games: int, seed: int, tr: Translator) -> dict[str, Any]:
    from geboortespel.analysis.odds import sampled
    from geboortespel.analysis.running import Hands, cores
    from geboortespel.analysis.simulate import SHARE
    from geboortespel.cli.progress import Progress

    workers = min(cores(), -(-games // SHARE))
    with ending(tr), Progress(games, tr) as progress:
        return sampled(game, who, player, games, seed, Hands(workers) if workers > 1 else None, progress)


def _lines(told: dict[str, Any], tr: Translator) -> Iterator[str]:
    from geboortespel.report.simulated import interval, percent

    names = {"scenario": told["scenario"], "player": one_line(told["speler"])}
    if told["exact"]:
        said = tr("Exact odds of {scenario}, played by {player}: all {states} states were gone through.")
        yield said.format(states=told["toestanden"], **names)
    else:
        said = tr("Odds of {scenario}, played by {player}, estimated from {games} games (seeds {first} to {last}).")
        yield said.format(games=told["aantal"], first=told["zaad"], last=told["zaad"] + told["aantal"] - 1, **names)
        yield tr("There are too many states for exact odds. Between brackets: where the odds lie, with 95% certainty.")
    width = max(len(outcome) for outcome in told["kans"])
    for outcome, found in told["kans"].items():
        shown = percent(found["p"], tr, 4) if told["exact"] else interval(found, tr)
        yield f"  {outcome:<{width}}  {shown}"
