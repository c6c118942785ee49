"""What if, in line mode: from which moment to play on, first the round and then what was done in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from geboortespel.lines.choose import Question, choose, rows
from geboortespel.lines.terminal import Terminal
from geboortespel.report.lookback.moments import Spot, spots
from geboortespel.report.lookback.past import Past
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Session


def ask(terminal: Terminal, voice: Voice, session: Session, command: Callable[[str], bool]) -> int:
    """The journal line to go on from; -1 for none after all."""
    tr, found = voice.tr, list(spots(voice, Past(session)))
    numbers = list(dict.fromkeys(spot.round for spot in found))
    while True:
        terminal.gap()
        titles = rows([capital(voice.titles.round_name(number)) for number in numbers])
        chosen = choose(terminal, Question(tr("From which round do you play on?"), titles, tr("back")), command)
        if not chosen:
            return -1
        here = [spot for spot in found if spot.round == numbers[chosen - 1]]
        terminal.gap()
        listed = rows([said(voice, spot) for spot in here])
        chosen = choose(terminal, Question(tr("From which moment?"), listed, tr("back")), command)
        if chosen:
            return here[chosen - 1].line


def said(voice: Voice, spot: Spot) -> str:
    """A moment as it stands in a list."""
    if not spot.text:
        return voice.tr("the beginning of {round}").format(round=voice.titles.round_name(spot.round))
    return voice.tr("before: {what}").format(what=spot.text)
