"""The negotiating table on the screen: both positions, what they say, your own worth, the staffel with its slider."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from geboortespel.tui import bargaining, dealing
from geboortespel.tui.actions import bindings
from geboortespel.tui.moments import reading
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.detail import Detailed
from geboortespel.tui.screens.why import Asking, LogPage
from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.tui.widgets.rows import Rows
from geboortespel.words import shares
from geboortespel.words import talks as words
from geboortespel.words.catalog import N_
from geboortespel.words.why import Asked, Group, places
from geboortespel.words.why import talks as reasons

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.tui.screens.table_board import TableBoard

NEEDS = {
    "put_forward": "voorleggen", "force": "graag-of-niet", "take": "aannemen", "ask_why": "waarom",
    "tell": "vertellen", "change": "bod",
}  # fmt: skip
"""Action of the registry → what must be possible at the table."""


class TalksScreen(Asking, Detailed, Whole[None]):
    """One sitting with the market, for the seat that leads it. Holds nothing of the game; ends with the sitting."""

    PLACE = "talks"
    ABOUT = N_(
        "The negotiating table. Choose an issue to change your draft, ask why something matters to them, tell what "
        "matters to you, and put it forward. In the staffel the arrows move the actual cost."
    )
    CSS_PATH = "../styles/talks.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("talks")

    def __init__(self, board: TableBoard) -> None:
        super().__init__()
        self.board, self.session, self.voice = board, board.session, board.voice

    @property
    def view(self) -> View:
        """What the seat at the table knows now."""
        return self.session.view(self.session.view(None).to_act[0])

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Static(id="state", markup=False)
        with Horizontal(id="table"):
            with Vertical(id="ours"):
                yield Rows(id="issues", classes="pane")
                yield Static(id="worth", markup=False)
            with Vertical(id="theirs"):
                yield Static(id="said", markup=False)
                yield Rows(id="staffel", classes="pane")
        yield Static(id="detail", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        for rows in self.query(Rows):
            rows.on_cursor, rows.on_width = self._cursor, self.on_resize
        self.query_one("#issues").focus()
        self.call_after_refresh(self.show_all)

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_all)

    def speak(self) -> None:
        """Everything in the language of now."""
        self.voice = self.board.voice
        self.show_all()
        super().speak()

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """How it lies on the table now."""
        laid = len(self.query("#title, #state, #issues, #worth, #said, #staffel")) == 6 and bool(self.query(KeyBar))
        if self.session.view(None).waiting != "zitting" or not laid:  # it is over, not laid yet, or being cleared
            return
        view, voice = self.view, self.voice
        talks = view.talks
        assert talks is not None
        name = words.party_title(voice.titles, talks.party)
        title = self.tr("At the table with {party}").format(party=words.the_party(voice.titles, talks.party))
        self.query_one("#title", Static).update(Content.styled(title, "bold $accent-tekst"))
        self.query_one("#state", Static).update(bargaining.head(self.tr, talks))
        issues = self.query_one("#issues", Rows)
        issues.border_title = Content(self.tr("On the table"))
        room = issues.scrollable_content_region.width - 2
        issues.fill(bargaining.issues(voice, self.tr, talks, room, tall=self.app.size.height >= 30))
        self.query_one("#worth", Static).update(bargaining.worths(self.tr, talks, room - 2))
        said = self.query_one("#said", Static)
        said.border_title = Content(name)
        said.update(dealing.said(voice, self.session, view))
        self._show_staffel(view)
        if isinstance(self.focused, Rows):
            self._cursor(self.focused)
        self.query_one(KeyBar).refresh()

    def _show_staffel(self, view: View) -> None:
        rows = self.query_one("#staffel", Rows)
        assert view.talks is not None
        staffel, spread = view.talks.staffel([issue.draft for issue in view.talks.issues]), view.talks.spread
        self.set_class(staffel is None or spread is None, "-zonder-geld")
        if staffel is None or spread is None:
            return
        rows.border_title = Content(self.tr("Your draft: gain/pain share"))
        rows.border_subtitle = Content(self.tr("they pay, they receive"))
        width, height = rows.scrollable_content_region.size
        rows.fill(bargaining.staffel_rows(self.voice, staffel, spread, width - 2, height))

    def _cursor(self, rows: Rows) -> None:
        if rows.current is not None and rows.has_focus:
            self.explain(rows.current.about)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What the cursor is on, explained."""
        if isinstance(event.widget, Rows):
            self._cursor(event.widget)

    # -- choosing ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "undo":
            return self.session.can_undo
        if action == "read_on":
            return self.cut
        needed = NEEDS.get(action)
        if self.session.view(None).waiting != "zitting":
            return True
        if action == "compare":
            return self._shares is not None
        if needed is None:
            return True
        return any(found.what == needed for found in self.view.legal)

    @on(OptionList.OptionSelected, "#issues")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._settle((event.option_id or "").partition(":")[2])

    def _settle(self, issue: str) -> None:
        """Ask how an issue is to be settled."""
        why_not = partial(dealing.why_not, self.voice, self.session, self.view, issue)
        items, actions, closed = bargaining.options(self.voice, self.view, issue, why_not)
        title = words.issue(self.voice.titles, issue)

        def done(chosen: str | None) -> None:
            if chosen in actions:
                self.act(actions[chosen])

        self.app.push_screen(Ask(title, "", items, closed), done)

    def _about(self, what: str, title: str) -> None:
        items, actions = bargaining.about_what(self.voice, self.view, what)

        def done(chosen: str | None) -> None:
            if chosen in actions:
                self.act(actions[chosen])

        self.app.push_screen(Ask(title, "", items), done)

    def act(self, action: Action) -> None:
        """Do it, show it, and get up when the sitting is over."""
        if self.board.act(action) is None:
            return
        if self.session.view(None).waiting == "zitting":
            self.show_all()
        else:
            self.dismiss(None)

    def _do(self, what: str) -> None:
        found = next((action for action in self.view.legal if action.what == what), None)
        if found is not None:
            self.act(found)

    # -- why ---------------------------------------------------------------------------------------------------------

    def numbers(self) -> Sequence[Group]:
        """What lies on this table, then the board."""
        return places.everything(reading.reader(self.board))

    def under_cursor(self) -> Asked | None:
        """The issue under the cursor, or what happens at the actual cost that the slider is on."""
        rows = self.focused
        if not isinstance(rows, Rows) or rows.current is None:
            return None
        kind, _, what = rows.current.id.partition(":")
        who = reading.reader(self.board)
        return reasons.at_cost(who, int(what)) if kind == "cost" else reasons.about(who, what)

    # -- actions of the registry -------------------------------------------------------------------------------------

    def action_change(self) -> None:
        """Change the issue under the cursor."""
        current = self.query_one("#issues", Rows).current
        if current is not None:
            self._settle(current.id.partition(":")[2])

    def action_ask_why(self) -> None:
        """Ask why something matters to them."""
        self._about("waarom", self.tr("Ask why it matters to them"))

    def action_tell(self) -> None:
        """Tell what something means to you."""
        self._about("vertellen", self.tr("Tell what it means to you"))

    def action_put_forward(self) -> None:
        """Put the draft forward."""
        self._do("voorleggen")

    def action_force(self) -> None:
        """Put it forward as take it or leave it."""
        self._do("graag-of-niet")

    def action_take(self) -> None:
        """Take their offer."""
        self._do("aannemen")

    def action_compare(self) -> None:
        """Every way to share gain and pain beside the others."""
        found = self._shares
        if found is not None:
            title = self.tr("Gain and pain, every way to share")
            told = [Content(line) for line in shares.lines(self.voice.titles, found)]
            self.app.push_screen(LogPage(title, told, self.numbers, end=False))

    @property
    def _shares(self) -> shares.Shares | None:
        assert self.view.talks is not None
        return shares.shares(self.voice.titles, self.view.talks)

    def action_adjourn(self) -> None:
        """Get up; the offers stay."""
        self._do("verdagen")

    def action_undo(self) -> None:
        """Take the last change back, if nothing was heard since."""
        if self.session.can_undo:
            self.session.undo()
            self.board.refresh_board()
            if self.session.view(None).waiting == "zitting":
                self.show_all()
            else:
                self.dismiss(None)

    def action_next_pane(self) -> None:
        """From the issues to the staffel and back."""
        to_money = not self.query_one("#staffel").has_focus and not self.has_class("-zonder-geld")
        self.set_class(to_money, "-op-staffel")
        self.call_after_refresh(self._focus, "#staffel" if to_money else "#issues")

    def _focus(self, pane: str) -> None:
        self.query_one(pane).focus()
        self.show_all()
