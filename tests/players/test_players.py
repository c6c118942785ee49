"""Players: they play whole games, weigh what is legal, and know no more than a view shows."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geboortespel.analysis.simulate import Simulation
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.players.planner import Planner
from geboortespel.players.policy import Sure
from geboortespel.players.registry import NAMES, UnknownPlayer, by_name
from geboortespel.players.scripted import Scripted, Wish
from geboortespel.session.driver import Driver
from tests.shipped import EVERYTHING, ROOT, game

FEW = settings(max_examples=8, deadline=None)


def course(played: Game, player: str, seed: int) -> list[tuple[State, int]]:
    """(state, index of the action taken) through one game."""
    seen: list[tuple[State, int]] = []
    Driver(played, seed).play(by_name(player), seen=lambda s, action: seen.append((s, action.index)))
    return seen


def hidden_changed(played: Game, s: State) -> State:
    """The same table with other things behind what nobody heard."""
    other, index = s[:], played.rules.layout.index
    for actor in played.scenario.actors:
        for weight, heard, _ in played.rules.concerns[actor]:
            if not other[heard]:
                other[weight] = 3 - other[weight]
        if not other[index[f"relatie.{actor}"]]:
            other[index[f"anker.{actor}"]] = -other[index[f"anker.{actor}"]]
            support, width = other[index[f"steun.{actor}"]], played.scenario.rules.band
            other[index[f"steun.{actor}"]] = min(100, (support + 100) // width * width - 100 + width // 3)
    for event, seat in played.privacy.seat_of.items():
        if seat != played.private(s):
            other[index[f"gebeurd.{event}"]] = 1 - min(1, other[index[f"gebeurd.{event}"]])
    return other


@pytest.mark.parametrize("player", NAMES)
@pytest.mark.parametrize("name", EVERYTHING)
def test_weights_fit_what_is_legal(name: str, player: str) -> None:
    played, policy = game(name, fast=True), by_name(player)
    for s, _ in course(played, player, 3):
        view = played.view(s, played.private(s) or None)
        weights = policy.weights(view)
        assert len(weights) == len(view.indices)
        assert min(weights) >= 0
        assert sum(weights) > 0
        for seat in played.to_act(s):
            assert sum(policy.weights(played.view(s, seat))) > 0


@FEW
@given(
    st.sampled_from(("eerste-dijk", "graaf-reinald", "apart")),
    st.sampled_from(("beginner", "planner")),
    st.integers(0, 999),
)
def test_players_know_no_more_than_the_view(name: str, player: str, seed: int) -> None:
    """A state whose hidden parts differ gives the same weights, whenever it gives the same legal actions."""
    played, policy = game(name, fast=True), by_name(player)
    for s, _ in course(played, player, seed)[::5]:
        seat = played.private(s) or None
        view, other = played.view(s, seat), played.view(hidden_changed(played, s), seat)
        if view.indices == other.indices:
            assert policy.weights(view) == policy.weights(other)


@FEW
@given(st.sampled_from(EVERYTHING), st.integers(0, 2**31 - 1))
def test_a_lens_shows_what_the_view_shows(name: str, seed: int) -> None:
    played = game(name, fast=True)
    layout = played.rules.layout
    names = (*layout.names[: layout.named], *played.board.aspects)
    lens = played.board.lens(names)
    for s, _ in course(played, "willekeurig", seed)[::7]:
        view = played.view(s)
        for quantity, seen in zip(names, lens(view), strict=True):
            shown = view.value(quantity)
            assert shown is None or shown == seen, quantity


def test_a_lens_guesses_the_middle_of_a_band() -> None:
    played = game("graaf-reinald")
    s = Driver(played, 1).start()
    actor = played.board.actors[0]
    low, high = played.view(s).band(actor)
    assert played.board.lens([f"steun.{actor}"])(played.view(s)) == ((low + high + 1) // 2,)


@pytest.mark.parametrize("player", ["planner", "eenzijdig:mens"])
def test_choosing_is_what_the_weights_say(player: str) -> None:
    played, policy = game("graaf-reinald", fast=True), by_name(player)
    assert isinstance(policy, Sure)
    driver, simulated = Driver(played, 11), Simulation(played, player).play(11)
    assert driver.play(policy) == simulated[0]
    assert len(course(played, player, 11)) == simulated[1]


def test_players_play_the_same_game_whatever_the_hash_seed() -> None:
    text = (
        "from tests.shipped import game\nfrom geboortespel.analysis.simulate import Simulation\n"
        "g = game('eerste-dijk', True)\n"
        "print([g.digest(Simulation(g, p).play(5)[0]) for p in ('willekeurig', 'beginner', 'planner')])"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", text], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1234")
    ]
    assert runs[0] == runs[1]


def test_scripted_players_do_what_they_prefer() -> None:
    played = game("klein")
    player = Scripted([Wish(what="consulteren", only=1), Wish(what="luisteren")])
    done = []
    Driver(played, 4).play(player, seen=lambda s, action: done.append(action.what))
    assert done[0] == "consulteren"
    assert set(done[1:]) <= {"luisteren"}


def test_an_unknown_player_is_refused() -> None:
    for name in ("niemand", "eenzijdig:weer", "eenzijdig"):
        with pytest.raises(UnknownPlayer):
            by_name(name)


def test_a_player_who_ignores_a_perspective_has_no_birth() -> None:
    """Three short series; the figures of thousands of games stand in tests/bench/figures.md."""
    for player in ("eenzijdig:project", "eenzijdig:mens", "eenzijdig:organisatie"):
        tally = Simulation(game("graaf-reinald", fast=True), player).tally(range(12))
        assert tally.outcomes["geboren"] == 0, player


def test_scripted_players_leave_the_rest_to_another_and_keep_away_from_what_they_shun() -> None:
    played = game("eerste-dijk", fast=True)
    shunned = [
        Wish(what="vorm-kiezen", rounds=(1, 4)),
        Wish(what="marktconsultatie", rounds=(1, 1)),
        Wish(what="luisteren"),
    ]
    player = Scripted([Wish(what="marktconsultatie", only=1, rounds=(2, 2))], Planner(), shunned)
    done: list[tuple[int, str]] = []
    ronde = played.rules.layout.index["ronde"]
    Driver(played, 3).play(player, seen=lambda s, action: done.append((s[ronde], action.what)))
    first = {what: n for n, what in reversed(done)}
    assert first["marktconsultatie"] == 2
    assert first["vorm-kiezen"] >= 5
    assert "luisteren" not in first
    assert len(first) > 10  # the planner did the rest
