"""The chance of what is meant (a birth, a good first year) over the rounds: the curve, every round in words, and what
moved it more than noise can."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.analysis.news import PASSES
from geboortespel.analysis.picture import Picture, Point, Tip
from geboortespel.players.goals import intended
from geboortespel.report.firstyear import hope
from geboortespel.report.lookback import curve, tips
from geboortespel.report.lookback.pages import Chapter, Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

ID = "kans"


def chapter(voice: Voice, past: Past, picture: Picture, *, drawn: bool = True, failed: bool = False) -> Chapter:
    """How that chance went, and what moved it. `drawn` false: a sentence for every round, no picture.

    Of a picture that is not done it is told how far it is; `failed`: it will not get any further.
    """
    tr = voice.tr
    groups = [_state(voice, picture, failed)]
    if picture.games:
        groups += [curve.drawn(picture, tr)] if drawn else []
        groups += [_rounds(voice, picture, drawn), [line((_meant(voice, picture), "zacht"))]]
    if picture.tips is not None:
        groups.append([heading(tr("What moved it most")), *_moved(voice, past, picture.tips, drawn)])
    return Chapter(ID, hope(voice, past.now), tuple(parted(groups)))


def _state(voice: Voice, picture: Picture, failed: bool) -> list[Line]:
    """How far it is; nothing when it is done."""
    tr = voice.tr
    if picture.done >= 1:
        return []
    if failed:
        return [line((tr("This could not be worked out any further here."), "oranje"))]
    if not picture.games:
        return [line((tr("One moment: the planner plays on from every month…"), "zacht"))]
    percent = int(100 * picture.done)
    if picture.done < PASSES:
        return [line((tr("Still at work, {percent}%: it gets sharper.").format(percent=percent), "zacht"))]
    return [line((tr("Still at work, {percent}%: looking for what moved it.").format(percent=percent), "zacht"))]


def _rounds(voice: Voice, picture: Picture, drawn: bool) -> list[Line]:
    said = [(capital(name), _share(point)) for name, point in named(voice, picture)]
    if not drawn:
        return [line(f"{name}: {share}") for name, share in said]
    return [line("; ".join(f"{name} {share}" for name, share in said) + ".")]


def _meant(voice: Voice, picture: Picture) -> str:
    tr = voice.tr
    meant = tr(
        "The chance from each moment, had the planner played on from there: {games} games each, "
        "with the same seeds. Between brackets the 95% interval."
    ).format(games=picture.games)
    board = voice.board
    first = intended(board)
    aims = board.scenario.intended or ((first.id,) if first is not None else ())
    if aims:
        counts = joined([f"'{voice.titles.outcome(aim)}'" for aim in aims], tr("and"))
        said = tr("What counts is {outcomes}.").format(outcomes=counts)
        meant = f"{meant} {said}"
    if picture.tips is None:
        return meant
    more = tr("The turning points were measured once more, with other seeds than those that pointed them out.")
    return f"{meant} {more}"


def _moved(voice: Voice, past: Past, found: tuple[Tip, ...], drawn: bool) -> list[Line]:
    none = voice.tr("No single step moved it more than chance does by itself, so none is called a turning point.")
    return tips.told(voice, past, found, drawn=drawn) or [line(none)]


def named(voice: Voice, picture: Picture) -> Iterator[tuple[str, Point]]:
    """(name, point) for the beginning of every round, and for the end."""
    for point in picture.curve:
        yield (voice.tr("end") if point.ended else voice.titles.round_name(point.round)), point


def percents(point: Point) -> tuple[int, int, int]:
    """(chance, low, high) in whole percent."""
    low, high = point.interval
    return round(100 * point.share), round(100 * low), round(100 * high)


def _share(point: Point) -> str:
    share, low, high = percents(point)
    if point.ended:
        return f"{share}%"
    return f"{share}% ({low}-{high})"


def facts(voice: Voice, past: Past, picture: Picture) -> dict[str, object]:
    """The same for programs: `partijen`, `kansverloop` and `kantelpunten`."""
    rounds = [(name, point, percents(point)) for name, point in named(voice, picture)]
    return {
        "partijen": picture.games,
        "kansverloop": [
            {"moment": name, "regel": p.line, "ronde": p.round, "kans": c, "laag": low, "hoog": high}
            for name, p, (c, low, high) in rounds
        ],
        "kantelpunten": [tips.facts(voice, past, tip) for tip in picture.tips or ()],
    }
