"""The historical course of each scenario ends as it did."""

from __future__ import annotations

import pytest

from geboortespel.analysis.course import follow
from tests.shipped import PLAYABLE, game, scenario


@pytest.mark.parametrize("name", [name for name in PLAYABLE if scenario(name).course])
def test_the_historical_course_is_played_to_its_end(name: str) -> None:
    course = scenario(name).course
    assert course is not None
    followed = follow(game(name), course)
    assert followed.reason is None
    assert (followed.done, followed.outcome) == (len(course.steps), course.outcome)


def test_graaf_reinald_goes_as_it_went() -> None:
    """Consulted in 2015, a full alliance, all risks in one pot but two; signed and decided in the last autumn."""
    course = scenario("graaf-reinald").course
    assert course is not None
    done = [(step.what, step.choice) for step in course.steps]
    assert ("vorm-kiezen", "volledig") in done
    assert ("onderhandelen", "alles-in-de-pot") in done
    assert ("drie-in-een", "in-een-keer") in done
    assert ("de-helft-voor-het-team", "doen") in done
    assert done.index(("marktconsultatie", "")) < done.index(("bestek-van-de-buren", "doel-vragen"))
    assert (
        done.index(("de-helft-voor-het-team", "doen"))
        < done.index(("tekenen", ""))
        < done.index(("besluit-vragen", ""))
    )
