"""Plays the table in tests, as people would: by keyboard alone or by mouse alone. Knows what is on screen, no more."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.widgets.rows import Rows

SIZES = ((80, 24), (120, 36), (200, 60))
Player = Callable[[Pilot[Any], random.Random], Awaitable[None]]


def app_for(scenario: str | None = None, seed: int = 7, language: str = "nl", **wish: Any) -> TableApp:
    """An app as the command line makes it."""
    return TableApp(Wish(scenario=scenario, seed=seed, **wish), language)


def name_of(app: App[Any]) -> str:
    """The class name of the screen on top."""
    return type(app.screen).__name__


async def until(pilot: Pilot[Any], *names: str, tries: int = 200) -> str:
    """Wait until a screen of one of these names is on top."""
    for _ in range(tries):
        if name_of(pilot.app) in names:
            await pilot.pause()
            return name_of(pilot.app)
        await pilot.pause(0.02)
    raise AssertionError(f"waited for {names}, on screen is {name_of(pilot.app)}")


async def idle(pilot: Pilot[Any]) -> None:
    """Wait until the table asks for something."""
    for _ in range(200):
        await pilot.pause()
        screen = pilot.app.screen
        if name_of(pilot.app) != "TableScreen" or not screen.course.busy:  # type: ignore[attr-defined]
            return
    raise AssertionError("the table stays busy")


def text_of(app: App[Any]) -> str:
    """What is on the screen, as text."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def shown(app: App[Any]) -> list[Strip]:
    """The lines of what is on top: of a card only the card itself, not the table that shines through around it."""
    lines = app.screen._compositor.render_strips()
    if not app.screen.is_modal:
        return lines
    top = app.screen.query("#sheet, #form, #--container")
    if not top:
        return lines
    x, y, width, height = top.first().region
    return [line.crop(x, x + width) for line in lines[y : y + height]]


async def keyboard(pilot: Pilot[Any], rng: random.Random) -> None:
    """One step by keyboard."""
    match name_of(pilot.app):
        case "Moment" | "NewsCard" | "Page":
            await pilot.press("enter")
        case "Ask" | "Question":
            rows = pilot.app.screen.query_one(Rows)
            await pilot.press(*["down"] * rng.randrange(rows.option_count), "enter")
        case "Scene":
            rows = pilot.app.screen.query_one(Rows)
            await pilot.press("end", *["up"] * rng.randrange(max(1, rows.option_count)), "enter")
        case "SignScreen":
            await pilot.press(*"Onze [b]dijk", *["enter"] * len(pilot.app.screen.query(Input)))
        case "TalksScreen":
            await pilot.press(*rng.choice((("v",), ("b",), ("t",), ("enter",), ("a",), ("escape",))))
        case "TableScreen":
            rows = pilot.app.screen.query_one("#hand", Rows)
            await pilot.press("home", *["down"] * rng.randrange(rows.option_count), "enter")


async def mouse(pilot: Pilot[Any], rng: random.Random) -> None:
    """One step by mouse: clicks on rows, and on the key bar to close or skip."""
    match name_of(pilot.app):
        case "Moment" | "NewsCard" | "Page":
            await click_text(pilot, "KeyBar", "verder" if name_of(pilot.app) in ("Moment", "NewsCard") else "sluiten")
        case "Ask" | "Question":
            await click_row(pilot, pilot.app.screen.query_one(Rows), rng)
        case "Scene":
            scene = pilot.app.screen
            assert isinstance(scene, Scene)
            if scene.told and scene.stage.answers:
                await click_row(pilot, scene.query_one(Rows), rng)
            else:
                await pilot.click(offset=(2, 2))
        case "SignScreen":
            await click_text(pilot, "KeyBar", "tekenen")
        case "TalksScreen":
            bar = "".join(s.text for s in pilot.app.screen.query_one("KeyBar").render_line(0))
            said = [word for word in ("voorleggen", "belang", "verdagen") if word in bar]
            await click_text(pilot, "KeyBar", rng.choice(said))
        case "TableScreen":
            await click_row(pilot, pilot.app.screen.query_one("#hand", Rows), rng)


async def click_row(pilot: Pilot[Any], rows: Rows, rng: random.Random) -> None:
    """Click on one of the rows in sight."""
    lines = [i for i, (option, _) in enumerate(rows._lines) if not rows.options[option].disabled]
    seen = [i - rows.scroll_offset.y for i in lines]
    seen = [y for y in seen if 0 <= y < rows.scrollable_content_region.height]
    assert seen, "no row in sight"
    assert await pilot.click(rows, offset=(4, rng.choice(seen)))


async def click_text(pilot: Pilot[Any], selector: str, text: str) -> None:
    """Click on a word in a widget of one line."""
    widget = pilot.app.screen.query_one(selector)
    line = "".join(segment.text for segment in widget.render_line(0))
    assert text in line, f"{text!r} is not in {line!r}"
    await pilot.click(widget, offset=(line.index(text) + 1, 0))


async def begin(pilot: Pilot[Any], player: Player) -> None:
    """From the briefing to the table."""
    await until(pilot, "BriefingScreen")
    if player is mouse:
        await click_text(pilot, "KeyBar", "beginnen")
    else:
        await pilot.press("enter")
    await until(pilot, "TableScreen", "Ask", "Question", "Moment", "NewsCard", "Scene")


async def play_on(pilot: Pilot[Any], player: Player, seed: int = 1, most: int = 600, rounds: int = 0) -> int:
    """Play until the ending (or, with `rounds`, until that round); the number of steps."""
    rng = random.Random(seed)
    for step in range(most):
        await idle(pilot)
        app = pilot.app
        assert isinstance(app, TableApp)
        if name_of(app) == "EndingScreen" and app.session is not None:
            return step
        if rounds and app.session is not None and app.session.view(None).round >= rounds:
            return step
        await player(pilot, rng)
    raise AssertionError(f"still playing after {most} steps, on {name_of(pilot.app)}")


async def at_stage(pilot: Pilot[Any], *words: str, tries: int = 200) -> Scene:
    """Go on, as long as nothing is asked, until a scene has been told to its end with these words on it."""
    for _ in range(tries):
        scene = pilot.app.screen
        if isinstance(scene, Scene):
            if scene.told and all(word in text_of(pilot.app) for word in words):
                await pilot.pause()
                return scene
            if not (scene.told and scene.stage.answers):
                await pilot.press("space")
        elif name_of(pilot.app) in ("Moment", "NewsCard"):
            await pilot.press("enter")
        await pilot.pause(0.02)
    raise AssertionError(f"waited for {words}, on screen is:\n{text_of(pilot.app)}")


async def through(pilot: Pilot[Any], stop: str = "TableScreen", tries: int = 60) -> None:
    """Go on, giving no answers, until a screen of this name is on top."""
    for _ in range(tries):
        await idle(pilot)
        if name_of(pilot.app) == stop:
            return
        await pilot.press("escape")
        await pilot.pause()
    raise AssertionError(f"waited for {stop}, on screen is {name_of(pilot.app)}")
