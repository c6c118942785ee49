"""What every screen of the table shares: the app's own type, its translator, its place in the registry."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.tui.app import TableApp

Given = TypeVar("Given")
TURNS = 8
"""Turns of the event loop in which a widget hears of a change and says so."""


class Shared:
    """`PLACE` is the screen's key in the registry of actions; `ABOUT` what help says about it (a message id)."""

    PLACE: ClassVar[str] = ""
    ABOUT: ClassVar[str] = ""

    @property
    def table(self) -> TableApp:
        """The app."""
        return cast("TableApp", self._screen.app)

    @property
    def _screen(self) -> Screen[object]:
        return cast("Screen[object]", self)

    @property
    def tr(self) -> Translator:
        """Texts in the players' language."""
        return self.table.tr

    def on_mount(self) -> None:
        """The first frame is painted when all has its place: with the classes of this size, after the first layout."""
        self._screen.update_classes(self.table.sizes, update=False)
        self._waits = ExitStack()
        self._waits.enter_context(self.table.batch_update())
        self._screen.call_after_refresh(self._waits.close)

    def on_resize(self) -> None:
        self._screen.call_next(self._waits.close)

    def in_one_frame(self, change: Callable[[], object]) -> None:
        """Make a change of several widgets, and paint it when all of them have said that they changed.

        Textual paints as soon as the first one has, and the others a frame later. While this runs the screen reads no
        messages, so that it finds those of all widgets together.
        """

        async def changed() -> None:
            change()
            for _ in range(TURNS):
                await asyncio.sleep(0)

        self._screen.call_next(changed)

    def on_screen_suspend(self) -> None:
        """A screen that was left lets go of what it painted: Textual remembers a thousand widgets by their lines."""
        if self._screen not in self.table.screen_stack:
            for widget in self._screen.walk_children(Widget, with_self=True):
                widget.refresh()

    def keys(self) -> KeyBar:
        """This screen's key bar."""
        return KeyBar(self.PLACE)

    def speak(self) -> None:
        """Say everything anew, in another language. A screen with texts of its own adds them."""
        for bar in self._screen.query(KeyBar):
            bar.refresh()


class Whole(Shared, Screen[Given], Generic[Given]):
    """A screen that fills the terminal. `HOME`: who leaves a game comes back here."""

    HOME: ClassVar[bool] = False

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Another focus is no reason to paint the whole screen again: what looks otherwise by it says so itself."""

    def dismiss(self, result: Given | None = None) -> AwaitComplete:
        """Close, once: a second key that was under way would close the screen below."""
        return super().dismiss(result) if self.table.screen is self else AwaitComplete()


class Card(Shared, ModalScreen[Given], Generic[Given]):
    """A screen that lies on top of another, like a card on the table."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def dismiss(self, result: Given | None = None) -> AwaitComplete:
        """Close, once: a second key that was under way would close the screen below."""
        return super().dismiss(result) if self.table.screen is self else AwaitComplete()
