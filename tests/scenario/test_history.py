"""Courses have the turns that history had; that they are played to their birth is tested with the session."""

from __future__ import annotations

import pytest

from geboortespel.session.course import record
from tests.shipped import scenario
from tests.tools.course import agreed, first, on_the_quiet


def test_graaf_reinald_goes_as_it_went() -> None:
    """Consulted in 2015, a full alliance, all risks in one pot but two; signed and decided in the last autumn."""
    course = scenario("graaf-reinald").course
    assert course is not None
    at = [
        first(course.steps, *step)
        for step in (("marktconsultatie",), ("bestek-van-de-buren", "doel-vragen"), ("vorm-kiezen", "volledig"),
                     ("drie-in-een", "in-een-keer"), ("de-helft-voor-het-team", "doen"), ("onderhandelen",),
                     ("besluit-vragen",))
    ]  # fmt: skip
    assert -1 not in at
    assert at == sorted(at)
    assert course.outcome == "geboren"


def test_it_ends_in_the_agreement_of_history() -> None:
    """Everything on quality, people of both sides weighed, the budget after the award, two exceptions to sharing."""
    whole = scenario("graaf-reinald")
    session, followed = record(whole, {}, None)
    assert followed.whole
    made = agreed(session.view(None))
    assert made.items() >= {
        "gunning": "kwaliteit", "mensen": "beide-kanten", "moment": "na-gunning", "uitzonderingen": "twee",
        "besluiten": "samen", "budget": "raming",
    }.items()  # fmt: skip


def test_the_waardse_goes_as_it_went() -> None:
    """A design alliance, at the table only after the award, in one building, with a fund of both and less work paid;
    born in the half year in which all went wrong."""
    course = scenario("waardse").course
    assert course is not None
    done = [(step.what, step.choice) for step in course.steps]
    assert ("vorm-kiezen", "ontwerp") in done
    assert ("vorm-kiezen", "volledig") not in done
    talks = [n for n, step in enumerate(course.steps) if step.kind == "zitting"]
    assert done.index(("start-voorbereiden", "")) < talks[0]
    assert done.index(("alles-valt-tegen", "volhouden")) < talks[0]
    assert course.outcome == "ontwerp-geboren"


@pytest.mark.parametrize(
    ("name", "told"),
    [("graaf-reinald", ("het-briefje", "aannemen")), ("waardse", ("de-doorgestreepte", "doorstrepen"))],
)
def test_nobody_did_anything_on_the_quiet(name: str, told: tuple[str, str]) -> None:
    """Real organisations are named: what no source tells is not laid at their door."""
    whole = scenario(name)
    assert whole.course is not None
    quiet = on_the_quiet(whole)
    assert told in quiet
    assert not quiet & {(step.what, step.choice) for step in whole.course.steps}
