"""The table: everything on the board, and the hand of whoever's turn it is. Holds no game: session → view → content."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from geboortespel.engine.actions import IllegalAction
from geboortespel.session.session import NothingToUndo
from geboortespel.session.store import StoreError
from geboortespel.tui import board
from geboortespel.tui.actions import bindings
from geboortespel.tui.course import Course, deltas_of
from geboortespel.tui.hand import BACK, Hand, Step
from geboortespel.tui.hotseat import People, dealt, remembered
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

NARROW = 100
COLUMN_OF = {"hand": "hand", "story": "hand", "lights": "lights", "people": "people", "thresholds": "people"}
PANES = (("hand", N_("Moves")), ("lights", N_("Perspectives")), ("people", N_("People and thresholds")))


class TableScreen(Whole[None]):
    """`people` says who plays what; `seat` whose hand is on the table; `path` how far a move has been chosen."""

    PLACE = "table"
    ABOUT = N_(
        "The table. Left the three perspectives, in the middle the people and what stands in the way, right what "
        "happened and what you can do now. On any number w asks why. On a small screen these are tabs."
    )
    CSS_PATH = "../styles/table.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("table")

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

    def on_mount(self) -> None:
        tr = self.tr
        for pane, label in (
            ("lights", tr("Perspectives")), ("people", tr("Round the table")), ("thresholds", tr("Thresholds")),
            ("story", tr("What happened")),
        ):  # fmt: skip
            self.query_one(f"#{pane}").border_title = Content(label)
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
        if view.waiting in ("keuze", "poort"):
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

    def _say_where(self, view: View) -> None:
        """The phase line; on a small screen the second line sums the perspectives up, as their pane is out of sight."""
        narrow = self.app.size.width < NARROW
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

    # -- choosing ----------------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected, "#lights, #people, #thresholds")
    def _ask_why(self, event: OptionList.OptionSelected) -> None:
        self.course.why(event.option_id or "")

    @on(OptionList.OptionSelected, "#hand")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        chosen, step = event.option_id or "", self.step
        if step is None or self.hand is None or self.course.busy or chosen not in {item.id for item in step.items}:
            return
        if chosen == BACK:
            self.action_back()
        elif chosen in step.actions:
            self.course.play(step.actions[chosen])
        else:
            value = chosen.removeprefix("hand:").split("/")[len(self.path)]
            self.path = tuple(self.hand.skips((*self.path, value)))
            self.refresh_hand()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the row with that number in the hand."""
        digit = event.character or ""
        if not digit.isdecimal() or digit == "0" or self.step is None:
            return
        rows = [item for item in self.step.items if item.id.startswith("hand:") and item.row.plain[:1] == digit]
        if rows:
            event.stop()
            self.show_pane("hand")
            self.query_one("#hand", Rows).choose(rows[0].id)

    def act(self, action: Action) -> Receipt | None:
        """Do it: on disk first, then on the board. None when it could not be done; it says why."""
        before = self.session.view(None)
        try:
            receipt = self.session.act(action)
        except IllegalAction as refused:
            self.notify(self.voice.refusal(refused.reason), severity="warning")
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

    # -- actions of the registry -------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "undo":
                return self.session.can_undo
            case "redo":
                return self.session.can_redo
            case "pass_round":
                return self.hand is not None and self.hand.passing is not None
            case "other_role":
                return len(self.mine) > 1
            case "back":
                return bool(self.path)
            case _:
                return True

    def action_why(self) -> None:
        """The causes behind what the cursor is on; in the hand, first choose a number."""
        focused = self.focused
        if isinstance(focused, Rows) and focused.id in ("lights", "people", "thresholds") and focused.current:
            self.course.why(focused.current.id)
        else:
            self.course.why_what()

    def action_undo(self) -> None:
        """Take the last action back."""
        self._go(self.session.undo, self.tr("Taken back. You are where you were before it."))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._go(self.session.redo, self.tr("Done again."))

    def action_undo_rule(self) -> None:
        """Choose how far back the table may go."""
        self.course.undo_rule()

    def _go(self, where: Callable[[], Receipt], said: str) -> None:
        """Undo or redo, and say so when it is done."""
        try:
            where()
        except NothingToUndo:
            self.notify(self.tr("There is nothing to undo: what was drawn or heard can't be taken back."))
        except StoreError as fault:
            self.trouble(fault)
        else:
            self.deltas, self.path = {}, ()
            self.refresh_board()
            self.notify(said)

    def action_pass_round(self) -> None:
        """This role is done for the round."""
        if self.hand is not None and self.hand.passing is not None and not self.course.busy:
            self.course.play(self.hand.passing)

    def action_other_role(self) -> None:
        """Let the next role that can act move first."""
        mine = self.mine
        self.seat = mine[(mine.index(self.seat) + 1) % len(mine)] if self.seat in mine else mine[0]
        self.path = ()
        self.refresh_board()

    def action_back(self) -> None:
        """A step back in choosing; a step that offered no choice is skipped."""
        assert self.hand is not None
        path = list(self.path)
        while path:
            path.pop()
            if not path or len(self.hand.step(path).items) > 2:
                break
        self.path = tuple(path)
        self.refresh_hand()

    def action_log(self) -> None:
        """Everything that happened."""
        self.course.log()

    def action_briefing(self) -> None:
        """The assignment again."""
        self.course.briefing()

    def action_pane(self, pane: str) -> None:
        """To a pane."""
        self.show_pane(pane)

    def action_next_pane(self, step: int) -> None:
        """To the next pane, or back."""
        order = [pane for pane in ("hand", "story", "lights", "people", "thresholds") if self._has(pane)]
        focused = self.focused.id if self.focused is not None else "hand"
        at = order.index(focused) if focused in order else 0
        self.show_pane(order[(at + step) % len(order)])

    def _has(self, pane: str) -> bool:
        widget = self.query_one(f"#{pane}")
        return bool(widget.display) and (not isinstance(widget, Rows) or widget.current is not None)

    def action_menu(self) -> None:
        """To the menu; the game is kept."""
        self.table.to_menu()
