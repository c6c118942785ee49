"""How it ended: the outcome, the lights, the score, and for a birth the card with its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from geboortespel.report import firstyear
from geboortespel.report.card import apgar, is_birth, sheet, signed_by
from geboortespel.report.lacking import lacking
from geboortespel.report.plate import WIDE, plate
from geboortespel.session.firstyear import begin_kept, has_year
from geboortespel.session.store import StoreError
from geboortespel.tui import board
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.why import Asking, LogPage
from geboortespel.tui.story import Story
from geboortespel.tui.widgets.pieces import page
from geboortespel.tui.widgets.text import Words
from geboortespel.words import storage
from geboortespel.words.catalog import N_
from geboortespel.words.plain import safe
from geboortespel.words.voice import Voice
from geboortespel.words.why import Group, Reader, places

if TYPE_CHECKING:
    from geboortespel.session.session import Session
    from geboortespel.tui.hotseat import People


class EndingScreen(Asking, Whole[None]):
    """The end of a game; a birth is named and signed here."""

    PLACE = "ending"
    ABOUT = N_("How it ended. After a birth you name the alliance together and write a sentence each on the card.")
    CSS_PATH = "../styles/ending.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("ending")

    def __init__(self, session: Session, voice: Voice, story: Story, people: People) -> None:
        super().__init__()
        self.session, self.voice, self.story, self.people = session, voice, story, people
        self.born = is_birth(session.view(None))

    def compose(self) -> ComposeResult:
        with Horizontal(id="sheet"):
            yield Words(self._told(), id="told")
            if self.born:
                with Vertical(id="frame"):
                    yield Static(id="card", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one(Words).focus()
        if self.born and not signed_by(self.session.remarks).name:
            self.call_after_refresh(self.action_sign)

    def on_resize(self) -> None:
        """Set the card for the room there is, once it is known."""
        self.call_after_refresh(self._show_card)

    def speak(self) -> None:
        """Everything in the language of now."""
        self.voice = Voice(self.session.board, self.tr.language)
        self.story = Story(self.session, self.voice)
        self.query_one("#told", Words).show(self._told())
        self._show_card()
        super().speak()

    def _told(self) -> list[Content]:
        view, tr = self.session.view(None), self.tr
        outcome = self.session.outcome
        said: list[Content] = []
        if outcome is not None:
            said.append(Content.styled(self.voice.titles.outcome(outcome.id), "bold $warm"))
            said += [Content(line) for line in safe(outcome.text).strip().split("\n")]
        lights = board.summary(self.voice, view)
        if lights:
            meant = tr("The three perspectives, of what had to be green:") if self.voice.board.aspects else ""
            said += [Content(""), *([Content.styled(meant, "$zacht")] if meant else []), lights]
        short = "" if firstyear.is_year(view) else lacking(self.voice, view)
        if short:
            said.append(Content(short))
        if firstyear.is_year(view):
            said += [Content(""), *map(Content, firstyear.told(self.voice, view))]
        wise = outcome is not None and outcome.kind == "wijs"  # nothing was to be born: no score of a birth
        score = [] if self.born or wise or firstyear.is_year(view) else apgar(self.voice, view)
        if score:
            said += [Content(""), Content.styled(score[0], "bold"), *map(self._score, score[1:])]
        if has_year(self.session):
            said += [Content(""), Content.styled(tr("The first year after this birth can be played now (j)."), "$warm")]
        closing = tr("The log tells how it went (l). You can ask why of every number (w).")
        said += [Content(""), Content.styled(closing, "$zacht")]
        return said

    @staticmethod
    def _score(line: str) -> Content:
        name, _, points = line.rpartition(": ")
        marks = board.points(int(points), 2) if points.isdecimal() else points
        return Content(f"  {marks} {name.strip()}")

    def _show_card(self) -> None:
        if not self.born:
            return
        made = sheet(self.voice, self.session.view(None), signed_by(self.session.remarks))
        room = self.query_one("#frame").size
        self.query_one("#card", Static).update(page(plate(made, min(WIDE, room.width), high=self.size.height - 3)))

    # -- actions -----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "first_year":
            return has_year(self.session)
        return self.born if action == "sign" else True

    def action_sign(self) -> None:
        """Name it and sign, each a sentence."""
        from geboortespel.tui.screens.sign import SignScreen

        def signed(given: tuple[str, list[str]] | None) -> None:
            if given is not None and (given[0] or given[1]):
                try:
                    self.session.remark("kaartje", {"naam": given[0], "zinnen": given[1]})
                except StoreError as fault:
                    said = storage.trouble(fault.code, fault.path, self.voice.tr)
                    self.notify(said, severity="error", timeout=15, markup=False)
                self._show_card()

        self.app.push_screen(SignScreen(self.people.count, signed_by(self.session.remarks)), signed)

    def numbers(self) -> Sequence[Group]:
        """Any number of the game, those on the card first."""
        return places.everything(Reader(self.voice, self.session.view(None), self.session))

    def action_card(self) -> None:
        """The card, or the letter, alone on the screen."""
        from geboortespel.tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self.session))

    def action_look_back(self) -> None:
        """What happened, looked back on."""
        from geboortespel.tui.screens.lookback import LookBackScreen

        self.app.push_screen(LookBackScreen(self.session))

    def action_debriefing(self) -> None:
        """Talk about it in six steps."""
        from geboortespel.tui.screens.debriefing import DebriefingScreen

        self.app.push_screen(DebriefingScreen(self.session))

    def action_log(self) -> None:
        """Everything that happened."""
        self.app.push_screen(LogPage(self.tr("Log"), self.story.whole(), self.numbers))

    def action_first_year(self) -> None:
        """Leave this table for that of the first year."""
        try:
            year = begin_kept(self.session, clock=self.session.timed, language=self.tr.language)
        except StoreError as fault:
            said = storage.trouble(fault.code, fault.path, self.voice.tr)
            self.notify(said, severity="error", timeout=15, markup=False)
            return
        self.table.to_menu()
        self.table.play(year)

    def action_menu(self) -> None:
        """To the menu."""
        self.table.to_menu()
