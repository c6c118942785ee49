"""What every screen of the table shares: the app's own type, its translator, its place in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.screen import ModalScreen, Screen

from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.tui.app import TableApp

Given = TypeVar("Given")


class Shared:
    """`PLACE` is the screen's key in the registry of actions; `ABOUT` what help says about it (a message id)."""

    PLACE: ClassVar[str] = ""
    ABOUT: ClassVar[str] = ""

    @property
    def table(self) -> TableApp:
        """The app."""
        return cast("TableApp", self.app)  # type: ignore[attr-defined]

    @property
    def tr(self) -> Translator:
        """Texts in the players' language."""
        return self.table.tr

    def keys(self) -> KeyBar:
        """This screen's key bar."""
        return KeyBar(self.PLACE)

    def speak(self) -> None:
        """Say everything anew, in another language. A screen with texts of its own adds them."""
        for bar in self.query(KeyBar):  # type: ignore[attr-defined]
            bar.refresh()


class Whole(Shared, Screen[Given], Generic[Given]):
    """A screen that fills the terminal."""


class Card(Shared, ModalScreen[Given], Generic[Given]):
    """A screen that lies on top of another, like a card on the table."""
