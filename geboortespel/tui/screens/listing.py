"""A list to choose from, with what is told about the row under the cursor. Reading happens in a thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.tui.widgets.rows import Item, Rows
from geboortespel.tui.widgets.text import Paragraph, Words


class Listing(Whole[None]):
    """`TITLE` stands over the list. A kind of listing fills `items` and does something with the chosen one."""

    CSS_PATH = "../styles/list.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    def __init__(self) -> None:
        super().__init__()
        self.told: Mapping[str, Sequence[Paragraph]] = {}
        """Item id → what is told about it."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="sheet"):
            with Vertical(id="list"):
                yield Rows(id="found")
            yield Words(id="about")
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self.speak()

    def speak(self) -> None:
        self.query_one("#list").border_title = Content(self.heading())
        super().speak()

    def heading(self) -> str:
        """What stands over the list."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say something in the place of what is told about a row."""
        self.query_one("#about", Words).show([Content.styled(text, "$zacht")])

    def fill(self, items: Sequence[Item]) -> None:
        """Show these rows."""
        self.query_one("#found", Rows).fill(items)
        self.query_one(KeyBar).refresh()
        self.tell()

    @on(OptionList.OptionHighlighted)
    def tell(self) -> None:
        """Tell about the row under the cursor."""
        item = self.query_one("#found", Rows).current
        if item is not None:
            words = self.query_one("#about", Words)
            words.show(self.told.get(item.id, [item.about]))
            words.scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is nothing in the list nothing can be chosen."""
        return self.query_one("#found", Rows).current is not None if action == "choose" else True

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        self.query_one("#found", Rows).action_select()

    def action_back(self) -> None:
        """Back to where we came from."""
        self.app.pop_screen()
