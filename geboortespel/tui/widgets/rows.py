"""A list of rows to look at and choose from, by keyboard and by mouse: text at the left, numbers at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Row(Visual):
    """`left` fills the width, `right` keeps its own. Too long a `left` wraps (`wrap`) or ends in an ellipsis.

    `below` comes under them on lines of its own; those and wrapped lines are indented by `hang`.
    """

    def __init__(
        self, left: Content, right: Content | None = None, below: Content | None = None,
        *, hang: int = 0, wrap: bool = False,
    ) -> None:  # fmt: skip
        self.left, self.right, self.below = left, right or Content(""), below or Content("")
        self.hang, self.wrap = hang, wrap
        self._made: tuple[int, list[Content]] = (-1, [])

    @property
    def plain(self) -> str:
        """The row's text."""
        return f"{self.left.plain} {self.right.plain}".strip()

    def lines(self, width: int) -> list[Content]:
        """The row as lines of at most `width` cells."""
        if self._made[0] != width:
            self._made = (width, self._lines(width))
        return self._made[1]

    def _lines(self, width: int) -> list[Content]:
        beside = self.right.cell_length
        room = max(1, width - beside - (1 if beside else 0))
        if not self.wrap:
            first, rest = self.left.truncate(room, ellipsis=True), []
        elif self.left.cell_length <= room:
            first, rest = self.left, []
        else:
            wrapped = [line.rstrip() for line in self.left.wrap(max(1, room - self.hang))] or [Content("")]
            first, rest = wrapped[0], [Content(" " * self.hang) + line for line in wrapped[1:]]
        if beside:
            first = first.pad_right(max(0, room - first.cell_length) + 1) + self.right
        if self.below:
            under = self.below.wrap(max(1, width - self.hang))
            rest += [Content(" " * self.hang) + line.rstrip() for line in under]
        return [first, *rest]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        whole = Content("\n").join(self.lines(width))
        return whole.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self.left.cell_length + self.right.cell_length + 1

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self.lines(width))


@dataclass
class Item:
    """A row with its id. `about` is what is told when the cursor is on it; a heading can't be chosen."""

    id: str
    row: Row
    about: Content = field(default_factory=lambda: Content(""))
    heading: bool = False


def heading(text: str, right: Content | None = None) -> Item:
    """A line between rows."""
    return Item(f"heading:{text}", Row(Content.styled(text, "bold $warm"), right), heading=True)


class Rows(OptionList):
    """Rows under a border title. Posts OptionHighlighted and OptionSelected with the item's id."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False, compact=True)
        self.items: dict[str, Item] = {}

    def fill(self, items: Sequence[Item], *, keep: bool = True) -> None:
        """Show these rows; the cursor stays on the same id when `keep` and it is still there."""
        before = self.highlighted_option.id if keep and self.highlighted_option else None
        offset = self.scroll_offset.y
        self.items = {item.id: item for item in items}
        self.set_options([Option(item.row, item.id, disabled=item.heading) for item in items])
        places = [i for i, item in enumerate(items) if not item.heading]
        if not places:
            return
        at = next((i for i in places if items[i].id == before), None)
        self.highlighted = places[0] if at is None else at
        if at is None:
            self.scroll_to(y=0, animate=False)
        else:
            self.scroll_to(y=offset, animate=False)

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        option = self.highlighted_option
        return self.items.get(option.id or "") if option else None

    def choose(self, item_id: str) -> None:
        """Put the cursor on an item, and choose it."""
        self.highlighted = self.get_option_index(item_id)
        self.action_select()
