"""The scenarios that tests play on, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from geboortespel.engine.game import Game
from geboortespel.engine.view import View
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import read

ROOT = Path(__file__).parent.parent
PLAYABLE = ("klein", "eerste-dijk", "graaf-reinald")
EVERYTHING = (*PLAYABLE, "apart")
"""With `apart`, which asks alone, lets guess and gives the last word."""
_TESTED = ROOT / "tests" / "scenario"


class Uniform:
    """Plays uniformly over what is legal."""

    uniform = True

    def weights(self, view: View) -> list[int]:
        return [1] * len(view.indices)


@cache
def scenario(name: str) -> Scenario:
    own = _TESTED / f"{name}.yaml"
    path = own if own.exists() else ROOT / "scenarios" / name / "scenario.yaml"
    reading = read(path)
    assert reading.scenario is not None, reading.faults
    return reading.scenario


@cache
def game(name: str, fast: bool = False) -> Game:
    return Game(scenario(name), fast=fast)
