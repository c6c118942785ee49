"""The capricious player: plans, and every now and then does something else. It comes where no planner would go."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.engine.view import View
from geboortespel.players.planner import Planner

WHIM = 25
"""Percent of the decisions that are a whim: anything that is legal, equally likely."""


class Capricious:
    """The planner's choice with a share of the weight, and the rest over all that is legal."""

    uniform = False

    def __init__(self) -> None:
        self._planner = Planner()

    def weights(self, view: View) -> Sequence[int]:
        indices = view.indices
        weights = [WHIM] * len(indices)
        weights[indices.index(self._planner.choose(view))] += (100 - WHIM) * len(indices)
        return weights
