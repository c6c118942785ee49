"""How a game ends: the lights, and for a birth its name, a sentence from everybody, and the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.lines import board
from geboortespel.lines.remarks import remember
from geboortespel.lines.terminal import EndOfInput, Terminal
from geboortespel.report.card import birth_card, is_birth, signed_by
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Session


def close(terminal: Terminal, voice: Voice, session: Session, people: int) -> None:
    """Tell how it stands, and make the card of a birth. What was signed before is kept."""
    view = session.view(None)
    terminal.gap()
    for line in board.summary(voice, view):
        terminal.say(line)
    if not is_birth(view):
        return
    signed = signed_by(session.remarks)
    if not signed.name:
        try:
            _sign(terminal, session, people)
        except EndOfInput:
            terminal.say(voice.tr("No name yet: the card keeps the scenario's."))
        signed = signed_by(session.remarks)
    terminal.gap()
    for line in birth_card(voice, view, signed):
        terminal.say(line)


def _sign(terminal: Terminal, session: Session, people: int) -> None:
    tr = terminal.tr
    terminal.gap()
    terminal.say(tr("What is it called? Choose a name together; an empty line keeps the scenario's name."))
    name = terminal.sentence()
    sentences = []
    for number in range(1, people + 1):
        terminal.say(tr("Player {n}: a sentence on the card, or an empty line.").format(n=number))
        sentences.append(terminal.sentence())
    said = [sentence for sentence in sentences if sentence]
    remember(terminal, session, "kaartje", {"naam": name, "zinnen": said})
