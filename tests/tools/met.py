"""Where the lessons of chapters 5-10 of the document are met: `python -m tests.tools.met` prints the table.

A lesson is met in a scenario by what the scenario itself wrote (in its own folder): a move, route, event, answer,
person or issue that says `lessen: [ID]`. What every scenario takes over from the base set says nothing about this one,
and what it is aimed at (`leerdoelen`) is a wish. Leaves are counted: two cards with one lesson count twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from geboortespel.scenario.library import Library
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.reader import read

CHAPTERS = ("h5", "h6", "h7", "h8", "h9", "h10")
LEAST = 2
"""In how many scenarios each lesson has to be met."""
Table = dict[str, Counter[str]]
"""Lesson → scenario → how many things of its own carry it."""


def lessons() -> dict[str, tuple[str, str]]:
    """The lessons of chapters 5-10 in the base set: id → (chapter, title)."""
    base = next(entry for entry in Library().bases() if entry.id == "standaard")
    scenario = read(base.path).scenario
    assert scenario is not None
    return {one.id: (one.source, one.title) for one in scenario.lessons.values() if one.source in CHAPTERS}


def table() -> Table:
    """Where each of those lessons is met."""
    found: Table = {name: Counter() for name in lessons()}
    for entry in Library().shipped():
        root = read(entry.path).root
        assert root is not None, entry.id
        for name in _said(root, entry.path.parent):
            if name in found:
                found[name][entry.id] += 1
    return found


def _said(node: Node, folder: Path) -> Iterator[str]:
    """The lessons that things written in this folder carry; the map `lessen` at the top declares, it carries none."""
    if isinstance(node, Seq):
        for item in node.items:
            yield from _said(item, folder)
    elif isinstance(node, Map):
        for key, (_, value) in node.entries.items():
            if key == "lessen" and not isinstance(value, Map):
                for item in value.items if isinstance(value, Seq) else [value]:
                    if isinstance(item, Scalar) and item.value and Path(item.source.path).parent == folder:
                        yield item.value
            elif key != "lessen":
                yield from _said(value, folder)


def rare(found: Table) -> dict[str, list[str]]:
    """Lessons that are met in too few scenarios, with the scenarios that have them."""
    return {name: sorted(where) for name, where in found.items() if len(where) < LEAST}


def lines(found: Table) -> Iterator[str]:
    """The table as text, a lesson a line: chapter, lesson, in how many scenarios, and how often in each."""
    about = lessons()
    width = max(map(len, found))
    for name, where in sorted(found.items(), key=lambda item: (CHAPTERS.index(about[item[0]][0]), item[0])):
        mark = " " if len(where) >= LEAST else "!"
        told = ", ".join(f"{scenario} {times}" for scenario, times in sorted(where.items()))
        yield f"{mark} {about[name][0]:<3} {name:<{width}} {len(where):>2}  {told}".rstrip()


if __name__ == "__main__":
    found = table()
    print("\n".join(lines(found)))
    print(f"\n{len(found)} lessons; met in fewer than {LEAST} scenarios: {len(rare(found))}")
