"""The bounds behind `controleer` hold: no state of any game played here lies outside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from geboortespel.engine.game import Game
from geboortespel.players.registry import by_name
from geboortespel.scenario.names import rounds
from geboortespel.scenario.reader import read
from geboortespel.scenario.review.bounds import Bounds
from geboortespel.scenario.review.counting import Counting
from geboortespel.scenario.starter import starter
from geboortespel.session.driver import Driver
from tests.running import PROEF, TAFEL, VOL
from tests.shipped import ROOT

FILES = {
    "klein": ROOT / "tests/scenario/klein.yaml",
    "helder": ROOT / "tests/scenario/review/helder.yaml",
    "apart": ROOT / "tests/scenario/apart.yaml",
    "zitting": ROOT / "tests/engine/zitting.yaml",
    "proef": PROEF,
    "tafel": TAFEL,
    "vol": VOL,
    "eerste-dijk": ROOT / "scenarios/eerste-dijk/scenario.yaml",
    "graaf-reinald": ROOT / "scenarios/graaf-reinald/scenario.yaml",
}


@cache
def compiled(name: str) -> tuple[Game, Bounds]:
    scenario = read(FILES[name]).scenario
    assert scenario is not None
    return Game(scenario, fast=True), Bounds(scenario, rounds(scenario), ended=True)


def outside(name: str, state: list[int]) -> dict[str, int]:
    """Quantities of a state that lie outside their bounds, with their value."""
    game, bounds = compiled(name)
    layout = game.rules.layout
    found = {}
    for slot, quantity in enumerate(layout.names[: layout.named]):
        span = bounds.span(quantity)
        if not span.low <= state[slot] <= span.high or (span.only is not None and state[slot] not in span.only):
            found[quantity] = state[slot]
    for aspect in game.scenario.aspects:
        level, span = game.rules.level(aspect)(state), bounds.span(aspect)
        if not span.low <= level <= span.high:
            found[aspect] = level
    return found


@pytest.mark.parametrize("player", ["willekeurig", "grillig", "planner"])
@pytest.mark.parametrize("name", FILES)
def test_no_state_lies_outside_the_bounds(name: str, player: str) -> None:
    game, _ = compiled(name)
    policy = by_name(player)
    done: dict[str, int] = {}
    for seed in range(6):
        driver = Driver(game, seed)
        state, n = driver.start(), 0
        while game.node(state) != "einde":
            action = driver.choose(state, policy, n)
            state, n = driver.settle(game.apply(state, action))[0], n + 1
            assert outside(name, state) == {}, (seed, n, action.key)
        for move in game.scenario.moves:
            done[move] = max(done.get(move, 0), state[game.rules.layout.index[f"gedaan.{move}"]])
    counting = Counting(game.scenario, rounds(game.scenario))
    assert all(times <= counting.times(game.scenario.moves[move]) for move, times in done.items())


@pytest.mark.parametrize("bare", [False, True])
def test_a_new_scenario_stays_within_its_bounds(bare: bool, tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(starter("proef", bare=bare), encoding="utf-8")
    FILES["nieuw"] = path
    compiled.cache_clear()
    game, _ = compiled("nieuw")
    for seed in range(4):
        driver = Driver(game, seed)
        state, n = driver.start(), 0
        while game.node(state) != "einde":
            state, n = driver.settle(game.apply(state, driver.choose(state, by_name("willekeurig"), n)))[0], n + 1
            assert outside("nieuw", state) == {}
    del FILES["nieuw"]
