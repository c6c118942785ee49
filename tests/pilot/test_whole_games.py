"""Whole games of small scenarios at the table, by keyboard alone and by mouse alone; the shipped ones have a test of
their own."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from geboortespel.session.replay import replay
from tests.pilot.driver import (
    SIZES,
    Player,
    app_for,
    at_stage,
    begin,
    keyboard,
    mouse,
    name_of,
    play_on,
    text_of,
    through,
    until,
)

ROOT = Path(__file__).parents[1]
KLEIN = str(ROOT / "scenario" / "klein.yaml")
PROEF = str(ROOT / "lines" / "proef" / "scenario.yaml")


@pytest.mark.parametrize("player", [keyboard, mouse])
@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_game_of_klein(player: Player, size: tuple[int, int]) -> None:
    app = app_for(KLEIN)
    async with app.run_test(size=size) as pilot:
        await begin(pilot, player)
        await play_on(pilot, player)
        assert app.session is not None
        assert app.session.outcome is not None
        if name_of(app) == "SignScreen":
            await player(pilot, random.Random(1))
            await until(pilot, "EndingScreen")


@pytest.mark.parametrize("player", [keyboard, mouse])
@pytest.mark.parametrize("seed", [3, 4])
async def test_a_whole_game_with_everything_in_it(player: Player, seed: int) -> None:
    """News, targets, an event with choices, a threshold, the gate, a vote; the journal replays to the same state."""
    app = app_for(PROEF, seed=seed)
    async with app.run_test(size=SIZES[seed % 3]) as pilot:
        await begin(pilot, player)
        await play_on(pilot, player, seed)
        session = app.session
        assert session is not None
        assert session.path is not None
        end = session.state
        again, course = replay(session.path)
        for _ in course:
            pass
        assert again.state == end


async def test_four_people_hand_over() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=SIZES[0]) as pilot:
        await until(pilot, "BriefingScreen")
        await pilot.press("n")
        await pilot.pause()
        assert "speler 2" in text_of(app)
        await begin(pilot, keyboard)
        await at_stage(pilot, "Een voor een")
        await pilot.press("2")
        for answer, player in zip("35", ("Speler 1 (Proj", "Speler 2 (Jurist)"), strict=True):
            await at_stage(pilot, player, "kijken even")
            await pilot.press(answer)
        await through(pilot)
        assert app.session is not None
        remarks = dict(app.session.remarks)
        assert remarks["vingers"] == {"vingers": [3, 5]}
        assert remarks["spelers"]["verdeling"] == {"projectmanager": 1, "jurist": 2}
        await pilot.press("e", "e")
        await until(pilot, "Moment", "NewsCard")
        assert "Geef het toetsenbord aan speler 2: Jurist" in text_of(app)
