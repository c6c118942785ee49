"""Rows of the hand: a group, a move, whom or what it is aimed at, an argument, an answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui import marks
from geboortespel.tui.board import bar, points, price, said
from geboortespel.tui.persons import about, stance
from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.words.catalog import N_
from geboortespel.words.plain import small

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.words.voice import Voice

LIKELY = {
    "raak": (marks.FULL, "$groen", N_("fits")),
    "kan": (marks.HALF, "$oranje", N_("fits half")),
    "mis": (marks.EMPTY, "$rood", N_("does not fit")),
    "onbekend": (marks.UNKNOWN, "$zacht", N_("unknown")),
}
"""How an argument fits what was heard → mark, colour, word."""
ORDER = ("raak", "kan", "onbekend", "mis", "")
Parts = tuple[Content, Content, Content]
"""Left, right, and what is told when the cursor is on it."""


def ordered(view: View, kind: str, parts: Mapping[str, list[Action]]) -> list[tuple[str, list[Action]]]:
    """Rows in the order of the scenario; arguments the best fit first."""
    rows = list(parts.items())
    if kind == "choice":
        rows.sort(key=lambda row: ORDER.index(view.forecast(row[1][0]).likely))
    return rows


def row(voice: Voice, view: View, item_id: str, number: int, kind: str, some: list[Action], group: str) -> Item:
    """One row of a list: number, left, price or fit at the right."""
    only = some[0] if len(some) == 1 else None
    match kind:
        case "group":
            left, right, tells = _group(voice, some, group)
        case "more":
            left, right, tells = _group(voice, some, voice.tr("More with {group}").format(group=group.lower()))
        case "move":
            left, right, tells = _move(voice, some)
        case "target":
            left, right, tells = _target(voice, view, some)
        case _:
            left, right, tells = _choice(voice, view, some[0])
    if only is not None:
        known = "; ".join(voice.known(only, view))
        tells = Content(". ").join(filter(None, (tells.rstrip("."), Content(known)))) if known else tells
        if kind != "choice":
            right = Content("  ").join(
                filter(None, (right, _chance(voice, view, only), price(voice, view.forecast(only).cost)))
            )
            left += _routes(voice, view, only)
    elif kind not in ("group", "more"):
        left += Content.styled(f" {marks.MORE}", "$zacht")
    return Item(item_id, Row(_digit(number) + left, right, hang=2, wrap=True), tells)


def spacious(voice: Voice, item: Item, some: Sequence[Action]) -> Item:
    """A group's row with the names of its moves under it."""
    names = ", ".join(dict.fromkeys(small(voice.titles.move(action.what)) for action in some))
    below = Content.styled(names, "$zacht")
    return Item(item.id, Row(item.row.left, item.row.right, below, hang=2, wrap=True), item.about)


def _digit(number: int) -> Content:
    return Content.styled(f"{number if number < 10 else ' '} ", "bold $warm")


def _group(voice: Voice, some: Sequence[Action], name: str) -> Parts:
    names = dict.fromkeys(voice.titles.move(action.what) for action in some)
    count = voice.tr.many("{n} move", "{n} moves", len(names))
    number = Content.styled(f"{count} {marks.DEEPER}", "$zacht")
    return Content.styled(name, "bold"), number, Content.assemble((f"{name}: ", "bold"), ", ".join(names))


def _move(voice: Voice, some: Sequence[Action]) -> Parts:
    move = voice.board.scenario.moves[some[0].what]
    costs = [voice.board.cost(move.id, a.choice, a.target) for a in some]
    right = price(voice, costs[0]) if len(some) > 1 and all(cost == costs[0] for cost in costs) else Content("")
    name = Content.styled(voice.titles.move(move.id), "bold")
    if len(some) == 1:
        name += Content(_objects(voice, some[0]))
    return name, right, Content.assemble((f"{voice.titles.move(move.id)}. ", "bold"), said(move.text))


def _objects(voice: Voice, action: Action) -> str:
    titles = voice.titles
    found = [titles.target(action.what, action.target)] if action.target else []
    found += [titles.choice(action.what, action.choice)] if action.choice else []
    return f": {', '.join(found)}" if found else ""


