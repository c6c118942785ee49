"""Checks of a first year that hold besides those of any scenario."""

from __future__ import annotations

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.model import FirstYear
from geboortespel.scenario.names import BIRTH, rounds
from geboortespel.scenario.nodes import Map, Node, Seq
from geboortespel.scenario.scalars import suggest

NOTHING = ("gebruikt", "verloop", "verwacht", "kraamtijd", "vormen", "besluit", "van")
"""Keys of a scenario that mean nothing in a first year."""


def check(year: FirstYear, section: Map, faults: Faults) -> None:
    """Note what is wrong with a first year: keys without a meaning here, counters that are not there, facts of the
    birth that are no fact, forecasts that do not narrow."""
    for name in NOTHING:
        if name in section.entries:
            faults.at("G118", section.entries[name][0], key=name)
    for at, name in _counters(section):
        if name not in year.counters:
            faults.at("G119", at, id=name, **suggest(name, year.counters))
    _facts(year, section, faults)
    settling = section.get("afrekening")
    if year.settling is not None and isinstance(settling, Map):
        widths, last = year.settling.unsure, rounds(year)
        if widths and (list(widths) != sorted(widths, reverse=True) or len(widths) != last + 1):
            faults.at("G121", settling.get("onzeker") or settling, count=str(last + 1))


def _counters(section: Map) -> list[tuple[Node, str]]:
    """(where, id) of every counter that the year names outside a rule."""
    settling, values = section.get("afrekening"), section.get("waarden")
    named = [settling.get("teller")] if isinstance(settling, Map) else []
    named += values.items if isinstance(values, Seq) else [values]
    return [(node, str(getattr(node, "value", "") or "")) for node in named if node is not None]


def _facts(year: FirstYear, section: Map, faults: Faults) -> None:
    """A fact that is asked of the birth holds a number, `ja`, `nee`, or one of its words."""
    facts = section.get(BIRTH)
    for name, fact in year.birth.items():
        entry = facts.entries.get(name) if isinstance(facts, Map) else None
        number = fact.value.lstrip("+-").isdecimal()
        if entry is not None and (fact.value not in fact.words if fact.words else not (number or fact.yesno)):
            faults.at("G120", entry[0], name=name, value=fact.value, **suggest(fact.value, fact.words))
