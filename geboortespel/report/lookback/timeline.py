"""The three perspectives over the rounds: of each aspect the light at the start of every round and at the end."""

from __future__ import annotations

from attrs import frozen

from geboortespel.engine.ir import State
from geboortespel.engine.view import Colour
from geboortespel.report.lookback import at_table
from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.titles import COLOURS
from geboortespel.words.voice import Voice

MOST_POINTS = 12
"""Columns of the plot; of a longer game not every round is drawn."""
LABEL, COLUMN, LAST = 26, 4, 6
"""Widths of the plot's columns: names, points, and the last point, which stands apart."""

LEVELS = "▁▂▃▄▅▆▇█"


@frozen
class Strip:
    """One aspect: its light and level at every point."""

    aspect: str
    colours: tuple[Colour, ...]
    levels: tuple[int, ...]


@frozen
class Lane:
    """One perspective: its required aspects, and per point how many are green and how many points are missing."""

    perspective: str
    strips: tuple[Strip, ...]
    green: tuple[int, ...]
    missing: tuple[int, ...]


@frozen
class Timeline:
    """The lanes over `rounds`: the round of each point; the last point is where the game is now or ended (0)."""

    rounds: tuple[int, ...]
    lanes: tuple[Lane, ...]
    counters: tuple[tuple[str, tuple[int, ...]], ...]
    """Of a scenario without aspects: its visible counters."""


def timeline(past: Past) -> Timeline:
    """The timeline of a game."""
    points: list[tuple[int, State]] = [*past.begins, (0, past.session.state)]
    step = -(-len(points) // MOST_POINTS)
    points = [*points[:-1:step], points[-1]]
    lanes = (_lane(past, perspective, [state for _, state in points]) for perspective in PERSPECTIVES)
    counters = [] if past.required else [c for c in past.session.board.scenario.counters if not past.now.hides(c)]
    return Timeline(
        tuple(number for number, _ in points),
        tuple(lane for lane in lanes if lane.strips),
        tuple((c, tuple(past.view(state).value(c) or 0 for _, state in points)) for c in counters),
    )


def _lane(past: Past, perspective: str, states: list[State]) -> Lane:
    aspects = past.session.board.scenario.aspects
    views = [past.view(state) for state in states]
    strips = tuple(
        Strip(a, tuple(view.colour(a) for view in views), tuple(view.level(a) for view in views))
        for a in past.required
        if aspects[a].perspective == perspective
    )
    numbers = range(len(states))
    return Lane(
        perspective,
        strips,
        tuple(sum(strip.colours[n] == "groen" for strip in strips) for n in numbers),
        tuple(sum(max(0, aspects[strip.aspect].green - strip.levels[n]) for strip in strips) for n in numbers),
    )


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, past: Past, found: Timeline, *, drawn: bool) -> list[Line]:
    """As a plot of marks, or (`drawn` false) in sentences."""
    tr = voice.tr
    if not found.lanes:
        said = [tr("This game has no aspects. Its counters, at the start of each round and at the end:")]
        numbers = [
            _row(_cut(capital(voice.titles.counter(c))), [str(v) for v in values]) for c, values in found.counters
        ]
        return [line(*said), *([_head(voice, past, found)] if drawn else []), *numbers]
    if not drawn:
        lanes = [line(text, hang=4) for lane in found.lanes for text in _sentences(voice, past, found, lane)]
        return parted([lanes, at_table.sittings(voice, past)])
    meant = tr("At the start of every round and at the end: {marks}.").format(
        marks=", ".join(f"{mark} {tr(word)}" for word, mark, _ in COLOURS.values())
    )
    head = _head(voice, past, found)
    groups = [_overview(voice, head, found), [line((meant, "zacht")), *_calendar(voice, found)]]
    groups += [[head, *_plot(voice, lane)] for lane in found.lanes]
    return parted([*groups, at_table.sittings(voice, past)])


