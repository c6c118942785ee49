"""The live preview at the table: the panel, and the new version after a save."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Static

from geboortespel.players.registry import by_name
from geboortespel.scenario.reader import Kept, read
from geboortespel.session.preview import Preview, Start
from geboortespel.tui.preview import PreviewApp
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.settings import Settings
from tests.pilot.driver import idle, text_of, until
from tests.running import ROOT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "scenario.yaml"
    made.write_text((ROOT / "tests/scenario/review/helder.yaml").read_text("utf-8"), "utf-8")
    return made


def opened(path: Path) -> Preview:
    kept = Kept()
    reading = read(path, kept=kept)
    assert reading.scenario is not None
    preview = Preview(path, 7, reading, kept, tuple(reading.scenario.believers), None)
    preview.begin(Start(phase="eind"), by_name("planner"))
    return preview


def save(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    stamp = path.stat().st_mtime_ns + 10_000_000
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(path, ns=(stamp, stamp))


def panel(app: PreviewApp) -> str:
    return str(app.screen.query_one("#standen", Static).visual)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_after_a_save_the_table_shows_the_new_version(path: Path, size: tuple[int, int]) -> None:
    preview = opened(path)
    app = PreviewApp(preview, "nl", Settings(), watch=True)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "TableScreen")
        await idle(pilot)
        app.look_round()
        await pilot.pause()
        assert "Standen: " in panel(app)
        before = preview.session
        save(path, "titel: Helder", "titel: Klaar voor de proef")
        app.look_round()
        await until(pilot, "TableScreen")
        await idle(pilot)
        assert preview.session is not before
        assert isinstance(app.screen, TableScreen)
        assert app.screen.session is preview.session is app.session
        assert "Klaar voor de proef" in text_of(app)
        assert "titel: Helder → Klaar voor de proef" in _toasts(app)
        assert len([screen for screen in app.screen_stack if isinstance(screen, TableScreen)]) == 1


async def test_a_mistake_leaves_the_table_as_it_is(path: Path) -> None:
    preview = opened(path)
    app = PreviewApp(preview, "nl", Settings(), watch=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "TableScreen")
        await idle(pilot)
        screen = app.screen
        save(path, "als: ronde = 3", "als: rondje = 3")
        app.look_round()
        await pilot.pause()
        assert app.screen is screen
        assert "G064" in _toasts(app)
        assert "het spel wacht zoals het was" in _toasts(app)


async def test_the_panel_follows_what_is_done(path: Path) -> None:
    preview = opened(path)
    app = PreviewApp(preview, "nl", Settings(), watch=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "TableScreen")
        await idle(pilot)
        app.look_round()
        assert isinstance(app.screen, TableScreen)
        action = next(a for a in preview.session.view(None).legal if a.kind == "zet" and a.what == "onderbouwen")
        app.screen.course.play(action)
        await idle(pilot)
        app.look_round()
        await pilot.pause()
        assert f"onderbouwd.{action.target} " in panel(app)
        assert "(+1)" in panel(app)


def _toasts(app: PreviewApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)
