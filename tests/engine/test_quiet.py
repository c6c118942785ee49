"""Generated functions against plain interpretation: every action is written at once here, not at its sixth time."""

from __future__ import annotations

import pytest

from geboortespel.engine import quiet
from geboortespel.engine.game import Game
from geboortespel.engine.ledger import Log
from geboortespel.players.registry import by_name
from geboortespel.session.driver import Driver
from tests.shipped import EVERYTHING, game, scenario


@pytest.mark.parametrize("name", EVERYTHING)
@pytest.mark.parametrize("player", ["willekeurig", "planner"])
def test_quiet_play_is_plain_play(name: str, player: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same state after every action, with a ledger by interpretation and without one by generated functions."""
    monkeypatch.setattr(quiet, "OFTEN", 1)
    plain, fast, policy = game(name), Game(scenario(name), fast=True), by_name(player)
    for seed in range(12):
        driver, other = Driver(plain, seed), Driver(fast, seed)
        s, n = driver.start(), 0
        assert other.start() == s
        while plain.node(s) != "einde":
            assert plain.legal_indices(s) == fast.legal_indices(s)
            action = driver.choose(s, policy, n)
            log = Log()
            after = driver.settle(plain.apply(s, action, log), log)[0]
            assert other.settle(fast.apply(s, fast.actions[action.index], check=False))[0] == after, action
            s, n = after, n + 1
    written = fast.acting.quiet._written  # type: ignore[union-attr]
    plainly = {fast.actions[index].what for index, change in written.items() if change is None}
    assert plainly <= {"besluit-vragen"}  # its two answers set one thing
    assert written


@pytest.mark.parametrize("name", EVERYTHING)
def test_asking_for_one_action_is_asking_for_all(name: str) -> None:
    played = game(name, fast=True)
    seen = []
    Driver(played, 8).play(by_name("beginner"), seen=lambda s, _: seen.append(s))
    passes = {action.index for action in played.actions if action.kind == "pas"}
    for s in seen[::4]:
        asked = played.private(s)
        view, legal = played.view(s, asked or None), set(played.legal_indices(s))
        assert {i for i in range(len(played.actions)) if view.may(i)} - passes == legal - passes
        assert view.first_seat == (played.to_act(s)[0] if view.waiting == "zet" else asked)
