"""Replay and resume: a journal played again, line by line, against the digests it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from geboortespel.engine.actions import IllegalAction, UnknownAction
from geboortespel.engine.game import RULES_VERSION, Game
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import rebuild
from geboortespel.session.driver import Policy
from geboortespel.session.journal import ACTIONS, BACK, BRANCH, PARTS, TABLE, Body, Journal, parse_journal, read_journal
from geboortespel.session.moments import Moment
from geboortespel.session.renames import new_names
from geboortespel.session.saved import Saved as Saved
from geboortespel.session.saved import saved_games as saved_games
from geboortespel.session.session import UNDO_REMARK, Session, Undo, _now
from geboortespel.session.store import LineFile


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
    session = _begun(begin, reading.scenario, stand_in, clock and journal.timed)
    session.content = begin["inhoud"]
    if session.game.digest(session.state) != begin["stand"]:
        raise Divergence(0, "stand", begin, _other_rules(begin))
    return session


def _begun(begin: Body, scenario: Scenario, stand_in: Policy | None, clock: bool) -> Session:
    """A session in memory at the beginning that a journal tells of."""
    undo: Undo = begin.get(UNDO_REMARK, "tot_onthulling")
    people = begin.get("mensen", ())
    session = Session(
        Game(scenario), begin["zaad"], people=people, stand_in=stand_in, clock=_now if clock else None, undo=undo
    )
    session.origin = {BRANCH: begin[BRANCH]} if begin.get(BRANCH) else {}
    return session


def _other_rules(begin: Body) -> int:
    version = int(begin.get("regels", 0))
    return 0 if version == RULES_VERSION else version


def _redone(session: Session, body: Body, done: Mapping[str, str], rules: int) -> Moment:
    """The moment of an action done again. Divergence when it can't be."""
    try:
        return session.take(session.game.action(body["soort"], *(done.get(part, "") for part in PARTS)))[0]
    except UnknownAction:
        raise Divergence(body["n"], "onbekend", body, rules) from None
    except IllegalAction:
        raise Divergence(body["n"], "geweigerd", body, rules) from None


def _take_over(session: Session, body: Body, rules: int, renamed: Mapping[str, str] | None = None) -> Moment:
    """Play one line on the session without writing. With `renamed` it is on a newer scenario: states may differ."""
    kind = body["soort"]
    if kind in ACTIONS:
        moment = _redone(session, body, new_names(body["actie"], renamed or {}), rules)
    elif kind == TABLE:
        moment = session.moments.said()
    elif kind == BACK:
        moment = session.moments.back(body["ouder"])
    else:
        raise Divergence(body["n"], "onbekend", body, rules)
    if renamed is None and session.game.digest(moment.state) != body["stand"]:
        raise Divergence(body["n"], "stand", body, rules)
    session.moments.add(moment)
    if kind == TABLE:
        session.remarks.append((body["wat"], body["gegevens"]))
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
    """Go on with a game: (the session, how many bytes of an unfinished last line were dropped).

    The journal is held before it is read. A game that began without a clock goes on without one. StoreError,
    DamagedJournal, ForeignJournal and Divergence leave the file as it is.
    """
    file = LineFile.open(path)
    try:
        journal = parse_journal(path, file.read())
        session = _session(journal, stand_in, clock)
        for body in journal.bodies[1:]:
            _take_over(session, body, _other_rules(journal.bodies[0]))
        if journal.torn:
            file.cut(journal.size)
    except BaseException:
        file.close()
        raise
    session.attach(file, journal.chain)
    return session, journal.torn


def carry(path: Path, scenario: Scenario) -> tuple[Session, Divergence | None]:
    """A journal's game played in memory on a newer version of its scenario, ids renamed by its `hernoemd`.

    Ends at the first line that can't be done there any more, and says which (None: all could).
    """
    journal = read_journal(path)
    session = _begun(journal.bodies[0], scenario, None, clock=False)
    try:
        for body in journal.bodies[1:]:
            _take_over(session, body, 0, scenario.renamed)
    except Divergence as found:
        return session, found
    return session, None
