"""Starting a game in line mode, or going on with one, and leaving it so that it can be gone on with.

A new game is only made once the first questions are answered: they need the scenario alone, and come up sooner. Whoever
leaves before that still finds a game to go on with.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from geboortespel.lines.choose import Command
from geboortespel.lines.opening import Person, briefing, fingers, people, roles
from geboortespel.lines.outside import letters
from geboortespel.lines.terminal import EndOfInput, Quit, Terminal

if TYPE_CHECKING:
    from geboortespel.lines.ending import Further
    from geboortespel.lines.play import Play
    from geboortespel.scenario.model import Scenario
    from geboortespel.session.session import Session


def announce(terminal: Terminal, reason: str) -> None:
    """The first line: which mode this is, and why."""
    terminal.say(terminal.tr("Geboortespel in line mode, {reason}. ? gives help.").format(reason=terminal.tr(reason)))


def begin(terminal: Terminal, scenario: Scenario, seats: Sequence[str], make: Callable[[], Session]) -> None:
    """Brief the players of `seats`, make the game and play it. KeyboardInterrupt passes, after saying how to go on."""
    made: list[Session] = []

    def session() -> Session:
        if not made:
            made.append(make())
        return made[0]

    further: Further | None = None
    with _leaving(terminal, session):
        briefing(terminal, scenario)
        roles(terminal, scenario, seats)
        command = _early(terminal)
        shared = people(terminal, scenario, seats, command)
        try:
            held = fingers(terminal, len(shared), command) if scenario.believers else []
        finally:
            game = _game(terminal, session(), shared)
            if len(shared) > 1:
                game.remember("spelers", {"aantal": len(shared)})
        if held:
            game.remember("vingers", {"vingers": held})
        game.teller.notes(session().opening)
        further = game.run()
    _further(terminal, session(), further)


def go_on(terminal: Terminal, session: Session) -> None:
    """Go on with a game that was kept; what was not yet asked is asked first."""
    if session.finished:
        _look_back(terminal, session)
        return
    further: Further | None = None
    with _leaving(terminal, lambda: session):
        scenario, remarks = session.board.scenario, dict(session.remarks)
        if not session.line:
            briefing(terminal, scenario)
            roles(terminal, scenario, session.people)
        known = remarks.get("spelers", {}).get("aantal") or (1 if session.line else None)
        command = _early(terminal)
        shared = people(terminal, scenario, session.people, command, known)
        game = _game(terminal, session, shared)
        if known is None and len(shared) > 1:
            game.remember("spelers", {"aantal": len(shared)})
        if "vingers" not in remarks and scenario.believers:
            game.remember("vingers", {"vingers": fingers(terminal, len(shared), command)})
        if session.line or not _after_birth(session):
            game.where_we_are()
        else:
            game.teller.notes(session.opening)
        further = game.run()
    _further(terminal, session, further)


def _look_back(terminal: Terminal, session: Session) -> None:
    """A game that has ended: how, and the card of a birth."""
    outcome = session.outcome
    people = dict(session.remarks).get("spelers", {}).get("aantal", 1)
    game = _game(terminal, session, [Person(())] * people)
    if outcome is not None:
        said = terminal.tr("This game has ended: {outcome}.")
        terminal.say(said.format(outcome=game.voice.titles.outcome(outcome.id)))
    _further(terminal, session, game.run())


def _after_birth(session: Session) -> bool:
    """Whether this is a first year: it begins without anybody having left off."""
    from geboortespel.scenario.model import FirstYear

    return isinstance(session.board.scenario, FirstYear)


def _further(terminal: Terminal, ended: Session, further: Further | None) -> None:
    """Go on after the end: with the year after a birth, or from an earlier moment; each is kept beside the game."""
    if not further:
        return
    from geboortespel.session.branch import begin_kept_branch
    from geboortespel.session.firstyear import begin_kept

    clock, language = ended.timed, terminal.tr.language
    if further.year:
        made = begin_kept(ended, clock=clock, language=language)
    else:
        made = begin_kept_branch(ended, further.line, clock=clock, language=language)
    with closing(made):
        if not further.year:
            terminal.gap()
            terminal.say(terminal.tr("From here on it is another game. The first one stays as it was."))
        go_on(terminal, made)


def _game(terminal: Terminal, session: Session, shared: Sequence[Person]) -> Play:
    from geboortespel.lines.play import Play
    from geboortespel.words.voice import Voice

    return Play(terminal, Voice(session.board, terminal.tr.language), session, shared)


def _early(terminal: Terminal) -> Command:
    """What is possible before there is a game: help, and stopping."""
    return letters(terminal, terminal.tr("Type the number of your choice, or q to stop."), Quit)


@contextmanager
def _leaving(terminal: Terminal, session: Callable[[], Session]) -> Iterator[None]:
    """However the players leave, say how to go on."""
    tr = terminal.tr
    try:
        yield
    except EndOfInput:
        terminal.say(tr("End of input."))
        how_to_go_on(terminal, session())
    except Quit:
        how_to_go_on(terminal, session())
    except KeyboardInterrupt:
        terminal.gap()
        how_to_go_on(terminal, session())
        sys.stdout.flush()
        raise


def how_to_go_on(terminal: Terminal, session: Session) -> None:
    """The exact command that goes on with this game; nothing when it has ended."""
    tr = terminal.tr
    if session.finished:
        return
    if session.path is None:
        terminal.say(tr("This game was not kept on disk."))
        return
    terminal.say(tr("The game is kept. Go on with:"))
    terminal.command("speel --tekst --journaal", session.path)
