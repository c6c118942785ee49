"""The facilitator's key at the table, by keyboard, on every size: pause, note, what players can't see, a card now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session import facilitating
from geboortespel.session.journal import read_journal
from geboortespel.session.replay import replay
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.settings import Settings
from tests.pilot.driver import SIZES, app_for, begin, idle, keyboard, name_of, text_of, until
from tests.pilot.truth import faults
from tests.shipped import ROOT, Uniform

APART = str(ROOT / "tests/scenario/apart.yaml")


def kept(path: Path, name: str) -> Path:
    """A game on disk in which a move can be made."""
    library = Library()
    reading = read(Path(name) if name == APART else library.find(name), library)
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, 7, path, clock=False)
    while session.view(None).waiting != "zet":
        session.act(session.driver.choose(session.state, Uniform(), session.line))
    session.close()
    return path


async def to_the_table(pilot: Pilot[Any], app: TableApp) -> None:
    """Until a move can be made."""
    await until(pilot, "TableScreen")
    await idle(pilot)


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
async def test_everything_by_keyboard(size: tuple[int, int], own_folder: Path) -> None:
    app = app_for(journal=kept(own_folder / "f.jsonl", APART))
    async with app.run_test(size=size, notifications=True) as pilot:
        await to_the_table(pilot, app)
        session = app.session
        assert session is not None
        before = session.state
        # a pause covers the game
        await pilot.press("f")
        await until(pilot, "Ask")
        assert not faults(app, looks=True)
        await pilot.press("1")
        await until(pilot, "PauseScreen")
        assert "P A U Z E" in text_of(app)
        assert "Vertrouwen" not in text_of(app)
        assert not faults(app, looks=True)
        await pilot.press("enter")
        await until(pilot, "TableScreen")
        # a note
        await pilot.press("f", "2")
        await until(pilot, "NoteScreen")
        assert not faults(app, looks=True)
        await pilot.press(*"Nu wordt het [b]stil[/b]", "enter")
        await until(pilot, "TableScreen")
        # what players can't see, only after a yes
        await pilot.press("f", "3")
        await until(pilot, "Ask")
        assert "overtuiging" not in text_of(app)
        await pilot.press("2")
        await until(pilot, "TableScreen")
        await pilot.press("f", "3")
        await until(pilot, "Ask")
        await pilot.press("1")
        await until(pilot, "Page")
        assert "eigen overtuiging" in text_of(app)
        assert "niet gehoord" in text_of(app)
        assert not faults(app, looks=True)
        await pilot.press("escape")
        await until(pilot, "TableScreen")
        assert session.state == before
        assert [kind for kind, _ in session.remarks][-4:] == ["pauze", "pauze", "notitie", "inkijk"]
        # a card
        await pilot.press("f", "4")
        await until(pilot, "Ask")
        await pilot.press("1")
        await until(pilot, "Ask")
        assert "Gelekt" in text_of(app)
        assert not faults(app, looks=True)
        wanted = [action.what for action in facilitating.cards(session)].index("lek") + 1
        await pilot.press(str(wanted))
        await until(pilot, "NewsCard")
        assert "Gelekt" in text_of(app)
        assert not faults(app, looks=True)
        await pilot.press("enter")
        await until(pilot, "TableScreen")
        await idle(pilot)
        assert "Gelekt" in text_of(app) or size[0] == 80
        assert isinstance(app.screen, TableScreen)
        bodies = read_journal(own_folder / "f.jsonl").bodies
        assert bodies[-1]["soort"] == "ingreep"
        state = session.state
    again, lines = replay(own_folder / "f.jsonl")
    list(lines)
    assert again.state == state


async def test_a_card_asks_its_choice(own_folder: Path) -> None:
    app = app_for(journal=kept(own_folder / "g.jsonl", "graaf-reinald"))
    async with app.run_test(size=(120, 36)) as pilot:
        await to_the_table(pilot, app)
        session = app.session
        assert session is not None
        cards = facilitating.cards(session)
        asking = next(n for n, a in enumerate(cards, 1) if session.board.events[a.what].options)
        await pilot.press("f", "4")
        await until(pilot, "Ask")
        await pilot.press("1")
        await until(pilot, "Ask")
        await pilot.press(*["down"] * (asking - 1), "enter")
        await until(pilot, "NewsCard")
        await pilot.press("enter")
        await until(pilot, "TableScreen", "Scene", "Moment")
        assert session.view(None).waiting == "keuze"


async def test_after_the_end_and_in_the_menu_the_key_does_nothing(own_folder: Path) -> None:
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "MenuScreen")
        await pilot.press("f")
        await pilot.pause()
        assert name_of(app) == "MenuScreen"
        assert not app.screen.query(Input)


async def test_in_the_middle_of_a_scene_it_waits_as_well(own_folder: Path) -> None:
    """The scene is where it was after a pause and a note, and asks the same."""
    app = app_for(APART, journal=own_folder / "s.jsonl")
    app.set(Settings(motion=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, keyboard)
        await until(pilot, "Scene")
        await pilot.press("end")
        await pilot.pause()
        before = text_of(app)
        await pilot.press("f")
        await until(pilot, "Ask")
        assert "Een kaart uit de stapel" not in text_of(app), "not in the middle of something else"
        await pilot.press("1")
        await until(pilot, "PauseScreen")
        await pilot.press("escape")
        await until(pilot, "Scene")
        await pilot.press("f", "2")
        await until(pilot, "NoteScreen")
        await pilot.press(*"veel gelach", "enter")
        await until(pilot, "Scene")
        await pilot.pause()
        assert text_of(app) == before
        assert app.session is not None
        assert [kind for kind, _ in app.session.remarks] == ["spelers", "pauze", "pauze", "notitie"]
