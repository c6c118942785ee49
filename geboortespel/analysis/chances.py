"""The chance of birth from every moment of a game: played on from there by the planner, with the same seeds everywhere.

The seeds follow from the game's own seed, so the same journal gives the same numbers at the same sample size. What a
move did and what chance did after it are parted: a moment that drew something has a point before its draws as well.
Because all points share their seeds, differences are paired: less noise than two counts beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.analysis.course import Course
from geboortespel.analysis.picture import Picture, Point
from geboortespel.analysis.simulate import MOST_ACTIONS, EndlessGame, aims
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.players.planner import Planner
from geboortespel.session.chance import stream
from geboortespel.session.driver import Driver
from geboortespel.session.session import Session

STREAM = "kansverloop"
"""The stream of a game's seed that the seeds of its curve begin at."""


class Chances(Picture):
    """A picture that can be made sharper. `actions`: how many were played so far, a cost that is the same anywhere."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self.course, self.actions = course, 0
        self.game = Game(course.scenario, fast=True)
        self._planner, self._aims = Planner(), frozenset(aims(self.game))
        self._drivers: dict[tuple[str, int], Driver] = {}
        self.points = tuple(self._found())

    @classmethod
    def of(cls, session: Session) -> Chances:
        """Of a game, nothing played yet."""
        return cls(Course.of(session))

    def _found(self) -> Iterator[Point]:
        game, last = self.game, 0
        for stage in self.course.stages:
            if stage.action is not None:
                done = game.apply(stage.before, game.action(*stage.action), check=False)
                if game.node(done) == "kans":
                    yield Point(stage.line, self._round(done), done, drawn=False)
            number, ended = self._round(stage.after), game.node(stage.after) == "einde"
            yield Point(stage.line, number, stage.after, begins=ended or number != last, ended=ended)
            last = number

    def _round(self, state: State) -> int:
        return int(state[self.game.flow.round])

    def sharpen(self, games: int, points: Iterable[Point] | None = None, name: str = STREAM) -> Iterator[Point]:
        """Play until each point has this many games; gives a point each time it is done. `name`: the seeds' stream."""
        for point in self.points if points is None else points:
            for n in range(point.games, games):
                point.won |= self._born(point.state, name, n) << n
            point.games = max(point.games, games)
            yield point

    def _born(self, state: State, name: str, n: int) -> bool:
        """Whether game `n` of a stream, played on from this state, has a birth."""
        driver, game = self._drivers.get((name, n)), self.game
        if driver is None:
            driver = self._drivers[name, n] = Driver(game, stream(self.course.seed, name) + n)
        s = driver.settle(state)[0]
        for played in range(MOST_ACTIONS):
            if game.node(s) == "einde":
                self.actions += played
                outcome = game.outcome(s)
                return outcome is not None and outcome.id in self._aims
            action = game.actions[self._planner.choose(game.view(s, game.private(s) or None))]
            s = driver.settle(game.apply(s, action, check=False))[0]
        raise EndlessGame(driver.seed)
