"""Games in line mode."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Where a game is kept; there is none yet."""
    return tmp_path / "spel.jsonl"
