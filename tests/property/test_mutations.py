"""Scenarios with random slips: the second look never falls over, its bounds hold, and schema and reader agree."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from geboortespel.engine.game import Game
from geboortespel.players.registry import by_name
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.names import rounds
from geboortespel.scenario.reader import read
from geboortespel.scenario.review.bounds import Bounds
from geboortespel.session.driver import Driver
from tests.running import KLEIN, PROEF, ROOT, TAFEL
from tests.scenario.test_schema import SEES, wrong
from tests.scenario.yaml12 import loaded

SOURCES = (
    KLEIN, PROEF, TAFEL, ROOT / "tests/scenario/review/helder.yaml", ROOT / "tests/scenario/apart.yaml",
    ROOT / "tests/engine/zitting.yaml", ROOT / "assets/nieuw/kaal.yaml",
)  # fmt: skip
VALUES = ("0", "1", "2", "-1", "5", "50", "101", "ja", "nee", "+3", "-7", "=ja")
MANY, LONGEST = 60, 400


def mutants(seed: int) -> Iterator[str]:
    """Scenario texts with one or two words replaced by others."""
    rng = random.Random(seed)
    texts = [path.read_text("utf-8") for path in SOURCES]
    words = sorted({word for text in texts for word in re.findall(r"[\w.-]+", text)})
    for _ in range(MANY):
        pieces = re.split(r"([\w.+-]+)", rng.choice(texts))
        for _ in range(rng.choice((1, 1, 2))):
            at = rng.randrange(len(pieces) // 2) * 2 + 1
            pieces[at] = rng.choice(words if rng.random() < 0.6 else VALUES)
        yield "".join(pieces)


@pytest.mark.parametrize("seed", range(6))
def test_slips_of_any_kind(seed: int, tmp_path: Path) -> None:
    path, played = tmp_path / "scenario.yaml", 0
    for text in mutants(seed):
        path.write_text(text, "utf-8")
        reading = read(path, thorough=True)
        try:
            document = loaded(text)
        except yaml.YAMLError:
            continue
        codes = {fault.code for fault in reading.faults}
        if reading.scenario is not None:
            assert wrong(document) == [], text
            within_bounds(reading.scenario)
            played += 1
        elif codes & SEES and "G010" not in codes:  # of a key that stands twice an editor sees the last
            assert wrong(document), text
    assert played > 5


def within_bounds(scenario: Scenario) -> None:
    """No state of a random game lies outside the bounds."""
    game, bounds, player = Game(scenario), Bounds(scenario, rounds(scenario), ended=True), by_name("willekeurig")
    layout, driver = game.rules.layout, Driver(game, 1)
    state = driver.start()
    for n in range(LONGEST):
        for slot, name in enumerate(layout.names[: layout.named]):
            span = bounds.span(name)
            assert span.low <= state[slot] <= span.high, name
            assert span.only is None or state[slot] in span.only, name
        if game.node(state) == "einde":
            return
        state = driver.settle(game.apply(state, driver.choose(state, player, n)))[0]
