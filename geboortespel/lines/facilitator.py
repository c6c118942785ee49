"""The facilitator's letter in line mode: a pause, a note, what players can't see, a card that happens now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.lines.alone import only_stopping
from geboortespel.lines.choose import Question, Row, choose, rows
from geboortespel.report import facilitator as hidden
from geboortespel.session import facilitating
from geboortespel.session.store import StoreError
from geboortespel.words.plain import safe

if TYPE_CHECKING:
    from geboortespel.lines.play import Play
    from geboortespel.session.session import Receipt


def ask(play: Play) -> bool:
    """Ask the facilitator what to do, and do it; whether the game is another one now."""
    tr = play.tr
    said = [tr("Pause: cover the game"), tr("A note at this moment"), tr("What the players can't see")]
    said += [tr("A card from the deck, now")] if facilitating.cards(play.session) else []
    number = choose(play.terminal, Question(tr("For the facilitator"), rows(said), tr("back")), only_stopping)
    try:
        match number:
            case 1:
                _pause(play)
            case 2:
                _note(play)
            case 3:
                _look(play)
            case 4:
                return _card(play)
    except StoreError as fault:
        play.refused(fault)
    return False


def _wait(play: Play, text: str, answer: str) -> None:
    choose(play.terminal, Question(text, rows([answer])), only_stopping)


def _pause(play: Play) -> None:
    """A page of empty lines, until the facilitator goes on."""
    tr, terminal = play.tr, play.terminal
    terminal.forget()
    line = facilitating.pause(play.session)
    terminal.blank()
    terminal.say(f"#{line}")
    terminal.say(tr("Pause").upper())
    terminal.say(tr("Leave the screen for what it is, and look at your facilitator."))
    _wait(play, tr("The game waits. No time passes in it."), tr("go on"))
    terminal.say(f"#{facilitating.pause(play.session, over=True)}")


def _note(play: Play) -> None:
    tr, terminal = play.tr, play.terminal
    terminal.say(tr("What do you see happening? It stands in the look back, with the moment it was written."))
    typed = terminal.sentence()
    if typed:
        terminal.say(f"#{facilitating.note(play.session, typed)}")


def _alone(play: Play) -> bool:
    """Whether the players look away, and it may be shown."""
    tr = play.tr
    text = tr("This is for the facilitator alone. Do the players look away?")
    question = Question(text, rows([tr("Yes, show it"), tr("No, back to the game")]))
    return choose(play.terminal, question, only_stopping) == 1


def _look(play: Play) -> None:
    """Show it, and leave nothing to read."""
    tr, terminal = play.tr, play.terminal
    if not _alone(play):
        return
    terminal.say(f"#{facilitating.look(play.session)}")
    for line in hidden.told(play.voice, play.session):
        text = line.plain
        start = text[: len(text) - len(text.lstrip())]
        terminal.say(text.strip(), start, " " * line.hang)
    terminal.gap()
    _wait(play, tr("Read? Then the page goes away."), tr("go on"))
    terminal.blank()


def _card(play: Play) -> bool:
    """Choose a card that may be drawn now, and let it happen."""
    tr, terminal, voice = play.tr, play.terminal, play.voice
    if not _alone(play):
        return False
    found = facilitating.cards(play.session)
    events = voice.board.events
    shown = [Row(voice.titles.event(a.what), safe(events[a.what].text).strip()) for a in found]
    number = choose(terminal, Question(tr("A card from the deck, now"), tuple(shown), tr("back")), only_stopping)
    terminal.blank()
    if not number:
        return False
    receipt: Receipt | None = play.do(found[number - 1])
    if receipt is not None:
        play.teller.number(receipt)
        play.teller.tell(receipt)
    return True
