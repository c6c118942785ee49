"""Where to keep a file, and as what: a folder to type, and a row for every kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Card
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words.catalog import N_

LONGEST_PATH = 1000


class KeepScreen(Card[tuple[Path, str]]):
    """Gives (folder, kind), or None when nothing is kept."""

    PLACE = "keep"
    ABOUT = N_("Type the folder, then choose what kind of file: with enter, the arrows, or a click.")
    CSS_PATH = "../styles/card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("keep")

    def __init__(self, title: str, folder: Path, kinds: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._folder, self._kinds = title, folder, kinds

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Content(self._title)
            yield Static(self.tr("In which folder?"), markup=False)
            yield Input(str(self._folder), max_length=LONGEST_PATH, compact=True, select_on_focus=False)
            yield Static(self.tr("As what?"), markup=False)
            yield Rows(id="kinds")
            yield self.keys()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.fill([Item(kind, Row(Content(said))) for kind, said in self._kinds])
        rows.focus()

    @on(Input.Submitted)
    def _to_the_kinds(self) -> None:
        self.query_one(Rows).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        typed = self.query_one(Input).value.strip()
        folder = Path(typed).expanduser() if typed else self._folder
        self.dismiss((folder, event.option_id or ""))

    def action_back(self) -> None:
        """Keep nothing."""
        self.dismiss(None)
