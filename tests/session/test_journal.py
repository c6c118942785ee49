"""Never lose a game: torn lines, damage, two processes, kill -9, a full disk."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from geboortespel.session.journal import DamagedJournal, encode, read_journal
from geboortespel.session.replay import resume
from geboortespel.session.store import LineFile, StoreError
from tests.session.conftest import KLEIN, ROOT, Begin, a_game, play


def starts_of(data: bytes) -> list[int]:
    return [0, *(i + 1 for i, byte in enumerate(data[:-1]) if byte == 10)]


def test_a_torn_last_line_is_dropped_wherever_it_tore(begin: Begin) -> None:
    path, data = a_game(begin)
    start = starts_of(data)[-1]
    for cut in range(start + 1, len(data)):
        path.write_bytes(data[:cut])
        session, torn = resume(path)
        assert torn == cut - start
        session.close()
        assert path.read_bytes() == data[:start]


def test_a_last_line_that_came_back_as_zeros_is_torn(begin: Begin) -> None:
    """As after a power cut: the length was written, a block of the content was not."""
    path, data = a_game(begin)
    start = starts_of(data)[-1]
    for tail in (b"\0" * (len(data) - start), data[start : start + 9] + b"\0" * 20 + b"\n", b"\0\n"):
        path.write_bytes(data[:start] + tail)
        assert read_journal(path).torn == len(tail)
        session, torn = resume(path)
        session.close()
        assert (torn, path.read_bytes()) == (len(tail), data[:start])


def test_a_journal_without_a_whole_first_line_is_none(begin: Begin) -> None:
    path, data = a_game(begin)
    for content in (
        b"",
        data[:100],
        b"\n",
        b"hello\n",
        b"\0" * 50,
        b"[]\n",
        b"{}\n",
        b"\xff\xfe\n",
        b"[" * 99_999 + b"\n",
    ):
        path.write_bytes(content)
        with pytest.raises(DamagedJournal) as caught:
            resume(path)
        assert caught.value.line == 0
        assert path.read_bytes() == content


def test_every_flipped_bit_in_an_earlier_line_is_named(begin: Begin) -> None:
    path, data = a_game(begin)
    starts = starts_of(data)
    chance = random.Random(1)
    places = [(n, chance.randrange(start, end)) for n, (start, end) in enumerate(pairwise(starts))]
    places += [(0, at) for at in (2, 12, 30)] + [(n, end - 1) for n, end in enumerate(starts[1:])]  # and the newlines
    places += [(len(starts) - 1, starts[-1] + 12)]
    for number, at in places:
        for bit in range(8):
            broken = bytearray(data)
            broken[at] ^= 1 << bit
            path.write_bytes(bytes(broken))
            with pytest.raises(DamagedJournal) as caught:
                resume(path)
            assert caught.value.line == number, (at, bit)
            assert path.read_bytes() == bytes(broken)


def test_a_missing_a_doubled_and_a_swapped_line_are_named(begin: Begin) -> None:
    path, data = a_game(begin)
    lines = data.splitlines(keepends=True)
    for changed, number in (
        ([*lines[:3], *lines[4:]], 3),
        ([*lines[:4], *lines[3:]], 4),
        ([*lines[:2], lines[3], lines[2], *lines[4:]], 2),
        ([*lines[:3], b"\n", *lines[3:]], 3),
    ):
        path.write_bytes(b"".join(changed))
        with pytest.raises(DamagedJournal) as caught:
            read_journal(path)
        assert caught.value.line == number


def forged(path: Path, number: int, change: Callable[[dict[str, Any]], object]) -> None:
    """Rewrite a journal with one line changed and every chain made right again."""
    bodies = list(read_journal(path).bodies)
    change(bodies[number])
    chain, out = "", b""
    for body in bodies:
        line, chain = encode(body, chain)
        out += line
    path.write_bytes(out)


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (0, {"zaad": "7"}),
        (0, {"zaad": True}),
        (0, {"inhoud": []}),
        (0, {"mensen": [1]}),
        (0, {"journaal": "1"}),
        (0, {"soort": "zet"}),
        (2, {"ouder": -1}),
        (2, {"ouder": 2}),
        (2, {"ouder": 0}),
        (2, {"ouder": "1"}),
        (2, {"ouder": None}),
        (2, {"soort": 3}),
        (2, {"actie": "luisteren"}),
        (2, {"actie": {"wat": 1}}),
        (2, {"actie": {"hoe": "x"}}),
        (2, {"stand": None}),
        (2, {"soort": "terug", "ouder": 7}),
        (2, {"soort": "tafel"}),
        (2, {"soort": "tafel", "wat": "naam", "gegevens": []}),
    ],
)
def test_a_line_of_another_shape_is_named_though_its_chain_is_right(
    begin: Begin, number: int, change: dict[str, object]
) -> None:
    path, _ = a_game(begin)
    forged(path, number, lambda body: body.update(change))
    with pytest.raises(DamagedJournal) as caught:
        resume(path)
    assert (caught.value.line, caught.value.reason) == (number, "vorm")


def test_a_journal_of_a_later_version_is_told_apart_from_a_damaged_one(begin: Begin) -> None:
    path, _ = a_game(begin)
    forged(path, 0, lambda body: body.update(journaal=2))
    with pytest.raises(DamagedJournal) as caught:
        resume(path)
    assert (caught.value.line, caught.value.reason) == (0, "nieuwer")


def test_two_processes_cannot_write_one_journal(begin: Begin) -> None:
    session = begin()
    play(session, 1)
    path = session.path
    assert path is not None
    code = (
        "import sys; from pathlib import Path; from geboortespel.session.replay import resume\n"
        "from geboortespel.session.store import StoreError\n"
        "try: resume(Path(sys.argv[1]))\n"
        "except StoreError as error: print(error.code)"
    )
    command = [sys.executable, "-c", code, str(path)]
    out = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert out.stdout.strip() == "in_gebruik"
    session.close()
    assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout == ""


def test_what_another_process_just_wrote_is_not_cut_off(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another window does one more action, and stops, just before we hold the file."""
    first = begin()
    play(first, 2)
    path = first.path
    assert path is not None
    opened = LineFile.open

    def late(*arguments: Any) -> LineFile:
        play(first, 1)
        first.close()
        return opened(*arguments)

    monkeypatch.setattr("geboortespel.session.replay.LineFile.open", late)
    session, torn = resume(path)
    assert (session.line, torn) == (3, 0)
    assert session.state == first.state
    session.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_kill_9_loses_no_acknowledged_action(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.session.conftest import Uniform\n"
        "from geboortespel.scenario.reader import read; from geboortespel.session.session import Session\n"
        f"r = read(Path({str(KLEIN)!r})); path = Path(sys.argv[1])\n"
        "s = Session.new(r.scenario, r.resolved, 5, path, clock=False)\n"
        "while True:\n"
        "    if s.finished: s.go_to(0)\n"
        "    receipt = s.act(s.driver.choose(s.state, Uniform(), s.line))\n"
        "    print(receipt.line, s.game.digest(s.state), flush=True)\n"
    )
    for turn in range(6):
        path = tmp_path / f"{turn}.jsonl"
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ}
        )
        assert process.stdout is not None
        said = [process.stdout.readline().split() for _ in range(5)]
        time.sleep(0.0131 * turn)
        process.send_signal(signal.SIGKILL)
        said += [line.split() for line in process.stdout.read().splitlines() if len(line.split()) == 2]
        process.wait()
        process.stdout.close()
        session, _ = resume(path)
        for line, digest in said:
            assert session.line >= int(line)
            assert session.game.digest(session.moments.all[int(line)].state) == digest
        play(session, 1) if not session.finished else session.go_to(0)  # and it can be gone on with
        session.close()


