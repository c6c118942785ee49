"""The bounds behind `controleer` hold: no state of any game played here lies outside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from geboortespel.engine.game import Game
from geboortespel.players.registry import by_name
from geboortespel.scenario.expr import Boolean, names_in
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.names import rounds
from geboortespel.scenario.reader import read
from geboortespel.scenario.review.bounds import Bounds
from geboortespel.scenario.review.counting import Counting
from geboortespel.scenario.review.logic import World, expanded, narrow, negated
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


def outside(name: str, state: list[int], narrower: Bounds | None = None) -> dict[str, int]:
    """Quantities of a state that lie outside their bounds, with their value."""
    game, bounds = compiled(name)
    bounds = narrower or bounds
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


def conditions(scenario: Scenario) -> list[Boolean]:
    """Conditions that ask nothing of a target or an acting believer."""
    every = [threshold.when for threshold in scenario.thresholds.values()]
    every += [phase.gate.when for phase in scenario.phases.values() if phase.gate is not None]
    every += [deck.when for deck in scenario.decks.values()]
    every += [event.when for event in scenario.events.values()]
    every += [card.when for deck in scenario.decks.values() for card in deck.cards.values()]
    every += [outcome.when for outcome in scenario.outcomes.values()]
    every += [item.when for move in scenario.moves.values() for item in move.consequences]
    every += [hint.when for hint in scenario.hints] + [part.two for part in scenario.apgar.values()]
    plain = [when for when in every if when is not None]
    return [when for when in plain if not any({"doel", "ik"} & set(name.split(".")) for name in names_in(when))]


@pytest.mark.parametrize("name", FILES)
def test_what_holds_in_a_game_is_never_called_impossible(name: str) -> None:
    """Whether a condition holds or not in a state, the second look thought that it could."""
    game, bounds = compiled(name)
    world = World(bounds)
    asked = [(when, expanded(when, game.scenario)) for when in conditions(game.scenario)]
    could = [(narrow(when, world) is not None, narrow(negated(when), world) is not None) for _, when in asked]
    rules = [game.rules.function(game.rules.low.condition(when)) for when, _ in asked]
    for player, seed in (("willekeurig", 3), ("planner", 4)):
        driver, policy = Driver(game, seed), by_name(player)
        state, n = driver.start(), 0
        while game.node(state) != "einde":
            for rule, (true, false), (when, _) in zip(rules, could, asked, strict=True):
                assert true if rule(state) else false, when
            state, n = driver.settle(game.apply(state, driver.choose(state, policy, n)))[0], n + 1


@pytest.mark.parametrize("name", FILES)
def test_bounds_of_a_part_of_the_game_hold_that_long(name: str) -> None:
    """In round r nothing can have happened more often than in r rounds; when it begins, than in those before it."""
    game, _ = compiled(name)
    scenario, last = game.scenario, rounds(game.scenario)
    until = {r: Bounds(scenario, r, ended=True) for r in range(1, last + 1)}
    before = {r: Bounds(scenario, r, before=True) for r in range(1, last + 1)}
    for player, seed in (("willekeurig", 5), ("planner", 6)):
        driver, policy = Driver(game, seed), by_name(player)
        state, n = driver.start(), 0
        while game.node(state) != "einde":
            view = game.view(state)
            assert outside(name, state, until[view.round]) == {}
            if view.waiting == "keuze":
                assert outside(name, state, before[view.round]) == {}
            state, n = driver.settle(game.apply(state, driver.choose(state, policy, n)))[0], n + 1
