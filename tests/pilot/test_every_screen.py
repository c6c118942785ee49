"""Every screen of a whole game, in every theme, at every size, in both languages: readable, and nothing cut off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geboortespel.tui.settings import Settings
from tests.pilot.driver import app_for
from tests.pilot.looks import cut_words, faint, hidden
from tests.tools.walk import Walk

CASES = (
    ((80, 24), Settings(theme="donker"), "nl", "graaf-reinald"),
    ((80, 24), Settings(theme="licht", contrast=True), "en", "eerste-dijk"),
    ((120, 36), Settings(theme="donker"), "nl", "eerste-dijk"),
    ((120, 36), Settings(theme="licht", roomy=True), "nl", "eerste-dijk"),
    ((200, 60), Settings(theme="licht"), "en", "eerste-dijk"),
    ((200, 60), Settings(theme="donker", contrast=True), "nl", "eerste-dijk"),
)


@pytest.mark.parametrize(
    ("size", "chosen", "language", "scenario"), [pytest.param(*case, marks=pytest.mark.slow) for case in CASES]
)
async def test_every_screen_can_be_read(
    size: tuple[int, int], chosen: Settings, language: str, scenario: str, own_folder: Path
) -> None:
    """Contrast of each cell that holds text; no word cut short; no text that can't be reached by scrolling."""
    wrong: dict[str, list[str]] = {}
    least = 7.0 if chosen.contrast else 4.5

    async def visit(name: str) -> None:
        found = faint(app, least) + cut_words(app, language) + list(hidden(app))
        if found:
            wrong[name] = found

    app = app_for(language=language)
    app.set(replace(chosen, motion=False))
    async with app.run_test(size=size) as pilot:
        await Walk(pilot, visit).menus()
    app = app_for(scenario, language=language)
    app.set(replace(chosen, motion=False))
    async with app.run_test(size=size) as pilot:
        walk = Walk(pilot, visit)
        await walk.game(people=2)
    assert len(walk.seen) > 20
    assert not wrong, "\n".join(f"{name}: {one}" for name, found in wrong.items() for one in found)
