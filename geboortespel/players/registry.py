"""Players by their Dutch name, as scenarios (`verwacht`) and commands know them."""

from __future__ import annotations

from collections.abc import Callable

from geboortespel.players.beginner import Beginner
from geboortespel.players.capricious import Capricious
from geboortespel.players.planner import Planner
from geboortespel.players.policy import Policy
from geboortespel.players.willekeurig import Random
from geboortespel.scenario.model.situation import PERSPECTIVES


class UnknownPlayer(LookupError):
    """There is no player by this name."""


_MAKERS: dict[str, Callable[[], Policy]] = {
    "willekeurig": Random,
    "beginner": Beginner,
    "planner": Planner,
    "grillig": Capricious,
}

NAMES: tuple[str, ...] = (*_MAKERS, *(f"eenzijdig:{name}" for name in PERSPECTIVES))
"""Every name that `by_name` knows."""


def by_name(name: str) -> Policy:
    """The player of this name; `eenzijdig:PERSPECTIEF` is the planner that ignores one perspective."""
    family, _, perspective = name.partition(":")
    if family == "eenzijdig" and perspective in PERSPECTIVES:
        return Planner(ignores=perspective)
    if name in _MAKERS:
        return _MAKERS[name]()
    raise UnknownPlayer(name)
