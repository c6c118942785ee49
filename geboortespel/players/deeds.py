"""What each action would touch, as the table can know: costs, effects and routes, with conditions to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import field, frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.board import Board
from geboortespel.engine.lens import Question
from geboortespel.scenario.expr import Boolean, Change, Effect, Open, names_in
from geboortespel.scenario.model import Consequence, Move, Option

Touch = tuple[str, bool, int]
"""(name, set?, amount)."""


@frozen
class Deed:
    """One action: `sure` touches, and touches that happen when the question with that number holds."""

    action: Action
    verb: str
    time: int
    energy: int
    sure: tuple[Touch, ...]
    maybe: tuple[tuple[int, tuple[Touch, ...]], ...]
    routes: tuple[tuple[str, int, int], ...]
    """(threshold, takes, number of the question that must hold or -1), strongest first per threshold."""
    opens: tuple[str, ...] = ()
    odds: tuple[tuple[int, tuple[Touch, ...]], ...] = field(default=())
    """(weight, touches) of results of chance."""


class Deeds:
    """Builds deeds for one board; `questions` collects what must be asked of a view."""

    def __init__(self, board: Board, questions: list[Question]) -> None:
        self.board = board
        self.scenario = board.scenario
        self.questions = questions
        self._numbers: dict[Question, int] = {}

    def ask(self, question: Question) -> int:
        """The number of a question, each asked once."""
        if question not in self._numbers:
            self._numbers[question] = len(self.questions)
            self.questions.append(question)
        return self._numbers[question]

    def condition(self, node: Boolean | None, action: Action) -> int:
        """The number of a condition, -1 for none; seat and target only where the condition speaks of them."""
        if node is None:
            return -1
        names = tuple(names_in(node))
        seat = action.seat if any(".ik" in name for name in names) else ""
        target = action.target if any(".doel" in name for name in names) else ""
        return self.ask((node, seat, target))

    def of(self, action: Action) -> Deed | None:
        """The deed behind a move or a choice; None for passing, gates, and telling an argument (see `talk`)."""
        if action.kind == "keuze":
            option = self.board.option(action.what, action.choice)
            sure, maybe = self._all((), option.consequences, option, action)
            return Deed(action, "", option.cost.get("tijd", 0), option.cost.get("energie", 0), sure, maybe, ())
        move = self.scenario.moves.get(action.what)
        if action.kind != "zet" or move is None:
            return None
        option_or_none = move.options.get(action.choice)
        cost = self.board.cost(action.what, action.choice, action.target)
        adviser = self.scenario.advisers.get(action.target) if move.verb == "adviseur" else None
        effects = (*move.effects, *(adviser.effects if adviser else ()))
        sure, maybe = self._all(effects, move.consequences, option_or_none, action)
        extra = [(name, False, -amount) for name, amount in cost.items() if name not in ("tijd", "energie")]
        extra.append((f"gedaan.{move.id}", False, 1))
        if self.scenario.talks is not None and self.scenario.talks.move == move.id:
            extra.append(("akkoord", True, 1))  # what one sits down for
        if move.verb == "luisteren":
            extra.append((f"relatie.{action.target}", False, 1))
        opens = [e.actor.replace("doel", action.target) for e in effects if isinstance(e, Open)]
        if move.verb == "netwerk":
            opens.append(action.target)
        odds = tuple((r.weight, self._touches(r.effects, action)) for r in move.results.values())
        return Deed(
            action, move.verb, cost.get("tijd", 0), cost.get("energie", 0), (*sure, *extra), maybe,
            self._routes(move, action), tuple(opens), odds,
        )  # fmt: skip

    def _all(
        self, effects: Iterable[Effect], items: Sequence[Consequence], option: Option | None, action: Action
    ) -> tuple[tuple[Touch, ...], tuple[tuple[int, tuple[Touch, ...]], ...]]:
        sure = [*self._touches(effects, action)]
        maybe = []
        if option is not None:
            sure += self._touches(option.effects, action)
        every = [*items, *(option.consequences if option and option.consequences is not items else ())]
        for item in every:
            touches = self._touches(item.effects, action)
            if item.when is None:
                sure += touches
            elif touches:
                maybe.append((self.condition(item.when, action), touches))
        return tuple(sure), tuple(maybe)

    @staticmethod
    def _touches(effects: Iterable[Effect], action: Action) -> tuple[Touch, ...]:
        return tuple(
            (_bound(effect.name, action), effect.op == "=", effect.amount)
            for effect in effects
            if isinstance(effect, Change)
        )

    def _routes(self, move: Move, action: Action) -> tuple[tuple[str, int, int], ...]:
        found = []
        for threshold in self.scenario.thresholds.values():
            fitting = [
                (threshold.id, route.takes, self._route(route.when, route.ally, action))
                for route in threshold.routes.values()
                if route.move == move.id
                and route.option in (None, action.choice, action.target)
                and route.target in (None, action.target)
                and (route.ally not in self.scenario.believers or route.ally == action.seat)
            ]
            found += sorted(fitting, key=lambda item: -item[1])
        return tuple(found)

    def _route(self, when: Boolean | None, ally: str | None, action: Action) -> int:
        """The question behind a route; one with an ally as well as a condition asks for the ally only."""
        if ally in self.scenario.advisers:
            return self.ask(f"adviseur.{ally}")
        return self.condition(when, action)


def _bound(name: str, action: Action) -> str:
    return name.replace(".doel", f".{action.target}").replace(".ik", f".{action.seat}") if "." in name else name