def _chance(voice: Voice, view: View, action: Action) -> Content:
    """The odds of the first result, in a percentage."""
    odds = view.forecast(action).odds
    if not odds:
        return Content("")
    whole = sum(weight for _, weight in odds) or 1
    return Content.styled(f"{(200 * odds[0][1] + whole) // (2 * whole)}%", "$foreground")


def _routes(voice: Voice, view: View, action: Action) -> Content:
    """What it would take off standing thresholds: `▒▒`."""
    takes = sum(takes for _, takes in view.forecast(action).routes)
    return Content(" ") + bar(takes, takes, takes) if takes else Content("")


def _target(voice: Voice, view: View, some: Sequence[Action]) -> Parts:
    action, scenario, titles = some[0], voice.board.scenario, voice.titles
    move = scenario.moves[action.what]
    match move.verb:
        case "onderbouwen":
            steps = view.value(f"onderbouwd.{action.target}") or 0
            right = Content.styled(points(steps, 3), "$accent-tekst")
            return Content(titles.argument(action.target)), right, said(scenario.arguments[action.target].text)
        case "adviseur":
            return Content(titles.adviser(action.target)), Content(""), said(scenario.advisers[action.target].text)
        case "doorgronden":
            level = Content.styled(str(view.level(action.target)), "bold")
            return Content(titles.aspect(action.target)), level, said(scenario.aspects[action.target].text)
        case _:
            if action.target not in scenario.actors:
                return Content(_objects(voice, action).strip(": ")), Content(""), said(move.text)
            tells = about(voice, view, action.target)
            return Content(titles.actor(action.target)), stance(voice, view, action.target), tells


def _choice(voice: Voice, view: View, action: Action) -> Parts:
    scenario, titles = voice.board.scenario, voice.titles
    move = scenario.moves[action.what]
    name = Content(titles.choice(move.id, action.choice))
    if move.verb != "overtuigen":
        return name, price(voice, view.forecast(action).cost), said(move.options[action.choice].text)
    forecast = view.forecast(action)
    mark, style, word = LIKELY.get(forecast.likely, ("", "$zacht", ""))
    gain = "" if forecast.gain is None or forecast.likely == "onbekend" else f" {_span(voice, *forecast.gain)}"
    steps = view.value(f"onderbouwd.{action.choice}") or 0
    name += Content.styled(f" {points(steps, 3)}", "$zacht") + _routes(voice, view, action)
    fit = Content.styled(f"{mark} {voice.tr(word) if word else ''}{gain}", style)
    return (
        name,
        fit,
        Content.assemble((f"{titles.argument(action.choice)}. ", "bold"), said(scenario.arguments[action.choice].text)),
    )


def _span(voice: Voice, low: int, high: int) -> str:
    """`+5`, or `+9 to +14` where more may lie behind it than was heard."""
    return f"{high:+d}" if low == high else voice.tr("{low} to {high}").format(low=f"{low:+d}", high=f"{high:+d}")


# -- answers -----------------------------------------------------------------------------------------------------------


def answer(voice: Voice, view: View, item_id: str, number: int, action: Action, words: str) -> Item:
    """One answer to what the game asks, in these words, with its price."""
    known = "; ".join(voice.known(action, view))
    left = _digit(number) + Content(words)
    right = price(voice, view.forecast(action).cost)
    tells = Content(". ").join([part for part in (_answer_text(voice, action), Content(known)) if part])
    return Item(item_id, Row(left, right, hang=2, wrap=True), tells)


def _answer_text(voice: Voice, action: Action) -> Content:
    tr = voice.tr
    if action.kind == "keuze":
        return said(voice.board.events[action.what].options[action.choice].text).rstrip(".")
    return {
        "verder": Content(tr("On to the next phase")),
        "langer": Content(tr("A round more in this phase; it is borrowed from a later one")),
        "stoppen": Content(tr("Stop here, and choose another contract for good reasons")),
    }.get(action.what, Content(""))
