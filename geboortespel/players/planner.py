"""The planner: works backwards from the intended ending, forwards by what each action is worth now.

It has views only and no rollouts. It listens before it tells, underpins what it will tell, persuades where power and
the decision rule ask for it, clears thresholds, minds its energy, and asks for the decision when the vote looks won.
"""

from __future__ import annotations

from collections.abc import Sequence
from weakref import ReferenceType, WeakKeyDictionary, ref

from geboortespel.engine.board import Board
from geboortespel.engine.lens import Lens
from geboortespel.engine.view import View
from geboortespel.players.answers import best_sentence, most_usual
from geboortespel.players.bargain import listening
from geboortespel.players.chart import Chart
from geboortespel.players.policy import Sure
from geboortespel.players.pricing import Pricing
from geboortespel.players.talk import Talk
from geboortespel.players.worth import Moment


class Outlook:
    """A chart with its prices and its talk, worked out once per board and chosen form."""

    def __init__(self, board: Board, form: str, ignores: str = "") -> None:
        self.chart = Chart(board, form, ignores)
        self.talk = Talk(self.chart)
        self.pricing = Pricing(self.chart)
        self.chart.finish()

    def moment(self, view: View) -> Moment:
        return Moment(self.chart, self.talk, self.pricing, view)


class Outlooks:
    """Outlooks by board and form; kept as long as the board lives."""

    def __init__(self, ignores: str = "") -> None:
        self.ignores = ignores
        self._found: WeakKeyDictionary[Board, dict[tuple[int, ...], Outlook]] = WeakKeyDictionary()
        self._last: tuple[ReferenceType[Board], Lens, dict[tuple[int, ...], Outlook]] | None = None

    def of(self, view: View) -> Outlook:
        last = self._last
        if last is None or last[0]() is not view.board:
            found = self._found.setdefault(view.board, {})
            last = self._last = ref(view.board), view.board.lens(["vorm"]), found
        form = last[1](view)
        outlook = last[2].get(form)
        if outlook is None:
            outlook = last[2][form] = Outlook(view.board, view.form, self.ignores)
        return outlook


class Planner(Sure):
    """Plays towards the intended ending; `ignores` names a perspective it has no eye for (`eenzijdig`)."""

    def __init__(self, ignores: str = "") -> None:
        self._outlooks = Outlooks(ignores)

    def choose(self, view: View) -> int:
        if view.waiting == "zet":
            return self._outlooks.of(view).moment(view).best(view.first_seat, view.allows)
        if view.waiting == "zitting":
            return listening(view)
        indices = view.indices
        if len(indices) == 1:
            return indices[0]
        if view.waiting == "gok":
            return most_usual(view.board, indices)
        moment = self._outlooks.of(view).moment(view)
        if view.waiting == "slotzin":
            return best_sentence(moment, indices)
        if view.waiting == "poort":
            return self._gate(view.board, indices, moment)
        return max(indices, key=lambda index: (moment.choice(index), -index))

    @staticmethod
    def _gate(board: Board, indices: Sequence[int], moment: Moment) -> int:
        answers = {board.actions[i].what: i for i in indices}
        if moment.hopeless and "stoppen" in answers:
            return answers["stoppen"]
        return answers["verder"]
