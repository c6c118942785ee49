"""Graphs of a scenario as SVG: phases from top to bottom, a ring where there is no direction, else columns."""

from __future__ import annotations

from geboortespel.analysis.coverage import Heat, key
from geboortespel.report.graph_layout import HIGH, LETTER, Bend, Box, Ends, ends, places
from geboortespel.report.graphs import HEADINGS, fill, label
from geboortespel.report.simulated import percent
from geboortespel.report.vector import element, escape, group, number
from geboortespel.scenario.graph import Graph, Link, Point
from geboortespel.words.catalog import Translator

FONT = "'DejaVu Sans', 'Segoe UI', Arial, sans-serif"
SIZE, MARGIN, LABEL = 13.0, 24.0, 34.0
INK, LINE, THIN = "#23303b", "#5b6b78", "#b3bec7"
EDGES = {"project": "#2f6f9f", "mens": "#a1447a", "organisatie": "#4a7c3a", "poort": "#8a5a00", "drempel": "#8a2f2f"}
"""Kind of a point → colour of its border."""


def picture(graph: Graph, heat: Heat, tr: Translator) -> str:
    """The graph as an SVG document."""
    said = {p.id: _said(p, heat, tr) for p in graph.points}
    boxes = places(graph, said)
    arrows = ends(graph, boxes)
    bows = [(x1 + 2 * bend[0] + x2) / 4 for (x1, _, x2, _), bend in arrows.values() if bend is not None]
    left = min([box.x - box.wide / 2 for box in boxes.values()] + [bow - LABEL for bow in bows])
    right = max([box.x + box.wide / 2 for box in boxes.values()] + [bow + LABEL for bow in bows])
    top = min(box.y - box.high / 2 for box in boxes.values())
    bottom = max(box.y + box.high / 2 for box in boxes.values())
    wide, high = right - left + 2 * MARGIN, bottom - top + 3.5 * MARGIN
    shift = f"translate({number(MARGIN - left)} {number(2.5 * MARGIN - top)})"
    drawn = [_arrow(link, *arrow, heat, tr) for link, arrow in arrows.items()]
    drawn += [_box(point, boxes[point.id], said[point.id], heat) for point in graph.points]
    title = element("text", escape(tr(HEADINGS[graph.view])), x=MARGIN, y=1.3 * MARGIN, font_size=16.0, fill=INK)
    inside = [_heads(), element("rect", width=wide, height=high, fill="#ffffff"), title, group(drawn, transform=shift)]
    size = f"0 0 {number(wide)} {number(high)}"
    return element(
        "svg", "\n".join(inside), xmlns="http://www.w3.org/2000/svg", viewBox=size, width=wide, height=high,
        font_family=FONT,
    ) + "\n"  # fmt: skip


def _said(point: Point, heat: Heat, tr: Translator) -> str:
    share = heat.get(point.id)
    name = label(point, tr)
    name = name if len(name) <= 42 else name[:41] + "…"
    return f"{name} · {percent(share, tr, 0)}" if share is not None else name


def _heads() -> str:
    heads = []
    for name, colour in (("pijl", LINE), ("dun", THIN)):
        path = element("path", d="M0 0L8 4L0 8z", fill=colour)
        heads.append(
            element(
                "marker", path, id=name, markerWidth=8.0, markerHeight=8.0, refX=7.0, refY=4.0, orient="auto",
                markerUnits="userSpaceOnUse",
            )
        )  # fmt: skip
    return element("defs", "".join(heads))


def _box(point: Point, box: Box, said: str, heat: Heat) -> str:
    share = heat.get(point.id)
    shape = element(
        "rect", x=box.x - box.wide / 2, y=box.y - box.high / 2, width=box.wide, height=box.high,
        rx=HIGH / 2 if point.kind in ("fase", "believer", "uitkomst") else 5.0,
        fill=fill(share) if share is not None else "#f4f6f7", stroke=EDGES.get(point.kind, LINE),
        stroke_width=2.0 if point.kind in EDGES else 1.2,
    )  # fmt: skip
    words = element("text", escape(said), x=box.x, y=box.y + 4.5, font_size=SIZE, text_anchor="middle", fill=INK)
    return shape + words


def _arrow(link: Link, place: Ends, bend: Bend | None, heat: Heat, tr: Translator) -> str:
    x1, y1, x2, y2 = place
    thin = link.kind == "dun"
    share = heat.get(key(link.source, link.target, link.use))
    if bend is not None:
        cx, cy = bend
        path = f"Q{number(cx)} {number(cy)} {number(x2)} {number(y2)}"
        at, anchor = ((x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4), "middle"
    else:
        middle = (x1 + x2) / 2
        path = f"C{number(middle)} {number(y1)} {number(middle)} {number(y2)} {number(x2)} {number(y2)}"
        at, anchor = (x2 - 14, y2 - 1), "end"
    line = element(
        "path", d=f"M{number(x1)} {number(y1)}{path}", fill="none", stroke=THIN if thin else LINE,
        stroke_width=1.0 + (2.5 * share if share is not None else 0.0), stroke_dasharray="4 4" if thin else "none",
        marker_end=f"url(#{'dun' if thin else 'pijl'})",
    )  # fmt: skip
    said = " ".join(part for part in (link.label, percent(share, tr, 0) if share is not None else "") if part)
    return line + _label(said, *at, anchor) if said else line


def _label(said: str, x: float, y: float, anchor: str) -> str:
    """Words on an arrow, on a light ground."""
    wide = LETTER * len(said) * 0.84
    left = x - wide / 2 if anchor == "middle" else x - wide
    ground = element("rect", x=left, y=y - 9, width=wide, height=14.0, fill="#ffffff", fill_opacity=0.85)
    return ground + element("text", escape(said), x=x, y=y + 2, font_size=10.5, text_anchor=anchor, fill=LINE)
