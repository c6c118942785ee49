"""The timeline: a row for everybody on the tree, from birth to end, with the ways knowledge went for the chosen one.

Rows come in the order of years, so arrows go down: into the chosen one through the column just before its birth, out of
it through the columns just before the births of those who learnt from it.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.report.lookback.pages import Line
from geboortespel.report.tree.grid import Grid
from geboortespel.report.tree.kin import Kin, Tree, sure
from geboortespel.scenario.family import LAST_YEAR, Tie

FIRST_YEAR = 1990
NAME, LEFT = 2, 27
"""Where names begin, and where the years do."""
PLAY = LEFT - 2
BORN, NOT_BORN, MOMENT, PRACTICE, PLAYABLE, GOES_ON = "●", "○", "◆", "◇", "▶", "▸"
BAR, THIN, END = "━", "╌", "┥"
IN, OUT = "pijl-in", "pijl-uit"
"""Roles of arrows: to the chosen one, and from it."""
_KEPT = frozenset(f"{BORN}{NOT_BORN}{MOMENT}{PRACTICE}{END}{GOES_ON}")


@frozen
class Scale:
    """From years to columns. `width`: cells of the whole sheet, without what stands to the right of the years."""

    width: int

    def at(self, year: int) -> int:
        """The column of a year."""
        across = max(LAST_YEAR - FIRST_YEAR, self.width - LEFT - 3)
        return LEFT + 1 + (min(year, LAST_YEAR) - FIRST_YEAR) * across // (LAST_YEAR - FIRST_YEAR)


def axis(width: int) -> Line:
    """The years over the timeline."""
    scale, grid = Scale(width), Grid(width, 1)
    for year in range(FIRST_YEAR, LAST_YEAR, 5):
        grid.put(scale.at(year) - 1, 0, str(year), "zacht")
    return grid.lines()[0]


def rows(tree: Tree, width: int, chosen: str = "") -> list[Line]:
    """A line for everybody, in their order. Roles of names: `gekozen`, `ouder`, `kind`."""
    grid = Grid(width, len(tree.kin))
    drawing = _Drawing(tree, grid, Scale(width), {name: y for y, name in enumerate(tree.kin)}, chosen)
    drawing.everybody()
    if chosen in tree.kin:
        drawing.into(tree.family.parents(chosen))
        drawing.out_of(tree.family.children(chosen))
    return grid.lines()


@frozen
class _Drawing:
    tree: Tree
    grid: Grid
    scale: Scale
    row: dict[str, int]
    chosen: str

    def everybody(self) -> None:
        """Names and bars."""
        family = self.tree.family
        roles = {tie.parent: "ouder" for tie in family.parents(self.chosen)}
        roles |= {tie.child: "kind" for tie in family.children(self.chosen)} | {self.chosen: "gekozen"}
        for name, one in self.tree.kin.items():
            y, role = self.row[name], roles.get(name, "")
            self.grid.put(0, y, f"{one.letter} " if role else one.letter, role or "zacht")
            if one.alliance is None:
                self._practice(one, y, role)
            else:
                self.grid.put(NAME, y, one.name[: PLAY - NAME - 1], role or "naam")
                self.grid.put(PLAY, y, PLAYABLE if one.playable else " ", "speelbaar")
                self._bar(one, y)

    def _bar(self, one: Kin, y: int) -> None:
        assert one.alliance is not None
        born = one.alliance.history.said == "geboren"
        first, last = self.scale.at(one.year), self.scale.at(one.alliance.last)
        role = "balk" if born else "zacht"
        self.grid.put(first, y, (BAR if born else THIN) * (last - first), role)
        self.grid.put(last, y, GOES_ON if self._goes_on(one) else END if born else THIN, role)
        for moment in one.alliance.moments:
            if moment.year is not None and moment.year >= FIRST_YEAR:
                self.grid.put(self.scale.at(moment.year), y, MOMENT, role)
        self.grid.put(first, y, BORN if born else NOT_BORN, role)

    @staticmethod
    def _goes_on(one: Kin) -> bool:
        assert one.alliance is not None
        return (one.alliance.end.year or LAST_YEAR + 1) > LAST_YEAR

    def _practice(self, one: Kin, y: int, role: str) -> None:
        """Its name before its mark, or behind it when there is no room."""
        at = self.scale.at(one.year)
        self.grid.put(at, y, PRACTICE, role or "zacht")
        before = NAME + len(one.name) < at
        self.grid.put(NAME if before else at + 2, y, one.name, role or "zacht")

    # -- arrows ------------------------------------------------------------------------------------------------------

    def into(self, ties: tuple[Tie, ...]) -> None:
        """Lines from those it learnt from, down to the chosen one."""
        x, end = self.scale.at(self.tree.kin[self.chosen].year) - 1, self.row[self.chosen]
        rows = {self.row[tie.parent]: tie for tie in reversed(ties)}
        for y, tie in rows.items():
            level = self._level(y, tie.parent, x, tie, IN)
            if self.scale.at(self.tree.kin[tie.parent].year) > x:
                self.grid.put(x, y, "╭" if y == min(rows) else "├", IN)
            elif self.grid.char(x, y) not in _KEPT:
                self.grid.put(x, y, ("╮" if y == min(rows) else "┤") if level else "┯", IN)
        if rows:
            self._down(x, min(rows), end, set(rows), IN)
            self.grid.put(x, end, "╰", IN)

    def out_of(self, ties: tuple[Tie, ...]) -> None:
        """Lines from the chosen one, down to those that learnt from it."""
        start, own = self.row[self.chosen], self.scale.at(self.tree.kin[self.chosen].year)
        children = sorted(
            {(self.scale.at(self.tree.kin[t.child].year) - 1, self.row[t.child]): t for t in ties}.items()
        )
        columns = dict.fromkeys(x for (x, _), _ in children)
        for x in columns:
            ends = [y for (at, y), _ in children if at == x]
            if x <= own:
                self.grid.put(x, start, "├" if self.grid.char(x, start) in "╰┤" else "╭", OUT)
            else:
                first = next(tie for (at, _), tie in children if at == x)
                level = self._level(start, self.chosen, x, first, OUT)
                last = x == max(columns)
                self.grid.put(x, start, ("╮" if last else "┬") if level else "┯", OUT)
            self._down(x, start, max(ends), set(ends), OUT)
            for y in ends:
                self.grid.put(x, y, "╰" if y == max(ends) else "├", OUT)

    def _level(self, y: int, name: str, x: int, tie: Tie, role: str) -> bool:
        """A line in a row from where its bar ends to a column; False when the bar reaches that far itself."""
        one = self.tree.kin[name]
        end = self.scale.at(one.alliance.last if one.alliance is not None else one.year)
        if end >= x:
            return False
        for at in range(end + 1, x):
            if self.grid.char(at, y) == " ":
                self.grid.put(at, y, "─" if sure(tie) else THIN, role)
        return True

    def _down(self, x: int, top: int, bottom: int, joints: set[int], role: str) -> None:
        """A line in a column between two rows; bars are crossed, marks and words stay."""
        for y in range(top + 1, bottom):
            char = self.grid.char(x, y)
            if y not in joints and char in f" {BAR}{THIN}─":
                self.grid.put(x, y, {BAR: "┿"}.get(char, "│"), role)
