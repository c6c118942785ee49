"""Journals for the commands: a place for a new game, one that is gone on with, one that is played again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.source import load
from geboortespel.scenario.names import seats
from geboortespel.words import storage
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from geboortespel.cli.play import Wanted
    from geboortespel.scenario.reader import Reading
    from geboortespel.session.session import Session

MOST_SEED = 2**31 - 1


@contextmanager
def told(tr: Translator, damaged: Exit = Exit.WRONG) -> Iterator[None]:
    """Turn what can go wrong with journals into a message and a status: `damaged` for one that is not as written."""
    try:
        yield
    except Exception as fault:
        stop = _trouble(fault, tr, damaged)
        if stop is None:
            raise
        raise stop from fault


def _trouble(fault: Exception, tr: Translator, damaged: Exit) -> Stop | None:
    """How the command ends for this fault; None when it is not one of journals.

    Imports only here: the first prompt of a new game does not wait for the engine.
    """
    from geboortespel.session.journal import DamagedJournal
    from geboortespel.session.replay import Divergence, ForeignJournal
    from geboortespel.session.store import StoreError

    match fault:
        case StoreError():
            return Stop(storage.trouble(fault.code, fault.path, tr))
        case DamagedJournal():
            status = Exit.WRONG if fault.reason in ("vreemd", "nieuwer") else damaged
            return Stop(storage.damaged(fault.path, fault.line, fault.reason, tr), status)
        case Divergence():
            return Stop(storage.diverged(fault.line, fault.reason, fault.rules, tr), Exit.FAULTS)
        case ForeignJournal():
            return Stop(tr("This version can't read the scenario in {path}.").format(path=one_line(str(fault.path))))
        case _:
            return None


def kept(journal: Path) -> Path:
    """A journal by its path, or by its name in the games folder: `eerste-dijk-1`."""
    from geboortespel.session.store import games_folder

    if journal.exists() or len(journal.parts) != 1:
        return journal
    folder = games_folder()
    named = (folder / name for name in (journal.name, f"{journal.name}.jsonl"))
    return next((path for path in named if path.is_file()), journal)


def complete_journal(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """For the shell: games in the games folder that begin like this; files when there are none."""
    from click.shell_completion import CompletionItem

    from geboortespel.session.store import games_folder

    names = sorted(path.stem for path in games_folder().glob("*.jsonl"))
    found = [CompletionItem(name) for name in names if name.startswith(begun)]
    return found or [CompletionItem(begun, type="file")]


class NewGame:
    """A game about to begin: its scenario read and its roles checked; `make` makes its journal."""

    def __init__(self, wanted: Wanted, tr: Translator, reading: Reading | None = None) -> None:
        if wanted.scenario is None:
            said = tr("{path} does not exist yet; a new game needs a SCENARIO.")
            raise Stop(said.format(path=wanted.journal))
        self.wanted, self.tr = wanted, tr
        self.reading = reading or load(wanted.scenario, tr)
        assert self.reading.scenario is not None
        self.scenario = self.reading.scenario
        self.seats = self._seats()
        self._made: Session | None = None

    def _seats(self) -> tuple[str, ...]:
        """The seats that people play: the roles asked for, else all."""
        believers, asked = self.scenario.believers, self.wanted.roles
        unknown = next((role for role in asked if role not in believers), None)
        if unknown is not None:
            known = ", ".join(believers) or self.tr("none")
            said = self.tr("There is no role '{role}'. There are: {known}.")
            raise Stop(said.format(role=one_line(unknown), known=known))
        return tuple(role for role in believers if role in asked) or seats(self.scenario)

    def make(self) -> Session:
        """Begin it, with its journal where it was asked for or under the first free name. Stop when that can't be."""
        with told(self.tr):
            if self.wanted.journal is not None:
                self._made = self._at(self.wanted.journal)
            else:
                self._made = _first_free(self.scenario.id, self._at)
        return with_stand_in(self._made)

    def _at(self, path: Path) -> Session:
        from geboortespel.session.session import Session

        seed = int.from_bytes(os.urandom(4), "big") % MOST_SEED if self.wanted.seed is None else self.wanted.seed
        return Session.new(
            self.scenario,
            self.reading.resolved,
            seed,
            path,
            people=self.seats,
            clock=self.wanted.clock,
            language=self.tr.language,
        )

    def close(self) -> None:
        """Let go of the journal."""
        if self._made is not None:
            self._made.close()


def any_saved() -> bool:
    """Whether there is any journal in the games folder."""
    from geboortespel.session.store import games_folder

    folder = games_folder()
    return folder.is_dir() and any(folder.glob("*.jsonl"))


def played(tr: Translator) -> list[tuple[str, Path]]:
    """(title, journal) of the games that were kept: first those to go on with, then those that ended; newest first."""
    from geboortespel.session.saved import saved_games

    going, ended = "{title} ({name})", tr("{title} ({name}, ended)")
    return [
        ((ended if game.finished else going).format(title=one_line(game.title), name=game.path.name), game.path)
        for game in sorted(saved_games(), key=lambda game: game.finished)
    ]


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
    scenario = load(name, tr).scenario
    assert scenario is not None
    return scenario.id


def with_stand_in(session: Session) -> Session:
    """The session, with somebody to play the roles without people when there are any."""
    if set(session.board.seats) - set(session.people):
        from geboortespel.players.planner import Planner

        session.stand_in_policy = Planner()
    return session
