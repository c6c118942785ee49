"""What every alliance of the document brings of its own (issue 6, point 2), counted in its own files: not what it takes
over from the base set. `eerste-dijk` is the first lesson and smaller; `klein` is of the tests."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Any

import pytest
import yaml

from geboortespel.scenario.library import BASE, Library
from tests.shipped import scenario

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
RICH = [entry.id for entry in Library().shipped() if entry.id != "eerste-dijk"]


@cache
def own(name: str) -> dict[str, list[Any]]:
    """Key → what the scenario's own files say under it."""
    found: dict[str, list[Any]] = {}
    for file in sorted(Library().find(name).parent.glob("*.yaml")):
        for key, value in yaml.load(file.read_text("utf-8"), LOADER).items():
            found.setdefault(key, []).append(value)
    return found


@lru_cache(maxsize=1)
def base() -> set[str]:
    """Ids that the base set has, under any key."""
    ids = set[str]()
    for entry in Library().bases():
        for file in entry.path.parent.glob("*.yaml"):
            for value in yaml.load(file.read_text("utf-8"), LOADER).values():
                ids.update(named(value))
    assert Library().bases()[0].path.name == BASE
    return ids


def named(value: Any) -> list[str]:
    """Ids of what is described here: a list of things with ids, or things by id."""
    if isinstance(value, list):
        return [thing["id"] for thing in value if isinstance(thing, dict) and "id" in thing]
    return list(value) if isinstance(value, dict) else []


def ids(name: str, key: str) -> list[str]:
    """Ids under this key that are the scenario's own."""
    return [found for value in own(name).get(key, ()) for found in named(value) if found not in base()]


def cards(name: str) -> list[str]:
    """Ids of cards in decks that are the scenario's own."""
    decks = [deck for value in own(name).get("stapels", ()) for deck in value]
    return [card for deck in decks for card in named(deck.get("kaarten", ())) if card not in base()]


def voices(name: str) -> dict[str, Counter[str]]:
    """Actor → how often each sentence is theirs."""
    people = [actor for value in own(name).get("actoren", ()) for actor in value]
    return {actor["id"]: Counter(sentences(actor.get("zinnen", {}))) for actor in people}


def sentences(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        kept = [value["tekst"]] if "tekst" in value else list(value.values())
        return [found for item in kept for found in sentences(item)]
    return [found for item in value for found in sentences(item)]


@pytest.mark.parametrize("name", RICH)
def test_it_has_people_events_a_threshold_and_an_ending_of_its_own(name: str) -> None:
    speaking = [actor for actor, said in voices(name).items() if len(said) >= 5]
    assert len(speaking) >= 8, speaking
    happenings = ids(name, "gebeurtenissen") + cards(name)
    assert len(happenings) == len(set(happenings)) >= 12
    assert ids(name, "drempels")
    assert ids(name, "uitkomsten")
    whole = scenario(name)
    assert all(len(whole.thresholds[door].routes) >= 2 for door in ids(name, "drempels"))
    assert whole.intended


@pytest.mark.parametrize("name", RICH)
def test_what_it_alone_teaches_stands_in_two_sentences(name: str) -> None:
    teaches = scenario(name).teaches
    assert 2 <= len(re.findall(r"[.?](?:\s|$)", teaches)) <= 3, teaches


def test_no_two_people_say_the_same() -> None:
    """A sentence is somebody's, in one scenario. What is short enough to be anybody's may be said twice."""
    said = Counter[str]()
    for name in RICH:
        for lines in voices(name).values():
            said.update(line for line in lines if len(line) > 25)
    assert not [line for line, times in said.items() if times > 1]
