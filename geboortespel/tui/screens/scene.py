"""A scene: something that fills the screen and is told step by step, with or without an answer at its end."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import OptionList, Static

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.why import Asking
from geboortespel.tui.stage import Stage
from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.tui.widgets.rows import Rows
from geboortespel.words.catalog import N_
from geboortespel.words.why import Asked, Group, places

if TYPE_CHECKING:
    from textual.timer import Timer

PACE = 0.5
"""Seconds between steps that come by themselves."""
SCROLL = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}
"""Key → lines."""
MOODS = ("rustig", "warm", "dicht")


class Scene(Asking, Whole[None]):
    """Plays stages one after the other. Every step comes by itself or by a key; a key never waits for motion."""

    PLACE = "scene"
    ABOUT = N_("A scene. Enter, space or a click goes on; answers are chosen with the arrows, a digit or a click.")
    CSS_PATH = "../styles/scene.tcss"
    AUTO_FOCUS = ""  # coming back from help or why, answers that are not in sight would take the keys
    BINDINGS: ClassVar[list[BindingType]] = bindings("scene")

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage()
        self._step = 0
        self._answer: asyncio.Future[str] | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="stage", can_focus=False):
            yield Static(id="heading", markup=False)
            yield Static(id="picture", markup=False)
            yield VerticalScroll(id="beats", can_focus=False)
            yield Rows(id="answers")
        yield self.keys()

    async def play(self, stage: Stage) -> str:
        """Show a stage until it is answered, or gone on from ('')."""
        self.stage, self._step = stage, 0
        self._answer = asyncio.get_running_loop().create_future()
        await self._lay()
        if self.app.animation_level == "none":
            self._step = self._reach()
        elif not stage.waits(0):
            self._timer = self.set_interval(PACE, self._tick)
        self._show()
        try:
            return await self._answer
        finally:
            self._stop()

    async def _lay(self) -> None:
        """Everything of the stage is there at once, so that nothing moves when more of it comes into sight."""
        stage = self.stage
        for mood in MOODS:
            self.set_class(stage.mood == mood, f"-{mood}")
        self.set_class(stage.centred, "-midden")
        for name, content in (("#heading", Content(stage.heading)), ("#picture", Content(""))):
            line = self.query_one(name, Static)
            line.update(content)
            line.display = bool(content)
        beats = self.query_one("#beats")
        await beats.remove_children()
        await beats.mount(*(Static(beat, classes="beat", markup=False) for beat in stage.beats))
        beats.display = bool(stage.beats)
        rows = self.query_one(Rows)
        rows.fill(stage.answers, keep=False)
        rows.display = bool(stage.answers)
        self.query_one("#stage").scroll_home(animate=False)
        self.set_focus(None)

    def speak(self) -> None:
        """The stage was made in the language it began in; what comes after it is in the new one."""
        super().speak()
        self.notify(self.tr("What is on this page stays as it began. From the next page on it is in this language."))

    # -- step by step ------------------------------------------------------------------------------------------------

    @property
    def told(self) -> bool:
        """Whether everything is in sight."""
        return self._step >= self.stage.steps

    def _reach(self) -> int:
        """The step that can be reached without a key."""
        step = self._step
        while step < self.stage.steps and not self.stage.waits(step):
            step += 1
        return step

    def _tick(self) -> None:
        if self.stage.waits(self._step):
            self._stop()
        else:
            self._step += 1
            self._show()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _show(self) -> None:
        stage = self.stage
        frame, beats = stage.shown(self._step)
        if stage.picture:
            picture = self.query_one("#picture", Static)
            picture.display = True
            picture.update(stage.picture[frame])
        for n, line in enumerate(self.query(".beat")):
            line.visible = n < beats
            if n == beats - 1 and self._step:
                self.call_after_refresh(line.scroll_visible, animate=False)
        rows = self.query_one(Rows)
        rows.visible = self.told
        if self.told and stage.answers:
            rows.focus()
            self.call_after_refresh(self._follow)
        self.query_one(KeyBar).refresh()

    @on(OptionList.OptionHighlighted)
    def _follow(self) -> None:
        """Keep the cursor in sight, also among more answers than fit; at the first one, what stands above it too."""
        rows, stage = self.query_one(Rows), self.query_one("#stage", VerticalScroll)
        if rows.highlighted is None or not rows.visible:
            return
        first, lines = rows.place_of(rows.highlighted)
        if first == 0:
            stage.scroll_to(y=0, animate=False, immediate=True)
        under = Region(0, rows.virtual_region.y + first, rows.virtual_region.width, lines)
        if 3 * rows.virtual_region.height <= 2 * stage.scrollable_content_region.height:  # few: all of them in sight
            under = rows.virtual_region
        stage.scroll_to_region(under, animate=False, immediate=True)

    def _advance(self) -> bool:
        """One step further, or to where the next key is needed; False when everything was in sight."""
        if self.told:
            return False
        self._step = self._step + 1 if self.stage.waits(self._step) else self._reach()
        self._show()
        return True

    # -- going on ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "next":
                return not (self.told and self.stage.answers)
            case "choose":
                return self.told and bool(self.stage.answers)
            case "why":
                return self.stage.numbers is not None
            case "skip":
                return not self.stage.answers or self.stage.escape is not None
            case _:
                return True

    def action_next(self) -> None:
        """Show more, or go on."""
        if not self._advance() and not self.stage.answers:
            self._give("")

    def action_choose(self) -> None:
        """Give the answer under the cursor."""
        self.query_one(Rows).action_select()

    def action_skip(self) -> None:
        """Show everything, or pass over the question."""
        if not self.stage.answers:
            self.action_next()
        elif self.stage.escape is not None:
            self._give(self.stage.escape)

    def numbers(self) -> Sequence[Group]:
        """What this stage says can be asked about."""
        return self.stage.numbers() if self.stage.numbers is not None else ()

    def under_cursor(self) -> Asked | None:
        """The number of the answer under the cursor."""
        current = self.query_one(Rows).current if self.focused is not None else None
        return places.find(self.numbers(), current.id) if current is not None else None

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if not self._advance():
            self._give(event.option_id or "")

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the answer that begins with it, or brings what is still to be told until then; arrows scroll
        what is longer than the screen."""
        if event.key in SCROLL and self.focused is None:
            event.stop()
            self.query_one("#stage", VerticalScroll).scroll_relative(y=SCROLL[event.key], animate=False)
            return
        digit = event.character or ""
        if not digit.isdecimal() or not self.stage.answers:
            return
        if self._advance():  # the answers come first
            event.stop()
            return
        found = [item for item in self.stage.answers if item.row.plain.split(" ")[0] == digit]
        if found:
            event.stop()
            self._give(found[0].id)

    def on_click(self, event: events.Click) -> None:
        """A click anywhere goes on, except where an answer is asked for."""
        if not isinstance(event.widget, (Rows, KeyBar)) and self.check_action("next", ()):
            self.action_next()

    def _give(self, answer: str) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(answer)
