"""A scenario compiled: its layout, actions, tests and tables. Everything `flow` and `game` look things up in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geboortespel.engine import legal
from geboortespel.engine.ir import TRUE, Late, Node, Rule, compiled, round_half_away
from geboortespel.engine.layout import ACTED, DRAWN, PENDING, PLACE, build_layout
from geboortespel.engine.ledger import Cause
from geboortespel.engine.lower import Lowering
from geboortespel.engine.moves import MoveTable
from geboortespel.engine.persuasion import Persuasion
from geboortespel.engine.plans import Part, Planner, Step
from geboortespel.engine.privacy import Privacy
from geboortespel.engine.propagation import Propagation
from geboortespel.engine.veil import veil_of
from geboortespel.scenario.model import Deck, Event, Outcome, Scenario
from geboortespel.scenario.names import concerns_of, possible_concerns, seats

Test = Callable[[Sequence[int]], int]
Draw = tuple[str, tuple[tuple[str, int], ...]]
"""A draw of the set-up: the key of its element, and (result id, weight)."""


class Rules:
    """Compiled rules of one scenario. `fast` generates functions; else the trees are interpreted."""

    def __init__(self, scenario: Scenario, *, fast: bool) -> None:
        self.scenario = scenario
        self.fast = fast
        self.seats = seats(scenario)
        self.layout = build_layout(scenario)
        self.low = Lowering(scenario, self.layout)
        self.privacy = Privacy(scenario)
        self.veil = veil_of(scenario, self.layout, self.privacy)
        self.choices = MoveTable(scenario, self.low).build()
        self.plans = Planner(scenario, self.low, self.function)
        self.propagation = Propagation(scenario, self.low)
        self.persuasion = Persuasion(scenario, self.low, self.function)
        self._levels: dict[str, Rule] = {}
        self._finders()
        self._tests()
        self.setup = self._setup()
        self.begins = self._begins()
        self._setup_steps: dict[tuple[int, str], list[Step]] = {}
        self.concerns = {actor.id: self._concerns(actor.id) for actor in scenario.actors.values()}
        self._event_parts: dict[str, list[Part]] = {}

    def function(self, node: Node) -> Rule:
        """The back end's way of running a lowered tree; generated only when it is first called."""
        return Late(node) if self.fast else Rule(node)

    def level(self, aspect_id: str) -> Rule:
        """The level of an aspect, as a function of the state."""
        found = self._levels.get(aspect_id)
        if found is None:
            found = self._levels[aspect_id] = self.function(self.low.level(self.scenario.aspects[aspect_id]))
        return found

    def soon(self, node: Node) -> Test:
        """`function` for what every round asks: generated at once."""
        return compiled(node) if self.fast else Rule(node)

    # -- legality ----------------------------------------------------------------------------------------------------

    def _finders(self) -> None:
        make = legal.generated if self.fast else legal.plain
        choices = self.choices
        self._seat_finders = []
        self.may = _Allowed(self)
        self._all_moves: legal.Finder | None = None
        for seat in self.seats:
            mine = [i for i in choices.moves if choices.actions[i].seat == seat]
            find, some = make(legal.fold(mine[:-1], choices))
            self._seat_finders.append((find, some, mine[-1]))
        self._find_gates = make(legal.fold(choices.gates, choices))[0]
        self._find_cards: legal.Finder | None = None
        self.talk_answers = make(legal.fold(choices.talks, choices))[0]
        self._answer_finders: dict[int, legal.Finder] = {}
        self._wait_finders: dict[int, legal.Finder] = {}
        self.may_pass = bool(self.scenario.believers) or self.scenario.turn.may_pass

    def moves(self, s: Sequence[int]) -> list[int]:
        """Indices of all legal moves and passes, seat by seat."""
        if self.fast:
            if self._all_moves is None:
                self._all_moves = self._listing()
            return self._all_moves(s)
        out: list[int] = []
        for find, _, passing in self._seat_finders:
            found = find(s)
            if found:
                out += found
                if self.may_pass:
                    out.append(passing)
        return out

    def _listing(self) -> legal.Finder:
        choices = self.choices
        found: list[tuple[legal.Tree, int | None]] = []
        for seat in self.seats:
            mine = [i for i in choices.moves if choices.actions[i].seat == seat]
            found.append((legal.fold(mine[:-1], choices), mine[-1] if self.may_pass else None))
        return legal.listing(found)

    def first_seat(self, s: Sequence[int]) -> str:
        """The first seat with a legal move; "" when there is none."""
        return next((seat for seat, (_, some, _) in zip(self.seats, self._seat_finders, strict=True) if some(s)), "")

    def some_move(self, s: Sequence[int]) -> bool:
        """Whether any seat has a legal move."""
        return any(some(s) for _, some, _ in self._seat_finders)

    def answers(self, s: Sequence[int]) -> list[int]:
        """Indices of the legal answers to the pending event or card."""
        code = s[self._pending]
        find = self._answer_finders.get(code)
        if find is None:
            make = legal.generated if self.fast else legal.plain
            find = self._answer_finders[code] = make(legal.fold(self.choices.answers[code], self.choices))[0]
        return find(s)

    def guesses(self, s: Sequence[int]) -> list[int]:
        """Indices of the guesses that the move in `.zet` asks for."""
        return self._asked(self.choices.guesses[s[self._acted]], s)

    def sentences(self, s: Sequence[int]) -> list[int]:
        """Indices of the last sentences that can come before the move in `.zet`."""
        return self._asked(self.choices.sentences[s[self._acted]], s)

    def _asked(self, answers: range, s: Sequence[int]) -> list[int]:
        find = self._wait_finders.get(answers.start)
        if find is None:
            make = legal.generated if self.fast else legal.plain
            find = self._wait_finders[answers.start] = make(legal.fold(answers, self.choices))[0]
        return find(s)

    def gates(self, s: Sequence[int]) -> list[int]:
        """Indices of the legal answers at a gate."""
        return self._find_gates(s)

    def interventions(self, s: Sequence[int]) -> list[int]:
        """Indices of the cards that a facilitator may let happen now."""
        if self._find_cards is None:
            self._find_cards = legal.plain(legal.fold(self.choices.interventions, self.choices))[0]
        return self._find_cards(s)

    # -- tests and tables --------------------------------------------------------------------------------------------

    def _tests(self) -> None:
        scenario, low, function = self.scenario, self.low, self.soon
        self.events: tuple[Event, ...] = tuple(scenario.events.values())
        self.event_tests = [function(self._can_happen(event)) for event in self.events]
        self.visible = {t.id: function(low.condition(t.when)) for t in scenario.thresholds.values()}
        self.outcomes: list[tuple[int, Outcome, Test]] = [
            (code, outcome, function(low.condition(outcome.when)))
            for code, outcome in enumerate(scenario.outcomes.values(), 1)
        ]
        self.fallback = next((o for o in self.outcomes if o[1].when is None), self.outcomes[-1])
        phases = tuple(scenario.phases.values())
        self.gate_tests = [function(low.condition(p.gate.when if p.gate else None)) for p in phases]
        self.gate_tolls = [self.plans.part(p.gate.toll if p.gate else (), ("poort", p.id)) for p in phases]
        self.decks = tuple(scenario.decks.values())
        self._piles = [self._pile(deck) for deck in self.decks]
        self.ask = {event.id: code for code, event in enumerate(self.choices.askable, 1)}
        self._pending, self._acted = self.layout.index[PENDING], self.layout.index[ACTED]
        self._place, self._drawn = self.layout.index[PLACE], self.layout.index[DRAWN]

    def _can_happen(self, event: Event) -> Node:
        """The condition of an event or card; one for a single believer asks that they take part."""
        when = self.low.condition(event.when)
        if not event.seat:
            return when
        there: Node = ("cmp", "=", self.low.slot(f"meedoet.{event.seat}"), TRUE)
        return ("all", (there, when))

    def _pile(self, deck: Deck) -> tuple[list[tuple[str, int]], legal.Finder, legal.Test]:
        """(card, weight) of what a deck holds, places in it of what can be drawn now, and whether anything can."""
        cards = [card for card in deck.cards.values() if card.weight]
        inner: legal.Tree = []
        for place, card in enumerate(cards):
            unused: Node = ("cmp", "=", self.low.slot(f"gebeurd.{card.id}"), ("n", 0))
            inner.append((("all", (*(() if deck.replace else (unused,)), self._can_happen(card))), [place]))
        tree: legal.Tree = [(self.low.condition(deck.when), inner)] if inner else []
        make = legal.generated if self.fast else legal.plain
        return [(card.id, card.weight) for card in cards], *make(tree)

    def cards(self, s: Sequence[int]) -> list[tuple[str, int]]:
        """(card, weight) of what can be drawn now from the current deck."""
        cards, find, _ = self._piles[s[self._place]]
        return [cards[place] for place in find(s)]

    def some_card(self, s: Sequence[int]) -> bool:
        """Whether anything can be drawn now from the current deck."""
        return self._piles[s[self._place]][2](s)

    def event_parts(self, event_id: str) -> list[Part]:
        """What an event or card does by itself."""
        found = self._event_parts.get(event_id)
        if found is None:
            event = self.scenario.events.get(event_id)
            cause: tuple[str, ...] = ("gebeurtenis", event_id)
            if event is None:
                deck = next(deck for deck in self.decks if event_id in deck.cards)
                event, cause = deck.cards[event_id], ("kaart", deck.id, event_id)
            found = [self.plans.part(event.effects, cause)]
            self._event_parts[event_id] = found
        return found

    def _concerns(self, actor_id: str) -> tuple[tuple[int, int, str], ...]:
        index = self.layout.index
        names = possible_concerns(concerns_of(self.scenario, self.scenario.actors[actor_id]))
        return tuple((index[f"zorg.{actor_id}.{c}"], index[f"gehoord.{actor_id}.{c}"], c) for c in names)

    # -- the beginning -----------------------------------------------------------------------------------------------

    def _begins(self) -> tuple[tuple[int, Rule, int, Cause], ...]:
        """(slot, what it begins at, over this, cause) of quantities whose start is worked out."""
        stocks = {f"stand.{a.id}": a.begin for a in self.scenario.aspects.values() if a.begin is not None}
        counters = {c.id: c.begin for c in self.scenario.counters.values() if c.begin is not None}
        found = []
        for name, begin in (*stocks.items(), *counters.items()):
            if name in self.layout.index:
                node, over = self.low.number(begin)
                found.append((self.layout.index[name], self.function(node), over, ("begin",)))
        return tuple(found)

    def begin_steps(self, s: Sequence[int]) -> list[Step]:
        """The changes that bring what is worked out to where it begins; what the seed moved stays moved."""
        start = self.layout.start
        return [
            (slot, False, round_half_away(of(s), over) - start[slot], cause) for slot, of, over, cause in self.begins
        ]

    # -- set-up ------------------------------------------------------------------------------------------------------

    def _setup(self) -> tuple[Draw, ...]:
        """The draws before the first round: hidden concerns, and starts that the seed moves."""
        draws: list[Draw] = []
        for actor in self.scenario.actors.values():
            variants = concerns_of(self.scenario, actor).variants
            if variants:
                draws.append((f"zorgen.{actor.id}", tuple((str(i), 1) for i in range(len(variants)))))
        for aspect in self.scenario.aspects.values():
            if aspect.spread and f"stand.{aspect.id}" in self.layout.index:
                results = tuple((str(d), 1) for d in range(-aspect.spread, aspect.spread + 1))
                draws.append((f"spreiding.{aspect.id}", results))
        return tuple(draws)

    def setup_steps(self, place: int, result: str) -> list[Step]:
        """The changes of one result of the set-up."""
        found = self._setup_steps.get((place, result))
        if found is None:
            found = self._setup_steps[place, result] = self._opening(place, result)
        return found

    def _opening(self, place: int, result: str) -> list[Step]:
        key, _ = self.setup[place]
        family, name = key.split(".", 1)
        index = self.layout.index
        if family == "spreiding":
            return [(index[f"stand.{name}"], False, int(result), ("begin",))]
        variant = concerns_of(self.scenario, self.scenario.actors[name]).variants[int(result)]
        return [(index[f"zorg.{name}.{c}"], True, weight, ("begin",)) for c, weight in variant.items()]


def _never(_: Sequence[int]) -> int:
    return 0


class _Allowed(dict[int, Test]):
    """Index of an action → whether it is legal, generated at its first use; a facilitator's card never is."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def __missing__(self, index: int) -> Test:
        if index in self._rules.choices.interventions:
            self[index] = _never
            return _never
        node: Node = ("all", tuple(node for node, _ in self._rules.choices.guards[index]))
        found = self[index] = self._rules.soon(node)
        return found
