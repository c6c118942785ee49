"""Games from the menu: reading scenarios, beginning, going on. Imported after the first frame: it reads YAML."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geboortespel.scenario import shelf
from geboortespel.scenario.library import Library, NotFound
from geboortespel.scenario.reader import Reading, read
from geboortespel.session.journal import DamagedJournal
from geboortespel.session.replay import Divergence, ForeignJournal, replay, resume
from geboortespel.session.saved import Saved, saved_games
from geboortespel.session.session import Session, Undo
from geboortespel.session.store import StoreError, games_folder
from geboortespel.words import shelf as told
from geboortespel.words import storage
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.scenario.model import Scenario

MOST_SEED = 2**31 - 1


class Trouble(Exception):
    """Something can't be read or written; the message says what to do, in the players' language."""


@dataclass(frozen=True)
class Listed:
    """A scenario as listed, told in the players' language: what it is about, without its rules."""

    id: str
    path: Path
    title: str
    about: str
    playtime: str
    players: str
    opening: str
    lessons: tuple[str, ...]
    kind: str
    hard: str
    teaches: str


def scenarios(tr: Translator) -> Iterator[Listed]:
    """The shipped scenarios, the one to begin with first, then in the order of history; only their heads are read."""
    for one in shelf.shelf(language=tr.language):
        head = one.head
        title, about, time, players, opening, teaches = (
            one_line(text) for text in (head.title, head.about, head.playtime, head.players, head.opening, head.teaches)
        )
        kind, hard = told.kind(one, tr), told.how_hard(one.difficulty, tr)
        lessons = tuple(told.lessons(one))
        yield Listed(head.id, head.path, title, about, time, players, opening, lessons, kind, hard, teaches)


def played() -> dict[str, int]:
    """Scenario → how many games of it were played to the end on this machine."""
    return dict(Counter(game.scenario for game in saved_games() if game.finished))


def open_scenario(name: str, tr: Translator) -> Reading:
    """Read a scenario by id or path. Trouble when there is none or it has faults."""
    library = Library()
    try:
        path = library.find(name)
    except NotFound as missing:
        said = tr("There is no scenario '{name}', and no such file.").format(name=one_line(name))
        more = tr("Do you mean '{name}'?").format(name=missing.suggestion) if missing.suggestion else ""
        raise Trouble(f"{said} {more}".strip()) from None
    reading = read(path, library, language=tr.language)
    if reading.scenario is None:
        raise Trouble(tr("This scenario has faults. See: geboortespel controleer {path}").format(path=path))
    return reading


def begin(
    reading: Reading, people: Sequence[str], tr: Translator,
    *, seed: int | None = None, journal: Path | None = None, clock: bool = True, undo: Undo = "tot_onthulling",
) -> Session:  # fmt: skip
    """A new game, on disk. Trouble when it can't be written."""
    scenario = reading.scenario
    assert scenario is not None
    number = secrets.randbelow(MOST_SEED) if seed is None else seed
    try:
        for path in [journal] if journal else free_names(scenario):
            try:
                session = Session.new(
                    scenario,
                    reading.resolved,
                    number,
                    path,
                    people=people,
                    clock=clock,
                    language=tr.language,
                    undo=undo,
                )
            except StoreError as fault:
                if fault.code == "bestaat_al" and journal is None:
                    continue
                raise
            return with_stand_in(session)
    except StoreError as fault:
        raise Trouble(storage.trouble(fault.code, fault.path, tr)) from fault
    raise Trouble(tr("There is no free name for a new game."))


def free_names(scenario: Scenario) -> list[Path]:
    """Names for a new game's journal, the first free one first."""
    folder = games_folder()
    names = (folder / f"{scenario.id}-{n}.jsonl" for n in range(1, 10_000))
    return [path for path in names if not path.exists()][:20]


def go_on(path: Path, tr: Translator, *, clock: bool = True) -> tuple[Session, str]:
    """The game in a journal, and what has to be said about it. Trouble when it can't be read."""
    with _told(tr):
        session, torn = resume(path, clock=clock)
    return with_stand_in(session), storage.torn(tr) if torn else ""


def debriefed(path: Path, tr: Translator) -> tuple[Session, bool]:
    """The game in a journal to talk about, and whether notes can be kept in it. Trouble when it can't be read."""
    with _told(tr):
        try:
            return resume(path)[0], True
        except StoreError as fault:
            if fault.code not in ("in_gebruik", "alleen_lezen"):
                raise
        session, lines = replay(path)
        for _ in lines:
            pass
        return session, False


@contextmanager
def _told(tr: Translator) -> Iterator[None]:
    """What can go wrong with a journal, as Trouble."""
    try:
        yield
    except StoreError as fault:
        raise Trouble(storage.trouble(fault.code, fault.path, tr)) from fault
    except DamagedJournal as fault:
        raise Trouble(storage.damaged(fault.path, fault.line, fault.reason, tr)) from fault
    except Divergence as fault:
        raise Trouble(storage.diverged(fault.line, fault.reason, fault.rules, tr)) from fault
    except ForeignJournal as fault:
        raise Trouble(tr("This version can't read the scenario in {path}.").format(path=fault.path)) from fault


def saved() -> tuple[list[Saved], list[Saved]]:
    """Games that were kept, newest first: those that have not ended, and those that have."""
    every = saved_games()
    return [game for game in every if not game.finished], [game for game in every if game.finished]


def with_stand_in(session: Session) -> Session:
    """The session, with somebody for the roles that nobody plays."""
    if set(session.board.seats) - set(session.people):
        from geboortespel.players.planner import Planner

        session.stand_in_policy = Planner()
    return session
