"""The tree of moments behind a game: for every journal line its parent, state, ledger entries and notes.

Undo and what-if never delete: they are moments with an earlier parent. `Moments` answers what was done on the way to a
moment, so that the ledger and undo follow the branch that is being played.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field, frozen

from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause, Entry

FINAL_NOTES = frozenset({"gehoord", "kaart", "gebeurtenis", "uitslag", "stem", "einde"})
"""What was drawn, heard or revealed can't be undone."""


@frozen(slots=True)
class Moment:
    """One journal line: its parent, the state after it, what it changed, and whether it can be undone."""

    line: int
    parent: int
    state: State
    entries: tuple[Entry, ...] = ()
    notes: tuple[Cause, ...] = ()
    acts: bool = False
    """An engine action (not a going back, nor something said at the table)."""
    final: bool = False
    """Drew or revealed something."""


@define
class Moments:
    """All moments of a journal, by line number."""

    all: list[Moment] = field(factory=list)

    def add(self, moment: Moment) -> None:
        self.all.append(moment)

    def way(self, line: int) -> Iterator[Moment]:
        """The moments that led to `line`, newest first."""
        while True:
            moment = self.all[line]
            yield moment
            if line == 0:
                return
            line = moment.parent

    def last_act(self, line: int) -> Moment | None:
        """The newest engine action on the way to `line`; None when there is none."""
        return next((moment for moment in self.way(line) if moment.acts), None)

    def entries(self, line: int, name: str) -> list[Entry]:
        """The ledger of one quantity on the way to `line`, newest first."""
        return [entry for moment in self.way(line) for entry in reversed(moment.entries) if entry.name == name]
