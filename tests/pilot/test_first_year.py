"""At the table: from the ending of a birth to its first year, and that year's own ending."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from geboortespel.players.registry import by_name
from geboortespel.scenario.model import FirstYear
from geboortespel.scenario.reader import read
from geboortespel.session.firstyear import begin_year
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.screens.ending import EndingScreen
from geboortespel.tui.story import Story
from geboortespel.words.voice import Voice
from tests.pilot.driver import text_of, until
from tests.shipped import ROOT


def _played(session: Session) -> Session:
    while not session.finished:
        session.act(session.driver.choose(session.state, by_name("planner"), session.line))
    return session


@pytest.fixture(scope="module")
def born() -> Session:
    """The first game of the first dike that ends in a birth, named."""
    reading = read(ROOT / "scenarios" / "eerste-dijk" / "scenario.yaml")
    assert reading.scenario is not None
    for seed in range(20):
        session = _played(Session.new(reading.scenario, reading.resolved, seed, None))
        if session.outcome is not None and session.outcome.kind == "geboren":
            session.remark("kaartje", {"naam": "Samen sterk", "zinnen": []})
            return session
    raise AssertionError


def _ending(session: Session, language: str) -> EndingScreen:
    voice = Voice(session.board, language)
    return EndingScreen(session, voice, Story(session, voice), SimpleNamespace(count=1))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_key_leads_from_the_birth_to_its_year(born: Session, size: tuple[int, int]) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=size) as pilot:
        await until(pilot, "MenuScreen")
        await app.push_screen(_ending(born, "nl"))
        await until(pilot, "EndingScreen")
        await pilot.press("j")
        for _ in range(200):
            await pilot.pause(0.02)
            if app.session is not None and "Waar gaan jullie zitten" in text_of(app):
                break
        assert app.session is not None
        assert isinstance(app.session.board.scenario, FirstYear)
        assert "Waar gaan jullie zitten" in text_of(app)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_year_ends_with_its_account(born: Session, language: str) -> None:
    year = _played(begin_year(born, None))
    app = TableApp(Wish(), language)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "MenuScreen")
        ending = _ending(year, language)
        await app.push_screen(ending)
        await until(pilot, "EndingScreen")
        await pilot.pause()
        shown = text_of(app)
        assert ("Tweede Apgar" if language == "nl" else "Second Apgar") in shown
        assert "140" in shown
        assert ending.check_action("sign", ()) is False
        assert ending.check_action("first_year", ()) is False
        await pilot.press("k")
        await until(pilot, "CardScreen")
        assert ("HET EERSTE JAAR" if language == "nl" else "THE FIRST YEAR") in text_of(app)


async def test_the_assignment_tells_what_the_work_is_expected_to_cost(born: Session) -> None:
    year = begin_year(born, None)
    while year.view(None).waiting != "zet":
        year.act(year.view(None).legal[0])
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "MenuScreen")
        app.play(year, resumed=True)
        await until(pilot, "TableScreen")
        await pilot.press("b")
        await until(pilot, "Page")
        assert "Het werk gaat naar verwachting" in text_of(app)
