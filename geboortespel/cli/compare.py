"""`geboortespel vergelijk`: what changed from one scenario to another, in its texts, its rules and its odds."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import click

from geboortespel.cli import source
from geboortespel.cli.players import ending, player_of, player_option, seed_option
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.scenario.reader import Reading

GAMES, MOST_GAMES = 400, 10_000_000


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("What changed from one scenario to another: texts, rules and odds."))
    @click.argument("old", metavar=tr("OLD"), shell_complete=source.complete_scenario)
    @click.argument("new", metavar=tr("NEW"), shell_complete=source.complete_scenario)
    @click.option(
        "-n", "--aantal", "--games", "games", type=Whole(tr, 0, MOST_GAMES), default=GAMES, metavar="N",
        help=tr("How many games are played of each where odds can't be exact. 0: no odds."),
    )  # fmt: skip
    @click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for programs."))
    def compare(old: str, new: str, games: int, as_json: bool, player: str, seed: int) -> None:
        gc.enable()  # the command line leaves it off; a long run needs it
        before, after = source.load(old, tr), source.load(new, tr)
        found = {"oud": old, "nieuw": new, **_changes(before, after), "kansen": None}
        if games:
            found["kansen"] = _odds(before, after, player, games, seed, tr)
        if as_json:
            from geboortespel.words.plain import json_text

            click.echo(json_text(found))
            return
        from geboortespel.report.compared import told

        for line in told(found, tr):
            click.echo(line)

    compare.params += [player_option(tr), seed_option(tr)]
    return compare


def _changes(before: Reading, after: Reading) -> dict[str, Any]:
    """`regels` and `teksten`: lists of `pad`, `was` and `wordt`."""
    from geboortespel.scenario.changes import differences

    found: dict[str, Any] = {"regels": [], "teksten": []}
    for one in differences(before.resolved, after.resolved):
        found["teksten" if one.text else "regels"].append({"pad": one.path, "was": one.was, "wordt": one.now})
    return found


def _odds(before: Reading, after: Reading, player: str, games: int, seed: int, tr: Translator) -> dict[str, Any]:
    from geboortespel.analysis.compare import odds_of
    from geboortespel.analysis.running import Hands, cores
    from geboortespel.analysis.simulate import SHARE
    from geboortespel.cli.progress import Progress
    from geboortespel.engine.game import Game

    assert before.scenario is not None
    assert after.scenario is not None
    old, new = Game(before.scenario, fast=True), Game(after.scenario, fast=True)
    players = player_of(player, old.board, tr), player_of(player, new.board, tr)
    workers = min(cores(), -(-games // SHARE))
    hands = Hands(workers) if workers > 1 else None
    with ending(tr), Progress(2 * games, tr) as progress:
        return odds_of(old, new, players, player, games, seed, hands, progress)
