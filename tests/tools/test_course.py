"""The tool that makes historical courses anew writes them as they stand in the scenario's file, and nothing else."""

from __future__ import annotations

import pytest

from geboortespel.engine.actions import Action
from geboortespel.players.policy import Sure
from tests.shipped import ROOT, scenario
from tests.tools.course import History, history, named, replaced, written


@pytest.mark.parametrize("name", named())
def test_a_course_is_written_as_it_stands(name: str) -> None:
    course = scenario(name).course
    assert course is not None
    steps = [Action(0, s.kind, s.seat, s.what, s.target, s.choice) for s in course.steps]  # type: ignore[arg-type]
    text = (ROOT / "scenarios" / name / "scenario.yaml").read_text("utf-8")
    assert replaced(text, written(course.seed, course.outcome, steps)) == text
    assert history(name).holds(steps)
    assert isinstance(history(name).player(scenario(name)), Sure)


def test_only_the_course_is_replaced() -> None:
    text = "titel: x\nverloop:\n  zaad: 1\n  stappen:\n    - {wat: a}\nna: y\n"
    assert replaced(text, "verloop: nieuw\n") == "titel: x\nverloop: nieuw\nna: y\n"
    with pytest.raises(ValueError, match="verloop"):
        replaced("titel: x\n", "verloop: nieuw\n")


def test_history_wants_its_order() -> None:
    kept = History({"brief": "ja"}, (), (), (("vragen", ""), ("tekenen", "")))
    asked, signed = Action(0, "zet", "a", "vragen"), Action(1, "zet", "a", "tekenen")
    answered = Action(2, "keuze", "", "brief", "", "ja")
    assert kept.holds([answered, asked, signed])
    assert not kept.holds([answered, signed, asked])
    assert not kept.holds([asked, signed])
