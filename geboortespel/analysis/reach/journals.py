"""The games that show what can be reached, written as journals: as few as will do, and one for each outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from geboortespel.analysis.notice import agreed, name_of, things_of
from geboortespel.analysis.reach.search import Witness
from geboortespel.scenario.model import Scenario
from geboortespel.session.session import Session


@frozen
class Place:
    """Where a thing can be seen: a journal in the folder, and the line at which it happens."""

    journal: str
    line: int


def chosen(things: Mapping[str, Witness], shortest: Mapping[str, Witness]) -> list[tuple[str, Witness]]:
    """(name of the file, game): the shortest game to each outcome, then few others that show all the rest."""
    files = [(f"uitkomst-{outcome}.jsonl", game) for outcome, game in shortest.items()]
    left = {thing for thing in things if not thing.startswith("uitkomst.")}
    games = {(game.plan, game.seed): game for game in things.values()}
    while left:
        best = max(games.values(), key=lambda game: (len(game.things & left), -game.plan, -game.seed))
        shown = best.things & left
        assert shown, "every thing has its game"
        left -= shown
        files.append((f"spel-{len(files) - len(shortest) + 1:03}.jsonl", best))
    return files


def write(
    scenario: Scenario, resolved: Mapping[str, Any], folder: Path, files: Iterable[tuple[str, Witness]]
) -> dict[str, Place]:
    """Write the games; the first place at which each thing can be seen. StoreError when that can't be."""
    found: dict[str, Place] = {}
    for name, witness in files:
        session = Session.new(scenario, resolved, witness.seed, folder / name, clock=False)
        try:
            for thing in _seen(session):
                found.setdefault(thing, Place(name, 0))
            for key in witness.actions:
                session.act(session.game.action(*key))
                for thing in _seen(session):
                    found.setdefault(thing, Place(name, session.line))
        finally:
            session.close()
    return found


def _seen(session: Session) -> Iterator[str]:
    """What happened at the line where the session is."""
    for note in session.moments.all[-1].notes:
        name = name_of(note)
        if name is not None:
            yield from things_of(name)
    yield from agreed(session.view())
    if session.outcome is not None:
        yield f"uitkomst.{session.outcome.id}"
