"""The drawing at the top of a card: the kind of work as vector shapes from the assets, and the stork over a birth."""

from __future__ import annotations

from functools import cache

from geboortespel.report.card import Sheet
from geboortespel.report.ornaments import LINE
from geboortespel.report.vector import element, group
from geboortespel.scenario.library import asset
from geboortespel.scenario.model import DRAWINGS

SCENE = (1220.0, 700.0)
"""Size of a scene; what matters is in its lower half, the top may be cut off."""
STORK = (400.0, 220.0)
STORK_WIDE = 300.0
STORK_AT = {"brug": 0.04}
"""Where the stork flies, in part of the width, when it is elsewhere than `STORK_LEFT`."""
STORK_LEFT = 0.29


@cache
def shapes(name: str) -> str:
    """What is inside a drawing: its elements, without the `svg` around them."""
    whole = asset(f"kaartje/{name}.svg")
    begin = whole.index(">", whole.index("<svg")) + 1
    return whole[begin : whole.rindex("</svg>")].strip("\n")


def scene(card: Sheet, x: float, y: float, wide: float, high: float) -> str:
    """The drawing filling a box with round corners; it is scaled to the width and loses its top first."""
    scale = max(wide / SCENE[0], high / SCENE[1])
    left, top = (wide - SCENE[0] * scale) / 2, high - SCENE[1] * scale
    name = card.drawing if card.drawing in DRAWINGS else DRAWINGS[-1]
    box = {"x": x, "y": y, "width": wide, "height": high, "rx": 26.0}
    parts = [
        element("clipPath", element("rect", **box), id="venster"),
        group(
            (group((shapes(name),), transform=f"translate({x + left:.1f} {y + top:.1f}) scale({scale:.4f})"),),
            clip_path="url(#venster)",
        ),
        element("rect", **box, fill="none", stroke=LINE, stroke_width=2.5),
    ]
    if card.born:
        size = min(STORK_WIDE, high * 0.55)
        left, top = x + wide * STORK_AT.get(name, STORK_LEFT), y + high * 0.06
        at = f"translate({left:.1f} {top:.1f}) scale({size / STORK[0]:.4f})"
        parts.append(group((shapes("ooievaar"),), transform=at))
    return "\n".join(parts)
