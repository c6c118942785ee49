"""Two ways to look at the family tree, each with the same cursor: on a timeline and on a map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.report.tree.atlas import Atlas
    from geboortespel.report.tree.kin import Tree

Way = Literal["up", "down", "left", "right"]
AHEAD: dict[Way, tuple[int, int]] = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class KinView(Widget, can_focus=True):
    """Posts `Chosen` for enter and for a click on who is under the cursor already; calls `on_cursor` when it moved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(way, f"go('{way}')", show=False) for way in AHEAD),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Somebody on the tree was chosen."""

        kin: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.found: Tree | None = None
        self.tr: Translator | None = None
        self.cursor = ""
        self.on_cursor: Callable[[str], None] | None = None
        self._lines: list[Content] | None = None

    def show(self, found: Tree, tr: Translator) -> None:
        """Show this tree, in this language."""
        self.found, self.tr = found, tr
        self.again()

    def point(self, kin: str) -> None:
        """Put the cursor on somebody, without telling."""
        if kin != self.cursor:
            self.cursor = kin
            self.again()

    # -- for a kind of view ------------------------------------------------------------------------------------------

    def draw(self, found: Tree, tr: Translator, cursor: str) -> list[Content]:
        """The lines for the size of now; `cursor`: the style of who is looked at."""
        raise NotImplementedError

    def toward(self, found: Tree, way: Way) -> str:
        """Who comes next that way; '' when nobody does."""
        raise NotImplementedError

    def at(self, x: int, y: int) -> str:
        """Who stands in a cell; '' when nobody does."""
        raise NotImplementedError

    def order(self, found: Tree) -> list[str]:
        """Everybody that the cursor can be on, from first to last."""
        return list(found.kin)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def again(self) -> None:
        """Draw anew."""
        self._lines = None
        self.refresh()

    def on_resize(self) -> None:
        self.again()

    def on_focus(self) -> None:
        self.again()

    def on_blur(self) -> None:
        self.again()

    def render(self) -> Content:
        from geboortespel.tui.lineage import CURSOR, UNFOCUSED

        if self.found is None or self.tr is None or not self.size:
            return Content("")
        if self._lines is None:
            cursor = "bold reverse" if self.app.no_color else CURSOR if self.has_focus else UNFOCUSED
            self._lines = self.draw(self.found, self.tr, cursor)
        return Content("\n").join(self._lines)

    # -- pointing ----------------------------------------------------------------------------------------------------

    def _move(self, kin: str) -> None:
        if kin and kin != self.cursor:
            self.point(kin)
            if self.on_cursor is not None:
                self.on_cursor(kin)

    def action_go(self, way: Way) -> None:
        """To who comes next that way."""
        if self.found is not None:
            self._move(self.toward(self.found, way))

    def action_end(self, place: int) -> None:
        """To the first or the last."""
        if self.found is not None and self.found.kin:
            self._move(self.order(self.found)[place])

    def action_choose(self) -> None:
        """Choose who is under the cursor."""
        if self.cursor:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click points at somebody; a second one chooses."""
        offset = event.get_content_offset(self)
        kin = self.at(offset.x, offset.y) if offset is not None else ""
        if kin and kin == self.cursor:
            self.post_message(self.Chosen(kin))
        self._move(kin)


class Timeline(KinView):
    """Rows under an axis of years. Up and down go by the years, left to whom it learnt from, right to who from it."""

    first = 0
    """The row at the top, where not all of them fit."""

    def draw(self, found: Tree, tr: Translator, cursor: str) -> list[Content]:
        from geboortespel.report.tree import timeline
        from geboortespel.tui.lineage import styled

        room, order = max(1, self.size.height - 1), list(found.kin)
        if self.cursor in found.kin:
            at = order.index(self.cursor)
            self.first = max(min(self.first, at), at - room + 1)
        self.first = max(0, min(self.first, len(order) - room))
        rows = timeline.rows(found, self.size.width, self.cursor)[self.first : self.first + room]
        above, below = self.first, max(0, len(order) - self.first - room)
        hidden = "  ".join(f"{mark} {n}" for mark, n in (("↑", above), ("↓", below)) if n)
        axis = Content.styled(hidden, "$zacht").pad_right(timeline.LEFT - len(hidden) - 1)
        return [axis + styled([timeline.axis(self.size.width)], "")[0][timeline.LEFT - 1 :], *styled(rows, cursor)]

    def toward(self, found: Tree, way: Way) -> str:
        order = list(found.kin)
        if self.cursor not in found.kin:
            return order[0] if order else ""
        if way in ("up", "down"):
            at = order.index(self.cursor) + AHEAD[way][1]
            return order[at] if 0 <= at < len(order) else ""
        parents = way == "left"
        ties = found.family.parents(self.cursor) if parents else found.family.children(self.cursor)
        others = sorted((order.index(tie.parent if parents else tie.child) for tie in ties), reverse=parents)
        return order[others[0]] if others else ""

    def at(self, x: int, y: int) -> str:
        order = list(self.found.kin) if self.found is not None else []
        row = self.first + y - 1
        return order[row] if y > 0 and row < len(order) else ""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_go("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_go("up")


class AtlasView(KinView):
    """The maps. Arrows go to the nearest letter that way; a practice is nowhere on them."""

    _made: tuple[object, ...] = ()
    _atlas: Atlas | None = None

    def atlas(self, found: Tree, tr: Translator) -> Atlas:
        """The maps for the size of now."""
        from geboortespel.report.tree.atlas import Atlas

        key = (id(found), self.size, tr.language)
        if self._atlas is None or self._made != key:
            self._made, self._atlas = key, Atlas(found, self.size.width, self.size.height, tr)
        return self._atlas

    def draw(self, found: Tree, tr: Translator, cursor: str) -> list[Content]:
        from geboortespel.tui.lineage import styled

        return styled(self.atlas(found, tr).drawn(self.cursor), cursor)

    def order(self, found: Tree) -> list[str]:
        return [one.id for one in found.alliances]

    def toward(self, found: Tree, way: Way) -> str:
        places = self._atlas.places if self._atlas is not None else {}
        if self.cursor not in places:
            return next(iter(places), "")
        (x, y), (dx, dy) = places[self.cursor], AHEAD[way]

        def far(cell: tuple[int, int]) -> float:
            """How far a cell is that way; to the side counts double, and a cell is twice as high as wide."""
            along = (cell[0] - x) * dx + 2 * (cell[1] - y) * dy
            aside = abs((cell[0] - x) * dy) + abs(2 * (cell[1] - y) * dx)
            return along + 2 * aside if along > 0 and aside <= 3 * along else float("inf")

        near = min(places, key=lambda name: far(places[name]))
        return near if far(places[near]) < float("inf") else ""

    def at(self, x: int, y: int) -> str:
        places = self._atlas.places if self._atlas is not None else {}
        near = [name for name, cell in places.items() if cell[1] == y and abs(cell[0] - x) <= 1]
        return min(near, key=lambda name: abs(places[name][0] - x), default="")
