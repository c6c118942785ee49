"""The table: choosing from the hand, and the actions of the registry, on top of the board."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.widgets import OptionList

from geboortespel.session.session import NothingToUndo
from geboortespel.session.store import StoreError
from geboortespel.tui.actions import bindings
from geboortespel.tui.hand import BACK
from geboortespel.tui.screens.table_board import TableBoard
from geboortespel.tui.widgets.rows import Rows
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from geboortespel.session.session import Receipt


class TableScreen(TableBoard):
    """What the players do at the table: a widget says what was chosen, the session does it, the board is shown anew."""

    PLACE = "table"
    ABOUT = N_(
        "The table. Left the three perspectives, in the middle the people and what stands in the way, right what "
        "happened and what you can do now. On any number w asks why. On a small screen these are tabs."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("table")

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
