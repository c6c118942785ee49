"""The three perspectives as lanterns: a big light with what it says, and under it every aspect with its meter. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.tui import marks
from geboortespel.tui.board import Deltas, changed, said
from geboortespel.tui.widgets.rows import Item, Row, heading
from geboortespel.words.refusals import capital
from geboortespel.words.titles import COLOURS

if TYPE_CHECKING:
    from geboortespel.engine.view import Colour, View
    from geboortespel.words.voice import Voice

LIGHTS: dict[str, tuple[str, str]] = {
    "groen": ("▄██▄", "▀██▀"),
    "oranje": ("▄█▀▄", "▀█▄▀"),
    "rood": ("▄▀▀▄", "▀▄▄▀"),
}
"""Colour → a big light in two lines: full, half full, hollow."""


def weakest(view: View, aspects: list[str]) -> Colour:
    """The colour of a lantern: that of its weakest aspect, as all of them must be green."""
    colours = [view.colour(aspect) for aspect in aspects]
    return "rood" if "rood" in colours else "oranje" if "oranje" in colours else "groen"


def counted(voice: Voice, view: View, perspective: str) -> list[str]:
    """The aspects of a perspective that must be green; all of them where none must."""
    aspects = voice.board.scenario.aspects.values()
    every = [aspect.id for aspect in aspects if aspect.perspective == perspective]
    return [aspect for aspect in every if aspect in view.required] or every


def strip(voice: Voice, view: View) -> Content:
    """The three lanterns on one line, for where their pane is out of sight: `◐ Project 3/6`."""
    parts = []
    for perspective in PERSPECTIVES:
        aspects = counted(voice, view, perspective)
        if not aspects:
            continue
        colour = weakest(view, aspects)
        green = sum(view.colour(aspect) == "groen" for aspect in aspects)
        parts.append(
            Content.assemble(
                (f"{COLOURS[colour][1]} ", f"${colour}"),
                (voice.titles.perspective(perspective), "bold"),
                f" {green}/{len(aspects)} ",
                (voice.tr(COLOURS[colour][0]), f"${colour}"),
            )
        )
    return Content("   ").join(parts) if parts else _counters_line(voice, view)


def _counters_line(voice: Voice, view: View) -> Content:
    counters = [(capital(voice.titles.counter(c)), view.value(c)) for c in voice.board.scenario.counters]
    return Content("   ").join(
        Content.assemble(f"{name} ", (str(value), "bold")) for name, value in counters if value is not None
    )


def lanterns(voice: Voice, view: View, deltas: Deltas, width: int, *, airy: bool = False) -> list[Item]:
    """All lanterns with their aspects, then counters. `width`: cells of a row; `airy` leaves a line between them."""
    items: list[Item] = []
    for perspective in PERSPECTIVES:
        every = [a.id for a in voice.board.scenario.aspects.values() if a.perspective == perspective]
        if not every:
            continue
        if items and airy:
            items.append(_gap(perspective))
        items.append(_lantern(voice, view, perspective))
        items += [_aspect(voice, view, aspect, deltas, width) for aspect in every]
    counters = [c for c in voice.board.scenario.counters if view.value(c) is not None]
    if counters and items and airy:
        items += [_gap("counters"), heading(voice.tr("Counters"))]
    return items + [_counter(voice, view, counter, deltas) for counter in counters]


def _gap(name: str) -> Item:
    return Item(f"gap:{name}", Row(Content("")), heading=True)


def _lantern(voice: Voice, view: View, perspective: str) -> Item:
    tr, aspects = voice.tr, counted(voice, view, perspective)
    colour = weakest(view, aspects)
    green = sum(view.colour(aspect) == "groen" for aspect in aspects)
    top, bottom = LIGHTS[colour]
    name = voice.titles.perspective(perspective)
    first = Content.assemble((f"{top} ", f"${colour}"), (name, "bold $warm"))
    below = Content.assemble(
        (f"{bottom} ", f"${colour}"),
        tr("{n} of {all} green").format(n=green, all=len(aspects)),
    )
    return Item(
        f"lantern:{perspective}", Row(first, Content.styled(tr(colour_word(colour)), f"${colour}"), below), heading=True
    )


def colour_word(colour: str) -> str:
    """The colour's word, a message id."""
    return COLOURS[colour][0]


def meter(level: int, green: int, size: int, style: str) -> Content:
    """A level of 0 to 100 on a line of `size` cells, with the bound of green in it: `━━━━┃───`."""
    full = min(size, (level * size + 50) // 100)
    bound = max(1, min(size - 1, round(green * size / 100))) if size > 1 else 0
    full = max(full, bound) if level >= green else min(full, bound - 1)
    cells = [("━", style) if i < full else ("─", "$rand") for i in range(size)]
    cells.insert(bound, ("┃" if level >= green else "│", style if level >= green else "$foreground"))
    return Content.assemble(*cells)


def _aspect(voice: Voice, view: View, aspect_id: str, deltas: Deltas, width: int) -> Item:
    tr, aspect = voice.tr, voice.board.scenario.aspects[aspect_id]
    required = aspect_id in view.required
    colour, level = view.colour(aspect_id), view.level(aspect_id)
    word, mark, _ = COLOURS[colour]
    name = voice.titles.aspect(aspect_id)
    left = Content.assemble((f"{mark} ", f"${colour}"), name if required else (name, "$zacht italic"))
    size = 20 if width >= 70 else 10 if width >= 44 else 8 if width >= 34 else 5
    right = Content.assemble(changed(deltas.get(aspect_id, 0)), " ", meter(level, aspect.green, size, f"${colour}"))
    estimate = voice.span(aspect_id, view)
    shown = f"~{level}" if estimate else str(level)
    right += Content.styled(f" {shown:>3}", "bold")
    if width >= 46:
        right += Content.styled(f" {tr(word):<6}", f"${colour}")
    need = tr("must be green") if required else tr("need not be green")
    bound = tr("green from {green}, orange from {amber}").format(green=aspect.green, amber=aspect.amber)
    about = Content.assemble((name, "bold"), f" {shown}, {tr(word)} ({bound}; {need}). ", said(aspect.text))
    about = Content.assemble(about, f" {estimate}") if estimate else about
    return Item(aspect_id, Row(left, right, hang=4, wrap=True), about)


def _counter(voice: Voice, view: View, counter: str, deltas: Deltas) -> Item:
    name, value = capital(voice.titles.counter(counter)), view.value(counter) or 0
    of = voice.board.scenario.counters[counter]
    right = changed(deltas.get(counter, 0))
    if of.low == 0 and of.high is not None and 0 < of.high <= 10:
        right += Content.styled(f" {marks.FULL * value}{marks.EMPTY * (of.high - value)}", "$accent-tekst")
    right += Content.styled(f" {value:>2}", "bold")
    about = Content.assemble((name, "bold"), f": {value}", ". " if of.text else "", said(of.text))
    return Item(counter, Row(Content(f"  {name}"), right), about)
