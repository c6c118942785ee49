"""Thresholds as walls: what is left of them, what they cost every month, and the ways over them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.scenario.expr import Change
from geboortespel.tui import marks
from geboortespel.tui.board import Deltas, bar, changed, said
from geboortespel.tui.widgets.rows import Item, Row

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.scenario.model import Route
    from geboortespel.words.voice import Voice

NONE = "none"


def walls(voice: Voice, view: View, deltas: Deltas, width: int, takes: Mapping[str, int] | None = None) -> list[Item]:
    """Standing thresholds, then those that are gone. `takes`: what the move under the cursor would take away."""
    takes = takes or {}
    items = [_wall(voice, view, threshold, deltas, width, takes.get(threshold, 0)) for threshold in view.thresholds]
    for threshold in view.cleared:
        name = voice.titles.threshold(threshold)
        row = Row(Content.styled(f"{marks.YES}    {name}", "$zacht"), Content.styled(voice.tr("gone"), "$zacht"))
        about = said(voice.board.scenario.thresholds[threshold].gone)
        items.append(Item(f"weerstand.{threshold}", row, about))
    if not items:
        items.append(Item(NONE, Row(Content.styled(voice.tr("Nothing in sight yet."), "$zacht")), heading=True))
    return items


def _wall(voice: Voice, view: View, threshold_id: str, deltas: Deltas, width: int, takes: int) -> Item:
    threshold = voice.board.scenario.thresholds[threshold_id]
    left_over = view.value(f"weerstand.{threshold_id}") or 0
    highest = max(t.resistance for t in voice.board.scenario.thresholds.values())
    brick = bar(left_over, threshold.resistance, takes)
    left = brick.pad_right(min(highest, 5) - brick.cell_length + 1) + Content(voice.titles.threshold(threshold_id))
    right = changed(deltas.get(f"weerstand.{threshold_id}", 0))
    if takes:
        right += Content.styled(f" {marks.TO}−{min(takes, left_over)}", "bold $accent-tekst")
    cost = toll(voice, threshold_id)
    if cost and not takes:
        room = width - left.cell_length - right.cell_length - 3
        short = cost if len(cost) <= room else " ".join(part.split(" ")[0] for part in cost.split(", "))
        right += Content.styled(f" {short}", "$rood")
    return Item(f"weerstand.{threshold_id}", Row(left, right, hang=6, wrap=True), about_wall(voice, view, threshold_id))


def toll(voice: Voice, threshold_id: str) -> str:
    """What it costs every month while it stands: `▼1 vertrouwen`."""
    parts = []
    for effect in voice.board.scenario.thresholds[threshold_id].toll:
        if isinstance(effect, Change) and effect.op == "+":
            mark = marks.UP if effect.amount > 0 else marks.DOWN
            parts.append(f"{mark}{abs(effect.amount)} {voice.quantity(effect.name)}")
    return ", ".join(parts)


def about_wall(voice: Voice, view: View, threshold_id: str) -> Content:
    """Name, what it is, its price and its ways, in one flow."""
    tr, threshold = voice.tr, voice.board.scenario.thresholds[threshold_id]
    parts = [Content.assemble((voice.titles.threshold(threshold_id), "bold"), ". ", said(threshold.text))]
    parts += [Content(line) for line in costs(voice, threshold_id)]
    ways = [route_line(voice, route) for route in threshold.routes.values()]
    if ways:
        parts.append(Content.assemble((tr("Ways over it:"), "bold $warm"), " ", "; ".join(ways) + "."))
    return Content(" ").join(parts)


def costs(voice: Voice, threshold_id: str) -> list[str]:
    """What it does while it stands, as sentences."""
    tr, threshold = voice.tr, voice.board.scenario.thresholds[threshold_id]
    found = []
    price = toll(voice, threshold_id)
    if price:
        found.append(tr("Every month it stands: {toll}.").format(toll=price))
    if threshold.caps:
        held = ", ".join(f"{voice.titles.aspect(a)} ({most})" for a, most in threshold.caps.items())
        found.append(tr("It holds back: {aspects}.").format(aspects=held))
    return found


def route_line(voice: Voice, route: Route) -> str:
    """`Luisteren bij de controller −1`, with whom it has to be done."""
    titles, tr = voice.titles, voice.tr
    said = titles.move(route.move)
    move = voice.board.scenario.moves.get(route.move)
    if route.option:
        aimed = move is not None and move.verb in ("onderbouwen", "adviseur", "doorgronden")
        said += f": {titles.target(route.move, route.option) if aimed else titles.choice(route.move, route.option)}"
    if route.target:
        said += " " + tr("at {who}").format(who=titles.the_actor(route.target))
    if route.ally:
        ally = titles.adviser(route.ally) if route.ally in voice.board.scenario.advisers else titles.who(route.ally)
        said += " " + tr("with {who}").format(who=ally)
    return f"{said} −{route.takes}"


def page(voice: Voice, view: View, threshold_id: str) -> list[Content]:
    """Everything about one threshold, as paragraphs."""
    tr, threshold = voice.tr, voice.board.scenario.thresholds[threshold_id]
    left_over = view.value(f"weerstand.{threshold_id}") or 0
    if threshold_id in view.cleared:
        return [said(threshold.gone) or Content(tr("It is gone."))]
    told = [
        bar(left_over, threshold.resistance)
        + Content("  " + tr("{n} of {all} left").format(n=left_over, all=threshold.resistance))
    ]
    told += [Content(""), said(threshold.text), Content(""), *map(Content, costs(voice, threshold_id)), Content("")]
    if threshold.routes:
        told.append(Content.styled(tr("Ways over it"), "bold $warm"))
        told += [Content(f"{marks.BULLET} {route_line(voice, route)}") for route in threshold.routes.values()]
    return told
