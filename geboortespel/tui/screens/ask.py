"""A question with a few answers, laid on the table as a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Card
from geboortespel.tui.widgets.rows import Item, Rows
from geboortespel.words.catalog import N_


class Ask(Card[str]):
    """Gives the id of the answer, '' for who goes back. `closed`: a digit that can't be chosen now → why not."""

    PLACE = "ask"
    ABOUT = N_("A question to the table. Choose with the arrows and enter, or click; escape goes back.")
    CSS_PATH = "../styles/page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("ask")

    def __init__(
        self, title: str, text: str, items: Sequence[Item], closed: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        super().__init__()
        self._title, self._text, self._items, self._why_not = title, text, items, closed

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Content(self._title)
            if self._text:
                yield Static(Content(self._text), id="question", markup=False)
            yield Rows(id="answers")
            yield self.keys()

    def on_mount(self) -> None:
        for rows in self.query(Rows):  # none when the card is taken away before it is laid
            rows.fill(self._items)
            rows.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id or "")

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the answer that begins with it, or says why it can't be chosen."""
        digit = event.character or ""
        found = [item for item in self._items if digit.isdecimal() and item.row.plain.split(" ")[0] == digit]
        if found:
            event.stop()
            self.dismiss(found[0].id)
        elif digit in self._why_not:
            event.stop()
            self.notify(self._why_not[digit], severity="warning", markup=False)

    def action_choose(self) -> None:
        """Give the answer under the cursor."""
        self.query_one(Rows).action_select()

    def action_skip(self) -> None:
        """Give no answer."""
        self.dismiss("")


class Question(Ask):
    """A question that can be passed over: the game goes on."""

    PLACE = "question"
    ABOUT = N_("A question to the table. Choose with the arrows and enter, or click; escape gives no answer.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("question")
