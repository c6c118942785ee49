"""What the negotiating table says of an offer: what they said last, and why something can't be done now. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.session.session import Session
    from geboortespel.words.voice import Voice


def said(voice: Voice, session: Session, view: View) -> Content:
    """What was said last, and why their offer can't be taken when it can't."""
    tr, last = voice.tr, Content(_last(voice, session, view))
    assert view.talks is not None
    if not view.talks.put_forward:
        return last
    if any(action.what == "aannemen" for action in view.legal):
        return last + Content("\n") + Content.styled(tr("Take it (a), or adjourn (esc)."), "$zacht")
    closed = tr("You can't take their offer. {why}").format(why=_refusal(voice, session, view, "aannemen"))
    if view.talks.turns_left:
        closed += " " + tr("Adjourn (esc), and come back with another one.")
    return last + Content("\n") + Content.styled(closed, "$zacht")


def _last(voice: Voice, session: Session, view: View) -> str:
    """What was said last at this table."""
    way = session.moments.way(session.line)
    notes = (note for moment in way for note in reversed(moment.notes))
    return next((voice.note(n, view) for n in notes if n[0] == "zitting" and n[2] not in ("bod", "verdagen")), "")


def why_not(voice: Voice, session: Session, view: View, issue: str, option: str) -> str:
    """Why an option can't be written down now."""
    assert view.talks is not None
    if any(found.id == issue and found.draft == option for found in view.talks.issues):
        return voice.tr("This is what it says now.")
    return _refusal(voice, session, view, "bod", issue, option)


def _refusal(voice: Voice, session: Session, view: View, *what: str) -> str:
    reason = session.game.refusal(session.state, session.game.action("zitting", view.seat or "", *what))
    return voice.refusal(reason) if reason is not None else ""
