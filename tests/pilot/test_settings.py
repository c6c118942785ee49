"""Settings: they last, work at once and everywhere, and a file that makes no sense is no trouble."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geboortespel.session.store import settings_path
from geboortespel.tui import settings
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.settings import SETTINGS
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.settings import Settings
from tests.pilot.driver import app_for, begin, idle, keyboard, name_of, text_of, until
from tests.pilot.test_whole_games import PROEF

ODD = Settings("en", "licht", True, True, True, False, False, "nooit")


def test_what_is_saved_is_read_back() -> None:
    assert settings.read() == (Settings(), False)
    assert settings.save(ODD)
    assert settings.read() == (ODD, False)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"theme": "paars"}',
        b'{"motion": "ja"}',
        b'{"undo": []}',
        pytest.param(b"[" * 5000, id="deep"),
    ],
)
async def test_a_broken_file_gives_defaults_and_a_notice(content: bytes) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_bytes(content)
    assert settings.read() == (Settings(), True)
    app = TableApp(unread=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "begin." in text_of(app)


def test_what_can_be_read_is_used_though_the_rest_can_not() -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(json.dumps({"language": "en", "theme": 3, "later": True}))
    assert settings.read() == (Settings(language="en"), True)
    settings_path().write_text(json.dumps({"theme": "contrast", "hints": False}))
    assert settings.read() == (Settings(contrast=True, hints=False), False)


def test_a_folder_in_its_place_is_no_trouble() -> None:
    settings_path().mkdir(parents=True)
    assert settings.read() == (Settings(), True)
    assert not settings.save(ODD)


async def test_every_setting_is_there_with_all_its_values() -> None:
    app = TableApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f2")
        await until(pilot, "SettingsScreen")
        seen = []
        for choice in SETTINGS:
            for _ in choice.values:
                await pilot.press("right")
                seen.append(getattr(app.settings, choice.field))
            assert set(choice.values) <= set(seen)
            await pilot.press("left", "down")
        assert settings.load() == app.settings


async def test_another_language_is_spoken_at_once_by_the_table_below() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(120, 36)) as pilot:
        await begin(pilot, keyboard)
        for _ in range(10):
            await idle(pilot)
            if isinstance(app.screen, TableScreen):
                break
            await pilot.press("enter" if name_of(app) in ("Moment", "NewsCard") else "escape")
        assert "Gebeurd" in text_of(app)
        await pilot.press("f2", "enter", "escape")
        await pilot.pause()
        shown = text_of(app)
        assert "What happened" in shown
        assert "Gebeurd" not in shown
        assert "why?" in shown
        assert "waarom" not in shown
        assert app.session is not None
        assert app.session.line > 0


async def test_roomy_is_one_column_on_a_large_screen() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(200, 60)) as pilot:
        await begin(pilot, keyboard)
        for _ in range(10):
            await idle(pilot)
            if isinstance(app.screen, TableScreen):
                break
            await pilot.press("enter" if name_of(app) in ("Moment", "NewsCard") else "escape")
        assert app.screen.query_one("#column-lights").display
        await pilot.press("f2", "down", "down", "down", "enter", "escape")
        await pilot.pause()
        assert app.settings.roomy
        assert not app.screen.query_one("#column-lights").display
        await pilot.press("f2", "down", "down", "down", "enter", "escape")
        await pilot.pause()
        assert app.screen.query_one("#column-lights").display


async def test_a_new_game_begins_with_the_rule_for_taking_back(own_folder: Path) -> None:
    app = app_for(PROEF)
    app.settings = Settings(undo="altijd")
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, keyboard)
        assert app.session is not None
        assert app.session.undo_rule == "altijd"
