"""The planner: works backwards from the intended ending, forwards by what each action is worth now.

It has views only and no rollouts. It listens before it tells, underpins what it will tell, persuades where power and
the decision rule ask for it, clears thresholds, minds its energy, and asks for the decision when the vote looks won.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from geboortespel.engine.board import Board
from geboortespel.engine.view import View
from geboortespel.players.chart import Chart
from geboortespel.players.policy import Sure
from geboortespel.players.talk import Talk
from geboortespel.players.worth import Moment


class Plan:
    """A chart and its talk, ready for use."""

    def __init__(self, board: Board, form: str, ignores: str) -> None:
        self.chart = Chart(board, form, ignores)
        self.talk = Talk(self.chart)
        self.chart.finish()


class Planner(Sure):
    """Plays towards the intended ending; `ignores` names a perspective it has no eye for (`eenzijdig`)."""

    def __init__(self, ignores: str = "") -> None:
        self.ignores = ignores
        self._plans: WeakKeyDictionary[Board, dict[str, Plan]] = WeakKeyDictionary()

    def plan(self, board: Board, form: str) -> Plan:
        """Everything static, worked out once."""
        plans = self._plans.setdefault(board, {})
        if form not in plans:
            plans[form] = Plan(board, form, self.ignores)
        return plans[form]

    def pick(self, view: View) -> int:
        indices = view.indices
        if len(indices) == 1:
            return 0
        board = view.board
        plan = self.plan(board, view.form)
        moment = Moment(plan.chart, plan.talk, plan.chart.lens(view))
        kind = board.actions[indices[0]].kind
        if kind == "poort":
            return self._gate(board, indices, moment)
        if kind == "keuze":
            return max(range(len(indices)), key=lambda place: (moment.choice(indices[place]), -place))
        return indices.index(moment.best(view, indices))

    @staticmethod
    def _gate(board: Board, indices: list[int], moment: Moment) -> int:
        answers = [board.actions[i].what for i in indices]
        if moment.hopeless and "stoppen" in answers:
            return answers.index("stoppen")
        return answers.index("verder")
