"""Who leads this month and who speaks for the one who is visited: both go round the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.tui.hotseat import People
    from geboortespel.words.catalog import Translator
    from geboortespel.words.voice import Voice


def lead(month: int, count: int) -> int:
    """The kartrekker of a month, as a person from 1: reads the news aloud, and decides when you do not agree."""
    return (month - 1) % count + 1


def against(month: int, count: int, listener: int = 0) -> int:
    """The tegenstem of a month: the person after the kartrekker, or the kartrekker when that is who listens."""
    voice = month % count + 1
    return lead(month, count) if count > 1 and voice == listener else voice


def name_of(voice: Voice, people: People, n: int, tr: Translator) -> str:
    """`player 2 (Jurist)`; for a single player, and for one without a role, without brackets."""
    seats = [voice.titles.seat(seat) for seat, person in people.share.items() if person == n]
    player = tr("player {n}").format(n=n)
    return tr("{player} ({role})").format(player=player, role=seats[0]) if seats and people.count > 1 else player


def duties(voice: Voice, people: People, view: View, tr: Translator) -> str:
    """Both of this month in a line, for the table: `kartrekker: 1 · tegenstem: 2`; '' for one player."""
    if people.count < 2 or not voice.board.scenario.believers or view.waiting == "einde":
        return ""
    month = min(view.round, view.rounds)
    said = tr("leads: {lead} · speaks against: {against}")
    return said.format(lead=lead(month, people.count), against=against(month, people.count))
