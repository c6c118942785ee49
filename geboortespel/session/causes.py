"""Waarom? Why a quantity is what it is, along the branch that is being played, as far as a view may know."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from geboortespel.engine.ledger import Entry
from geboortespel.engine.view import View

OPEN = ("gebeurtenis", "kaart", "keuze")
"""Causes that everybody at the table saw at work."""
BEGIN = ("begin",)
"""The cause of what the seed drew before the first round."""


@frozen
class Causes:
    """Why a quantity is what it is. `entries` newest first; `value` is None when hidden, and then `band` bounds it and
    the entries are those that the table witnessed, without a total."""

    entries: tuple[Entry, ...]
    start: int | None
    value: int | None
    band: tuple[int, int] | None = None

    def since_the_draw(self) -> Causes:
        """The same with what the seed drew in the start: to people that is how it was."""
        drawn = sum(entry.delta for entry in self.entries if entry.cause == BEGIN)
        rest = tuple(entry for entry in self.entries if entry.cause != BEGIN)
        return evolve(self, entries=rest, start=None if self.start is None else self.start + drawn)


def causes(view: View, name: str, entries: Sequence[Entry]) -> Causes:
    """The causes behind `name`, from its ledger `entries` (newest first); they add up from its start.

    What somebody else was asked alone stays one cause without a name until the game has ended.
    Of a hidden quantity only what was seen to happen: news, choices, and what the table's own moves are known to do.
    Who was influenced by whom stays out, and so does how far a person was moved by an argument: that tells concerns.
    """
    if not view.hides(name):
        value = view.value(name)
        start = None if value is None else value - sum(entry.delta for entry in entries)
        known = (e if view.shows(e.cause) else evolve(e, cause=view.cause(e.cause)) for e in entries)
        return Causes(tuple(known), start, value)
    witnessed = tuple(entry for entry in entries if _witnessed(view, entry))
    family, _, actor = name.partition(".")
    return Causes(witnessed, None, None, view.band(actor) if family in ("steun", "anker") else None)


def _witnessed(view: View, entry: Entry) -> bool:
    code = entry.cause[0]
    if not view.shows(entry.cause):
        return False
    if code != "zet":
        return code in OPEN
    move = view.board.scenario.moves[entry.cause[2]]
    return move.verb != "overtuigen"
