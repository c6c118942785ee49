"""Bytes → nodes with positions, from the events of the C parser and a stack of our own (design 2, 'Reading').

Never `yaml.compose`: it crashes the interpreter on deep nesting. Input is untrusted: size, depth, number of nodes and
what aliases unfold to are bounded, tags are refused, and nothing is typed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geboortespel.scenario import traps
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq, Source
from geboortespel.scenario.notation import syntax

MAX_BYTES = 1_000_000
MAX_DEPTH = 64
MAX_NODES = 60_000


class TooMuch(Exception):
    """A bound was passed: nothing of the file is used."""


class _Frame:
    """An open list or map on the stack, and the key that waits for its value."""

    __slots__ = ("anchor", "key", "node", "size", "waiting")

    def __init__(self, node: Seq | Map, anchor: str | None) -> None:
        self.node = node
        self.anchor = anchor
        self.key: Scalar | None = None
        self.waiting = False
        self.size = 1


class _Tree:
    """Builds nodes from events."""

    def __init__(self, source: Source, faults: Faults, first_line: int) -> None:
        self.source = source
        self.faults = faults
        self.offset = first_line
        self.stack: list[_Frame] = []
        self.root: Node | None = None
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.open_anchors: set[str] = set()
        self.documents = 0
        self.nodes = 0

    def take(self, events: Iterator[Any]) -> None:
        """Build from all events; stops at a second document."""
        for event in events:
            kind = event.__class__.__name__
            if kind == "ScalarEvent":
                self._scalar(event)
            elif kind == "MappingStartEvent" or kind == "SequenceStartEvent":
                self._open(event, kind == "MappingStartEvent")
            elif kind == "MappingEndEvent" or kind == "SequenceEndEvent":
                self._close()
            elif kind == "AliasEvent":
                self._alias(event)
            elif kind == "DocumentStartEvent":
                self.documents += 1
                if self.documents > 1:
                    self.faults.add("G019", self.source, *self._at(event))
                    return

    def _at(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line + self.offset, mark.column + 1

    def _count(self, event: Any, size: int = 1, code: str = "G015") -> None:
        self.nodes += size
        if self.nodes > MAX_NODES:
            self.faults.add(code, self.source, *self._at(event), limit=str(MAX_NODES))
            raise TooMuch

    def _tag(self, event: Any) -> None:
        if event.tag is not None:
            self.faults.add("G018", self.source, *self._at(event), tag=event.tag)

    def _scalar(self, event: Any) -> None:
        self._count(event)
        mark = event.start_mark
        style = event.style or ""
        value = event.value
        node = Scalar(
            self.source, mark.line + self.offset, mark.column + 1, None if not value and not style else value, style
        )
        if event.tag is not None:
            self._tag(event)
            node.value, node.cut = value, True
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, 1)
        self._put(node, 1)

    def _open(self, event: Any, is_map: bool) -> None:
        self._count(event)
        line, column = self._at(event)
        if len(self.stack) >= MAX_DEPTH:
            self.faults.add("G014", self.source, line, column, limit=str(MAX_DEPTH))
            raise TooMuch
        if event.tag is not None:
            self._tag(event)
        flow = bool(event.flow_style)
        node: Seq | Map = (
            Map(self.source, line, column, {}, flow) if is_map else Seq(self.source, line, column, [], flow)
        )
        if event.anchor is not None:
            self.open_anchors.add(event.anchor)
        self.stack.append(_Frame(node, event.anchor))

    def _close(self) -> None:
        frame = self.stack.pop()
        if frame.anchor is not None:
            self.open_anchors.discard(frame.anchor)
            self.anchors[frame.anchor] = (frame.node, frame.size)
        self._put(frame.node, frame.size)

    def _alias(self, event: Any) -> None:
        known = self.anchors.get(event.anchor)
        if known is None or event.anchor in self.open_anchors:
            self.faults.add("G017", self.source, *self._at(event), name=event.anchor)
            unknown = Scalar(self.source, *self._at(event), "")
            unknown.cut = True
            self._put(unknown, 1)
            return
        node, size = known
        self._count(event, size, "G016")
        self._put(node, size)

    def _put(self, node: Node, size: int) -> None:
        if not self.stack:
            if self.root is None:
                self.root = node
            return
        frame = self.stack[-1]
        frame.size += size
        inside = frame.node
        if isinstance(inside, Seq):
            inside.items.append(node)
        elif not frame.waiting:
            frame.key = self._key(node)
            frame.waiting = True
        else:
            frame.waiting = False
            if frame.key is not None:
                self._entry(inside, frame.key, node)

    def _key(self, node: Node) -> Scalar | None:
        if not isinstance(node, Scalar):
            self.faults.add("G027", self.source, node.line, node.column)
            return None
        if node.value == "<<" and not node.quoted:
            self.faults.add("G028", self.source, node.line, node.column)
            return None
        return node

    def _entry(self, inside: Map, key: Scalar, value: Node) -> None:
        name = key.value or ""
        earlier = inside.entries.get(name)
        if earlier is not None:
            self.faults.add("G010", self.source, key.line, key.column, key=name, first=str(earlier[0].line))
            return
        if isinstance(value, Scalar) and value.value is None:
            traps.empty_value(self.faults, inside, key)
            return
        inside.entries[name] = (key, value)


def _events(text: str) -> Iterator[Any]:
    import yaml

    return iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _parse_text(source: Source, text: str, first_line: int, faults: Faults) -> tuple[Node | None, bool]:
    """The tree of `text`, and whether it could be read whole. Raises TooMuch."""
    from yaml import YAMLError

    tree = _Tree(source, faults, first_line)
    try:
        tree.take(_events(text))
    except YAMLError as error:
        syntax(faults, source, error, first_line)
        return tree.root, False
    return tree.root, True


def parse(source: Source, data: bytes, faults: Faults) -> tuple[Map | None, bool]:
    """Read one file: its top-level map (None when there is nothing to go on with), and whether it was read whole.

    After a fault in the notation the top-level parts are read one by one, so that faults in the others show as well.
    """
    text = traps.decode(source, data, faults, MAX_BYTES)
    if text is None:
        return None, False
    source.text = text
    try:
        attempt = faults.attempt()
        root, whole = _parse_text(source, text, 1, faults)
        if not whole:
            first = faults.rollback(attempt)
            root = _in_parts(source, text, faults)
            if faults.attempt() == attempt:
                faults.restore(first)
    except TooMuch:
        return None, False
    if root is None or (isinstance(root, Scalar) and root.value is None):
        if whole:
            faults.add("G006", source, 1, 1)
        return None, False
    if not isinstance(root, Map):
        traps.no_map(faults, root)
        return None, False
    return root, whole


def _in_parts(source: Source, text: str, faults: Faults) -> Map:
    """Parse every top-level part by itself; those that can be read make the map."""
    whole = Map(source, 1, 1, {})
    for first_line, part in traps.parts(text):
        root, good = _parse_text(source, part, first_line, faults)
        if good and isinstance(root, Map):
            for name, entry in root.entries.items():
                earlier = whole.entries.setdefault(name, entry)
                if earlier is not entry:
                    key = entry[0]
                    faults.add("G010", source, key.line, key.column, key=name, first=str(earlier[0].line))
        elif good and root is not None and not (isinstance(root, Scalar) and root.value is None):
            traps.no_map(faults, root)
    return whole
