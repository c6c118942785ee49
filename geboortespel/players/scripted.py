"""Scripted players: an ordered list of preferences, or a course that was played before."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.view import View
from geboortespel.players.policy import Sure


@frozen
class Wish:
    """A pattern of actions; an empty part fits anything. `only`: no longer wanted once the move was done this often."""

    kind: str = "zet"
    what: str = ""
    target: str = ""
    choice: str = ""
    seat: str = ""
    only: int = 0

    def fits(self, action: Action) -> bool:
        """Whether the action is one that is meant."""
        if action.kind != self.kind:
            return False
        pairs = ((self.what, action.what), (self.target, action.target), (self.choice, action.choice))
        return all(not want or want == got for want, got in (*pairs, (self.seat, action.seat)))


class Scripted(Sure):
    """Does the first wish that is legal now; without one the first answer that is legal, or passes."""

    def __init__(self, wishes: Sequence[Wish]) -> None:
        self.wishes = tuple(wishes)

    def choose(self, view: View) -> int:
        legal = view.legal
        for wish in self.wishes:
            if wish.only and wish.what and (view.value(f"gedaan.{wish.what}") or 0) >= wish.only:
                continue
            for action in legal:
                if wish.fits(action):
                    return action.index
        return next((action.index for action in legal if action.kind == "pas"), legal[0].index)
