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


def _write(tree: Tree, depth: int, leaf: Callable[[list[int]], str], lines: list[str]) -> None:
    pad = "    " * depth
    run: list[int] = []
    for item in [*tree, None]:
        if isinstance(item, int):
            run.append(item)
            continue
        if run:
            lines.append(pad + leaf(run))
            run = []
        if item is not None and item[1]:
            lines.append(f"{pad}if {source(item[0])}:")
            _write(item[1], depth + 1, leaf, lines)


def _function(name: str, tree: Tree, leaf: Callable[[list[int]], str], start: list[str], end: str) -> Any:
    lines = [f"def {name}(s):", *start]
    _write(tree, 1, leaf, lines)
    scope: dict[str, Any] = {"scaled": scaled}
    exec("\n".join([*lines, end]), scope)
    return scope[name]


def generated(tree: Tree) -> tuple[Finder, Callable[[Sequence[int]], bool]]:
    """(all legal indices, whether there are any), as functions written from the tree."""
    start = ["    out = []", "    add = out.append", "    more = out.extend"]
    find = _function(
        "find", tree, lambda run: f"add({run[0]})" if len(run) == 1 else f"more({tuple(run)})", start, "    return out"
    )
    some = _function("some", tree, lambda run: "return True", [], "    return False")
    return find, some


def first_failing(guards: Sequence[tuple[Node, Any]], s: Sequence[int]) -> Any | None:
    """The refusal of the first guard that fails, or None when all hold."""
    return next((reason for node, reason in guards if not evaluate(node, s)), None)
