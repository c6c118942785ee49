"""The table: choosing from the hand, and the actions of the registry, on top of the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.widgets import OptionList

from geboortespel.session.session import NothingToUndo
from geboortespel.session.store import StoreError
from geboortespel.tui import persons, walls
from geboortespel.tui.actions import bindings
from geboortespel.tui.hand import BACK
from geboortespel.tui.moments import reading
from geboortespel.tui.screens.closer import Closer, Nearby
from geboortespel.tui.screens.table_board import TableBoard
from geboortespel.tui.screens.table_layout import TAB_OF
from geboortespel.tui.screens.why import Asking
from geboortespel.tui.widgets.fieldmap import FieldMap
from geboortespel.tui.widgets.rows import Rows
from geboortespel.words.catalog import N_
from geboortespel.words.why import Asked, Group, moves, quantities

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.session.session import Receipt


class TableScreen(Asking, TableBoard):
    """What the players do at the table: a widget says what was chosen, the session does it, the board is shown anew."""

    PLACE = "table"
    ABOUT = N_(
        "The table. Left the three perspectives, in the middle the people and what stands in the way, right what "
        "happened and what you can do now. On any number w asks why. On a small screen these are tabs."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("table")

    _passing: tuple[int, str] = (-1, "")
    """Where the game stood, and for whom, when `e` was last pressed with time left."""

    # -- choosing ----------------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected, "#lights")
    def _ask_why(self, event: OptionList.OptionSelected) -> None:
        self.course.why(event.option_id or "")

    @on(OptionList.OptionSelected, "#people, #thresholds")
    def _nearby(self, event: OptionList.OptionSelected) -> None:
        self.look_closer(event.option_id or "")

    @on(FieldMap.Chosen)
    def _on_the_map(self, event: FieldMap.Chosen) -> None:
        """Somebody on the map: the answer to 'whom?' when the hand asks that, else a look from nearby."""
        step = self.step
        found = [i.id for i in step.items if step.actor_of(i.id) == event.actor] if step and len(self.path) >= 2 else []
        if found:
            self.query_one("#hand", Rows).choose(found[0])
        else:
            self.look_closer(f"steun.{event.actor}")

    def look_closer(self, name: str) -> None:
        """The page of a person or a threshold; a move chosen there is done."""
        family, _, what = name.partition(".")
        if self.hand is None or self.course.busy:
            return
        voice, view, tr = self.voice, self.hand.view, self.tr
        if family == "steun":
            title, step = voice.titles.actor(what), self.hand.toward(what)
            told = persons.page(voice, view, self.past, what, self.past.support_before(self.seat or None))
        elif family == "weerstand":
            title, step = voice.titles.threshold(what), self.hand.over(what)
            told = walls.page(voice, view, what)
        else:
            return
        empty = tr("No move of this role reaches here now.")

        def chosen(action: Action | None) -> None:
            if action is not None:
                self.course.play(action)

        about = Nearby(name, reading.reader(self), self.numbers)
        self.app.push_screen(Closer(title, told, step, empty, about), chosen)

    @on(OptionList.OptionSelected, "#hand")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        chosen, step = event.option_id or "", self.step
        if step is None or self.hand is None or self.course.busy or chosen not in {item.id for item in step.items}:
            return
        if chosen == BACK:
            self.action_back()
        elif chosen in step.actions:
            self.course.play(step.actions[chosen])
        elif chosen in step.paths:
            self.path = self.hand.skips(step.paths[chosen])
            self.refresh_hand()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the row with that number in the hand."""
        digit = event.character or ""
        if not digit.isdecimal() or digit == "0" or self.step is None:
            return
        rows = [item for item in self.step.items if item.id in self.step.stands and item.row.plain[:1] == digit]
        if rows:
            event.stop()
            self.show_pane("hand")
            self.query_one("#hand", Rows).choose(rows[0].id)

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
                return len(self.able) > 1
            case "back":
                return bool(self.path)
            case "read_on":
                return self.cut
            case _:
                return True

    def numbers(self) -> Sequence[Group]:
        """Everything that can be asked about now."""
        return reading.numbers(self)

    def under_cursor(self) -> Asked | None:
        """The number that the cursor is on: in the hand the price and the odds of a move."""
        focused, who = self.focused, reading.reader(self)
        if isinstance(focused, FieldMap) and focused.cursor:
            return quantities.asked(who, f"steun.{focused.cursor}")
        if not isinstance(focused, Rows) or focused.current is None:
            return None
        if focused.id in ("lights", "people", "thresholds"):
            return quantities.asked(who, focused.current.id)
        some = self.step.stands.get(focused.current.id) if self.step is not None else None
        return moves.row(who, some) if some else None

    def action_undo(self) -> None:
        """Take the last action back."""
        self._go(self.session.undo, self.tr("Taken back. You are where you were before it."))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._go(self.session.redo, self.tr("Done again."))

    def action_undo_rule(self) -> None:
        """How far back may the table go?"""
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
        """This role is done for the round; with time left only at the second press in a row."""
        if self.hand is None or self.hand.passing is None or self.course.busy:
            return
        here, left = (self.session.line, self.seat), self.hand.view.value(f"tijd.{self.seat}") if self.seat else 0
        if left and self._passing != here:
            self._passing = here
            said = self.tr.many(
                "You still have a point of time. Once more e ends this turn all the same.",
                "You still have {n} points of time. Once more e ends this turn all the same.",
                left,
            )
            self.notify(said)
            return
        if left:
            self.app.clear_notifications()  # it was heard: it need not lie over what comes
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
            if not path or self.hand.skips(path) == tuple(path):
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
        self.in_one_frame(partial(self.show_pane, pane))

    def action_field(self) -> None:
        """To the krachtenveld; there, from the map to the list and back."""
        there = self.focused is not None and self.focused.id in ("map", "people")
        if there and self.wide:
            self.show_pane("map" if self.focused is not None and self.focused.id == "people" else "people")
            return
        if there:
            self.listed = not self.listed
            self.set_class(self.listed, "-lijst")
        self.show_pane("field")

    def action_next_pane(self, step: int) -> None:
        """To the next pane, or back."""
        order = [pane for pane in ("hand", "story", "lights", "field", "walls") if self._has(pane)]
        focused = TAB_OF.get(self.focused.id or "", "hand") if self.focused is not None else "hand"
        focused = "story" if self.focused is not None and self.focused.id == "story" else focused
        at = order.index(focused) if focused in order else -step
        self.in_one_frame(partial(self.show_pane, order[(at + step) % len(order)]))

    def _has(self, pane: str) -> bool:
        scenario = self.session.board.scenario
        match pane:
            case "field":
                return bool(scenario.actors)
            case "walls":
                return self.query_one("#thresholds", Rows).current is not None
            case "lights":
                return self.query_one("#lights", Rows).current is not None
            case _:
                return True

    def action_menu(self) -> None:
        """To the menu; the game is kept."""
        self.table.to_menu()
