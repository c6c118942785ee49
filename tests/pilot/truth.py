"""Whether what is on the screen is so: read from the cells, held against what the session's view says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from textual.widget import Widget
from textual.widgets import Input

from geboortespel.engine.view import View
from geboortespel.tui.app import TableApp
from geboortespel.tui.board import ENERGY, TIME
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.screens.talks import TalksScreen
from geboortespel.tui.widgets.rows import Rows
from geboortespel.words import talks as words
from geboortespel.words.titles import COLOURS
from tests.pilot.driver import text_of
from tests.pilot.looks import cut_words, hidden

WHEN = re.compile(r"(?:maand|ronde) (\d+) van (\d+)$")
AT_LEVEL = re.compile(r"~?(\d+)(?: (?:groen|oranje|rood))?$")
MARKS = {colour: said[1] for colour, said in COLOURS.items()}


def faults(app: TableApp, *, looks: bool = False) -> list[str]:
    """Everything that is not right with the screen as it is; `looks` also reads every text for what is cut off. (On a
    low screen what was said last may shorten: it stands whole in what happened.)"""
    found = [*_misfits(app), *_errors(app)]
    if looks:
        unseen = [said for said in hidden(app) if app.size.height >= 30 or not said.startswith("speech ")]
        found += [*(f"cut: {word}" for word in cut_words(app, app.tr.language)), *unseen]
    screen = app.screen
    if isinstance(screen, TableScreen):
        found += _table(screen)
    elif isinstance(screen, TalksScreen):
        found += _sitting(screen)
    return found


def _errors(app: TableApp) -> Iterator[str]:
    if app._exception is not None:
        yield repr(app._exception)
    for notice in app._notifications:
        if notice.severity != "information":
            yield f"said: {notice.message}"


def _misfits(app: TableApp) -> Iterator[str]:
    """Lines of another width than the terminal's, and widgets that stick out of it or scroll sideways."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    if len(lines) != height:
        yield f"{len(lines)} lines on a screen of {height}"
    yield from (f"line {y} is {line.cell_length} wide" for y, line in enumerate(lines) if line.cell_length != width)
    for widget in app.screen.walk_children(Widget):
        if not widget.is_on_screen or isinstance(widget, Input):
            continue
        box = widget.region
        if box and (box.x < 0 or box.right > width):
            yield f"{widget} lies from {box.x} to {box.right}, on a screen of {width}"
        if widget.styles.overflow_x in ("auto", "scroll") and widget.max_scroll_x > 0:
            yield f"{widget} is {widget.max_scroll_x} wider than its place"


def _rows(widget: Widget) -> list[str]:
    """The lines of a widget as they stand on the screen, without what lies outside of it."""
    region = widget.scrollable_content_region
    lines = widget.screen._compositor.render_strips()
    return [line.crop(region.x, region.right).text.rstrip() for line in lines[region.y : region.bottom]]


def _options(rows: Rows) -> Iterator[tuple[str, list[str]]]:
    """(id, lines) of every row that is whole in sight."""
    top, seen, whole = rows.scroll_offset.y, dict[int, list[str]](), list(rows._lines)
    for y, line in enumerate(_rows(rows), start=top):
        if y < len(whole):
            seen.setdefault(whole[y][0], []).append(line)
    for index, lines in seen.items():
        if len(lines) == sum(option == index for option, _ in whole):
            yield rows.options[index].id or "", lines


# -- the table ---------------------------------------------------------------------------------------------------------


def _table(screen: TableScreen) -> Iterator[str]:
    view = screen.session.view(None if screen.session.view(None).private else screen.seat or None)
    yield from _when(screen, view)
    yield from _levels(screen, view)
    yield from _turn(screen, view)
    yield from _moves(screen, view)


def _when(screen: TableScreen, view: View) -> Iterator[str]:
    shown = WHEN.search(_rows(screen.query_one("#title"))[0])
    real = (min(view.round, view.rounds), view.rounds)
    if shown is None or tuple(map(int, shown.groups())) != real:
        yield f"round {real} shows as {_rows(screen.query_one('#title'))}"