def test_a_full_disk_loses_nothing(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin()
    play(session, 2)
    path, before, state = session.path, session.line, session.state
    assert path is not None
    data = path.read_bytes()
    real = os.write

    def half(descriptor: int, line: bytes) -> int:
        if len(line) > 20:
            return real(descriptor, bytes(line[:20]))
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(StoreError) as caught:
        play(session, 1)
    monkeypatch.undo()
    assert caught.value.code == "vol"
    assert (path.read_bytes(), session.line, session.state) == (data, before, state)
    play(session, 1)  # with room again the game goes on in the same file
    session.close()
    assert len(read_journal(path).bodies) == before + 2


def test_a_place_that_cannot_be_written_says_so(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError) as caught:
        begin(name="file/a.jsonl")
    assert caught.value.code in ("ontbreekt", "bestaat_al")
    begin(name="b.jsonl").close()
    with pytest.raises(StoreError) as caught:
        begin(name="b.jsonl")
    assert caught.value.code == "bestaat_al"
    with pytest.raises(StoreError) as caught:
        resume(tmp_path / "nowhere.jsonl")
    assert caught.value.code == "ontbreekt"


def test_lines_are_readable_and_in_a_fixed_order(begin: Begin) -> None:
    session = begin()
    session.remark("naam", {"naam": "Waaldijk · Åse"})
    play(session)
    session.close()
    assert session.path is not None
    lines = session.path.read_text(encoding="utf-8").splitlines()
    assert '"naam":"Waaldijk · Åse"' in lines[1]
    assert list(json.loads(lines[0])) == [
        "n", "soort", "journaal", "regels", "spel", "scenario", "titel", "zaad", "mensen", "taal", "terugnemen",
        "stand", "inhoud", "keten",
    ]  # fmt: skip
    assert list(json.loads(lines[2])) == ["n", "soort", "ouder", "actie", "stand", "keten"]
    assert list(json.loads(lines[-1])) == ["n", "soort", "ouder", "actie", "stand", "einde", "keten"]
    assert session.outcome is not None
    assert json.loads(lines[-1])["einde"] == session.outcome.id


def test_time_stamps_stand_outside_the_chain(begin: Begin) -> None:
    with_clock, without = begin(name="c.jsonl", clock=True), begin(name="d.jsonl")
    play(with_clock)
    play(without)
    journals = [read_journal(s.path) for s in (with_clock, without) if s.path]
    assert journals[0].bodies == journals[1].bodies
    assert [journal.timed for journal in journals] == [True, False]
    assert b'"tijd":' in (with_clock.path or Path()).read_bytes().splitlines()[-1]


def test_a_game_begun_without_a_clock_goes_on_without_one(begin: Begin) -> None:
    for clock in (False, True):
        session = begin(name=f"{clock}.jsonl", clock=clock)
        session.close()
        assert session.path is not None
        again, _ = resume(session.path)
        play(again, 1)
        again.close()
        assert (b'"tijd":' in session.path.read_bytes().splitlines()[-1]) is clock
