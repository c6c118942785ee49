"""At the negotiating table: a listening player and a haggling one, from what a view tells alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from geboortespel.engine.board import Board
from geboortespel.engine.talk_slots import ASKED, OFFERED, THEIRS, TURN, WARNED, WHO
from geboortespel.engine.view import View

WEIGHS = {"": 2, "licht": 1, "gewoon": 2, "zwaar": 4}
"""What an issue is taken to count for the party, by what it answered."""
OPENS, STEP, LAST = 70, 15, 20
"""Percent of what there is to gain that is asked at first, less each turn, and at the least."""
ENOUGH = 30
"""Percent of what there is to gain that a haggling player takes."""


class Sheet:
    """What may be done at the table of one board, by index, and a lens on how the talks stand."""

    def __init__(self, board: Board) -> None:
        talks = board.scenario.talks
        assert talks is not None
        self.issues = tuple(talks.issues)
        self.turns, self.questions = talks.turns, talks.questions
        self.found = {
            (action.seat, action.what, action.target, action.choice): action.index
            for action in board.actions
            if action.kind == "zitting"
        }
        self.changes = {
            seat: [
                [self.found[seat, "bod", issue.id, option] for option in issue.options]
                for issue in talks.issues.values()
            ]
            for seat in board.seats
            if (seat, "verdagen", "", "") in self.found
        }
        self.seats = board.seats
        rows = ("bod", "hun", "gevraagd", "verteld", "gewijzigd")
        self.width = len(self.issues)
        self.lens = board.lens(
            [
                *(f".tafel.{row}.{issue}" for row in rows for issue in self.issues),
                WHO, TURN, ASKED, OFFERED, THEIRS, WARNED, ".tafel.zij.0",
            ]
        )  # fmt: skip


_sheets: WeakKeyDictionary[Board, Sheet] = WeakKeyDictionary()


def sheet_of(board: Board) -> Sheet:
    """The sheet of a board; made once."""
    found = _sheets.get(board)
    if found is None:
        found = _sheets[board] = Sheet(board)
    return found


class Table:
    """One decision at the table."""

    def __init__(self, view: View) -> None:
        assert view.talks is not None
        self.view, self.talks, self.sheet = view, view.talks, sheet_of(view.board)
        n, seen = self.sheet.width, self.sheet.lens(view)
        self.draft, self.theirs = seen[:n], seen[n : 2 * n]
        self.asked, self.told, self.changed = seen[2 * n : 3 * n], seen[3 * n : 4 * n], seen[4 * n : 5 * n]
        who, self.used, self.said, self.put_forward, self.countered, self.warned, self.opened = seen[5 * n :]
        self.seat = self.sheet.seats[who]
        self.space, self.worths = self.talks.space, self.talks.worths
        self.now = self.space.coded(self.draft)
        self.scale = self.talks.scale

    def may(self, what: str, target: str = "") -> int | None:
        """The index of this action, None when it may not be done."""
        index = self.sheet.found[self.seat, what, target, ""]
        return index if self.view.may(index) else None

    def first(self, *whats: str) -> int:
        """The first of these that may be done; the last action there is when none may."""
        found = (self.may(what) for what in whats)
        return next((index for index in found if index is not None), self.view.indices[-1])

    def share(self, worth: int) -> int:
        """Percent of what there is to gain over the best alternative that a worth comes to."""
        least, best = self.scale
        return 100 * (worth - least) // max(1, best - least)

    @property
    def offered(self) -> int | None:
        """What the party's last offer is worth; None without one."""
        return self.worths[self.space.coded(self.theirs)] if self.countered else None

    def question(self) -> int | None:
        """Ask and tell by turns, an issue at a time, as long as there is room and something to learn."""
        if self.put_forward or self.said >= self.sheet.questions:
            return None
        asks = ("waarom", self.asked), ("vertellen", self.told)
        order = self._pressing()
        for what, done in asks if sum(self.asked) <= sum(self.told) else asks[::-1]:
            for place in order:
                index = None if done[place] else self.may(what, self.sheet.issues[place])
                if index is not None:
                    return index
        return None

    def _pressing(self) -> Sequence[int]:
        """Places of the issues, those first in which home cannot live with what they ask for."""
        places = range(self.sheet.width)
        if not self.countered:
            return places
        changes = self.sheet.changes[self.seat]
        stuck = [
            option != self.draft[place] and not self.view.may(changes[place][option])
            for place, option in enumerate(self.theirs)
        ]
        return sorted(places, key=lambda place: not stuck[place])

    def mended(self) -> int | None:
        """Take out of the draft what the party said it will not live with."""
        for place, option in self.talks.refused if self.warned and not self.put_forward else ():
            if self.draft[place] == option:
                return max(self._changes(place), default=(0, None), key=lambda found: found[0])[1]
        return None

    def _changes(self, place: int) -> Iterator[tuple[int, int]]:
        """(worth of the draft after it, index) of every change of an issue that may be made."""
        for option, index in enumerate(self.sheet.changes[self.seat][place]):
            if option != self.draft[place] and self.view.may(index):
                yield self.worths[self.moved(place, option)], index

    def moved(self, place: int, option: int) -> int:
        """Code of the draft with another option for one issue."""
        return self.now + (option - self.draft[place]) * self.space.steps[place]

    def step(self, least: int, counts: Sequence[int], towards: Sequence[int] = ()) -> int | None:
        """The step towards their last offer (or another of theirs) that gives most for what it costs; the draft stays
        worth `least` percent. `counts`: what each issue is taken to count for the party."""
        if not self.countered or self.put_forward:
            return None
        worth, found = self.worths[self.now], list[tuple[int, int, int]]()
        for place, option in enumerate(towards or self.theirs):
            if option == self.draft[place] or self.changed[place]:
                continue
            moved = self.worths[self.moved(place, option)]
            index = self.sheet.changes[self.seat][place][option]
            if self.share(moved) >= least and self.view.may(index):
                found.append((counts[place] * 1000 // max(1, worth - moved), -place, index))
        return max(found)[2] if found else None

    def instead(self, least: int, counts: Sequence[int]) -> int | None:
        """When home will not have what they ask for in an issue: a step in another, towards what they asked at first.
        One in a sitting."""
        if not self.countered or self.put_forward or self.draft == self.theirs:
            return None
        first = self.space.digits(self.opened - 1)
        if any(self.changed[n] and d == first[n] != self.theirs[n] for n, d in enumerate(self.draft)):
            return None
        return self.step(least, counts, first)


def haggling(view: View) -> int:
    """Puts forward what it wants, gives a little each time, takes what is good enough, and ends with take it or leave
    it. Never asks."""
    table = Table(view)
    offered = table.offered
    if offered is not None and table.share(offered) >= ENOUGH and (taken := table.may("aannemen")) is not None:
        return taken
    mended = table.mended()
    if mended is not None:
        return mended
    step = None if sum(table.changed) else table.step(ENOUGH, (1,) * table.sheet.width)
    if step is not None:
        return step
    return table.first("graag-of-niet" if table.used == table.sheet.turns - 1 else "voorleggen", "verdagen")


def listening(view: View) -> int:
    """Asks why and tells what counts, gives where it costs little and weighs much, and takes a fair offer."""
    table = Table(view)
    asks = max(LAST, OPENS - STEP * table.used) if table.used < table.sheet.turns else 0
    offered = table.offered
    if offered is not None and table.share(offered) >= asks and (taken := table.may("aannemen")) is not None:
        return taken
    if table.put_forward:
        return table.first("verdagen")
    for found in (table.question(), table.mended()):
        if found is not None:
            return found
    counts = [WEIGHS[table.talks.weighs(place) if asked else ""] for place, asked in enumerate(table.asked)]
    for give in (table.step, table.instead):
        found = give(asks, counts)
        if found is not None:
            return found
    return table.first("voorleggen", "verdagen")
