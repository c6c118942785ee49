"""Without a ledger: batches as generated functions, for simulation.

`ending` writes the end of a round from the same contributions, `doing` an action from the same plan, that the plain
back end runs with a ledger; a differential test holds both against each other. Functions change a state in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import lcm
from typing import Any

from geboortespel.engine.actions import Action
from geboortespel.engine.ir import Node, scaled, source
from geboortespel.engine.layout import Layout
from geboortespel.engine.persuasion import Persuasion
from geboortespel.engine.plans import Plan
from geboortespel.engine.propagation import Contribution

Change = Callable[[list[int]], None]

OFTEN = 6
"""How often an action is done plainly before it is worth writing: writing costs as much as doing it fifty times."""
MOST_TALKS = 9
"""Upper bound of times listened (`scenario.names`), for tables over it."""


def _store(layout: Layout, slot: int, delta: str) -> list[str]:
    """Lines that add `delta` to a slot, within its bounds."""
    low, high = layout.low[slot], layout.high[slot]
    return [f"v = s[{slot}] + {delta}", f"s[{slot}] = {low} if v < {low} else {high} if v > {high} else v"]


def _function(lines: Iterable[str], scope: dict[str, Any] | None = None) -> Change:
    names: dict[str, Any] = {"scaled": scaled, **(scope or {})}
    exec("\n".join(["def change(s):", *(f"    {line}" for line in lines), "    return None"]), names)
    found: Change = names["change"]
    return found


# -- the end of a round ----------------------------------------------------------------------------------------------


def _summed(items: Sequence[tuple[int, Node]]) -> str:
    """Σ factor × node, the terms over plain slots taken together."""
    slots: dict[int, int] = {}
    fixed, rest = 0, []
    for factor, node in items:
        parts = node[1] if node[0] == "sum" else ((1, node),)
        for times, part in parts:
            if part[0] == "s":
                slots[part[1]] = slots.get(part[1], 0) + factor * times
            elif part[0] == "n":
                fixed += factor * times * part[1]
            else:
                rest.append((factor * times, part))
    texts = [f"{times}*s[{slot}]" for slot, times in slots.items() if times]
    texts += [source(part) if times == 1 else f"{times}*{source(part)}" for times, part in rest]
    texts += [str(fixed)] if fixed or not texts else []
    return " + ".join(texts)


def ending(layout: Layout, contributions: Sequence[Contribution]) -> Change:
    """The doorwerking: all sums from the snapshot, each rounded and clamped once."""
    by_slot: dict[int, list[Contribution]] = {}
    for item in contributions:
        by_slot.setdefault(item.slot, []).append(item)
    lines, stores = [], []
    for slot, items in by_slot.items():
        bottom = lcm(*(item.bottom for item in items))
        lines.append(f"x = {_summed([(bottom // item.bottom, item.top) for item in items])}")
        if bottom > 1:  # half away from zero
            lines.append(f"x = (2*x + {bottom}) // {2 * bottom} if x >= 0 else -(({bottom} - 2*x) // {2 * bottom})")
        lines.append(f"d{slot} = x")
        stores += [f"if d{slot}:", *(f"    {line}" for line in _store(layout, slot, f"d{slot}"))]
    return _function([*lines, *stores])


# -- an action -------------------------------------------------------------------------------------------------------


class Unwritten(Exception):
    """The plan holds something that is only done plainly."""


def telling(persuasion: Persuasion, action: Action, energy: int | None) -> list[str]:
    """`Persuasion.attempt` written out: adds to the sums of support, anchor and energy; sets `hit`."""
    rules, argument = persuasion.rules, persuasion.scenario.arguments[action.choice]
    address = persuasion.address(action.target, argument)
    answered = [(weight, heard, strength) for weight, heard, strength in address.concerns if strength]
    near, skilled = persuasion.standing(action.seat, action.target, argument)
    credits = tuple(persuasion.credit(talks, near, skilled) for talks in range(MOST_TALKS + 1))
    culture = f"max(0, {rules.culture_bound} - {source(persuasion.culture.node)})" if persuasion.culture else "0"
    lines = [
        f"top = {' + '.join(f'{strength}*s[{weight}]' for weight, _, strength in answered) or '0'}",
        f"weight = {' + '.join(f's[{weight}]' for weight, _, _ in address.concerns) or '0'}",
        f"heard = {' or '.join(f's[{weight}] and s[{heard}]' for weight, heard, _ in answered) or 'False'}",
        "if not weight: top, weight, heard = 3, 1, True",
        f"hit = 100*top >= {3 * rules.miss}*weight",
        "if hit:",
        f"    under = s[{address.underpinned}]",
        f"    if not heard and under > {rules.unheard}: under = {rules.unheard}",
        f"    fresh = max(0, 100 - {rules.wear}*s[{address.repeats}])",
        f"    gain = {rules.scale}*top*under*{credits}[s[{address.relation}]]*fresh"
        f" - {900 * rules.culture_share}*weight*{culture}",
        "    whole = 90000*weight",
        "    gain = (2*gain + whole) // (2*whole) if gain > 0 else 0",
        "    hit = gain > 0",
        f"    t{persuasion.index[f'steun.{action.target}']} += gain",
        f"    t{persuasion.index[f'anker.{action.target}']} += ({2 * rules.anchor}*gain + 100) // 200",
        "else:",
        f"    t{persuasion.index[f'steun.{action.target}']} += {rules.miss_support}",
    ]
    return lines if energy is None else [*lines, f"    t{energy} += {rules.miss_energy}"]


class Quiet:
    """The quiet actions of one game, each written when it is done for the `OFTEN`-th time."""

    def __init__(self, layout: Layout, persuasion: Persuasion, doors: Sequence[tuple[int, int]]) -> None:
        self.layout, self.persuasion, self.doors = layout, persuasion, doors
        self._times: dict[int, int] = {}
        self._written: dict[int, Change | None] = {}

    def change(self, action: Action, plan: Plan) -> Change | None:
        """The batch of this action as a function, or None to do it plainly."""
        if action.index in self._written:
            return self._written[action.index]
        times = self._times[action.index] = self._times.get(action.index, 0) + 1
        if times < OFTEN:
            return None
        try:
            found: Change | None = self._write(action, plan)
        except Unwritten:
            found = None
        self._written[action.index] = found
        return found

    def _write(self, action: Action, plan: Plan) -> Change:
        told: list[int] = []
        lines: list[str] = []
        if plan.persuades:
            index = self.layout.index
            energy = index.get(f"energie.{action.seat}")
            told = [index[f"steun.{action.target}"], index[f"anker.{action.target}"]]
            told += [energy] if energy is not None else []
            lines = telling(self.persuasion, action, energy)
        return _function(_Doing(self.layout, plan).lines(lines, told, self.doors))


class _Doing:
    """Writes one plan: tests and sums from the old state, then the stores, then doors that open."""

    def __init__(self, layout: Layout, plan: Plan) -> None:
        self.layout, self.plan = layout, plan
        self.body: list[str] = []
        self.sums: dict[int, int | None] = {}
        """Slot → what is always added, or None when that differs."""
        self.fixed: set[int] = set()

    def lines(self, telling: Sequence[str], told: Sequence[int], doors: Sequence[tuple[int, int]]) -> list[str]:
        plan = self.plan
        conditional = [(part.test.node, part.steps) for part in plan.parts if part.test and part.steps]
        if any(part.test is not None and (part.reveals or part.opens) for part in plan.parts):
            raise Unwritten
        varying = {step[0] for _, steps in conditional for step in steps} | set(told)
        varying |= {way.resistance for way in plan.ways} | ({plan.overwork[0]} if plan.overwork else set())
        varying |= {slot for slot, fixed, _, _ in plan.fixed if fixed}
        always: dict[int, int] = {}
        head = [f"t{slot} = 0" for slot in sorted(varying)]
        for slot, fixed, amount, _ in plan.fixed:
            if slot in varying:
                head.append(self._step(slot, fixed, amount))
            else:
                always[slot] = always.get(slot, 0) + amount
        for when, steps in conditional:
            head += [f"if {source(when)}:", *(f"    {self._step(*step[:3])}" for step in steps)]
        if plan.overwork:
            head.append(f"t{plan.overwork[0]} -= {source(plan.overwork[1].node)}")
        head += telling
        for way in plan.ways:
            head += self._way(way.standing, way.resistance, [(takes, test.node) for takes, test, _ in way.routes])
        for slot, amount in always.items():
            head += _store(self.layout, slot, str(amount)) if amount else []
        for slot in sorted(varying):
            head += [f"if t{slot}:", *(f"    {line}" for line in _store(self.layout, slot, f"t{slot}"))]
        head += [f"s[{slot}] += 1" for slot in plan.counts]
        touched = varying | set(always)
        for standing, resistance in doors:
            if standing in touched or resistance in touched:
                head.append(f"if s[{standing}] == 1 and not s[{resistance}]: s[{standing}] = 2")
        return head

    def _step(self, slot: int, fixed: bool, amount: int) -> str:
        if not fixed:
            return f"t{slot} += {amount}"
        if slot in self.fixed:  # of several sets the first that happens wins
            raise Unwritten
        self.fixed.add(slot)
        return f"t{slot} += {amount} - s[{slot}]"

    def _way(self, standing: int, resistance: int, routes: Sequence[tuple[int, Node]]) -> Iterator[str]:
        hit = " and hit" if self.plan.persuades else ""
        yield f"if s[{standing}] == 1{hit}:"
        for n, (takes, when) in enumerate(routes):
            yield f"    {'el' if n else ''}if {source(when)}: t{resistance} -= {takes}"
