"""The chance of birth over the rounds, and the steps that moved it more than noise can, in words and as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.analysis.chances import Chances, Change, Point, turning
from geboortespel.report.lookback.pages import Chapter, Line, heading, line, parted
from geboortespel.report.lookback.past import NEWS, Past
from geboortespel.report.lookback.turning import label
from geboortespel.report.typeset import Face
from geboortespel.report.vector import element, text
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

BAR, NAME = 20, 24
"""Columns of a chance of 1, and of a round's name."""
WIDE, HIGH, LEFT, RIGHT, TOP, FOOT = 720.0, 300.0, 56.0, 700.0, 20.0, 250.0
SMALL = Face(15)


def chapter(voice: Voice, past: Past, chances: Chances, *, drawn: bool = True) -> Chapter:
    """How the chance of birth went, and what moved it. `drawn` false: without bars."""
    tr = voice.tr
    meant = tr(
        "The chance of a birth from each moment, had the planner played on from there: {games} games each, "
        "with the same seeds. Between brackets the 95% interval."
    )
    games = min((point.games for point in chances.points), default=0)
    rows = [_row(name, point, drawn) for name, point in named(voice, chances)]
    found = [_turn(voice, past, change, drawn) for change in turning(chances)]
    none = tr("No single step moved it more than chance does by itself, so none is called a turning point.")
    groups = [[line((meant.format(games=games), "zacht"))], rows]
    groups.append([heading(tr("What moved it most")), *(found or [line(none)])])
    return Chapter("kans", tr("Chance of birth"), tuple(parted(groups)))


def named(voice: Voice, chances: Chances) -> Iterator[tuple[str, Point]]:
    """(name, point) for the beginning of every round, and for the end."""
    for point in chances.curve:
        ended = chances.game.node(point.state) == "einde"
        yield (voice.tr("end") if ended else voice.titles.round_name(point.round)), point


def percents(point: Point) -> tuple[int, int, int]:
    """(chance, low, high) in whole percent."""
    low, high = point.interval
    return round(100 * point.share), round(100 * low), round(100 * high)


def _row(name: str, point: Point, drawn: bool) -> Line:
    share, low, high = percents(point)
    said = f"{share}% ({low}-{high})"
    if not drawn:
        return line(f"{capital(name)}: {said}")
    return line(
        (f"  {name[:NAME]:<{NAME}} ", "naam"), f"{said:>14}  ", ("█" * round(BAR * point.share), "groen"), drawn=True
    )


def _turn(voice: Voice, past: Past, change: Change, drawn: bool) -> Line:
    """`▼ maand 3: …: 95% → 60% (-35; between -55 and -14)`."""
    before, after = percents(change.before)[0], percents(change.after)[0]
    up = change.gap > 0
    said = voice.tr("{round}: {what}. {before}% → {after}% (difference between {low} and {high} points)").format(
        round=capital(voice.titles.round_name(change.before.round)),
        what=what(voice, past, change),
        before=before,
        after=after,
        low=f"{round(100 * change.low):+d}",
        high=f"{round(100 * change.high):+d}",
    )
    mark = ("▲ " if up else "▼ ") if drawn else (voice.tr("up") if up else voice.tr("down")) + ": "
    return line((f"  {mark}", "groen" if up else "rood"), said, hang=4)


def what(voice: Voice, past: Past, change: Change) -> str:
    """What happened between two points: the action, or what chance brought after it."""
    moment = past.session.moments.all[change.after.line]
    assert moment.action is not None
    drew = change.before.line == change.after.line
    news = [note for note in moment.notes if note[0] in NEWS and note[0] != "zichtbaar" and past.now.shows(note)]
    if drew:
        names = list(dict.fromkeys(label(voice, past, past.now.cause(note)) for note in news))
        return joined(names, voice.tr("and")) if names else voice.tr("how chance fell")
    return label(voice, past, past.now.cause(moment.action.key))


def curve(voice: Voice, chances: Chances) -> str:
    """The curve as SVG with its interval as a band; colours are classes and `currentColor`, so that paper and dark
    screens each give their own. Its text twin is `chapter`."""
    tr: Translator = voice.tr
    points = list(named(voice, chances))
    steps = max(1, len(points) - 1)
    xs = [LEFT + n * (RIGHT - LEFT) / steps for n in range(len(points))]
    ys = [[_y(edge) for edge in (point.share, *point.interval)] for _, point in points]
    parts = [element("title", tr("Chance of birth"))]
    for percent in (0, 25, 50, 75, 100):
        at = _y(percent / 100)
        parts.append(element("line", x1=LEFT, y1=at, x2=RIGHT, y2=at, stroke="currentColor", stroke_opacity="0.2"))
        parts.append(text(f"{percent}%", LEFT - 8, at + 5, SMALL, "currentColor", "end"))
    band = [f"{x:.1f},{y[2]:.1f}" for x, y in zip(xs, ys, strict=True)]
    band += [f"{x:.1f},{y[1]:.1f}" for x, y in zip(reversed(xs), reversed(ys), strict=True)]
    parts.append(element("polygon", points=" ".join(band), class_="band"))
    way = " ".join(f"{x:.1f},{y[0]:.1f}" for x, y in zip(xs, ys, strict=True))
    parts.append(element("polyline", points=way, class_="kans"))
    for n, (x, y) in enumerate(zip(xs, ys, strict=True)):
        ended = n + 1 == len(points) and chances.session.finished
        parts.append(element("circle", cx=x, cy=y[0], r=5.0, class_="punt"))
        parts.append(text(tr("end") if ended else str(points[n][1].round), x, FOOT + 26, SMALL, "currentColor"))
    body = "\n".join(parts)
    label = tr("Chance of birth")
    return f'<svg viewBox="0 0 {WIDE:.0f} {HIGH:.0f}" role="img" aria-label="{label}">\n{body}\n</svg>'


def _y(share: float) -> float:
    return FOOT - share * (FOOT - TOP)
