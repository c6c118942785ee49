"""`kansen`: exact where that can be, and honest where it can't."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.running import KLEIN, Commands


def test_exact_odds_as_json(commands: Commands, english: Commands) -> None:
    done = commands.here("kansen", KLEIN, "--speler", "planner", "--json")
    found = json.loads(done.out)
    assert (done.status, done.err) == (0, "")
    assert found["exact"] is True
    assert found["toestanden"] == 805
    assert found["kans"] == {
        "vastgelopen": {"p": 0.17530587891},
        "geboren": {"p": 0.75973499149},
        "ingestort": {"p": 0.0649591296},
    }
    assert found["bedoeld"]["p"] == 0.75973499149
    assert english.here("odds", KLEIN, "--player", "planner", "--json").out == done.out


def test_exact_odds_told(commands: Commands) -> None:
    done = commands.here("kansen", KLEIN)
    assert done.out.splitlines() == [
        "Exacte kansen van klein, gespeeld door planner: alle 805 toestanden zijn doorgerekend.",
        "  vastgelopen  17,5306%",
        "  geboren      75,9735%",
        "  ingestort    6,4959%",
    ]


@pytest.mark.parametrize("words", [(KLEIN, "--toestanden", 100), (KLEIN, "--toestanden", 0), ("eerste-dijk",)])
def test_what_is_not_exact_says_so(words: tuple[object, ...], commands: Commands, english: Commands) -> None:
    found = json.loads(commands.here("kansen", *words, "-n", 40, "--json").out)
    assert (found["exact"], found["toestanden"], found["aantal"]) == (False, None, 40)
    assert all(odds["laag"] <= odds["p"] <= odds["hoog"] for odds in found["kans"].values())
    told = english.here("odds", *words, "-n", 40).out
    assert "estimated from 40 games" in told
    assert "Exact" not in told


def test_a_game_that_does_not_end_is_a_fault(commands: Commands, tmp_path: Path) -> None:
    (tmp_path / "eindeloos.yaml").write_text(
        "formaat: 1\nid: eindeloos\ntitel: Eindeloos\nrondes: 2\n"
        "uitkomsten: [{id: niet, soort: niet, titel: Niet}]\n"
        "zetten: [{id: dralen, titel: Dralen, kost: {tijd: 0}}]\n",
        encoding="utf-8",
    )
    script = tmp_path / "traag.txt"
    script.write_text("zet dralen\n", encoding="utf-8")
    done = commands.here("simuleer", tmp_path / "eindeloos.yaml", "-n", 1, "-s", f"script:{script}")
    assert done.status == 1
    assert done.err.startswith("Het spel met zaad 1 komt niet aan een eind")
