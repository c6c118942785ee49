"""Broken files and exactly what must be said about them: `NAME.yaml` with, in `NAME.expect`, `CODE [FILE] LINE:COLUMN`.

Files without a sidecar are base sets that others use.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.scenario.codes import CODES
from geboortespel.scenario.codes_campaign import CODES as CAMPAIGN
from geboortespel.scenario.codes_expected import CODES as EXPECTED
from geboortespel.scenario.codes_review import CODES as REVIEW
from geboortespel.scenario.diagnostics import Fault
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read

CORPUS = Path(__file__).parent / "corpus"
CASES = sorted(path.with_suffix(".yaml") for path in CORPUS.glob("*.expect"))
ELSEWHERE = {"G001", "G002", "G015"}
"""Codes about files that cannot lie in a repository; see `test_bounds`. Those of a second look: `test_review`; of
expectations: `tests/analysis/test_expectations`."""


def told(fault: Fault) -> str:
    """A fault as a line of a sidecar."""
    file = f"{Path(fault.path).name} " if fault.used_by else ""
    return f"{fault.code} {file}{fault.line}:{fault.column}"


def expected(path: Path) -> list[str]:
    return path.with_suffix(".expect").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_diagnostics_are_exactly_these(path: Path) -> None:
    reading = read(path, Library(()))
    assert [told(fault) for fault in reading.faults] == expected(path)
    fatal = any(fault.severity == "fout" for fault in reading.faults)
    assert (reading.scenario is None) == fatal


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_fault_shows_its_line(path: Path) -> None:
    for fault in read(path, Library(())).faults:
        assert 1 <= fault.column <= len(fault.source_line) + 1
        assert fault.line >= 1


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 120


def test_every_code_has_a_file() -> None:
    seen = {line.split()[0] for path in CASES for line in expected(path)}
    assert set(CODES) - seen == ELSEWHERE | set(REVIEW) | set(EXPECTED) | set(CAMPAIGN)


def test_every_file_expects_something() -> None:
    assert all(expected(path) for path in CASES)
