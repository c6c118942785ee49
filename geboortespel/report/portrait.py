"""The birth card as a picture: an A5 sheet of warm paper, standing, as SVG. The same game gives the same bytes.

Blocks are set under each other: the drawing of the work, who was born, what it weighs, how healthy it is, who signed.
Type shrinks a little at a time until everything stands within the frame; room that is left goes to the drawing first,
then between the blocks. Widths are measured with `widths`, so that text stays within its place in any serif face.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from geboortespel.report import ornaments as draw
from geboortespel.report.card import Light, Sheet
from geboortespel.report.drawing import scene
from geboortespel.report.ornaments import GREEN, INK, SOFT, WARM
from geboortespel.report.typeset import Face, balanced, shrunk, wrapped
from geboortespel.report.vector import SERIF, element, escape, text

WIDTH, HEIGHT = 1480.0, 2100.0
"""Tenths of a millimetre: A5."""
MARGIN, TOP, BOTTOM = 128.0, 84.0, 2012.0
ROOM = WIDTH - 2 * MARGIN
MIDDLE = WIDTH / 2
PICTURE = (540.0, 740.0)
"""Height of the drawing: at least, at most."""
PICTURE_CROWDED, CROWDED = 430.0, 0.82
"""Its least height once type would become smaller than this scale."""
SCALES = tuple(1 - 0.03 * n for n in range(25))
MARK = "geboortespel-kaartje"
"""What makes a file known as a card of ours."""

Draw = Callable[[float], list[str]]


@frozen
class Block:
    """A part of the card: how high it is, the air above it, and what draws it from its top."""

    height: float
    above: float
    draw: Draw


def portrait(card: Sheet, language: str, label: str = "") -> str:
    """The card as SVG, every text escaped. `label` heads what remains, on a letter."""
    for scale in SCALES:
        blocks = _blocks(card, scale, label)
        spare = BOTTOM - TOP - sum(block.height + block.above for block in blocks)
        if spare >= (PICTURE[0] if scale > CROWDED else PICTURE_CROWDED):
            break
    high = min(max(spare, PICTURE_CROWDED), PICTURE[1])
    air = max(0.0, spare - high) / (len(blocks) + 1)
    parts = [*draw.frame(WIDTH, HEIGHT, ((40, 3), (54, 1.5))), scene(card, MARGIN - 44, TOP, ROOM + 88, high)]
    y = TOP + high
    for block in blocks:
        y += block.above + air
        parts += block.draw(y)
        y += block.height
    return _document(card, parts, language)


def _document(card: Sheet, parts: Sequence[str], language: str) -> str:
    head = [element("title", escape(card.name)), element("metadata", MARK)]
    body = "\n".join((*head, *parts))
    view = f"0 0 {WIDTH:.0f} {HEIGHT:.0f}"
    opened = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="148mm" height="210mm" viewBox="{view}" '
        f'lang="{language}" font-family="{SERIF}">'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opened}\n{body}\n</svg>\n'


def _blocks(card: Sheet, k: float, label: str) -> list[Block]:
    """Everything under the drawing, in type of scale `k`; what is empty is left out."""
    values = dict(enumerate(card.fields))
    who, facts = [values[n] for n in range(min(2, len(values)))], [values[n] for n in range(2, len(values))]
    small, body = Face(30 * k, spacing=5 * k), Face(35 * k)
    quote, note = Face(35 * k, italic=True), Face(29 * k, italic=True)
    blocks = [
        _fitted(card.event.upper(), Face(32 * k, spacing=7 * k), WARM, 46 * k),
        _name(card.name, k),
        *[_captioned(label, value, small, body, 22 * k) for label, value in who],
        Block(26 * k, 26 * k, lambda y: [draw.rule(MIDDLE, y + 13 * k, ROOM / 2 - 60, card.born)]),
        *[_pair(facts[n : n + 2], small, body, 24 * k) for n in range(0, len(facts), 2)],
        *([_lights(card.score, card.lights, k)] if card.lights else []),
        *[_centred(balanced(part, body, ROOM), body, INK, 26 * k) for part in card.paragraphs],
        *([_centred([label.lower()], small, SOFT, 44 * k)] if card.kept and label else []),
        *[_centred(balanced(part, body, ROOM), body, INK, 14 * k) for part in card.kept],
        *[_quote(said, quote, (18 if n else 34) * k) for n, said in enumerate(card.sentences)],
        *([_hands(card, k)] if card.fingers else []),
        *([_centred(balanced(card.history, note, ROOM), note, SOFT, 22 * k)] if card.history else []),
    ]
    return [block for block in blocks if block.height]


def _centred(lines: Sequence[str], face: Face, fill: str, above: float) -> Block:
    """Lines under each other in the middle."""

    def paint(y: float) -> list[str]:
        return [text(line, MIDDLE, y + face.size * 0.86 + n * face.line, face, fill) for n, line in enumerate(lines)]

    return Block(len(lines) * face.line, above, paint)


def _fitted(said: str, face: Face, fill: str, above: float) -> Block:
    """A line that shrinks before it becomes two."""
    face, lines = shrunk(said, face, ROOM, 1, face.size / 2)
    return _centred(lines, face, fill, above)


def _name(name: str, k: float) -> Block:
    face, lines = shrunk(name, Face(128 * k, bold=True, leading=1.12), ROOM, 2, 46 * k)
    return _centred(lines, face, INK, 20 * k)


def _captioned(label: str, value: str, small: Face, face: Face, above: float) -> Block:
    """A small label with what it is about under it."""
    lines = balanced(value, face, ROOM)
    head = _centred([label.lower()], small, SOFT, 0)
    rest = _centred(lines, face, INK, 0)
    return Block(head.height + rest.height, above, lambda y: [*head.draw(y), *rest.draw(y + head.height)])


def _pair(pairs: Sequence[tuple[str, str]], small: Face, face: Face, above: float) -> Block:
    """One or two facts beside each other."""
    wide = ROOM / len(pairs) if pairs else ROOM
    set_ = [(label.lower(), balanced(value, face, wide - 50)) for label, value in pairs]

    def paint(y: float) -> list[str]:
        parts = []
        for n, (label, lines) in enumerate(set_):
            x = MARGIN + (n + 0.5) * wide
            parts.append(text(label, x, y + small.size * 0.86, small, SOFT))
            base = y + small.line + face.size * 0.86
            parts += [text(line, x, base + i * face.line, face, INK) for i, line in enumerate(lines)]
        return parts

    return Block(small.line + face.line * max((len(lines) for _, lines in set_), default=0), above, paint)


def _lights(score: str, lights: Sequence[Light], k: float) -> Block:
    """The Apgar: lights beside each other, each with its name and a word; the whole above them."""
    head, word = Face(35 * k, bold=True), Face(25 * k, italic=True)
    wide, radius = ROOM / len(lights), 21 * k
    names = [shrunk(light.title, Face(28 * k), wide - 14, 1, 15 * k) for light in lights]
    lines = max(len(said) for _, said in names)
    top = _fitted(score, head, GREEN, 0)
    tall = top.height + 12 * k + 2 * radius + 12 * k

    def paint(y: float) -> list[str]:
        parts = top.draw(y)
        for n, (light, (face, said)) in enumerate(zip(lights, names, strict=True)):
            x = MARGIN + (n + 0.5) * wide
            parts.append(draw.light(x, y + top.height + 12 * k + radius, light.points, radius))
            base = y + tall + 24 * k
            parts += [text(line, x, base + i * 34 * k, face, INK) for i, line in enumerate(said)]
            parts.append(text(light.word, x, base + lines * 34 * k, word, SOFT))
        return parts

    return Block(tall + lines * 34 * k + 34 * k, 30 * k, paint)


def _quote(said: str, face: Face, above: float) -> Block:
    return _centred(balanced(f"“{said}”", face, ROOM - 40), face, INK, above)


def _hands(card: Sheet, k: float) -> Block:
    """The fingers of the start: a small hand for each player, and under it how many."""
    size, label, count = 84 * k, Face(26 * k, spacing=3 * k), Face(26 * k)
    step = min(size * 1.35, (ROOM - 2 * size) / max(1, len(card.fingers)))
    caption = wrapped(card.fingers_label, label, ROOM)

    def paint(y: float) -> list[str]:
        left = MIDDLE - step * len(card.fingers) / 2
        parts = []
        for n, fingers in enumerate(card.fingers):
            x = left + (n + 0.5) * step
            parts.append(draw.hand(x - size * 0.4, y, fingers, size))
            parts.append(text(str(fingers), x, y + size + count.size, count, SOFT))
        under = y + size + count.line + label.size
        return [*parts, *(text(line, MIDDLE, under + n * label.line, label, SOFT) for n, line in enumerate(caption))]

    return Block(size + count.line + label.line * len(caption), 26 * k, paint)
