"""What changes in a picture of chances while it is worked on, for whoever holds a copy of it.

Only data: a front end that hears news need not load what plays the games.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.analysis.picture import Picture, Point, Tip

PASSES = 0.6
"""The part of all work that makes the picture sharp, about; the rest looks for what moved it."""


@frozen
class News:
    """What changed in a picture: its points, (which point, its games, its births), its
    turning points, or the curve of another course of the game."""

    done: float
    points: tuple[Point, ...] | None = None
    sharper: tuple[int, int, int] | None = None
    tips: tuple[Tip, ...] | None = None
    beside: tuple[str, tuple[Point, ...]] | None = None


def hear(picture: Picture, news: News) -> None:
    """Take news over in a copy of a picture."""
    picture.done = news.done
    if news.points is not None:
        picture.points = news.points
    if news.sharper is not None:
        which, games, won = news.sharper
        picture.points[which].games, picture.points[which].won = games, won
    if news.tips is not None:
        picture.tips = news.tips
    if news.beside is not None:
        name, curve = news.beside
        picture.beside[name] = curve
