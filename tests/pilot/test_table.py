"""What the table shows and does around a move."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from geboortespel.scenario.reader import read
from geboortespel.session.session import Session
from geboortespel.session.store import games_folder
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.widgets.rows import Rows
from tests.pilot.driver import SIZES, app_for, begin, idle, keyboard, name_of, text_of, until
from tests.pilot.test_whole_games import KLEIN, PROEF


async def seated(pilot: Pilot[Any]) -> TableScreen:
    """At the table of the small scenario with everything in it, after what comes before the first move."""
    await begin(pilot, keyboard)
    for _ in range(10):
        await idle(pilot)
        if isinstance(pilot.app.screen, TableScreen):
            return pilot.app.screen
        await pilot.press("enter" if name_of(pilot.app) in ("Moment", "NewsCard") else "escape")
    raise AssertionError("not seated")


@pytest.mark.parametrize("size", SIZES)
async def test_lights_are_never_by_colour_alone(size: tuple[int, int]) -> None:
    app = app_for(PROEF)
    async with app.run_test(size=size) as pilot:
        await seated(pilot)
        await pilot.press("p")
        await pilot.pause()
        lines = text_of(app).splitlines()
        light = next(line for line in lines if "Kader " in line and "35" in line)
        assert "○" in light
        assert "│" in light  # the bound of green, not reached
        assert "rood" in light or size == SIZES[1]  # a mark, a meter and a number; the word where there is room


async def test_why_adds_up_and_hides_what_is_hidden() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(120, 36)) as pilot:
        await seated(pilot)
        await pilot.press("k", "w")
        await until(pilot, "WhyPage")
        assert "Wat hier echt leeft, blijkt pas als iemand gaat luisteren." in text_of(app)
        await pilot.press("escape")
        await pilot.press("z", "1")
        await idle(pilot)
        await pilot.press("k", "w")
        await until(pilot, "WhyPage")
        shown = text_of(app)
        assert "zoals het nu staat" in shown
        assert app.session is not None
        causes = app.session.causes("steun.dijkgraaf")
        assert causes.start is not None
        assert causes.start + sum(entry.delta for entry in causes.entries) == causes.value


async def test_undo_takes_back_what_was_not_drawn_or_heard() -> None:
    app = app_for(PROEF)
    async with app.run_test(notifications=True, size=(120, 36)) as pilot:
        screen = await seated(pilot)
        assert app.session is not None
        before = list(app.session.state)
        row = next(item for item in screen.query_one("#hand", Rows).items.values() if "agenderen" in item.row.plain)
        screen.query_one("#hand", Rows).choose(row.id)
        await pilot.pause()
        await idle(pilot)
        assert list(app.session.state) != before
        assert "▲15" in text_of(app)
        await pilot.press("u")
        await pilot.pause()
        assert list(app.session.state) == before
        assert "Teruggenomen" in text_of(app)


async def test_a_killed_screen_shows_the_same_table_again() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(120, 36)) as pilot:
        await seated(pilot)
        await pilot.press("6")
        await idle(pilot)
        assert app.session is not None
        path = app.session.path
        app.screen.deltas.clear()  # type: ignore[attr-defined]
        app.screen.refresh_board()  # type: ignore[attr-defined]
        await pilot.pause()
        shown = text_of(app)
        app.session.close()
    assert path is not None
    again = app_for(journal=path)
    async with again.run_test(size=(120, 36)) as pilot:
        await until(pilot, "TableScreen")
        await idle(pilot)
        assert text_of(again) == shown


async def test_leaving_keeps_the_game_and_says_so(own_folder: Path) -> None:
    app = app_for(PROEF)
    async with app.run_test(notifications=True, size=(80, 24)) as pilot:
        await seated(pilot)
        await pilot.press("q")
        await until(pilot, "MenuScreen")
        await pilot.pause()
        assert "Het spel is bewaard" in text_of(app)
        await pilot.press("down", "enter")
        await until(pilot, "SavedScreen")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "De proefdijk" in text_of(app)
        await pilot.press("enter")
        await until(pilot, "TableScreen")
        await idle(pilot)
        await pilot.press("ctrl+q")
    assert app.last_words[1].startswith("  geboortespel speel --journaal")


async def test_author_text_is_content(tmp_path: Path) -> None:
    """Brackets, escapes and control characters are shown, and do nothing."""
    text = Path(KLEIN).read_text(encoding="utf-8")
    text = text.replace("titel: Luisteren", 'titel: "[bold]Lu\\e[31mis[/] [@click=app.leave]x[/]"')
    text = text.replace("titel: Klein begin", 'titel: "Klein [b]\\u202ebegin"')
    path = tmp_path / "s.yaml"
    path.write_text(text, encoding="utf-8")
    app = app_for(str(path))
    async with app.run_test(size=(200, 60)) as pilot:
        await begin(pilot, keyboard)
        await idle(pilot)
        shown = text_of(app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[bold]Lu␛[31mis[/] [@click=app.leave]x[/]" in shown
        assert "Klein [b]\ufffdbegin" in shown
        await pilot.click("#hand", offset=(30, 0))
        await idle(pilot)
        assert app.is_running
        assert app.session is not None
        assert app.session.line == 1


async def test_english_has_no_dutch_of_the_game_itself() -> None:
    app = app_for(KLEIN, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, keyboard)
        await idle(pilot)
        shown = text_of(app)
        assert "What happened" in shown
        assert "why?" in shown


async def test_settings_last(own_folder: Path) -> None:
    from geboortespel.tui import settings

    app = TableApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "up", "enter")
        await until(pilot, "SettingsScreen")
        await pilot.press("enter")
        await pilot.pause()
        assert "Language" in text_of(app)
        await pilot.press("down", "enter", "escape")
        await until(pilot, "MenuScreen")
        await pilot.pause()
        assert "New game" in text_of(app)
    saved = settings.load()
    assert saved.language == "en"
    assert saved.theme == "licht"


@pytest.mark.parametrize("screen", ["menu", "table"])
async def test_help_names_every_key_of_the_registry(screen: str) -> None:
    from geboortespel.tui.actions import acts

    app = app_for(PROEF) if screen == "table" else TableApp()
    async with app.run_test(size=(120, 60)) as pilot:
        if screen == "table":
            await seated(pilot)
        await pilot.press("f1")
        await until(pilot, "Page")
        shown = " ".join(text_of(app).split())
        for act in acts(screen):
            about = " ".join(app.tr(act.about).split()[:3])
            assert about in shown


async def waited(pilot: Pilot[Any], words: str) -> None:
    """Wait until these words are on screen."""
    for _ in range(200):
        if words in text_of(pilot.app):
            return
        await pilot.pause(0.02)
    raise AssertionError(f"waited for {words!r}, on screen is:\n{text_of(pilot.app)}")


async def test_a_game_that_ended_is_found_in_the_menu_to_look_back_on(own_folder: Path) -> None:
    """Games to go on with stand first; where nothing is kept nothing can be chosen."""
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "MenuScreen")
        await pilot.press("down", "enter")
        await until(pilot, "SavedScreen")
        await waited(pilot, "Begin er een in het menu")
        assert "enter kiezen" not in text_of(app)
    reading = read(Path(PROEF))
    assert reading.scenario is not None
    games_folder().mkdir(parents=True, exist_ok=True)
    for seed, name in ((3, "uit"), (4, "aan")):
        session = Session.new(reading.scenario, reading.resolved, seed, games_folder() / f"{name}.jsonl")
        while not session.finished and name == "uit":
            session.act(session.game.legal(session.state)[-1])
        session.close()
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "MenuScreen")
        await pilot.press("down", "enter")
        await until(pilot, "SavedScreen")
        await waited(pilot, "Afgelopen · ")
        rows = [item.row.plain for item in app.screen.query_one(Rows).items.values()]
        assert rows[1] == "Afgelopen"
        assert "enter kiezen" in text_of(app)
        assert len(rows) == 3
        await pilot.press("down", "enter")
        await until(pilot, "EndingScreen")
        assert not any("verder waar" in note.message for note in app._notifications)
        await pilot.press("t")
        await until(pilot, "LookBackScreen")
