"""What an action does, compiled late: the changes, consequences, routes and revelations behind each action.

A plan is built the first time its action is done, and kept. It holds slots, numbers and causes; the flow (`flow`)
applies it as one batch that reads the old state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import evolve, frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.ir import Rule
from geboortespel.engine.ledger import Cause
from geboortespel.engine.lower import Lowering, bound
from geboortespel.engine.moves import full_cost
from geboortespel.engine.waits import last_word
from geboortespel.scenario.expr import Change, Effect, Open, Reveal
from geboortespel.scenario.model import Consequence, Move, Option, Result, Route, Scenario

Step = tuple[int, bool, int, Cause]
"""(slot, set?, amount, cause): adds `amount`, or sets the slot to it."""


@frozen
class Part:
    """Changes that happen together, when `test` holds; `note` tells of it."""

    test: Rule | None
    steps: tuple[Step, ...]
    reveals: tuple[str, ...]
    opens: tuple[str, ...]
    note: Cause | None


@frozen
class Way:
    """A threshold that an action can work on: its slots and its fitting routes, strongest first."""

    threshold: str
    standing: int
    resistance: int
    routes: tuple[tuple[int, Rule, str], ...]


@frozen
class Plan:
    """All that one action does.

    `fixed`: steps that always happen; `parts`: what depends on a test, reveals or tells. `counts`: the engine's own
    slots raised by one. `overwork`: (energy slot, how much, cause) or None.
    """

    fixed: tuple[Step, ...]
    parts: tuple[Part, ...]
    ways: tuple[Way, ...]
    counts: tuple[int, ...]
    overwork: tuple[int, Rule, Cause] | None
    results: tuple[Result, ...]
    persuades: bool = False
    asks: str = ""
    """The actor whose concern is guessed at before it is told."""
    last_word: int = 0
    """Share of an argument's effect, in percent, that a last sentence before it has; 0: there is none."""


def _split(parts: Iterable[Part]) -> tuple[tuple[Step, ...], tuple[Part, ...]]:
    """(steps that always happen, parts that need a look)."""
    every = list(parts)
    fixed = tuple(step for part in every if part.test is None for step in part.steps)
    left = [part if part.test else evolve(part, steps=()) for part in every]
    return fixed, tuple(part for part in left if part.steps or part.reveals or part.opens or part.note)


