"""Texts of a scenario in another language: `en.yaml` beside it, path → {van: the Dutch text, tekst: the English one}.

A path is made of keys and ids: `zetten.duiken.titel`. What has no id counts from 1: `actoren.raad.zinnen.groet.2`. A
text whose `van` is not what the scenario says now is stale: the Dutch one is shown instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.kinds import Inner, Items, Kind, Lines, ListOf, MapOf, Obj, Text
from geboortespel.scenario.library import BASE, FILE
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq, Source
from geboortespel.scenario.places import things
from geboortespel.scenario.plan import plan
from geboortespel.scenario.scalars import suggest

LANGUAGES = ("en",)
_NOT_SHOWN = ("bron", "speler", "kans", "effecten")
"""Texts that players never see."""


@frozen
class Translated:
    """A text in another language: what it is a translation of, what it says ('' when not yet), and where it stands."""

    was: str
    said: str
    node: Node


def file_of(path: Path, language: str) -> Path:
    """Where the translation of a scenario file stands: `en.yaml`, for a base set beside a scenario `NAME.en.yaml`."""
    return path.parent / (f"{language}.yaml" if path.name in (FILE, BASE) else f"{path.stem}.{language}.yaml")


def texts(root: Map, of: str = "Scenario") -> dict[str, Scalar]:
    """Every text that players can see, by its path. `of`: the model class of the whole file."""
    return dict(_object(of, root, ""))


def _object(of: str, node: Map, path: str) -> Iterator[tuple[str, Scalar]]:
    for name, item in plan(of).keys.items():
        value = node.get(name)
        if value is not None and name not in _NOT_SHOWN:
            yield from _value(item.kind, value, f"{path}.{name}".removeprefix("."))


def _value(kind: Kind, value: Node, path: str) -> Iterator[tuple[str, Scalar]]:
    match kind:
        case Text():
            if isinstance(value, Scalar):
                yield path, value
        case Items(of, _):
            for name, thing in things(value):
                yield from _object(of, thing, f"{path}.{name}")
        case Obj(of, _) | Inner(of):
            if isinstance(value, Map):
                yield from _object(of, value, path)
        case ListOf(inner):
            for number, one in enumerate(value.items if isinstance(value, Seq) else [value], 1):
                yield from _value(inner, one, f"{path}.{number}")
        case MapOf(_, inner):
            for name, (_, one) in value.entries.items() if isinstance(value, Map) else ():
                yield from _value(inner, one, f"{path}.{name}")
        case Lines():
            for name, (_, one) in value.entries.items() if isinstance(value, Map) else ():
                yield from _line(one, f"{path}.{name}")


def _line(value: Node, path: str) -> Iterator[tuple[str, Scalar]]:
    if isinstance(value, Seq):
        for number, one in enumerate(value.items, 1):
            yield from _line(one, f"{path}.{number}")
    elif isinstance(value, Scalar):
        yield path, value
    else:
        yield from _object("Line", value, path)


def table(path: Path, faults: Faults) -> dict[str, Translated]:
    """The translation in a file, by path; {} when there is none. Faults in its form are noted."""
    from geboortespel.scenario.parse import MAX_BYTES, parse

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return {}
    root, _ = parse(Source(str(path)), data, faults)
    found = {}
    for name, (at, value) in root.entries.items() if root is not None else ():
        parts = [value.get(key) if isinstance(value, Map) else None for key in ("van", "tekst")]
        if all(isinstance(part, Scalar) for part in parts):
            was, said = (part.value or "" for part in parts if isinstance(part, Scalar))
            found[name] = Translated(was, said.rstrip(), at)
        elif isinstance(value, Map):
            faults.at("G013", at, key="van" if parts[0] is None else "tekst")
        else:
            faults.at("G024", value, found="")
    return found


def apply(root: Map, translated: Mapping[str, Translated], of: str = "Scenario") -> None:
    """Put every text that is not stale in the place of the Dutch one."""
    for path, node in texts(root, of).items() if translated else ():
        found = translated.get(path)
        if found is not None and found.said and _same(found.was, node.value or ""):
            node.value, node.style, node.quoted = found.said, '"', True


def check(root: Map, translated: Mapping[str, Translated], faults: Faults, of: str = "Scenario") -> None:
    """Note what is stale, and what is about nothing in the scenario."""
    known = texts(root, of)
    for path, found in translated.items():
        node = known.get(path)
        if node is None:
            faults.at("G156", found.node, path=path, **suggest(path, known))
        elif not _same(found.was, node.value or ""):
            faults.at("G155", found.node, path=path)


def _same(was: str, now: str) -> bool:
    """Line breaks and spaces do not count."""
    return was.split() == now.split()


def own_texts(path: Path) -> dict[str, str]:
    """Every text of a scenario file that players can see, as it is written there, by its path."""
    from geboortespel.scenario.parse import parse

    root, _ = parse(Source(str(path)), path.read_bytes(), Faults())
    return {name: (node.value or "").rstrip() for name, node in texts(root).items()} if root is not None else {}


def table_of(path: Path) -> dict[str, Translated]:
    """`table`, whatever is wrong with the file."""
    return table(path, Faults())
