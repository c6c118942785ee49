"""The lights over the rounds as a table of HTML: a mark and a word for each, so that nothing hangs on colour alone."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.timeline import Lane, Timeline
from geboortespel.report.page import table
from geboortespel.report.vector import element, escape
from geboortespel.words.titles import COLOURS
from geboortespel.words.voice import Voice

NUMBERS = "getallen"


def tables(voice: Voice, past: Past, found: Timeline) -> str:
    """A table for each perspective, or one of the counters of a scenario without aspects."""
    head = [_point(voice, past, n) for n in found.rounds]
    if not found.lanes:
        rows = [("", _row(voice.titles.counter(c), [str(value) for value in values])) for c, values in found.counters]
        return table(["", *head], rows, role=NUMBERS)
    marks = ", ".join(f"{mark} {voice.tr(word)}" for word, mark, _ in COLOURS.values())
    meant = voice.tr("At the start of every round and at the end: {marks}.").format(marks=marks)
    parts = [element("p", escape(meant), class_="zacht")]
    parts += [
        table(["", *head], _rows(voice, lane), voice.titles.perspective(lane.perspective), NUMBERS)
        for lane in found.lanes
    ]
    return "\n".join(parts)


def _point(voice: Voice, past: Past, number: int) -> str:
    if number:
        return str(number)
    return voice.tr("end") if past.finished else voice.tr("now")


def _rows(voice: Voice, lane: Lane) -> Iterator[tuple[str, str]]:
    tr = voice.tr
    for strip in lane.strips:
        cells = [_light(voice, colour, level) for colour, level in zip(strip.colours, strip.levels, strict=True)]
        yield "", element("th", escape(voice.titles.aspect(strip.aspect)), scope="row") + "".join(cells)
    yield "som", _row(tr("green of {all}").format(all=len(lane.strips)), [str(n) for n in lane.green])
    yield "zacht", _row(tr("missing to green"), [str(n) for n in lane.missing])


def _light(voice: Voice, colour: str, level: int) -> str:
    word, mark, _ = COLOURS[colour]
    said = f"{voice.tr(word)}, {level}"
    return element("td", element("span", mark, class_=colour, title=said, role="img", aria_label=said))


def _row(name: str, cells: list[str]) -> str:
    return element("th", escape(name), scope="row") + "".join(element("td", escape(cell)) for cell in cells)
