"""Words and marks that everything on the board shares. Pure: content from a view, nothing here knows a screen.

`deltas` are visible changes of the last action (quantity → difference), shown beside the numbers until the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.tui import marks
from geboortespel.words.plain import safe
from geboortespel.words.refusals import capital
from geboortespel.words.titles import COLOURS
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View

Deltas = Mapping[str, int]
TIME, ENERGY = ("◆", "◇"), ("▪", "·")
"""Tokens of time and energy: had, spent."""


def points(n: int, most: int) -> str:
    """A meter of a few points: `●●○`; as a number beyond ten."""
    return marks.FULL * n + marks.EMPTY * max(0, most - n) if 0 <= n <= 10 and most <= 10 else str(n)


def bar(n: int, most: int, going: int = 0) -> Content:
    """A wall as text: `▓▓▒░`, what stands, what is about to go, what is gone."""
    going = min(n, going)
    standing, gone = marks.SOLID * (n - going), marks.PALE * max(0, most - n)
    return Content.assemble((standing, "$warm"), ("▒" * going, "bold $accent-tekst"), (gone, "$zacht"))


def changed(delta: int) -> Content:
    """`▲4`, `▼2` or nothing."""
    if not delta:
        return Content("")
    return Content.styled(f" {marks.UP if delta > 0 else marks.DOWN}{abs(delta)}", "bold $accent-tekst")


def price(voice: Voice, amounts: Mapping[str, int]) -> Content:
    """A cost as tokens: `◆◆ ▪`; other things than time and energy in words."""
    parts = []
    for name, n in amounts.items():
        token = {"tijd": (TIME[0], "$accent-tekst"), "energie": (ENERGY[0], "$warm")}.get(name)
        if n and token and n <= 4:
            parts.append(Content.styled(token[0] * n, token[1]))
        elif n:
            parts.append(Content.styled(voice.cost({name: n}), "$zacht"))
    return Content(" ").join(parts)


def summary(voice: Voice, view: View) -> Content:
    """Every perspective in a few marks: `Project ●3 ◐2 ○1`, of what must be green."""
    said = []
    for perspective in PERSPECTIVES:
        aspects = [a for a in view.required if voice.board.scenario.aspects[a].perspective == perspective]
        if not aspects:
            continue
        colours: list[str] = [view.colour(aspect) for aspect in aspects]
        lights = [Content.styled(f"{COLOURS[c][1]}{colours.count(c)}", f"${c}") for c in COLOURS if colours.count(c)]
        said.append(Content.assemble((f"{voice.titles.perspective(perspective)} ", "bold"), Content(" ").join(lights)))
    if not said:
        shown = [(capital(voice.titles.counter(c)), view.value(c)) for c in voice.board.scenario.counters]
        said = [Content.assemble(f"{name} ", (str(value), "bold")) for name, value in shown if value is not None]
    return Content("   ").join(said)


def stamina(voice: Voice, view: View, seat: str) -> Content:
    """`tijd ◆◆◇  energie ▪▪▪▪▪▪··`; '' for a seat without a name."""
    believer = voice.board.scenario.believers.get(seat)
    if believer is None:
        return Content("")
    time = view.value(f"tijd.{seat}") or 0
    energy = view.value(f"energie.{seat}") or 0
    most, full = max(time, believer.time), max(energy, voice.board.scenario.rules.stamina.high)
    words = voice.tr("time"), voice.tr("energy")
    return Content.assemble(
        (f"{words[0]} ", "$zacht"),
        (TIME[0] * time, "bold $accent-tekst"), (TIME[1] * (most - time), "$zacht"),
        (f"  {words[1]} ", "$zacht"),
        (ENERGY[0] * energy, "bold $warm"), (ENERGY[1] * (full - energy), "$zacht"), (f" {energy}", "bold"),
    )  # fmt: skip


def said(text: str) -> Content:
    """Author text: made harmless, on one line, never markup."""
    return Content(" ".join(safe(text).split()))
