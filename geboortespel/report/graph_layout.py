"""Where the points of a graph stand when it is drawn. Sizes are in the units of the drawing."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from attrs import frozen

from geboortespel.scenario.graph import Graph, Link, Point

LETTER, HIGH, APART, SLOT = 7.4, 32.0, 18.0, 17.0
BETWEEN, NEAR = 330.0, 70.0


@frozen
class Box:
    """A point on the drawing: its middle and its size."""

    x: float
    y: float
    wide: float
    high: float = HIGH


def places(graph: Graph, said: dict[str, str]) -> dict[str, Box]:
    """A box for every point. `said`: what stands in it."""
    if graph.round:
        return _ring(graph, said)
    return _chain(graph, said) if graph.view == "fasen" else _columns(graph, said)


def _wide(text: str) -> float:
    return 20 + LETTER * len(text)


def _ring(graph: Graph, said: dict[str, str]) -> dict[str, Box]:
    """Two bows, right and left, with every point at a height of its own."""
    half = (len(graph.points) + 1) // 2
    widest = max(_wide(text) for text in said.values())
    step = HIGH + 1.5 * APART
    across = widest / 2 + 60
    boxes = {}
    for side, points in ((1, graph.points[:half]), (-1, graph.points[half:][::-1])):
        top = (len(points) - 1) / 2
        for place, point in enumerate(points):
            bow = sqrt(max(0.0, 1 - ((place - top) / (top + 1)) ** 2))
            x = side * (across + (across + 0.5 * step * top) * bow)
            boxes[point.id] = Box(x, (place - top) * step, _wide(said[point.id]))
    return boxes


def _chain(graph: Graph, said: dict[str, str]) -> dict[str, Box]:
    """Phases and gates under each other, what happens in a phase to its left, the endings to the right of the last."""
    into = {link.source: link.target for link in graph.links}
    main = [point for point in graph.points if point.kind in ("fase", "poort")]
    widest = max((_wide(said[point.id]) for point in main), default=0.0)
    boxes: dict[str, Box] = {}
    y = 0.0
    for point in main:
        beside = [p for p in graph.points if p.kind == "gebeurtenis" and into.get(p.id) == point.id]
        high = max(1, len(beside)) * (HIGH + APART / 2)
        boxes[point.id] = Box(0, y + high / 2, _wide(said[point.id]))
        for place, event in enumerate(beside):
            wide = _wide(said[event.id])
            at = y + (place + 0.5) * (HIGH + APART / 2)
            boxes[event.id] = Box(-widest / 2 - NEAR - wide / 2, at, wide)
        y += high + APART
    ends = [point for point in graph.points if point.kind == "uitkomst"]
    last = boxes[main[-1].id].y if main else 0.0
    for place, point in enumerate(ends):
        wide = _wide(said[point.id])
        at = last + (place - len(ends) + 1) * (HIGH + APART / 2)
        boxes[point.id] = Box(widest / 2 + NEAR + wide / 2, at, wide)
    return boxes


def _columns(graph: Graph, said: dict[str, str]) -> dict[str, Box]:
    """Columns from left to right; what many arrows end at is high enough to tell them apart."""
    ranks = _ranks(graph)
    boxes: dict[str, Box] = {}
    x = 0.0
    order: dict[str, float] = {}
    for rank in range(max(ranks.values(), default=0) + 1):
        column = [point for point in graph.points if ranks[point.id] == rank]
        column = sorted(column, key=lambda point: _middle(graph, point, order)) if rank else column
        widest = max((_wide(said[point.id]) for point in column), default=0.0)
        highs = [max(HIGH, SLOT * (_coming(graph, point) + 1)) for point in column]
        y = -(sum(highs) + APART * len(highs)) / 2
        for point, high in zip(column, highs, strict=True):
            boxes[point.id] = Box(x + widest / 2, y + high / 2, _wide(said[point.id]), high)
            order[point.id] = y + high / 2
            y += high + APART
        x += widest + (BETWEEN if rank == 0 else NEAR + 60)
    return boxes


def _coming(graph: Graph, point: Point) -> int:
    return sum(1 for link in graph.links if link.target == point.id)


def _middle(graph: Graph, point: Point, order: dict[str, float]) -> float:
    """The middle of what points to it, so that arrows cross less."""
    before = [order[link.source] for link in graph.links if link.target == point.id and link.source in order]
    return sum(before) / len(before) if before else 0.0


def _ranks(graph: Graph) -> dict[str, int]:
    """The column of each point: after everything that points to it."""
    ranks = {point.id: 0 for point in graph.points}
    links = [link for link in graph.links if link.source in ranks and link.target in ranks]
    for _ in ranks:
        for link in links:
            ranks[link.target] = max(ranks[link.target], min(len(ranks), ranks[link.source] + 1))
    return ranks


Bend = tuple[float, float]
Ends = tuple[float, float, float, float]
"""Where an arrow begins and ends: x and y of both."""


def ends(graph: Graph, boxes: Mapping[str, Box]) -> dict[Link, tuple[Ends, Bend | None]]:
    """Begin and end of each arrow, and the point it bends towards (None: it leaves and arrives level)."""
    links = [link for link in graph.links if link.source in boxes and link.target in boxes]
    if graph.round:
        return {link: _bow(boxes[link.source], boxes[link.target]) for link in links}
    if graph.view == "fasen":
        return {link: (_straight(boxes[link.source], boxes[link.target]), None) for link in links}
    found: dict[Link, tuple[Ends, Bend | None]] = {}
    arrived: dict[str, int] = {}
    for link in links:
        start, end = boxes[link.source], boxes[link.target]
        place = arrived[link.target] = arrived.get(link.target, 0) + 1
        coming = sum(1 for other in links if other.target == link.target)
        y = end.y + end.high * (place / (coming + 1) - 0.5)
        found[link] = (start.x + start.wide / 2, start.y, end.x - end.wide / 2 - 3, y), None
    return found


def _bow(start: Box, end: Box) -> tuple[Ends, Bend]:
    """On a ring: through the middle to the other side, round the outside to the same side."""
    if (start.x < 0) != (end.x < 0):
        side = 1 if start.x > 0 else -1
        x1, x2 = start.x - side * start.wide / 2, end.x + side * (end.wide / 2 + 3)
        return (x1, start.y, x2, end.y), ((x1 + x2) / 2, (start.y + end.y) / 2 + 0.12 * (x2 - x1))
    side = 1 if start.x > 0 else -1
    x1, x2 = start.x + side * start.wide / 2, end.x + side * (end.wide / 2 + 3)
    down = 6.0 if end.y > start.y else -6.0  # two that pull each other do not share a line
    out = max(side * x1, side * x2) + 24 + 0.55 * abs(end.y - start.y) + down
    return (x1, start.y + down, x2, end.y - down), (side * out, (start.y + end.y) / 2)


def _straight(start: Box, end: Box) -> Ends:
    """Where the straight line between two boxes leaves the one and meets the other."""
    return (*_leaves(start, end), *_leaves(end, start))


def _leaves(box: Box, towards: Box) -> tuple[float, float]:
    dx, dy = towards.x - box.x, towards.y - box.y
    if not dx and not dy:
        return box.x, box.y
    scales = [(box.wide / 2 + 3) / abs(dx) if dx else 1e9, (box.high / 2 + 3) / abs(dy) if dy else 1e9, 1.0]
    return box.x + dx * min(scales), box.y + dy * min(scales)
