"""Batches: changes that read one old state, are summed per slot and clamped once (design 2)."""

from __future__ import annotations

from collections.abc import Iterable

from geboortespel.engine.ir import round_half_away
from geboortespel.engine.layout import Layout
from geboortespel.engine.ledger import Cause, Entry, Log, share
from geboortespel.engine.plans import Step
from geboortespel.engine.propagation import Pull, rounded

CLAMPED: Cause = ("grens",)


def _store(layout: Layout, s: list[int], slot: int, total: int, log: Log | None) -> None:
    wanted = s[slot] + total
    value = min(layout.high[slot], max(layout.low[slot], wanted))
    if log is not None and value != wanted:
        log.entries.append(Entry(layout.names[slot], value - wanted, CLAMPED))
    s[slot] = value


def apply_steps(layout: Layout, s: list[int], steps: Iterable[Step], log: Log | None) -> None:
    """Apply one batch to `s` in place. A set counts as the difference with the old value; the first set wins."""
    if log is None:
        _apply_quietly(layout, s, steps)
        return
    totals: dict[int, int] = {}
    already: set[int] = set()
    for slot, fixed, amount, cause in steps:
        delta = amount
        if fixed:
            delta = 0 if slot in already else amount - s[slot]
            already.add(slot)
        if delta:
            log.entries.append(Entry(layout.names[slot], delta, cause))
        totals[slot] = totals.get(slot, 0) + delta
    for slot, total in totals.items():
        if total:
            _store(layout, s, slot, total, log)


def _apply_quietly(layout: Layout, s: list[int], steps: Iterable[Step]) -> None:
    """`apply_steps` without a ledger, for simulation."""
    low, high = layout.low, layout.high
    totals: dict[int, int] = {}
    already: set[int] | None = None
    for slot, fixed, amount, _ in steps:
        if fixed:
            already = already or set()
            amount = 0 if slot in already else amount - s[slot]
            already.add(slot)
        totals[slot] = totals.get(slot, 0) + amount
    for slot, total in totals.items():
        value = s[slot] + total
        s[slot] = low[slot] if value < low[slot] else high[slot] if value > high[slot] else value


def apply_pulls(layout: Layout, s: list[int], pulls: Iterable[Pull], log: Log | None) -> None:
    """Apply the doorwerking to `s` in place: fractions per slot, rounded once; the ledger gets whole shares."""
    if log is None:
        _pull_quietly(layout, s, pulls)
        return
    by_slot: dict[int, list[Pull]] = {}
    for pull in pulls:
        by_slot.setdefault(pull[0], []).append(pull)
    for slot, items in by_slot.items():
        total = rounded(items)
        shares = share(total, [(num, den) for _, num, den, _ in items])
        log.entries.extend(
            Entry(layout.names[slot], part, item[3]) for part, item in zip(shares, items, strict=True) if part
        )
        if total:
            _store(layout, s, slot, total, log)


def _pull_quietly(layout: Layout, s: list[int], pulls: Iterable[Pull]) -> None:
    """`apply_pulls` without a ledger, for simulation."""
    sums: dict[int, tuple[int, int]] = {}
    for slot, num, den, _ in pulls:
        found = sums.get(slot)
        if found is None:
            sums[slot] = (num, den)
        elif found[1] == den:
            sums[slot] = (found[0] + num, den)
        else:
            sums[slot] = (found[0] * den + num * found[1], found[1] * den)
    low, high = layout.low, layout.high
    for slot, (num, den) in sums.items():
        value = s[slot] + (num if den == 1 else round_half_away(num, den))
        s[slot] = low[slot] if value < low[slot] else high[slot] if value > high[slot] else value
