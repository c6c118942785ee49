"""Scripted players: an ordered list of preferences, and what they leave to another player."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.view import View
from geboortespel.players.policy import Sure

ALWAYS = (0, 10_000)


@frozen
class Wish:
    """A pattern of actions; an empty part fits anything. `only`: no longer wanted once the move was done this often;
    `rounds`: the first and the last round in which it counts."""

    kind: str = "zet"
    what: str = ""
    target: str = ""
    choice: str = ""
    seat: str = ""
    only: int = 0
    rounds: tuple[int, int] = ALWAYS

    def fits(self, action: Action) -> bool:
        """Whether the action is one that is meant."""
        if action.kind != self.kind:
            return False
        pairs = ((self.what, action.what), (self.target, action.target), (self.choice, action.choice))
        return all(not want or want == got for want, got in (*pairs, (self.seat, action.seat)))


class Scripted(Sure):
    """Does the first wish that is legal now; without one what `otherwise` does, keeping away from what it `shuns`.

    Without anybody to leave it to: the first answer that is legal, or passes.
    """

    def __init__(self, wishes: Sequence[Wish], otherwise: Sure | None = None, shuns: Sequence[Wish] = ()) -> None:
        self.wishes, self.otherwise, self.shuns = tuple(wishes), otherwise, tuple(shuns)

    def choose(self, view: View) -> int:
        now = [wish for wish in self.shuns if wish.rounds[0] <= view.round <= wish.rounds[1]]
        if now:
            view = view.without(lambda action: any(wish.fits(action) for wish in now))
        legal = view.legal
        for wish in self.wishes:
            if not wish.rounds[0] <= view.round <= wish.rounds[1]:
                continue
            known = wish.only and wish.what in view.board.scenario.moves
            if known and (view.value(f"gedaan.{wish.what}") or 0) >= wish.only:
                continue
            for action in legal:
                if wish.fits(action):
                    return action.index
        if self.otherwise is not None:
            return self.otherwise.choose(view)
        return next((action.index for action in legal if action.kind == "pas"), legal[0].index)
