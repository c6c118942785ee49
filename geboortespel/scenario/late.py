"""What is left open while building, for `resolve`: rules and references, and the things that may be left out."""

from __future__ import annotations

from typing import Any

from attrs import define, frozen

from geboortespel.scenario.kinds import Kind
from geboortespel.scenario.nodes import Node, Scalar


@define(eq=False)
class Unit:
    """A thing that can be left out whole when it is about somebody who is not there."""

    parent: Unit | None
    name: str
    """Its id, '' for things without."""
    home: Any
    """The dict it stands in under `name`, or the object whose tuple `attr` holds it."""
    attr: str = ""
    thing: Any = None
    gone: bool = False

    def is_gone(self) -> bool:
        """Whether it, or what it stands in, was left out."""
        unit: Unit | None = self
        while unit is not None:
            if unit.gone:
                return True
            unit = unit.parent
        return False


@frozen
class Place:
    """Where in the model something stands: its unit, and the thing whose move, adviser or option it belongs to."""

    unit: Unit | None = None
    owner: str = ""
    """Namespace word of the owner (`zet`, `adviseur`, …), '' when `.doel` and `.ik` mean nothing."""
    owner_id: str = ""


@define(eq=False)
class Late:
    """Work for `resolve`: fill `attr` of `thing` from `node`, or check the key `key` of the dict `thing`."""

    kind: Kind
    thing: Any
    attr: str
    node: Node
    place: Place
    cls: str = ""
    key: Scalar | None = None


def put(thing: Any, attr: str, value: Any) -> None:
    """Fill an attribute that was left open while building; the objects are frozen from here on."""
    object.__setattr__(thing, attr, value)
