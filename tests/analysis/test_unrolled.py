"""The unrolled runner against the engine: the same quantities and outcome for the same seed."""

from __future__ import annotations

import pytest
from attrs import evolve

from geboortespel.analysis.unrolled import unroll
from geboortespel.engine.game import Game
from geboortespel.scenario.model import Scenario, Turn
from geboortespel.session.driver import Driver
from tests.shipped import Uniform, game, scenario


def variants() -> dict[str, Scenario]:
    klein = scenario("klein")
    bounded = {
        name: evolve(counter, low=0, high=6) if name in ("steun", "budget") else counter
        for name, counter in klein.counters.items()
    }
    return {
        "klein": klein,
        "may pass": evolve(klein, turn=Turn(moves=1, may_pass=True)),
        "three moves": evolve(klein, turn=Turn(moves=3, may_pass=True)),
        "bounded": evolve(klein, counters=bounded),
        "two cards": evolve(klein, decks={k: evolve(deck, draws=2) for k, deck in klein.decks.items()}),
        "no deck": evolve(klein, decks={}),
    }


@pytest.mark.parametrize("name", variants())
def test_the_same_game_for_the_same_seed(name: str) -> None:
    played = Game(variants()[name], fast=True)
    run = unroll(played)
    assert run is not None
    for seed in range(150):
        decisions = 0

        def count(*_: object) -> None:
            nonlocal decisions
            decisions += 1

        s = Driver(played, seed).play(Uniform(), seen=count)
        ended = run(seed)
        assert ended.quantities == tuple(s[: played.rules.layout.named])
        assert (ended.decisions, ended.outcome) == (decisions, s[played.flow.outcome])


def test_what_it_does_not_cover_it_says() -> None:
    assert unroll(game("eerste-dijk")) is None
