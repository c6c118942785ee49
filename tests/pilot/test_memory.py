"""Nothing of a game stays behind once it was left for the menu."""

from __future__ import annotations

import gc
from collections import Counter

from geboortespel.tui.opening import brief
from tests.pilot.driver import app_for, begin, keyboard, play_on, until
from tests.pilot.test_whole_games import KLEIN


async def test_games_that_were_left_are_let_go_of() -> None:
    """After three games no screen is left, and no more than the last game (which a message may still hold)."""
    before = there_are()
    app = app_for(KLEIN)
    async with app.run_test(size=(120, 36)) as pilot:
        for game in range(3):
            if game:
                brief(app, KLEIN)
            await begin(pilot, keyboard)
            await play_on(pilot, keyboard, rounds=2)
            app.to_menu()
            await until(pilot, "MenuScreen")
            await pilot.pause(0.2)
        for _ in range(40):  # timers still under way hold a game for a moment, longer on a busy machine
            if not stayed(before):
                break
            await pilot.pause(0.25)
        assert not stayed(before)


def stayed(before: Counter[str]) -> dict[str, int]:
    """What is there of which nothing should be, and how many."""
    most = before + Counter(Session=1)
    left = there_are()
    return {name: left[name] for name in ("Session", "TableScreen", "Course", "Scene") if left[name] > most[name]}


def there_are() -> Counter[str]:
    """How many things of each class there are; earlier tests may have left some."""
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())
