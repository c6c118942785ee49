"""The scenarios there are: what each is about, how long it takes, for how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from geboortespel.tui.games import Listed


class ScenarioScreen(Whole[None]):
    """Choose a scenario to play, or only look (`play` False: choosing shows its assignment just the same)."""

    PLACE = "list"
    ABOUT = N_("The scenarios there are. Choosing one shows its assignment; the game begins only after that.")
    CSS_PATH = "../styles/list.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    def __init__(self, play: bool) -> None:
        super().__init__()
        self._play = play

    def compose(self) -> ComposeResult:
        title = self.tr("Which scenario?") if self._play else self.tr("Scenarios")
        yield Static(Content.styled(title, "bold $warm"), id="title", markup=False)
        yield Rows(id="found")
        yield Static(self.tr("One moment, reading…"), id="about", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        from geboortespel.tui.games import scenarios

        found = scenarios()
        self.app.call_from_thread(self._show, found)

    def _show(self, found: list[Listed]) -> None:
        if not found:
            self.query_one("#about", Static).update(self.tr("There are no scenarios here."))
            return
        self.query_one(Rows).fill([self._item(listed) for listed in found])

    def _item(self, listed: Listed) -> Item:
        tr = self.tr
        players = tr("{players} players").format(players=listed.players) if listed.players else ""
        beside = ", ".join(filter(None, (players, listed.playtime)))
        row = Row(Content.styled(listed.title, "bold"), Content.styled(beside, "$zacht"), wrap=True)
        return Item(str(listed.path), row, Content(listed.about))

    @on(OptionList.OptionHighlighted)
    def _about(self, event: OptionList.OptionHighlighted) -> None:
        item = self.query_one(Rows).items.get(event.option_id or "")
        self.query_one("#about", Static).update(item.about if item else "")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        from geboortespel.tui.opening import brief

        brief(self.table, event.option_id or "")

    def action_back(self) -> None:
        """To the menu."""
        self.app.pop_screen()
