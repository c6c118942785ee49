"""Mass play, small: all players on all scenarios. `python -m tests.bench.mass` does it with 10,000 games of each."""

from __future__ import annotations

import pytest

from geboortespel.analysis.simulate import Simulation, Tally
from geboortespel.analysis.usage import never_used, things, used
from geboortespel.scenario.names import rounds
from tests.bench.scripts import EVERYBODY, player
from tests.shipped import PLAYABLE, game, scenario

EACH = 8


@pytest.fixture(scope="module", params=PLAYABLE)
def played(request: pytest.FixtureRequest) -> tuple[str, dict[str, Tally]]:
    name: str = request.param
    simulations = {who: Simulation(game(name, fast=True), player(who), detail=True) for who in EVERYBODY}
    return name, {who: simulation.tally(range(EACH)) for who, simulation in simulations.items()}


def test_every_game_ends(played: tuple[str, dict[str, Tally]]) -> None:
    name, tallies = played
    for who, tally in tallies.items():
        assert sum(tally.outcomes.values()) == EACH, who
        assert "" not in tally.outcomes, who
        assert max(tally.rounds) <= rounds(scenario(name)) + 1, who


def test_together_they_use_nearly_everything(played: tuple[str, dict[str, Tally]]) -> None:
    """What is left after so few games is rare; a dead branch of a scenario shows in the large run."""
    name, tallies = played
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    every, never = things(scenario(name)), never_used(scenario(name), whole)
    assert len(never) <= len(every) / 12, never
    assert set(used(whole)) & every == every - set(never)
    assert not [what for what in never if what.startswith(("uitkomst.", "poort.", "drempel_"))]
