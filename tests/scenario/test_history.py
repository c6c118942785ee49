"""Courses have the turns that history had (`tests/histories`); that they are played to their end is tested with the
session. Fiction has no history: the first dike and the plain job."""

from __future__ import annotations

import pytest

from geboortespel.players.scripted import ALWAYS
from geboortespel.scenario.library import Library
from geboortespel.session.course import record
from tests.shipped import scenario
from tests.tools.course import agreed, first, history, named, on_the_quiet

FICTION = {"eerste-dijk", "heldere-klus"}


def test_every_scenario_but_fiction_has_its_history() -> None:
    assert {entry.id for entry in Library().shipped()} - FICTION == set(named())


@pytest.mark.parametrize("name", named())
def test_it_goes_as_it_went(name: str) -> None:
    """Every turn is there and in its order; what was not done then is not done; the outcome is an ending of its own."""
    whole, kept = scenario(name), history(name)
    assert whole.course is not None
    assert kept.order
    at = [first(whole.course.steps, *turn) for turn in kept.order]
    assert -1 not in at
    assert at == sorted(at)
    for event, choice in kept.answers.items():
        assert first(whole.course.steps, event, choice) >= 0, event
    shunned = [wish for wish in kept.shuns if wish.kind == "zet" and wish.rounds == ALWAYS]
    never = {(wish.what, wish.choice) for wish in shunned if wish.choice}
    assert not never & {(step.what, step.choice) for step in whole.course.steps}
    assert whole.course.outcome in whole.outcomes


@pytest.mark.parametrize("name", [name for name in named() if history(name).agreed])
def test_it_ends_in_the_agreement_of_history(name: str) -> None:
    session, followed = record(scenario(name), {}, None)
    assert followed.whole
    assert agreed(session.view(None)).items() >= history(name).agreed.items()


def test_graaf_reinald_agrees_what_the_source_tells() -> None:
    """Everything on quality, people of both sides weighed, the budget after the award, two exceptions to sharing, all
    decisions together, on what was expected (domain notes, §4): the history that is written down says so too."""
    assert history("graaf-reinald").agreed.items() >= {
        "gunning": "kwaliteit", "mensen": "beide-kanten", "moment": "na-gunning", "uitzonderingen": "twee",
        "besluiten": "samen", "budget": "raming",
    }.items()  # fmt: skip


def test_the_waardse_goes_as_it_went() -> None:
    """A design alliance, at the table only after the award, in one building; born in the half year in which all went
    wrong."""
    course = scenario("waardse").course
    assert course is not None
    done = [(step.what, step.choice) for step in course.steps]
    talks = [n for n, step in enumerate(course.steps) if step.kind == "zitting"]
    assert done.index(("start-voorbereiden", "")) < talks[0]
    assert done.index(("alles-valt-tegen", "volhouden")) < talks[0]


@pytest.mark.parametrize("name", named())
def test_nobody_did_anything_on_the_quiet(name: str) -> None:
    """Real organisations are named: what no source tells is not laid at their door."""
    whole = scenario(name)
    assert whole.course is not None
    assert not on_the_quiet(whole) & {(step.what, step.choice) for step in whole.course.steps}


@pytest.mark.parametrize(
    ("name", "told"),
    [("graaf-reinald", ("het-briefje", "aannemen")), ("waardse", ("de-doorgestreepte", "doorstrepen"))],
)
def test_what_is_done_on_the_quiet_is_known_as_such(name: str, told: tuple[str, str]) -> None:
    assert told in on_the_quiet(scenario(name))
