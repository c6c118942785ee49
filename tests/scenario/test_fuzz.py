"""Whatever comes in, reading gives a Reading: no crash, no hang, faults inside the file."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import Reading, read, rebuild
from tests.scenario.texts import FULL, FULL_BASE, KLEIN, MINIMAL

SEEDS = [KLEIN.read_text(), FULL.read_text(), FULL_BASE.read_text(), MINIMAL]
PIECES = [
    "'", '"', ": ", ":", "- ", "{", "}", "[", "]", ",", "#", "&a ", "*a ", "!x ", "|\n", ">\n", "\n", "\t", "  ", "==",
    "doel", ".ik", "steun.", "weg: ja", "id: ", "als: ", "+", "=", "ja", "010", "–", "%", "@", "\x00", "é", "\ufeff",
    "(", ")", " en ", " of ", "niet ", "aantal(", "gebruikt: basis\n", "<<: ", "? ", "---\n", "...\n",
]  # fmt: skip
quiet = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def sound(path: Path, data: bytes) -> Reading:
    path.write_bytes(data)
    reading = read(path, Library(()))
    fatal = any(fault.severity == "fout" for fault in reading.faults)
    assert (reading.scenario is None) == fatal
    for fault in reading.faults:
        assert fault.line >= 1
        assert 1 <= fault.column <= len(fault.source_line) + 1
    if reading.scenario is not None:
        assert rebuild(reading.resolved).scenario == reading.scenario
    return reading


@given(data=st.binary(max_size=400))
@quiet
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    sound(tmp_path / "x.yaml", data)


@given(text=st.text(alphabet="abc:-{}[],'\"#&*!|> \n=+1é\t", max_size=200))
@quiet
def test_yaml_like_text(tmp_path: Path, text: str) -> None:
    sound(tmp_path / "x.yaml", text.encode())


@given(seed=st.integers(0, 3), place=st.integers(0, 20_000), length=st.integers(0, 30), piece=st.sampled_from(PIECES))
@quiet
def test_scenarios_with_something_put_in(tmp_path: Path, seed: int, place: int, length: int, piece: str) -> None:
    text = SEEDS[seed]
    place %= len(text)
    (tmp_path / "basis.yaml").write_text(SEEDS[2])
    sound(tmp_path / "x.yaml", (text[:place] + piece + text[place + length :]).encode())


@given(seed=st.integers(0, 3), number=st.integers(0, 2**32))
@quiet
def test_scenarios_with_lines_and_words_mixed_up(tmp_path: Path, seed: int, number: int) -> None:
    chance = random.Random(number)
    lines = SEEDS[seed].splitlines(keepends=True)
    for _ in range(chance.randint(1, 4)):
        i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                lines[i], lines[j] = lines[j], lines[i]
            case 1:
                lines.insert(i, lines[j])
            case 2:
                del lines[i : i + chance.randint(1, 3)]
                lines = lines or ["\n"]
            case _:
                words = lines[i].split(" ")
                words[chance.randrange(len(words))] = chance.choice(" ".join(lines).split() or ["x"])
                lines[i] = " ".join(words)
    (tmp_path / "basis.yaml").write_text(SEEDS[2])
    sound(tmp_path / "x.yaml", "".join(lines).encode())
