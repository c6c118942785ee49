"""The guide for authors, followed to the letter: from an empty file to a scenario that is clean and can be played."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from geboortespel.analysis.simulate import Simulation
from geboortespel.engine.game import Game
from geboortespel.scenario.reader import read
from tests.guide import GUIDE, Block, blocks, renewed
from tests.running import Commands

TEXT = GUIDE.read_text("utf-8")
BLOCKS = list(blocks(TEXT))
RECIPES = [block for block in BLOCKS if block.note == "recept"]
NAME = "oude-sluis"


def test_the_reference_is_what_the_model_says() -> None:
    assert renewed(TEXT) == TEXT, "run `python -m tests.guide`"


def written() -> str:
    """The file that the steps make."""
    return "".join(block.text for block in BLOCKS if block.note == "schrijf")


class Follower:
    """Does what the guide says, in a folder of its own."""

    def __init__(self, commands: Commands) -> None:
        self.commands = commands
        self.path = Path(NAME) / "scenario.yaml"
        self.said = ""

    def block(self, block: Block) -> None:
        match block.kind, block.note:
            case "yaml", "schrijf":
                self.path.write_text(self.path.read_text("utf-8") + block.text, "utf-8")
            case "sh", "probeer":
                right = self.path.read_text("utf-8")
                old, new = block.value.split(" | ")
                assert right.count(old) == 1
                self.path.write_text(right.replace(old, new), "utf-8")
                self.run(block)
                self.path.write_text(right, "utf-8")
            case "sh", "kopie":
                shutil.copytree(*block.value.split())
                self.run(block)
            case "sh", _:
                self.run(block)
            case "text", _:
                assert block.text == self.said

    def run(self, block: Block) -> None:
        for line in block.text.splitlines():
            program, *words = line.split()
            assert program == "geboortespel"
            done = self.commands.here(*words)
            assert done.status in ((0, 1) if "controleer" in words else (0,)), done
            assert "Traceback" not in done.err
            self.said = done.out + done.err
            if "--speel" in words:
                assert done.status == 0, done


def test_following_it_to_the_letter(tmp_path: Path, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    follower = Follower(commands)
    follower.path.parent.mkdir()
    follower.path.write_text("")
    for block in BLOCKS:
        if block.note != "recept":
            follower.block(block)
    assert follower.path.read_text("utf-8") == written()
    assert (tmp_path / NAME / "schema.json").exists()
    assert commands.here("controleer", NAME, "--streng").status == 0
    scenario = read(follower.path).scenario
    assert scenario is not None
    assert scenario.id not in ("eerste-dijk", "graaf-reinald")
    game = Game(scenario, fast=True)
    assert sum(Simulation(game, "willekeurig").tally(range(10)).outcomes.values()) == 10
    assert Simulation(game, "planner").tally(range(15)).outcomes["geboren"] > 0


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda block: block.heading)
def test_every_recipe_works_on_it(recipe: Block, tmp_path: Path) -> None:
    """On top of the scenario of the steps: no fault, nothing that leads nowhere, and games that end."""
    head = "formaat: 1\nid: recept\ntitel: Recept\ngebruikt: sluis\n"
    (tmp_path / "sluis.yaml").write_text(written(), "utf-8")
    path = tmp_path / "scenario.yaml"
    path.write_text(head + recipe.text, "utf-8")
    reading = read(path, thorough=True)
    assert reading.faults == ()
    assert reading.scenario is not None
    tally = Simulation(Game(reading.scenario, fast=True), "planner").tally(range(4))
    assert sum(tally.outcomes.values()) == 4


def test_there_are_recipes_and_commands() -> None:
    assert len(RECIPES) >= 8
    used = {line.split()[1] for block in BLOCKS if block.kind == "sh" for line in block.text.splitlines()}
    assert used >= {"controleer", "schema", "speel", "simuleer", "kansen", "vergelijk", "graaf"}
