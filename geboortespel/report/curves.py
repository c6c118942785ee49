"""The chances of birth of several games in one picture: a line for each, told apart by its letter and its dashes as
well as by its colour."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.report.typeset import Face
from geboortespel.report.vector import element, escape, text

WIDE, HIGH, LEFT, RIGHT, TOP, FOOT = 720.0, 320.0, 56.0, 690.0, 24.0, 264.0
SMALL, LETTER = Face(15), Face(15, bold=True)
DASHES = ("", "10 5", "3 4", "14 4 3 4", "6 3", "1 5")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Curve = Sequence[tuple[str, float]]
"""(name of the moment, chance 0-1) for the beginning of every round and for the end."""


def letter(n: int) -> str:
    """The letter of the game with this number, from 0: A to Z, then A1 and on."""
    again = n // len(LETTERS)
    return LETTERS[n % len(LETTERS)] + (str(again) if again else "")


def curves(many: Sequence[Curve], label: str) -> str:
    """The picture as SVG for a page: its colours are classes of the page's style (`lijn1` to `lijn6`)."""
    steps = max(1, max(len(curve) for curve in many) - 1)
    parts = [element("title", escape(label))]
    for percent in (0, 25, 50, 75, 100):
        at = _y(percent / 100)
        parts.append(element("line", x1=LEFT, y1=at, x2=RIGHT, y2=at, stroke="currentColor", stroke_opacity="0.2"))
        parts.append(text(f"{percent}%", LEFT - 8, at + 5, SMALL, "currentColor", "end"))
    longest = max(many, key=len)
    for n, _ in enumerate(longest):
        name = longest[n][0] if n + 1 == len(longest) else str(n + 1)
        parts.append(text(name, _x(n, steps), FOOT + 26, SMALL, "currentColor"))
    for n, curve in enumerate(many):
        parts += _line(n, curve, steps, len(many))
    body = "\n".join(parts)
    return f'<svg viewBox="0 0 {WIDE:.0f} {HIGH:.0f}" role="img" aria-label="{escape(label)}">\n{body}\n</svg>'


def _line(n: int, curve: Curve, steps: int, many: int) -> list[str]:
    """One game: its line, and its letter on a place of its own so that letters of lines that meet do not cover."""
    role, dash = f"lijn{n % len(DASHES) + 1}", DASHES[n % len(DASHES)]
    places = [(_x(k, steps), _y(share)) for k, (_, share) in enumerate(curve)]
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    extra = {"stroke_dasharray": dash} if dash else {}
    parts = [element("polyline", points=way, class_=f"lijn {role}", **extra)]
    if len(places) > 1:
        at = (n + 0.5) / many * (len(places) - 1)
        k = min(int(at), len(places) - 2)
        (x0, y0), (x1, y1) = places[k], places[k + 1]
        x, y = x0 + (at - k) * (x1 - x0), y0 + (at - k) * (y1 - y0)
        parts.append(element("circle", cx=x, cy=y, r=11.0, class_=f"merk {role}"))
        parts.append(text(letter(n), x, y + 5, LETTER, "currentColor"))
    return parts


def _x(n: int, steps: int) -> float:
    return LEFT + n * (RIGHT - LEFT) / steps


def _y(share: float) -> float:
    return FOOT - share * (FOOT - TOP)
