"""Courses: a list of actions done one after another, such as the historical course of a scenario (`verloop`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from geboortespel.engine.actions import IllegalAction, Refusal, UnknownAction
from geboortespel.scenario.model import Scenario, Step
from geboortespel.session.session import Session


@frozen
class Followed:
    """How far a course went: how many steps were done, and why the next one was not (None: all were done)."""

    done: int
    reason: Refusal | None

    @property
    def whole(self) -> bool:
        return self.reason is None


def follow(session: Session, steps: Iterable[Step]) -> Followed:
    """Do the steps in the session, each on disk as it is done; stops at the first that may not be (`onbekend` when
    the game has no such action). StoreError when it can't be written."""
    done = 0
    for step in steps:
        try:
            session.act(session.game.action(step.kind, step.seat, step.what, step.target, step.choice))
        except UnknownAction:
            return Followed(done, Refusal("onbekend", (step.what,)))
        except IllegalAction as refused:
            return Followed(done, refused.reason)
        done += 1
    return Followed(done, None)


def record(scenario: Scenario, resolved: Mapping[str, Any], path: Path | None) -> tuple[Session, Followed]:
    """The scenario's own course played with its seed, to a journal without a clock. ValueError when it has none."""
    if scenario.course is None:
        raise ValueError(f"{scenario.id} has no course")
    session = Session.new(scenario, resolved, scenario.course.seed, path, clock=False)
    return session, follow(session, scenario.course.steps)


def steps_of(session: Session) -> tuple[Step, ...]:
    """The actions that led to where the session is now, as the steps of a course."""
    return tuple(Step(a.kind, a.seat, a.what, a.target, a.choice) for a in session.moments.acts(session.line))
