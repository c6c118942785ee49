"""`vergelijk`: rules, texts and odds that changed, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geboortespel.analysis.compare import apart
from geboortespel.scenario.starter import starter
from tests.running import KLEIN, Commands


@pytest.fixture
def easier(tmp_path: Path) -> Path:
    """`klein`, where saving brings in more."""
    path = tmp_path / "makkelijker.yaml"
    text = KLEIN.read_text("utf-8")
    assert text.count("budget: +2") == text.count("titel: Luisteren") == 1
    path.write_text(text.replace("budget: +2", "budget: +4").replace("titel: Luisteren", "titel: Horen"), "utf-8")
    return path


def test_exact_odds_before_and_after(easier: Path, commands: Commands, english: Commands) -> None:
    done = commands.here("vergelijk", KLEIN, easier, "--json", "--speler", "willekeurig")
    found = json.loads(done.out)
    assert (done.status, done.err) == (0, "")
    assert found["regels"] == [{"pad": "zetten.versoberen.effecten.budget", "was": "+2", "wordt": "+4"}]
    assert found["teksten"] == [{"pad": "zetten.luisteren.titel", "was": "Luisteren", "wordt": "Horen"}]
    odds = found["kansen"]
    assert odds["exact"] is True
    for side, path in (("oud", KLEIN), ("nieuw", easier)):
        alone = json.loads(commands.here("kansen", path, "--speler", "willekeurig", "--json").out)
        assert {name: one[side] for name, one in odds["uitkomsten"].items()} == alone["kans"]
    born = odds["uitkomsten"]["geboren"]
    assert born["verschil"] == {"p": pytest.approx(born["nieuw"]["p"] - born["oud"]["p"], abs=1e-6)}
    said = english.here("compare", KLEIN, easier).out
    assert "zetten.versoberen.effecten.budget: +2 → +4" in said
    assert "exact" in said.splitlines()[0]


def test_sampled_odds_say_how_sure_they_are(tmp_path: Path, commands: Commands) -> None:
    old, new = tmp_path / "oud.yaml", tmp_path / "nieuw.yaml"
    old.write_text(starter("brug", bare=False), "utf-8")
    new.write_text(starter("brug", bare=False).replace("draagvlak >= 20", "draagvlak >= 90"), "utf-8")
    words = ("vergelijk", old, new, "-n", "20", "--json")
    found = json.loads(commands.here(*words).out)
    assert found["kansen"]["exact"] is False
    for one in found["kansen"]["uitkomsten"].values():
        assert one["oud"]["laag"] <= one["oud"]["p"] <= one["oud"]["hoog"]
        assert one["verschil"]["laag"] <= one["verschil"]["p"] <= one["verschil"]["hoog"]
    born = found["kansen"]["uitkomsten"]["geboren"]
    assert born["nieuw"]["p"] == 0 < born["oud"]["laag"]
    assert born["verschil"]["hoog"] < 0
    assert json.loads(commands.here(*words).out) == found


def test_without_odds_and_without_change(commands: Commands) -> None:
    assert commands.here("vergelijk", KLEIN, KLEIN, "-n", "0").out == "Geen regel en geen tekst is veranderd.\n"
    assert json.loads(commands.here("vergelijk", KLEIN, KLEIN, "-n", "0", "--json").out)["kansen"] is None


def test_an_ending_that_only_one_of_them_has(tmp_path: Path, commands: Commands) -> None:
    path = tmp_path / "anders.yaml"
    path.write_text(KLEIN.read_text("utf-8").replace("id: ingestort", "id: omgevallen"), "utf-8")
    found = json.loads(commands.here("vergelijk", KLEIN, path, "--json").out)["kansen"]["uitkomsten"]
    assert (found["ingestort"]["nieuw"], found["omgevallen"]["oud"]) == (None, None)
    assert found["ingestort"]["verschil"] is None


def test_how_far_two_shares_lie_apart() -> None:
    """Newcombe (1998), Table II: 56/70 against 48/80, method 10: 0.0524 to 0.3339."""
    old = {"p": 48 / 80, "laag": 0.4905, "hoog": 0.7003}
    new = {"p": 56 / 70, "laag": 0.6917, "hoog": 0.8773}
    found = apart(old, new)
    assert found["laag"] == pytest.approx(0.0524, abs=5e-4)
    assert found["hoog"] == pytest.approx(0.3339, abs=5e-4)
