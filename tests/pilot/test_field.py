"""The krachtenveld on the screen: by arrows, by mouse, at three sizes, with the screen resized in between."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from geboortespel.session.session import Session
from geboortespel.tui import chart
from geboortespel.tui.app import TableApp
from geboortespel.tui.field import TOKEN
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.widgets.fieldmap import FieldMap
from geboortespel.tui.widgets.rows import Rows
from tests.pilot.driver import SIZES, app_for, idle, text_of, until
from tests.pilot.test_table import seated
from tests.pilot.test_whole_games import PROEF
from tests.shipped import game, scenario


def graaf() -> TableApp:
    """The table of a shipped scenario, as far as its first moves: going on with a game that was begun."""
    session = Session(game("graaf-reinald"), 7, people=tuple(scenario("graaf-reinald").believers))
    while session.view(None).waiting != "zet":
        asked = session.view(None).private or None
        session.act(session.view(asked).legal[0])
    session.remark("vingers", {"vingers": [3]})
    return TableApp(session=session, resumed=True)


async def on_table(pilot: Pilot[Any]) -> TableScreen:
    await until(pilot, "TableScreen")
    await idle(pilot)
    assert isinstance(pilot.app.screen, TableScreen)
    return pilot.app.screen


def the_map(pilot: Pilot[Any]) -> FieldMap:
    return pilot.app.screen.query_one(FieldMap)


async def click_token(pilot: Pilot[Any], actor: str) -> None:
    """Click on somebody where they are drawn."""
    shown = the_map(pilot)
    assert shown.field is not None
    token = shown.field.tokens[actor]
    left, top = shown.content_region.offset
    x, y = left + chart.LEFT + token.x + TOKEN // 2, top + chart.TOP + token.y
    assert await pilot.click(offset=(x, y))
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_arrows_go_round_and_enter_shows_somebody_from_nearby(size: tuple[int, int]) -> None:
    app = app_for(PROEF)
    async with app.run_test(size=size) as pilot:
        screen = await seated(pilot)
        await pilot.press("k")
        await pilot.pause()
        shown = the_map(pilot)
        assert screen.focused is shown
        seen = {shown.cursor}
        for key in ("home", *("down", "left", "right", "up", "right", "down", "left") * 2):
            await pilot.press(key)
            await pilot.pause()
            seen.add(shown.cursor)
            detail = screen.voice.titles.actor(shown.cursor)
            assert detail in text_of(app)
        assert len(seen) > 1
        actor = shown.cursor
        await pilot.press("enter")
        await until(pilot, "Closer")
        page = text_of(app)
        assert screen.voice.titles.actor(actor) in page
        assert "Macht" in page
        assert "Steun" in page
        await pilot.press("escape")
        await until(pilot, "TableScreen")
        assert screen.focused is shown


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_points_and_a_second_one_opens(size: tuple[int, int]) -> None:
    app = app_for(PROEF)
    async with app.run_test(size=size) as pilot:
        screen = await seated(pilot)
        await pilot.press("k")
        await pilot.pause()
        shown = the_map(pilot)
        assert shown.field is not None
        other = next(actor for actor in shown.field.tokens if actor != shown.cursor)
        await click_token(pilot, other)
        assert shown.cursor == other
        assert isinstance(app.screen, TableScreen)
        await pilot.resize_terminal(*SIZES[(SIZES.index(size) + 1) % 3])
        await pilot.pause()
        await pilot.press("k") if not shown.region else None
        await pilot.pause()
        assert the_map(pilot).cursor == other
        await click_token(pilot, other)
        await until(pilot, "Closer")
        assert screen.voice.titles.actor(other) in text_of(app)


@pytest.mark.parametrize("size", SIZES[1:])
async def test_somebody_on_the_map_answers_whom(size: tuple[int, int]) -> None:
    """While the hand asks to whom, a click on the map is the answer, as a row of the hand is."""
    app = graaf()
    async with app.run_test(size=size) as pilot:
        screen = await on_table(pilot)
        await pilot.press("1")
        await pilot.pause()
        step = screen.step
        assert step is not None
        asked = [actor for item in step.items if (actor := step.actor_of(item.id))]
        if len(asked) < 2:
            pytest.skip("only one to listen to")
        assert app.session is not None
        before = app.session.line
        await click_token(pilot, asked[-1])
        await idle(pilot)
        acts = app.session.moments.acts(app.session.line)
        assert app.session.line > before
        assert acts[-1].target == asked[-1] or any(act.target == asked[-1] for act in acts)


async def test_k_turns_the_map_into_a_list_and_back() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=SIZES[0]) as pilot:
        screen = await seated(pilot)
        await pilot.press("k", "k")
        await pilot.pause()
        people = screen.query_one("#people", Rows)
        assert screen.focused is people
        assert "Rond de tafel" in text_of(app)
        await pilot.press("k")
        await pilot.pause()
        assert screen.focused is screen.query_one(FieldMap)


async def test_the_cursor_in_the_hand_points_at_people() -> None:
    app = graaf()
    async with app.run_test(size=SIZES[1]) as pilot:
        screen = await on_table(pilot)
        await pilot.press("1")
        await pilot.pause()
        rows, step = screen.query_one("#hand", Rows), screen.step
        assert step is not None
        for _ in range(3):
            assert rows.current is not None
            actor = step.actor_of(rows.current.id)
            if actor:
                assert the_map(pilot).cursor == actor
            await pilot.press("down")
            await pilot.pause()


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (100, 24), (159, 40), (300, 90)])
async def test_no_size_breaks_the_table(size: tuple[int, int]) -> None:
    app = graaf()
    async with app.run_test(size=SIZES[1]) as pilot:
        await on_table(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        for key in ("k", "p", "d", "z"):
            await pilot.press(key)
            await pilot.pause()
            lines = text_of(app).splitlines()
            assert max(map(len, lines)) <= size[0]
        assert "Luisteren" in text_of(app)
