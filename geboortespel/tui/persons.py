"""The people round the table, as rows of a list, as a line about one of them, and as a page. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui import chart, marks
from geboortespel.tui.board import Deltas, changed, points, said
from geboortespel.tui.field import Field, stance_of
from geboortespel.tui.widgets.rows import Item, Row

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.tui.past import Past
    from geboortespel.words.voice import Voice


WORDY = 54
"""Cells from which a row of the list has room for the words of a stance."""


def people(voice: Voice, view: View, field: Field, deltas: Deltas, width: int) -> list[Item]:
    """Everybody by power: token, name, stance; in words where a row has `width` for them."""
    order = sorted(voice.board.actors, key=lambda actor: -voice.board.power[actor])
    columns = Row(Content.styled(voice.tr("power"), "$zacht"), Content.styled(voice.tr("support"), "$zacht"))
    rows = [_row(voice, view, actor, field, deltas, width) for actor in order]
    return [Item("columns", columns, heading=True), *rows] if rows else []


def _row(voice: Voice, view: View, actor: str, field: Field, deltas: Deltas, width: int) -> Item:
    token, style = chart.face(field.tokens[actor])
    left = Content.assemble((f"{voice.board.power[actor]:>2} ", "$zacht"), (token[:-1], style), " ")
    left += Content.styled(voice.titles.actor(actor), "bold" if not view.seat or view.reaches(view.seat, actor) else "")
    shown = stance(voice, view, actor) if width >= WORDY else brief(voice, view, actor)
    right = Content(" ").join([changed(deltas.get(f"steun.{actor}", 0)), shown])
    return Item(f"steun.{actor}", Row(left, right, hang=3, wrap=True), about(voice, view, actor))


def stance(voice: Voice, view: View, actor: str) -> Content:
    """Support as a mark, words, and a number once listened."""
    low, high = view.band(actor)
    known = low == high
    mark, colour = chart.LOOKS[stance_of((low + high + 1) // 2)]
    style = colour if known else "$zacht"
    number = Content.styled(f" {low:+d}", "bold") if known else Content("")
    return Content.styled(f"{mark if known else marks.UNKNOWN} {voice.titles.band(low, high)}", style) + number


def brief(voice: Voice, view: View, actor: str) -> Content:
    """Support as a mark and a number; of somebody who was not heard the mark of their band, with a question mark."""
    low, high = view.band(actor)
    mark, colour = chart.LOOKS[stance_of((low + high + 1) // 2)]
    if low < high:
        return Content.styled(f"{mark} {marks.UNKNOWN} ", "$zacht")
    return Content.assemble((mark, colour), (f" {low:+3d}", "bold"))


def about(voice: Voice, view: View, actor: str) -> Content:
    """Who this is, how they stand, what was heard or what people like this often worry about, to whom they listen."""
    tr, titles = voice.tr, voice.titles
    heard = [titles.concern(concern).lower() for concern, _ in view.heard(actor)]
    usual = [titles.concern(concern).lower() for concern in view.usual(actor)]
    power = tr("power {n}").format(n=voice.board.power[actor])
    parts = [Content.assemble((titles.actor(actor), "bold"), f", {power}. ", said(voice.board.actor_text(actor)))]
    parts.append(Content(tr("Support: {support}.").format(support=voice.support(actor, view))))
    if heard:
        parts.append(Content(tr("Heard: {concerns}.").format(concerns=", ".join(heard))))
    elif usual:
        parts.append(Content(tr("People like this often worry about: {concerns}.").format(concerns=", ".join(usual))))
    parts += [Content(line) for line in listening(voice, actor)]
    if view.seat and not view.reaches(view.seat, actor):
        parts.append(Content.styled(tr("Out of reach for {seat}.").format(seat=titles.the_seat(view.seat)), "$rood"))
    return Content(" ").join(parts)


def listening(voice: Voice, actor: str) -> list[str]:
    """To whom they listen and who listens to them, as sentences."""
    tr, titles = voice.tr, voice.titles
    links = chart.links(voice.board.scenario, actor)
    found = []
    if links.to:
        found.append(tr("Listens to: {people}.").format(people=", ".join(titles.actor(a) for a in links.to)))
    if links.by:
        found.append(tr("Listening to them: {people}.").format(people=", ".join(titles.actor(a) for a in links.by)))
    return found


# -- the page of one person --------------------------------------------------------------------------------------------


def page(voice: Voice, view: View, past: Past, actor: str, before: Mapping[str, int]) -> list[Content]:
    """Everything the seat knows of somebody, as paragraphs; '' is an empty line."""
    tr, titles = voice.tr, voice.titles
    power = voice.board.power[actor]
    told = [said(voice.board.actor_text(actor)), Content("")]
    told.append(_label(tr("Power")) + Content.assemble((points(power, 10), "$accent-tekst"), f" {power}"))
    told.append(_label(tr("Support")) + scale(voice, view, actor))
    word = stance(voice, view, actor)
    if actor in before and view.value(f"steun.{actor}") not in (None, before[actor]):
        word += changed((view.value(f"steun.{actor}") or 0) - before[actor]) + Content(" " + tr("since last month"))
    elif view.hides(f"steun.{actor}"):
        word += Content.styled(", " + tr("by hearsay: nobody has listened here yet"), "$zacht")
    told += [_label("") + word, Content("")]
    told += speech(voice, past.last_speech(actor))
    told += _concerns(voice, view, actor)
    told += [Content(line) for line in listening(voice, actor)]
    told += _stories(voice, view, actor)
    near = [
        titles.seat(s) for s in voice.board.scenario.believers if view.value(f"meedoet.{s}") and view.reaches(s, actor)
    ]
    if near:
        told.append(Content(tr("Within reach of: {seats}.").format(seats=", ".join(near))))
    return told


def _label(text: str) -> Content:
    return Content.styled(f"{text:<8}", "$zacht")


def scale(voice: Voice, view: View, actor: str, half: int = 15) -> Content:
    """Support on a line from against to for: a bead once heard, else the band it lies in."""
    low, high = view.band(actor)
    cells = [["─", "$rand"] for _ in range(2 * half + 1)]
    cells[half] = ["┼", "$rand"]
    first, last = ((value + 100) * 2 * half // 200 for value in (low, high))
    _, colour = chart.LOOKS[stance_of((low + high + 1) // 2)]
    for i in range(first, last + 1):
        cells[i] = [marks.FULL, f"bold {colour}"] if low == high else ["▒", "$zacht"]
    ends = voice.tr("against"), voice.tr("for")
    return Content.assemble((f"{ends[0]} ", "$rood"), *((c, s) for c, s in cells), (f" {ends[1]}", "$groen"))


def speech(voice: Voice, last: object) -> list[Content]:
    """What they said last, in their own words."""
    from geboortespel.tui.past import Speech

    if not isinstance(last, Speech):
        return []
    return [*(Content.styled(f"“{sentence}”", "italic") for sentence in last.sentences), Content("")]


def _concerns(voice: Voice, view: View, actor: str) -> list[Content]:
    """Concerns heard, with their weight; then what people in this role often worry about and was not heard."""
    tr, titles = voice.tr, voice.titles
    heard = view.heard(actor)
    told = []
    for concern, weight in heard:
        told.append(
            Content.assemble(
                (f"{marks.FULL} ", "$warm"), (titles.concern(concern), "bold"), (f" {points(weight, 3)}", "$warm")
            )
        )
    known = {concern for concern, _ in heard}
    for concern in view.usual(actor):
        if concern not in known:
            told.append(Content.styled(f"{marks.UNKNOWN} {titles.concern(concern)}", "$zacht"))
    if not told:
        return []
    head = tr("Concerns: heard, and what people in this role often worry about")
    return [Content.styled(head, "bold $warm"), *told, Content("")]


def _stories(voice: Voice, view: View, actor: str) -> list[Content]:
    """What was told to them, and how worn it is."""
    tr, rules = voice.tr, voice.board.scenario.rules
    told = []
    for argument in voice.board.scenario.arguments:
        times = view.value(f"herhaald.{actor}.{argument}") or 0
        if times:
            said = tr.many("told once", "told {n} times", times)
            worn = tr("next time {n}% of it is worn off").format(n=min(100, times * rules.persuasion.wear))
            told.append(Content(f"{marks.BULLET} {voice.titles.argument(argument)}: {said}, {worn}"))
    return [Content.styled(tr("What they have been told"), "bold $warm"), *told, Content("")] if told else []
