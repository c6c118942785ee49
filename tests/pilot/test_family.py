"""The family tree on the table: walked through by keyboard and by mouse, its cards read, a scenario played from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from geboortespel.report.tree.kin import tree
from geboortespel.scenario.family import family
from geboortespel.tui import lineage
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.family import FamilyScreen
from geboortespel.tui.screens.menu import CHOICES
from geboortespel.tui.settings import Settings
from geboortespel.tui.widgets.kinview import AtlasView, KinView, Timeline
from tests.pilot.driver import SIZES, app_for, click_text, name_of, text_of, until
from tests.tools.walk import Walk

STILL = replace(Settings(), motion=False)
WITHOUT = "hoevelaken"
"""Stands for one without a scenario, in the test that needs one: later every alliance has its own."""


async def nothing(_: str) -> None:
    """Visits nothing."""


async def settled(pilot: Pilot[Any]) -> None:
    await Walk(pilot, nothing).settled()


async def opened(pilot: Pilot[Any]) -> FamilyScreen:
    """From the menu to the family tree."""
    down = [key for key, *_ in CHOICES].index("family")
    await pilot.press("home", *["down"] * down, "enter")
    await until(pilot, "FamilyScreen")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, FamilyScreen)
    return screen


def table(language: str = "nl") -> TableApp:
    app = app_for(language=language)
    app.set(STILL)
    return app


@pytest.fixture
def one_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree in which one has no scenario."""
    playable = set(family().alliances) - {WITHOUT}
    monkeypatch.setattr(lineage, "tree", lambda found: tree(found, playable))


def cursor(screen: FamilyScreen) -> str:
    assert screen.kin is not None
    return screen.kin.id


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_by_keyboard_to_a_card_and_from_there_to_its_assignment(size: tuple[int, int]) -> None:
    app = table()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        await pilot.press("home", "enter")
        await until(pilot, "AlliancePage")
        told = text_of(app)
        assert "A · BP Noordzee" in told
        assert "Een olieveld dat op de oude manier niet uit kon" in told
        assert "[1]" in told
        assert "(afgeleid)" in told
        await pilot.press("enter")
        await until(pilot, "BriefingScreen")
        await pilot.press("escape")
        await until(pilot, "FamilyScreen")
        await settled(pilot)
        assert cursor(screen) == "bp-noordzee"
        await pilot.press("s")
        await until(pilot, "BriefingScreen")
        await pilot.press("escape")
        await until(pilot, "FamilyScreen")
        await pilot.press("escape")
        await until(pilot, "MenuScreen")


async def test_one_without_a_scenario_says_so_and_only_shows_its_card(one_without: None) -> None:
    app = table()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        while cursor(screen) != WITHOUT:
            await pilot.press("down")
        assert "nog geen scenario" in text_of(app)
        assert "spelen" not in text_of(app).splitlines()[-1]
        await pilot.press("s")
        assert name_of(app) == "FamilyScreen"
        await pilot.press("enter")
        await until(pilot, "Page")
        await pilot.press("end")
        await settled(pilot)
        assert "Van deze is nog geen scenario." in text_of(app)
        await pilot.press("enter")
        await until(pilot, "FamilyScreen")


async def test_what_lands_while_it_is_open_is_picked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped: set[str] = set()
    monkeypatch.setattr(lineage, "tree", lambda found: tree(found, shipped))
    app = table()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        assert screen.kin is not None
        assert not screen.kin.playable
        shipped.add(cursor(screen))
        await pilot.press("f2")
        await until(pilot, "SettingsScreen")
        await pilot.press("escape")
        await until(pilot, "FamilyScreen")
        await settled(pilot)
        assert screen.kin.playable


@pytest.mark.parametrize("size", [(80, 24), (100, 60)])
async def test_down_the_years_the_cursor_stays_in_sight(size: tuple[int, int]) -> None:
    app = table()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        await pilot.press("home")
        seen = [cursor(screen)]
        timeline = screen.query_one(Timeline)
        for _ in family().alliances | family().elsewhere:
            assert screen.kin is not None
            lines = timeline.render().plain.split("\n")
            row = list(lines).index(next(line for line in lines if line.startswith(f"{screen.kin.letter} ")))
            assert 0 < row < timeline.size.height
            assert timeline.at(3, row) == cursor(screen)
            await pilot.press("down")
            seen.append(cursor(screen))
        assert list(dict.fromkeys(seen)) == list(tree(family()).kin)
        await pilot.press("home")
        assert cursor(screen) == seen[0]


async def test_left_goes_to_a_parent_and_right_to_a_child() -> None:
    app, found = table(), family()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("right")
        assert cursor(screen) in {tie.child for tie in found.children("waardse")}
        await pilot.press("left")
        assert cursor(screen) == "waardse"
        timeline = screen.query_one(Timeline)
        assert timeline.found is not None
        for name in tree(found).kin:
            timeline.cursor = name
            parents = {tie.parent for tie in found.parents(name)}
            children = {tie.child for tie in found.children(name)}
            assert timeline.toward(timeline.found, "left") in (parents or {""})
            assert timeline.toward(timeline.found, "right") in (children or {""})


