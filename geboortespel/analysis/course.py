"""The way a game went, in a form that can be sent to another process."""

from __future__ import annotations

from attrs import frozen

from geboortespel.analysis.picture import Key
from geboortespel.engine.ir import State
from geboortespel.scenario.model import Scenario
from geboortespel.session.session import Session


@frozen
class Stage:
    """A journal line on the way to the end: the state it began from, what was done (None: the beginning), and the
    state after it."""

    line: int
    before: State
    action: Key | None
    after: State


@frozen
class Course:
    """What there is to play on from: the scenario, the game's own seed, and its stages, oldest first."""

    scenario: Scenario
    seed: int
    stages: tuple[Stage, ...]

    @classmethod
    def of(cls, session: Session) -> Course:
        """The way to where a game is now."""
        moments, found = session.moments, []
        for moment in tuple(moments.way(session.line))[::-1]:
            if moment.line == 0:
                found.append(Stage(0, moment.state, None, moment.state))
            elif moment.action is not None:  # else it was said at the table, or gone back to a state that we had
                before = moments.all[moment.parent].state
                found.append(Stage(moment.line, before, moment.action.key, moment.state))
        return cls(session.board.scenario, session.seed, tuple(found))
