"""What a facilitator does on a running game. All of it is in the journal, marked as theirs; a replay does it again.

    notitie     {tekst}               a note at this moment, for the look back
    pauze       {wat: begin | einde}  the screen covered the game meanwhile
    inkijk      {}                    the facilitator looked at what players can't see
    nabespreking {stap, vraag, tekst} a note of the debriefing
    ingreep     a line of its own     a card that the facilitator let happen (`Game.interventions`)

All but the last are remarks: they never touch the state, nor what chance and stand-ins do after them.
"""

from __future__ import annotations

from geboortespel.engine.actions import Action
from geboortespel.session.session import Session

NOTE, PAUSE, LOOK, BROUGHT, DEBRIEFED = "notitie", "pauze", "inkijk", "ingreep", "nabespreking"


def note(session: Session, text: str) -> int:
    """Keep a note at this moment; gives its line. StoreError when it can't be written, ValueError when it is empty."""
    if not text.strip():
        raise ValueError("an empty note")
    return session.remark(NOTE, {"tekst": text})


def pause(session: Session, *, over: bool = False) -> int:
    """The game is covered, or goes on again; gives its line."""
    return session.remark(PAUSE, {"wat": "einde" if over else "begin"})


def look(session: Session) -> int:
    """The facilitator looks at what players can't see; gives its line. Written before anything is shown."""
    return session.remark(LOOK, {})


def cards(session: Session) -> tuple[Action, ...]:
    """The cards that may be let happen now, for `Session.act`; none while the game waits for something else."""
    return session.game.interventions(session.state)
