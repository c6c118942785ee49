"""The krachtenveld as a drawing: axes, zones, tokens, how they moved, and who listens to whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui import marks
from geboortespel.tui.canvas import Canvas
from geboortespel.tui.field import STANCES, TOKEN, Field, Token
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from geboortespel.scenario.model import Scenario
    from geboortespel.words.catalog import Translator

LEFT, TOP, BOTTOM = 3, 1, 1
"""Cells round the field: the power axis, the names of the zones, the support axis."""
SHAPES = {"opdrachtgever": "[]", "markt": "<>", "buiten": "()"}
"""Side → what a token looks like."""
LOOKS = {"voor": (marks.UP, "$groen"), "afwachtend": (marks.LEVEL, "$oranje"), "tegen": (marks.DOWN, "$rood")}
"""Stance → mark and colour."""
ZONES = {"tegen": N_("against"), "afwachtend": N_("waiting to see"), "voor": N_("for")}


@dataclass(frozen=True)
class Links:
    """Who listens to whom, seen from one person: `to` those they listen to, `by` those who listen to them."""

    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def links(scenario: Scenario, actor: str) -> Links:
    """The links of one person; nobody's for ''."""
    if actor not in scenario.actors:
        return Links()
    by = tuple(other for other, person in scenario.actors.items() if actor in person.listens_to)
    return Links(tuple(scenario.actors[actor].listens_to), by)


def face(token: Token) -> tuple[str, str]:
    """A token's text and its colour: `[DG]▲`, with a question mark for somebody who was not heard."""
    shape = SHAPES.get(token.side, "[]")
    mark, colour = LOOKS[token.stance]
    return f"{shape[0]}{token.monogram}{shape[1]}{mark if token.known else marks.UNKNOWN}", (
        colour if token.known else "$zacht"
    )


def draw(
    field: Field, tr: Translator,
    *, selected: str = "", linked: Links | None = None, within: Collection[str] | None = None,
    asked: Collection[str] = (), focused: bool = False,
) -> list[Content]:  # fmt: skip
    """Rows of the drawing, axes included. `within`: whom the seat reaches (None is everybody); `asked`: those who can
    be chosen now."""
    linked = linked or Links()
    canvas = Canvas(field.width + LEFT, field.height + TOP + BOTTOM)
    _axes(canvas, field, tr)
    here = field.tokens.get(selected)
    if here is not None:
        for other in linked.by:
            _link(canvas, field.tokens[other], here, "$warm", dashed=True)
        for other in linked.to:
            _link(canvas, here, field.tokens[other], "$accent-tekst", dashed=False)
    for token in field.tokens.values():
        _trail(canvas, token)
        _unsure(canvas, token)
    for token in field.tokens.values():
        text, style = face(token)
        if within is None or token.actor in within:
            style += " bold"
        if token.actor in asked or token.actor in linked.to:
            style = f"bold underline {style.replace('$zacht', '$foreground') if token.actor in asked else style}"
        if token is here:
            style = "bold reverse $accent-tekst" if focused else "bold $cursor-tekst on $cursor underline"
        canvas.text(token.x + LEFT, token.y + TOP, text, style)
    return canvas.lines()


def _axes(canvas: Canvas, field: Field, tr: Translator) -> None:
    foot = field.height + TOP
    _names(canvas, field, tr)
    for stance, (first, size) in zip(STANCES, field.zones, strict=True):
        for x in range(size):
            canvas.text(LEFT + first + x, foot, "─", "$rand")
        if stance == "afwachtend":
            for y in range(field.height):
                canvas.ground(LEFT + first, TOP + y, size, "on $surface")
        if first:
            canvas.text(LEFT + first, foot, "┴", "$rand")
    for power, y in field.rows.items():
        canvas.text(0, TOP + y, f"{power:>2}", "$zacht")
    for y in range(field.height):
        canvas.text(LEFT - 1, TOP + y, "┤" if y in field.rows.values() else "│", "$rand")
    canvas.text(LEFT - 1, foot, "└", "$rand")
    label = tr("support")
    canvas.text(canvas.width - len(label) - 2, foot, f"{label} {marks.TO}", "$zacht")


def _names(canvas: Canvas, field: Field, tr: Translator) -> None:
    """The zones' names over them, and the power axis' own where there is room beside the first."""
    names = [tr(ZONES[stance])[: size - 1] for stance, (_, size) in zip(STANCES, field.zones, strict=True)]
    places = [LEFT + first + (size - len(n)) // 2 for n, (first, size) in zip(names, field.zones, strict=True)]
    power = tr("power")
    moved = max(places[0], len(power) + 1)
    if moved + len(names[0]) < places[1]:
        places[0] = moved
        canvas.text(0, 0, power, "$zacht")
    for stance, name, x in zip(STANCES, names, places, strict=True):
        canvas.text(x, 0, name, LOOKS[stance][1])


def _link(canvas: Canvas, one: Token, other: Token, style: str, *, dashed: bool) -> None:
    (x0, y0), (x1, y1) = one.middle, other.middle
    canvas.line((x0 + LEFT, y0 + TOP), (x1 + LEFT, y1 + TOP), style, dashed=dashed)


def _unsure(canvas: Canvas, token: Token) -> None:
    """How far somebody who was not heard may stand from where their token is."""
    if token.within is None:
        return
    first, last = token.within
    for x in range(first, last + TOKEN):
        canvas.quiet(x + LEFT, token.y + TOP, marks.UNSURE, "$zacht")


def _trail(canvas: Canvas, token: Token) -> None:
    """Dots from where a token stood a round ago, with an arrow against it."""
    if token.was is None or token.was == token.x:
        return
    right = token.was < token.x
    colour = "$groen" if right else "$rood"
    y = token.y + TOP
    span = range(token.was, token.x) if right else range(token.x + TOKEN, token.was + TOKEN)
    for x in span:
        canvas.quiet(x + LEFT, y, marks.BETWEEN, colour)
    tip = token.x - 1 if right else token.x + TOKEN
    canvas.text(tip + LEFT, y, marks.TO if right else marks.FROM, colour)
