"""Naming the alliance and signing the card: a name, and a sentence from everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from geboortespel.report.card import MOST_FINGERS
from geboortespel.tui.actions import bindings
from geboortespel.tui.board import points
from geboortespel.tui.screens.base import Card
from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.report.card import Signed

LONGEST = 200


class SignScreen(Card[tuple[str, list[str]]]):
    """Gives (name, sentences), or None when nothing is signed."""

    PLACE = "sign"
    ABOUT = N_("Type a name and a sentence each. Enter goes to the next line; after the last one the card is signed.")
    CSS_PATH = "../styles/ending.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("sign")

    def __init__(self, count: int, before: Signed) -> None:
        super().__init__()
        self._count, self._before = count, before

    def compose(self) -> ComposeResult:
        tr = self.tr
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = Content(tr("The birth card"))
            yield Static(tr("What is it called? Choose a name together."), markup=False)
            yield Input(self._before.name, max_length=LONGEST, compact=True)
            for n in range(self._count):
                yield Static(self._asked(n), markup=False)
                said = self._before.sentences[n] if n < len(self._before.sentences) else ""
                yield Input(said, max_length=LONGEST, compact=True)
            yield self.keys()

    def _asked(self, n: int) -> Content:
        """The question to a person (from 0), with the fingers they held up at the start."""
        asked = Content(self.tr("Player {n}: a sentence on the card.").format(n=n + 1))
        if n >= len(self._before.fingers):
            return asked
        said = self.tr("At the start: {fingers}").format(fingers=points(self._before.fingers[n], MOST_FINGERS))
        return Content.assemble(asked, (f"  {said}", "$zacht"))

    def on_mount(self) -> None:
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        fields = list(self.query(Input))
        at = fields.index(event.input)
        if at + 1 < len(fields):
            fields[at + 1].focus()
        else:
            self.action_sign()

    def action_sign(self) -> None:
        """Done: put it on the card."""
        name, *sentences = [one_line(field.value)[:LONGEST] for field in self.query(Input)]
        self.dismiss((name, [sentence for sentence in sentences if sentence]))

    def action_back(self) -> None:
        """Leave the card as it is."""
        self.dismiss(None)
