"""The cursor stays in sight, also among more answers than a screen holds."""

from __future__ import annotations

import pytest

from geboortespel.players.planner import Planner
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.settings import Settings
from geboortespel.tui.widgets.rows import Rows
from tests.pilot.driver import SIZES, text_of
from tests.pilot.hands import Keyboard, in_sight
from tests.shipped import game


def before_the_vote() -> Session:
    """A game in which one last sentence may be said."""
    planner, session = Planner(), Session(game("eerste-dijk"), 4)
    while session.view(None).waiting != "slotzin":
        seat = session.view(None).private or session.view(None).to_act[0]
        session.act(session.driver.choose(session.state, planner, session.line, seat or None))
    return session


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_cursor_among_many_answers(size: tuple[int, int]) -> None:
    app = TableApp(None, "nl", Settings(motion=False), session=before_the_vote(), resumed=True)
    async with app.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        await keys.door.rest()
        await keys.press("1")
        assert isinstance(app.screen, Scene)
        rows = app.screen.query_one(Rows)
        assert "Wat zeg je?" in text_of(app)
        for n in range(rows.option_count):
            assert rows.highlighted == n
            assert in_sight(rows, n) is not None, n
            await keys.press("down")
        assert rows.highlighted == 0
        await keys.door.rest()
        assert "Wat zeg je?" in text_of(app)
