"""Players who go for one thing: they do what leads there when they can, and else what somebody else would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from geboortespel.engine.board import Board
from geboortespel.engine.view import View
from geboortespel.players.policy import Policy
from geboortespel.players.scripted import Wish
from geboortespel.scenario.expr import All, Boolean, Change, Cmp, Effect, Flag, Not, Num, names_in
from geboortespel.scenario.expr import Any as AnyOf
from geboortespel.scenario.model import Scenario

DEPTH = 2
"""How many causes deep a condition is followed back."""
TWICE = 2
Helps = Callable[[Change], bool]
"""Whether a change goes the way that is wanted."""


class Towards:
    """Does the first wish that may be done; without one what `base` would."""

    uniform = False

    def __init__(self, board: Board, wishes: Sequence[Wish], base: Policy) -> None:
        self.base = base
        fits = [(wish, frozenset(a.index for a in board.actions if wish.fits(a))) for wish in wishes]
        self.wishes = [(wish, found) for wish, found in fits if found]

    def weights(self, view: View) -> Sequence[int]:
        indices = view.indices
        legal = set(indices)
        for wish, fits in self.wishes:
            if legal.isdisjoint(fits):
                continue
            if wish.only and (view.value(f"gedaan.{wish.what}") or 0) >= wish.only:
                continue
            return [int(index in fits) for index in indices]
        return self.base.weights(view)


def wishes_for(board: Board, thing: str) -> tuple[Wish, ...]:
    """What leads to a thing (by the names of `usage.things`), the thing itself first."""
    return tuple(dict.fromkeys(_Wishes(board.scenario).of(thing)))


class _Wishes:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.events = {
            **scenario.events,
            **{card.id: card for deck in scenario.decks.values() for card in deck.cards.values()},
        }
        self._followed: set[str] = set()

    def of(self, thing: str) -> Iterator[Wish]:
        kind, *parts = thing.split(".")
        match kind:
            case "zet" | "uitslag":
                yield from self._move(parts[0], parts[1] if kind == "zet" and len(parts) > 1 else "")
            case "keuze":
                yield Wish("keuze", parts[0], choice=parts[1])
                yield from self._causes(self.events[parts[0]].when, DEPTH)
                yield from self._causes(self.events[parts[0]].options[parts[1]].when, DEPTH)
            case "gebeurtenis" | "kaart":
                yield from self._causes(self.events[parts[-1]].when, DEPTH)
            case "route":
                yield from self._route(*parts)
            case "drempel_weg":
                for route in self.scenario.thresholds[parts[0]].routes:
                    yield from self._route(parts[0], route)
            case "drempel_zichtbaar":
                yield from self._causes(self.scenario.thresholds[parts[0]].when, DEPTH)
            case "poort":
                yield Wish("poort", parts[0])
            case "poort_niet":
                yield from (Wish("poort", "verder"), Wish("pas"))
            case "afspraak":
                yield Wish("zitting", "bod", parts[0], parts[1])
                yield from self._sitting()
            case "partij":
                yield from self._sitting()
            case "uitkomst":
                yield from self._causes(self.scenario.outcomes[parts[0]].when, DEPTH)

    def _move(self, move_id: str, what: str) -> Iterator[Wish]:
        move = self.scenario.moves[move_id]
        if what:
            yield from (Wish("zet", move_id, what), Wish("zet", move_id, choice=what))
            yield from self._before(what)
        else:
            yield Wish("zet", move_id)
        yield from self._causes(move.when, DEPTH)
        if what in move.options:
            yield from self._causes(move.options[what].when, DEPTH)

    def _before(self, what: str) -> Iterator[Wish]:
        """What makes somebody or an argument ready: reach them, listen; underpin it."""
        for move in self.scenario.moves.values():
            verbs = ("netwerk", "luisteren") if what in self.scenario.actors else ("onderbouwen",)
            if move.verb in verbs:
                yield Wish("zet", move.id, what)

    def _route(self, threshold: str, route_id: str) -> Iterator[Wish]:
        route = self.scenario.thresholds[threshold].routes[route_id]
        seat = route.ally if route.ally in self.scenario.believers else ""
        if route.option and route.option in self.scenario.moves[route.move].options:
            yield Wish("zet", route.move, route.target or "", route.option, seat or "")
        elif route.option:
            yield Wish("zet", route.move, route.option, seat=seat or "")
            yield Wish("zet", route.move, route.target or "", route.option, seat or "")
        else:
            yield Wish("zet", route.move, route.target or "", seat=seat or "")
        if route.ally in self.scenario.advisers:
            hiring = (move.id for move in self.scenario.moves.values() if move.verb == "adviseur")
            yield from (Wish("zet", move, route.ally or "", only=TWICE) for move in hiring)
        yield from self._causes(route.when, DEPTH)
        yield from self._causes(self.scenario.moves[route.move].when, DEPTH)

    def _sitting(self) -> Iterator[Wish]:
        talks = self.scenario.talks
        if talks is not None and talks.move:
            yield Wish("zet", talks.move)
            yield from self._causes(self.scenario.moves[talks.move].when, DEPTH)

    def _causes(self, when: Boolean | None, depth: int) -> Iterator[Wish]:
        """Moves and answers that change what a condition reads in the direction that it asks."""
        if when is None or not depth:
            return
        for name, helps in wanted(when):
            if name in self._followed:
                continue
            self._followed.add(name)
            family, _, rest = name.partition(".")
            if family == "gedaan" and rest in self.scenario.moves:
                yield Wish("zet", rest)
                yield from self._causes(self.scenario.moves[rest].when, depth - 1)
            yield from self._changing(name, helps, depth)

    def _changing(self, name: str, helps: Helps, depth: int) -> Iterator[Wish]:
        """The answers first: a move may be done later, an answer only now."""

        def changes(effects: Sequence[Effect]) -> bool:
            return any(isinstance(effect, Change) and effect.name == name and helps(effect) for effect in effects)

        for event in self.events.values():
            for option in event.options.values():
                if changes(option.effects):
                    yield Wish("keuze", event.id, choice=option.id)
                    yield from self._causes(event.when, depth - 1)
        for move in self.scenario.moves.values():
            for option in move.options.values():
                if changes(option.effects):
                    yield Wish("zet", move.id, choice=option.id, only=TWICE)
            if changes([*move.effects, *(effect for item in move.consequences for effect in item.effects)]):
                yield Wish("zet", move.id, only=TWICE)
                yield from self._causes(move.when, depth - 1)


def wanted(when: Boolean) -> Iterator[tuple[str, Helps]]:
    """(quantity, whether a change of it goes the way that the condition asks)."""
    match when:
        case All(items) | AnyOf(items):
            for item in items:
                yield from wanted(item)
        case Not(item):
            yield from ((name, lambda _: True) for name in names_in(item))
        case Flag(name):
            yield name, lambda change: change.amount > 0
        case Cmp(op, left, right):
            aim = right.value if isinstance(right, Num) else None
            for name in (*names_in(left), *names_in(right)):
                yield name, partial(_goes, op, aim)


def _goes(op: str, aim: int | None, change: Change) -> bool:
    if aim is None or op == "!=":
        return True
    if change.op == "=":
        return {"=": change.amount == aim, "<": change.amount < aim, ">": change.amount > aim}.get(
            op, change.amount >= aim if op == ">=" else change.amount <= aim
        )
    return change.amount < 0 if op in ("<", "<=") else change.amount > 0
