"""Sessions on the smallest scenario."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.scenario.reader import Reading, read
from geboortespel.session.session import Session

ROOT = Path(__file__).parent.parent.parent
KLEIN = ROOT / "tests" / "scenario" / "klein.yaml"

Begin = Callable[..., Session]


class Uniform:
    uniform = True

    def weights(self, view: object) -> list[int]:
        raise AssertionError


@pytest.fixture(scope="session")
def klein() -> Reading:
    reading = read(KLEIN)
    assert reading.scenario is not None
    return reading


@pytest.fixture
def begin(klein: Reading, tmp_path: Path) -> Begin:
    def make(seed: int = 7, name: str = "a.jsonl", clock: bool = False, **more: object) -> Session:
        return Session.new(klein.scenario, klein.resolved, seed, tmp_path / name, clock=clock, **more)

    return make


def play(session: Session, actions: int | None = None) -> None:
    """Play on at random (with the driver's chance), for some actions or to the end."""
    while not session.finished and actions != 0:
        session.act(session.driver.choose(session.state, Uniform(), session.line))
        actions = None if actions is None else actions - 1


def a_game(begin: Begin, seed: int = 7) -> tuple[Path, bytes]:
    """A whole game: its journal and the bytes in it."""
    session = begin(seed, f"{seed}.jsonl")
    path = session.path
    assert path is not None
    play(session)
    session.close()
    return path, path.read_bytes()


@pytest.fixture(scope="session")
def tafel() -> Reading:
    reading = read(Path(__file__).parent / "tafel.yaml")
    assert reading.scenario is not None, reading.faults
    return reading


@pytest.fixture
def sit(tafel: Reading, tmp_path: Path) -> Begin:
    """A table that can undo."""

    def make(name: str = "t.jsonl", **more: object) -> Session:
        return Session.new(tafel.scenario, tafel.resolved, 3, tmp_path / name, clock=False, **more)

    return make
