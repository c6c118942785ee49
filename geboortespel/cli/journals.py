"""Journals for the commands: a place for a new game, one that is gone on with, one that is played again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from geboortespel.cli.exits import Exit, Stop
from geboortespel.words import storage
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.cli.play import Wanted
    from geboortespel.scenario.reader import Reading
    from geboortespel.session.session import Session

MOST_SEED = 2**31 - 1


@contextmanager
def told(tr: Translator, damaged: Exit = Exit.WRONG) -> Iterator[None]:
    """Turn what can go wrong with journals into a message and a status: `damaged` for one that is not as written."""
    from geboortespel.session.journal import DamagedJournal
    from geboortespel.session.replay import Divergence, ForeignJournal
    from geboortespel.session.store import StoreError

    try:
        yield
    except StoreError as fault:
        raise Stop(storage.trouble(fault.code, fault.path, tr)) from fault
    except DamagedJournal as fault:
        status = damaged if fault.line else Exit.WRONG
        raise Stop(storage.damaged(fault.path, fault.line, fault.reason, tr), status) from fault
    except Divergence as fault:
        raise Stop(storage.diverged(fault.line, fault.reason, fault.rules, tr), Exit.FAULTS) from fault
    except ForeignJournal as fault:
        raise Stop(tr("The scenario in {path} can't be read by this version.").format(path=fault.path)) from fault


def begin(reading: Reading, wanted: Wanted, tr: Translator) -> Session:
    """A new game, its journal made. Stop when it can't be, or a role does not exist."""
    from geboortespel.session.session import Session

    scenario = reading.scenario
    assert scenario is not None
    seed = int.from_bytes(os.urandom(4), "big") % MOST_SEED if wanted.seed is None else wanted.seed
    unknown = [role for role in wanted.roles if role not in scenario.believers]
    if unknown:
        known = ", ".join(scenario.believers) or tr("none")
        raise Stop(tr("There is no role '{role}'. There are: {known}.").format(role=unknown[0], known=known))
    people = [role for role in scenario.believers if role in wanted.roles]

    def make(path: Path) -> Session:
        return Session.new(
            scenario,
            reading.resolved,
            seed,
            path,
            people=people,
            clock=wanted.clock,
            language=tr.language,
        )

    with told(tr):
        return with_stand_in(make(wanted.journal) if wanted.journal else _first_free(scenario.id, make))


def _first_free(scenario_id: str, make: Callable[[Path], Session]) -> Session:
    """A game in the games folder under the first free name: SCENARIO-1.jsonl, SCENARIO-2.jsonl and on."""
    from geboortespel.session.store import StoreError, games_folder

    number = 1
    while True:
        path = games_folder() / f"{scenario_id}-{number}.jsonl"
        number += 1
        if path.exists():
            continue
        try:
            return make(path)
        except StoreError as fault:
            if fault.code != "bestaat_al":
                raise


def go_on(path: Path, wanted: Wanted, tr: Translator) -> Session:
    """The game in this journal, to go on with. Stop when it is another game than was asked for, or is damaged."""
    from geboortespel.session.replay import resume

    with told(tr):
        session, dropped = resume(path, clock=wanted.clock)
    if dropped:
        print(storage.torn(tr), file=sys.stderr)
    other = wanted.seed is not None and wanted.seed != session.seed
    if wanted.scenario is not None:
        other = other or _scenario_id(wanted.scenario, tr) != session.board.scenario.id
    if other:
        session.close()
        raise Stop(
            tr("{path} holds another game ({id}, seed {seed}). Leave the scenario out to go on with it.").format(
                path=path, id=session.board.scenario.id, seed=session.seed
            )
        )
    return with_stand_in(session)


def _scenario_id(name: str, tr: Translator) -> str:
    from geboortespel.cli.source import load

    scenario = load(name, tr).scenario
    assert scenario is not None
    return scenario.id


def with_stand_in(session: Session) -> Session:
    """The session, with somebody to play the roles without people when there are any."""
    if set(session.board.seats) - set(session.people):
        from geboortespel.players.planner import Planner

        session.stand_in_policy = Planner()
    return session
