"""Starting a game in line mode, or going on with one, and leaving it so that it can be gone on with."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geboortespel.lines.opening import Person, briefing, fingers, people, roles
from geboortespel.lines.play import Play, Quit
from geboortespel.lines.remarks import remember
from geboortespel.lines.terminal import EndOfInput, Terminal
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Session


def announce(terminal: Terminal, reason: str) -> None:
    """The first line: which mode this is, and why."""
    terminal.say(terminal.tr("Geboortespel in line mode, {reason}. ? gives help.").format(reason=terminal.tr(reason)))


def play(terminal: Terminal, session: Session, *, resumed: bool = False) -> None:
    """Play a session until it ends, the players stop or the input does. KeyboardInterrupt passes, after its notice."""
    tr = terminal.tr
    try:
        _play(terminal, session, resumed)
    except EndOfInput:
        terminal.say(tr("End of input."))
        how_to_go_on(terminal, session)
    except Quit:
        how_to_go_on(terminal, session)
    except KeyboardInterrupt:
        terminal.gap()
        how_to_go_on(terminal, session)
        sys.stdout.flush()
        raise


def _play(terminal: Terminal, session: Session, resumed: bool) -> None:
    voice = Voice(session.board, terminal.tr.language)
    game = Play(terminal, voice, session, [Person(session.people)])
    scenario = voice.board.scenario
    remarks = dict(session.remarks)
    if not (resumed and remarks):
        briefing(terminal, scenario)
        roles(terminal, scenario, session.people)
    number = remarks.get("spelers", {}).get("aantal") if resumed else None
    shared = people(terminal, scenario, session.people, game.command, number)
    game.share(shared)
    if number is None and len(shared) > 1:
        remember(terminal, session, "spelers", {"aantal": len(shared)})
    if "vingers" not in remarks and scenario.believers:
        held = fingers(terminal, len(shared), game.command)
        remember(terminal, session, "vingers", {"vingers": held})
    if resumed:
        terminal.gap()
        for line in _where(voice, session):
            terminal.say(line)
    else:
        game.teller.notes(session.opening)
    game.run()


def _where(voice: Voice, session: Session) -> Sequence[str]:
    from geboortespel.lines import board

    view = session.view(None)
    return [voice.tr("You go on where you were."), board.where(voice, view) + ".", *board.summary(voice, view)]


def how_to_go_on(terminal: Terminal, session: Session) -> None:
    """The exact command that goes on with this game; nothing when it has ended."""
    tr = terminal.tr
    if session.finished:
        return
    if session.path is None:
        terminal.say(tr("This game was not kept on disk."))
        return
    terminal.say(tr("The game is kept. Go on with:"))
    terminal.literal(f"  geboortespel speel --tekst --journaal {shlex.quote(str(session.path))}")
