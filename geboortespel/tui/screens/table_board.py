"""The board and the hand on the screen, and doing an action. Holds no game: session → view → content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from geboortespel.engine.actions import IllegalAction
from geboortespel.session.store import StoreError
from geboortespel.tui import board
from geboortespel.tui.hand import Hand, Step
from geboortespel.tui.hotseat import People, dealt, remembered
from geboortespel.tui.moments import Course, deltas_of
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.story import Story
from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.tui.widgets.rows import Rows
from geboortespel.tui.widgets.tabs import PaneTabs
from geboortespel.tui.widgets.text import Words
from geboortespel.words import storage
from geboortespel.words.catalog import N_
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt, Session

COLUMN_OF = {"hand": "hand", "story": "hand", "lights": "lights", "people": "people", "thresholds": "people"}
PANES = (("hand", N_("Moves")), ("lights", N_("Perspectives")), ("people", N_("People and thresholds")))


class TableBoard(Whole[None]):
    """`people` says who plays what; `seat` whose hand is on the table; `path` how far a move has been chosen."""

    CSS_PATH = "../styles/table.tcss"

    def __init__(self, session: Session, resumed: bool = False) -> None:
        super().__init__()
        self.session, self.resumed = session, resumed
        self.voice = Voice(session.board, self.tr.language)
        self.story = Story(session, self.voice)
        self.people: People = remembered(session) or dealt(session.board.scenario, session.people, 1)
        self.seat, self.path = "", tuple[str, ...]()
        self.deltas: dict[str, int] = {}
        self.hand: Hand | None = None
        self.step: Step | None = None
        self.tip = Content("")
        self.course = Course(self)

    # -- building ----------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Static(id="where", markup=False)
        yield Static(id="phases", markup=False)
        yield PaneTabs(id="tabs")
        with Horizontal(id="board"):
            with Vertical(id="column-lights", classes="column"):
                yield Rows(id="lights", classes="pane")
            with Vertical(id="column-people", classes="column"):
                yield Rows(id="people", classes="pane")
                yield Rows(id="thresholds", classes="pane")
            with Vertical(id="column-hand", classes="column"):
                yield Words(id="story")
                with Vertical(id="hand-pane", classes="pane"):
                    yield Static(id="turn", markup=False)
                    yield Static(id="introduction", markup=False)
                    yield Rows(id="hand")
        yield Static(id="detail", markup=False)
        yield self.keys()

    def speak(self) -> None:
        """The whole table in the language of now: the game is the same, its words are made anew."""
        self.voice = Voice(self.session.board, self.tr.language)
        self.story = Story(self.session, self.voice)
        self._entitle()
        self.show_pane(self.focused.id if self.focused is not None and self.focused.id in COLUMN_OF else "hand")
        self.refresh_board()
        super().speak()

    def _entitle(self) -> None:
        tr = self.tr
        for pane, label in (
            ("lights", tr("Perspectives")), ("people", tr("Round the table")), ("thresholds", tr("Thresholds")),
            ("story", tr("What happened")),
        ):  # fmt: skip
            self.query_one(f"#{pane}").border_title = Content(label)

    def on_mount(self) -> None:
        self._entitle()
        if not self.session.board.scenario.actors:
            self.query_one("#people").display = False
        if not self.session.board.scenario.thresholds:
            self.query_one("#thresholds").display = False
        if not (self.session.board.scenario.actors or self.session.board.scenario.thresholds):
            self.add_class("-zonder-mensen")
        for rows in self.query(Rows):
            rows.on_cursor = self._cursor
        self.show_pane("hand")
        self.refresh_board()
        self.course.begin()

    # -- showing -----------------------------------------------------------------------------------------------------

    @property
    def mine(self) -> list[str]:
        """Seats that people play and that can act now; [''] when the whole table answers."""
        view = self.session.view(None)
        if view.waiting in ("keuze", "poort") and not view.private:
            return [""]
        return [seat for seat in view.to_act if seat in self.people.share or not self.session.board.scenario.believers]

    def refresh_board(self) -> None:
        """Show the session as it is now."""
        mine = self.mine
        if self.seat not in mine:
            self.seat = mine[0] if mine else ""
        view = self.session.view(self.seat or None)
        voice, deltas = self.voice, self.deltas
        self._say_where(view)
        self.query_one("#lights", Rows).fill(board.lights(voice, view, deltas))
        self.query_one("#people", Rows).fill(board.people(voice, view, deltas))
        self.query_one("#thresholds", Rows).fill(board.thresholds(voice, view, deltas))
        self.query_one("#story", Words).show(self.story.latest(), end=True)
        self.hand, self.tip = Hand(voice, view, self.seat), self.course.hint(view)
        self.refresh_hand()

    def refresh_hand(self, *, keep: bool = False) -> None:
        """Show where choosing has got to."""
        assert self.hand is not None
        self.step = self.hand.step(self.path)
        pane = self.query_one("#hand-pane")
        pane.border_title = Content(self.step.title)
        pane.border_subtitle = Content(self.course.duties(self.hand.view))
        turn = board.stamina(self.voice, self.hand.view, self.seat)
        if self.people.count > 1 and turn:
            who = self.tr("Player {n}").format(n=self.people.of(self.seat))
            turn = Content.assemble((f"{who} · ", "bold $warm"), turn)
        self._line("#turn", turn)
        self._line("#introduction", self.hand.introduction() or (Content("") if self.path else self.tip))
        self.query_one("#hand", Rows).fill(self.step.items, keep=keep)
        self.query_one(KeyBar).refresh()

    def _line(self, selector: str, content: Content) -> None:
        line = self.query_one(selector, Static)
        before = line.visual
        if not (isinstance(before, Content) and before.is_same(content)):
            line.update(content)
            line.display = bool(content)

    def show_pane(self, pane: str) -> None:
        """Bring a pane to the front (they are tabs on a small screen) and put the cursor in it."""
        column = COLUMN_OF[pane]
        for name in ("hand", "lights", "people"):
            self.set_class(name == column, f"-op-{name}")
        self.query_one(PaneTabs).show([(key, self.tr(label)) for key, label in PANES], column)
        widget = self.query_one(f"#{pane}")
        if widget.display:
            widget.focus()

    def on_resize(self) -> None:
        if self.hand is not None:
            self._say_where(self.hand.view)
            self.call_after_refresh(self.query_one("#story").scroll_end, animate=False)

    def _say_where(self, view: View) -> None:
        """The phase line; on a small screen the second line sums the perspectives up, as their pane is out of sight."""
        narrow = self.table.narrow
        self.query_one("#where", Static).update(board.where(self.voice, view, short=narrow), layout=False)
        marks = board.summary(self.voice, view) if narrow else board.phases(self.voice, view)
        self.query_one("#phases", Static).update(marks, layout=False)

    def _cursor(self, rows: Rows) -> None:
        if rows.has_focus:
            self._show_detail(rows)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Rows):
            self._show_detail(event.widget)

    def _show_detail(self, rows: Rows) -> None:
        item = rows.current
        self.query_one("#detail", Static).update(item.about if item else "", layout=False)

    # -- acting ------------------------------------------------------------------------------------------------------

    def act(self, action: Action) -> Receipt | None:
        """Do it: on disk first, then on the board. None when it could not be done; it says why."""
        before = self.session.view(None)
        try:
            receipt = self.session.act(action)
        except IllegalAction as refused:
            self.notify(self.voice.refusal(refused.reason), severity="warning", markup=False)
            return None
        except StoreError as fault:
            self.trouble(fault)
            return None
        self.deltas = deltas_of(self.session, before, receipt)
        self.path = ()
        self.refresh_board()
        return receipt

    def trouble(self, fault: StoreError) -> None:
        """Say why something could not be kept, and what to do."""
        self.notify(storage.trouble(fault.code, fault.path, self.voice.tr), severity="error", timeout=15, markup=False)
