"""The list of scenarios: heads read fast say what the whole reading says; figures count only for what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.scenario.header import header
from geboortespel.scenario.library import Library
from geboortespel.scenario.measured import Measured, difficulty, read_figures, shipped_figures
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import read
from geboortespel.scenario.shelf import FIRST, shelf
from tests.running import ROOT, VOL

SHIPPED = sorted(ROOT.glob("scenarios/*/scenario.yaml"))
FIGURES = {"dijk": Measured("aaaa", 300, 271, 67)}


def small(folder: Path, text: str, base: str = "") -> Path:
    (folder / "scenario.yaml").write_text(text, "utf-8")
    if base:
        (folder / "onder.yaml").write_text(base, "utf-8")
    return folder / "scenario.yaml"


def whole(path: Path, language: str = "") -> Scenario:
    found = read(path, language=language).scenario
    assert found is not None
    return found


@pytest.mark.parametrize("path", [*SHIPPED, VOL], ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_head_says_what_the_whole_reading_says(path: Path, language: str) -> None:
    head, scenario = header(path, Library(), language), whole(path, language)
    assert head is not None
    said = (head.id, head.title, head.about, head.teaches, head.players, head.playtime)
    assert [text.split() for text in said] == [
        text.split()
        for text in (
            scenario.id, scenario.title, scenario.about, scenario.teaches, scenario.players, scenario.playtime,
        )
    ]  # fmt: skip
    assert head.opening.split() == (scenario.opening.text.split() if scenario.opening else [])
    assert head.goals == tuple((goal, scenario.lessons[goal].title) for goal in scenario.goals)
    assert head.historical is (scenario.course is not None)


def test_the_first_one_first_then_history_in_order() -> None:
    found = shelf()
    assert {one.head.path for one in found} == set(SHIPPED)
    assert found[0].head.id == FIRST
    years = [one.year for one in found[1:] if one.year is not None]
    assert years == sorted(years)
    assert all(one.year is None for one in found[1 + len(years) :])


def test_each_tells_its_type_and_the_real_ones_their_year() -> None:
    for one in shelf():
        assert one.type, one.head.id
        assert (one.year is not None) is one.real, one.head.id


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("over: een dijk", "over: een dam", False),
        ("over: een dijk", "over: een dijk   \n\n# wat anders", True),
        ("over: een dijk", "over: een dijk\n  # ingesprongen", True),
        ("over: een dijk", "over: een  dijk", False),
    ],
)
def test_a_fingerprint_is_of_every_line_that_means_something(
    before: str, after: str, same: bool, tmp_path: Path
) -> None:
    text = "id: dijk\ntitel: Dijk\nover: een dijk\n"
    marks = []
    for now in (text, text.replace(before, after)):
        head = header(small(tmp_path, now), Library())
        assert head is not None
        marks.append(head.fingerprint)
        Path(tmp_path / "scenario.yaml").unlink()
    assert (marks[0] == marks[1]) is same


def test_a_fingerprint_is_of_what_was_taken_over_too(tmp_path: Path) -> None:
    text = "id: dijk\ntitel: Dijk\ngebruikt: onder\n"
    one = header(small(tmp_path, text, "tellers: {a: 1}\n"), Library())
    other = header(small(tmp_path, text, "tellers: {a: 22}\n"), Library())
    assert one is not None
    assert other is not None
    assert one.fingerprint != other.fingerprint


@pytest.mark.parametrize(
    "text", ["", "titel: Dijk\n", "id: [\ntitel: Dijk\n", "{id: dijk}\n", "id: {a: b}\ntitel: Dijk\n"]
)
def test_what_has_no_head_is_not_listed(text: str, tmp_path: Path) -> None:
    assert header(small(tmp_path, text), Library()) is None


def test_a_file_in_one_pair_of_braces_has_a_head_too(tmp_path: Path) -> None:
    head = header(small(tmp_path, "{id: dijk, titel: Dijk, leerdoelen: [a]}\n"), Library())
    assert head is not None
    assert (head.title, head.goals) == ("Dijk", (("a", ""),))


def test_figures_of_another_text_are_not_told() -> None:
    assert difficulty("dijk", "aaaa", FIGURES).figures == FIGURES["dijk"]
    assert (difficulty("dijk", "bbbb", FIGURES).state, difficulty("dijk", "bbbb", FIGURES).figures) == (
        "verouderd",
        None,
    )
    assert (difficulty("brug", "aaaa", FIGURES).state, difficulty("brug", "aaaa", FIGURES).figures) == (
        "ongemeten",
        None,
    )


def test_shares_are_rounded_half_up() -> None:
    assert [Measured("", 200, won, 0).share("planner") for won in (0, 1, 2, 199, 200)] == [0, 1, 1, 100, 100]


@pytest.mark.parametrize(
    "entry",
    [
        "spellen: 0, planner: 0, beginner: 0", "spellen: 10, planner: 11, beginner: 0",
        "spellen: 10, planner: -1, beginner: 0", "spellen: tien, planner: 1, beginner: 0", "spellen: 10, planner: 1",
    ],
)  # fmt: skip
def test_figures_that_can_not_be_are_none(entry: str) -> None:
    assert read_figures(f"scenarios: {{dijk: {{vingerafdruk: aaaa, {entry}}}}}") == {}


def test_shipped_figures_are_of_shipped_scenarios() -> None:
    assert shipped_figures()
    assert set(shipped_figures()) <= {path.parent.name for path in SHIPPED}
