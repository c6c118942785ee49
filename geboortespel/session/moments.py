"""The tree of moments behind a game: for every journal line its parent, state, ledger entries and notes.

Undo and what-if never delete: they are moments with an earlier parent. `Moments` answers what was done on the way to a
moment, so that the ledger and undo follow the branch that is being played.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field, frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause, Entry


@frozen(slots=True)
class Moment:
    """One journal line: its parent, the state after it, what was done and changed, and whether it can be undone."""

    line: int
    parent: int
    state: State
    entries: tuple[Entry, ...] = ()
    notes: tuple[Cause, ...] = ()
    action: Action | None = None
    """What was done; None at the beginning, for a going back, and for something said at the table."""
    final: bool = False
    """Drew or revealed something."""
    undone: tuple[int, ...] = ()
    """Actions taken back and not yet done again, the last one first."""
    said: bool = False
    """Something said at the table: the remark of the same rank."""


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

    def told_before(self, line: int, note: tuple[str, ...]) -> bool:
        """Whether this note was also made on the way to `line`, at an earlier journal line."""
        return any(note in moment.notes for moment in self.way(line) if moment.line != line)

    def last_act(self, line: int) -> Moment | None:
        """The newest action on the way to `line`; None when there is none."""
        return next((moment for moment in self.way(line) if moment.action is not None), None)

    def acts(self, line: int) -> list[Action]:
        """The actions on the way to `line`, oldest first."""
        return [moment.action for moment in self.way(line) if moment.action is not None][::-1]

    def entries(self, line: int, name: str) -> list[Entry]:
        """The ledger of one quantity on the way to `line`, newest first."""
        return [entry for moment in self.way(line) for entry in reversed(moment.entries) if entry.name == name]

    def back(self, line: int) -> Moment:
        """The moment of going on from `line`, after the newest one. An undo or redo is known by where it goes."""
        here = self.all[-1]
        last = self.last_act(here.line)
        undone: tuple[int, ...] = ()
        if here.undone and line == here.undone[0]:
            undone = here.undone[1:]
        elif last is not None and line == last.parent:
            undone = (last.line, *here.undone)
        return Moment(here.line + 1, line, self.all[line].state, undone=undone)

    def said(self) -> Moment:
        """The moment of something said at the table: nothing changes."""
        here = self.all[-1]
        return Moment(here.line + 1, here.line, here.state, undone=here.undone, said=True)
