"""Games of these tests go to a folder of their own; nothing of the tester's is read or written."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where games and settings of the test are kept."""
    monkeypatch.setenv("GEBOORTESPEL_MAP", str(tmp_path))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("GEBOORTESPEL_TAAL", raising=False)
    return tmp_path
