"""Which actions are legal: guards folded into trees, so that a shared beginning is tested once.

One tree per seat; the plain back end walks it, the fast one generates a function from it. Both give indices in
declaration order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from geboortespel.engine.ir import Node, evaluate, scaled, source
from geboortespel.engine.moves import Choices

Tree = list[Any]
"""Items are action indices (int) or (node, Tree): the subtree counts when the node holds."""
Finder = Callable[[Sequence[int]], list[int]]


def fold(indices: Sequence[int], choices: Choices) -> Tree:
    """The guard tree of these actions."""
    root: Tree = []
    for i in indices:
        level = root
        for node, _ in choices.guards[i]:
            if level and isinstance(level[-1], tuple) and level[-1][0] == node:
                level = level[-1][1]
            else:
                inner: Tree = []
                level.append((node, inner))
                level = inner
        level.append(i)
    return root


def walk(tree: Tree, s: Sequence[int], out: list[int]) -> None:
    """Collect the legal indices of `tree` by interpretation."""
    for item in tree:
        if isinstance(item, int):
            out.append(item)
        elif evaluate(item[0], s):
            walk(item[1], s, out)


def walks_any(tree: Tree, s: Sequence[int]) -> bool:
    """Whether anything in `tree` is legal."""
    return any(isinstance(item, int) or (evaluate(item[0], s) and walks_any(item[1], s)) for item in tree)


def plain(tree: Tree) -> tuple[Finder, Callable[[Sequence[int]], bool]]:
    """(all legal indices, whether there are any), interpreted."""

    def find(s: Sequence[int]) -> list[int]:
        out: list[int] = []
        walk(tree, s, out)
        return out

    return find, lambda s: walks_any(tree, s)


def _paths(tree: Tree) -> tuple[tuple[tuple[Node, ...], ...], tuple[int, ...]] | None:
    """(guards of each leaf, its index) when every branch of `tree` is a plain row of guards before one leaf."""
    paths, leaves = [], []
    for item in tree:
        path: list[Node] = []
        while not isinstance(item, int):
            if len(item[1]) != 1:
                return None
            path.append(item[0])
            item = item[1][0]
        paths.append(tuple(path))
        leaves.append(item)
    return tuple(paths), tuple(leaves)


class _Writer:
    """Writes the listing of one tree. The same row of guards under many targets (arguments, told to each actor) is
    tested once a call, as a mask; what it leaves of each target's actions is looked up."""

    def __init__(self, tree: Tree) -> None:
        self.lines: list[str] = []
        self.scope: dict[str, Any] = {"scaled": scaled, "chosen": _chosen}
        self.seen: dict[Any, int] = {}
        self._count(tree)
        self.rows = {row: i for i, row in enumerate(row for row, n in self.seen.items() if n > 1 and len(row) > 3)}

    def _count(self, tree: Tree) -> None:
        for item in tree:
            if not isinstance(item, int):
                row = _paths(item[1])
                if row is None:
                    self._count(item[1])
                else:
                    self.seen[row[0]] = self.seen.get(row[0], 0) + 1

    def write(self, tree: Tree, depth: int) -> None:
        pad = "    " * depth
        row = _paths(tree)
        if row is not None and row[0] in self.rows:
            i = self.rows[row[0]]
            self.lines.append(f"{pad}if mask{i} < 0: mask{i} = {_mask(row[0])}")
            self._look_up(f"mask{i}", row[1], pad)
            return
        for item in tree:
            if isinstance(item, int):
                self.lines.append(f"{pad}add({item})")
            else:
                self.lines.append(f"{pad}if {source(item[0])}:")
                self.write(item[1], depth + 1)

    def _look_up(self, mask: str, leaves: tuple[int, ...], pad: str) -> None:
        table = f"table{len(self.scope)}"
        self.scope[table] = ({}, leaves)
        self.lines.append(f"{pad}found = {table}[0].get({mask})")
        self.lines.append(f"{pad}more(chosen({table}, {mask}) if found is None else found)")


def _mask(paths: tuple[tuple[Node, ...], ...]) -> str:
    """The source of a number with a bit for each path that holds."""
    tests = (" and ".join(source(node) for node in path) or "1" for path in paths)
    return " | ".join(f"({1 << n} if {test} else 0)" for n, test in enumerate(tests))


def _chosen(table: tuple[dict[int, tuple[int, ...]], tuple[int, ...]], mask: int) -> tuple[int, ...]:
    """The leaves whose bit is set, remembered in the table."""
    found = table[0][mask] = tuple(leaf for n, leaf in enumerate(table[1]) if mask >> n & 1)
    return found


def _write_any(tree: Tree, depth: int, lines: list[str]) -> None:
    pad = "    " * depth
    for item in tree:
        if isinstance(item, int):
            lines.append(f"{pad}return True")
            return
        lines.append(f"{pad}if {source(item[0])}:")
        _write_any(item[1], depth + 1, lines)


def generated(tree: Tree) -> tuple[Finder, Callable[[Sequence[int]], bool]]:
    """(all legal indices, whether there are any), as functions written from the tree."""
    writer = _Writer(tree)
    writer.write(tree, 1)
    start = ["def find(s):", "    out = []", "    add = out.append", "    more = out.extend"]
    start += [f"    mask{i} = -1" for i in writer.rows.values()]
    exec("\n".join([*start, *writer.lines, "    return out"]), writer.scope)
    lines = ["def some(s):"]
    _write_any(tree, 1, lines)
    scope: dict[str, Any] = {"scaled": scaled}
    exec("\n".join([*lines, "    return False"]), scope)
    return writer.scope["find"], scope["some"]


def first_failing(guards: Sequence[tuple[Node, Any]], s: Sequence[int]) -> Any | None:
    """The refusal of the first guard that fails, or None when all hold."""
    return next((reason for node, reason in guards if not evaluate(node, s)), None)
