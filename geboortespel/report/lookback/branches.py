"""Branches beside each other: until when they were the same game, what was done otherwise then, how each ended, and
what the chance of a birth was in each at the beginning of every round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from geboortespel.analysis.picture import Picture, Point, change
from geboortespel.report.firstyear import hope
from geboortespel.report.lookback.deeds import deed
from geboortespel.report.lookback.pages import Chapter, Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.session.branch import origin
from geboortespel.session.moments import Moment
from geboortespel.session.relatives import Key, Relative
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

ID = "wat-als"
MOST = 3
"""Things done that are told of each side."""
IDLE = ("gok", "slotzin")
NAME, COLUMN = 26, 6
"""Columns of the table: a journal's name, and a chance."""


@frozen
class Parting:
    """Where two games part: the last moment they share, and what was done in each after it."""

    moment: Moment
    mine: tuple[Key, ...]
    theirs: tuple[Key, ...]


def chapter(voice: Voice, past: Past, others: Sequence[Relative], picture: Picture | None = None) -> Chapter | None:
    """The chapter; None for a game without branches. The curves of the others are those that `picture` has."""
    head = _origin(voice, past)
    if not others and not head:
        return None
    groups = [head, *(_told(voice, past, other) for other in others)]
    if picture is not None:
        groups.append(_chances(voice, past, others, picture))
    return Chapter(ID, voice.tr("What if"), tuple(parted(groups)))


def _origin(voice: Voice, past: Past) -> list[Line]:
    found = origin(past.session)
    if found is None:
        return []
    said = voice.tr("This game is a branch: it begins in {name}, after journal line {line}, with the same luck.")
    return [line(said.format(name=found.name or voice.tr("a game that was not kept"), line=found.line))]


def parting(past: Past, other: Relative) -> Parting:
    """Where this game and another part."""
    way = [moment for moment in past.way if moment.action is not None]
    mine = [moment.action.key for moment in way if moment.action is not None]
    same = next((n for n, (a, b) in enumerate(zip(mine, other.acts, strict=False)) if a != b), None)
    same = min(len(mine), len(other.acts)) if same is None else same
    last = way[same - 1] if same else past.way[0]
    return Parting(last, tuple(mine[same:]), other.acts[same:])


def _told(voice: Voice, past: Past, other: Relative) -> list[Line]:
    """When they parted, what each did then, and how it ended there."""
    tr, found = voice.tr, parting(past, other)
    rows = [heading(other.name)]
    number = min(past.view(found.moment.state).round, past.now.rounds)
    same = tr("The same game until {round} (#{line}).")
    rows.append(line("  ", same.format(round=voice.titles.round_name(number), line=found.moment.line), hang=2))
    for label, keys in ((tr("here"), found.mine), (tr("there"), found.theirs)):
        done = _first(voice, past, found.moment, keys)
        rows.append(line("  ", (capital(label), "naam"), f": {done}", hang=4))
    known = other.outcome in voice.board.scenario.outcomes
    ended = tr("How it ended there: {outcome}.").format(outcome=voice.titles.outcome(other.outcome)) if known else ""
    rows.append(line("  ", ended or tr("That game has not ended yet."), hang=2))
    return rows


def _first(voice: Voice, past: Past, last: Moment, keys: Sequence[Key]) -> str:
    """The first things that were done after the games parted."""
    told = [key for key in keys if key[0] not in IDLE]
    if not told:
        return voice.tr("nothing yet.")
    names = [deed(voice, past, past.now.cause(key), last.state) for key in told[:MOST]]
    more = len(told) - len(names)
    if more:
        names.append(voice.tr.many("and {n} more action", "and {n} more actions", more))
    return "; ".join(names) + "."


# -- the chances -------------------------------------------------------------------------------------------------------


def _chances(voice: Voice, past: Past, others: Sequence[Relative], picture: Picture) -> list[Line]:
    """A row of chances for every game, and where they differ for sure."""
    tr = voice.tr
    known = [(other, picture.beside[other.path.name]) for other in others if other.path.name in picture.beside]
    if not known:
        return []
    rows = [heading(hope(voice, past.now))]
    points = picture.curve
    names = [tr("end") if point.ended else str(point.round) for point in points]
    longest = max([len(points), *(len(theirs) for _, theirs in known)])
    if longest * COLUMN + NAME <= 78:
        head = max((p for _, theirs in known for p in (points, theirs)), key=len)
        names = [tr("end") if point.ended else str(point.round) for point in head]
        rows.append(line((" " * NAME + "".join(f"{name:>{COLUMN}}" for name in names), "zacht"), drawn=True))
        rows.append(_row(tr("this game"), points))
        rows += [_row(other.name, theirs) for other, theirs in known]
    else:
        rows += [line(_sentence(voice, name, found)) for name, found in ((tr("this game"), points), *_named(known))]
    return [*rows, *_differences(voice, points, known)]


def _named(known: Sequence[tuple[Relative, tuple[Point, ...]]]) -> Iterator[tuple[str, tuple[Point, ...]]]:
    return ((other.name, theirs) for other, theirs in known)


def _row(name: str, points: Sequence[Point]) -> Line:
    cut = name if len(name) < NAME else f"{name[: NAME - 2]}…"
    cells = "".join(f"{round(100 * point.share):>{COLUMN - 1}}%" for point in points)
    return line((f"{cut:<{NAME}}", "naam"), cells, drawn=True)


def _sentence(voice: Voice, name: str, points: Sequence[Point]) -> str:
    return f"{name}: " + ", ".join(f"{round(100 * point.share)}%" for point in points)


def _differences(
    voice: Voice, points: Sequence[Point], known: Sequence[tuple[Relative, tuple[Point, ...]]]
) -> Iterator[Line]:
    """The first round in which another course surely stood otherwise; the same seeds on both sides make pairs."""
    tr = voice.tr
    pairs = [(other, mine, its) for other, theirs in known for mine in points for its in theirs
             if mine.round == its.round and not mine.ended and not its.ended]  # fmt: skip
    told = set()
    for other, mine, its in pairs:
        found = change(mine, its, len(pairs))
        if found.real and other.name not in told:
            told.add(other.name)
            least, most = sorted(abs(round(100 * edge)) for edge in (found.low, found.high))
            said = tr("{name}: in {round} {theirs}% there, {mine}% here ({least} to {most} points of difference).")
            yield line(
                said.format(
                    name=other.name, round=voice.titles.round_name(mine.round), theirs=round(100 * its.share),
                    mine=round(100 * mine.share), least=least, most=most,
                )
            )  # fmt: skip
    for other, _ in known:
        if other.name not in told:
            said = tr("{name}: at no round surely more or less than here.")
            yield line((said.format(name=other.name), "zacht"))
