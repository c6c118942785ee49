"""What a move asks before it is done or told: a guess at the concern that was listened for, a last sentence.

These actions come after all others, so that a scenario without them keeps its own indices.
"""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.engine.actions import Action, Refusal
from geboortespel.engine.ir import FALSE, TRUE, Node
from geboortespel.engine.layout import ACTED, GUESS, LAST_WORD, STAGE
from geboortespel.engine.lower import Lowering
from geboortespel.scenario.model import Move, Scenario
from geboortespel.scenario.names import concerns_of, possible_concerns

Guard = tuple[Node, Refusal]
Asked = tuple[str, str, str, str, str, tuple[Guard, ...]]
"""kind, seat, what, target, choice and guards of an action that answers."""


def guessable(scenario: Scenario, actor_id: str) -> tuple[str, ...]:
    """Concerns that a guess may name: the usual ones of the role and those that this actor may have, as declared."""
    actor = scenario.actors[actor_id]
    role = scenario.roles.get(actor.role or "")
    usual = possible_concerns(role.concerns) if role and role.concerns else ()
    known = {*usual, *possible_concerns(concerns_of(scenario, actor))}
    return tuple(concern for concern in scenario.concerns if concern in known)


def last_word(scenario: Scenario, move: Move) -> int:
    """What share of an argument's effect the last sentence before this move has, in percent; 0: there is none."""
    return move.last_word if scenario.body and scenario.body.members and scenario.arguments else 0


class Waits:
    """Builds the answers for one scenario. Each method gives (indices of the moves that wait, their answers)."""

    def __init__(self, scenario: Scenario, lowering: Lowering) -> None:
        self.scenario, self.low = scenario, lowering

    def guesses(self, moves: tuple[Action, ...]) -> Iterator[tuple[tuple[int, ...], list[Asked]]]:
        """Per seat and actor: what the actor may be holding back, and last no guess at all."""
        if not self.scenario.rules.guess:
            return
        listening: dict[tuple[str, str], list[int]] = {}
        for action in moves:
            if action.kind == "zet" and self.scenario.moves[action.what].verb == "luisteren":
                listening.setdefault((action.seat, action.target), []).append(action.index)
        for (seat, actor), indices in listening.items():
            now = (self._now(GUESS, indices), Refusal("niet_nu"))
            answers: list[Asked] = []
            for concern in guessable(self.scenario, actor):
                guards: list[Guard] = [now]
                heard = f"gehoord.{actor}.{concern}"
                if heard in self.low.index:  # what is only usual for the role is never heard there
                    unheard: Node = ("cmp", "=", self.low.slot(heard), FALSE)
                    guards.append((unheard, Refusal("al_gedaan", (actor,))))
                answers.append(("gok", seat, actor, "", concern, tuple(guards)))
            yield tuple(indices), [*answers, ("gok", seat, actor, "", "", (now,))]

    def sentences(self, moves: tuple[Action, ...]) -> Iterator[tuple[tuple[int, ...], list[Asked]]]:
        """Per seat and move with `slotzin`: every argument to every voter, and last nothing to add."""
        scenario = self.scenario
        waiting: dict[tuple[str, str], list[int]] = {}
        for action in moves:
            if action.kind == "zet" and last_word(scenario, scenario.moves[action.what]):
                waiting.setdefault((action.seat, action.what), []).append(action.index)
        for (seat, move), indices in waiting.items():
            now = (self._now(LAST_WORD, indices), Refusal("niet_nu"))
            answers: list[Asked] = []
            for voter in scenario.body.members if scenario.body else ():
                for argument in scenario.arguments.values():
                    guards: list[Guard] = [now]
                    under: Node = ("cmp", ">=", self.low.slot(f"onderbouwd.{argument.id}"), TRUE)
                    guards.append((under, Refusal("onderbouwing", (argument.id,))))
                    if argument.when is not None:
                        when = self.low.condition(argument.when, seat, voter)
                        guards.append((when, Refusal("eis", (argument.id,))))
                    answers.append(("slotzin", seat, move, voter, argument.id, tuple(guards)))
            yield tuple(indices), [*answers, ("slotzin", seat, move, "", "", (now,))]

    def _now(self, stage: int, indices: list[int]) -> Node:
        """Whether the game waits at this stage for one of these moves."""
        acted = self.low.slot(ACTED)
        move: Node = ("any", tuple(("cmp", "=", acted, ("n", index)) for index in indices))
        return ("all", (("cmp", "=", self.low.slot(STAGE), ("n", stage)), move))
