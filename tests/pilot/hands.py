"""Hands on the table: a keyboard and a mouse, whose events come in where a terminal's do, and nothing but those.

A `Door` counts what came in and knows when the table is at rest, without the pauses of a pilot: a game takes seconds.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from textual import events
from textual.app import App
from textual.geometry import Offset, Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList

from geboortespel.tui.act import Act
from geboortespel.tui.actions import PLACES, acts
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.widgets.rows import Rows
from tests.tools.walk import at_work

ROUNDS, PATIENCE = 600, 0.004
"""How often is looked whether the table is at rest, and how long is waited in between, in seconds."""


class Door:
    """Where input comes into a running app, as from its terminal."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot, self.app = pilot, pilot.app
        self.came: Counter[str] = Counter()
        inner = self.app.on_event

        async def counted(event: events.Event) -> None:
            if isinstance(event, events.Key | events.Paste):
                self.came["keyboard"] += not event.is_forwarded
            elif isinstance(event, events.MouseEvent):
                self.came["mouse"] += not event.is_forwarded
            await inner(event)

        self.app.on_event = counted  # type: ignore[method-assign]

    def send(self, event: events.Event) -> None:
        """As the terminal's driver does."""
        assert self.app._driver is not None
        self.app._driver.process_message(event)

    # -- at rest -----------------------------------------------------------------------------------------------------

    async def rest(self) -> None:
        """Wait until all that came in has been worked through, is laid out, and nothing is about to be shown."""
        calm = 0
        for _ in range(ROUNDS):
            await asyncio.sleep(0)
            await self.pilot._wait_for_screen()
            self.app.screen._on_timer_update()
            calm = calm + 1 if self._calm() else 0
            if calm == 3:
                return
            if not calm:
                await asyncio.sleep(PATIENCE)
        raise AssertionError(f"no rest on {self.app.screen}")

    def _calm(self) -> bool:
        screen = self.app.screen
        if self.app._resize_event or self.app._resize_timer or screen.size != self.app.size:
            return False
        if screen._layout_required or screen._callbacks or screen._repaint_required or not screen.is_current:
            return False
        if at_work(self.app):
            return False
        if isinstance(screen, Ask) and not any(rows.option_count for rows in screen.query(Rows)):
            return False
        if isinstance(screen, TableScreen):
            return not screen.course.busy
        if isinstance(screen, Scene):
            laid = [option.id for rows in screen.query(Rows) for option in rows.options]
            asked = screen._answer is not None and not screen._answer.done()
            return asked and laid == [item.id for item in screen.stage.answers]
        return True

    async def resize(self, size: tuple[int, int]) -> None:
        """The terminal gets another size."""
        new = Size(*size)
        self.app._driver._size = new  # type: ignore[union-attr, attr-defined]
        self.app.post_message(events.Resize(new, new))
        await self.rest()


class Hands(Protocol):
    """What a person can do at the screen. Everything waits until the table is at rest again."""

    name: str
    door: Door

    async def pick(self, rows: Rows, item_id: str) -> None:
        """Choose a row."""

    async def do(self, action: str) -> None:
        """Do an action of the registry, by its name: `pass_round`."""

    async def go_on(self) -> None:
        """Go on with what is told."""

    async def sign(self, words: list[str]) -> None:
        """Write what can be written on the card, and sign."""


def act_of(app: App[Any], action: str) -> Act:
    """The registry's act with this name, where we are."""
    place = app.screen.PLACE  # type: ignore[attr-defined]
    return next(act for act in acts(place) if act.name == action)


class Keyboard:
    """Keys, never the mouse."""

    name = "keyboard"

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.door = Door(pilot)
        self.app = pilot.app

    async def press(self, *keys: str) -> None:
        """One key after the other, as fast as they are worked through."""
        for key in keys:
            self.door.send(_key(key))
            await self.door.rest()

    async def pick(self, rows: Rows, item_id: str) -> None:
        if self.app.screen.focused is not rows:
            await self._focus(rows)
        at, to = rows.highlighted, rows.get_option_index(item_id)
        assert at is not None
        places = [i for i, option in enumerate(rows.options) if not option.disabled]
        steps = places.index(to) - places.index(at)
        if abs(steps) <= places.index(to):
            await self.press(*["down" if steps > 0 else "up"] * abs(steps))
        else:
            await self.press("home", *["down"] * places.index(to))
        assert rows.highlighted == to
        assert in_sight(rows, to) is not None, f"the cursor is out of sight on {self.app.screen}: {item_id}"
        await self.press("enter")

    async def _focus(self, rows: Rows) -> None:
        """To a pane, by the key that goes there, or with tab."""
        own = {"hand": "z", "lights": "p", "people": "k", "thresholds": "d"}
        if isinstance(self.app.screen, TableScreen) and rows.id in own:
            await self.press(own[rows.id])
        for _ in range(12):
            if self.app.screen.focused is rows:
                return
            await self.press("tab")
        raise AssertionError(f"the keyboard does not get to {rows} on {self.app.screen}")

    async def do(self, action: str) -> None:
        await self.press(act_of(self.app, action).keys.split(",")[0])

    async def go_on(self) -> None:
        await self.press("enter")

    async def sign(self, words: list[str]) -> None:
        for word, _ in zip(words, self.app.screen.query(Input), strict=False):
            await self.press(*word, "enter")


