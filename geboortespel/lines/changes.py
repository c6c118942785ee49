"""What an action changed on the board, in up to three sentences: by itself, by the round that ended, by the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Receipt, Session

TOLD = ("steun", "stand", "inzicht", "feit", "weerstand", "energie", "onderbouwd")
"""Families of quantities whose changes are told as numbers; the others are in the sentences already."""
BY_ITSELF = {"invloed", "luistert", "anker", "verloop", "drempel", "herstel", "samen", "zichtbaar", "ronde", "fase"}
"""Causes that belong to the end of a round: what pulls at what, who listens to whom, what wears off."""
BY_NEWS = {"kaart", "gebeurtenis"}
LIMIT = "grens"
"""A change cut off at a limit: it goes with the change before it."""

DONE, ITSELF, NEWS = range(3)


def sentences(voice: Voice, session: Session, receipt: Receipt) -> tuple[str, str, str]:
    """(by the action, by itself when the round ended, by the news); '' for what changed nothing that is told."""
    tr = voice.tr
    parts = _parts(session, receipt)
    said = tr("Changed: {changes}."), tr("Shifted by itself: {changes}."), tr("By the news: {changes}.")
    return (
        _sentence(voice, said[DONE], parts[DONE]),
        _sentence(voice, said[ITSELF], parts[ITSELF]),
        _sentence(voice, said[NEWS], parts[NEWS]),
    )


def _parts(session: Session, receipt: Receipt) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """The receipt's changes by what made them: quantity → difference."""
    parts: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})
    last: dict[str, int] = {}
    for entry in session.moments.all[receipt.line].entries:
        if entry.name not in receipt.changes:
            continue
        code = entry.cause[0]
        part = ITSELF if code in BY_ITSELF else NEWS if code in BY_NEWS else DONE
        if code == LIMIT:
            part = last.get(entry.name, DONE)
        last[entry.name] = part
        parts[part][entry.name] = parts[part].get(entry.name, 0) + entry.delta
    return parts


def _sentence(voice: Voice, said: str, changes: dict[str, int]) -> str:
    listed = [f"{voice.quantity(name)} {delta:+d}" for name, delta in changes.items() if delta and _told(voice, name)]
    return said.format(changes=", ".join(listed)) if listed else ""


def _told(voice: Voice, name: str) -> bool:
    family, dot, _ = name.partition(".")
    return family in TOLD if dot else name in voice.board.scenario.counters
