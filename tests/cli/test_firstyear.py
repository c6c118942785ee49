"""`kraamtijd`: the first year from the journal of a birth, and from the end of a game in line mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.players.registry import by_name
from geboortespel.scenario.reader import read
from geboortespel.session.session import Session
from tests.lines.robot import at_random, choices, play
from tests.running import ROOT, Commands


def _kept(path: Path, player: str, kind: str) -> Path:
    """A game of the first dike that ended in this kind, in a journal."""
    reading = read(ROOT / "scenarios" / "eerste-dijk" / "scenario.yaml")
    assert reading.scenario is not None
    for seed in range(60):
        path.unlink(missing_ok=True)
        session = Session.new(reading.scenario, reading.resolved, seed, path, clock=False)
        while not session.finished:
            session.act(session.driver.choose(session.state, by_name(player), session.line))
        session.close()
        assert session.outcome is not None
        if session.outcome.kind == kind:
            return path
    raise AssertionError


def test_a_birth_has_a_first_year(commands: Commands, tmp_path: Path) -> None:
    born = _kept(tmp_path / "dijk.jsonl", "planner", "geboren")
    done = commands.here("kraamtijd", born, "--tekst")
    assert (done.status, done.err) == (0, "")
    assert "Waar gaan jullie zitten" in done.out
    assert "verder waar jullie waren" not in done.out
    board = commands.here("kraamtijd", born, "--tekst", given="b\n").out
    assert "Het werk gaat naar verwachting" in board
    assert "Waarde voor mensen: " in board
    year = tmp_path / "dijk-kraamtijd.jsonl"
    assert str(year) in done.out
    over, _ = play(commands, at_random(4), "--journaal", year)
    assert "Tweede Apgar: " in over.out
    told = commands.here("terugblik", year)
    assert (told.status, told.err) == (0, "")
    assert told.out.index("HET EERSTE JAAR") < told.out.index("TIJDLIJN")
    page = commands.here("kaartje", year)
    assert page.out.startswith("HET EERSTE JAAR\n")
    again = commands.here("kraamtijd", year, "--tekst")
    assert (again.status, again.out) == (2, "")


@pytest.mark.parametrize("kind", ["niet"])
def test_no_birth_has_none(commands: Commands, tmp_path: Path, kind: str) -> None:
    unborn = _kept(tmp_path / "dijk.jsonl", "willekeurig", kind)
    done = commands.here("kraamtijd", unborn, "--tekst")
    assert (done.status, done.out) == (2, "")
    assert "volgt op een geboorte" in done.err
    assert [path.name for path in tmp_path.glob("*.jsonl")] == ["dijk.jsonl"]


def test_the_end_of_a_birth_leads_to_its_year(commands: Commands, tmp_path: Path) -> None:
    born = _kept(tmp_path / "dijk.jsonl", "planner", "geboren")
    rows: list[dict[int, str]] = []

    def rule(question: str) -> str | None:
        listed = choices(question)
        rows.append(listed)
        last = [number for number, text in listed.items() if text.startswith("Speel het eerste jaar")]
        if last:
            return str(last[0])
        return None if any("De keet op het werk" in text for text in listed.values()) else ""

    done, _ = play(commands, rule, "--journaal", born)
    assert done.status == 0
    assert (tmp_path / "dijk-kraamtijd.jsonl").exists()
    assert "Waar gaan jullie zitten" in done.out
