"""The map of outcomes as a picture (SVG), on the paper of the birth card: to print and hang beside the flip chart."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.report.lookback.bargains import Chart, Offer, percent
from geboortespel.report.ornaments import CREAM, GREEN, INK, LINE, PAPER, SOFT, WARM
from geboortespel.report.typeset import Face, shrunk
from geboortespel.report.vector import SERIF, element, escape, group, text
from geboortespel.words.catalog import Translator

MARK = "geboortespel-kaart"
"""What makes a file known as a map of ours."""
WIDE, HIGH = 1000.0, 760.0
LEFT, TOP, RIGHT, FOOT = 90.0, 90.0, 960.0, 640.0
TITLE, NAME, SMALL, TOKEN = Face(34, bold=True), Face(20), Face(17), Face(16, bold=True)
ROOM = 5
"""Percent that is left free beside the outermost of what has to be seen."""


@frozen
class Place:
    """Where percent points lie on the sheet; from (`left`, `foot`) to 100."""

    left: int
    foot: int

    def x(self, across: int) -> float:
        return LEFT + (across - self.left) * (RIGHT - LEFT) / (100 - self.left)

    def y(self, up: int) -> float:
        return FOOT - (up - self.foot) * (FOOT - TOP) / (100 - self.foot)


def picture(charts: list[tuple[str, Chart]], tr: Translator) -> str:
    """Every negotiation under its title, under each other."""
    parts = [
        group(_sheet(title, chart, tr), transform=f"translate(0 {n * HIGH:.0f})")
        for n, (title, chart) in enumerate(charts)
    ]
    name = charts[0][0] if charts else ""
    body = "\n".join((element("title", escape(name)), element("metadata", MARK), *parts))
    view = f"0 0 {WIDE:.0f} {HIGH * max(1, len(charts)):.0f}"
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" lang="{tr.language}" font-family="{SERIF}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opened}\n{body}\n</svg>\n'


def is_map(data: bytes) -> bool:
    """Whether a file's bytes are a map that this game made, so that a newer one may take its place."""
    return data.startswith(b"<?xml") and f"<metadata>{MARK}</metadata>".encode() in data[:2000]


def _sheet(title: str, chart: Chart, tr: Translator) -> Iterator[str]:
    seen = [chart.percent(offer.code) for offer in chart.bargain.offers] + [chart.bounds]
    place = Place(*(max(0, min(90, min(point[side] for point in seen) - ROOM)) for side in (0, 1)))
    yield element("rect", x=0.0, y=0.0, width=WIDE, height=HIGH, fill=PAPER)
    face, lines = shrunk(title, TITLE, RIGHT - LEFT, 1, SMALL.size)
    yield text(" ".join(lines), LEFT, 52, face, WARM, "start")
    yield element("rect", x=LEFT, y=TOP, width=RIGHT - LEFT, height=FOOT - TOP, fill=CREAM, stroke=LINE)
    yield _cloud(chart, place)
    yield from _lines(chart, place, tr)
    yield from _axes(place, tr)
    for ours in (True, False):
        yield from _path(chart, place, [offer for offer in chart.bargain.offers if offer.ours == ours], ours)
    yield from _agreed(chart, place)
    yield from _legend(chart, tr)


def _cloud(chart: Chart, place: Place) -> str:
    """A dot wherever there is an outcome: one path of round strokes without length."""
    first, second = chart.map.first, chart.map.second
    here = {n: percent(first, n) for n in set(first.table)}
    there = {n: percent(second, n) for n in set(second.table)}
    points = sorted({(here[u], there[v]) for u, v in zip(first.table, second.table, strict=True)})
    inside = [(u, v) for u, v in points if u >= place.left and v >= place.foot]
    drawn = " ".join(f"M{place.x(u):.0f} {place.y(v):.0f}h0" for u, v in inside)
    return element("path", d=drawn, stroke=LINE, stroke_width=4.0, stroke_linecap="round", fill="none")


def _lines(chart: Chart, place: Place, tr: Translator) -> Iterator[str]:
    """What an ordinary tender is worth to both, the frontier, and the two points on it."""
    u, v = chart.bounds
    dash: dict[str, float | str] = {"stroke": SOFT, "stroke_width": 2.0, "stroke_dasharray": "8 6"}
    yield element("line", x1=place.x(u), y1=TOP, x2=place.x(u), y2=FOOT, **dash)
    yield element("line", x1=LEFT, y1=place.y(v), x2=RIGHT, y2=place.y(v), **dash)
    yield text(tr("an ordinary tender"), LEFT + 8, place.y(v) + 20, SMALL, SOFT, "start")
    ends = [chart.percent(point.code) for point in chart.map.frontier]
    if ends:
        way = " ".join(f"{place.x(a):.1f},{place.y(b):.1f}" for a, b in ends)
        yield element("polyline", points=way, fill="none", stroke=GREEN, stroke_width=3.0, stroke_linejoin="round")
    for point, name in ((chart.map.kalai_smorodinsky, "K"), (chart.map.nash, "N")):
        if point is not None:
            a, b = chart.percent(point.code)
            yield element("circle", cx=place.x(a), cy=place.y(b), r=6.0, fill=GREEN)
            yield text(name, place.x(a) + 14, place.y(b) - 8, TOKEN, GREEN)


def _axes(place: Place, tr: Translator) -> Iterator[str]:
    for n in range(-(-place.left // 10) * 10, 101, 10):
        yield text(str(n), place.x(n), FOOT + 24, SMALL, SOFT)
    for n in range(-(-place.foot // 10) * 10, 101, 10):
        yield text(str(n), LEFT - 10, place.y(n) + 6, SMALL, SOFT, "end")
    yield text(tr("worth to you →"), RIGHT, FOOT + 50, NAME, INK, "end")
    yield text(tr("↑ worth to them"), LEFT - 60, TOP - 14, NAME, INK, "start")


def _path(chart: Chart, place: Place, offers: list[Offer], ours: bool) -> Iterator[str]:
    """The offers of one side in their order: a line, and on it numbers or letters."""
    colour = INK if ours else WARM
    at = [(place.x(u), place.y(v)) for u, v in (chart.percent(offer.code) for offer in offers)]
    if len(at) > 1:
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        yield element("polyline", points=way, fill="none", stroke=colour, stroke_width=2.0)
    for offer, (x, y) in zip(offers, at, strict=True):
        yield element("circle", cx=x, cy=y, r=13.0, fill=CREAM, stroke=colour, stroke_width=2.5)
        yield text(offer.mark, x, y + 6, TOKEN, colour)


def _agreed(chart: Chart, place: Place) -> Iterator[str]:
    if chart.bargain.agreed >= 0:
        u, v = chart.percent(chart.bargain.agreed)
        x, y, r = place.x(u), place.y(v), 22.0
        points = f"{x:.1f},{y - r:.1f} {x + r:.1f},{y:.1f} {x:.1f},{y + r:.1f} {x - r:.1f},{y:.1f}"
        yield element("polygon", points=points, fill="none", stroke=WARM, stroke_width=4.0)


def _legend(chart: Chart, tr: Translator) -> Iterator[str]:
    agreed = [tr("{mark}: agreed").format(mark="◇")] if chart.bargain.agreed >= 0 else []
    offers = "; ".join([tr("1, 2: your offers"), tr("a, b: theirs"), *agreed])
    points = (tr("N: the largest product of both gains (Nash)"), tr("K: shared in proportion (Kalai-Smorodinsky)"))
    yield text(offers, LEFT, FOOT + 80, SMALL, SOFT, "start")
    yield text("; ".join(points), LEFT, FOOT + 104, SMALL, SOFT, "start")
