"""Never lose a game: torn lines, damage, two processes, kill -9, a full disk, a read-only folder."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.session.journal import DamagedJournal, read_journal
from geboortespel.session.replay import Divergence, replay, resume
from geboortespel.session.session import Session
from geboortespel.session.store import LineFile, StoreError
from tests.session.conftest import KLEIN, play

Begin = Callable[..., Session]


def a_game(begin: Begin, seed: int = 7) -> tuple[Path, bytes]:
    session = begin(seed, f"{seed}.jsonl")
    path = session.path
    assert path is not None
    play(session)
    session.close()
    return path, path.read_bytes()


def test_a_torn_last_line_is_dropped_wherever_it_tore(begin: Begin) -> None:
    path, data = a_game(begin)
    start = data[:-1].rfind(b"\n") + 1
    for cut in range(start + 1, len(data)):
        path.write_bytes(data[:cut])
        session, torn = resume(path)
        assert torn == cut - start
        session.close()
        assert path.read_bytes() == data[:start]


def test_damage_in_an_earlier_line_is_named(begin: Begin) -> None:
    path, data = a_game(begin)
    starts = [0, *(i + 1 for i, byte in enumerate(data[:-1]) if byte == 10)]
    for number, start in enumerate(starts):
        for offset in (2, 12, 30):
            broken = bytearray(data)
            broken[start + offset] ^= 1
            path.write_bytes(bytes(broken))
            with pytest.raises(DamagedJournal) as caught:
                read_journal(path)
            assert caught.value.line == number


def test_a_missing_line_is_named(begin: Begin) -> None:
    path, data = a_game(begin)
    lines = data.splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:3] + lines[4:]))
    with pytest.raises(DamagedJournal) as caught:
        read_journal(path)
    assert (caught.value.line, caught.value.reason) == (3, "keten")


def test_another_course_is_named_at_its_first_difference(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = a_game(begin)
    monkeypatch.setattr("geboortespel.session.driver.draw", lambda *_: 0)
    with pytest.raises(Divergence) as caught:
        list(replay(path)[1])
    assert caught.value.reason in ("stand", "geweigerd")


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
    out = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "in_gebruik"


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
    root = Path(__file__).parent.parent.parent
    for turn in range(4):
        path = tmp_path / f"{turn}.jsonl"
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True, cwd=root, env={**os.environ}
        )
        assert process.stdout is not None
        said = [process.stdout.readline().split() for _ in range(5)]
        time.sleep(0.013 * turn)
        process.send_signal(signal.SIGKILL)
        said += [line.split() for line in process.stdout.read().splitlines() if len(line.split()) == 2]
        process.wait()
        session, _ = resume(path)
        line, digest = said[-1]
        assert session.line >= int(line)
        assert session.game.digest(session.moments.all[int(line)].state) == digest
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


def fill(file: LineFile) -> None:
    for _ in range(1000):
        file.append(b"x" * 99 + b"\n")


@pytest.mark.skipif(not shutil.which("mount") or os.geteuid() != 0, reason="needs root to mount a small disk")
def test_a_really_full_disk(tmp_path: Path) -> None:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(tmp_path)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        file = LineFile.create(tmp_path / "a.jsonl", b"first\n")
        with pytest.raises(StoreError) as caught:
            fill(file)
        assert caught.value.code == "vol"
        file.close()
        data = (tmp_path / "a.jsonl").read_bytes()
        assert len(data) == file.size
        assert data.endswith(b"\n")
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_place_that_cannot_be_written_says_so(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError) as caught:
        begin(name="file/a.jsonl")
    assert caught.value.code in ("ontbreekt", "bestaat_al")
    begin(name="b.jsonl").close()
    with pytest.raises(StoreError) as caught:
        begin(name="b.jsonl")
    assert caught.value.code == "bestaat_al"


def test_same_seed_and_actions_give_the_same_bytes(begin: Begin, tmp_path: Path) -> None:
    _, data = a_game(begin)
    code = (
        "import sys; from pathlib import Path; from tests.session.conftest import play\n"
        "from geboortespel.scenario.reader import read; from geboortespel.session.session import Session\n"
        f"r = read(Path({str(KLEIN)!r}))\n"
        "play(Session.new(r.scenario, r.resolved, 7, Path(sys.argv[1]), clock=False))\n"
    )
    root = Path(__file__).parent.parent.parent
    for hash_seed in ("0", "1", "4242"):
        path = tmp_path / f"h{hash_seed}.jsonl"
        env = {**os.environ, "PYTHONHASHSEED": hash_seed}
        subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=root, env=env)
        assert path.read_bytes() == data


def test_time_stamps_stand_outside_the_chain(begin: Begin) -> None:
    with_clock, without = begin(name="c.jsonl", clock=True), begin(name="d.jsonl")
    play(with_clock)
    play(without)
    bodies = [read_journal(s.path).bodies for s in (with_clock, without) if s.path]
    assert bodies[0] == bodies[1]
    assert b'"tijd":' in (with_clock.path or Path()).read_bytes().splitlines()[-1]
