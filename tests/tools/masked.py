"""A scenario with every letter of its author's texts made a q: what can still be read on a screen is the game's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from geboortespel.scenario.family import Family, family
from geboortespel.scenario.family_texts import translated
from geboortespel.scenario.header import Header, header
from geboortespel.scenario.kinds import Text
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import Reading, read


def mask(text: str) -> str:
    """Letters become q; digits, spaces and signs stay."""
    return re.sub(r"[^\W\d_]", lambda found: "Q" if found[0].isupper() else "q", text)


def masked(thing: Any, text: bool = False, how: Callable[[str], str] = mask) -> Any:
    """The model with its texts masked. `text`: strings here are author text; `how`: what becomes of them."""
    if isinstance(thing, str):
        return how(thing) if text else thing
    if isinstance(thing, dict):
        return {key: masked(value, text, how) for key, value in thing.items()}
    if isinstance(thing, tuple | list):
        return type(thing)(masked(value, text, how) for value in thing) if type(thing) in (tuple, list) else thing
    if not attrs.has(type(thing)):
        return thing
    changes = {}
    for part in attrs.fields(type(thing)):
        value = getattr(thing, part.name)
        new = masked(value, _holds_text(part.metadata.get("kind"), part.name), how)
        if part.name == "facts":  # their names are shown as well
            new = {how(name): fact for name, fact in new.items()}
        if new is not value and part.init:
            changes[part.alias] = new
    return attrs.evolve(thing, **changes) if changes else thing


def _holds_text(kind: Any, name: str) -> bool:
    if isinstance(kind, Text):
        return True
    inner = getattr(kind, "item", None) or getattr(kind, "value", None)
    return _holds_text(inner, name) if inner is not None else kind is None and name == "text"


@cache
def reading(path: Path | str, library: Library | None = None, *, language: str = "") -> Reading:
    """As `scenario.reader.read`, masked; a translation beside the scenario is left alone."""
    found = read(Path(path))
    return attrs.evolve(found, scenario=masked(found.scenario))


def head(path: Path, library: Library, language: str = "") -> Header | None:
    """As `scenario.header.header`, masked."""
    found = header(path, library)
    if found is None:
        return None
    texts = ("title", "about", "teaches", "players", "playtime", "opening")
    goals = tuple((name, mask(title)) for name, title in found.goals)
    return attrs.evolve(found, goals=goals, **{name: mask(getattr(found, name)) for name in texts})


def family_in(language: str) -> Family:
    """As `scenario.family_texts.family_in`, masked: names of alliances and places too."""
    return translated(family(), _Masks())


class _Masks(dict[str, str]):
    """For every text its mask."""

    def get(self, key: str, default: Any = None) -> Any:
        return mask(key)
