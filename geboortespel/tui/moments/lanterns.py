"""The three perspectives as lanterns that light one by one. Pure: a view gives frames."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.tui.lanterns import counted
from geboortespel.tui.lanterns import weakest as colour
from geboortespel.words.titles import COLOURS

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.words.voice import Voice

WIDTH = 20
TALL = ("   │   ", "╭──┴──╮", "│▒▒▒▒▒│", "│▒ * ▒│", "╰──┬──╯")
LOW = ("╭──┴──╮", "│▒ * ▒│", "╰──┬──╯")
DARK = str.maketrans({"▒": " ", "*": " "})


def perspectives(voice: Voice, view: View) -> list[str]:
    """The perspectives that this scenario has."""
    return [p for p in PERSPECTIVES if counted(voice, view, p)]


def weakest(voice: Voice, view: View) -> str:
    """The perspective with the smallest part green; of equals the one that is lowest on average; '' when all of every
    perspective is green."""

    def strength(perspective: str) -> tuple[float, float]:
        found = counted(voice, view, perspective)
        green = sum(view.colour(a) == "groen" for a in found)
        return green / len(found), sum(map(view.level, found)) / len(found)

    found = {perspective: strength(perspective) for perspective in perspectives(voice, view)}
    return min((one for one in found if found[one][0] < 1), key=lambda one: found[one], default="")


def frames(voice: Voice, view: View, *, tall: bool = True) -> list[Content]:
    """From dark to all lit: one frame more than there are lanterns. Not `tall`: half as high, for a low screen."""
    found = perspectives(voice, view)
    return [_row(voice, view, found, lit, tall) for lit in range(len(found) + 1)] if found else []


def _row(voice: Voice, view: View, found: list[str], lit: int, tall: bool) -> Content:
    """Lanterns side by side, the first `lit` of them burning."""
    lowest = [_lowest(voice, view, perspective) for perspective in found]
    most = max(map(len, lowest))
    drawn = [
        [*_lantern(voice, view, perspective, n < lit, tall), *_under(low, most, n < lit)]
        for n, (perspective, low) in enumerate(zip(found, lowest, strict=True))
    ]
    return Content("\n").join(Content("").join(parts) for parts in zip(*drawn, strict=True))


def _lantern(voice: Voice, view: View, perspective: str, lit: bool, tall: bool) -> list[Content]:
    """One lantern with its name and how much is green; dark it tells only its name."""
    found = counted(voice, view, perspective)
    light = colour(view, found)
    word, mark, _ = COLOURS[light]
    green = sum(view.colour(a) == "groen" for a in found)
    style = f"bold ${light}" if lit else "$zacht"
    glass = TALL if tall else LOW
    lamp = [(line.replace("*", mark) if lit else line.translate(DARK), style) for line in glass]
    score = voice.tr("{green} of {all} green").format(green=green, all=len(found))
    name = voice.titles.perspective(perspective)
    lines = [
        *lamp,
        (f"{name} {voice.tr(word)}" if lit else name, style if lit else "bold"),
        (score if lit else "", ""),
    ]
    return [_cell(text, style) for text, style in lines]


def _lowest(voice: Voice, view: View, perspective: str) -> list[str]:
    """What is lowest in a perspective with its level, on as many lines as a column needs."""
    low = min(counted(voice, view, perspective), key=view.level)
    return wrap(f"{voice.titles.aspect(low)} {view.level(low)}", WIDTH - 2)


def _under(low: list[str], most: int, lit: bool) -> list[Content]:
    """The lines of what is lowest, `most` of them; empty while the lantern is dark."""
    return [_cell(low[n] if lit and n < len(low) else "", "$zacht") for n in range(most)]


def _cell(text: str, style: str) -> Content:
    """A text in the middle of its column."""
    content = Content(text).truncate(WIDTH - 1, ellipsis=True)
    left = (WIDTH - content.cell_length) // 2
    return Content(" " * left) + content.stylize(style) + Content(" " * (WIDTH - left - content.cell_length))
