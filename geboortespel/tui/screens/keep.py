"""Where to keep a file, and as what: a folder to type, and a row for every kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Card, Shared
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words import storage
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from geboortespel.report.picture import Kind

Severity = Literal["information", "warning", "error"]
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


class Keeping(Shared):
    """A screen that can be kept as a file. `KEEP`: the question; `KINDS`: (kind, what it is), message ids."""

    KEEP: ClassVar[str] = ""
    KINDS: ClassVar[tuple[tuple[Kind, str], ...]] = ()
    _folder: Path | None = None

    def write(self, folder: Path, kind: Kind) -> Path:
        """Make the file in this folder; its path. StoreError; NoPng where no PNG can be made."""
        raise NotImplementedError

    def action_keep(self) -> None:
        """Choose a folder and a kind, and keep it."""
        kinds = [(kind, self.tr(said)) for kind, said in self.KINDS]

        def chosen(given: tuple[Path, str] | None) -> None:
            if given is not None:
                self._folder = given[0]
                self._keep(given[0], cast("Kind", given[1]))

        folder = self._folder or Path.cwd()
        self.table.push_screen(KeepScreen(self.tr(self.KEEP), folder, kinds), chosen)

    def _keep(self, folder: Path, kind: Kind) -> None:
        """Away from the screen: a PNG takes a while. What is said about it is what happened."""

        def make() -> None:
            said, severity = self._kept(folder.absolute(), kind)
            self.table.call_from_thread(self._screen.notify, said, severity=severity, timeout=12, markup=False)

        self._screen.run_worker(make, thread=True, exclusive=True, group="keep")

    def _kept(self, folder: Path, kind: Kind) -> tuple[str, Severity]:
        from geboortespel.report.picture import NoPng, no_png
        from geboortespel.session.store import StoreError

        try:
            return storage.saved(self.write(folder, kind), self.tr), "information"
        except NoPng as fault:
            return no_png(fault, self.tr), "warning"
        except StoreError as fault:
            return storage.unsaved(fault.code, fault.path, self.tr), "error"
