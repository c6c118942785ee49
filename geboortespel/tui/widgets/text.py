"""A pane of running text that can be scrolled by keyboard and mouse. Text is content, never markup."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Words(VerticalScroll):
    """Paragraphs under each other."""

    def __init__(self, paragraphs: Sequence[Content] = (), *, id: str | None = None, focus: bool = True) -> None:
        super().__init__(id=id, can_focus=focus)
        self._paragraphs = tuple(paragraphs)

    def compose(self) -> ComposeResult:
        yield Static(joined(self._paragraphs), markup=False)

    def show(self, paragraphs: Sequence[Content], *, end: bool = False) -> None:
        """Replace the text; `end` scrolls to the last of it."""
        if tuple(paragraphs) == self._paragraphs:
            return
        self._paragraphs = tuple(paragraphs)
        self.query_one(Static).update(joined(self._paragraphs))
        if end:
            self.call_after_refresh(self.scroll_end, animate=False)


def joined(paragraphs: Sequence[Content]) -> Content:
    """Paragraphs as one content, each on a line of its own."""
    return Content("\n").join(paragraphs)
