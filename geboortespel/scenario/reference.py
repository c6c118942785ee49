"""The model for authors: every class with its keys, in reading order, and the message ids of all explanations."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.scenario.kinds import Inner, Int, Items, Kind, ListOf, MapOf, Obj
from geboortespel.scenario.plan import plan

TOP = "Scenario"


@frozen
class Entry:
    """One key of a class: its kind, explanation (a message id), and default (None when there is none to tell)."""

    key: str
    kind: Kind
    doc: str
    required: bool
    default: object


def entries(of: str) -> tuple[Entry, ...]:
    """The keys of a model class, in the order in which they are declared."""
    shape = plan(of)
    docs = {f.name: f for f in shape.cls.__attrs_attrs__}  # type: ignore[attr-defined]
    return tuple(
        Entry(key, item.kind, docs[item.attr].metadata["doc"], item.required, docs[item.attr].default)
        for key, item in shape.keys.items()
    )


def classes(of: str = TOP) -> list[str]:
    """Model classes from `of` on, each once, in the order in which an author comes across them."""
    seen = {of: None}
    todo = [of]
    while todo:
        inner = [name for entry in entries(todo.pop(0)) if (name := inside(entry.kind)) and name not in seen]
        seen.update(dict.fromkeys(inner))
        todo += dict.fromkeys(inner)
    return list(seen)


def inside(kind: Kind) -> str:
    """The model class that a key of this kind holds, '' when it holds none."""
    match kind:
        case Items(of, _) | Obj(of, _) | Inner(of):
            return of
        case ListOf(item):
            return inside(item)
        case MapOf(_, value):
            return inside(value)
    return ""


def message_ids() -> Iterator[str]:
    """Every explanation and every unit, for the catalogs."""
    for of in classes():
        for entry in entries(of):
            yield entry.doc
            yield from _units(entry.kind)


def _units(kind: Kind) -> Iterator[str]:
    match kind:
        case Int(_, _, unit) if unit:
            yield unit
        case ListOf(item):
            yield from _units(item)
        case MapOf(_, value):
            yield from _units(value)
