"""What a scenario file consists of, before it means anything: nodes with positions.

Scalars stay raw strings; their field decides what they mean. An empty plain scalar is None. Lines and columns count
from 1. Nodes of one file share its `Source`.
"""

from __future__ import annotations

from typing import Union


class Source:
    """One file that was read. `used_by` is `path:line` of the `gebruikt` that asked for it, '' for the scenario."""

    __slots__ = ("_lines", "path", "reused", "text", "used_by")

    def __init__(self, path: str, text: str = "", used_by: str = "", *, reused: bool = False) -> None:
        self.path = path
        self.text = text
        self.used_by = used_by
        self.reused = reused
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """The text of line `number`, '' when there is none."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


class Scalar:
    """A single value. `quoted` covers every style but plain; `cut`: a comma took its end off, which was reported."""

    __slots__ = ("column", "cut", "line", "quoted", "source", "style", "value")

    def __init__(self, source: Source, line: int, column: int, value: str | None, style: str = "") -> None:
        self.source = source
        self.line = line
        self.column = column
        self.value = value
        self.style = style
        self.quoted = style != ""
        self.cut = False


class Seq:
    """A list."""

    __slots__ = ("column", "flow", "items", "line", "source")

    def __init__(self, source: Source, line: int, column: int, items: list[Node], flow: bool = False) -> None:
        self.source = source
        self.line = line
        self.column = column
        self.items = items
        self.flow = flow


class Map:
    """A map: `entries` in file order, key text → (key, value). Duplicate keys were reported when parsing.

    `lost`: keys that were written without a value, which was reported too.
    """

    __slots__ = ("column", "entries", "flow", "line", "lost", "source")

    def __init__(
        self, source: Source, line: int, column: int, entries: dict[str, tuple[Scalar, Node]], flow: bool = False
    ) -> None:
        self.source = source
        self.line = line
        self.column = column
        self.entries = entries
        self.flow = flow
        self.lost: set[str] = set()

    def get(self, name: str) -> Node | None:
        """The value under key `name`, or None."""
        entry = self.entries.get(name)
        return entry[1] if entry else None


Node = Union[Scalar, Seq, Map]  # noqa: UP007  (evaluated at run time, before the classes' own annotations)

Plain = Union[dict[str, "Plain"], list["Plain"], str, None]  # noqa: UP007
"""A tree without positions: what a journal holds."""


def plain(node: Node) -> Plain:
    """The tree below `node` as dicts, lists, strings and None, in file order."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Seq):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, (_, value) in node.entries.items()}


def from_plain(tree: Plain, source: Source) -> Node:
    """Nodes for a tree without positions; every node stands at line 1."""
    if isinstance(tree, dict):
        return Map(source, 1, 1, {k: (Scalar(source, 1, 1, k), from_plain(v, source)) for k, v in tree.items()})
    if isinstance(tree, list):
        return Seq(source, 1, 1, [from_plain(item, source) for item in tree])
    return Scalar(source, 1, 1, tree)


def position(node: Scalar, at: int) -> tuple[int, int]:
    """Line and column of an offset in a scalar's text; the scalar's own when it does not stand there literally."""
    text = node.value or ""
    shift = 1 if node.style in ("'", '"') else 0
    line = node.source.line(node.line)
    start = node.column - 1 + shift
    if node.style in ("", "'", '"') and line[start : start + len(text)] == text:
        return node.line, node.column + shift + at
    return _folded(node, text, at) if node.style == "" else (node.line, node.column)


def _folded(node: Scalar, text: str, at: int) -> tuple[int, int]:
    """An offset in a plain scalar that runs over several lines."""
    seen = 0
    for number_ in range(node.line, node.line + 50):
        line = node.source.line(number_)
        indent = node.column - 1 if number_ == node.line else len(line) - len(line.lstrip())
        piece = line[indent:].rstrip()
        if not text[seen:].startswith(piece):
            break
        if at <= seen + len(piece):
            return number_, indent + at - seen + 1
        seen += len(piece) + 1
    return node.line, node.column
