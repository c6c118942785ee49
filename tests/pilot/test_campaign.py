"""The campaign on the table: from the menu along the road, a game and back, by keyboard and by mouse, at every size."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from geboortespel.players.registry import by_name
from geboortespel.scenario.inheritance import inheritance
from geboortespel.session.campaign import Ended, Road, Stop, campaign_path, load, write
from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.screens.road import ENDING, RoadScreen
from geboortespel.tui.settings import Settings
from geboortespel.tui.widgets.rows import Rows
from tests.pilot.driver import SIZES, name_of, text_of, until
from tests.pilot.looks import cut_words, faint, hidden

KINDS = ("geboren", "niet", "ontwerp", "vroeg", "wijs")


def _kept() -> Road:
    """The campaign on disk."""
    found = inheritance()
    assert found is not None
    road = load(found)
    assert road is not None
    return road


def _half_way(all_of_it: bool = False) -> Road:
    """A campaign with endings of every sort and one that was skipped."""
    found = inheritance()
    assert found is not None
    names = [one.id for one in found.road()]
    stops = {
        name: Stop(Ended(f"{name}.jsonl", KINDS[n % 5], "Zo ging het", "De Warme Hand" if n % 5 != 1 else ""))
        for n, name in enumerate(names if all_of_it else names[:5])
    }
    stops[names[5]] = Stop(skipped=True)
    write(campaign_path(), 3, stops)
    return _kept()


async def _settled(pilot: Pilot[Any]) -> None:
    for _ in range(300):
        await pilot.pause()
        if all(worker.is_finished for worker in pilot.app.workers):
            break
        await pilot.pause(0.01)
    await pilot.pause()


async def _road(pilot: Pilot[Any]) -> RoadScreen:
    """From the menu to the road."""
    await pilot.press("home", "down", "down", "enter")
    await until(pilot, "RoadScreen")
    await _settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, RoadScreen)
    return screen


def _cursor(screen: RoadScreen) -> str:
    item = screen.query_one("#found", Rows).current
    return item.id if item is not None else ""


async def test_a_game_by_keyboard_and_back_on_the_road(own_folder: Path) -> None:
    app = TableApp(Wish(), "nl", Settings(motion=False))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await _road(pilot)
        assert "Het is begin jaren negentig." in text_of(app)
        assert not campaign_path().exists()
        await pilot.press("enter")
        assert _cursor(screen) == "bp-noordzee"
        await pilot.press("s")
        await _settled(pilot)
        assert (_cursor(screen), _kept().kind("bp-noordzee")) == ("waardse", "geboren")
        assert "Het platform dat er staat" in text_of(app)
        await pilot.press("enter")
        await until(pilot, "BriefingScreen")
        await pilot.press("s")
        await until(pilot, "Scene", "TableScreen")
        session = app.session
        assert session is not None
        assert _kept().going_on("waardse") == session.path
        while not session.finished:
            session.act(session.driver.choose(session.state, by_name("willekeurig"), session.line))
        app.to_menu()
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        assert _kept().stop("waardse").ended is not None
        assert _cursor(screen) == "channel-deepening"
        await pilot.press("escape")
        assert name_of(app) == "MenuScreen"


async def test_a_game_that_was_left_is_gone_on_with(own_folder: Path) -> None:
    app = TableApp(Wish(campaign="*"), "nl", Settings(motion=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, "BriefingScreen")
        await pilot.press("escape")
        await until(pilot, "RoadScreen")
        assert not campaign_path().exists()
        await pilot.press("enter")
        await until(pilot, "BriefingScreen")
        await pilot.press("s")
        await until(pilot, "Scene", "TableScreen")
        path = app.session.path if app.session is not None else None
        app.to_menu()
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        assert "begonnen" in text_of(app)
        await pilot.press("enter")
        await until(pilot, "Scene", "TableScreen")
        assert app.session is not None
        assert app.session.path == path


async def test_by_mouse(own_folder: Path) -> None:
    _half_way()
    app = TableApp(Wish(campaign="*"), "nl", Settings(motion=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        screen = app.screen
        assert isinstance(screen, RoadScreen)
        now = _cursor(screen)
        rows = screen.query_one("#found", Rows)
        place, lines = rows.place_of(rows.get_option_index(now))
        await pilot.click("#found", offset=(6, place))
        await until(pilot, "BriefingScreen")
        await pilot.press("escape")
        await until(pilot, "RoadScreen")
        await pilot.click("#found", offset=(6, place + lines))
        await pilot.pause()
        assert name_of(app) == "RoadScreen"
        assert _cursor(screen) != now


async def test_anew_is_asked_twice_and_keeps_the_old_one(own_folder: Path) -> None:
    _half_way()
    app = TableApp(Wish(campaign="*"), "nl", Settings(motion=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        await pilot.press("b", "down", "b")
        assert _kept().begun
        await pilot.press("b")
        await _settled(pilot)
        assert not _kept().begun
        assert campaign_path().with_name("campagne-1.json").exists()


async def test_a_file_that_is_no_campaign(own_folder: Path) -> None:
    campaign_path().parent.mkdir(parents=True, exist_ok=True)
    campaign_path().write_text("{", "utf-8")
    app = TableApp(Wish(campaign="*"), "nl", Settings(motion=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        assert "geen campagne" in text_of(app)
        await pilot.press("b", "b")
        await _settled(pilot)
        assert "Hoe het begon" in text_of(app)
        assert campaign_path().with_name("campagne-1.json").read_text("utf-8") == "{"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_it_can_be_read_at_every_size(size: tuple[int, int], language: str, own_folder: Path) -> None:
    _half_way()
    app = TableApp(
        Wish(campaign="*"), language, Settings(motion=False, theme="licht" if language == "en" else "donker")
    )
    wrong: list[str] = []
    async with app.run_test(size=size) as pilot:
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        screen = app.screen
        assert isinstance(screen, RoadScreen)
        for key in ("", "home", "down", "end"):
            await pilot.press(*([key] if key else []))
            await _settled(pilot)
            wrong += faint(app, 4.5) + cut_words(app, language) + list(hidden(app))
        _half_way(all_of_it=True)
        app.push_screen(RoadScreen())
        await _settled(pilot)
        assert isinstance(app.screen, RoadScreen)
        assert _cursor(app.screen) == ENDING
        assert "What became of it" in text_of(app) or "Wat ervan werd" in text_of(app)
        await pilot.press("enter")
        await until(pilot, "Page")
        wrong += faint(app, 4.5) + cut_words(app, language) + list(hidden(app))
    assert not wrong


async def test_without_colour_and_in_ascii(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every state has a word beside its mark."""
    monkeypatch.setenv("NO_COLOR", "1")
    _half_way()
    app = TableApp(Wish(campaign="*", ascii=True), "nl", Settings(motion=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "RoadScreen")
        await _settled(pilot)
        text = text_of(app)
        for word in ("geboren", "niet geboren", "te vroeg", "anders", "zoals toen", "nu"):
            assert word in text, word
