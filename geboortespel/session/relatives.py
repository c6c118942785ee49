"""Branches of a game and what it is a branch of, found in the folder of its journal; read, never played."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from geboortespel.session.journal import ACTIONS, PARTS, DamagedJournal, read_journal
from geboortespel.session.saved import Saved, glance
from geboortespel.session.store import StoreError

Key = tuple[str, str, str, str, str]


@frozen
class Relative:
    """Another course of the same game: its journal, how it ended ('': not yet), and what was done in it, in order."""

    path: Path
    outcome: str
    acts: tuple[Key, ...]

    @property
    def name(self) -> str:
        """What it is called: its journal's name without what every name ends with."""
        return self.path.stem


def relatives(path: Path | None) -> tuple[Relative, ...]:
    """The others that begin in this game or that it begins in, however many steps away; by name."""
    if path is None:
        return ()
    try:
        mine = glance(path)
    except OSError:
        return ()
    if mine is None:
        return ()
    same = [one for one in _beside(path) if (one.scenario, one.seed) == (mine.scenario, mine.seed)]
    names, more = {path.name}, True
    while more:
        linked = {n for one in same for n in _both(one) if _both(one) & names} - names
        names, more = names | linked, bool(linked)
    return tuple(found for one in same if one.path.name in names - {path.name} for found in _read(one))


def _both(one: Saved) -> set[str]:
    """A journal and the one it is a branch of."""
    return {one.path.name, *([one.origin.name] if one.origin is not None else [])}


def _beside(path: Path) -> list[Saved]:
    found = []
    for other in sorted(path.parent.glob("*.jsonl")):
        try:
            game = glance(other)
        except OSError:
            continue
        if game is not None:
            found.append(game)
    return found


def _read(one: Saved) -> list[Relative]:
    """Nothing of what can't be read."""
    try:
        bodies = read_journal(one.path).bodies
    except (StoreError, DamagedJournal):
        return []
    acts: list[Key] = []
    at = len(bodies) - 1
    while at > 0:
        body = bodies[at]
        if body["soort"] in ACTIONS:
            who, what, target, choice = (body["actie"].get(part, "") for part in PARTS)
            acts.append((body["soort"], who, what, target, choice))
        at = body["ouder"]
    return [Relative(one.path, one.outcome, tuple(reversed(acts)))]
