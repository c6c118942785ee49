"""The timeline of the drawing: bars by the years, and a curve for everything that went from one to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from geboortespel.report.ornaments import CREAM, INK, LINE, SOFT
from geboortespel.report.tree.kin import ORIGINS, TIES, Kin, Tree, sure
from geboortespel.report.tree.timeline import FIRST_YEAR
from geboortespel.report.typeset import Face
from geboortespel.report.vector import element, escape, number, text
from geboortespel.scenario.family import LAST_YEAR, Tie
from geboortespel.words.catalog import Translator

ROW, NAMES = 36.0, 290.0
"""Height of a row, and the room for names before the years."""
COLOURS = {
    "model": "#1d5f5a", "les": "#2f5f9f", "voorbeeld": "#a8661c", "mensen": "#a1447a", "geld": "#3f7f3a",
    "gelijkenis": "#7a6f60", "leergenoten": "#a1241c",
}  # fmt: skip
"""Kind of a tie → the colour of its curve."""
BAR, BARE = "#7f9f8f", "#b9a98e"
LANE, CORNER = 6.0, 8.0
"""Between lines to the same child; how round their corners are."""
DASHED = "5 4"
SHAPES = {True: "none", False: DASHED}


@frozen
class Place:
    """Where somebody's bar lies: its row, birth and end."""

    y: float
    born: float
    end: float


def timeline(tree: Tree, tr: Translator, x: float, y: float, wide: float) -> Iterator[str]:
    """Axis, arrows, bars, names, and what the marks mean."""
    rows = [(one, y + ROW * (n + 1.5)) for n, one in enumerate(tree.kin.values())]

    def at(year: int) -> float:
        return x + NAMES + (min(year, LAST_YEAR) - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR) * (wide - NAMES - 14)

    bottom = y + ROW * (len(rows) + 1)
    for year in range(FIRST_YEAR, LAST_YEAR, 5):
        line = f"M{number(at(year))} {number(y + 24)}V{number(bottom)}"
        yield element("path", d=line, stroke=LINE, stroke_width=1.0, stroke_dasharray="2 5")
        yield text(str(year), at(year), y + 14, Face(15), SOFT)
    places = {one.id: Place(mid, at(one.year), at(_last(one))) for one, mid in rows}
    for tie in tree.family.ties:
        yield _arrow(tree, tie, places, tr)
    for one, mid in rows:
        yield from _row(one, places[one.id], x, mid, at)
    yield from _key(tr, x, bottom + 26)


def _last(one: Kin) -> int:
    return one.alliance.last if one.alliance is not None else one.year


def _row(one: Kin, place: Place, x: float, y: float, at: Callable[[int], float]) -> Iterator[str]:
    practice = one.alliance is None
    yield element("circle", cx=x + 12, cy=y, r=11.0, fill=CREAM, stroke=BARE if practice else INK, stroke_width=1.4)
    yield text(one.letter, x + 12, y + 5, Face(14, bold=True), SOFT if practice else INK)
    yield text(one.name, x + 32, y + 5.5, Face(17, italic=practice), SOFT if practice else INK, "start")
    if one.alliance is None:
        yield _diamond(place.born, y, 7, CREAM, SOFT)
        return
    born = one.alliance.history.said == "geboren"
    if born:
        box = {"x": place.born, "y": y - 5, "width": max(4.0, place.end - place.born), "height": 10.0, "rx": 5.0}
        yield element("rect", **box, fill=BAR)
    else:
        line = f"M{number(place.born)} {number(y)}H{number(place.end)}"
        yield element("path", d=line, stroke=BARE, stroke_width=3.0, stroke_dasharray=DASHED)
    if (one.alliance.end.year or LAST_YEAR + 1) > LAST_YEAR:
        tip = f"M{number(place.end - 1)} {number(y - 8)}l11 8l-11 8z"
        yield element("path", d=tip, fill=BAR)
    for moment in one.alliance.moments:
        if moment.year is not None and moment.year >= FIRST_YEAR:
            said = element("title", escape(f"{moment.year}: {moment.said}"))
            yield element("g", said + _diamond(at(moment.year), y, 5, CREAM, INK))
    title = element("title", escape(f"{one.name}: {one.alliance.about}"))
    ring: dict[str, float | str] = {"cx": place.born, "cy": y, "r": 8.0, "stroke": INK, "stroke_width": 2.0}
    yield element("circle", title, **ring, fill=INK if born else CREAM)


