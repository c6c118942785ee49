"""What actions are worth, written as Python once per chart: planners price dozens of moves at every decision.

Points are those of a required level: one point short of green is worth about one. A change brings what it takes away of
what is short, and costs what it takes away past what is to spare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from geboortespel.players.chart import Chart, Touch, Work

Measure = tuple[list[float], list[int], list[int]]
"""Per aim: worth of a point, points short, points to spare."""
Price = Callable[[Sequence[int], list[float], list[int], list[int]], float]
Extra = Mapping[int, float]
Finder = Callable[
    [Sequence[int], list[float], list[int], list[int], Callable[[int], bool], Extra, float], tuple[int, float]
]

TALKS = ("overtuigen", "luisteren")
"""Verbs that are weighed person by person (`worth.Moment`)."""
AIMED = ("onderbouwen", "netwerk", "medestander")
"""Verbs whose worth lies also in what they make possible: they come with something extra, by action."""
WRONG = 0.6
"""Part of a switch's worth that setting it wrongly costs."""


class Pricing:
    """Prices of one chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.measure: Callable[[Sequence[int]], Measure] = eval(self._measure())
        self._prices: dict[int, Price | None] = {}
        self._by_terms: dict[str, Price] = {}
        self._finders: dict[str, Finder] = {}

    def _measure(self) -> str:
        """Aims as three lists; what a fact holds down is no aim (no worth, nothing short)."""
        worths, shorts, spares = [], [], []
        for aim in self.chart.aims:
            here, want = f"a[{aim.question}]", aim.want
            if aim.kind == "energy":
                worths.append(f"(.7 if {here} >= 7 else 1.6 if {here} >= 5 else 2.6 if {here} >= 3 else 4.5)")
                want = 9
            elif aim.kind == "support":
                worths.append("0.")
                want = 100
            elif aim.limit >= 0:
                worths.append(f"({aim.weight!r} if a[{aim.limit}] >= {want} else 0.)")
            else:
                worths.append(repr(float(aim.weight)))
            shorts.append(f"({want} - {here} if {here} < {want} else 0)")
            spares.append(f"({here} - {want} if {here} > {want} else 0)")
        return f"lambda a: ([{', '.join(worths)}], [{', '.join(shorts)}], [{', '.join(spares)}])"

    # -- expressions over a (answers), w (worth), l (short), s (to spare) ---------------------------------------------

    def _touch(self, touch: Touch) -> str:
        i, fixed, amount = touch
        aim = self.chart.aims[i]
        if fixed and aim.kind == "exact":
            right = f"(w[{i}] if a[{aim.question}] != {amount} else 0.)"
            return right if amount == aim.want else f"-{WRONG}*w[{i}]"
        if fixed:
            return f"w[{i}]*({amount} - a[{aim.question}])"
        if amount > 0:
            return f"w[{i}]*({amount} if l[{i}] > {amount} else l[{i}])"
        return f"w[{i}]*(s[{i}] - {-amount} if s[{i}] < {-amount} else 0)" if amount else "0."

    def _sum(self, touches: Sequence[Touch]) -> str:
        return " + ".join(self._touch(touch) for touch in touches) or "0."

    def _routes(self, work: Work) -> list[str]:
        by_door: dict[int, list[tuple[int, int]]] = {}
        for door, takes, question in work.routes:
            by_door.setdefault(door, []).append((takes, question))
        terms = []
        for door, routes in by_door.items():
            standing, resistance, each = self.chart.doors[door]
            if not each:
                continue
            inner = "0"
            for takes, question in reversed(routes):
                inner = str(takes) if question < 0 else f"({takes} if a[{question}] else {inner})"
            terms.append(f"({each!r}*min({inner}, a[{resistance}]) if a[{standing}] == 1 else 0.)")
        return terms

    def terms(self, work: Work) -> list[str]:
        """What is summed for the worth of a work, energy paid; none when it touches nothing that counts."""
        terms = [self._touch(touch) for touch in work.sure]
        terms += [f"(({self._sum(touches)}) if a[{question}] else 0.)" for question, touches in work.maybe]
        terms += self._routes(work)
        seat = self.chart.seat_of[work.index]
        energy = self.chart.by_name.get(f"energie.{seat}")
        if work.energy and energy is not None:
            terms.append(f"-{work.energy}*w[{energy}]")
        if work.opens or work.verb in AIMED:
            terms.append(f"extra.get({work.index}, 0.)")
        return terms

    def price(self, index: int) -> Price | None:
        """The worth of one action as a function, the same for actions that bring the same; None when it touches nothing
        that counts."""
        if index not in self._prices:
            work = self.chart.works[index]
            terms = [term for term in self.terms(work) if not term.startswith("extra")] if work is not None else []
            self._prices[index] = self._written(" + ".join(terms)) if terms else None
        return self._prices[index]

    def _written(self, terms: str) -> Price:
        if terms not in self._by_terms:
            self._by_terms[terms] = eval(f"lambda a, w, l, s: {terms}")
        return self._by_terms[terms]

    def finder(self, seat: str) -> Finder:
        """The seat's best move but talking that `may` be done, per point of time, if it beats `most`; else -1."""
        if seat not in self._finders:
            self._finders[seat] = _Finding(self, seat).function()
        return self._finders[seat]


