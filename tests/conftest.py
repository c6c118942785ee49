"""What every folder of tests can ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import Commands


@pytest.fixture
def commands(tmp_path: Path) -> Commands:
    """The commands in Dutch, their games kept apart."""
    return Commands(tmp_path / "map")


@pytest.fixture
def english(tmp_path: Path) -> Commands:
    """The commands in English, their games kept apart."""
    return Commands(tmp_path / "map", "en")
