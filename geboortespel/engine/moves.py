"""All actions of a game, in declaration order, each with its guards: what must hold before it may be done.

Guards go from general (is this believer taking part) to particular (is this argument underpinned), so that back ends
can test a shared beginning once. Each carries the refusal that is given when it fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from geboortespel.engine.actions import Action, Refusal
from geboortespel.engine.ir import TRUE, Node
from geboortespel.engine.layout import CHOICE, GATE, MOVES, PENDING, PHASE_END, STAGE, objects_of
from geboortespel.engine.lower import Lowering
from geboortespel.engine.talk_moves import TalkMoves
from geboortespel.engine.waits import Asked, Waits
from geboortespel.scenario.expr import names_in
from geboortespel.scenario.model import Deck, Event, Move, Option, Scenario
from geboortespel.scenario.names import rounds, seats

Guard = tuple[Node, Refusal]
GATE_ANSWERS = ("verder", "langer", "stoppen")


@frozen
class Choices:
    """Actions by the decision they answer, with guards by action index."""

    actions: tuple[Action, ...]
    guards: tuple[tuple[Guard, ...], ...]
    moves: range
    """Indices of moves and passes, seat by seat."""
    answers: dict[int, range]
    """Value of slot `.keuze` → indices of that event's or card's options."""
    gates: range
    guesses: dict[int, range]
    """Index of a listening move → indices of the guesses it asks for."""
    talks: range
    """Indices of what can be done at the negotiating table."""
    sentences: dict[int, range]
    """Index of a move → indices of the last sentences that can come before it."""
    interventions: range
    """Indices of the cards that a facilitator can let happen."""
    askable: tuple[Event, ...]
    """Events and cards with options; slot `.keuze` holds the place here plus one."""


def askable_events(scenario: Scenario) -> tuple[Event, ...]:
    """Every event and card that asks for a choice, events first, in file order."""
    cards = [card for deck in scenario.decks.values() for card in deck.cards.values()]
    return tuple(event for event in [*scenario.events.values(), *cards] if event.options)


def full_cost(move: Move, option: Option | None = None, extra: Mapping[str, int] | None = None) -> dict[str, int]:
    """What a move costs, its option and adviser included; one point of time unless it says otherwise."""
    cost = {"tijd": 1, **move.cost}
    for more in (option.cost if option else {}, extra or {}):
        for name, amount in more.items():
            cost[name] = cost.get(name, 0) + amount
    return {name: amount for name, amount in cost.items() if amount}


class MoveTable:
    """Builds `Choices` for one scenario."""

    def __init__(self, scenario: Scenario, lowering: Lowering) -> None:
        self.scenario = scenario
        self.low = lowering
        self.index = lowering.index
        talks = scenario.talks
        self.talks = TalkMoves(scenario, talks, lowering) if talks is not None else None
        self.actions: list[Action] = []
        self.guards: list[tuple[Guard, ...]] = []

    def build(self) -> Choices:
        for seat in seats(self.scenario):
            for move in self.scenario.moves.values():
                if not move.who or seat in move.who:
                    for target, choice, guards in self._variants(move, seat):
                        self._add("zet", seat, move.id, target, choice, guards)
            self._add("pas", seat, "", "", "", self._present(seat))
        moves = range(len(self.actions))
        askable = askable_events(self.scenario)
        answers = {}
        for code, event in enumerate(askable, 1):
            first = len(self.actions)
            self._answers(code, event)
            answers[code] = range(first, len(self.actions))
        first = len(self.actions)
        for answer in GATE_ANSWERS:
            self._add("poort", "", answer, "", "", self._gate(answer))
        gates = range(first, len(self.actions))
        waits, done = Waits(self.scenario, self.low), tuple(self.actions)
        guesses, talks, sentences = self._waits(waits.guesses(done)), self._talks(), self._waits(waits.sentences(done))
        cards = self._interventions()
        return Choices(
            tuple(self.actions), tuple(self.guards), moves, answers, gates, guesses, talks, sentences, cards, askable
        )

    def _interventions(self) -> range:
        """Add every card that may be drawn from a deck, for a facilitator who lets it happen between two moves."""
        first = len(self.actions)
        for deck in self.scenario.decks.values():
            for card in deck.cards.values():
                if card.weight:
                    self._add("ingreep", "", card.id, deck.id, "", tuple(self._card(deck, card)))
        return range(first, len(self.actions))

    def _card(self, deck: Deck, card: Event) -> Iterator[Guard]:
        """What must hold for the card to be drawn."""
        yield self._is(STAGE, MOVES), Refusal("niet_nu")
        if not deck.replace:
            yield self._is(f"gebeurd.{card.id}", 0), Refusal("al_gedaan", (card.id,))
        if card.seat:
            yield self._is(f"meedoet.{card.seat}", 1), Refusal("doet_niet_mee", (card.seat,))
        for when in (deck.when, card.when):
            if when is not None:
                yield self.low.condition(when), Refusal("eis", (card.id,))

    def _talks(self) -> range:
        """Add what can be done at the negotiating table."""
        first = len(self.actions)
        if self.talks is not None:
            for seat in seats(self.scenario):
                for what, target, choice, guards in self.talks.actions(seat):
                    self._add("zitting", seat, what, target, choice, guards)
        return range(first, len(self.actions))

    def _waits(self, asked: Iterable[tuple[tuple[int, ...], list[Asked]]]) -> dict[int, range]:
        """Add what moves ask for: index of the move → indices of its answers."""
        found = {}
        for indices, answers in asked:
            first = len(self.actions)
            for answer in answers:
                self._add(*answer)
            found.update(dict.fromkeys(indices, range(first, len(self.actions))))
        return found

    def _add(self, kind: str, seat: str, what: str, target: str, choice: str, guards: tuple[Guard, ...]) -> None:
        self.actions.append(Action(len(self.actions), kind, seat, what, target, choice))  # type: ignore[arg-type]
        self.guards.append(guards)

    def _is(self, name: str, value: int) -> Node:
        return ("cmp", "=", self.low.slot(name), ("n", value))

    def _present(self, seat: str) -> tuple[Guard, ...]:
        guards = [(self._is(STAGE, MOVES), Refusal("niet_nu"))]
        if f"meedoet.{seat}" in self.index:
            guards.append((self._is(f"meedoet.{seat}", 1), Refusal("doet_niet_mee", (seat,))))
        guards.append((self._is(f".gepast.{seat}", 0), Refusal("gepast", (seat,))))
        return tuple(guards)

    def _affordable(self, cost: Mapping[str, int], seat: str) -> Iterator[Guard]:
        overwork = self.scenario.rules.stamina
        energy = cost.get("energie", 0)
        for name, amount in cost.items():
            if name == "energie":
                continue
            slot = f"tijd.{seat}" if name == "tijd" else name
            low = 0 if name == "tijd" else max(self.scenario.counters[name].low or 0, 0)
            if name != "tijd" and self.scenario.counters[name].low is not None:
                low = int(self.scenario.counters[name].low or 0)
            reason = Refusal("tijd" if name == "tijd" else "kost", (name, str(amount)))
            yield ("cmp", ">=", self.low.slot(slot), ("n", low + amount)), reason
        if f"energie.{seat}" not in self.index:
            return
        have = self.low.slot(f"energie.{seat}")
        spent = cost.get("tijd", 0)
        if overwork.overwork_from and overwork.overwork and spent:
            whole = self.scenario.believers[seat].time
            extra: Node = (
                "over", self.index[f"tijd.{seat}"], whole, spent, overwork.overwork_from, overwork.overwork,
            )  # fmt: skip
            yield ("cmp", ">=", have, ("sum", ((1, extra), (energy, TRUE)))), Refusal("energie", (str(energy),))
        elif energy:
            yield ("cmp", ">=", have, ("n", energy)), Refusal("energie", (str(energy),))

    def _variants(self, move: Move, seat: str) -> Iterator[tuple[str, str, tuple[Guard, ...]]]:
        start = self._present(seat)
        for target in objects_of(self.scenario, move.id):
            adviser = self.scenario.advisers.get(target) if move.verb == "adviseur" else None
            cost = full_cost(move, None, adviser.cost if adviser else None)
            base = [*start, *self._affordable(cost, seat)]
            if move.when is not None:
                base.append((self.low.condition(move.when, seat, target), Refusal("eis", (move.id,))))
            if move.limit:
                keer = self.low.slot(f".keer.{move.id}.{target}")
                base.append((("cmp", "<", keer, ("n", move.limit)), Refusal("vaker_niet", (move.id,))))
            if self.talks is not None and self.talks.talks.move == move.id:
                base.extend(self.talks.opening())
            base.extend(self._aim(move, seat, target))
            if move.verb == "overtuigen":
                for argument in self.scenario.arguments.values():
                    yield target, argument.id, (*base, *self._argument(argument.id, seat, target))
            elif move.options:
                for option in move.options.values():
                    yield target, option.id, (*base, *self._option(option, seat, target, full_cost(move, option)))
            else:
                yield target, "", tuple(base)

    def _aim(self, move: Move, seat: str, target: str) -> Iterator[Guard]:
        """What the verb asks of its object."""
        slot = self.low.slot
        reach = f"bereik.{seat}.{target}"
        match move.verb:
            case "netwerk":
                yield self._is(reach, 0), Refusal("al_gedaan", (target,))
            case "onderbouwen":
                yield ("cmp", "<", slot(f"onderbouwd.{target}"), ("n", 3)), Refusal("al_gedaan", (target,))
            case "adviseur":
                yield self._is(f"adviseur.{target}", 0), Refusal("al_gedaan", (target,))
                when = self.scenario.advisers[target].when
                if when is not None:
                    yield self.low.condition(when, seat, target), Refusal("eis", (target,))
            case "doorgronden":
                yield ("cmp", "<", slot(f"inzicht.{target}"), ("n", 100)), Refusal("al_gedaan", (target,))
            case "medestander":
                fellow = next(b.id for b in self.scenario.believers.values() if b.was == target)
                yield self._is(reach, 1), Refusal("bereik", (target,))
                yield self._is(f"meedoet.{fellow}", 0), Refusal("al_gedaan", (target,))
                yield ("cmp", ">=", slot(f"relatie.{target}"), TRUE), Refusal("steun", (target,))
                enough: Node = ("n", self.scenario.rules.fellow)
                yield ("cmp", ">=", slot(f"steun.{target}"), enough), Refusal("steun", (target,))
            case _:
                if target and reach in self.index:
                    yield self._is(reach, 1), Refusal("bereik", (target,))

    def _argument(self, argument_id: str, seat: str, target: str) -> Iterator[Guard]:
        when = self.scenario.arguments[argument_id].when
        underpinned = self.low.slot(f"onderbouwd.{argument_id}")
        yield ("cmp", ">=", underpinned, TRUE), Refusal("onderbouwing", (argument_id,))
        if when is not None:
            yield self.low.condition(when, seat, target), Refusal("eis", (argument_id,))

    def _option(self, option: Option, seat: str, target: str, cost: Mapping[str, int]) -> Iterator[Guard]:
        if option.cost:
            yield from self._affordable(cost, seat)
        if option.when is not None:
            yield self.low.condition(option.when, seat, target), Refusal("eis", (option.id,))

    def _answers(self, code: int, event: Event) -> None:
        start: tuple[Guard, ...] = ((("all", (self._is(STAGE, CHOICE), self._is(PENDING, code))), Refusal("niet_nu")),)
        for option in event.options.values():
            if not event.seat and not option.cost and not _names_actor(option):
                guards = [*start]
                if option.when is not None:
                    guards.append((self.low.condition(option.when), Refusal("eis", (option.id,))))
                self._add("keuze", "", event.id, "", option.id, tuple(guards))
                continue
            for seat in (event.seat,) if event.seat else seats(self.scenario):
                guards = [*start]
                if f"meedoet.{seat}" in self.index:
                    guards.append((self._is(f"meedoet.{seat}", 1), Refusal("doet_niet_mee", (seat,))))
                guards.extend(self._affordable(option.cost, seat))
                if option.when is not None:
                    guards.append((self.low.condition(option.when, seat), Refusal("eis", (option.id,))))
                self._add("keuze", seat, event.id, "", option.id, tuple(guards))

    def _gate(self, answer: str) -> tuple[Guard, ...]:
        guards: list[Guard] = [(self._is(STAGE, GATE), Refusal("niet_nu"))]
        if answer == "langer":
            left: Node = ("sum", ((rounds(self.scenario), TRUE), (-1, self.low.slot(PHASE_END))))
            later: Node = ("sum", ((len(self.scenario.phases) - 1, TRUE), (-1, self.low.slot("fase"))))
            has_later: Node = ("cmp", ">", later, ("n", 0))
            guards.append((("all", (has_later, ("cmp", ">", left, later))), Refusal("eis", ("langer",))))
        return tuple(guards)


def _names_actor(option: Option) -> bool:
    """Whether the option's rules speak of the one who chooses (`.ik`)."""
    effects = [*option.effects, *(e for item in option.consequences for e in item.effects)]
    conditions = [option.when, *(item.when for item in option.consequences)]
    names = [getattr(effect, "name", "") for effect in effects]
    names += [name for when in conditions if when is not None for name in names_in(when)]
    return any("ik" in name.split(".")[1:] for name in names)
