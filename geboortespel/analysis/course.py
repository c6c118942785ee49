"""The historical course of a scenario, followed step by step."""

from __future__ import annotations

from attrs import frozen

from geboortespel.engine.actions import IllegalAction, Refusal, UnknownAction
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.scenario.model import Course
from geboortespel.session.driver import Driver


@frozen
class Followed:
    """Where a course led: the last state, how many steps were done, and why it stopped before its end (or None)."""

    state: State
    done: int
    reason: Refusal | None
    outcome: str


def follow(game: Game, course: Course) -> Followed:
    """Play the course with its seed; stops at the first step that may not be done."""
    driver = Driver(game, course.seed)
    s = driver.start()
    for done, step in enumerate(course.steps):
        if game.node(s) == "einde":
            return _followed(game, s, done, Refusal("niet_nu"))
        try:
            action = game.action(step.kind, step.seat, step.what, step.target, step.choice)
            s = driver.settle(game.apply(s, action))[0]
        except UnknownAction:
            return _followed(game, s, done, Refusal("onbekend", (step.what,)))
        except IllegalAction as refused:
            return _followed(game, s, done, refused.reason)
    return _followed(game, s, len(course.steps), None)


def _followed(game: Game, s: State, done: int, reason: Refusal | None) -> Followed:
    outcome = game.outcome(s)
    return Followed(s, done, reason, outcome.id if outcome else "")
