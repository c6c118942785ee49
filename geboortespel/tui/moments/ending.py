"""The end of a game, told before the card or the look back: a birth, a wise other contract, or no birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.report.card import is_birth, signed_by
from geboortespel.tui import board
from geboortespel.tui.moments import dike
from geboortespel.tui.stage import Stage, soft
from geboortespel.words.plain import safe
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.tui.moments.teller import Teller


async def play(teller: Teller) -> None:
    """A scene of its own, then the ending screen, where the card is named and signed."""
    from geboortespel.tui.screens.ending import EndingScreen

    screen, outcome = teller.screen, teller.session.outcome
    if outcome is not None and teller.session.board.scenario.believers and not screen.resumed:
        await teller.scene(_born(teller) if is_birth(teller.session.view(None)) else _not_born(teller))
    teller.curtain()
    screen.app.push_screen(EndingScreen(screen.session, screen.voice, screen.story, screen.people))


def _told(teller: Teller) -> list[Content]:
    outcome = teller.session.outcome
    assert outcome is not None
    text = safe(outcome.text).strip()
    return [Content(" ".join(part.split())) for part in text.split("\n\n") if part.strip()]


def _title(teller: Teller) -> str:
    outcome = teller.session.outcome
    assert outcome is not None
    return teller.voice.titles.outcome(outcome.id)


def _born(teller: Teller) -> Stage:
    """A birth: the sun comes up over the dike."""
    tr, view = teller.tr, teller.session.view(None)
    month = capital(teller.voice.titles.round_name(min(view.round, view.rounds)))
    beats = [Content.styled(_title(teller), "bold $warm"), *_told(teller), *_fingers(teller)]
    beats.append(soft(tr("Now give it a name together.")))
    return Stage(month, beats, picture=dike.sunrise(tall=teller.tall), mood="warm", centred=True)


def _not_born(teller: Teller) -> Stage:
    """No birth, or wisely another contract: plainly, and with what is there all the same."""
    tr, outcome = teller.tr, teller.session.outcome
    assert outcome is not None
    beats = [Content.styled(_title(teller), "bold"), *_told(teller)]
    if outcome.kind == "wijs":
        beats.append(Content(tr("You looked at what this work needs, and said so out loud. That takes something.")))
    left = remains(teller)
    if left:
        beats.append(Content("\n").join([soft(tr("What stays:")), *left]))
    beats += _fingers(teller)
    return Stage("", beats)


def remains(teller: Teller) -> list[Content]:
    """What is there after a game without a birth: people who are for it, what was cleared away, what was heard."""
    tr, view, titles = teller.tr, teller.session.view(None), teller.voice.titles
    lines = []
    known = [a for a in teller.session.board.actors if not view.hides(f"steun.{a}")]
    friends = [titles.actor(a) for a in known if (view.value(f"steun.{a}") or 0) >= 20]
    if friends:
        lines.append(Content(tr("Who believes in it as well: {people}.").format(people=", ".join(friends))))
    if view.cleared:
        gone = ", ".join(titles.threshold(t).lower() for t in view.cleared)
        lines.append(Content(tr("What is out of the way for the next one: {thresholds}.").format(thresholds=gone)))
    heard = sum(len(view.heard(a)) for a in teller.session.board.actors)
    if heard:
        said = tr.many("One concern that was never said aloud before.",
                       "{n} concerns that were never said aloud before.", heard)  # fmt: skip
        lines.append(Content(said))
    return lines


def _fingers(teller: Teller) -> list[Content]:
    """The fingers of the start."""
    held = signed_by(teller.session.remarks).fingers
    if not held:
        return []
    shown = "   ".join(board.points(n, 5) for n in held)
    return [soft(teller.tr("Your fingers at the start: {fingers}").format(fingers=shown))]