class Planner:
    """Builds plans for one scenario. `function` is the back end's way of running a lowered tree."""

    def __init__(self, scenario: Scenario, lowering: Lowering, function: Callable[..., Rule]) -> None:
        self.scenario = scenario
        self.low = lowering
        self.index = lowering.index
        self.function = function
        self._plans: dict[int, Plan] = {}

    def plan(self, action: Action) -> Plan:
        """The plan of a move or a choice."""
        found = self._plans.get(action.index)
        if found is None:
            found = self._move(action) if action.kind == "zet" else self._choice(action)
            self._plans[action.index] = found
        return found

    def part(
        self,
        effects: Iterable[Effect],
        cause: Cause,
        *,
        test: Rule | None = None,
        seat: str = "",
        target: str = "",
        note: Cause | None = None,
    ) -> Part:
        """Compile effects into one part; `cause` stands behind every change."""
        steps: list[Step] = []
        reveals, opens = [], []
        for effect in effects:
            match effect:
                case Change(name, op, amount):
                    steps.append((self.index[bound(name, seat, target)], op == "=", amount, cause))
                case Reveal(actor):
                    reveals.append(target if actor == "doel" else actor)
                case Open(actor):
                    opens.append(target if actor == "doel" else actor)
        return Part(test, tuple(steps), tuple(reveals), tuple(opens), note)

    def consequences(
        self, items: Iterable[Consequence], cause: Cause, seat: str = "", target: str = "", first: int = 0
    ) -> Iterable[Part]:
        for i, item in enumerate(items, first):
            test = None if item.when is None else self.function(self.low.condition(item.when, seat, target))
            note = ("gevolg", *cause[1:], str(i)) if item.text else None
            yield self.part(item.effects, cause, test=test, seat=seat, target=target, note=note)

    def _costs(self, cost: dict[str, int], seat: str) -> Part:
        names = {"tijd": f"tijd.{seat}", "energie": f"energie.{seat}"}
        steps = [
            (self.index[names.get(name, name)], False, -amount, ("kost",))
            for name, amount in cost.items()
            if names.get(name, name) in self.index
        ]
        return Part(None, tuple(steps), (), (), None)

    def _overwork(self, time: int, seat: str, cause: Cause) -> tuple[int, Rule, Cause] | None:
        rules = self.scenario.rules.stamina
        if not (rules.overwork_from and rules.overwork and time and f"energie.{seat}" in self.index):
            return None
        whole = self.scenario.believers[seat].time
        node = ("over", self.index[f"tijd.{seat}"], whole, time, rules.overwork_from, rules.overwork)
        return self.index[f"energie.{seat}"], self.function(node), cause

    def _move(self, action: Action) -> Plan:
        move = self.scenario.moves[action.what]
        option = move.options.get(action.choice)
        adviser = self.scenario.advisers.get(action.target) if move.verb == "adviseur" else None
        cost = full_cost(move, option, adviser.cost if adviser else None)
        cause = action.key
        seat, target = action.seat, action.target
        parts = [self._costs(cost, seat), self.part(move.effects, cause, seat=seat, target=target)]
        parts += self.consequences(move.consequences, cause, seat, target)
        if option:
            parts.append(self.part(option.effects, cause, seat=seat, target=target))
            parts += self.consequences(option.consequences, cause, seat, target, len(move.consequences))
        if adviser:
            hired = (self.index[f"adviseur.{target}"], True, 1, cause)
            parts.append(Part(None, (hired,), (), (), None))
            parts.append(self.part(adviser.effects, cause, seat=seat, target=target))
        parts += self._verb(move, seat, target, cause)
        told = [f"gedaan.{move.id}"]
        if move.verb == "overtuigen":
            told.append(f"herhaald.{target}.{action.choice}")
        counted = tuple((self.index[name], False, 1, cause) for name in told)
        fixed, rest = _split([*parts, Part(None, counted, (), (), None)])
        return Plan(
            fixed,
            rest,
            tuple(self._ways(move, action)),
            (self.index[f".keer.{move.id}.{target}"],) if move.limit else (),
            self._overwork(cost.get("tijd", 0), seat, ("overwerk", *cause[1:])),
            tuple(move.results.values()),
            move.verb == "overtuigen",
            target if move.verb == "luisteren" and self.scenario.rules.guess else "",
            last_word(self.scenario, move),
        )

    def _verb(self, move: Move, seat: str, target: str, cause: Cause) -> Iterable[Part]:
        """What the engine itself adds to a verb."""
        match move.verb:
            case "luisteren":
                relation = (self.index[f"relatie.{target}"], False, 1, cause)
                yield Part(None, (relation,), () if self.scenario.rules.guess else (target,), (), None)
            case "netwerk":
                yield Part(None, (), (), (target,), None)
            case "medestander":
                fellow = next(b.id for b in self.scenario.believers.values() if b.was == target)
                joins = (self.index[f"meedoet.{fellow}"], True, 1, cause)
                yield Part(None, (joins,), (), (), ("medestander", fellow, target))

    def _choice(self, action: Action) -> Plan:
        option, _ = self.option(action)
        cause = action.key
        parts = [self._costs(option.cost, action.seat), self.part(option.effects, cause, seat=action.seat)]
        parts += self.consequences(option.consequences, cause, action.seat)
        over = self._overwork(option.cost.get("tijd", 0), action.seat, ("overwerk", *cause[1:]))
        return Plan(*_split(parts), (), (), over, ())

    def option(self, action: Action) -> tuple[Option, str]:
        """The option a choice stands for, and the deck it was drawn from ('' for an event)."""
        event = self.scenario.events.get(action.what)
        if event is not None:
            return event.options[action.choice], ""
        for deck in self.scenario.decks.values():
            if action.what in deck.cards:
                return deck.cards[action.what].options[action.choice], deck.id
        raise AssertionError(action)

    def _ways(self, move: Move, action: Action) -> Iterable[Way]:
        for threshold in self.scenario.thresholds.values():
            routes = [
                (route.takes, self._route_test(route, action), route.id)
                for route in threshold.routes.values()
                if route.move == move.id
                and route.option in (None, action.choice, action.target)
                and route.target in (None, action.target)
                and (route.ally not in self.scenario.believers or route.ally == action.seat)
            ]
            if routes:
                routes.sort(key=lambda item: -item[0])
                yield Way(
                    threshold.id,
                    self.index[f"drempel.{threshold.id}"],
                    self.index[f"weerstand.{threshold.id}"],
                    tuple(routes),
                )

    def _route_test(self, route: Route, action: Action) -> Rule:
        tests = [self.low.condition(route.when, action.seat, action.target)]
        if route.ally in self.scenario.advisers:
            tests.append(("cmp", "=", self.low.slot(f"adviseur.{route.ally}"), ("n", 1)))
        elif route.ally in self.scenario.actors:
            ally = ("n", self.scenario.rules.ally)
            tests.append(("cmp", ">=", self.low.slot(f"steun.{route.ally}"), ally))
        return self.function(("all", tuple(tests)))
