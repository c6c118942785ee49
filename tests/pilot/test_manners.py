"""Copying and saving, help for what has the focus, and everything by mouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandList
from textual.pilot import Pilot

from geboortespel.session.store import games_folder
from geboortespel.tui.actions import acts
from geboortespel.tui.app import TableApp
from geboortespel.tui.help import FOCUS
from geboortespel.tui.screens.table import TableScreen
from tests.pilot.driver import app_for, begin, click_text, idle, keyboard, name_of, text_of, until
from tests.pilot.test_whole_games import PROEF


async def seated(pilot: Pilot[Any]) -> TableScreen:
    """At the table, after what comes before the first move."""
    await begin(pilot, keyboard)
    for _ in range(20):
        await idle(pilot)
        if isinstance(pilot.app.screen, TableScreen):
            return pilot.app.screen
        await pilot.press("enter" if name_of(pilot.app) in ("Moment", "NewsCard", "Scene") else "escape")
    raise AssertionError("not seated")


def texts() -> list[Path]:
    return sorted((games_folder().parent / "teksten").glob("*.txt"))


async def test_a_page_is_copied_and_saved_and_the_toast_is_true() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await seated(pilot)
        await pilot.press("l", "c")
        await pilot.pause()
        (path,) = texts()
        assert app.clipboard == path.read_text(encoding="utf-8")
        assert "Logboek" in app.clipboard
        assert str(path.name) in text_of(app)
        await pilot.press("o")
        await pilot.pause()
        assert len(texts()) == 2
        assert texts()[1].read_text(encoding="utf-8") == app.clipboard


async def test_what_can_not_be_saved_is_said(own_folder: Path) -> None:
    (own_folder / "teksten").write_text("no folder")
    app = TableApp()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("o")
        await pilot.pause()
        shown = text_of(app)
        assert "teksten" in shown
        assert "Bewaard als" not in shown


@pytest.mark.parametrize("pane", ["hand", "lights", "field"])
async def test_help_begins_with_what_has_the_focus(pane: str) -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(120, 60)) as pilot:
        screen = await seated(pilot)
        screen.action_pane(pane)
        await pilot.pause()
        assert screen.focused is not None
        about = FOCUS[screen.focused.id or ""]
        await pilot.press("f1")
        await until(pilot, "Page")
        shown = " ".join(text_of(app).split())
        assert " ".join(app.tr(about).split()[:4]) in shown


async def test_what_is_not_in_the_bar_is_reached_by_mouse() -> None:
    """What does not fit in the bar is in the palette, and the palette is opened and chosen from by clicks."""
    app = app_for(PROEF)
    async with app.run_test(size=(80, 24)) as pilot:
        await seated(pilot)
        await click_text(pilot, "KeyBar", "alles")
        await pilot.pause(0.3)
        listed = app.screen.query_one(CommandList)
        named = " ".join(str(option.prompt) for option in listed.options)
        usable = [act for act in acts("table") if app.screen_stack[-2].check_action(act.name, ()) is True]
        assert all(f"{app.tr(act.label)} (" in named for act in usable if act.name not in ("command_palette", "close"))
        await pilot.click(listed, offset=(5, 1))
        await until(pilot, "WhyPage")
        await click_text(pilot, "KeyBar", "ander getal")
        await until(pilot, "Which")
        await click_text(pilot, "KeyBar", "terug")
        await until(pilot, "TableScreen")


async def test_help_and_the_palette_work_on_a_card_too() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(120, 36)) as pilot:
        await seated(pilot)
        await pilot.press("l", "f1")
        await pilot.pause()
        assert "Hulp" in text_of(app)
        await pilot.press("escape", "ctrl+p")
        await until(pilot, "CommandPalette")
