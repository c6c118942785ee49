"""What of a state can be forgotten because nobody asks it: counts of cards drawn and of moves done.

The engine itself never reads `gedaan.X`, nor `gebeurd.X` of a card that goes back into its deck; rules do when they
name them, and players may. Rules are looked through here; players are watched while they decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, SupportsIndex

import attrs

from geboortespel.engine.layout import Layout
from geboortespel.scenario.expr import All, Cmp, Count, Flag, Fold, Not, Sum, Var, names_in
from geboortespel.scenario.expr import Any as AnyOf
from geboortespel.scenario.model import Scenario

_EXPRESSIONS = (All, AnyOf, Cmp, Count, Flag, Fold, Not, Sum, Var)


def expressions(thing: Any) -> Iterator[Any]:
    """Every condition and expression anywhere in a part of the model."""
    if isinstance(thing, _EXPRESSIONS):
        yield thing
    elif isinstance(thing, Mapping):
        for item in thing.values():
            yield from expressions(item)
    elif isinstance(thing, (tuple, list)):
        for item in thing:
            yield from expressions(item)
    elif attrs.has(type(thing)):
        for name in attrs.fields_dict(type(thing)):
            yield from expressions(getattr(thing, name))


def named(scenario: Scenario) -> set[str]:
    """Every quantity that some rule or text of the scenario reads."""
    return {name for found in expressions(scenario) for name in names_in(found)}


def forgettable(scenario: Scenario, layout: Layout) -> frozenset[int]:
    """Slots that no rule of the scenario and nothing in the engine reads."""
    asked = named(scenario)
    families = {name.split(".", 1)[0] for name in asked if ".doel" in name or ".ik" in name}
    counts = [] if "gedaan" in families else [f"gedaan.{move}" for move in scenario.moves]
    if "gebeurd" not in families:
        counts += [f"gebeurd.{card}" for deck in scenario.decks.values() if deck.replace for card in deck.cards]
    return frozenset(layout.index[name] for name in counts if name not in asked)


class Watched(list[int]):
    """A state that remembers which slots were read, by whoever has it or a whole copy of it."""

    def __init__(self, slots: list[int], asked: set[int] | None = None) -> None:
        super().__init__(slots)
        self.asked: set[int] = set() if asked is None else asked

    def __getitem__(self, place: SupportsIndex | slice) -> Any:
        if not isinstance(place, slice):
            self.asked.add(place.__index__())
            return super().__getitem__(place)
        if place == slice(None, None, None):
            return Watched(super().__getitem__(place), self.asked)
        self.asked.update(range(*place.indices(len(self))))
        return super().__getitem__(place)

    def __iter__(self) -> Iterator[int]:
        self.asked.update(range(len(self)))
        return super().__iter__()
