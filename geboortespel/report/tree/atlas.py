"""The maps in cells: coasts in dots, and a letter for every alliance at its place, or beside it where it is crowded."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import cos, radians

from attrs import frozen

from geboortespel.report.lookback.pages import Line
from geboortespel.report.tree.coasts import SHEETS, Point, Sheet
from geboortespel.report.tree.grid import Grid
from geboortespel.report.tree.kin import Tree
from geboortespel.words.catalog import N_, Translator

TITLES = {"nederland": N_("Netherlands"), "noordzee": N_("North Sea"), "melbourne": N_("Melbourne")}
RIVERS_FROM = 40
"""Cells of width from which there is room for rivers."""
WIDE = 1.72
"""Cells of width that the Netherlands take for each of height."""
FURTHEST = 9
"""At most so far a letter moves aside."""


@frozen
class Box:
    """Where a map stands on the sheet, in cells."""

    x: int
    y: int
    width: int
    height: int


@frozen
class Projection:
    """From degrees to cells in a box: flat, true to its middle. `tall`: height of a cell in widths."""

    sheet: Sheet
    box: Box
    tall: float = 2.0

    @property
    def _narrow(self) -> float:
        return cos(radians((self.sheet.south + self.sheet.north) / 2))

    @property
    def _size(self) -> tuple[float, float, float]:
        """Widths of a cell in a degree of latitude, and how wide and high the map then is."""
        wide = (self.sheet.east - self.sheet.west) * self._narrow
        high = self.sheet.north - self.sheet.south
        scale = min(self.box.width / wide, self.box.height * self.tall / high)
        return scale, scale * wide, scale * high / self.tall

    def at(self, point: Point) -> tuple[float, float]:
        """The place of a point, from the left and the top of the sheet."""
        scale, wide, high = self._size
        left = self.box.x + (self.box.width - wide) / 2
        top = self.box.y + (self.box.height - high) / 2
        x, y = point
        return left + (x - self.sheet.west) * self._narrow * scale, top + (self.sheet.north - y) * scale / self.tall

    def inside(self, x: float, y: float) -> bool:
        """Whether a place is in the box."""
        return self.box.x <= x < self.box.x + self.box.width and self.box.y <= y < self.box.y + self.box.height


class Atlas:
    """The maps on a sheet of so many cells. Coasts and places are worked out once; `drawn` adds who is looked at."""

    def __init__(self, tree: Tree, width: int, height: int, tr: Translator) -> None:
        self.tree = tree
        self._ground = Grid(width, height)
        boxes = boxes_for(width, height)
        projections = {name: Projection(SHEETS[name], box) for name, box in boxes.items()}
        for name, projection in projections.items():
            _coasts(self._ground, projection)
            _land(self._ground, projection)
            box = projection.box
            self._ground.put(box.x, box.y - 1, tr(TITLES[name])[: box.width], "kop")
        self.places = _placed(tree, projections, self._ground)
        """Id → the cell in which its letter stands."""
        self._still = self._ground.lines()

    def drawn(self, chosen: str = "") -> list[Line]:
        """A line for every row, with the chosen one, its parents (`ouder`) and its children (`kind`) standing out."""
        grid = self._ground.copy()
        roles = _roles(self.tree, chosen)
        for name, (x, y) in self.places.items():
            one = self.tree.kin[name]
            grid.put(x, y, one.letter, roles.get(name, "naam" if one.playable else ""))
        rows = {y for _, y in self.places.values()}
        if (labelled := _label(grid, self.tree, chosen, self.places)) is not None:
            rows.add(labelled)
        return [grid.line(y) if y in rows else still for y, still in enumerate(self._still)]


def boxes_for(width: int, height: int) -> dict[str, Box]:
    """Where the maps stand: the far ones above the Netherlands or to its left, by which makes it largest; all in a row
    where there is room for that."""
    high, top = max(3, height - 1), max(6, height * 2 // 7)
    beside = min(width * 2 // 3, round(high * WIDE))
    below = min(width, round((height - top - 1) * WIDE))
    if below > beside:
        half = width // 2
        return {
            "nederland": Box((width - below) // 2, top + 1, below, height - top - 1),
            "noordzee": Box(0, 1, half - 1, top - 1),
            "melbourne": Box(half, 1, width - half, top - 1),
        }
    row = (width - beside - 4) // 2
    if row >= high:
        return {
            "noordzee": Box(0, 1, row, high),
            "melbourne": Box(row + 2, 1, row, high),
            "nederland": Box(width - beside, 1, beside, high),
        }
    small = (height - 2) // 2
    side = min(width - beside - 2, max(8, small * 2))
    return {
        "nederland": Box(width - beside, 1, beside, high),
        "noordzee": Box(0, 1, side, small),
        "melbourne": Box(0, small + 2, side, height - small - 2),
    }


def _coasts(grid: Grid, projection: Projection) -> None:
    sheet = projection.sheet
    if projection.box.width >= RIVERS_FROM:
        _draw(grid, projection, sheet.rivers, "rivier")
    _draw(grid, projection, sheet.borders, "grens")
    _draw(grid, projection, (*sheet.dams, *sheet.coasts), "kust")


def _land(grid: Grid, projection: Projection) -> None:
    """Ground under every cell whose middle is on land."""
    outlines = [[projection.at(point) for point in land] for land in projection.sheet.land]
    box = projection.box
    for y in range(box.y, box.y + box.height):
        crossings = [sorted(_crossings(outline, y + 0.5)) for outline in outlines]
        for found in crossings:
            for begin, end in zip(found[::2], found[1::2], strict=True):
                first, last = max(box.x, round(begin)), min(box.x + box.width, round(end))
                grid.ground(first, y, last - first)


def _crossings(outline: list[tuple[float, float]], y: float) -> Iterable[float]:
    """Where a closed outline crosses a height."""
    for (x0, y0), (x1, y1) in pairwise([*outline, outline[0]]):
        if (y0 > y) != (y1 > y):
            yield x0 + (x1 - x0) * (y - y0) / (y1 - y0)


def _draw(grid: Grid, projection: Projection, ways: Iterable[Iterable[Point]], role: str) -> None:
    """Lines of a map, cut off at the edge of its box."""
    for way in ways:
        run: list[tuple[float, float]] = []
        for point in _dense([projection.at(point) for point in way]):
            if projection.inside(*point):
                run.append(point)
                continue
            grid.stroke(run, role)
            run = []
        grid.stroke(run, role)


def _dense(points: list[tuple[float, float]]) -> Iterable[tuple[float, float]]:
    """The same line with a point in every half cell, so that it can be cut off."""
    for (x0, y0), (x1, y1) in pairwise(points):
        steps = max(1, round(2 * max(abs(x1 - x0), abs(y1 - y0))))
        yield from ((x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps) for at in range(steps))
    yield points[-1]


def _placed(tree: Tree, projections: dict[str, Projection], grid: Grid) -> dict[str, tuple[int, int]]:
    """A cell for every alliance, no two beside each other; those that come first stand nearest to their place."""
    taken: set[tuple[int, int]] = set()
    found: dict[str, tuple[int, int]] = {}
    for one in tree.alliances:
        assert one.alliance is not None
        place = one.alliance.place
        projection = projections[place.map]
        x, y = projection.at((place.longitude, place.latitude))
        for cell in _near(x, y):
            beside = {(cell[0] + by, cell[1]) for by in (-1, 0, 1)}
            if projection.inside(*cell) and not beside & taken and cell[0] < grid.width - 1:
                taken.add(cell)
                found[one.id] = cell
                break
    return found


def _near(x: float, y: float) -> list[tuple[int, int]]:
    """Cells round a place, the nearest first."""
    across, down = int(x), int(y)
    cells = [(across + i, down + j) for i in range(-FURTHEST, FURTHEST + 1) for j in range(-FURTHEST, FURTHEST + 1)]
    return sorted(cells, key=lambda c: ((c[0] + 0.5 - x) ** 2 + 4 * (c[1] + 0.5 - y) ** 2, c))


def _roles(tree: Tree, chosen: str) -> dict[str, str]:
    family = tree.family
    roles = {tie.parent: "ouder" for tie in family.parents(chosen)}
    return roles | {tie.child: "kind" for tie in family.children(chosen)} | {chosen: "gekozen"}


def _label(grid: Grid, tree: Tree, chosen: str, places: dict[str, tuple[int, int]]) -> int | None:
    """The name of the chosen one beside its letter, where nothing else is written; the row it stands in."""
    if chosen not in places:
        return None
    x, y = places[chosen]
    name = f" {tree.kin[chosen].name} "
    spots = [(x + 1, y), (x - len(name), y), *((at, y + by) for by in (-1, 1) for at in (x + 1, x - len(name)))]
    for at, row in spots:
        if grid.free(at, row, len(name)):
            grid.put(at, row, name, "gekozen-naam")
            return row
    return None
