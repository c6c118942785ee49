"""The birth card, alone on the screen and framed; from here it is kept as text, SVG or PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from geboortespel.report.card import Sheet, sheet, signed_by
from geboortespel.report.plate import WIDE, plain, plate
from geboortespel.session.store import StoreError, write_file
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.keep import KeepScreen
from geboortespel.tui.screens.why import Asking
from geboortespel.tui.widgets.pieces import page
from geboortespel.words import storage
from geboortespel.words.catalog import N_
from geboortespel.words.voice import Voice
from geboortespel.words.why import Group, Reader, places

if TYPE_CHECKING:
    from geboortespel.report.picture import Kind
    from geboortespel.session.session import Session

KINDS = (
    ("txt", N_("Text, as it stands here")),
    ("svg", N_("Picture to print (SVG), sharp at any size")),
    ("png", N_("Picture to send (PNG)")),
)


class CardScreen(Asking, Whole[None]):
    """The card of a birth, or the letter of another ending. Only for a game that has ended."""

    PLACE = "card"
    ABOUT = N_("The birth card. Keep it as a picture to print and frame, as a picture to send, or as text.")
    CSS_PATH = "../styles/card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("card")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._folder = Path.cwd()

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="desk"):
            yield Static(id="plate", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one("#desk").focus()

    def on_resize(self) -> None:
        """Set the card for the room there is."""
        self._show()

    def speak(self) -> None:
        """The card in the language of now."""
        self._show()
        super().speak()

    def made(self) -> Sheet:
        """What stands on the card now."""
        voice = Voice(self.session.board, self.tr.language)
        return sheet(voice, self.session.view(None), signed_by(self.session.remarks))

    def _show(self) -> None:
        width, high = min(WIDE, self.size.width - 2), self.size.height - 1
        self.query_one("#plate", Static).update(page(plate(self.made(), width, high=high)))

    def as_text(self) -> tuple[str, str]:
        """What is copied and kept as text here."""
        made = self.made()
        return made.name, plain(plate(made))

    def numbers(self) -> Sequence[Group]:
        """What stands on the card, then any number of the game."""
        voice = Voice(self.session.board, self.tr.language)
        return places.everything(Reader(voice, self.session.view(None), self.session))

    # -- actions -----------------------------------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Choose a folder and a kind, and keep it."""
        kinds = [(kind, self.tr(said)) for kind, said in KINDS]

        def chosen(given: tuple[Path, str] | None) -> None:
            if given is not None:
                self._folder = given[0]
                self._keep(given[0], cast("Kind", given[1]))

        self.app.push_screen(KeepScreen(self.tr("Keep the card"), self._folder, kinds), chosen)

    @work(thread=True, exclusive=True)
    def _keep(self, folder: Path, kind: Kind) -> None:
        """Make the file, away from the screen: a PNG takes a while. What is said about it is what happened."""
        from geboortespel.report.picture import NoPng, file_name, is_card, no_png, rendered

        made, tr = self.made(), self.tr
        path = folder.absolute() / file_name(made, kind, tr)
        try:
            write_file(path, rendered(kind, made, tr, ascii_only=self.table.settings.ascii), is_card)
        except NoPng as fault:
            said, severity = no_png(fault, tr), "warning"
        except StoreError as fault:
            said, severity = storage.unsaved(fault.code, fault.path, tr), "error"
        else:
            said, severity = storage.saved(path, tr), "information"
        self.app.call_from_thread(self.notify, said, severity=severity, timeout=12, markup=False)

    def action_back(self) -> None:
        """Back to the ending."""
        self.dismiss(None)
