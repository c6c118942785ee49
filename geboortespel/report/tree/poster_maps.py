"""The maps of the drawing: land, water, rivers, and a letter for every alliance with a line to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.report.ornaments import CREAM, INK, LINE, WARM
from geboortespel.report.tree.atlas import TITLES, Box, Projection
from geboortespel.report.tree.coasts import SHEETS, Way
from geboortespel.report.tree.kin import Kin, Tree
from geboortespel.report.typeset import Face
from geboortespel.report.vector import element, escape, group, number, text
from geboortespel.words.catalog import Translator

SEA, LAND, ABROAD, SHORE, RIVER = "#dfeaea", "#f3e7cc", "#ece7da", "#a58f6c", "#9cc0cc"
APART, RADIUS = 25.0, 10.5
"""How far letters stay from each other, and how large they are."""
STEP, FURTHEST = 4, 100


def maps(tree: Tree, tr: Translator, x: float, y: float, wide: float, high: float) -> Iterator[str]:
    """The Netherlands, and under it the two far ones."""
    large = round(high * 0.62)
    half = (wide - 16) / 2
    boxes = {
        "nederland": Box(round(x), round(y + 26), round(wide), large - 26),
        "noordzee": Box(round(x), round(y + large + 34), round(half), round(high - large - 34)),
        "melbourne": Box(round(x + half + 16), round(y + large + 34), round(half), round(high - large - 34)),
    }
    for name, box in boxes.items():
        yield text(tr(TITLES[name]), box.x, box.y - 8, Face(18, bold=True), WARM, "start")
        yield _map(tree, name, box)


def _map(tree: Tree, name: str, box: Box) -> str:
    sheet = SHEETS[name]
    projection = Projection(sheet, box, 1.0)
    frame = {"x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": 10.0}
    parts = [element("rect", **frame, fill=SEA)]
    parts += [_path(projection, way, fill=ABROAD, closed=True) for way in sheet.abroad]
    parts += [_path(projection, way, fill=LAND, closed=True) for way in sheet.land]
    parts += [_path(projection, way, stroke=RIVER, wide=2.2) for way in sheet.rivers]
    parts += [_path(projection, way, stroke=SHORE, wide=1.0, dashes="4 4") for way in sheet.borders]
    parts += [_path(projection, way, stroke=SHORE, wide=1.4) for way in (*sheet.coasts, *sheet.dams)]
    here = [one for one in tree.alliances if one.alliance is not None and one.alliance.place.map == name]
    parts += _letters(here, projection)
    clip = element("clipPath", element("rect", **frame), id=f"kaart-{name}")
    edge = element("rect", **frame, fill="none", stroke=LINE, stroke_width=1.5)
    return clip + group(parts, clip_path=f"url(#kaart-{name})") + edge


def _path(
    projection: Projection, way: Way, *, fill: str = "none", stroke: str = "none", wide: float = 0.0,
    dashes: str = "none", closed: bool = False,
) -> str:  # fmt: skip
    points = [projection.at(point) for point in way]
    line = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("z" if closed else "")
    drawn: dict[str, float | str] = {
        "fill": fill,
        "stroke": stroke,
        "stroke_width": wide,
        "stroke_dasharray": dashes,
        "stroke_linejoin": "round",
    }
    return element("path", d=line, **drawn)


def _letters(here: Iterable[Kin], projection: Projection) -> Iterator[str]:
    """Each beside its place where it is crowded, with a thin line to it."""
    badges: list[str] = []
    placed: list[tuple[float, float]] = []
    for one in here:
        assert one.alliance is not None
        place = one.alliance.place
        true = projection.at((place.longitude, place.latitude))
        x, y = next(spot for spot in _around(*true) if all(_far(spot, other) >= APART for other in placed))
        placed.append((x, y))
        line = f"M{number(true[0])} {number(true[1])}L{number(x)} {number(y)}"
        yield element("path", d=line, stroke=INK, stroke_width=0.9)
        yield element("circle", cx=true[0], cy=true[1], r=2.4, fill=WARM)
        title = element("title", escape(f"{one.name}: {place.name}"))
        badges.append(element("circle", title, cx=x, cy=y, r=RADIUS, fill=CREAM, stroke=INK, stroke_width=1.4))
        badges.append(text(one.letter, x, y + 4.8, Face(14, bold=True), INK))
    yield from badges


def _around(x: float, y: float) -> list[tuple[float, float]]:
    """Spots round a place, the nearest first."""
    steps = range(-FURTHEST, FURTHEST + 1, STEP)
    return sorted(((x + i, y + j) for i in steps for j in steps), key=lambda spot: (_far(spot, (x, y)), spot))


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
