"""A scenario's own course, played to a journal."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from geboortespel.scenario.model import Course, Step
from geboortespel.scenario.reader import Reading, read
from geboortespel.session.course import follow, record, steps_of
from geboortespel.session.replay import replay
from tests.session.conftest import ROOT, Begin, play
from tests.tools.course import named

STEPS = (
    Step("zet", "ann", "luisteren", "raad"),
    Step("zet", "bob", "schaven"),
    Step("pas", "ann"),
    Step("pas", "bob"),
    Step("zet", "ann", "overtuigen", "raad", "open-boek"),
)


def test_a_course_is_played_to_a_journal(tafel: Reading, tmp_path: Path) -> None:
    assert tafel.scenario is not None
    scenario = evolve(tafel.scenario, course=Course(5, "klaar", STEPS))
    session, followed = record(scenario, tafel.resolved, tmp_path / "a.jsonl")
    session.close()
    assert (followed.done, followed.whole) == (5, True)
    assert steps_of(session) == STEPS
    again, lines = replay(tmp_path / "a.jsonl")
    assert [line.moment for line in lines] == session.moments.all
    assert again.seed == 5


@pytest.mark.parametrize("name", named())
def test_history_is_played_to_its_end_and_replays(name: str, tmp_path: Path) -> None:
    reading = read(ROOT / "scenarios" / name / "scenario.yaml")
    assert reading.scenario is not None
    assert reading.scenario.course is not None
    session, followed = record(reading.scenario, reading.resolved, tmp_path / "a.jsonl")
    session.close()
    assert followed.whole, (followed.done, followed.reason)
    again, lines = replay(tmp_path / "a.jsonl")
    assert [line.moment for line in lines] == session.moments.all
    assert again.outcome is not None
    assert again.outcome.id == reading.scenario.course.outcome


def test_a_course_stops_at_the_first_step_that_may_not_be_done(sit: Begin) -> None:
    for step, code in ((Step("zet", "ann", "dromen"), "onbekend"), (Step("poort", "", "verder"), "niet_nu")):
        followed = follow(sit(f"{step.kind}.jsonl"), [*STEPS[:3], step])
        assert followed.reason is not None
        assert (followed.done, followed.reason.code) == (3, code)
    followed = follow(sit("gepast.jsonl"), [*STEPS[:3], Step("zet", "ann", "schaven")])
    assert followed.reason is not None
    assert (followed.done, followed.reason.code) == (3, "gepast")


def test_a_scenario_without_a_course_says_so(tafel: Reading) -> None:
    assert tafel.scenario is not None
    with pytest.raises(ValueError, match="no course"):
        record(tafel.scenario, tafel.resolved, None)


def test_what_was_played_is_a_course_and_leaves_out_what_was_undone(begin: Begin) -> None:
    session = begin()
    play(session, 3)
    session.go_to(1)
    play(session, 2)
    steps = steps_of(session)
    assert len(steps) == 3
    again = begin(name="b.jsonl")
    assert follow(again, steps).whole
    assert again.state == session.state
