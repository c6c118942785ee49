"""Simulation: the same counts however the work is divided, and the same games as the driver's."""

from __future__ import annotations

from geboortespel.analysis.simulate import Simulation, simulate
from geboortespel.players.registry import by_name
from geboortespel.session.driver import Driver
from tests.shipped import game, scenario


def test_the_split_over_processes_changes_nothing() -> None:
    alone = simulate(scenario("klein"), "willekeurig", range(40), detail=True)
    together = simulate(scenario("klein"), "willekeurig", range(40), processes=2, detail=True)
    assert alone == together
    assert alone.games == 40
    assert sum(alone.outcomes.values()) == 40
    assert alone.used["kaart.nieuws.rustig"] > 0


def test_a_simulated_game_is_the_drivers_game() -> None:
    for name in ("klein", "eerste-dijk"):
        for player in ("willekeurig", "beginner", "planner"):
            played = game(name, fast=True)
            assert Simulation(played, player).play(17)[0] == Driver(game(name), 17).play(by_name(player))


def test_each_seat_can_have_its_own_player() -> None:
    played = game("eerste-dijk", fast=True)
    names = dict.fromkeys(("", *played.board.seats), "beginner")
    names[played.board.seats[0]] = "planner"
    tally = Simulation(played, names).tally(range(3))
    assert tally.games == 3
    assert sum(tally.green.values()) == 3