class Mouse:
    """Clicks and the wheel, never a key."""

    name = "mouse"

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.door = Door(pilot)
        self.app = pilot.app

    async def click(self, x: int, y: int) -> None:
        """Move there, press, let go."""
        for kind, button in ((events.MouseMove, 0), (events.MouseDown, 1), (events.MouseUp, 1)):
            self.door.send(kind(None, x, y, 0, 0, button, False, False, False, x, y))
        await self.door.rest()

    async def wheel(self, widget: Widget, *, down: bool) -> None:
        """One notch over the middle of a widget."""
        at = widget.region.center
        x, y = int(at[0]), int(at[1])
        kind = events.MouseScrollDown if down else events.MouseScrollUp
        self.door.send(kind(None, x, y, 0, 0, 0, False, False, False, x, y))
        await self.door.rest()

    async def pick(self, rows: Rows, item_id: str) -> None:
        await self._show(rows)
        await self.click(*await self._in_sight(rows, rows.get_option_index(item_id)))

    async def _show(self, rows: Rows) -> None:
        """Where panes are tabs: click on the tab that holds these rows."""
        tab = {"hand": "hand", "lights": "lights", "people": "field", "thresholds": "walls"}.get(rows.id or "")
        if isinstance(self.app.screen, TableScreen) and not rows.is_on_screen and tab is not None:
            tabs = self.app.screen.query_one("#tabs")
            await self.click_link(tabs, f"screen.pane('{tab}')")

    async def _in_sight(self, rows: OptionList, index: int) -> tuple[int, int]:
        """Turn the wheel until the row is in sight; where it is on the screen."""
        first = next(y for y, (option, _) in enumerate(rows._lines) if option == index)
        for _ in range(200):
            here = in_sight(rows, index)
            if here is not None:
                return here
            region = rows.scrollable_content_region
            middle = min(region.bottom, self.app.size.height) + max(region.y, 0)
            await self._scroll(rows, down=region.y + first - rows.scroll_offset.y >= middle // 2)
        raise AssertionError(f"the wheel does not bring row {index} of {rows} into sight")

    async def _scroll(self, rows: Widget, *, down: bool) -> None:
        """The wheel over the rows; over what holds them where they scroll no further themselves."""
        before = self._offsets(rows)
        holders = [rows, *(w for w in rows.ancestors if isinstance(w, Widget))]
        for holder in holders:
            if holder.is_on_screen and self._hit(holder):
                await self.wheel(holder, down=down)
                if self._offsets(rows) != before:
                    return
        raise AssertionError(f"the wheel turns in vain over {rows}")

    def _hit(self, widget: Widget) -> bool:
        x, y = map(int, widget.region.center)
        return self.app.screen.region.contains(x, y)

    @staticmethod
    def _offsets(rows: Widget) -> list[Offset]:
        return [w.scroll_offset for w in (rows, *rows.ancestors) if isinstance(w, Widget)]

    async def click_link(self, widget: Widget, action: str) -> None:
        """Click on the words in a line of text that do this action."""
        where = link(widget, action)
        assert where is not None, f"nothing to click on for {action} in {line_of(widget)!r}"
        await self.click(*where)

    async def do(self, action: str) -> None:
        bar = self.app.screen.query_one("KeyBar")
        wanted = act_of(self.app, action)
        if link(bar, wanted.action) is not None:
            await self.click_link(bar, wanted.action)
            return
        await self.click_link(bar, "app.command_palette")
        found: OptionList = self.app.screen.query_one("CommandList", OptionList)
        label = self.app.tr(wanted.label)  # type: ignore[attr-defined]
        index = next(
            i for i, option in enumerate(found.options) if str(option.prompt).lower().startswith(label.lower())
        )
        await self.click(*await self._in_sight(found, index))

    async def go_on(self) -> None:
        if isinstance(self.app.screen, Scene):
            await self.click(self.app.size.width // 2, 1)
        else:
            await self.do(PLACES[self.app.screen.PLACE][0].name)  # type: ignore[attr-defined]

    async def sign(self, words: list[str]) -> None:
        await self.do("sign")


Maker = Callable[[Pilot[Any]], Hands]
Visit = Callable[[], Awaitable[None]]


def in_sight(rows: OptionList, index: int) -> tuple[int, int] | None:
    """Where on the screen a row is; None when no line of it can be seen."""
    region, top, screen = rows.scrollable_content_region, rows.scroll_offset.y, rows.screen
    for line, (option, _) in enumerate(rows._lines):
        at = Offset(region.x + 4, region.y + line - top)
        shown = region.contains_point(at) and screen.region.contains_point(at)
        if option == index and shown and screen.get_widget_at(*at)[0] is rows:
            return at.x, at.y
    return None


def line_of(widget: Widget) -> str:
    """The first line of a widget as it is drawn."""
    return widget.render_line(0).text


def link(widget: Widget, action: str) -> tuple[int, int] | None:
    """Where on the screen the words are that do this action when they are clicked; None when they are not there."""
    region = widget.region
    for y in range(region.height):
        x, strip = region.x, widget.render_line(y)
        for segment in strip:
            meta = segment.style.meta if segment.style is not None else {}
            if meta.get("@click") == action and segment.text.strip():
                return x + len(segment.text) - len(segment.text.lstrip()), region.y + y
            x += segment.cell_length
    return None


def _key(key: str) -> events.Key:
    """The event of a key by its name or its character, as a terminal sends it."""
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    original = REPLACED_KEYS.get(key, key)
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(original))
    except KeyError:
        character = key if len(key) == 1 else None
    return events.Key(key, character)
