"""The beginner: does what looks good now. Tells before listening, by what such people usually worry about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geboortespel.engine.view import View
from geboortespel.players.answers import usual_weights
from geboortespel.players.bargain import haggling
from geboortespel.players.planner import Outlook, Outlooks
from geboortespel.players.worth import Moment

PLAIN = 1
"""Weight of anything that can be done at all."""
TELLING = 18.0
"""How good telling an argument looks that fits the usual concerns wholly, before looking at whom it is told."""
ANYBODY = 0.4
"""What people count for beside their worth for the decision."""
SHARP = 8
"""Power to which a look is raised: how much rather the best-looking thing is done."""
VERBS = {"luisteren": 2.0, "onderbouwen": 3.0, "netwerk": 3.0, "medestander": 6.0, "adviseur": 3.0}
"""How good it looks to do this, whatever it brings."""
GUESS = 6
"""Weight, per point that a concern usually weighs, of guessing at it."""
SENTENCE = 2
"""Weight, per percent that an argument fits the usual concerns, of saying it last."""
GATE = {"verder": 8, "langer": 1, "stoppen": 0}
"""Weights at a gate."""


class Beginner:
    """Weighs every legal action by how good it looks."""

    uniform = False

    def __init__(self) -> None:
        self._outlooks = Outlooks()

    def weights(self, view: View) -> Sequence[int]:
        if view.waiting == "zitting":
            wanted = haggling(view)
            return [int(index == wanted) for index in view.indices]
        outlook = self._outlooks.of(view)
        moment = outlook.moment(view)
        hopes = moment.hopes()
        return [self._weight(outlook, moment, index, hopes) for index in view.indices]

    @staticmethod
    def _weight(outlook: Outlook, moment: Moment, index: int, hopes: Mapping[int, float]) -> int:
        chart = outlook.chart
        action, work = chart.board.actions[index], chart.works[index]
        if action.kind == "poort":
            return GATE[action.what]
        if action.kind == "gok":
            return PLAIN + GUESS * usual_weights(chart.board, action.what).get(action.choice, 0)
        if action.kind == "slotzin" and action.target:
            return PLAIN + SENTENCE * outlook.talk.usual(action.target).get(action.choice, 0)
        if work is None:
            return PLAIN
        if action.kind == "keuze":
            return PLAIN + _sharp(4 + moment.choice(index) / 2)
        looks = moment.work(index) + VERBS.get(work.verb, 0.0) + hopes.get(index, 0.0)
        if work.verb == "overtuigen":
            need = next((need for need, actor in moment.need if actor == action.target), 0.0)
            fit = outlook.talk.usual(action.target).get(action.choice, 0) / 100
            looks += TELLING * (ANYBODY + need) * fit * outlook.talk.fresh(action.choice, moment.known(action.target))
        return PLAIN + _sharp(looks / max(work.time, 1))


def _sharp(looks: float) -> int:
    return int(looks**SHARP) if looks > 0 else 0
