"""Games that were kept, to go on with."""

from __future__ import annotations

from pathlib import Path
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
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.session.saved import Saved


class SavedScreen(Whole[None]):
    """Which game do you go on with?"""

    PLACE = "list"
    ABOUT = N_("Games that were kept, the newest first. Choosing one goes on where you left it.")
    CSS_PATH = "../styles/list.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(self.tr("Which game?"), "bold $warm"), id="title", markup=False)
        yield Rows(id="found")
        yield Static(self.tr("One moment, reading…"), id="about", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        from geboortespel.tui.games import saved

        found = saved()
        self.app.call_from_thread(self._show, found)

    def _show(self, found: list[Saved]) -> None:
        items = [self._item(game) for game in found]
        self.query_one(Rows).fill(items)
        said = "" if items else self.tr("There are no games to go on with yet.")
        self.query_one("#about", Static).update(said)

    def _item(self, game: Saved) -> Item:
        title = one_line(game.title) or game.scenario
        done = self.tr.many("{n} action", "{n} actions", game.lines)
        row = Row(Content.styled(title, "bold"), Content.styled(f"{game.path.stem}, {done}", "$zacht"), wrap=True)
        return Item(str(game.path), row, Content(str(game.path)))

    @on(OptionList.OptionHighlighted)
    def _about(self, event: OptionList.OptionHighlighted) -> None:
        item = self.query_one(Rows).items.get(event.option_id or "")
        self.query_one("#about", Static).update(item.about if item else "")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        from geboortespel.tui.opening import go_on

        go_on(self.table, Path(event.option_id or ""))

    def action_back(self) -> None:
        """To the menu."""
        self.app.pop_screen()
