"""Bounds on every quantity of a scenario: what it can be in any round, in whatever game.

A quantity begins somewhere and moves by the effects that name it, each as often as it can happen at most, by
influences, drift and tolls every round, and by what the engine itself does. Clamping only brings values nearer.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from geboortespel.scenario.expr import Change, Count, Fold, Num, Numeric, Sum, Var
from geboortespel.scenario.model import Aspect, Scenario
from geboortespel.scenario.names import Quantity, concerns_of, quantities
from geboortespel.scenario.review.counting import WITHOUT_END, Counting
from geboortespel.scenario.review.spans import Span, few

_PEOPLE = ("steun", "anker")


@frozen
class Term:
    """What can move a quantity: `amount`, `times` times at most, by the thing with this id."""

    amount: int
    times: int
    source: str


class Bounds:
    """Spans of quantities over `rounds` rounds. `ended`: also those of the moment at which the game ends; `before`:
    before anybody has moved in the last of these rounds."""

    def __init__(self, scenario: Scenario, rounds: int, *, ended: bool = False, before: bool = False) -> None:
        self.scenario, self.ended, self.now = scenario, ended, rounds
        self.rounds = rounds - 1 if before else rounds
        self.counting = Counting(scenario, self.rounds, rounds)
        self.table: Mapping[str, Quantity] = quantities(scenario)
        self._spans: dict[str, Span] = {}
        self._terms: dict[str, list[Term]] = {}
        self._sets: dict[str, set[int]] = {}
        for push in self.counting.pushes():
            if isinstance(push.effect, Change):
                self._count(push.effect, push.times, push.source)
        self._engine()
        self._opinions = self._people()

    # -- what moves what -------------------------------------------------------------------------------------------

    def members(self, name: str) -> list[str]:
        """Names that `name` can stand for: itself, or every one that fits where it says `doel` or `ik`."""
        pieces = name.split(".")
        if not {"doel", "ik"} & set(pieces[1:]):
            return [name]
        fits = []
        for known in self.table:
            parts = known.split(".")
            if len(parts) == len(pieces) and all(p in ("doel", "ik", q) for p, q in zip(pieces, parts, strict=True)):
                fits.append(known)
        return fits

    def _count(self, change: Change, times: int, source: str) -> None:
        for name in self.members(change.name):
            if change.op == "=":
                self._sets.setdefault(name, set()).add(change.amount)
            else:
                self._terms.setdefault(name, []).append(Term(change.amount, times, source))

    def _add(self, name: str, amount: int, times: int, source: str) -> None:
        if name in self.table and amount and times:
            self._terms.setdefault(name, []).append(Term(amount, times, source))

    def _engine(self) -> None:
        """What happens by itself, and what verbs do besides what is written."""
        scenario, counting = self.scenario, self.counting
        for aspect in scenario.aspects.values():
            self._add(f"stand.{aspect.id}", aspect.drift, self.rounds, "per_ronde")
        for link in scenario.influences.values():
            family = "stand" if f"stand.{link.target_aspect}" in self.table else "inzicht"
            pulls = (link.green, link.amber, link.red)
            for pull in {max(0, *pulls), min(0, *pulls)}:
                self._add(f"{family}.{link.target_aspect}", pull, self.rounds, link.id)
        listening = counting.verbs("luisteren")
        for actor in scenario.actors:
            self._add(f"relatie.{actor}", 1, counting.all_times(listening), "luisteren")
            self._add(f"steun.{actor}", scenario.rules.guess, counting.all_times(listening), "raden")
        if scenario.talks is not None:
            self._sets.setdefault("akkoord", set()).add(1)
        if counting.verbs("medestander"):
            for believer in scenario.believers.values():
                if believer.was:
                    self._sets.setdefault(f"meedoet.{believer.id}", set()).add(1)
        if counting.verbs("adviseur"):
            for adviser in scenario.advisers:
                self._sets.setdefault(f"adviseur.{adviser}", set()).add(1)

    def _people(self) -> Span:
        """What anybody's support can be: opinions only ever move between those that there are."""
        if self.counting.verbs("overtuigen") or any(move.last_word for move in self.scenario.moves.values()):
            return Span(-100, 100)
        names = [name for name in self.table if name.split(".")[0] in _PEOPLE]
        starts = [self.table[name].start for name in names] or [0]
        starts += [value for name in names for value in self._sets.get(name, ())]
        every = [term.amount * term.times for name in names for term in self._terms.get(name, ())]
        low = min(starts) + sum(amount for amount in every if amount < 0)
        high = max(starts) + sum(amount for amount in every if amount > 0)
        return Span(max(-100, low), min(100, high))

    # -- spans -----------------------------------------------------------------------------------------------------

    def span(self, name: str) -> Span:
        """What a quantity can be."""
        found = self._spans.get(name)
        if found is None:
            found = self._spans[name] = self._span(name)
        return found

    def _span(self, name: str) -> Span:
        members = self.members(name)
        if members != [name]:
            spans = [self.span(member) for member in members] or [Span(-(10**9), 10**9)]
            whole = spans[0]
            for more in spans[1:]:
                whole = whole.hull(more)
            return whole
        if name == "draagvlak":
            return self._backing()
        aspect = self.scenario.aspects.get(name)
        if aspect is not None and (name not in self.table or self.table[name].computed):
            return self._level(aspect)
        return self._plain(name)

    def _plain(self, name: str) -> Span:
        quantity = self.table[name]
        family = name.partition(".")[0]
        if family in _PEOPLE:
            return self._opinions
        match family:
            case "ronde":
                return Span(1, self.now + (1 if self.ended else 0))
            case "fase":
                return few(*range(max(1, len(self.scenario.phases))))
            case "gestopt":
                stops = self.ended and any(phase.gate for phase in self.scenario.phases.values())
                return few(0, 1) if stops else few(0)
            case "gebeurd":
                return self._happened(name, quantity)
            case "gedaan":
                return Span(0, min(quantity.high, self.counting.times(self.scenario.moves[name.split(".")[1]])))
            case "zorg":
                return self._concern(name)
            case "gehoord":
                return few(0, 1) if self.counting.reveals(name.split(".")[1]) else few(0)
            case "tijd":
                return self._time(name, quantity)
            case "energie" | "bereik" | "weerstand" | "gesprek" | "afspraak" | "herhaald" | "drempel":
                return self._any(quantity)
            case "geboorte":
                return self._any(quantity)
        return self._moved(name, quantity)

    @staticmethod
    def _any(quantity: Quantity) -> Span:
        few_enough = quantity.high - quantity.low < 64
        return few(*range(quantity.low, quantity.high + 1)) if few_enough else Span(quantity.low, quantity.high)

    def _moved(self, name: str, quantity: Quantity) -> Span:
        terms, sets = self._terms.get(name, ()), self._sets.get(name, set())
        if quantity.type != "number":
            return few(quantity.start, *sets)
        low, high = self._begin(name)
        low += sum(term.amount * term.times for term in terms if term.amount < 0)
        high += sum(term.amount * term.times for term in terms if term.amount > 0)
        low -= self._costs(name)
        return Span(max(quantity.low, low), min(quantity.high, high))

    def _begin(self, name: str) -> tuple[int, int]:
        """Where it begins, or is put."""
        family, _, member = name.partition(".")
        spread = self.scenario.aspects[member].spread if family == "stand" else 0
        quantity, sets = self.table[name], self._sets.get(name, set())
        thing = self.scenario.aspects.get(member) if family == "stand" else self.scenario.counters.get(name)
        if thing is not None and thing.begin is not None:
            return quantity.low, quantity.high
        return min(quantity.start - spread, *sets, quantity.start), max(quantity.start + spread, *sets, quantity.start)

    def _costs(self, name: str) -> int:
        """How far costs can take it down; paying never brings it under its bound."""
        asked = [move.cost for move in self.scenario.moves.values()]
        asked += [option.cost for move in self.scenario.moves.values() for option in move.options.values()]
        asked += [adviser.cost for adviser in self.scenario.advisers.values()]
        events = [*self.scenario.events.values(), *(c for d in self.scenario.decks.values() for c in d.cards.values())]
        asked += [option.cost for event in events for option in event.options.values()]
        return WITHOUT_END if any(cost.get(name) for cost in asked) else 0

    def _happened(self, name: str, quantity: Quantity) -> Span:
        card = name.partition(".")[2]
        for deck in self.scenario.decks.values():
            if card in deck.cards:
                if not deck.cards[card].weight:
                    return few(0)
                return Span(0, min(quantity.high, self.now * deck.draws if deck.replace else 1))
        return few(0, 1)

    def _concern(self, name: str) -> Span:
        _, actor, concern = name.split(".")
        setup = concerns_of(self.scenario, self.scenario.actors[actor])
        variants = setup.variants or ({},)
        return few(*(variant.get(concern, setup.fixed.get(concern, 0)) for variant in variants))

    def _time(self, name: str, quantity: Quantity) -> Span:
        if self._sets.get(name) or any(term.amount > 0 for term in self._terms.get(name, ())):
            return self._any(quantity)
        believer = self.scenario.believers.get(name.split(".")[1])
        return Span(0, believer.time if believer else self.scenario.turn.moves)

    # -- worked out from others ------------------------------------------------------------------------------------

    def _level(self, aspect: Aspect) -> Span:
        if aspect.derived is not None:
            span, low, high = self.value(aspect.derived.of), aspect.derived.low, aspect.derived.high
            ends = [max(0, min(100, round(100 * (end - low) / (high - low)))) for end in (span.low, span.high)]
            found = Span(max(0, min(ends) - 1), min(100, max(ends) + 1))
        elif f"stand.{aspect.id}" in self.table:
            found = self.span(f"stand.{aspect.id}")
        else:
            fact, insight = self.span(f"feit.{aspect.id}"), self.span(f"inzicht.{aspect.id}")
            found = Span(min(fact.low, insight.low), min(fact.high, insight.high))
        caps = [t.caps[aspect.id] for t in self.scenario.thresholds.values() if aspect.id in t.caps]
        return Span(min(found.low, *caps), found.high) if caps else Span(found.low, found.high)

    def _backing(self) -> Span:
        body = self.scenario.body
        members = body.members if body and body.members else tuple(self.scenario.actors)
        spans = [self.span(f"steun.{member}") for member in members]
        return Span(min(s.low for s in spans), max(s.high for s in spans)) if spans else few(0)

    def value(self, node: Numeric) -> Span:
        """What an expression can be."""
        match node:
            case Num(value):
                return Span(value, value)
            case Var(name):
                return self.span(name)
            case Count(items):
                return Span(0, len(items))
            case Sum(terms):
                total = Span(0, 0)
                for sign, term in terms:
                    total = total + self.value(term).times(sign)
                return total
            case Fold(fn, items):
                return fold(fn, [self.value(item) for item in items])

    # -- the reasoning ---------------------------------------------------------------------------------------------

    def sum(self, name: str, *, up: bool) -> str:
        """Where the bound comes from, as a sum: `42 +8 raming +2×5 agenderen`; '' when it is no such sum."""
        aspect = self.scenario.aspects.get(name)
        if aspect is not None:
            if aspect.derived is not None:
                return ""
            stock = f"stand.{name}" in self.table
            names = [f"stand.{name}"] if stock else [f"feit.{name}", f"inzicht.{name}"]
            name = min(names, key=lambda one: self.span(one).high)
        if name not in self.table or name.split(".")[0] not in (*self.scenario.counters, "stand", "inzicht", "feit"):
            return ""
        terms = [term for term in self._terms.get(name, ()) if (term.amount > 0) is up]
        if any(term.times >= WITHOUT_END for term in terms):
            return ""
        start = self._begin(name)[1 if up else 0]
        parts = [f"{t.amount:+d}{f'×{t.times}' if t.times > 1 else ''} {t.source}" for t in terms]
        return " ".join([str(start), *parts])


def fold(fn: str, spans: list[Span]) -> Span:
    """`laagste`, `hoogste` or `gemiddelde` of spans."""
    lows, highs = [s.low for s in spans], [s.high for s in spans]
    if fn == "laagste":
        return Span(min(lows), min(highs))
    if fn == "hoogste":
        return Span(max(lows), max(highs))
    return Span(sum(lows), sum(highs)).over(len(spans))
