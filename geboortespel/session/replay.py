"""Replay and resume: a journal played again, line by line, against the digests it holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from geboortespel.engine.actions import IllegalAction, UnknownAction
from geboortespel.engine.game import RULES_VERSION, Game
from geboortespel.scenario.reader import rebuild
from geboortespel.session.driver import Policy
from geboortespel.session.journal import ACTIONS, BACK, TABLE, Body, DamagedJournal, Journal, read_journal
from geboortespel.session.moments import Moment
from geboortespel.session.session import Session, _now
from geboortespel.session.store import LineFile, StoreError, games_folder


class Divergence(Exception):
    """The game went otherwise than the journal says, first at `line`.

    `reason`: `stand` (another state), `geweigerd` (the action may not be done), `onbekend` (no such action). `rules`:
    the journal's rules version when it is not ours, else 0.
    """

    def __init__(self, line: int, reason: str, body: Body, rules: int = 0) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line, self.reason, self.body, self.rules = line, reason, body, rules


class ForeignJournal(Exception):
    """The scenario in the journal can't be read by this version; `faults` says why."""

    def __init__(self, path: Path, faults: tuple[Any, ...]) -> None:
        super().__init__(str(path))
        self.path, self.faults = path, faults


@frozen
class Played:
    """A journal line with what it did."""

    body: Body
    moment: Moment


def _session(journal: Journal, stand_in: Policy | None, clock: bool) -> Session:
    begin = journal.bodies[0]
    reading = rebuild(begin["inhoud"])
    if reading.scenario is None:
        raise ForeignJournal(journal.path, reading.faults)
    session = Session(
        Game(reading.scenario),
        int(begin["zaad"]),
        people=begin.get("mensen", ()),
        stand_in=stand_in,
        clock=_now if clock else None,
    )
    if session.game.digest(session.state) != begin["stand"]:
        raise Divergence(0, "stand", begin, _other_rules(begin))
    return session


def _other_rules(begin: Body) -> int:
    version = int(begin.get("regels", 0))
    return 0 if version == RULES_VERSION else version


def _take_over(session: Session, body: Body, rules: int) -> Moment:
    """Play one line on the session without writing."""
    kind, n = body["soort"], body["n"]
    if kind in ACTIONS:
        done = body.get("actie", {})
        try:
            action = session.game.action(
                kind, done.get("wie", ""), done.get("wat", ""), done.get("doel", ""), done.get("keuze", "")
            )
            moment, _ = session.take(action)
        except UnknownAction:
            raise Divergence(n, "onbekend", body, rules) from None
        except IllegalAction:
            raise Divergence(n, "geweigerd", body, rules) from None
    elif kind == TABLE:
        moment = Moment(n, n - 1, session.state)
        session.remarks.append((body["wat"], body["gegevens"]))
    elif kind == BACK and 0 <= body["ouder"] < n:
        moment = Moment(n, body["ouder"], session.moments.all[body["ouder"]].state)
    else:
        raise Divergence(n, "onbekend", body, rules)
    if session.game.digest(moment.state) != body["stand"]:
        raise Divergence(n, "stand", body, rules)
    session.moments.add(moment)
    return moment


def replay(path: Path, until: int | None = None) -> tuple[Session, Iterator[Played]]:
    """A session in memory, and the lines that bring it along as they are consumed. Divergence where they differ."""
    journal = read_journal(path)
    session = _session(journal, None, clock=False)
    rules = _other_rules(journal.bodies[0])

    def course() -> Iterator[Played]:
        yield Played(journal.bodies[0], session.moments.all[0])
        for body in journal.bodies[1:]:
            if until is not None and body["n"] > until:
                return
            yield Played(body, _take_over(session, body, rules))

    return session, course()


def resume(path: Path, *, stand_in: Policy | None = None, clock: bool = True) -> tuple[Session, int]:
    """Go on with a game: (the session, how many bytes of an unfinished last line were dropped)."""
    journal = read_journal(path)
    file = LineFile.open(path, journal.size)
    try:
        session = _session(journal, stand_in, clock)
        for body in journal.bodies[1:]:
            _take_over(session, body, _other_rules(journal.bodies[0]))
    except Exception:
        file.close()
        raise
    session.attach(file, journal.chain)
    return session, journal.torn


@frozen
class Saved:
    """A game on disk, as listed under 'verder spelen'."""

    path: Path
    scenario: str
    title: str
    lines: int


def saved_games(folder: Path | None = None) -> list[Saved]:
    """Journals in the folder that can be read, newest first."""
    found: list[tuple[float, Saved]] = []
    where = folder or games_folder()
    for path in where.glob("*.jsonl") if where.is_dir() else ():
        try:
            journal = read_journal(path)
            begin = journal.bodies[0]
            saved = Saved(path, str(begin["scenario"]), str(begin.get("titel", "")), len(journal.bodies) - 1)
            found.append((path.stat().st_mtime, saved))
        except (DamagedJournal, StoreError, OSError, KeyError):
            continue
    return [saved for _, saved in sorted(found, key=lambda item: (-item[0], str(item[1].path)))]
