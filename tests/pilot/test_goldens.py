"""Every screen as text, and a few in colour, as they were when somebody last looked at them."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.pilot.driver import SIZES
from tests.pilot.goldens import IN_COLOUR, folder, made


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_screens_look_as_they_did(size: tuple[int, int], own_folder: Path) -> None:
    """`python -m tests.pilot.goldens` renews them."""
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder(size).iterdir()}
    now = await made(size)
    told = []
    for name in sorted(kept.keys() | now.keys()):
        before, after = kept.get(name, "").splitlines(), now.get(name, "").splitlines()
        told += list(difflib.unified_diff(before, after, f"{name} before", f"{name} now", lineterm="", n=0))[:12]
    assert not told, "\n".join(told)


def test_ten_pictures_at_most() -> None:
    assert sum(map(len, IN_COLOUR.values())) <= 10
    assert len(list(folder(SIZES[0]).parent.rglob("*.svg"))) <= 10
