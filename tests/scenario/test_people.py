"""What people say and what is told in the shipped scenarios: nobody has the words of another, none are missing."""

from __future__ import annotations

from collections import defaultdict

import pytest

from geboortespel.scenario.library import Library
from geboortespel.scenario.model import Event, Scenario
from geboortespel.scenario.names import concerns_of, possible_concerns
from tests.shipped import scenario

NAMES = [entry.id for entry in Library().shipped()]


def events(of: Scenario) -> list[Event]:
    return [*of.events.values(), *(card for deck in of.decks.values() for card in deck.cards.values())]


@pytest.mark.parametrize("name", NAMES)
def test_no_two_people_say_the_same_sentence(name: str) -> None:
    said: dict[str, set[str]] = defaultdict(set)
    for actor in scenario(name).actors.values():
        for lines in {**scenario(name).roles[actor.role or ""].lines, **actor.lines}.values():
            for line in lines:
                said[line.text].add(actor.id)
    assert {text: who for text, who in said.items() if len(who) > 1} == {}


@pytest.mark.parametrize("name", NAMES)
def test_everybody_has_words_for_what_can_come_up(name: str) -> None:
    """For every concern they may have, and for every argument that answers one of these."""
    missing = []
    for actor in scenario(name).actors.values():
        lines = {**scenario(name).roles[actor.role or ""].lines, **actor.lines}
        concerns = set(possible_concerns(concerns_of(scenario(name), actor)))
        needed = {"groet", "mis", "sleets"} | {f"zorg.{concern}" for concern in concerns}
        needed |= {f"raak.{a.id}" for a in scenario(name).arguments.values() if concerns & set(a.answers)}
        missing += [f"{actor.id}: {kind}" for kind in sorted(needed - set(lines))]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_told_twice_and_everything_says_where_it_comes_from(name: str) -> None:
    told: dict[str, list[str]] = defaultdict(list)
    for event in events(scenario(name)):
        assert event.source, event.id
        told[event.text].append(event.id)
        for option in event.options.values():
            assert option.after, (event.id, option.id)
            told[option.after].append(f"{event.id}.{option.id}")
    assert {text: where for text, where in told.items() if len(where) > 1} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_role_is_asked_something_alone_in_every_phase(name: str) -> None:
    """Of those who take part from the start; when it is asked stands in the condition of the card."""
    whole = scenario(name)
    alone: dict[str, int] = defaultdict(int)
    for event in events(whole):
        if event.seat:
            assert len(event.options) >= 2
            alone[event.seat] += 1
    assert set(alone) == set(whole.believers)
    for believer in whole.believers.values():
        if believer.present:
            assert alone[believer.id] >= len(whole.phases)
