"""The debriefing on screen: slides by keyboard and mouse on every size, a clock, notes that are on disk at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from geboortespel.players.beginner import Beginner
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.journal import read_journal
from geboortespel.session.replay import resume
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.screens.debriefing import DebriefingScreen
from geboortespel.tui.screens.lookback import LookBackScreen
from geboortespel.tui.settings import Settings
from tests.pilot.driver import text_of, until
from tests.pilot.truth import faults

MADE: dict[str, bytes] = {}


@pytest.fixture
def journal(own_folder: Path) -> Path:
    """A finished game on disk."""
    path = own_folder / "spel.jsonl"
    if "game" not in MADE:
        library = Library()
        reading = read(library.find("eerste-dijk"), library)
        assert reading.scenario is not None
        session = Session.new(reading.scenario, reading.resolved, 3, path, clock=False)
        while not session.finished:
            session.act(session.driver.choose(session.state, Beginner(), session.line))
        session.close()
        MADE["game"] = path.read_bytes()
    path.write_bytes(MADE["game"])
    return path


def still(language: str = "nl", **wish: Any) -> TableApp:
    return TableApp(Wish(**wish), language, Settings(motion=False))


def here(pilot: Pilot[Any]) -> DebriefingScreen:
    screen = pilot.app.screen
    assert isinstance(screen, DebriefingScreen)
    return screen


async def test_every_slide_fits_the_smallest_screen(journal: Path) -> None:
    app = still(journal=journal, debriefing=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, "DebriefingScreen")
        screen, seen = here(pilot), 0
        steps = screen.guide.steps
        while screen.step is not None:
            said = text_of(app)
            assert not faults(app, looks=True), said
            wanted = screen.question.text if screen.question is not None else screen.step.title
            assert wanted.split()[0] in said
            assert steps[screen._at].title in said
            seen += 1
            await pilot.press("right")
            await pilot.pause()
        assert seen == sum(len(step.questions) + 1 for step in steps)
        assert not faults(app, looks=True)
        await pilot.press("right")
        assert screen.step is None
        await pilot.press("left")
        assert (screen._at, screen._of) == (5, len(steps[5].questions) - 1)
        await pilot.press("1", "left")
        assert (screen._at, screen._of) == (0, -1)


@pytest.mark.parametrize(("size", "language"), [((120, 36), "en"), ((200, 60), "nl")])
async def test_on_a_larger_screen_there_is_air_and_on_the_largest_the_question_is_large(
    size: tuple[int, int], language: str, journal: Path
) -> None:
    app = still(language, journal=journal, debriefing=True)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, "DebriefingScreen")
        screen = here(pilot)
        for step in screen.guide.steps:
            await pilot.press(str(step.number))
            await pilot.pause()
            assert step.title in text_of(app)
            assert not faults(app, looks=True)
            await pilot.press("right")
            await pilot.pause()
            drawn = screen._large(step.questions[0].text)
            assert bool(drawn) == (size == (200, 60))
            assert (drawn[0].rstrip() if drawn else step.questions[0].text.split()[0]) in text_of(app)
            assert not faults(app, looks=True)


async def test_a_note_is_on_disk_before_it_is_on_the_slide(journal: Path) -> None:
    app = still(journal=journal, debriefing=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, "DebriefingScreen")
        await pilot.press("4", "right", "n")
        await until(pilot, "NoteScreen")
        assert not faults(app, looks=True)
        await pilot.press(*"De [b]beheerder[/b]", "enter")
        await until(pilot, "DebriefingScreen")
        assert "De [b]beheerder[/b]" in text_of(app)
        last = read_journal(journal).bodies[-1]
        asked = here(pilot).question
        assert asked is not None
        assert (last["wat"], last["gegevens"]) == (
            "nabespreking",
            {"stap": "werk", "vraag": asked.id, "tekst": "De [b]beheerder[/b]"},
        )
        await pilot.press("n")
        await until(pilot, "NoteScreen")
        await pilot.press("escape")
        await until(pilot, "DebriefingScreen")
        assert read_journal(journal).bodies[-1] == last
        for _ in range(60):
            await pilot.press("right")
        assert "beheerder" in text_of(app)
        title, text = here(pilot).as_text()
        assert "beheerder" in text
        assert title.startswith("Nabespreken")
        await pilot.press("escape")
        await until(pilot, "MenuScreen")
    session, _ = resume(journal)
    session.close()


async def test_the_clock(journal: Path) -> None:
    session, _ = resume(journal)
    now = [0.0]
    app = still()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "MenuScreen")
        await app.push_screen(DebriefingScreen(session, clock=lambda: now[0]))
        await until(pilot, "DebriefingScreen")
        assert "5 minuten voor deze stap" in text_of(app)
        await pilot.press("t")
        now[0] += 65
        here(pilot)._tick()
        await pilot.pause()
        assert "3:55" in text_of(app)
        await pilot.press("t", "plus")
        await pilot.pause()
        assert "4:55" in text_of(app)
        assert "staat stil" in text_of(app)
        await pilot.press("t")
        now[0] += 400
        here(pilot)._tick()
        await pilot.pause()
        assert "De tijd van deze stap is om" in text_of(app)
        await pilot.press("2")
        await pilot.pause()
        assert "10:00" in text_of(app)
    session.close()


async def test_from_the_look_back_and_by_mouse(journal: Path) -> None:
    session, _ = resume(journal)
    app = still()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "MenuScreen")
        await app.push_screen(LookBackScreen(session))
        await until(pilot, "LookBackScreen")
        await pilot.press("d")
        await until(pilot, "DebriefingScreen")
        await pilot.click(offset=(60, 12))
        assert here(pilot)._of == 0
        await pilot.click(offset=(10, 12))
        assert here(pilot)._of == -1
        await pilot.press("escape")
        await until(pilot, "LookBackScreen")
    session.close()


async def test_a_journal_that_is_held_is_read_and_says_that_notes_are_not_kept(journal: Path) -> None:
    holder, _ = resume(journal)
    before = journal.read_bytes()
    app = still(journal=journal, debriefing=True)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, "DebriefingScreen")
        assert here(pilot).kept is False
        await pilot.press("n")
        await until(pilot, "NoteScreen")
        await pilot.press(*"toch", "enter")
        await until(pilot, "DebriefingScreen")
        assert any("bewaar de tekst" in notice.message for notice in app._notifications)
    assert journal.read_bytes() == before
    holder.close()


async def test_what_is_no_journal_is_told(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = still(journal=own_folder / "niets.jsonl", debriefing=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Page")
        assert "Dat lukt niet" in text_of(app)