def _overview(voice: Voice, head: Line, found: Timeline) -> list[Line]:
    """A row for each perspective: how much of it is green, as a mark and a number."""
    rows = [heading(voice.tr("How many were green")), head]
    for lane in found.lanes:
        every = len(lane.strips)
        cells = [(f"{_filled(n, every)}{n}", _share(n, every)) for n in lane.green]
        label = voice.tr("{perspective}, of {all}").format(
            perspective=voice.titles.perspective(lane.perspective), all=every
        )
        columns = [(f"{said:>{COLUMN}}", role) for said, role in cells[:-1]]
        last = (f"{cells[-1][0]:>{LAST}}", cells[-1][1])
        rows.append(line((f"  {_cut(label):<{LABEL - 2}}", "naam"), *columns, last, drawn=True))
    return rows


def _filled(green: int, every: int) -> str:
    """A column that fills up; full only when everything is green."""
    most = len(LEVELS) - 1
    return LEVELS[most if green == every else min(most - 1, -(-green * most // every))]


def _share(green: int, every: int) -> str:
    return "groen" if green == every else "oranje" if 2 * green >= every else "rood"


def _calendar(voice: Voice, found: Timeline) -> list[Line]:
    if not voice.board.scenario.calendar:
        return []
    named = ", ".join(f"{n} {voice.titles.round_name(n)}" for n in found.rounds if n)
    return [line((named, "zacht"))]


def _head(voice: Voice, past: Past, found: Timeline) -> Line:
    last = voice.tr("end") if past.finished else voice.tr("now")
    columns = "".join(f"{n:>{COLUMN}}" if n else f"{last:>{LAST}}" for n in found.rounds)
    return line((" " * LABEL + columns, "zacht"), drawn=True)


def _row(label: str, cells: list[str]) -> Line:
    return line(f"{label:<{LABEL}}" + _columns(cells), drawn=True)


def _columns(cells: list[str]) -> str:
    return "".join(f"{cell:>{COLUMN}}" for cell in cells[:-1]) + f"{cells[-1]:>{LAST}}"


def _cut(label: str) -> str:
    label, room = one_line(label), LABEL - 2
    return label if len(label) <= room else label[: room - 1] + "…"


def _plot(voice: Voice, lane: Lane) -> list[Line]:
    """The perspective's name, a row of lights for each aspect, how many are green, and what is missing."""
    tr, rows = voice.tr, [heading(voice.titles.perspective(lane.perspective))]
    for strip in lane.strips:
        marks = [f"{COLOURS[colour][1]:>{COLUMN}}" for colour in strip.colours[:-1]]
        marks.append(f"{COLOURS[strip.colours[-1]][1]:>{LAST}}")
        lights = zip(marks, strip.colours, strict=True)
        rows.append(line(f"  {_cut(voice.titles.aspect(strip.aspect)):<{LABEL - 2}}", *lights, drawn=True))
    green = "  " + tr("green of {all}").format(all=len(lane.strips))
    rows.append(line(*((piece, "naam") for piece, _ in _row(green, [str(n) for n in lane.green]).pieces), drawn=True))
    missing = _row("  " + tr("missing to green"), [str(n) for n in lane.missing])
    return [*rows, line(*((piece, "zacht") for piece, _ in missing.pieces), drawn=True)]


def _sentences(voice: Voice, past: Past, found: Timeline, lane: Lane) -> list[str]:
    tr, titles = voice.tr, voice.titles
    name = titles.perspective(lane.perspective)
    green = ", ".join(str(n) for n in lane.green)
    said = [
        tr("{perspective}: green of {all}, at the start of each round and last of all: {numbers}.").format(
            perspective=name, all=len(lane.strips), numbers=green
        )
    ]
    ended = tr("at the end") if past.finished else tr("now")
    for strip in lane.strips:
        first, last = strip.colours[0], strip.colours[-1]
        turned = next((found.rounds[n] for n, colour in enumerate(strip.colours) if colour == "groen"), None)
        text = tr("{aspect}: {first} at first, {last} {when}").format(
            aspect=titles.aspect(strip.aspect), first=titles.colour(first), last=titles.colour(last), when=ended
        )
        if turned and first != "groen":
            text += tr("; green from {round}").format(round=titles.round_name(turned))
        said.append(f"  {text}.")
    return said
