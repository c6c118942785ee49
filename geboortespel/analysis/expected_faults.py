"""Verdicts on expectations as diagnostics, at the place where the expectation stands."""

from __future__ import annotations

from collections.abc import Iterable

from geboortespel.analysis.expectations import Verdict
from geboortespel.scenario.codes import CODES
from geboortespel.scenario.diagnostics import Enough, Fault, Faults
from geboortespel.scenario.nodes import Map, Node
from geboortespel.scenario.places import things
from geboortespel.scenario.reader import Reading

WHERE = {
    "G180": "kans",
    "G181": "kans",
    "G182": "altijd",
    "G183": "uitkomst",
    "G184": "journaal",
    "G185": "journaal",
    "G186": "speler",
    "G187": "speler",
}
"""Code → the key that it is about."""


def as_faults(reading: Reading, verdicts: Iterable[Verdict]) -> tuple[Fault, ...]:
    """A diagnostic for every verdict that is not good, in the scenario's order."""
    root = reading.root
    assert root is not None
    found, places = Faults(), dict(things(root.get("verwacht")))
    for verdict in verdicts:
        if verdict.code in CODES:
            try:
                found.at(verdict.code, _node(places.get(verdict.id), verdict.code, root), **verdict.params)
            except Enough:
                break
    return found.sorted()


def _node(place: Map | None, code: str, root: Map) -> Node:
    if place is None:
        return root
    key = WHERE.get(code, "id")
    return place.entries[key][0] if key in place.entries else place.get("id") or place
