"""What if: from any moment of a game to a game of its own, in a new journal beside the other. The original stays.

A branch begins with the lines that led to the moment; the same seed draws on, so that what differs is what is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from geboortespel.session.journal import BRANCH, PARTS, TABLE, encode
from geboortespel.session.moments import Moment
from geboortespel.session.saved import Origin, origin_of
from geboortespel.session.session import Session, _now
from geboortespel.session.store import LineFile, StoreError

MOST = 10_000
SUFFIX = "wat-als"
_NAMED = re.compile(rf"-{SUFFIX}(-\d+)?$")


class NothingAhead(ValueError):
    """At this moment the game had ended: there is nothing to play on."""


def origin(session: Session) -> Origin | None:
    """What this game is a branch of; None when it is none."""
    return origin_of(session.origin.get(BRANCH))


def begin_branch(
    session: Session, line: int, path: Path | None, *, of: str = "", clock: bool = True, language: str = "nl"
) -> Session:
    """A game that goes on from `line` of another, kept at `path` (None: in memory). People and undo are as they were.

    `of`: the name of the other's journal, when the session does not hold it.
    IndexError for no line, NothingAhead when the game had ended there, StoreError when it can't be written.
    """
    if not 0 <= line <= session.line:
        raise IndexError(line)
    moments = session.moments
    if session.game.node(moments.all[line].state) == "einde":
        raise NothingAhead(line)
    made = Session(
        session.game, session.seed, people=session.people, undo=session.undo_rule, clock=_now if clock else None,
        stand_in=session.stand_in_policy,
    )  # fmt: skip
    name = of or (session.path.name if session.path is not None else "")
    digest = session.game.digest(moments.all[line].state)
    made.content = session.content
    made.origin = {BRANCH: {"van": name, "regel": line, "stand": digest}}
    data, chain = encode(made.beginning(session.content, language), "", made._time())
    for moment in tuple(moments.way(line))[-2::-1]:
        if moment.action is not None or moment.said:  # one that went back leads to where we are anyway
            more, chain = _taken_over(made, session, moment, chain)
            data += more
    if path is not None:
        made.attach(LineFile.create(path, data), chain)
    return made


def _taken_over(made: Session, session: Session, moment: Moment, chain: str) -> tuple[bytes, str]:
    """Add a moment of the other game; its line and the chain after it."""
    here = evolve(moment, line=made.line + 1, parent=made.line, undone=())
    if moment.action is None:
        kind, data = session.remarks[sum(one.said for one in session.moments.all[: moment.line])]
        made.remarks.append((kind, data))
        body = made._body(TABLE, here, wat=kind, gegevens=data)
    else:
        action = moment.action
        done = {part: name for part, name in zip(PARTS, action.key[1:], strict=True) if name}
        body = made._body(action.kind, here, actie=done)
    made.moments.add(here)
    return encode(body, chain, made._time())


def begin_kept_branch(
    session: Session, line: int, *, beside: Path | None = None, clock: bool = True, language: str = "nl"
) -> Session:
    """The same, kept under the first free name beside the journal it comes from (`beside`, else the session's own); in
    memory when there is none."""
    beside = beside or session.path
    if beside is None:
        return begin_branch(session, line, None, clock=clock, language=language)
    for path in _free(beside):
        try:
            return begin_branch(session, line, path, of=beside.name, clock=clock, language=language)
        except StoreError as fault:
            if fault.code != "bestaat_al":
                raise
    raise StoreError("bestaat_al", beside)


def _free(path: Path) -> Iterator[Path]:
    """Names that nothing has yet: NAME-wat-als.jsonl, NAME-wat-als-2.jsonl and on."""
    stem = _NAMED.sub("", path.stem)
    for number in range(1, MOST):
        more = f"-{number}" if number > 1 else ""
        name = path.with_name(f"{stem}-{SUFFIX}{more}{path.suffix or '.jsonl'}")
        if not name.exists():
            yield name
