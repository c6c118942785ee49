"""What changed between two scenarios, thing by thing: what players read, and what the game does.

Works on merged trees (`reader.Reading.resolved`), so a change in a base set shows too. Things with ids are compared by
id, whatever their place.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.scenario.kinds import Inner, Items, Kind, Lines, ListOf, MapOf, Obj, Text
from geboortespel.scenario.nodes import Plain
from geboortespel.scenario.plan import plan


@frozen
class Difference:
    """One change. `path`: keys and ids down to it; `was` and `now` as written on one line, None where it is not."""

    path: str
    text: bool
    """Whether it is something that is read; else it is a rule, a number or a whole thing."""
    was: str | None
    now: str | None


def differences(old: dict[str, Plain], new: dict[str, Plain]) -> Iterator[Difference]:
    """Every change from the one merged tree to the other, in the order of the model."""
    yield from _object("Scenario", old, new, "")


def _object(of: str, old: dict[str, Plain], new: dict[str, Plain], path: str) -> Iterator[Difference]:
    keys = plan(of).keys
    for name in dict.fromkeys([*keys, *old, *new]):
        kind = keys[name].kind if name in keys else None
        at = f"{path}.{name}" if path else name
        if name not in old or name not in new:
            if name in old or name in new:
                yield from _one_sided(kind, old.get(name), new.get(name), at, there=name in old)
        else:
            yield from _value(kind, old[name], new[name], at)


def _one_sided(kind: Kind | None, old: Plain, new: Plain, path: str, *, there: bool) -> Iterator[Difference]:
    """A key that only one of the two has: things in it one by one, anything else as it is."""
    found = old if there else new
    if isinstance(kind, (Items, MapOf)):
        for name, value in _things(kind, found).items():
            yield _gone(f"{path}.{name}", value) if there else _added(f"{path}.{name}", value)
        return
    yield _gone(path, found, kind) if there else _added(path, found, kind)


def _value(kind: Kind | None, old: Plain, new: Plain, path: str) -> Iterator[Difference]:
    if old == new:
        return
    match kind:
        case Items() | MapOf():
            yield from _collection(kind, old, new, path)
        case Obj(of, _) | Inner(of) if isinstance(old, dict) and isinstance(new, dict):
            yield from _object(of, old, new, path)
        case ListOf(Obj(of, _)) if _listed(old, new):
            assert isinstance(old, list)
            assert isinstance(new, list)
            for number, (was, now) in enumerate(zip(old, new, strict=True), 1):
                if isinstance(was, dict) and isinstance(now, dict):
                    yield from _object(of, was, now, f"{path}.{number}")
        case _:
            if isinstance(old, dict) and isinstance(new, dict):
                for name in dict.fromkeys([*old, *new]):
                    if old.get(name) != new.get(name):
                        at = f"{path}.{name}"
                        yield Difference(at, isinstance(kind, Lines), flow(old.get(name)), flow(new.get(name)))
            else:
                yield Difference(path, _read(kind), flow(old), flow(new))


def _listed(old: Plain, new: Plain) -> bool:
    """Whether two lists go side by side: as long as each other, and of things."""
    if not isinstance(old, list) or not isinstance(new, list) or len(old) != len(new):
        return False
    return all(isinstance(item, dict) for item in (*old, *new))


def _collection(kind: Items | MapOf, old: Plain, new: Plain, path: str) -> Iterator[Difference]:
    before, after = _things(kind, old), _things(kind, new)
    inner = Obj(kind.of) if isinstance(kind, Items) else kind.value
    for name in dict.fromkeys([*before, *after]):
        at = f"{path}.{name}"
        if name not in after:
            yield _gone(at, before[name])
        elif name not in before:
            yield _added(at, after[name])
        else:
            yield from _value(inner, before[name], after[name], at)
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before] and isinstance(kind, Items):
        yield Difference(path, False, ", ".join(kept), ", ".join(name for name in after if name in before))


def _things(kind: Items | MapOf, tree: Plain) -> dict[str, Plain]:
    if isinstance(tree, dict):
        return {str(tree["id"]): tree} if isinstance(kind, Items) and not kind.keyed and "id" in tree else tree
    found: dict[str, Plain] = {}
    for item in tree if isinstance(tree, list) else ():
        if isinstance(item, dict):
            found[str(item.get("id"))] = item
    return found


def _gone(path: str, value: Plain, kind: Kind | None = None) -> Difference:
    return Difference(path, _read(kind), flow(value), None)


def _added(path: str, value: Plain, kind: Kind | None = None) -> Difference:
    return Difference(path, _read(kind), None, flow(value))


def _read(kind: Kind | None) -> bool:
    return isinstance(kind, (Text, Lines)) or (isinstance(kind, ListOf) and isinstance(kind.item, Text))


def flow(value: Plain) -> str | None:
    """A value on one line, as an author would write it between braces; None for nothing."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) or "" for item in value) + "]"
    return None if value is None else " ".join(value.split())
