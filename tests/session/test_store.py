"""Writing files: whole lines or nothing, one process at a time, and a code that says what went wrong."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from geboortespel.session import lock, store
from geboortespel.session.store import LineFile, StoreError, replace_file
from tests.session.conftest import ROOT

root_only = pytest.mark.skipif(not shutil.which("mount") or os.geteuid() != 0, reason="needs root")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[LineFile]:
    made = LineFile.create(tmp_path / "a.jsonl", b"first\n")
    yield made
    made.close()


def code_of(attempt: object, *args: object) -> str:
    with pytest.raises(StoreError) as caught:
        attempt(*args)  # type: ignore[operator]
    return caught.value.code


def test_lines_follow_each_other(file: LineFile) -> None:
    file.append(b"second\n")
    assert file.path.read_bytes() == file.read() == b"first\nsecond\n"
    file.append(b"third\n")  # reading does not move where lines go
    assert file.read() == b"first\nsecond\nthird\n"


def test_every_line_is_synced_before_the_call_returns(file: LineFile, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    write, sync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda d, b: (order.append("write"), write(d, b))[1])
    monkeypatch.setattr(os, "fsync", lambda d: (order.append("sync"), sync(d))[1])
    file.append(b"second\n")
    assert order == ["write", "sync"]


def test_a_new_name_is_synced_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(store, "_sync_folder", synced.append)
    LineFile.create(tmp_path / "deep" / "er" / "a.jsonl", b"first\n").close()
    assert synced == [tmp_path, tmp_path / "deep", tmp_path / "deep" / "er"]
    assert os.listdir(tmp_path / "deep" / "er") == ["a.jsonl"]


def test_a_name_that_is_taken_is_left_alone(file: LineFile) -> None:
    assert code_of(LineFile.create, file.path, b"other\n") == "bestaat_al"
    assert file.read() == b"first\n"
    assert os.listdir(file.path.parent) == ["a.jsonl"]


def test_without_hard_links_a_name_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "link", no_links)
    made = LineFile.create(tmp_path / "a.jsonl", b"first\n")
    made.append(b"second\n")
    made.close()
    assert (tmp_path / "a.jsonl").read_bytes() == b"first\nsecond\n"
    assert code_of(LineFile.create, tmp_path / "a.jsonl", b"x\n") == "bestaat_al"
    assert os.listdir(tmp_path) == ["a.jsonl"]


def test_one_holder_at_a_time(file: LineFile) -> None:
    assert code_of(LineFile.open, file.path) == "in_gebruik"
    file.close()
    LineFile.open(file.path).close()


def test_where_locks_are_unknown_other_writers_are_still_noticed(
    file: LineFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock, "_take", unknown)
    other = LineFile.open(file.path)
    other.append(b"theirs\n")
    assert code_of(file.append, b"ours\n") == "in_gebruik"
    assert other.read() == b"first\ntheirs\n"
    other.close()


def test_a_file_that_was_taken_away_is_noticed(file: LineFile) -> None:
    file.path.unlink()
    assert code_of(file.append, b"lost\n") == "ontbreekt"


def test_what_a_failed_line_left_is_cut_off_later(file: LineFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fails in the middle of a line, and so does taking it back."""
    real = os.write

    def half(descriptor: int, line: bytes) -> int:
        if len(line) > 20:
            return real(descriptor, bytes(line[:20]))
        raise OSError(errno.EIO, "input/output error")

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "write", half)
    monkeypatch.setattr(os, "ftruncate", broken)
    assert code_of(file.append, b"x" * 40 + b"\n") == "onleesbaar"
    monkeypatch.undo()
    assert len(file.read()) == 46
    file.append(b"y\n")
    assert file.read() == b"first\ny\n"


def test_ctrl_c_in_the_middle_of_a_line_takes_it_back(file: LineFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        file.append(b"second\n")
    monkeypatch.undo()
    assert file.read() == b"first\n"
    file.append(b"third\n")
    assert file.read() == b"first\nthird\n"


def fill(file: LineFile) -> None:
    for _ in range(1000):
        file.append(b"x" * 99 + b"\n")


@root_only
def test_a_really_full_disk(tmp_path: Path) -> None:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(tmp_path)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        file = LineFile.create(tmp_path / "a.jsonl", b"first\n")
        assert code_of(fill, file) == "vol"
        assert len(file.read()) == file.size
        assert file.read().endswith(b"\n")
        assert code_of(LineFile.create, tmp_path / "b.jsonl", b"y" * 20_000) == "vol"
        assert os.listdir(tmp_path) == ["a.jsonl"]
        assert code_of(replace_file, tmp_path / "a.txt", b"y" * 20_000) == "vol"
        subprocess.run(["mount", "-o", "remount,size=64k", str(tmp_path)], check=True)
        file.append(b"room again\n")
        assert file.read().endswith(b"\nroom again\n")
        file.close()
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)
        assert code_of(LineFile.open, tmp_path / "a.jsonl") == "alleen_lezen"
        assert code_of(LineFile.create, tmp_path / "spellen" / "c.jsonl", b"first\n") == "alleen_lezen"
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_file_that_may_not_grow(file: LineFile) -> None:
    """A limit on file size gives half a line, then an error."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1050, before[1]))
    try:
        assert code_of(fill, file) == "vol"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert file.read() == b"first\n" + (b"x" * 99 + b"\n") * 10


def test_a_folder_that_may_only_be_read() -> None:
    """As somebody who is not root: root may write anywhere."""
    folder = Path(tempfile.mkdtemp())
    user = os.geteuid()
    try:
        (folder / "a.jsonl").write_bytes(b"first\n")
        (folder / "a.jsonl").chmod(0o444)
        folder.chmod(0o555)
        if user == 0:
            os.seteuid(65534)
        assert code_of(LineFile.create, folder / "b.jsonl", b"first\n") == "alleen_lezen"
        assert code_of(LineFile.create, folder / "deeper" / "b.jsonl", b"first\n") == "alleen_lezen"
        assert code_of(LineFile.open, folder / "a.jsonl") == "alleen_lezen"
        assert code_of(replace_file, folder / "instellingen.json", b"{}") == "alleen_lezen"
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_small_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new" / "instellingen.json"
    replace_file(path, b"{}")
    replace_file(path, b'{"a":1}')

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert code_of(replace_file, path, b"other") == "vol"
    assert path.read_bytes() == b'{"a":1}'
    assert os.listdir(path.parent) == ["instellingen.json"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_kill_9_while_a_journal_is_made_leaves_a_whole_one_or_none(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from geboortespel.session.store import LineFile\n"
        "print('go', flush=True)\n"
        "for n in range(100000): LineFile.create(Path(sys.argv[1]) / f'{n}.jsonl', b'x' * 100000 + b'\\n').close()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.05)
    process.kill()
    process.wait()
    process.stdout.close()
    made = list(tmp_path.glob("*.jsonl"))
    assert made
    assert {path.stat().st_size for path in made} == {100_001}
