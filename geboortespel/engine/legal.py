"""Which actions are legal: guards folded into trees, so that a shared beginning is tested once.

One tree per seat; the plain back end walks it, the fast one generates a function from it. Both give indices in
declaration order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

from geboortespel.engine.ir import Node, evaluate, scaled, source
from geboortespel.engine.moves import Choices

Tree = list[Any]
"""Items are action indices (int) or (node, Tree): the subtree counts when the node holds."""
Finder = Callable[[Sequence[int]], list[int]]
Test = Callable[[Sequence[int]], bool]


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


def plain(tree: Tree) -> tuple[Finder, Test]:
    """(all legal indices, whether there are any), interpreted."""

    def find(s: Sequence[int]) -> list[int]:
        out: list[int] = []
        walk(tree, s, out)
        return out

    return find, lambda s: walks_any(tree, s)


Path = tuple[Node, ...]
"""A row of guards before one action."""

TOGETHER = (3, 10)
"""From how many actions on, and up to how many, they are looked up at once by a mask."""
MOST_KNOWN = 4_000
"""How many listings of a grid are kept."""


def _path(item: Any) -> tuple[Path, int] | None:
    """(guards, index) when the item is a plain row of guards before one action."""
    path: list[Node] = []
    while not isinstance(item, int):
        if len(item[1]) != 1:
            return None
        path.append(item[0])
        item = item[1][0]
    return tuple(path), item


@frozen
class _Rows:
    """Plain rows of guards side by side, each before one action."""

    paths: tuple[Path, ...]
    leaves: tuple[int, ...]


@frozen
class _Grid:
    """The same rows under each of several guards: arguments, told to each actor."""

    guards: tuple[Path, ...]
    paths: tuple[Path, ...]
    leaves: tuple[tuple[int, ...], ...]


def _rows(tree: Tree) -> _Rows | None:
    """The tree as one piece of rows, when it is nothing else."""
    found = [_path(item) for item in tree]
    rows = [row for row in found if row is not None]
    return _Rows(tuple(row[0] for row in rows), tuple(row[1] for row in rows)) if len(rows) == len(found) else None


def _pieces(tree: Tree) -> list[_Rows | _Grid | tuple[Node, Tree]]:
    """The tree's items, with what can be looked up at once taken together."""
    found: list[_Rows | _Grid | tuple[Node, Tree]] = []
    for item in tree:
        row = _path(item)
        last = found[-1] if found else None
        if row is not None:
            if isinstance(last, _Rows) and len(last.leaves) < TOGETHER[1]:
                found[-1] = _Rows((*last.paths, row[0]), (*last.leaves, row[1]))
            else:
                found.append(_Rows((row[0],), (row[1],)))
            continue
        under = _rows(item[1])
        if under is None or len(under.leaves) < TOGETHER[0]:
            found.append(item)
        elif isinstance(last, _Grid) and last.paths == under.paths:
            found[-1] = _Grid((*last.guards, (item[0],)), last.paths, (*last.leaves, under.leaves))
        else:
            found.append(_Grid(((item[0],),), under.paths, (under.leaves,)))
    return found


