"""The small drawn things on a card: hands with fingers up, lights that are full, half or empty, a rule, the frame."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.report.vector import element, group

PAPER, CREAM = "#fbf4e6", "#fffaf0"
INK, SOFT, LINE = "#3b2f2a", "#76665a", "#cdbfa6"
WARM, GREEN, GOLD = "#b4552d", "#4f7f5a", "#c9922e"
SKIN, SKIN_EDGE = "#f0d3b4", "#a97f5b"

HAND_WIDE, HAND_HIGH = 70.0, 92.0
_FINGERS = ((18.0, 40.0), (31.0, 46.0), (44.0, 42.0), (57.0, 33.0))
"""Index to little finger: middle (from the left) and length when up."""
_UP_ORDER = 4
_FOLDED = 9.0


def hand(x: float, y: float, fingers: int, size: float) -> str:
    """A hand with 0-5 fingers up, `size` high, its upper left corner at (x, y); the thumb is the fifth."""
    scale = size / HAND_HIGH
    stroke: dict[str, float | str] = {
        "fill": SKIN,
        "stroke": SKIN_EDGE,
        "stroke_width": 2.5,
        "stroke_linejoin": "round",
    }
    parts = []
    for n, (middle, length) in enumerate(_FINGERS):
        high = length if n < fingers else _FOLDED
        parts.append(element("rect", x=middle - 6, y=50 - high, width=12, height=high + 14, rx=6, **stroke))
    if fingers > _UP_ORDER:
        parts.append(element("path", d="M16 74 Q4 64 1 50 Q0 43 6 43 Q11 43 13 50 Q15 57 24 62Z", **stroke))
    parts.append(element("rect", x=10, y=50, width=54, height=40, rx=15, **stroke))
    parts.append(element("rect", x=12.5, y=52.5, width=49, height=16, rx=8, fill=SKIN))
    if fingers <= _UP_ORDER:
        parts.append(element("path", d="M14 78 Q34 88 42 72 Q44 64 36 64 Q24 64 14 70", **stroke))
    return group(parts, transform=f"translate({x:.1f} {y:.1f}) scale({scale:.3f})")


def light(x: float, y: float, points: int, radius: float) -> str:
    """A light around (x, y): full with a tick (2), half full (1), an empty ring (0). The form tells, not the colour."""
    colour = (SOFT, GOLD, GREEN)[points]
    ring = element("circle", cx=x, cy=y, r=radius, fill=CREAM, stroke=colour, stroke_width=radius / 5)
    if points == 0:
        return ring
    if points == 1:
        half = f"M{x - radius:.1f} {y:.1f} A{radius:.1f} {radius:.1f} 0 0 0 {x + radius:.1f} {y:.1f}Z"
        return ring + element("path", d=half, fill=colour)
    r = radius * 0.45
    tick = f"M{x - r:.1f} {y:.1f} L{x - r / 4:.1f} {y + r * 0.75:.1f} L{x + r:.1f} {y - r * 0.7:.1f}"
    shape = {"fill": "none", "stroke": CREAM, "stroke_linecap": "round", "stroke_linejoin": "round"}
    full = element("circle", cx=x, cy=y, r=radius, fill=colour)
    return ring + full + element("path", d=tick, stroke_width=radius / 3.6, **shape)


def rule(middle: float, y: float, half: float, heart: bool) -> str:
    """A line with a small heart in its middle, or a plain dot."""
    shape = f"M{middle:.1f} {y + 13:.1f} c-26 -18 -16 -34 0 -21 c16 -13 26 3 0 21Z"
    centre = element("path", d=shape, fill=WARM) if heart else element("circle", cx=middle, cy=y, r=5, fill=LINE)
    lines = [f"M{middle - half:.1f} {y:.1f} H{middle - 40:.1f}", f"M{middle + 40:.1f} {y:.1f} H{middle + half:.1f}"]
    return "".join((*(element("path", d=line, stroke=LINE, stroke_width=2.5) for line in lines), centre))


def frame(width: float, height: float, insets: Sequence[tuple[float, float]]) -> list[str]:
    """The paper, and lines around it: (distance from the edge, thickness)."""
    parts = [element("rect", width=width, height=height, fill=PAPER)]
    for inset, thick in insets:
        box = {"x": inset, "y": inset, "width": width - 2 * inset, "height": height - 2 * inset, "rx": 14.0}
        parts.append(element("rect", **box, fill="none", stroke=LINE, stroke_width=thick))
    return parts
