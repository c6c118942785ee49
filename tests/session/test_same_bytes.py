"""Same seed and actions, same bytes: over hash seeds, Python versions, undo, redo and resume."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import attrs
import pytest

from geboortespel.scenario.reader import read
from tests.running import interpreter
from tests.session.conftest import ROOT

SCENARIOS = ("eerste-dijk", "graaf-reinald", "apart")


@cache
def content(name: str) -> str:
    shipped = ROOT / "scenarios" / name / "scenario.yaml"
    path = shipped if shipped.exists() else ROOT / "tests" / "scenario" / f"{name}.yaml"
    return json.dumps(read(path).resolved)


def journal(python: str, name: str, folder: Path, hash_seed: str, *more: str) -> bytes:
    """The bytes of the scripted game as this Python writes them. The libraries are this one's: all pure Python."""
    (folder / "scenario.json").write_text(content(name), encoding="utf-8")
    out = folder / "out.jsonl"
    out.unlink(missing_ok=True)
    path = os.pathsep.join((str(ROOT), str(Path(attrs.__file__).parent.parent)))
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    script = Path(__file__).parent / "playing.py"
    subprocess.run([python, str(script), str(folder / "scenario.json"), str(out), *more], check=True, env=env)
    return out.read_bytes()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("expected")
    return {name: journal(sys.executable, name, folder, "0") for name in SCENARIOS}


@pytest.mark.parametrize("name", SCENARIOS)
def test_hash_seeds_and_resuming_leave_no_trace(name: str, expected: dict[str, bytes], tmp_path: Path) -> None:
    assert b'"soort":"terug"' in expected[name]
    assert journal(sys.executable, name, tmp_path, "1", "resume") == expected[name]
    assert journal(sys.executable, name, tmp_path, "4242") == expected[name]


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_other_pythons_write_the_same(version: str, expected: dict[str, bytes], tmp_path: Path) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"there is no Python {version} on this machine, so its journals could not be compared")
    for name in SCENARIOS:
        assert journal(python, name, tmp_path, "random") == expected[name]
