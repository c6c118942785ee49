"""What keeps keys quick: screens are ready before they are asked for, and garbage waits until it is quiet."""

from __future__ import annotations

import gc

import pytest
from textual.css.stylesheet import Stylesheet

from geboortespel.tui import ahead
from geboortespel.tui.screens.menu import CHOICES
from geboortespel.tui.sweep import STILL, WORTH, Sweeper
from tests.pilot.driver import app_for, until


async def test_no_screen_makes_the_styles_be_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = 0
    reparse = Stylesheet.reparse

    def counted(sheet: Stylesheet) -> None:
        nonlocal parsed
        parsed += 1
        reparse(sheet)

    app = app_for()
    async with app.run_test(size=(120, 36)) as pilot:
        for step in ahead.steps(app.stylesheet):
            step()
        monkeypatch.setattr(Stylesheet, "reparse", counted)
        await pilot.press("f2")
        await until(pilot, "SettingsScreen")
        await pilot.press("f1")
        await until(pilot, "Page")
        await pilot.press("escape", "escape")
        await until(pilot, "MenuScreen")
        for choice, name in (("campaign", "RoadScreen"), ("scenarios", "ScenarioScreen"), ("family", "FamilyScreen")):
            await pilot.press("home", *["down"] * [key for key, *_ in CHOICES].index(choice), "enter")
            await until(pilot, name)
            await pilot.press("escape")
            await until(pilot, "MenuScreen")
    assert parsed == 0


def test_garbage_is_looked_for_when_nothing_happens() -> None:
    """Not while much is being made; once when it is quiet; not again for nothing."""
    passes = 0

    def count(phase: str, info: dict[str, int]) -> None:
        nonlocal passes
        passes += phase == "start" and info["generation"] == 2

    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 1_000)
    gc.callbacks.append(count)
    try:
        sweep = Sweeper()
        kept: list[list[int]] = []
        for _ in range(3):
            kept.extend([0] for _ in range(WORTH))
            sweep()
            assert passes == 0
        kept.extend([0] for _ in range(STILL // 5))
        sweep()
        assert passes == 1
        sweep()
        assert passes == 1
    finally:
        gc.callbacks.remove(count)
        gc.set_threshold(*before)
