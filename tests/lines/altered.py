"""A scenario with its texts altered: other words in the same game."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

TEXTS = {
    "titel", "tekst", "zin", "over", "opgave", "na", "anders", "weg_tekst", "groep", "speelduur", "spelers",
    "naam",
}  # fmt: skip
TEXT_MAPS = {"feiten", "zinnen", "opening", "kaartje"}
TEXT_LISTS = {"kalender"}

Alter = Callable[[str], str]


def altered(source: Path, target: Path, alter: Alter) -> Path:
    """Write `source` to `target` with every text that people read run through `alter`; numbers as they were written."""
    tree = yaml.compose(source.read_text("utf-8"), yaml.CSafeLoader)
    _alter(tree, "", alter)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.serialize(tree, width=10_000), encoding="utf-8")
    return target


def _alter(node: yaml.Node, key: str, alter: Alter) -> None:
    if isinstance(node, yaml.MappingNode):
        for name, part in node.value:
            _alter(part, "tekst" if key in TEXT_MAPS else name.value, alter)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            _alter(part, "tekst" if key in TEXT_LISTS else "", alter)
    elif key in TEXTS:
        node.value, node.style, node.tag = alter(node.value), '"', "tag:yaml.org,2002:str"
