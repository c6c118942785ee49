"""The beginner: does what looks good now. Tells before listening, by what such people usually worry about."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from geboortespel.engine.board import Board
from geboortespel.engine.view import View
from geboortespel.players.chart import Chart
from geboortespel.players.talk import Talk
from geboortespel.players.worth import Moment

PLAIN = 1
"""Weight of anything that can be done at all."""
TELLING = 9.0
"""How good telling an argument looks that fits the usual concerns wholly."""
TALKING = {"luisteren": 2.0, "netwerk": 3.0, "medestander": 6.0, "adviseur": 3.0}
"""How good it looks to do this, whatever it brings."""


class Beginner:
    """Weighs every legal action by how good it looks, squared."""

    uniform = False

    def __init__(self) -> None:
        self._seen: WeakKeyDictionary[Board, dict[str, tuple[Chart, Talk]]] = WeakKeyDictionary()

    def weights(self, view: View) -> Sequence[int]:
        chart, talk = self._look(view.board, view.form)
        moment = Moment(chart, talk, chart.lens(view))
        return [self._weight(chart, talk, moment, index) for index in view.indices]

    def _look(self, board: Board, form: str) -> tuple[Chart, Talk]:
        seen = self._seen.setdefault(board, {})
        if form not in seen:
            chart = Chart(board, form)
            seen[form] = chart, Talk(chart)
            chart.finish()
        return seen[form]

    def _weight(self, chart: Chart, talk: Talk, moment: Moment, index: int) -> int:
        action, work = chart.board.actions[index], chart.works[index]
        if action.kind == "poort":
            return 8 if action.what == "verder" else 1 if action.what == "langer" else 0
        if work is None:
            return PLAIN
        if action.kind == "keuze":
            return PLAIN + _squared(4 + moment.choice(index) / 2)
        looks = moment.touch(work.sure) + TALKING.get(work.verb, 0.0) - moment.cost(work, action.seat) / 2
        looks += sum(moment.touch(touches) for question, touches in work.maybe if moment.answers[question])
        if work.verb == "overtuigen":
            zeros = [0] * len(chart.questions)
            fit = next((f for f in talk.fits(action.target, zeros) if f.argument == action.choice), None)
            looks += TELLING * fit.percent / 100 if fit else 0.0
        if work.verb == "onderbouwen":
            looks += 3.0
        return PLAIN + _squared(looks / max(work.time, 1))


def _squared(looks: float) -> int:
    return int(looks * looks) if looks > 0 else 0
