"""Texts: what players see but was not written, and what does not fit on a screen of 80 by 24."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import pairwise

from geboortespel.scenario.kinds import Items, Kind, ListOf, MapOf, Obj, Text
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.places import Places, things
from geboortespel.scenario.plan import plan

WIDE = 76
"""Columns for running text on a screen of 80."""
BRIEFING = 17
"""Lines of the assignment that stand on one screen, with what is around it."""
_SHORT = {"Aspect": 32, "Counter": 32, "Phase": 24, "Option": WIDE, "TalkOption": WIDE, "Lesson": WIDE}
_TITLE = 60
_NAMED = (
    "Move", "Option", "Event", "Outcome", "Phase", "Aspect", "Argument", "Threshold", "Actor", "Believer", "Form",
    "Concern", "Adviser", "Role", "TalkIssue", "TalkOption", "MarketParty",
)  # fmt: skip
"""Things that players see by name."""


class TextChecker(Places):
    """Notes texts that are missing or too long."""

    def look(self) -> None:
        """All checks of this class."""
        for of, node, where in parts("Scenario", self.root):
            self._named(of, node, where)
            for name, item in plan(of).keys.items():
                value = node.get(name)
                if isinstance(item.kind, Text) and isinstance(value, Scalar) and not value.source.reused:
                    self._long(of, name, item.kind, value)

    def _named(self, of: str, node: Map, where: Node) -> None:
        if of not in _NAMED or where.source.reused or node.source.reused:
            return
        said = node.get("titel") or node.get("tekst")
        if of == "Actor" and said is None:
            role = node.get("rol")
            known = self.scenario.roles.get((role.value or "") if isinstance(role, Scalar) else "")
            said = role if known is not None and known.title else None
        if said is None:
            at = node.get("id")
            name = at.value if isinstance(at, Scalar) else where.value if isinstance(where, Scalar) else ""
            self._at("G148", at or where, id=name or "")

    def _long(self, of: str, name: str, kind: Text, value: Scalar) -> None:
        text = value.value or ""
        if name == "titel":
            limit = _SHORT.get(of, _TITLE)
            if len(text) > limit:
                self._at("G149", value, length=str(len(text)), limit=str(limit))
        elif value.style == "|":
            longest = max((len(line) for line in _broken(text)), default=0)
            if longest > WIDE:
                self._at("G150", value, length=str(longest), limit=str(WIDE))
        if of == "Scenario" and name == "opgave":
            lines = sum(max(1, len(textwrap.wrap(line, WIDE))) for line in text.rstrip("\n").split("\n"))
            if lines > BRIEFING:
                self._at("G153", value, lines=str(lines), limit=str(BRIEFING))


def _broken(text: str) -> Iterator[str]:
    """Lines that were broken by hand in the middle of a sentence."""
    lines = text.rstrip("\n").split("\n")
    for line, after in pairwise(lines):
        if after.strip() and line.rstrip()[-1:] not in ".?!:;\"'”’)":
            yield line


def parts(of: str, node: Map, where: Node | None = None) -> Iterator[tuple[str, Map, Node]]:
    """Every object of the tree: (model class, its node, its id or key), from the outside in."""
    yield of, node, where or node
    for name, item in plan(of).keys.items():
        if name in node.entries:
            key, value = node.entries[name]
            for inner, inside, at in _inside(item.kind, value, key):
                yield from parts(inner, inside, at)


def _inside(kind: Kind, value: Node, key: Scalar) -> Iterator[tuple[str, Map, Node]]:
    match kind:
        case Items(of, keyed):
            for name, node in things(value):
                yield of, node, value.entries[name][0] if keyed and isinstance(value, Map) else node.get("id") or node
        case Obj(of, _) if isinstance(value, Map):
            yield of, value, key
        case ListOf(Obj(of, _)):
            for item in value.items if isinstance(value, Seq) else [value]:
                if isinstance(item, Map):
                    yield of, item, item
        case MapOf(_, Obj(of, _)) if isinstance(value, Map):
            yield from ((of, node, at) for at, node in value.entries.values() if isinstance(node, Map))
