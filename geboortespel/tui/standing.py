"""Where a kept game stands: its journal played again, without holding it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from geboortespel.session.journal import DamagedJournal
from geboortespel.session.replay import Divergence, ForeignJournal, replay
from geboortespel.session.store import StoreError
from geboortespel.tui import board
from geboortespel.words import storage
from geboortespel.words.catalog import Translator
from geboortespel.words.voice import Voice
from geboortespel.words.why import Account, Asked, Group, Part, Parts, Reader, places, quantities

if TYPE_CHECKING:
    from geboortespel.session.session import Session


@dataclass(frozen=True)
class Standing:
    """`where`: in a few words; `when`: how long ago; `told`: a few lines; `numbers`: what can be asked of it."""

    where: str
    when: str
    told: tuple[str, ...]
    numbers: tuple[Group, ...] = ()


def standing(path: Path, tr: Translator) -> Standing:
    """Where the game in this journal stands. What can't be read is told as such."""
    when = _when(path, tr)
    try:
        session, course = replay(path)
        for _ in course:
            pass
    except StoreError as fault:
        return Standing(tr("can't be read"), when, (storage.trouble(fault.code, fault.path, tr),))
    except DamagedJournal as fault:
        return Standing(tr("can't be read"), when, (storage.damaged(fault.path, fault.line, fault.reason, tr),))
    except (Divergence, ForeignJournal):
        other = tr("This game was made with other rules than this version has. It can't be gone on with here.")
        return Standing(tr("from another version"), when, (other,))
    voice, view = Voice(session.board, tr.language), session.view(None)
    place = voice.titles.round_of(max(1, min(view.round, view.rounds)), view.rounds)
    phase = voice.titles.phase(view.phase) if view.phase else ""
    if view.outcome is not None:
        place, phase = tr("Ended"), voice.titles.outcome(view.outcome.id)
    believers = session.board.scenario.believers
    here = [seat for seat in session.people if seat and (seat not in believers or view.value(f"meedoet.{seat}"))]
    people = ", ".join(map(voice.titles.seat, here))
    told = [" · ".join(filter(None, (place, phase)))]
    told += [tr("Played by people: {roles}").format(roles=people)] if people else []
    lights = board.summary(voice, view).plain
    told += ["", lights] if lights else []
    return Standing(" · ".join(filter(None, (place, phase))), when, tuple(told), tuple(_numbers(voice, session, path)))


def _numbers(voice: Voice, session: Session, path: Path) -> Iterator[Group]:
    """How far it is, how much was done and when, and the lights. Worked out now: the game itself is let go of."""
    who = Reader(voice, session.view(None), session)
    month = quantities.months(who)
    some = [*([month] if month is not None else []), _lines(voice.tr, session, path)]
    for title, asked in ((voice.tr("This game"), some), *places.lights(who)):
        yield title, [_worked_out(one) for one in asked]


def _worked_out(one: Asked) -> Asked:
    account = one.tell()
    return Asked(one.key, one.label, lambda: account)


def _lines(tr: Translator, session: Session, path: Path) -> Asked:
    """The lines of the journal by what they are, and when the last of them was written."""
    every = session.moments.all[1:]
    acts, said = sum(m.action is not None for m in every), sum(m.said for m in every)
    parts = (
        Part(acts, tr("moves and answers")),
        Part(said, tr("what you said yourselves: fingers, guesses, names")),
        Part(len(every) - acts - said, tr("taken back, or done again")),
    )
    label = tr.many("{n} line in the journal", "{n} lines in the journal", len(every))
    written = tr("The last of them was written on {moment}, by the clock of this machine.")
    when = written.format(moment=f"{datetime.fromtimestamp(path.stat().st_mtime):%d-%m-%Y %H:%M}")
    total = Parts(tuple(part for part in parts if part.n), len(every), tr("lines, after the first"))
    return Asked("lines", label, lambda: Account(label, (when, total)))


def _when(path: Path, tr: Translator) -> str:
    """When it was last played, by the file's time."""
    try:
        then = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return ""
    days = (datetime.now().date() - then.date()).days
    if days == 0:
        return tr("today {time}").format(time=f"{then:%H:%M}")
    return tr("yesterday") if days == 1 else f"{then:%d-%m-%Y}"
