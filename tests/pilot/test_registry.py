"""The registry of actions and the themes: nothing can be promised that does not work, nothing is unreadable."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from geboortespel.tui.act import EVERYWHERE
from geboortespel.tui.actions import PLACES
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.base import Card, Whole
from geboortespel.tui.themes import COLOURS
from tests.pilot.driver import text_of, until

SCREENS = sorted(
    p.stem for p in (Path(__file__).parents[2] / "geboortespel/tui/screens").glob("*.py") if p.stem != "__init__"
)
TEXT = ("inkt", "zacht", "accent", "warm", "groen", "oranje", "rood")


def classes() -> list[type]:
    found = []
    for name in SCREENS:
        module = import_module(f"geboortespel.tui.screens.{name}")
        found += [c for c in vars(module).values() if isinstance(c, type) and issubclass(c, Whole | Card)]
    return [c for c in dict.fromkeys(found) if getattr(c, "PLACE", "")]


def test_every_action_of_a_place_exists_on_its_screens() -> None:
    for screen in classes():
        for act in PLACES[screen.PLACE]:  # type: ignore[attr-defined]
            owner = TableApp if act.action.startswith("app.") else screen
            assert hasattr(owner, f"action_{act.name}"), (screen, act)
    assert all(hasattr(TableApp, f"action_{act.name}") for act in EVERYWHERE)


def test_every_screen_says_what_it_is() -> None:
    assert all(getattr(screen, "ABOUT", "") for screen in classes())


def test_no_key_means_two_things_in_one_place() -> None:
    for place, own in PLACES.items():
        keys = [key for act in own for key in act.keys.split(",")]
        assert len(keys) == len(set(keys)), place


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize("ground", ["papier", "vlak", "cursor"])
def test_text_can_be_read_in_every_theme(name: str, ground: str) -> None:
    """WCAG contrast: 4.5 for all text, 7 in the high-contrast theme."""
    colours = COLOURS[name]
    for text in TEXT:
        low, high = sorted((luminance(colours[text]), luminance(colours[ground])))
        assert (high + 0.05) / (low + 0.05) >= (7 if "contrast" in name else 4.5), (text, ground)


async def test_lists_say_how_to_choose_and_show_how_hard_a_scenario_is(own_folder: Path) -> None:
    """At 80 by 24, without any key but the arrows and enter."""
    app = TableApp(None, "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "MenuScreen")
        assert "↑↓ bewegen  enter kiezen" in text_of(app)
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, "ScenarioScreen")
        for _ in range(200):
            if "Moeilijkheid" in text_of(app):
                break
            await pilot.pause(0.02)
        said = text_of(app)
        assert "enter kiezen  tab lezen  esc terug" in said
        assert all(word in said for word in ("Duurt", "Spelers", "Soort", "Moeilijkheid"))
        rows = [line for line in said.splitlines() if re.search(r"alliantie, (\d{4}|verzonnen)", line)]
        assert len(rows) >= 8
