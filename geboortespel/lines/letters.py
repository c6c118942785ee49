"""The letters that are always possible: help, the board, why, undo and redo, another role first, stopping."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from geboortespel.lines import board, facilitator, why
from geboortespel.lines.choose import Question, choose, rows
from geboortespel.lines.outside import LETTER
from geboortespel.lines.terminal import Quit
from geboortespel.session.store import StoreError
from geboortespel.words.why import places

if TYPE_CHECKING:
    from geboortespel.lines.play import Play
    from geboortespel.session.session import Receipt


class Again(Exception):
    """Something changed the game from within a list (undo, another role): ask anew."""


class Letters:
    """Handles a letter typed instead of a number; called with it, it says whether it meant something."""

    def __init__(self, play: Play) -> None:
        self.play, self.terminal, self.session, self.tr = play, play.terminal, play.session, play.tr
        self._asking_why = False

    def __call__(self, answer: str) -> bool:
        letter = LETTER.get(answer, "")
        match letter:
            case "?":
                self._help()
            case "b":
                for line in board.lines(self.play.voice, self.session.view(self.play.seat or None)):
                    self.terminal.say(line, hanging="      " if line.startswith(" ") else "")
            case "q":
                raise Quit
            case "w" | "u" | "y" | "r" | "f" if not self._asking_why:
                {
                    "w": self._why, "u": self._undo, "y": self._redo, "r": self._other_role, "f": self._facilitate,
                }[letter]()  # fmt: skip
            case _:
                return False
        if not self._asking_why:
            self.terminal.say(self.tr("Back to the game."))
        return True

    def _help(self) -> None:
        tr = self.tr
        self.terminal.say(tr("Type the number of your choice. Several on one line, with spaces, answer several lists."))
        for letter, text in (
            ("0", tr("pass, or back to the list before")),
            ("?3", tr("explains choice 3")),
            ("b", tr("board: where everything stands")),
            ("w", tr("why: the causes behind a number")),
            ("w3", tr("what the numbers of choice 3 are made of")),
            ("u", tr("undo the last action")),
            ("y", tr("do again what was undone")),
            ("r", tr("let another role move first")),
            ("f", tr("for the facilitator: a pause, a note, what is hidden, a card")),
            ("q", tr("stop; the game is kept and you can go on later")),
        ):
            self.terminal.say(f"{letter:>2}  {text}", hanging="    ")

    def _why(self) -> None:
        self._asking_why = True
        try:
            why.ask(self.terminal, self.tr, places.everything(self.play.reader), self)
        finally:
            self._asking_why = False

    def _undo(self) -> None:
        if not self.session.can_undo:
            self.terminal.say(self.tr("There is nothing to undo: what was drawn or heard can't be taken back."))
            return
        self._go(self.session.undo, self.tr("Taken back. You are where you were before it."))

    def _redo(self) -> None:
        if not self.session.can_redo:
            self.terminal.say(self.tr("There is nothing to do again."))
            return
        self._go(self.session.redo, self.tr("Done again. You are where you were after it."))

    def _go(self, step: Callable[[], Receipt], done: str) -> None:
        """Undo or redo, and ask anew; a disk that is full is said, and nothing has changed."""
        try:
            receipt = step()
        except StoreError as fault:
            self.play.refused(fault)
            return
        self.play.teller.number(receipt)
        self.terminal.say(done)
        raise Again

    def _facilitate(self) -> None:
        if facilitator.ask(self.play):
            raise Again

    def _other_role(self) -> None:
        view = self.session.view(None)
        mine = [seat for seat in view.to_act if seat in self.play.seats]
        if view.waiting != "zet" or len(mine) < 2:
            self.terminal.say(self.tr("There is no other role that can move now."))
            return
        listed = rows([board.stamina(self.play.voice, view, seat) for seat in mine])
        number = choose(self.terminal, Question(self.tr("Who moves?"), listed, self.tr("back")), self)
        if number:
            self.play.seat = mine[number - 1]
            raise Again
