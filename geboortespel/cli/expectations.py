"""`controleer --speel`: the expectations of a scenario tested by playing, told and as faults."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.analysis.expectations import Verdict
    from geboortespel.scenario.diagnostics import Fault
    from geboortespel.scenario.reader import Reading


def tested(reading: Reading, folder: Path, games: int | None, tr: Translator, *, told: bool) -> tuple[Fault, ...]:
    """Faults for the expectations that are not met; `told`: also print those that are."""
    from geboortespel.analysis.expectations import GAMES, verdicts
    from geboortespel.analysis.expected_faults import as_faults
    from geboortespel.analysis.running import Hands, cores
    from geboortespel.analysis.simulate import SHARE
    from geboortespel.cli.progress import Progress

    gc.enable()  # the command line leaves it off; a long run needs it
    scenario, each = reading.scenario, games or GAMES
    assert scenario is not None
    workers = min(cores(), -(-each // (4 * SHARE)))
    players = {expectation.player for expectation in scenario.expected.values() if not expectation.journal}
    with Progress(each * max(1, len(players)), tr) as progress:
        hands = Hands(workers) if workers > 1 else None
        found = list(verdicts(scenario, folder, each, hands=hands, told=progress))
    if told:
        for line in _lines(found, scenario.id, tr):
            click.echo(line)
    return as_faults(reading, found)


def _lines(found: list[Verdict], name: str, tr: Translator) -> Iterator[str]:
    if not found:
        yield tr("{scenario} expects nothing (`verwacht`), so there is nothing to test.").format(scenario=name)
    for verdict in found:
        if verdict.held != "ja":
            continue
        params = {key: one_line(value) for key, value in verdict.params.items()}
        if "states" in params:
            said = tr("{id}: holds in all {states} states there are.")
        elif "file" in params:
            said = tr("{id}: the game in {file} ends in {found}, as expected.")
        elif "hits" in params:
            said = tr("{id}: {outcome} came in {hits} of {games} games by {player} ({interval}), expected {odds}.")
        else:
            said = tr("{id}: held in every state of {games} games by {player}.")
        yield f"  {said.format(**params)}"
