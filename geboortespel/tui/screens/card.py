"""The birth card, alone on the screen and framed; from here it is kept as text, SVG or PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from geboortespel.report.card import Sheet, sheet, signed_by
from geboortespel.report.plate import WIDE, plain, plate
from geboortespel.session.store import write_file
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.keep import Keeping
from geboortespel.tui.screens.why import Asking
from geboortespel.tui.widgets.pieces import page
from geboortespel.words.catalog import N_
from geboortespel.words.voice import Voice
from geboortespel.words.why import Group, Reader, places

if TYPE_CHECKING:
    from geboortespel.report.picture import Kind
    from geboortespel.session.session import Session


class CardScreen(Asking, Keeping, Whole[None]):
    """The card of a birth, or the letter of another ending. Only for a game that has ended."""

    PLACE = "card"
    ABOUT = N_("The birth card. Keep it as a picture to print and frame, as a picture to send, or as text.")
    KEEP = N_("Keep the card")
    KINDS = (
        ("txt", N_("Text, as it stands here")),
        ("svg", N_("Picture to print (SVG), sharp at any size")),
        ("png", N_("Picture to send (PNG)")),
    )
    CSS_PATH = "../styles/card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("card")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

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

    def write(self, folder: Path, kind: Kind) -> Path:
        from geboortespel.report.picture import file_name, is_card, rendered

        made, tr = self.made(), self.tr
        path = folder / file_name(made, kind, tr)
        write_file(path, rendered(kind, made, tr, ascii_only=self.table.settings.ascii), is_card)
        return path

    def action_back(self) -> None:
        """Back to the ending."""
        self.dismiss(None)
