"""The board and the hand on the screen, and doing an action. Holds no game: session → view → content."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.widgets import Static

from geboortespel.engine.actions import IllegalAction
from geboortespel.session.store import StoreError
from geboortespel.tui import chart, lanterns, persons, seats, track, walls
from geboortespel.tui.field import place, shortened
from geboortespel.tui.hand import Hand, Step
from geboortespel.tui.hotseat import People, dealt, remembered
from geboortespel.tui.moments import Course, deltas_of
from geboortespel.tui.past import Past
from geboortespel.tui.screens.detail import Detailed
from geboortespel.tui.screens.table_layout import TAB_OF, TableLayout
from geboortespel.tui.story import Story
from geboortespel.tui.widgets.fieldmap import FieldMap, Shown
from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.tui.widgets.rows import Rows
from geboortespel.tui.widgets.speech import SpeechSheet
from geboortespel.tui.widgets.text import Words
from geboortespel.words import storage
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from textual.widget import Widget

    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt, Session


class TableBoard(Detailed, TableLayout):
    """`people` says who plays what; `seat` whose hand is on the table; `path` how far a move has been chosen."""

    def __init__(self, session: Session, resumed: bool = False) -> None:
        super().__init__()
        self.session, self.resumed = session, resumed
        self.voice = Voice(session.board, self.tr.language)
        self.story = Story(session, self.voice)
        self.past = Past(session, self.voice)
        self.people: People = remembered(session) or dealt(session.board.scenario, session.people, 1)
        self.seat, self.path = self.moved_last, tuple[str, ...]()
        self.deltas: dict[str, int] = {}
        self.hand: Hand | None = None
        self.step: Step | None = None
        self.tip = Content("")
        self.able: list[str] = []
        """`mine`, as it was when the board was shown."""
        self._takes: dict[str, int] = {}
        self.monograms = shortened({a: self.voice.titles.actor(a) for a in session.board.actors})
        self.course = Course(self)

    def speak(self) -> None:
        """The whole table in the language of now: the game is the same, its words are made anew."""
        self.voice = Voice(self.session.board, self.tr.language)
        self.story, self.past = Story(self.session, self.voice), Past(self.session, self.voice)
        self.label(self.session.board.scenario)
        self.query_one(FieldMap).tr = self.tr
        self.show_pane(self.focused.id if self.focused is not None and self.focused.id in TAB_OF else "hand")
        self.refresh_board()
        super().speak()

    def on_mount(self) -> None:
        self.label(self.session.board.scenario)
        for rows in self.query(Rows):
            rows.on_cursor, rows.on_width = self._cursor, self._wider
        self.query_one(FieldMap).on_cursor = self._cursor
        self.show_pane("hand")
        self.refresh_board()
        self.course.begin()
        gc.freeze()  # the game stays as long as the table does: no pauses to look through it for what may go

    def on_unmount(self) -> None:
        gc.unfreeze()

    # -- showing -----------------------------------------------------------------------------------------------------

    @property
    def moved_last(self) -> str:
        """The seat of the last move by one of you: it stays at the table, also for who goes on later; '' before any."""
        acts = reversed(self.session.moments.acts(self.session.line))
        return next((a.seat for a in acts if a.kind in ("zet", "pas") and a.seat in self.people.share), "")

    @property
    def mine(self) -> list[str]:
        """Seats that people play and that can act now; [''] when the whole table answers."""
        view = self.session.view(None)
        if view.waiting in ("keuze", "poort") and not view.private:
            return [""]
        return [seat for seat in view.to_act if seat in self.people.share or not self.session.board.scenario.believers]

    def refresh_board(self) -> None:
        """Show the session as it is now."""
        mine = self.able = self.mine
        if self.seat not in mine:
            self.seat = mine[0] if mine else ""
        alone = bool(self.session.view(None).private)  # what only one of you may read is never on the table
        view = self.session.view(None if alone else self.seat or None)
        self._takes = {}
        self._show_where(view)
        self._show_field(view)
        self._show_walls(view)
        self.query_one("#story", Words).show(self.story.latest(), end=True)
        self.hand, self.tip = Hand(self.voice, view, self.seat, room=self._room), self.course.hint(view)
        self.refresh_hand()

    @property
    def _room(self) -> str:
        """How much room the hand has."""
        size = self.app.size
        return "ruim" if self.wide and size.height >= 46 else "klein" if size.height < 30 else ""

    def refresh_hand(self, *, keep: bool = False) -> None:
        """Show where choosing has got to."""
        assert self.hand is not None
        self.step = self.hand.step(self.path)
        pane = self.query_one("#hand-pane")
        pane.border_title = Content(self.tr("Up to you") if self.hand.answers else self.step.title)
        duties = self.course.duties(self.hand.view)
        pane.border_subtitle = Content(duties if self.table.narrow else "")
        view = self.hand.view
        width = self.query_one("#hand-pane").size.width - 2
        self._line("#turn", seats.turn(self.voice, view, self.seat, self.people, self.tr, width=width))
        known = seats.knows(self.voice, view, self.seat, self.monograms, wide=self.wide)
        told = [Content.styled(duties, "$zacht")] if duties else []
        self._line("#role", Content("") if self.table.narrow else Content("\n").join([*told, known]))
        tip = Content("") if self.path and self._room == "klein" else self.tip
        about = [self.hand.introduction() or tip]
        if self.hand.answers:
            about = [Content.styled(self.step.title, "bold"), *filter(None, about)]
        self._line("#introduction", Content("\n").join(about))
        rows = self.query_one("#hand", Rows)
        rows.fill(self.step.items, keep=keep)
        targets = {self.step.actor_of(item.id) for item in self.step.items} if len(self.path) >= 2 else set()
        self.query_one(FieldMap).ask(targets - {""})
        self._point(rows)
        self.query_one(KeyBar).refresh()

    def _show_where(self, view: View) -> None:
        """The phase line and the lanterns, at the width of now."""
        width = self.app.size.width - 2
        self.query_one("#title", Static).update(track.title(self.voice, view, width), layout=False)
        line = track.track(self.voice, view, self.past.phase_starts(), width)
        self.query_one("#track", Static).update(line, layout=False)
        self.query_one("#strip", Static).update(lanterns.strip(self.voice, view), layout=False)
        rows = self.query_one("#lights", Rows)
        airy = self.app.size.height >= 46
        rows.fill(lanterns.lanterns(self.voice, view, self.deltas, self._room_in(rows), airy=airy))

    def _show_field(self, view: View) -> None:
        """Map, list, and what was said last."""
        voice, before = self.voice, self.past.support_before(self.seat or None)
        seat = self.seat
        reached = [a for a in voice.board.actors if not seat or view.reaches(seat, a)]
        self.query_one(FieldMap).show(
            Shown(
                lambda width, height: place(voice, view, width, height, before=before, monograms=self.monograms),
                lambda actor: chart.links(voice.board.scenario, actor),
                frozenset(reached),
            )
        )
        faces = place(voice, view, 60, 20, monograms=self.monograms)
        listed = self.query_one("#people", Rows)
        listed.fill(persons.people(voice, view, faces, self.deltas, self._room_in(listed)))
        last = self.past.last_speech()
        sheet = self.query_one(SpeechSheet)
        if last is None:
            sheet.show("", ())
        else:
            note = (
                self.tr("Concern: {concern}").format(concern=voice.titles.concern(last.concern)) if last.concern else ""
            )
            sheet.show(voice.titles.actor(last.actor), last.sentences, note)
        self.set_class(last is not None, "-gesproken")

    def _show_walls(self, view: View) -> None:
        rows = self.query_one("#thresholds", Rows)
        rows.fill(walls.walls(self.voice, view, self.deltas, self._room_in(rows), self._takes))

    def _room_in(self, rows: Rows) -> int:
        """Cells of a row; on a small screen a pane is as wide as the screen, also while it is out of sight."""
        width = self.app.size.width - 2 if self.table.narrow else rows.scrollable_content_region.width
        return (width or 38) - 2

    def _line(self, selector: str, content: Content) -> None:
        line = self.query_one(selector, Static)
        before = line.visual
        if not (isinstance(before, Content) and before.is_same(content)):
            line.update(content)
            line.display = bool(content)

    def on_resize(self) -> None:
        self.lay_tabs()
        self._wider()

    def on_screen_resume(self) -> None:
        self.lay_tabs()

    def _wider(self) -> None:
        """The screen or a pane has got another width."""
        if self.hand is not None:
            self.call_next(self._fit)

    def _fit(self) -> None:
        """What depends on the width, again."""
        if self.hand is not None:
            self._show_where(self.hand.view)
            self._show_walls(self.hand.view)
            self.hand = Hand(self.voice, self.hand.view, self.seat, room=self._room)
            self.refresh_hand(keep=True)
            if self.focused is not None:
                self._show_detail(self.focused)
            self.call_after_refresh(self.query_one("#story").scroll_end, animate=False)

    # -- the cursor --------------------------------------------------------------------------------------------------

    def _cursor(self, widget: Widget) -> None:
        if widget.has_focus:
            self._show_detail(widget)
        if widget.id == "hand":
            self._point(self.query_one("#hand", Rows))

    def _point(self, rows: Rows) -> None:
        """What the row of the hand under the cursor is about: the person on the map, the walls it works on."""
        if self.step is None or self.hand is None or rows.current is None:
            return
        actor = self.step.actor_of(rows.current.id)
        if actor in self.monograms and (self.focused is None or self.focused.id not in ("map", "people")):
            self.query_one(FieldMap).point(actor)
        only = self.step.actions.get(rows.current.id)
        takes = dict(self.hand.view.forecast(only).routes) if only is not None else {}
        if takes != self._takes:
            self._takes = takes
            self._show_walls(self.hand.view)

    def show_pane(self, pane: str) -> None:
        super().show_pane(pane)
        if isinstance(self.focused, Rows | FieldMap):
            self._show_detail(self.focused)  # in this frame; the event comes later

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Rows | FieldMap):
            self._show_detail(event.widget)

    def _show_detail(self, widget: Widget) -> None:
        """What the cursor is on, explained."""
        told = Content("")
        if isinstance(widget, FieldMap) and self.hand is not None and widget.cursor:
            told = persons.about(self.voice, self.hand.view, widget.cursor)
        elif isinstance(widget, Rows) and widget.current is not None:
            told = widget.current.about
        self.explain(told)

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
