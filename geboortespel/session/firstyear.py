"""From a game that ended in a birth to a game of its first year, with a journal of its own beside the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geboortespel.engine import aftercare
from geboortespel.scenario.merge import SECTION
from geboortespel.scenario.reader import rebuild
from geboortespel.session.session import Session
from geboortespel.session.store import StoreError

MOST = 10_000


def has_year(session: Session) -> bool:
    """Whether a first year can follow: the game ended in a birth and its scenario has one."""
    return aftercare.has_year(session.content, session.game, session.state)


def begin_year(session: Session, path: Path | None, *, clock: bool = True, language: str = "nl") -> Session:
    """The first year after the birth in which `session` ended, with its seed, kept at `path` (None: in memory).

    ValueError when there is no first year; StoreError when the journal can't be written.
    """
    content = aftercare.first_year(session.content, session.game, session.state, _name(session))
    scenario = rebuild(content).scenario
    if scenario is None:
        raise ValueError("the first year can't be read")
    return Session.new(scenario, content, session.seed, path, clock=clock, language=language, undo=session.undo_rule)


def begin_kept(session: Session, *, clock: bool = True, language: str = "nl") -> Session:
    """The same, kept beside the journal of the birth under the first free name; in memory when that is not kept."""
    if session.path is None:
        return begin_year(session, None, clock=clock, language=language)
    for path in _free(session.path):
        try:
            return begin_year(session, path, clock=clock, language=language)
        except StoreError as fault:
            if fault.code != "bestaat_al":
                raise
    raise StoreError("bestaat_al", session.path)


def _free(path: Path) -> Iterator[Path]:
    """Names that nothing has yet: NAME-kraamtijd.jsonl, NAME-kraamtijd-2.jsonl and on."""
    for number in range(1, MOST):
        more = f"-{number}" if number > 1 else ""
        name = path.with_name(f"{path.stem}-{SECTION}{more}{path.suffix or '.jsonl'}")
        if not name.exists():
            yield name


def _name(session: Session) -> str:
    """What the table called the alliance last, '' when it did not."""
    names = [str(data.get("naam", "")).strip() for kind, data in session.remarks if kind == "kaartje"]
    return next((name for name in reversed(names) if name), "")
