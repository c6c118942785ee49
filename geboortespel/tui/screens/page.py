"""Pages to read: help, the log, the assignment; and moments, which wait for the table to go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Card
from geboortespel.tui.widgets.text import Paragraph, Words
from geboortespel.words.catalog import N_


class Page(Card[None]):
    """Something to read, with a title. Closes with escape, enter or a click beside it."""

    PLACE = "page"
    ABOUT = N_("A page to read. Scroll with the arrows or the wheel.")
    CSS_PATH = "../styles/page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("page")

    def __init__(self, title: str, paragraphs: Sequence[Paragraph], *, end: bool = False) -> None:
        super().__init__()
        self._title, self._paragraphs, self._end = title, paragraphs, end

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Content(self._title)
            yield Words(self._paragraphs, id="words")
            yield self.keys()

    def on_mount(self) -> None:
        words = self.query_one(Words)
        words.focus()
        if self._end:
            self.call_after_refresh(words.scroll_end, animate=False)

    def action_close(self) -> None:
        """Close, and go on."""
        self.dismiss(None)

    def on_click(self, event: object) -> None:
        if getattr(event, "widget", None) is self:
            self.dismiss(None)


class Moment(Page):
    """Something that happened, to be read aloud before the game goes on."""

    PLACE = "moment"
    ABOUT = N_("Something happened. Read it aloud, then go on with enter or a click.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("moment")
