"""The krachtenveld as places: who stands where, by power (up) and support (to the right). Pure, deterministic.

A field has `width` × `height` cells. It is cut in three zones (against, waiting to see, for); the middle one is widest,
as most people wait and see. Within a zone support runs linearly. Of somebody who was not heard yet only the band is
known that their support lies in: they stand at a place of their own in it, whatever others do. Where two would stand on
each other the one with less power moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.words.voice import Voice

Stance = Literal["tegen", "afwachtend", "voor"]
Way = Literal["up", "down", "left", "right"]
STANCES: tuple[Stance, ...] = ("tegen", "afwachtend", "voor")
BOUNDS = ((-100, -20), (-20, 20), (20, 101))
"""Support of each zone: from, to (not included); as the words for support have it."""
TOKEN = 5
"""Cells a token takes: `[DG]▲`."""
_SMALL = frozenset(
    ("van", "de", "het", "een", "in", "op", "langs", "aan", "bij", "der", "den", "te", "ten", "ter", "voor", "en", "of",
     "the", "a", "an", "and", "for", "to", "at", "by")
)  # fmt: skip
"""Words that give no letter to a monogram."""


@dataclass(frozen=True)
class Token:
    """Somebody on the field. `x`, `y`: cell of the left end; `was`: its column a round ago, None when unknown."""

    actor: str
    monogram: str
    x: int
    y: int
    known: bool
    stance: Stance
    side: str
    power: int
    was: int | None = None
    within: tuple[int, int] | None = None
    """First and last column between which somebody who was not heard stands, as far as anybody knows."""

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + TOKEN / 2, self.y + 0.5


@dataclass(frozen=True)
class Field:
    """All tokens, and how the field is cut: `zones` are (first column, columns) from against to for."""

    width: int
    height: int
    zones: tuple[tuple[int, int], ...]
    tokens: Mapping[str, Token]
    rows: Mapping[int, int]
    """Power → the row where somebody with that power stands."""

    def at(self, x: int, y: int) -> str:
        """Who stands on this cell; ''."""
        found = (t.actor for t in self.tokens.values() if t.y == y and t.x <= x < t.x + TOKEN)
        return next(found, "")

    def toward(self, actor: str, way: Way) -> str:
        """The nearest token from `actor` in a direction; `actor` itself where there is none."""
        here = self.tokens[actor]
        across = way in ("left", "right")
        sign = -1 if way in ("left", "up") else 1
        best, found = (10_000.0, 0.0), actor
        for token in self.tokens.values():
            dx, dy = token.x - here.x, 2 * (token.y - here.y)
            ahead, aside = (sign * dx, abs(dy)) if across else (sign * dy, abs(dx))
            if ahead <= 0 or token.actor == actor:
                continue
            score = (ahead + 2.0 * aside if aside <= 2 * ahead else 1000.0 + ahead + aside, float(aside))
            if score < best:
                best, found = score, token.actor
        return found


def stance_of(value: int) -> Stance:
    """The zone that a support belongs to."""
    return next(s for s, (_, high) in zip(STANCES, BOUNDS, strict=True) if value < high)


def place(
    voice: Voice, view: View, width: int, height: int,
    *, before: Mapping[str, int] | None = None, monograms: Mapping[str, str] | None = None,
) -> Field:  # fmt: skip
    """The field of this view. `before`: support of a round ago of those whose support is known."""
    board, before = voice.board, before or {}
    names = monograms or shortened({a: voice.titles.actor(a) for a in board.actors})
    order = sorted(board.actors, key=lambda actor: -board.power[actor])
    zones = cut(width)
    rows = _rows([board.power[a] for a in order], height)
    taken: dict[int, list[int]] = {}
    tokens: dict[str, Token] = {}
    for actor in order:
        low, high = view.band(actor)
        middle = (low + high + 1) // 2
        stance = stance_of(middle)
        first, size = zones[STANCES.index(stance)]
        room = (first, max(first, first + size - TOKEN))
        row = rows[board.power[actor]]
        within = None if low == high else (max(room[0], column(zones, low)), min(room[1], column(zones, high)))
        room = within or room
        want = column(zones, middle) if low == high else _own_place(board.actors.index(actor), room)
        x, y = _free(taken, want, row, room, height)
        taken.setdefault(y, []).append(x)
        was = column(zones, before[actor]) if actor in before and low == high else None
        side = board.scenario.actors[actor].side
        tokens[actor] = Token(actor, names[actor], x, y, low == high, stance, side, board.power[actor], was, within)
    return Field(width, height, zones, tokens, rows)


def cut(width: int) -> tuple[tuple[int, int], ...]:
    """The three zones of a field: (first column, columns)."""
    side = width * 3 // 10
    return (0, side), (side, width - 2 * side), (width - side, side)


def column(zones: tuple[tuple[int, int], ...], value: int) -> int:
    """The column where a token with this support begins."""
    i = STANCES.index(stance_of(value))
    (first, size), (low, high) = zones[i], BOUNDS[i]
    room = max(0, size - TOKEN)
    return first + round(room * (value - low) / (high - 1 - low))


def _rows(powers: list[int], height: int) -> dict[int, int]:
    """A row for every power, the highest on top."""
    different = sorted(set(powers), reverse=True)
    if len(different) < 2:
        return dict.fromkeys(different, height // 2)
    top, span = different[0], different[0] - different[-1]
    return {power: round((height - 1) * (top - power) / span) for power in different}


def _own_place(number: int, room: tuple[int, int]) -> int:
    """A column for somebody of whom only the zone is known: one of five spread over it, the same as long as it is."""
    return room[0] + round((room[1] - room[0]) * (4, 1, 7, 2, 6)[number % 5] / 8)


def _free(taken: Mapping[int, list[int]], x: int, y: int, room: tuple[int, int], height: int) -> tuple[int, int]:
    """The free place nearest to (x, y), within the columns of `room`; (x, y) itself when everything is full."""
    best, found = 10_000, (x, y)
    for away in range(height):
        if 5 * away >= best:
            break
        for row in dict.fromkeys((y + away, y - away)):
            if not 0 <= row < height:
                continue
            others = taken.get(row, ())
            spots = [s for s in range(room[0], room[1] + 1) if all(abs(s - other) > TOKEN for other in others)]
            spot = min(spots, key=lambda s: (abs(s - x), s), default=None)
            if spot is not None and abs(spot - x) + 5 * away < best:
                best, found = abs(spot - x) + 5 * away, (spot, row)
    return found


# -- monograms ---------------------------------------------------------------------------------------------------------


def shortened(titles: Mapping[str, str]) -> dict[str, str]:
    """Two letters for everybody, no two the same: initials, or the first letter and one that tells apart."""
    found: dict[str, str] = {}
    for key, title in titles.items():
        others = [other for k, other in titles.items() if k != key]
        free = (m for m in _candidates(title, others) if len(m) == 2 and m not in found.values())
        found[key] = next(free)
    return found


def _candidates(title: str, others: Iterable[str]) -> Iterable[str]:
    words = [w for w in title.replace("-", " ").split() if w.lower() not in _SMALL and w[0].isalnum()] or [title or "?"]
    first = words[0][0].upper()
    if len(words) > 1:
        yield first + words[1][0].upper()
    letters = [c for c in words[0][1:].upper() if c.isalnum()]
    for other in others:
        if len(words) == 1 and other[:2].lower() == title[:2].lower():
            apart = next((i for i, (a, b) in enumerate(zip(title, other, strict=False)) if a != b), 0)
            if apart and title[apart].isalnum():
                yield first + title[apart].upper()
    yield from (first + letter for letter in letters)
    yield from (first + str(n) for n in range(2, 10))
    yield from (str(n).zfill(2) for n in range(10, 100))
