"""Turning points: the steps that moved the chance of birth most, estimated anew, and what could have been done instead.

Steps that are picked because they look large look larger than they are. So the games that pick them do not measure
them: the few that were picked are played on from once more with other seeds, and only what stays clear of nothing
there, all claims together, is called a turning point. Other actions are picked in a race of halves (Karnin, Koren and
Somekh, 2013, Almost optimal exploration in multi-armed bandits) on seeds of its own, and measured likewise.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from geboortespel.analysis.chances import Chances
from geboortespel.analysis.course import Stage
from geboortespel.analysis.picture import Change, Key, Option, Point, Tip, change
from geboortespel.engine.ir import State

FRESH, RACE = "kantelpunten", "andere-zet"
"""Streams of seeds: those that measure, and those that pick another action."""
EACH_WAY, MOST = 4, 5
"""Steps that are picked in each direction, and turning points that are told."""
LEAST = 0.03
"""A smaller step is not picked."""
MEASURED = 256
"""Games that measure a step, where so many are four times those that picked it, or less."""
IDLE = ("gok", "slotzin")
"""Decisions that are not about the game's course: another answer is no other way."""
HEATS = ((1 / 8, 12), (3 / 8, 4), (9 / 8, 1))
"""The race: (games each as a part of those of the curve, how many go on)."""


def tips(chances: Chances) -> Iterator[float]:
    """Look for the turning points of a picture that is sharp; they are its `tips` at the end. Gives how far it is."""
    games = min(point.games for point in chances.points)
    measured = max(games, min(MEASURED, 4 * games))
    picked = candidates(chances)
    found: list[Change] = []
    for n, (before, after) in enumerate(picked):
        both = before.afresh(), after.afresh()
        for _ in chances.sharpen(measured, both, FRESH):
            pass
        found.append(change(*both, len(picked)))
        yield (n + 1) / len(picked) / 3
    kept = select(found)
    made: list[Tip] = []
    for step in kept:
        made.append(_tip(chances, step, games, measured, len(kept)))
        yield 1 / 3 + 2 / 3 * len(made) / len(kept)
    chances.tips = tuple(made)


def candidates(chances: Chances) -> list[tuple[Point, Point]]:
    """The largest steps in each direction, the largest first, without those that are plainly noise."""
    steps = [change(before, after) for before, after in pairwise(chances.points)]
    real = sorted((s for s in steps if s.real and abs(s.gap) >= LEAST), key=lambda s: -abs(s.gap))
    ways = [[s for s in real if s.gap > 0][:EACH_WAY], [s for s in real if s.gap < 0][:EACH_WAY]]
    return [(s.before, s.after) for s in real if any(s is one for way in ways for one in way)]


def select(measured: list[Change]) -> list[Change]:
    """Which are told, in the order of the game: the first in each direction, then those picked first, up to five.

    What is not surely more than nothing is left out. Sizes measured do not choose: that would flatter them again.
    """
    real = [step for step in measured if step.real]
    first = [next((s for s in real if (s.gap > 0) == up), None) for up in (True, False)]
    rest = [s for s in real if not any(s is one for one in first)]
    chosen = [*(s for s in first if s is not None), *rest][:MOST]
    return sorted(chosen, key=lambda s: (s.after.line, s.after.drawn))


def _tip(chances: Chances, step: Change, games: int, measured: int, claims: int) -> Tip:
    """A turning point with what was done there and what would have been better."""
    drew = step.before.line == step.after.line
    stage = _stage_after(chances, step.after.line) if drew else _stage(chances, step.after.line)
    if stage is None or stage.action is None:
        return Tip(step)
    did = Option(stage.action, _played(chances, stage.before, stage.action) if drew else step.after, stage.line)
    rivals = [key for key in _legal(chances, stage.before, stage.action) if key != stage.action]
    if stage.action[0] in IDLE or not rivals:
        return Tip(step, _measured(chances, did, measured))
    best = _race(chances, stage.before, rivals, games)
    other = _measured(chances, Option(best.key, best.point.afresh(), stage.line), measured)
    did = _measured(chances, did, measured)
    better = change(did.point, other.point, claims)
    if not better.real or better.gap < 0:
        return Tip(step, did)
    return Tip(step, did, Option(other.key, other.point, other.line, _later(chances, other)))


def _stage(chances: Chances, line: int) -> Stage | None:
    return next((stage for stage in chances.course.stages if stage.line == line), None)


def _stage_after(chances: Chances, line: int) -> Stage | None:
    return next((stage for stage in chances.course.stages if stage.line > line), None)


def _legal(chances: Chances, state: State, action: Key) -> list[Key]:
    """What the same people could do at that moment; of an answer to something, whoever gives it."""
    legal = (one.key for one in chances.game.legal(state))
    return [key for key in legal if key[1] == action[1] or key[0] == action[0] == "keuze"]


def _played(chances: Chances, state: State, key: Key) -> Point:
    """The place after an action, its chances not yet drawn."""
    after = chances.game.apply(state, chances.game.action(*key), check=False)
    return Point(0, 0, after, drawn=False)


def _measured(chances: Chances, option: Option, games: int) -> Option:
    for _ in chances.sharpen(games, (option.point,), FRESH):
        pass
    return option


def _race(chances: Chances, state: State, rivals: list[Key], games: int) -> Option:
    """The action that has most births; of equals the first that is listed."""
    left = [Option(key, _played(chances, state, key), 0) for key in rivals]
    for part, going_on in HEATS:
        if len(left) == 1:
            break
        for _ in chances.sharpen(max(1, round(part * games)), [option.point for option in left], RACE):
            pass
        left = sorted(left, key=lambda option: -option.point.share)[:going_on]
    return left[0]


def _later(chances: Chances, option: Option) -> int:
    """The line at which the players did just this later on, whoever did it; 0 when they did not."""
    same = (option.key[0], *option.key[2:])
    lines = (
        s.line
        for s in chances.course.stages
        if s.line > option.line and s.action is not None and (s.action[0], *s.action[2:]) == same and same[0] == "zet"
    )
    return next(lines, 0)
