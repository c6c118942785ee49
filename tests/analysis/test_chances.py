"""The chance of birth from every moment of a game: held against the engine, against itself, and against noise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geboortespel.analysis.chances import Chances, Point, change, turning
from geboortespel.players.beginner import Beginner
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.session import Session


@pytest.fixture(scope="module")
def game() -> Callable[[int], Session]:
    library = Library()
    reading = read(library.find("eerste-dijk"), library)
    assert reading.scenario is not None

    def play(seed: int) -> Session:
        assert reading.scenario is not None
        session = Session.new(reading.scenario, reading.resolved, seed, None, clock=False)
        while not session.finished:
            session.act(session.driver.choose(session.state, Beginner(), session.line))
        return session

    return play


def point(won: int, games: int) -> Point:
    return Point(1, 1, [], games=games, won=won)


def test_the_end_is_certain_and_the_same_game_gives_the_same_numbers(game: Callable[[int], Session]) -> None:
    for seed, born in ((1, True), (2, False)):
        found = []
        for _ in range(2):
            chances = Chances(game(seed))
            list(chances.sharpen(3, chances.curve))
            found.append([(p.line, p.won, p.games) for p in chances.curve])
        assert found[0] == found[1]
        end = chances.points[-1]
        assert end.share == born, "played on from the end there is nothing but the end"
        assert end is chances.curve[-1]
        rounds = [p.round for p in chances.curve[:-1]]
        assert rounds == list(range(1, len(rounds) + 1)), "one for the beginning of every round"


def test_sharpening_in_steps_is_the_same_as_at_once(game: Callable[[int], Session]) -> None:
    session = game(1)
    once, steps = Chances(session), Chances(session)
    list(once.sharpen(5, once.curve[:2]))
    for games in (1, 3, 5):
        assert [p.games for p in steps.sharpen(games, steps.curve[:2])] == [games, games]
    assert [p.won for p in once.curve] == [p.won for p in steps.curve]


def test_what_was_done_and_what_was_drawn_are_parted(game: Callable[[int], Session]) -> None:
    session = game(1)
    chances = Chances(session)
    lines = [p.line for p in chances.points]
    assert lines == sorted(lines)
    before = [p for p in chances.points if not p.drawn]
    assert before
    for p in before:
        assert chances.game.node(p.state) == "kans"
        assert chances.game.digest(session.driver.settle(p.state)[0]) == session.game.digest(
            session.moments.all[p.line].state
        )


def test_a_difference_is_paired_and_noise_is_no_turning_point() -> None:
    mixed, moved = point(0b0101, 4), point(0b1010, 4)
    assert change(mixed, moved).gap == 0
    assert not change(mixed, moved).real
    same = point((1 << 40) - 1, 100)
    assert change(same, same).gap == 0
    assert not change(same, same).real
    fell = change(point((1 << 90) - 1, 100), point((1 << 50) - 1, 100), 60)
    assert fell.gap == pytest.approx(-0.4)
    assert fell.low < -0.4 < fell.high < 0, "the interval holds the difference and leaves zero out"
    some = change(point((1 << 12) - 1, 100), point((1 << 5) - 1, 100))
    assert some.real, "seven pairs, all one way: by itself that is something"
    assert not change(some.before, some.after, 60).real, "but among sixty such claims it is noise"


def test_turning_points_are_the_largest_in_each_direction(game: Callable[[int], Session]) -> None:
    chances = Chances(game(1))
    chances.points = chances.points[:7]
    full, none = (1 << 200) - 1, 0
    for p, won in zip(chances.points, (full, none, full, full >> 100, full, full >> 150, full >> 150), strict=True):
        p.won, p.games = won, 200
    assert [round(c.gap, 2) for c in turning(chances)] == [-1.0, 1.0, 0.5, -0.75]
    assert [round(c.gap, 2) for c in turning(chances, up=1, down=1)] == [-1.0, 1.0]
