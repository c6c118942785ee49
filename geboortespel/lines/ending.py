"""How a game ends: for a birth its name, a sentence from everybody and the card; and how to look back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.lines.remarks import remember
from geboortespel.lines.terminal import EndOfInput, Terminal
from geboortespel.report.card import birth_card, is_birth, signed_by
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Session


def close(terminal: Terminal, voice: Voice, session: Session, people: int) -> None:
    """Make the card of a birth, and say how to look back. What was signed before is kept."""
    view = session.view(None)
    if is_birth(view):
        _card(terminal, voice, session, people)
    if session.path is not None:
        terminal.gap()
        terminal.say(voice.tr("The game is kept. Look back on it with:"))
        terminal.command("terugblik", session.path)


def _card(terminal: Terminal, voice: Voice, session: Session, people: int) -> None:
    if not signed_by(session.remarks).name:
        _sign(terminal, session, people)
    signed = signed_by(session.remarks)
    terminal.gap()
    for line in birth_card(voice, session.view(None), signed):
        terminal.say(line)


def _sign(terminal: Terminal, session: Session, people: int) -> None:
    """Ask for a name and a sentence from everybody; what was said before the input ends is kept."""
    tr = terminal.tr
    said: list[str] = []
    try:
        _ask(terminal, people, said)
    except EndOfInput:
        if not any(said):
            terminal.say(tr("No name yet: the card keeps the scenario's."))
            return
    name, *sentences = said
    remember(terminal, session, "kaartje", {"naam": name, "zinnen": [sentence for sentence in sentences if sentence]})


def _ask(terminal: Terminal, people: int, said: list[str]) -> None:
    """Put the name and the sentences in `said` as they come."""
    tr = terminal.tr
    terminal.gap()
    terminal.say(tr("What is it called? Choose a name together; an empty line keeps the scenario's name."))
    said.append(terminal.sentence())
    for number in range(1, people + 1):
        terminal.say(tr("Player {n}: a sentence on the card, or an empty line.").format(n=number))
        said.append(terminal.sentence())
