"""Private dilemmas in line mode: the keyboard goes to one person, and nobody else reads along (design 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.lines.choose import Command, Question, Row, choose
from geboortespel.lines.terminal import Quit

if TYPE_CHECKING:
    from geboortespel.lines.play import Play


def ask(play: Play, seat: str) -> None:
    """Ask the seat alone; with several people between two empty pages. A seat without people answers by itself."""
    if seat not in play.seats:
        play.stand_in()
        return
    mover, play.seat = play.seat, seat
    try:
        _ask(play, seat)
    finally:
        play.seat = mover


def _ask(play: Play, seat: str) -> None:
    several, tr, session = len(play.people) > 1, play.tr, play.session
    if several:
        who, n = play.voice.titles.seat(seat), play.number(seat)
        _pass_on(
            play, tr("Pass it on to player {n}: {seat}. The others look away.").format(n=n, seat=who), play.command
        )
    view = session.view(seat)
    play.terminal.gap()
    play.terminal.say(play.voice.note(("gebeurtenis", view.pending), view))
    receipt = play.do(play.answer(view))
    if receipt is None:
        return
    own = [note for note in session.notes(receipt.line, seat) if not session.view(None).shows(note)]
    for text in play.voice.notes(own, session.view(seat)):
        play.terminal.say(text)
    try:
        if several:
            text = tr("This stays with you until the end. Put the screen back on the table.")
            _pass_on(play, text, only_stopping)
    finally:
        play.teller.number(receipt)
    play.teller.tell(receipt)


def only_stopping(letter: str) -> bool:
    """Between an answer and what all may hear of it nothing else can be done."""
    if letter in ("q", "stop", "quit"):
        raise Quit
    return False


def _pass_on(play: Play, text: str, command: Command) -> None:
    """Say who is next, wait for them, and leave nothing to read."""
    play.terminal.gap()
    choose(play.terminal, Question(text, (Row(play.tr("go on")),)), command)
    play.terminal.blank()