class _Finding:
    """Writes the finder of one seat: by time, so that what takes too long is passed over at once; moves that only
    their extra tells apart (what to underpin, whom to reach) are priced once."""

    def __init__(self, pricing: Pricing, seat: str) -> None:
        chart = pricing.chart
        works = [work for work in chart.works if work is not None and chart.seat_of[work.index] == seat]
        self.time = chart.times[seat]
        self.rows: list[tuple[Work, list[str]]] = []
        self.alike: dict[tuple[int, tuple[str, ...]], list[int]] = {}
        for work in works:
            if work.kind != "zet" or work.verb in TALKS:
                continue
            terms = pricing.terms(work)
            plain = [term for term in terms if not term.startswith("extra")]
            if len(plain) < len(terms):
                self.alike.setdefault((max(work.time, 1), tuple(plain)), []).append(work.index)
            elif terms:
                self.rows.append((work, terms))

    def function(self) -> Finder:
        scope: dict[str, Any] = {}
        exec("\n".join(self.lines(scope)), scope)
        found: Finder = scope["find"]
        return found

    def lines(self, scope: dict[str, Any]) -> list[str]:
        lines = ["def find(a, w, l, s, may, extra, most):", "    best = -1"]
        for n, ((time, terms), indices) in enumerate(self.alike.items()):
            scope[f"alike{n}"], scope[f"has{n}"] = tuple(indices), frozenset(indices)
            lines += [f"    base = {' + '.join(terms) or '0.'}", "    for index, more in extra.items():"]
            lines += [f"        if index in has{n} and (base + more)/{time} > most and may(index):"]
            lines += [f"            best, most = index, (base + more)/{time}"]
            if terms:
                lines += [
                    f"    if base/{time} > most:",
                    f"        for index in alike{n}:",
                    "            if may(index):",
                ]
                lines += [f"                best, most = index, base/{time}", "                break"]
        for time in sorted({work.time for work, _ in self.rows}):
            lines += [f"    if a[{self.time}] < {time}:", "        return best, most"] if time > 1 else []
            lines += self._rows([(work, terms) for work, terms in self.rows if work.time == time], max(time, 1))
        return [*lines, "    return best, most"]

    def _rows(self, rows: list[tuple[Work, list[str]]], time: int) -> list[str]:
        """Moves that take the same time: what several have in common is summed once."""
        by_move: dict[str, list[tuple[int, list[str]]]] = {}
        for work, terms in rows:
            by_move.setdefault(work.what, []).append((work.index, terms))
        lines, own = [], []
        for n, (_, group) in enumerate(by_move.items()):
            common = [term for term in group[0][1] if all(term in terms for _, terms in group)] if group[1:] else []
            name = f"c{time}_{n}"
            own += [
                (index, [*[t for t in terms if t not in common], *([name] if common else [])]) for index, terms in group
            ]
            lines += [f"    {name} = {' + '.join(common)}"] if common else []
        count = Counter(term for _, terms in own for term in terms if not term.startswith("c"))
        shared = {term: f"t{i}" for i, term in enumerate(term for term, times in count.items() if times > 1)}
        lines += [f"    {name} = {term}" for term, name in shared.items()]
        for index, terms in own:
            value = " + ".join(shared.get(term, term) for term in terms)
            lines += [f"    v = ({value})/{time}" if time > 1 else f"    v = {value}"]
            lines += [f"    if v > most and may({index}):", f"        best, most = {index}, v"]
        return lines