@pytest.mark.parametrize("size", SIZES)
async def test_the_arrows_reach_every_letter_on_the_map(size: tuple[int, int]) -> None:
    app = table()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        await pilot.press("k")
        await settled(pilot)
        view = screen.query_one(AtlasView)
        assert app.focused is view
        reached, ahead = {cursor(screen)}, [cursor(screen)]
        while ahead:
            view.point(ahead.pop())
            for way in ("up", "down", "left", "right"):
                assert view.found is not None
                to = view.toward(view.found, way)  # type: ignore[arg-type]
                if to and to not in reached:
                    reached.add(to)
                    ahead.append(to)
        assert reached == set(family().alliances)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_by_mouse_a_click_points_and_a_second_one_opens(size: tuple[int, int]) -> None:
    app = table()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        timeline = screen.query_one(Timeline)
        inside = timeline.content_region.offset - timeline.region.offset
        await pilot.click(timeline, offset=(inside.x + 4, inside.y + 1))
        assert cursor(screen) == "bp-noordzee"
        await pilot.click(timeline, offset=(inside.x + 4, inside.y + 1))
        await until(pilot, "AlliancePage")
        await click_text(pilot, "KeyBar", "sluiten")
        await until(pilot, "FamilyScreen")
        if size[0] == 80:
            await click_text(pilot, "#tabs", "Kaart")
            await settled(pilot)
        view = screen.query_one(AtlasView)
        assert view.found is not None
        x, y = view.atlas(view.found, app.tr).places["vught-verdiept"]
        inside = view.content_region.offset - view.region.offset
        await pilot.click(view, offset=(inside.x + x, inside.y + y))
        assert cursor(screen) == "vught-verdiept"
        await click_text(pilot, "KeyBar", "spelen")
        await until(pilot, "BriefingScreen")


async def test_the_views_share_their_cursor_and_the_card_follows() -> None:
    app = table()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("end")
        assert {view.cursor for view in screen.query(KinView)} == {"vught-verdiept"}
        assert "Een spoor omlaag, midden door een dorp" in text_of(app)
        await pilot.press("tab", "home")
        assert {view.cursor for view in screen.query(KinView)} == {"bp-noordzee"}
        await pilot.press("tab")
        assert app.focused is not None
        assert app.focused.id == "kin"
        await pilot.press("tab")
        assert app.focused is screen.query_one(Timeline)


async def test_help_tells_the_keys_and_the_marks() -> None:
    app = table()
    async with app.run_test(size=(120, 60)) as pilot:
        await opened(pilot)
        await pilot.press("question_mark")
        await until(pilot, "Page")
        told = " ".join(text_of(app).split())
        for said in ("● geboren", "▶ te spelen", "Speel het scenario", "Links: van wie ze leerde", "wisselen"):
            assert any(word in told for word in (said, "Van de tijdlijn naar de kaart")), said


async def test_without_colour_the_cursor_is_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = table()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        lines = screen.query_one(Timeline).render()
        spans = [str(span.style) for span in lines.spans if "reverse" in str(span.style)]
        assert len(spans) == 1


async def test_in_english_and_from_one_language_to_the_other() -> None:
    app = table("en")
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        told = text_of(app)
        assert "A freight line through soft ground" in told
        assert "Timeline" in told
        app.set(replace(STILL, language="nl"))
        await settled(pilot)
        told = text_of(app)
        assert "Goederenspoor door slappe grond" in told
        assert "Tijdlijn" in told


async def test_its_text_is_what_the_command_prints() -> None:
    from geboortespel.report.tree.text import whole

    app = table()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        title, text = screen.as_text()
        assert title == "Stamboom van allianties"
        assert text == "\n".join(whole(tree(family()), app.tr)) + "\n"


@pytest.mark.parametrize(("kind", "begin"), [("svg", b"<?xml"), ("txt", b"Stamboom van allianties")])
async def test_it_is_kept_as_a_drawing_or_as_text(kind: str, begin: bytes, own_folder: Path) -> None:
    app = table()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await opened(pilot)
        screen._folder = own_folder
        await pilot.press("b")
        await until(pilot, "KeepScreen")
        await pilot.press("home", *["down"] * [name for name, _ in FamilyScreen.KINDS].index(kind), "enter")
        await until(pilot, "FamilyScreen")
        await settled(pilot)
        assert (own_folder / f"stamboom.{kind}").read_bytes().startswith(begin)
        assert f"stamboom.{kind}" in "".join(text_of(app).split())
        (own_folder / f"stamboom.{kind}").write_bytes(b"van iemand anders")
        await pilot.press("b")
        await until(pilot, "KeepScreen")
        await pilot.press("home", *["down"] * [name for name, _ in FamilyScreen.KINDS].index(kind), "enter")
        await until(pilot, "FamilyScreen")
        await settled(pilot)
        assert (own_folder / f"stamboom.{kind}").read_bytes() == b"van iemand anders"
