"""The traps of YAML, told apart from the text around them, so that each gets a message of its own (design 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geboortespel.scenario.code import N_
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq, Source

# C0 and C1 controls, DEL, and the characters that turn or hide text on a terminal; tab and line breaks apart.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_GLUED = re.compile(r"^(?P<key>[a-z][\w.-]*):(?P<value>[^\s:/].*)$", re.IGNORECASE)
_TOP = re.compile(r"^[^\s#\-\[\]{}].*$", re.MULTILINE)


def decode(source: Source, data: bytes, faults: Faults, limit: int) -> str | None:
    """Bytes to text: size, encoding, control characters and tabs. None when there is nothing to go on with."""
    if len(data) > limit:
        faults.add("G002", source, 1, 1, size=str(len(data)), limit=str(limit))
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.add("G003", source, 1, 1)
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        source.text = data.decode("utf-8", "replace")
        faults.add("G003", source, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    source.text = text
    bad = _CONTROL.search(text)
    if bad:
        faults.add("G004", source, *_place(text, bad.start()), char=f"U+{ord(bad[0]):04X}")
        return None
    if "\t" in text:
        count = sum("\t" in line for line in text.split("\n"))
        faults.add("G005", source, *_place(text, text.index("\t")), count=str(count))
        text = text.replace("\t", " ")  # so that the rest can be looked at; a column stays a column
    return text


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def parts(text: str) -> Iterator[tuple[int, str]]:
    """The top-level parts of a file: (line of the first, text), each from a key in the first column to the next."""
    starts = [match.start() for match in _TOP.finditer(text)]
    if not starts or text[: starts[0]].strip():
        starts.insert(0, 0)
    line, before = 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", before, start)
        before = start
        yield line, text[start:end]


def empty_value(faults: Faults, inside: Map, key: Scalar) -> None:
    """A key without a value: inside braces mostly a comma or a missing space, elsewhere something left out."""
    name = key.value or ""
    inside.lost.add(name)
    write = glued(key)
    if write:
        faults.at("G022", key, key=name, suggestion=write)
        return
    if not inside.flow:
        faults.add("G023", key.source, key.line, key.column, key=name)
        return
    before = next(reversed(inside.entries.values()), None)
    last = before[1] if before else None
    if isinstance(last, Scalar):
        last.cut = True  # its end may stand in this key
    if isinstance(last, Scalar) and last.value and last.value[-1].isdigit() and name[:1].isdigit():
        faults.add("G021", last.source, last.line, last.column, value=f"{last.value},{name}")
    else:
        faults.add("G020", key.source, key.line, key.column, key=name)


def glued(node: Scalar) -> str:
    """How `key:value` without its space should have been written, '' when `node` is nothing like it."""
    match = None if node.quoted else _GLUED.match(node.value or "")
    return f"{match['key']}: {match['value']}" if match else ""


def no_map(faults: Faults, root: Node) -> None:
    """The file, or a part of it, is no map of keys."""
    if isinstance(root, Scalar) and root.value and not root.quoted and not glued(root):
        faults.at("G049", root, text=root.value[:40])
        return
    wrong_shape(faults, "G024", root)


def wrong_shape(faults: Faults, code: str, node: Node) -> None:
    """A node of the wrong shape: code G024 wants a map, G025 a list, G026 a single value."""
    write = glued(node) if isinstance(node, Scalar) and code == "G024" else ""
    if isinstance(node, Scalar) and node.cut:
        return
    if isinstance(node, Scalar) and write:
        faults.at("G022", node, key=node.value or "", suggestion=write)
        return
    found = N_("a list") if isinstance(node, Seq) else N_("a map") if isinstance(node, Map) else N_("a single value")
    faults.at(code, node, found=found)
