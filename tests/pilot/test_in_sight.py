"""At 80 by 24 it is in sight what a scenario counts, how to get to the other panes, and which key does what."""

from __future__ import annotations

from typing import Any

import pytest
from textual.content import Content

from geboortespel.engine.game import Game
from geboortespel.report.card import Signed
from geboortespel.session.session import Session
from geboortespel.tui import track
from geboortespel.tui.screens.sign import SignScreen
from geboortespel.tui.stage import Stage, answer
from geboortespel.words.voice import Voice
from tests import shipped
from tests.pilot.driver import app_for, text_of, until
from tests.pilot.test_table_manners import table
from tests.pilot.test_why import app_of, planned


@pytest.mark.parametrize("name", ["markermeerdijken", "hwbp", "n201"])
def test_what_only_this_scenario_counts_is_in_sight_at_80_columns(name: str) -> None:
    session = Session(Game(shipped.scenario(name)), 3)
    voice, view = Voice(session.board, "nl"), session.view(None)
    title = track.title(voice, view, 78)
    own = [counter for counter in session.board.scenario.counters if not view.hides(counter)][-1]
    assert f"{voice.titles.counter(own)} {view.value(own)}".lower() in title.plain.lower()
    assert title.cell_length == 78


async def test_where_panes_are_tabs_each_name_has_its_key() -> None:
    app = app_of(planned("eerste-dijk", 3, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await table(pilot)
        assert "z Zetten   k Krachtenveld   p Perspectieven   d Drempels" in text_of(app)
        for key, pane in (("p", "lights"), ("d", "thresholds"), ("k", "map"), ("z", "hand")):
            await pilot.press(key)
            await pilot.pause()
            assert screen.focused is not None
            assert screen.focused.id == pane
        await pilot.resize_terminal(48, 24)
        await pilot.pause()
        assert "Zetten   Krachtenveld   Perspectieven" in text_of(app)


async def test_a_digit_while_a_scene_is_told_brings_the_answers_and_then_chooses() -> None:
    app = app_of(planned("eerste-dijk", 3, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await table(pilot)
        teller, given = screen.course.teller, list[str]()

        async def asked() -> None:
            rows = [answer("een", 1, "Het ene"), answer("twee", 2, "Het andere")]
            given.append(await teller.scene(Stage("Vraag", [Content("Eerst dit."), Content("Dan dat.")], rows, held=1)))

        app.run_worker(asked())
        await until(pilot, "Scene")
        await pilot.press("2")
        await pilot.pause()
        assert given == []
        assert "Het andere" in text_of(app)
        await pilot.press("2")
        await pilot.pause()
        assert given == ["twee"]


async def test_the_briefing_says_how_to_read_and_to_go_back_at_80_columns() -> None:
    app = app_for("eerste-dijk")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "BriefingScreen")
        await pilot.pause()
        assert "s beginnen  tab lezen  esc terug" in text_of(app)
        await pilot.press("tab")
        assert app.focused is not None
        assert app.focused.id == "assignment"


async def test_a_step_deeper_in_the_hand_the_way_back_is_in_the_key_bar() -> None:
    app = app_of(planned("eerste-dijk", 3, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await table(pilot)
        assert screen.step is not None
        await pilot.press(str(1 + next(n for n, item in enumerate(screen.step.stands) if item in screen.step.paths)))
        await pilot.pause()
        assert screen.path
        assert "esc terug" in text_of(app)


async def test_the_card_says_that_enter_signs() -> None:
    app = app_of(planned("eerste-dijk", 3, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        await table(pilot)
        given: list[Any] = []
        app.push_screen(SignScreen(1, Signed()), given.append)
        await until(pilot, "SignScreen")
        assert "enter tekenen  esc overslaan" in text_of(app)
        await pilot.press(*"Dijk", "enter", *"Samen", "enter")
        await pilot.pause()
        assert given == [("Dijk", ["Samen"])]
