"""How a game ends: for a birth its name, a sentence from everybody and the card; then looking back, by chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from geboortespel.lines import debriefing, whatif
from geboortespel.lines.choose import Question, choose, rows
from geboortespel.lines.outside import letters
from geboortespel.lines.remarks import remember
from geboortespel.lines.terminal import EndOfInput, Quit, Terminal
from geboortespel.report import firstyear
from geboortespel.report.card import birth_card, is_birth, signed_by
from geboortespel.report.lacking import lacking
from geboortespel.report.lookback import Chapter, branches, look_back
from geboortespel.report.lookback.past import Past
from geboortespel.session.firstyear import has_year
from geboortespel.session.relatives import relatives
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Session


@frozen
class Further:
    """What the players go on with after a game: the first year after this birth, or a branch of it from a journal line
    (`line`); False for nothing."""

    year: bool = False
    line: int = -1

    def __bool__(self) -> bool:
        return self.year or self.line >= 0


def close(terminal: Terminal, voice: Voice, session: Session, people: int) -> Further:
    """Make the card of a birth, tell a first year, and say how to look back. What was signed before is kept."""
    view = session.view(None)
    short = "" if firstyear.is_year(view) else lacking(voice, view)
    if short:
        terminal.say(short, hanging="  ")
    if is_birth(view):
        _card(terminal, voice, session, people)
    elif firstyear.is_year(view):
        terminal.gap()
        for line in firstyear.told(voice, view):
            terminal.say(line)
    if session.path is not None:
        terminal.gap()
        terminal.say(voice.tr("The game is kept. Look back on it with:"))
        terminal.command("terugblik", session.path)
    try:
        return _look_back(terminal, voice, session)
    except (EndOfInput, Quit):
        return Further()  # the game is over and kept


def _look_back(terminal: Terminal, voice: Voice, session: Session) -> Further:
    """Read chapters out as they are chosen, until that was enough; then there may be a first year, or a branch."""
    tr, chapters = terminal.tr, look_back(voice, session, drawn=False)
    beside = branches.chapter(voice, Past(session), relatives(session.path))
    chapters = (*chapters, beside) if beside is not None else chapters
    ahead = [tr("Debrief it in six steps")]
    ahead += [tr("Play the first year: four quarters after the birth")] if has_year(session) else []
    listed = rows([*(chapter.title for chapter in chapters), *ahead])
    asked = tr("Look back on the game? (a: what if you play on from an earlier moment)")
    question = Question(asked, listed, tr("that was it"))
    said = tr("Type the number of your choice, or q to stop.")
    early = letters(terminal, said, Quit)
    while True:
        terminal.gap()
        try:
            number = choose(terminal, question, letters(terminal, said, Quit, {"a": _WhatIf}))
        except _WhatIf:
            at = whatif.ask(terminal, voice, session, early)
            if at >= 0:
                return Further(line=at)
            continue
        if not number:
            return Further()
        if number > len(chapters) + 1:
            return Further(year=True)
        if number > len(chapters):
            debriefing.walk(terminal, voice, session, early)
            continue
        _read(terminal, chapters[number - 1])


def _read(terminal: Terminal, chapter: Chapter) -> None:
    terminal.gap()
    for line in chapter.lines:
        text = line.plain
        start = text[: len(text) - len(text.lstrip())]
        terminal.say(text.strip(), start, " " * line.hang)


class _WhatIf(Exception):
    """The letter for another course was typed instead of a number."""


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
