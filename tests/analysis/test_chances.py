"""The chance of birth from every moment of a game: held against the engine, against itself, and against noise."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable

import pytest

from geboortespel.analysis import tipping
from geboortespel.analysis.background import Background
from geboortespel.analysis.chances import Chances
from geboortespel.analysis.course import Course
from geboortespel.analysis.news import hear
from geboortespel.analysis.picture import Change, Picture, Point, change
from geboortespel.analysis.working import work
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
    ended = {}
    for seed in range(1, 30):  # whichever ends with and without a birth by the numbers of now
        outcome = game(seed).outcome
        ended.setdefault(outcome is not None and outcome.id == "geboren", seed)
        if len(ended) == 2:
            break
    for born, seed in ended.items():
        found = []
        for _ in range(2):
            chances = Chances.of(game(seed))
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
    once, steps = Chances.of(session), Chances.of(session)
    list(once.sharpen(5, once.curve[:2]))
    for games in (1, 3, 5):
        assert [p.games for p in steps.sharpen(games, steps.curve[:2])] == [games, games]
    assert [p.won for p in once.curve] == [p.won for p in steps.curve]


def test_what_was_done_and_what_was_drawn_are_parted(game: Callable[[int], Session]) -> None:
    session = game(1)
    chances = Chances.of(session)
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


def test_picked_are_the_largest_in_each_direction_and_no_noise(game: Callable[[int], Session]) -> None:
    chances = Chances.of(game(1))
    full, none = (1 << 200) - 1, 0
    wins = (full, none, full, full >> 100, full >> 101, full, full >> 150, full >> 150)
    chances.points = chances.points[: len(wins)]
    for p, won in zip(chances.points, wins, strict=True):
        p.won, p.games = won, 200
    picked = [(chances.points.index(one), chances.points.index(other)) for one, other in tipping.candidates(chances)]
    assert picked == [(0, 1), (1, 2), (5, 6), (4, 5), (2, 3)], "one pair of two hundred is noise, nothing is nothing"


def test_what_is_told_is_sure_and_in_the_order_of_the_game() -> None:
    def step(line: int, gap: float, half: float) -> Change:
        return Change(point(0, 1), Point(line, 1, []), gap, gap - half, gap + half)

    found = [step(9, -0.5, 0.2), step(7, -0.4, 0.2), step(5, 0.1, 0.2), step(3, -0.3, 0.2), step(2, -0.3, 0.2)]
    found += [step(1, -0.3, 0.1), step(8, 0.2, 0.1)]
    assert [s.after.line for s in tipping.select(found)] == [2, 3, 7, 8, 9], "five, one of them up, none unsure"
    assert not tipping.select([step(1, 0.1, 0.2)])


def test_turning_points_are_measured_anew_with_what_would_have_been_better(game: Callable[[int], Session]) -> None:
    """A game that was lost at a known moment: it is found, on other games than those that pointed it out."""
    session = game(2)
    chances = Chances.of(session)
    news = list(work(chances, 8))
    assert chances.tips
    for tip in chances.tips:
        step = tip.change
        assert step.real
        assert step.after.games == 32, "four times as many as pointed it out"
        assert (step.after.line, step.after.drawn) in {(p.line, p.drawn) for p in chances.points}
        if tip.other is not None and tip.did is not None:
            assert tip.other.point.hits > tip.did.point.hits
            assert tip.other.key != tip.did.key
            parent = session.moments.all[session.moments.all[tip.other.line].parent]
            legal = {action.key for action in session.game.legal(parent.state)}
            assert {tip.other.key, tip.did.key} <= legal
    assert any(tip.change.gap < 0 and tip.other is not None for tip in chances.tips)
    copy = Picture()
    for one in news:
        hear(copy, pickle.loads(pickle.dumps(one)))
    assert [(p.line, p.won, p.games) for p in copy.points] == [(p.line, p.won, p.games) for p in chances.points]
    assert copy.done == 1
    assert [tip.change.gap for tip in copy.tips or ()] == [tip.change.gap for tip in chances.tips]


def test_a_process_of_its_own_gives_the_same_and_ends_when_told(game: Callable[[int], Session]) -> None:
    session = game(1)
    course, here = Course.of(session), Chances.of(session)
    here.points = here.points[:1]
    list(here.sharpen(4))
    far, picture = Background(course, 100_000), Picture()
    while picture.games < 4:
        time.sleep(0.05)
        assert far.running, "it has work for an hour"
        for one in far.news():
            hear(picture, one)
    assert picture.points[0].won & 0b1111 == here.points[0].won
    begun = time.monotonic()
    far.stop()
    assert time.monotonic() - begun < 5
    assert not far.running or far.news(), "nothing comes any more"
    assert far._child.returncode is not None
