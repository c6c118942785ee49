"""The krachtenveld on the screen: a drawing with a cursor on one person. It shows what it is given and says what was
pointed at; arrows go to the nearest token that way."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from geboortespel.tui import chart
from geboortespel.tui.field import TOKEN, Field, Way
from geboortespel.words.catalog import Translator


@dataclass(frozen=True)
class Shown:
    """What the map shows besides its cursor. `make`: a field for a width and a height; `links`: of one person."""

    make: Callable[[int, int], Field]
    links: Callable[[str], chart.Links]
    within: frozenset[str] | None = None


class FieldMap(Widget, can_focus=True):
    """Posts `Chosen` for enter and for a click on somebody; calls `on_cursor` when the cursor has moved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go('up')", show=False),
        Binding("down", "go('down')", show=False),
        Binding("left", "go('left')", show=False),
        Binding("right", "go('right')", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Somebody was chosen on the map."""

        actor: str

    def __init__(self, tr: Translator, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.tr = tr
        self.cursor = ""
        self.on_cursor: Callable[[FieldMap], None] | None = None
        self._shown: Shown | None = None
        self._asked: frozenset[str] = frozenset()
        self._field: Field | None = None
        self._lines: list[Content] | None = None

    def show(self, shown: Shown) -> None:
        """Show another state of affairs; the cursor stays on the same person."""
        self._shown, self._field = shown, None
        self._again()

    def ask(self, actors: Collection[str]) -> None:
        """Point out those who can be chosen now."""
        if frozenset(actors) != self._asked:
            self._asked = frozenset(actors)
            self._again()

    def point(self, actor: str) -> None:
        """Put the cursor on somebody, without telling."""
        if actor != self.cursor:
            self.cursor = actor
            self._again()

    @property
    def field(self) -> Field | None:
        """Where everybody stands at the size of now; None where there is no room or nobody."""
        width, height = self.size.width - chart.LEFT, self.size.height - chart.TOP - chart.BOTTOM
        if self._shown is None or width < 3 * (TOKEN + 1) or height < 2:
            return None
        if self._field is None or (self._field.width, self._field.height) != (width, height):
            self._field = self._shown.make(width, height)
        return self._field

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _again(self) -> None:
        self._lines = None
        self.refresh()

    def on_resize(self) -> None:
        self._again()

    def on_focus(self) -> None:
        self._again()

    def on_blur(self) -> None:
        self._again()

    def render(self) -> Content:
        if self._lines is None:
            self._lines = self._drawn()
        return Content("\n").join(self._lines)

    def _drawn(self) -> list[Content]:
        field = self.field
        if field is None or self._shown is None:
            return [Content.styled(self.tr("No room for the map: k shows the list."), "$zacht")]
        if self.cursor not in field.tokens:
            self.cursor = next(iter(field.tokens), "")
        return chart.draw(
            field, self.tr, selected=self.cursor, linked=self._shown.links(self.cursor), within=self._shown.within,
            asked=self._asked, focused=self.has_focus,
        )  # fmt: skip

    # -- pointing ----------------------------------------------------------------------------------------------------

    def _move(self, actor: str) -> None:
        if actor and actor != self.cursor:
            self.point(actor)
            if self.on_cursor is not None:
                self.on_cursor(self)

    def action_go(self, way: Way) -> None:
        """To the nearest person that way."""
        field = self.field
        if field is not None and self.cursor in field.tokens:
            self._move(field.toward(self.cursor, way))

    def action_end(self, place: int) -> None:
        """To the one with the most power, or the least."""
        if self.field is not None and self.field.tokens:
            self._move(list(self.field.tokens)[place])

    def action_choose(self) -> None:
        """Choose who is under the cursor."""
        if self.cursor:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click points at somebody; a second one, or one on somebody who can be chosen now, chooses."""
        at = event.get_content_offset(self)
        if at is None or self.field is None:
            return
        actor = self.field.at(at.x - chart.LEFT, at.y - chart.TOP)
        if not actor:
            return
        if actor == self.cursor or actor in self._asked:
            self.post_message(self.Chosen(actor))
        self._move(actor)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 14
