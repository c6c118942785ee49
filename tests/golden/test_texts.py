"""Line mode and the commands say, byte for byte, what was read and found good."""

from __future__ import annotations

import difflib

import pytest

from tests.golden.catalogue import FOLDER, goldens

GOLDENS = goldens()


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(name: str) -> None:
    made, path = GOLDENS[name](), FOLDER / name
    kept = path.read_bytes().decode() if path.exists() else ""
    if made != kept:
        lines = difflib.unified_diff(kept.splitlines(), made.splitlines(), f"golden {name}", "now", lineterm="", n=1)
        shown = "\n".join(list(lines)[:60])
        pytest.fail(f"{shown}\n\nWhen this is as it should be: python -m tests.golden {name}", pytrace=False)


def test_no_golden_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(GOLDENS)
