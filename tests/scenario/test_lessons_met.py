"""Each lesson of chapters 5-10 is met in at least two scenarios (`python -m tests.tools.met` prints the table)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from tests.tools import met


def test_the_lessons_are_those_of_six_chapters() -> None:
    assert {chapter for chapter, _ in met.lessons().values()} == set(met.CHAPTERS)


def test_only_what_a_scenario_wrote_itself_counts(tmp_path: Path) -> None:
    """Not what it takes over, not what it aims at, not where a lesson is declared; each thing that carries it does."""
    base = next(entry for entry in Library().bases() if entry.id == "standaard")
    path = tmp_path / "scenario.yaml"
    path.write_text(
        "formaat: 1\nid: proef\ntitel: Proef\ngebruikt: standaard\nleerdoelen: [open-boek]\n"
        "lessen:\n  nieuw: {titel: Nieuw}\n"
        "gebeurtenissen:\n"
        "  - {id: een, als: ronde = 1, tekst: A, lessen: [eigen-plek, nieuw]}\n"
        "  - {id: twee, als: ronde = 2, tekst: B, lessen: eigen-plek}\n"
    )
    root = read(path, Library((base.path.parent.parent,))).root
    assert root is not None
    assert Counter(met._said(root, tmp_path)) == {"eigen-plek": 2, "nieuw": 1}


@pytest.fixture(scope="module")
def table() -> met.Table:
    """Where each lesson is met: all scenarios are read for it."""
    return met.table()


def test_the_table_tells_every_lesson_once(table: met.Table) -> None:
    told = list(met.lines(table))
    assert [line.split()[1 + line.startswith("!")] for line in told] == [
        name for _, name in sorted((met.CHAPTERS.index(c), name) for name, (c, _) in met.lessons().items())
    ]


def test_every_lesson_is_met_in_two_scenarios(table: met.Table) -> None:
    assert not met.rare(table), "\n" + "\n".join(met.lines(table))
