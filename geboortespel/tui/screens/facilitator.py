"""Screens of the facilitator: the pause that covers the game, a note to type."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Card, Whole
from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line

LONGEST = 500
"""Characters of a note."""


class PauseScreen(Whole[None]):
    """Covers the game, so that players look at the facilitator. Nothing goes on under it."""

    PLACE = "pause"
    ABOUT = N_("A pause. The game waits under this page; enter, space or escape goes on with it.")
    CSS_PATH = "../styles/facilitator.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pause")

    def compose(self) -> ComposeResult:
        with Vertical(id="cover"):
            yield Static(id="pause", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self._say()

    def speak(self) -> None:
        """In the language of now."""
        self._say()
        super().speak()

    def _say(self) -> None:
        tr = self.tr
        title = " ".join(tr("Pause").upper())
        lines = [
            Content.styled(title, "bold $warm"),
            Content(""),
            Content(tr("Leave the screen for what it is, and look at your facilitator.")),
            Content.styled(tr("The game waits. No time passes in it."), "$zacht"),
        ]
        self.query_one("#pause", Static).update(Content("\n").join(lines))

    def action_close(self) -> None:
        """Go on with the game."""
        self.dismiss(None)


class NoteScreen(Card[str]):
    """Gives what was typed, '' when nothing is kept."""

    PLACE = "note"
    ABOUT = N_("Type a sentence and press enter. It is kept with the game.")
    CSS_PATH = "../styles/facilitator.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Content(self._title)
            yield Static(self._text, markup=False)
            yield Input(max_length=LONGEST, compact=True)
            yield self.keys()

    def on_mount(self) -> None:
        for field in self.query(Input):
            field.focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self.dismiss(one_line(event.value))

    def action_back(self) -> None:
        """Keep nothing."""
        self.dismiss("")
