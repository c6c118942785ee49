"""`nieuw`: a starting point that is whole, can be played to an end, and never overwrites anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geboortespel.analysis.simulate import Simulation
from geboortespel.engine.game import Game
from geboortespel.scenario.reader import read
from tests.running import Commands

BOTH = pytest.mark.parametrize("words", [(), ("--kaal",)], ids=["basis", "kaal"])


@BOTH
def test_it_is_whole_and_carries_its_name(words: tuple[str, ...], tmp_path: Path, commands: Commands) -> None:
    folder = tmp_path / "sluis-bij-nacht"
    done = commands.here("nieuw", folder, *words)
    assert (done.status, done.out) == (0, f"{folder}/scenario.yaml\n")
    assert f"geboortespel controleer {folder}" in done.err
    assert commands.here("controleer", folder, "--formaat", "json").out == "[]\n"
    scenario = read(folder / "scenario.yaml").scenario
    assert scenario is not None
    assert (scenario.id, scenario.title) == ("sluis-bij-nacht", "Sluis bij nacht")
    assert bool(scenario.uses) is (words == ())
    text = (folder / "scenario.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=schema.json\n")
    assert "$schema" in json.loads((folder / "schema.json").read_text("utf-8"))
    assert "mijn-scenario" not in text.lower()
    assert text.count("#") > 10


@BOTH
def test_anybody_can_play_it_to_an_end(words: tuple[str, ...], tmp_path: Path, commands: Commands) -> None:
    folder = tmp_path / "proef"
    commands.here("nieuw", folder, *words)
    scenario = read(folder / "scenario.yaml").scenario
    assert scenario is not None
    game = Game(scenario, fast=True)
    random = Simulation(game, "willekeurig").tally(range(20))
    assert random.games == sum(random.outcomes.values()) == 20
    assert "" not in random.outcomes
    planner = Simulation(game, "planner").tally(range(12))
    assert any(planner.outcomes[outcome] for outcome in scenario.intended), planner.outcomes


def test_what_is_there_stays(tmp_path: Path, commands: Commands, english: Commands) -> None:
    path = tmp_path / "proef" / "scenario.yaml"
    path.parent.mkdir()
    path.write_text("van mij")
    done = commands.here("nieuw", path.parent)
    assert (done.status, done.out) == (2, "")
    assert str(path) in done.err
    assert "There is another file of that name already" in english.here("new", path.parent).err
    assert path.read_text() == "van mij"


def test_a_name_that_can_not_be_one(tmp_path: Path, commands: Commands) -> None:
    done = commands.here("nieuw", tmp_path / "Mijn Brug")
    assert done.status == 2
    assert "Bedoel je 'mijn-brug'?" in done.err
    assert commands.here("nieuw", tmp_path / "eerste-dijk").status == 2
    assert commands.here("nieuw", tmp_path / "standaard").status == 2
    assert list(tmp_path.iterdir()) == []
