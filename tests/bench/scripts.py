"""Scripted players for mass play: they go where those who plan for the intended ending never go."""

from __future__ import annotations

from collections.abc import Callable

from geboortespel.engine.view import View
from geboortespel.players.planner import Planner
from geboortespel.players.policy import Policy
from geboortespel.players.registry import NAMES, by_name
from geboortespel.players.scripted import Scripted, Wish

MANY = 10_000


def design() -> Scripted:
    """Goes for a design alliance: design together, share no risk of building."""
    return Scripted(
        [
            Wish(what="vorm-kiezen", choice="ontwerp", only=1),
            Wish(what="onderhandelen", only=4),
        ],
        Planner(),
        [Wish(what="vorm-kiezen", choice="volledig")],
    )


def wise() -> Scripted:
    """Fixes the scope, gets to the bottom of the assignment, and stops at a gate with a reason."""
    fixing = [Wish(what="scope-vastzetten"), Wish(kind="keuze", what="bestek-van-de-buren", choice="aannemen")]
    looking = [Wish(what="opgave-doorgronden"), Wish(what="luisteren")]
    return Scripted([Wish(kind="poort", what="stoppen", rounds=(3, MANY)), *fixing, *looking], Planner())


class Varied(Planner):
    """The planner, but answers to events go by how the board happens to stand: each of them comes up."""

    def choose(self, view: View) -> int:
        if view.waiting != "keuze":
            return super().choose(view)
        return view.indices[sum(view.level(aspect) for aspect in view.board.aspects) % len(view.indices)]


def friendly() -> Scripted:
    """Wins fellow believers before anything else: listens there, underpins what fits, and tells it."""
    wishes = [Wish(what="medestander-winnen")]
    for who, argument in (("contractmanager", "mensen-kiezen"), ("aannemer", "risicos-samen")):
        wishes.append(Wish(what="netwerk-activeren", target=who, only=1))
        wishes.append(Wish(what="luisteren", target=who, only=2))
        wishes.append(Wish(what="onderbouwen", target=argument, only=3))
        wishes.append(Wish(what="overtuigen", target=who, choice=argument, only=2))
    return Scripted(wishes, Varied())


def hasty() -> Scripted:
    """Takes the shortest way to a signature, whatever it costs."""
    first = ("marktconsultatie", "vorm-kiezen", "besluit-vragen", "onderhandelen")
    table = [Wish(kind="zitting", what=what) for what in ("aannemen", "graag-of-niet")]
    wishes = [Wish(what=what, only=0 if what == "onderhandelen" else 2) for what in first]
    return Scripted([*table, *wishes], Planner())


def patient() -> Scripted:
    """Stays a round longer at every gate, and talks with everybody."""
    return Scripted([Wish(kind="poort", what="langer"), Wish(what="luisteren"), Wish(what="onderbouwen")], Planner())


SCRIPTS: dict[str, Callable[[], Policy]] = {
    "script:ontwerp": design,
    "script:wijs": wise,
    "script:vrienden": friendly,
    "script:haast": hasty,
    "script:geduld": patient,
}
EVERYBODY = (*NAMES, *SCRIPTS)
"""All players by name, those of the registry first."""


def player(name: str) -> Policy:
    """The player of this name, of the registry or a script."""
    return SCRIPTS[name]() if name in SCRIPTS else by_name(name)
