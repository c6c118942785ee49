"""Graaf Reinald's course has the turns that history had; that it is played to its birth is tested with the session."""

from __future__ import annotations

from tests.shipped import scenario
from tests.tools.course import on_the_quiet


def test_graaf_reinald_goes_as_it_went() -> None:
    """Consulted in 2015, a full alliance, all risks in one pot but two; signed and decided in the last autumn."""
    course = scenario("graaf-reinald").course
    assert course is not None
    done = [(step.what, step.choice) for step in course.steps]
    assert ("vorm-kiezen", "volledig") in done
    assert ("drie-in-een", "in-een-keer") in done
    assert ("de-helft-voor-het-team", "doen") in done
    assert done.index(("marktconsultatie", "")) < done.index(("bestek-van-de-buren", "doel-vragen"))
    team, decided = done.index(("de-helft-voor-het-team", "doen")), done.index(("besluit-vragen", ""))
    talks = [n for n, step in enumerate(course.steps) if step.kind == "zitting"]
    assert team < talks[0] < talks[-1]
    assert team < decided
    assert course.outcome == "geboren"


def test_nobody_did_anything_on_the_quiet() -> None:
    """Real organisations are named: what no source tells is not laid at their door."""
    whole = scenario("graaf-reinald")
    assert whole.course is not None
    quiet = on_the_quiet(whole)
    assert ("het-briefje", "aannemen") in quiet
    assert not quiet & {(step.what, step.choice) for step in whole.course.steps}
