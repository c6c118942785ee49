"""The work on a picture of chances, a little at a time: the curve rough at first, sharper pass by pass, then what moved
it. Every piece is news for whoever holds a copy of the picture, in this process or in another.

How many games are played follows from how long they are, never from a clock: the same journal gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve

from geboortespel.analysis.chances import Chances
from geboortespel.analysis.news import PASSES, News
from geboortespel.analysis.picture import Change, Option, Point, Tip
from geboortespel.analysis.tipping import tips
from geboortespel.session.journal import DamagedJournal
from geboortespel.session.replay import Divergence, ForeignJournal, replay
from geboortespel.session.store import StoreError

ROUGH, FIRST = 2, 16
"""Games from every point of the curve in the very first picture; from every point in the first pass over all."""
LEAST, MOST, STEP = 64, 128, 32
"""How many games there are when nobody said so."""
BUDGET = 400_000
"""Actions that the passes may take together: some twenty to thirty seconds."""


def work(chances: Chances, games: int | None = None, others: Sequence[Path] = ()) -> Iterator[News]:
    """Sharpen until there are `games` from every point (None: as many as fit), then look for the turning points.

    `others`: journals of other courses of this game, whose curves are worked out before that.
    """
    yield News(0.0, points=tuple(_bare(point) for point in chances.points))
    where = {id(point): n for n, point in enumerate(chances.points)}
    order = [*chances.curve, *(point for point in chances.points if not point.begins)]
    rough = min(ROUGH, games or ROUGH)
    for point in chances.sharpen(rough, chances.curve):
        yield News(0.0, sharper=(where[id(point)], point.games, point.won))
    most = games or affordable(chances, rough)
    size, played, whole = min(FIRST, most), 0, most * len(order)
    while True:
        for point in order:
            had = point.games
            for _ in chances.sharpen(size, (point,)):
                played += point.games - had
                done = PASSES * min(1.0, (played + rough * len(chances.curve)) / whole)
                yield News(done, sharper=(where[id(point)], point.games, point.won))
        if size >= most:
            break
        size = min(2 * size, most)
    for path in others:
        curve = _curve_of(path, most)
        if curve:
            chances.beside[path.name] = curve
            yield News(PASSES, beside=(path.name, tuple(_bare(point) for point in curve)))
    for part in tips(chances):
        yield News(PASSES + (1 - PASSES) * part)
    chances.done = 1.0
    yield News(1.0, tips=tuple(_sent(tip) for tip in chances.tips or ()))


def _curve_of(path: Path, games: int) -> tuple[Point, ...]:
    """The curve of the game in another journal, played on with its own seeds, which a branch shares; nothing of one
    that can't be played again."""
    try:
        session, lines = replay(path)
        for _ in lines:
            pass
    except (StoreError, DamagedJournal, Divergence, ForeignJournal):
        return ()
    other = Chances.of(session)
    for _ in other.sharpen(games, other.curve):
        pass
    return other.curve


def affordable(chances: Chances, rough: int) -> int:
    """How many games from every point the budget allows, by the length of the first, rough games."""
    mean = chances.actions / max(1, rough * len(chances.curve))
    fit = BUDGET / max(1.0, mean * len(chances.points))
    return max(LEAST, min(MOST, int(fit) // STEP * STEP))


def finished(chances: Chances, games: int | None = None, others: Sequence[Path] = ()) -> Iterator[float]:
    """Do all the work here; gives how far it is, 0-1."""
    for news in work(chances, games, others):
        chances.done = news.done
        yield news.done


def _bare(point: Point) -> Point:
    """A point without its state, to send."""
    return evolve(point, state=[])


def _sent(tip: Tip) -> Tip:
    step = tip.change
    bare = Change(_bare(step.before), _bare(step.after), step.gap, step.low, step.high)
    return Tip(bare, _bare_option(tip.did), _bare_option(tip.other))


def _bare_option(option: Option | None) -> Option | None:
    return evolve(option, point=_bare(option.point)) if option is not None else None
