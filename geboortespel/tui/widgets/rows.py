"""A list of rows to look at and choose from, by keyboard and by mouse: text at the left, numbers at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.reactive import Reactive
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

    def same(self, other: Row) -> bool:
        """Whether the other row shows exactly the same."""
        pairs = ((self.left, other.left), (self.right, other.right), (self.below, other.below))
        return self.hang == other.hang and self.wrap == other.wrap and all(a.is_same(b) for a, b in pairs)

    def lines(self, width: int) -> list[Content]:
        """The row as lines of at most `width` cells."""
        if self._made[0] != width:
            self._made = (width, self._lines(width))
        return self._made[1]

    def _lines(self, width: int) -> list[Content]:
        beside = self.right.cell_length
        width = max(1, width)  # a pane out of sight is measured without any room
        if beside > width * 3 // 5:  # too long to stand beside anything
            return Row(self.left, None, self.right, hang=self.hang, wrap=self.wrap)._lines(width) + (
                self._indented(self.below, width)
            )
        room = max(1, width - beside - (1 if beside else 0))
        lines = [self.left]
        if self.left.cell_length > room:
            lines = self._wrapped(width, room) if self.wrap else [self.left.truncate(room, ellipsis=True)]
        if beside:
            lines = self._with_right(lines, room)
        return lines + (self._indented(self.below, width) if self.below else [])

    def _wrapped(self, width: int, room: int) -> list[Content]:
        """`left` over several lines: the first leaves room for `right`, unless its words are too long for that."""
        first = _word_break(self.left.plain, room)
        if first < room // 2:
            first = _word_break(self.left.plain, width) or width
        rest = self.left[first:]
        spaces = len(rest.plain) - len(rest.plain.lstrip())
        return [self.left[:first].rstrip(), *self._indented(rest[spaces:], width)]

    def _with_right(self, lines: list[Content], room: int) -> list[Content]:
        """`right` at the end of the first line, or right-aligned under it when it does not fit there."""
        if lines[0].cell_length <= room:
            return [lines[0].pad_right(room - lines[0].cell_length + 1) + self.right, *lines[1:]]
        if len(lines) > 1 and lines[-1].cell_length <= room:
            return [*lines[:-1], lines[-1].pad_right(room - lines[-1].cell_length + 1) + self.right]
        return [*lines, Content(" " * (room + 1)) + self.right]

    def _indented(self, content: Content, width: int) -> list[Content]:
        if not content:
            return []
        return [Content(" " * self.hang) + line.rstrip() for line in content.wrap(max(1, width - self.hang))]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        whole = Content("\n").join(self.lines(width))
        return whole.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self.left.cell_length + self.right.cell_length + 1

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self.lines(width))


def _word_break(text: str, width: int) -> int:
    """Where `text` can be broken so that what is before it fits in `width` cells; 0 when its first word does not."""
    if cell_len(text) <= width:
        return len(text)
    cut = max(i for i in range(len(text) + 1) if cell_len(text[:i]) <= width)
    return cut if text[cut] == " " else max(0, text.rfind(" ", 0, cut))


@dataclass
class Item:
    """A row with its id. `about` is what is told when the cursor is on it; a heading can't be chosen."""

    id: str
    row: Row
    about: Content = field(default_factory=lambda: Content(""))
    heading: bool = False

    def same(self, other: Item) -> bool:
        """Whether the other item shows exactly the same, under the same id."""
        return self.id == other.id and self.heading == other.heading and self.row.same(other.row)


def heading(text: str, right: Content | None = None) -> Item:
    """A line between rows."""
    return Item(f"heading:{text}", Row(Content.styled(text, "bold $warm"), right), heading=True)


class Rows(OptionList):
    """Rows under a border title. Posts OptionHighlighted and OptionSelected with the item's id."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Other rows are no reason to lay the whole screen out again; `fill` asks for it where the height follows them."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False, compact=True)
        self.items: dict[str, Item] = {}
        self.on_cursor: Callable[[Rows], None] | None = None
        """Called at once when the cursor has moved, so that what goes with it is painted in the same frame."""
        self.on_width: Callable[[], None] | None = None
        """Called when rows have got another width."""
        self._width = 0

    def watch_highlighted(self, highlighted: int | None) -> None:
        super().watch_highlighted(highlighted)
        if self.on_cursor is not None and highlighted is not None:
            self.on_cursor(self)

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width
        if width != self._width:
            self._width = width
            if self.on_width is not None:
                self.on_width()

    def fill(self, items: Sequence[Item], *, keep: bool = True) -> None:
        """Show these rows; the cursor stays on the same id when `keep` and it is still there."""
        shown = list(self.items.values())
        self.items = {item.id: item for item in items}
        if keep and len(shown) == len(items) and all(map(Item.same, shown, items)):
            return
        before = self.highlighted_option.id if keep and self.highlighted_option else None
        offset, height = self.scroll_offset.y, self.virtual_size.height
        self.set_options([Option(item.row, item.id, disabled=item.heading) for item in items])
        if self.styles.auto_dimensions and self.virtual_size.height != height:
            self.refresh(layout=True)
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

    def place_of(self, index: int) -> tuple[int, int]:
        """(first line, number of lines) of a row among all lines."""
        lines = [y for y, (option, _) in enumerate(self._lines) if option == index]
        return (lines[0], len(lines)) if lines else (0, 0)

    def choose(self, item_id: str) -> None:
        """Put the cursor on an item, and choose it."""
        self.highlighted = self.get_option_index(item_id)
        self.action_select()
