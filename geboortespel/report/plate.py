"""The card as a page of text: a frame, the stork on the left, what the card tells beside it, who signed underneath.

Rows are pieces of (text, role), so that a screen can colour them; `plain` makes them text. With an ordinary card a page
of 76 columns is at most 23 rows high; a fuller one leaves the stork out when it has to fit a height.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import frozen

from geboortespel.report.card import Sheet
from geboortespel.report.typeset import Cells, balanced, wrapped
from geboortespel.scenario.library import asset

WIDE = 76
NARROWEST = 24
SIDE_BY_SIDE = 60
"""From this width on the stork stands beside the text."""
LEFT = 24
Row = tuple[tuple[str, str], ...]
"""Pieces of (text, role); roles: rand, kop, naam, einde, label, tekst, licht, zin, zacht, ooievaar."""
_CELLS = Cells()


@frozen
class Marks:
    """The characters of frame and lights."""

    corners: str
    level: str
    upright: str
    lights: str
    quotes: str


DRAWN = Marks("╔╗╚╝", "═", "║", "○◐●", "“”")
ASCII = Marks("++++", "=", "|", "-~+", '""')


def plate(card: Sheet, width: int = WIDE, *, high: int = 0, ascii_only: bool = False) -> list[Row]:
    """The page, every row exactly `width` cells wide (at least `NARROWEST`). When it would have more than `high` rows
    (0: any number is good) it is set closer, without the stork."""
    marks = ASCII if ascii_only else DRAWN
    width = max(NARROWEST, width)
    inner = width - 6
    beside = width >= SIDE_BY_SIDE and card.born
    rows = [*(_beside if beside else _under)(card, inner, marks), *_signed(card, inner, marks)]
    if high and len(rows) + 2 > high:
        rows = [*_close(card, inner, marks), *_signed(card, inner, marks)]
    return _framed(rows, card.heading, width, marks)


def _framed(rows: Sequence[Row], heading: str, width: int, marks: Marks) -> list[Row]:
    left = ((f"{marks.upright}  ", "rand"),)
    right = ((f"  {marks.upright}", "rand"),)
    title = f" {heading} "
    level = marks.level * (width - 2 - int(_CELLS.wide(title)))
    half = len(level) // 2
    first: Row = ((marks.corners[0] + level[:half], "rand"), (title, "kop"), (level[half:] + marks.corners[1], "rand"))
    last: Row = ((marks.corners[2] + marks.level * (width - 2) + marks.corners[3], "rand"),)
    return [first, *((*left, *row, *right) for row in rows), last]


def plain(rows: Sequence[Row]) -> str:
    """The page as text, no spaces at line ends."""
    return "".join("".join(said for said, _ in row).rstrip() + "\n" for row in rows)


@cache
def _stork() -> tuple[str, ...]:
    return tuple(line.rstrip() for line in asset("ooievaar.txt").rstrip("\n").split("\n"))


def _centred(text: str, role: str, room: int) -> Row:
    """A row of `room` cells with the text in the middle."""
    free = max(0, room - int(_CELLS.wide(text)))
    return ((" " * (free // 2), ""), (text, role), (" " * (free - free // 2), ""))


def _left(pieces: Row, room: int) -> Row:
    """A row of `room` cells that begins with these pieces."""
    used = sum(int(_CELLS.wide(said)) for said, _ in pieces)
    return (*pieces, (" " * max(0, room - used), ""))


def _paragraph(text: str, role: str, room: int) -> list[Row]:
    return [_centred(line, role, room) for line in balanced(text, _CELLS, room)]


def _beside(card: Sheet, inner: int, marks: Marks) -> list[Row]:
    """Stork and lights on the left, the rest on the right."""
    room = inner - LEFT - 2
    left = [_left(((line, "ooievaar"),), LEFT) for line in _stork()]
    left += [_left(row, LEFT) for row in (*_lights(card, marks, LEFT), *_fingers(card, LEFT))]
    right = [*_title(card, room), *_facts(card, room)]
    high = max(len(left), len(right))
    above = (high - len(right)) // 2
    blank = _left((), room)
    right = [blank] * above + right
    left += [_left((), LEFT)] * (high - len(left))
    right += [blank] * (high - len(right))
    return [(*one, ("  ", ""), *other) for one, other in zip(left, right, strict=True)]


def _under(card: Sheet, inner: int, marks: Marks) -> list[Row]:
    """Everything under each other: a narrow page, or a letter, which has no stork."""
    blank = _left((), inner)
    stork = [_centred(line.ljust(LEFT - 2), "ooievaar", inner) for line in _stork()]
    rows = [*(stork if card.born and inner >= LEFT else [blank]), *_title(card, inner), *_facts(card, inner)]
    for part in card.paragraphs:
        rows += [*_paragraph(part, "tekst", inner), blank]
    for item in card.kept:
        rows += _paragraph(item, "tekst", inner)
    lights = [_left(row, inner) for row in _lights(card, marks, inner)]
    fingers = [_left(row, inner) for row in _fingers(card, inner)]
    return [*rows, *([blank] if lights or fingers else []), *lights, *fingers]


def _close(card: Sheet, inner: int, marks: Marks) -> list[Row]:
    """Without the stork, the Apgar on as few rows as it takes."""
    rows = [*_title(card, inner), *_facts(card, inner)]
    for part in (*card.paragraphs, *card.kept):
        rows += _paragraph(part, "tekst", inner)
    lights = [f"{marks.lights[light.points]} {light.title} {light.word}" for light in card.lights]
    rows += [_centred(line, "licht", inner) for line in _listed([card.score, *lights] if lights else [], inner)]
    held = f"{card.fingers_label}: {'  '.join(map(str, card.fingers))}" if card.fingers else ""
    return [*rows, *(_centred(line, "zacht", inner) for line in _listed([held] if held else [], inner))]


def _listed(items: Sequence[str], room: int) -> list[str]:
    """Items beside each other on lines of at most `room`, three spaces between them; a longer item is wrapped."""
    lines: list[str] = []
    for item in items:
        if lines and _CELLS.wide(f"{lines[-1]}   {item}") <= room:
            lines[-1] += f"   {item}"
        else:
            lines += wrapped(item, _CELLS, room)
    return lines


def _title(card: Sheet, room: int) -> list[Row]:
    """The name and how it ended."""
    rows = _paragraph(card.name, "naam", room)
    return [*rows, *_paragraph(card.event, "einde", room), _left((), room)]


def _facts(card: Sheet, room: int) -> list[Row]:
    """Labels with what goes with them, aligned."""
    fields = card.fields
    wide = min(max((int(_CELLS.wide(label)) for label, _ in fields), default=0), room // 3)
    rows: list[Row] = []
    for label, value in fields:
        heads = wrapped(label, _CELLS, wide)
        values = wrapped(value, _CELLS, room - wide - 2)
        for n in range(max(len(heads), len(values))):
            head = heads[n] if n < len(heads) else ""
            said = values[n] if n < len(values) else ""
            gap = " " * (wide - int(_CELLS.wide(head)) + 2)
            rows.append(_left(((head, "label"), (gap, ""), (said, "tekst")), room))
    return rows


def _lights(card: Sheet, marks: Marks, room: int) -> list[Row]:
    """The Apgar: the whole, then a line for each part."""
    if not card.lights:
        return []
    rows: list[Row] = [((line, "label"),) for line in wrapped(card.score, _CELLS, room)]
    for light in card.lights:
        titles = wrapped(light.title, _CELLS, room - 2 - int(_CELLS.wide(light.word)) - 1)
        rows.append(((f"{marks.lights[light.points]} ", "licht"), (titles[0], "tekst"), (f" {light.word}", "zacht")))
        rows += [((f"  {line}", "tekst"),) for line in titles[1:]]
    return rows


def _fingers(card: Sheet, room: int) -> list[Row]:
    """What everybody held up at the start."""
    if not card.fingers:
        return []
    held = "  ".join(map(str, card.fingers))
    return [*(((line, "zacht"),) for line in wrapped(card.fingers_label, _CELLS, room)), ((held, "tekst"),)]


def _signed(card: Sheet, inner: int, marks: Marks) -> list[Row]:
    """What everybody wrote, and the name that history gave."""
    rows: list[Row] = [_left((), inner)] if card.sentences or card.history else []
    for sentence in card.sentences:
        rows += _paragraph(f"{marks.quotes[0]}{sentence}{marks.quotes[1]}", "zin", inner)
    if card.history:
        rows += _paragraph(card.history, "zacht", inner)
    return rows
