"""Hostile and hopeless input: bounds on size, depth, values and aliases, in the time they may take (issue, point 3)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import Reading, read
from tests.scenario.texts import MINIMAL

MEGABYTE = 1_000_000


def timed(path: Path, data: bytes, limit: float) -> Reading:
    """Read `data`; the quicker of two readings must stay within `limit` seconds of processor time."""
    path.write_bytes(data)
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        reading = read(path, Library(()))
        best = min(best, time.process_time() - start)
    assert best < limit
    return reading


def codes(reading: Reading) -> list[str]:
    return [fault.code for fault in reading.faults]


@pytest.mark.parametrize("bracket", [b"[", b"{", b"- ", b"[\n", b"{a: ", b"[{a: ", b"? ", b"(", b"*a ", b"!"])
def test_fifty_thousand_brackets(tmp_path: Path, bracket: bytes) -> None:
    reading = timed(tmp_path / "x.yaml", bracket * 50_000, 0.2)
    assert reading.scenario is None
    assert 1 <= len(reading.faults) <= 200


@pytest.mark.parametrize("where", ["[", "(", "{"])
def test_brackets_inside_a_value(tmp_path: Path, where: str) -> None:
    text = MINIMAL.replace("als: steun >= 8", "als: " + where * 50_000)
    assert timed(tmp_path / "x.yaml", text.encode(), 0.2).scenario is None


def test_billion_laughs(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    assert codes(timed(tmp_path / "x.yaml", "\n".join(lines).encode(), 0.2)) == ["G016"]


def test_laughing_maps(tmp_path: Path) -> None:
    lines = ["feiten:", "  a0: &a0 {p: x, q: x}"]
    lines += [f"  a{i}: &a{i} {{p: *a{i - 1}, q: *a{i - 1}}}" for i in range(1, 40)]
    assert "G016" in codes(timed(tmp_path / "x.yaml", "\n".join(lines).encode(), 0.2))


def test_a_deep_staircase(tmp_path: Path) -> None:
    text = "".join(f"{' ' * i}a{i}:\n" for i in range(1000))
    assert codes(timed(tmp_path / "x.yaml", text.encode(), 0.2)) == ["G014"]


def moves(quantity: str) -> str:
    return "".join(f"  - {{id: z{i}, als: {quantity} > {i}}}\n" for i in range(20_000))


MANY = {
    "keys": "".join(f"sleutel-{i}: {i}\n" for i in range(45_000)),
    "list": MINIMAL + "feiten: {a: b}\nkalender: [" + "x, " * 300_000 + "x]\n",
    "spaces": MINIMAL + " " * 900_000,
    "newlines": "\n" * 999_000,
    "quote": MINIMAL + 'over: "' + "lang " * 190_000,
    "apostrophes": "a: '" * 200_000,
    "colons": "a: " * 300_000,
    "plain": "x" * 999_000,
    "comment": "#" * 999_000,
    "block": MINIMAL + "opgave: |\n" + "  een regel\n" * 70_000,
    "anchors": "a:\n" + "".join(f"  - &a{i} x\n" for i in range(50_000)),
    "tops": "a\n" * 400_000,
    "flow-keys": "feiten: {" + "aaaa, " * 100_000 + "}",
    "condition": MINIMAL.replace("als: steun >= 8", "als: " + " en ".join(["steun >= 8"] * 60_000)),
    "minus": MINIMAL.replace("als: steun >= 8", "als: steun" + " - 1" * 200_000 + " > 2"),
    "not": MINIMAL.replace("als: steun >= 8", "als: " + "niet " * 150_000 + "steun > 2"),
    "moves": MINIMAL.replace("zetten:\n", "zetten:\n" + moves("steun")),
    "wrong-moves": MINIMAL.replace("zetten:\n", "zetten:\n" + moves("steunn")),
    "breaks": "a: 'b\n" * 120_000,
    "tags": "a: !x y\n" * 100_000,
    "tabs": "\ta: b\n" * 140_000,
    "nuls": "\0" * 999_000,
}  # fmt: skip


@pytest.mark.parametrize("name", MANY)
def test_a_megabyte_is_read_or_refused_in_time(tmp_path: Path, name: str) -> None:
    data = MANY[name].encode()[: MEGABYTE - 1]
    reading = timed(tmp_path / "x.yaml", data, 2.0)
    assert len(reading.faults) <= 200


def test_more_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    assert codes(timed(tmp_path / "x.yaml", b"#" * (5 * MEGABYTE), 0.2)) == ["G002"]


def test_too_many_values(tmp_path: Path) -> None:
    text = MINIMAL + "kalender: [" + "x, " * 70_000 + "x]\n"
    assert codes(timed(tmp_path / "x.yaml", text.encode(), 2.0)) == ["G015"]


def test_no_file(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "nee.yaml", Library(()))) == ["G001"]
    assert codes(read(tmp_path, Library(()))) == ["G001"]


def test_a_base_set_is_bounded_too(tmp_path: Path) -> None:
    (tmp_path / "groot.yaml").write_bytes(b"#" * (2 * MEGABYTE))
    reading = timed(tmp_path / "x.yaml", MINIMAL.replace("titel: Proef", "titel: Proef\ngebruikt: groot").encode(), 0.2)
    assert codes(reading) == ["G002"]
    assert reading.faults[0].used_by.endswith("x.yaml:4")
