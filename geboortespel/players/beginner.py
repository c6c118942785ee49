"""The beginner: does what looks good now. Tells before listening, by what such people usually worry about."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from attrs import frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.view import View
from geboortespel.players.answers import usual_weights
from geboortespel.players.bargain import haggling
from geboortespel.players.planner import Outlook, Outlooks
from geboortespel.players.pricing import Price
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


@frozen
class Look:
    """What can be seen of one action at once: its `price` (None: it touches nothing that counts), what is added for its
    verb, its time, and for an argument that is told how well it fits such people (0-1)."""

    price: Price | None
    bonus: float
    time: int
    actor: str
    argument: str
    fit: float


class Beginner:
    """Weighs every legal action by how good it looks."""

    uniform = False

    def __init__(self) -> None:
        self._outlooks = Outlooks()
        self._looks: WeakKeyDictionary[Outlook, list[Look | None]] = WeakKeyDictionary()

    def weights(self, view: View) -> Sequence[int]:
        if view.waiting == "zitting":
            wanted = haggling(view)
            return [int(index == wanted) for index in view.indices]
        outlook = self._outlooks.of(view)
        moment = outlook.moment(view)
        if view.waiting == "zet":
            return self._moves(outlook, moment, view.indices)
        return [self._answer(outlook, moment, index) for index in view.indices]

    @staticmethod
    def _answer(outlook: Outlook, moment: Moment, index: int) -> int:
        board = outlook.chart.board
        action = board.actions[index]
        if action.kind == "poort":
            return GATE[action.what]
        if action.kind == "gok":
            return PLAIN + GUESS * usual_weights(board, action.what).get(action.choice, 0)
        if action.kind == "slotzin" and action.target:
            return PLAIN + SENTENCE * outlook.talk.usual(action.target).get(action.choice, 0)
        if action.kind == "keuze":
            return PLAIN + _sharp(4 + moment.choice(index) / 2)
        return PLAIN

    def _moves(self, outlook: Outlook, moment: Moment, indices: Sequence[int]) -> list[int]:
        looks = self._looks.get(outlook)
        if looks is None:
            looks = self._looks[outlook] = [_look(outlook, action) for action in outlook.chart.board.actions]
        hopes, talk = moment.hopes(), outlook.talk
        needs = {actor: need for need, actor in reversed(moment.need)}
        worth: dict[Price, float] = {}  # many actions bring the same
        known: dict[str, tuple[int, ...]] = {}
        weights = []
        for index in indices:
            look = looks[index]
            if look is None:
                weights.append(PLAIN)
                continue
            seems = 0.0
            if look.price is not None:
                if look.price not in worth:
                    worth[look.price] = moment.priced(look.price)
                seems = worth[look.price]
            seems += look.bonus + hopes.get(index, 0.0)
            if look.fit:
                if look.actor not in known:
                    known[look.actor] = moment.known(look.actor)
                fresh = talk.fresh(look.argument, known[look.actor])
                seems += TELLING * (ANYBODY + needs.get(look.actor, 0.0)) * look.fit * fresh
            weights.append(PLAIN + _sharp(seems / look.time))
        return weights


def _look(outlook: Outlook, action: Action) -> Look | None:
    """What can be seen of a move; None of passing, and of what is no move."""
    work = outlook.chart.works[action.index]
    if work is None or action.kind != "zet":
        return None
    fit = outlook.talk.usual(action.target).get(action.choice, 0) / 100 if work.verb == "overtuigen" else 0.0
    price = outlook.pricing.price(action.index)
    return Look(price, VERBS.get(work.verb, 0.0), max(work.time, 1), action.target, action.choice, fit)


def _sharp(looks: float) -> int:
    return int(looks**SHARP) if looks > 0 else 0