def _diamond(x: float, y: float, size: float, fill: str, stroke: str) -> str:
    points = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
    shape = "M" + "L".join(f"{number(across)} {number(down)}" for across, down in points) + "z"
    return element("path", d=shape, fill=fill, stroke=stroke, stroke_width=1.6)


def _arrow(tree: Tree, tie: Tie, places: dict[str, Place], tr: Translator) -> str:
    """Along the parent's row, then down just before the child's birth; lines to the same child lie beside each other,
    the one from highest up at the right, so that none crosses another."""
    start, end = places[tie.parent], places[tie.child]
    coming = sorted(tree.family.parents(tie.child), key=lambda other: places[other.parent].y)
    lane = coming.index(tie)
    down = end.born - CORNER - 10 - LANE * lane
    y2 = end.y + 4.5 * (lane - (len(coming) - 1) / 2)
    if down <= start.born:  # born in the same year
        level = start.y + 6
        path = (
            f"M{number(start.born - 6)} {number(level)}H{number(down + CORNER)}Q{number(down)} {number(level)} "
            f"{number(down)} {number(level + CORNER)}V{number(y2 - CORNER)}"
        )
    elif down <= start.end:
        path = f"M{number(down)} {number(start.y + 5)}V{number(y2 - CORNER)}"
    else:
        path = (
            f"M{number(start.end)} {number(start.y)}H{number(down - CORNER)}Q{number(down)} {number(start.y)} "
            f"{number(down)} {number(start.y + CORNER)}V{number(y2 - CORNER)}"
        )
    tip = end.born - 8
    path += f"Q{number(down)} {number(y2)} {number(down + CORNER)} {number(y2)}H{number(tip - 4)}"
    whence = tr(ORIGINS[tie.source]) if tie.source in ORIGINS else tree.family.sources[tie.source]
    names = f"{tree.kin[tie.parent].name} → {tree.kin[tie.child].name}"
    said = element("title", escape(f"{names} ({tr(TIES[tie.kind])}): {tie.said} · {whence}"))
    colour = COLOURS[tie.kind]
    line = element("path", d=path, fill="none", stroke=colour, stroke_width=2.0, stroke_dasharray=SHAPES[sure(tie)])
    head = element("path", d=f"M{number(tip)} {number(y2)}l-8 -4v8z", fill=colour)
    return element("g", said + line + head)


def _key(tr: Translator, x: float, y: float) -> Iterator[str]:
    """What colours, dashes and marks mean."""
    face, left = Face(14), x
    for kind, said in TIES.items():
        line = f"M{number(left)} {number(y)}h34"
        yield element("path", d=line, stroke=COLOURS[kind], stroke_width=3.0)
        yield text(tr(said), left + 42, y + 5, face, INK, "start")
        left += 66 + face.wide(tr(said))
    left, y = x, y + 28
    yield element("path", d=f"M{number(left)} {number(y)}h34", stroke=INK, stroke_width=2.0, stroke_dasharray=DASHED)
    yield text(tr("inferred"), left + 42, y + 5, face, INK, "start")
    left += 70 + face.wide(tr("inferred"))
    marks = (
        (element("circle", cx=left + 8, cy=y, r=7.0, fill=INK), tr("born")),
        (element("circle", cx=0, cy=0, r=7.0, fill=CREAM, stroke=INK, stroke_width=2.0), tr("no alliance")),
        (_diamond(0, 0, 6, CREAM, INK), tr("a moment")),
        (_diamond(0, 0, 7, CREAM, SOFT), tr("a practice")),
    )
    for n, (mark, said) in enumerate(marks):
        yield mark if n == 0 else element("g", mark, transform=f"translate({number(left + 8)} {number(y)})")
        yield text(said, left + 24, y + 5, face, INK, "start")
        left += 50 + face.wide(said)
