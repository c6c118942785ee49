"""A pane of running text that can be scrolled by keyboard and mouse. Text is content, never markup.

A paragraph that is a row keeps its indent where it wraps.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from geboortespel.tui.widgets.rows import Row

Paragraph = Content | Row


class Words(VerticalScroll):
    """Paragraphs under each other."""

    def __init__(self, paragraphs: Sequence[Paragraph] = (), *, id: str | None = None, focus: bool = True) -> None:
        super().__init__(id=id, can_focus=focus)
        self._paragraphs = tuple(paragraphs)

    def compose(self) -> ComposeResult:
        yield Static(joined(self._paragraphs), markup=False)

    def show(self, paragraphs: Sequence[Paragraph], *, end: bool = False) -> None:
        """Replace the text; `end` scrolls to the last of it."""
        if tuple(paragraphs) == self._paragraphs:
            return
        self._paragraphs = tuple(paragraphs)
        self.query_one(Static).update(joined(self._paragraphs))
        if end:
            self.call_after_refresh(self.scroll_end, animate=False)


class Paragraphs(Visual):
    """Paragraphs of which some are rows, under each other."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = tuple(paragraphs)
        self._made: tuple[int, Content] = (-1, Content(""))

    @property
    def plain(self) -> str:
        """The text, a paragraph on each line."""
        return "\n".join(part.plain for part in self._paragraphs)

    def at(self, width: int) -> Content:
        """The text in lines of at most `width` cells."""
        if self._made[0] != width:
            lines = [
                line
                for part in self._paragraphs
                for line in (part.lines(width) if isinstance(part, Row) else part.wrap(max(1, width)) or [part])
            ]
            self._made = (width, Content("\n").join(lines))
        return self._made[1]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return max((Content(line).cell_length for line in self.plain.split("\n")), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self.at(width).split("\n", allow_blank=True)) or 1


def fitted(content: Content, width: int, height: int, more: str) -> tuple[Content, bool]:
    """As much of a text as fits in so many cells and lines, and whether that is not all; then `more` ends it."""
    lines = content.wrap(width) if width > len(more) and height > 0 else []
    if len(lines) <= height:
        return content, False
    last = lines[height - 1].rstrip().truncate(width - len(more) - 1, ellipsis=True)
    return Content("\n").join([*lines[: height - 1], Content.assemble(last, (f" {more}", "bold $warm"))]), True


def joined(paragraphs: Sequence[Paragraph]) -> Content | Paragraphs:
    """Paragraphs as one visual, each on a line of its own."""
    texts = [part for part in paragraphs if isinstance(part, Content)]
    return Content("\n").join(texts) if len(texts) == len(paragraphs) else Paragraphs(paragraphs)