class _Writer:
    """Writes the listing of trees, one per seat. Rows of guards are tested as a mask, and what it leaves of their
    actions is looked up; a mask that several places ask for is worked out once a call."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.lines: list[str] = []
        self.scope: dict[str, Any] = {"scaled": scaled, "chosen": _chosen, "crossed": _crossed}
        self.seen: dict[tuple[Path, ...], int] = {}
        for tree in trees:
            self._count(tree)
        shared = [paths for paths, times in self.seen.items() if times > 1]
        self.masks = {paths: f"mask{i}" for i, paths in enumerate(shared)}

    def _count(self, tree: Tree) -> None:
        for piece in _pieces(tree):
            if isinstance(piece, tuple):
                self._count(piece[1])
            elif isinstance(piece, _Grid) or len(piece.leaves) >= TOGETHER[0]:
                for paths in (piece.paths, piece.guards) if isinstance(piece, _Grid) else (piece.paths,):
                    self.seen[paths] = self.seen.get(paths, 0) + 1

    def write(self, tree: Tree, depth: int) -> None:
        pad = "    " * depth
        for piece in _pieces(tree):
            if isinstance(piece, tuple):
                self.lines.append(f"{pad}if {source(piece[0])}:")
                self.write(piece[1], depth + 1)
            elif isinstance(piece, _Grid):
                guards, inner = self._masked(piece.guards, "guards", pad), self._masked(piece.paths, "here", pad)
                self._look_up("crossed", f"{guards} << {len(piece.paths)} | {inner}", piece.leaves, pad)
            elif len(piece.leaves) >= TOGETHER[0]:
                self._look_up("chosen", self._masked(piece.paths, "here", pad), piece.leaves, pad)
            else:
                for path, leaf in zip(piece.paths, piece.leaves, strict=True):
                    test = " and ".join(source(node) for node in path)
                    self.lines.append(f"{pad}if {test}: add({leaf})" if test else f"{pad}add({leaf})")

    def _masked(self, paths: tuple[Path, ...], name: str, pad: str) -> str:
        """The variable that holds the mask of these rows; writes how it comes about."""
        mask = self.masks.get(paths)
        self.lines.append(
            f"{pad}{name} = {_mask(paths)}" if mask is None else f"{pad}if {mask} < 0: {mask} = {_mask(paths)}"
        )
        return mask or name

    def _look_up(self, how: str, key: str, leaves: tuple[Any, ...], pad: str) -> None:
        table = f"table{len(self.scope)}"
        self.scope[table] = ({}, leaves)
        self.lines.append(f"{pad}key = {key}")
        self.lines.append(f"{pad}found = {table}[0].get(key)")
        self.lines.append(f"{pad}more({how}({table}, key) if found is None else found)")


def _mask(paths: tuple[Path, ...]) -> str:
    """The source of a number with a bit for each path that holds."""
    tests = (" and ".join(source(node) for node in path) or "1" for path in paths)
    return " | ".join(f"({1 << n} if {test} else 0)" for n, test in enumerate(tests))


def _chosen(table: tuple[dict[int, tuple[int, ...]], tuple[int, ...]], mask: int) -> tuple[int, ...]:
    """The leaves whose bit is set, remembered in the table."""
    found = table[0][mask] = tuple(leaf for n, leaf in enumerate(table[1]) if mask >> n & 1)
    return found


def _crossed(table: tuple[dict[int, tuple[int, ...]], tuple[tuple[int, ...], ...]], key: int) -> tuple[int, ...]:
    """The leaves of a grid whose guard's and row's bits are set, remembered in the table as long as it is not full."""
    known, rows = table
    if len(known) > MOST_KNOWN:
        known.clear()
    width = len(rows[0])
    found = known[key] = tuple(
        leaf for n, row in enumerate(rows) if key >> width + n & 1 for i, leaf in enumerate(row) if key >> i & 1
    )
    return found


def _write_any(tree: Tree, depth: int, lines: list[str]) -> None:
    pad = "    " * depth
    for item in tree:
        if isinstance(item, int):
            lines.append(f"{pad}return True")
            return
        lines.append(f"{pad}if {source(item[0])}:")
        _write_any(item[1], depth + 1, lines)


def generated(tree: Tree) -> tuple[Finder, Test]:
    """(all legal indices, whether there are any), as functions written from the tree."""
    lines = ["def some(s):"]
    _write_any(tree, 1, lines)
    scope: dict[str, Any] = {"scaled": scaled}
    exec("\n".join([*lines, "    return False"]), scope)
    return listing([(tree, None)]), scope["some"]


def listing(seats: Sequence[tuple[Tree, int | None]]) -> Finder:
    """All legal indices of trees one after the other, as one written function; an index behind a tree (passing)
    follows when that tree gave any."""
    writer = _Writer([tree for tree, _ in seats])
    for tree, last in seats:
        if last is None:
            writer.write(tree, 1)
            continue
        writer.lines.append("    before = len(out)")
        writer.write(tree, 1)
        writer.lines.append(f"    if len(out) > before: add({last})")
    start = ["def find(s):", "    out = []", "    add = out.append", "    more = out.extend"]
    start += [f"    {mask} = -1" for mask in writer.masks.values()]
    exec("\n".join([*start, *writer.lines, "    return out"]), writer.scope)
    found: Finder = writer.scope["find"]
    return found


def first_failing(guards: Sequence[tuple[Node, Any]], s: Sequence[int]) -> Any | None:
    """The refusal of the first guard that fails, or None when all hold."""
    return next((reason for node, reason in guards if not evaluate(node, s)), None)