def _levels(screen: TableScreen, view: View) -> Iterator[str]:
    """Every aspect in sight with its level, its bar's end and its light; the strip where the pane is out of sight."""
    lights, scenario = screen.query_one("#lights", Rows), screen.session.board.scenario
    if lights.is_on_screen and lights.display:
        for name, lines in _options(lights):
            if name in scenario.aspects:
                shown = AT_LEVEL.search(lines[0]) or AT_LEVEL.search(lines[-1])
                if shown is None or int(shown[1]) != view.level(name):
                    yield f"{name} is {view.level(name)} and shows as {lines}"
                if lines[0].lstrip()[:1] != MARKS[view.colour(name)]:
                    yield f"{name} is {view.colour(name)} and shows as {lines}"
    strip = screen.query_one("#strip")
    if strip.is_on_screen and strip.display:
        shown_counts = re.findall(r"(\d+)/(\d+)", " ".join(_rows(strip)))
        real = [
            (sum(view.colour(a) == "groen" for a in some), len(some))
            for perspective in ("project", "mens", "organisatie")
            if (some := [a for a in view.required if scenario.aspects[a].perspective == perspective])
        ]
        if [tuple(map(int, pair)) for pair in shown_counts] != real:
            yield f"green are {real} and it shows {_rows(strip)}"


def _turn(screen: TableScreen, view: View) -> Iterator[str]:
    """Time and energy of whose turn it is."""
    line = screen.query_one("#turn")
    if not (screen.seat and line.display and line.is_on_screen):
        return
    shown = "\n".join(_rows(line))
    time, energy = view.value(f"tijd.{screen.seat}"), view.value(f"energie.{screen.seat}")
    if (shown.count(TIME[0]), shown.count(ENERGY[0])) != (time, energy):
        yield f"time {time} and energy {energy} show as {shown!r}"


def _moves(screen: TableScreen, view: View) -> Iterator[str]:
    """At the start of choosing, every row together stands for exactly what may be done; every heading has its row."""
    if screen.step is None or screen.path:
        return
    may = {action for action in view.legal if view.waiting != "zet" or action.seat in (screen.seat, "")}
    stands = {action for some in screen.step.stands.values() for action in some} | set(screen.step.actions.values())
    if stands != may:
        yield f"the hand differs from what may be done: {stands ^ may}"
    hand = screen.query_one("#hand", Rows)
    if [option.id for option in hand.options] != [item.id for item in screen.step.items]:
        yield "the rows of the hand are not those of the step"


# -- the negotiating table ---------------------------------------------------------------------------------------------


def _sitting(screen: TalksScreen) -> Iterator[str]:
    view, titles = screen.view, screen.voice.titles
    talks = view.talks
    assert talks is not None
    state = _rows(screen.query_one("#state"))[0]
    low, high = talks.trust
    if f"vertrouwen {low} tot {high}" not in state and f"trust {low} to {high}" not in state:
        yield f"trust from {low} to {high} shows as {state!r}"
    if state.partition("·")[0].count("●") != talks.turns_left:
        yield f"{talks.turns_left} offers left show as {state!r}"
    if words.the_party(titles, talks.party) not in _rows(screen.query_one("#title"))[0]:
        yield f"at the table is {talks.party}, and it shows {_rows(screen.query_one('#title'))}"
    for name, lines in _options(screen.query_one("#issues", Rows)):
        issue = next((one for one in talks.issues if f"issue:{one.id}" == name), None)
        if issue is None:
            continue
        text = " ".join(" ".join(lines).split())
        for option in filter(None, (issue.draft, issue.theirs)):
            said = words.option(titles, issue.id, option)
            if not all(word in text for word in said.split()):
                yield f"{issue.id} lies at {said!r} and shows as {lines}"


def told(app: TableApp) -> str:
    """The screen as text, without what is only there for a moment: what changed just now, what was just said, the row
    under the cursor explained."""
    lines = text_of(app).split("\n")
    detail: Any = app.screen.query("#detail")
    for widget in detail:
        region = widget.region
        lines[region.y : region.bottom] = [""] * region.height
    return re.sub(r" *[▲▼]\d+", "", re.sub(r" {2,}", " ", "\n".join(lines)))
