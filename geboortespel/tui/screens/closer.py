"""Somebody or something seen from nearby: what is known of it, and the moves that are possible towards it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.engine.actions import Action
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Card
from geboortespel.tui.screens.why import Asking
from geboortespel.tui.widgets.rows import Rows, heading
from geboortespel.tui.widgets.text import Words
from geboortespel.words.catalog import N_
from geboortespel.words.why import Asked, Group, Reader, moves, quantities

if TYPE_CHECKING:
    from geboortespel.tui.hand import Step


@dataclass(frozen=True)
class Nearby:
    """What this is about: the quantity, whose eyes it is for, and what else can be asked."""

    name: str
    who: Reader
    numbers: Callable[[], Sequence[Group]]


class Closer(Asking, Card[Action | None]):
    """Gives the move that was chosen, None when it is closed."""

    PLACE = "closer"
    ABOUT = N_("Somebody or something from nearby, with the moves you can make towards it. Enter or a click makes one.")
    CSS_PATH = "../styles/closer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("closer")

    def __init__(self, title: str, told: Sequence[Content], step: Step, empty: str, about: Nearby) -> None:
        super().__init__()
        self._title, self._told, self._step, self._empty, self._nearby = title, told, step, empty, about

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Content(self._title)
            yield Words(self._told, id="words")
            yield Rows(id="moves")
            yield self.keys()

    def on_mount(self) -> None:
        rows = self.query_one("#moves", Rows)
        items = [heading(self.tr("What you can do") if self._step.items else self._empty), *self._step.items]
        rows.fill(items)
        (rows if self._step.items else self.query_one("#words")).focus()

    @on(OptionList.OptionSelected, "#moves")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._give(event.option_id or "")

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the move with that number."""
        digit = event.character or ""
        found = [i for i in self._step.items if digit.isdecimal() and i.row.plain.split(" ")[0] == digit]
        if found:
            event.stop()
            self._give(found[0].id)

    def _give(self, chosen: str) -> None:
        if chosen in self._step.actions:
            self.dismiss(self._step.actions[chosen])

    def numbers(self) -> Sequence[Group]:
        """Everything that can be asked about at the table."""
        return self._nearby.numbers()

    def under_cursor(self) -> Asked | None:
        """The move under the cursor, with the number it is aimed at; elsewhere that number alone."""
        rows = self.query_one("#moves", Rows)
        some = self._step.stands.get(rows.current.id) if rows.has_focus and rows.current is not None else None
        found = moves.row(self._nearby.who, some) if some else None
        return found or quantities.asked(self._nearby.who, self._nearby.name)

    def action_close(self) -> None:
        """Close, and go on."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss(None)
