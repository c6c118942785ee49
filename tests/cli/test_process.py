"""Commands as processes of their own: exit status, streams, signals, and never a traceback."""

from __future__ import annotations

import errno
import random
import re
import signal
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from tests.lines.robot import finished_game
from tests.running import KLEIN, PROEF, ROOT, Commands

NONSENSE = """
speel lijst controleer herhaal kaartje leg-uit aanvulling --tekst --zaad -1 7 --rol -- --json --formaat json --tot 0
--journaal eerste-dijk / .. ~ --taal en G001 - --help @x $(x) --zaad=7 --rol=jurist /dev/null
"""
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def test_statuses_and_streams(commands: Commands, tmp_path: Path) -> None:
    good = commands.there("lijst")
    assert (good.status, good.err) == (0, "")
    assert "eerste-dijk" in good.out
    broken = tmp_path / "stuk.yaml"
    broken.write_text("formaat: 1\n", encoding="utf-8")
    faults = commands.there("controleer", broken)
    assert (faults.status, "fout[" in faults.out, "fout" in faults.err) == (1, True, True)
    wrong = commands.there("speel", "--zaad", "x")
    assert (wrong.status, wrong.out, "Gebruik:" in wrong.err) == (2, "", True)


def test_utf8_whatever_the_locale(commands: Commands) -> None:
    done = commands.there(
        "speel", PROEF, "--tekst", given=b"1\n4\nb\n\xff\xfe\xe9\n", LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert done.status == 0
    assert "◐ oranje" in done.out
    assert "� past hier niet" in done.out.replace("'", "").replace("��", "")


def test_a_reader_that_leaves_is_no_fault(commands: Commands) -> None:
    command = (
        f"{sys.executable} -m geboortespel controleer tests/scenario/corpus/*.yaml | head -1; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, cwd=ROOT, env=commands.environment(), timeout=60, check=False
    )
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    assert done.returncode in (0, 1)


def test_interrupting_is_130_and_says_how_to_go_on(commands: Commands, tmp_path: Path) -> None:
    journal = tmp_path / "spel.jsonl"
    for typed, seen in (("", "Met hoeveel zijn jullie?"), ("1\r", "Steek allemaal"), ("1\r4\r1\r", "#2")):
        journal.unlink(missing_ok=True)
        screen = commands.terminal("speel", PROEF, "--tekst", "--zaad", 7, "--journaal", journal, size=(80, 60))
        screen.type(typed)
        screen.see(seen)
        screen.type("\x03")
        assert screen.end() == 130
        assert screen.text.endswith(f"  geboortespel speel --tekst --journaal {journal}\n\nOnderbroken.\n")
        assert "Traceback" not in screen.text
        again = commands.there("speel", "--journaal", journal, "--tekst")
        assert again.status == 0


def test_interrupting_a_command_that_works(commands: Commands, tmp_path: Path) -> None:
    """Ctrl-C while a command tells: status 130 (or 0 when it had just ended), a note, no traceback."""
    journal = finished_game(commands, PROEF, tmp_path / "spel.jsonl", "geboren")
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-m", "geboortespel", "herhaal", str(journal)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=commands.environment(),
        )  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline().startswith(b"#0 ")
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=20)
        while_ending = ((0, b""), (130, b""), (-signal.SIGINT, b""))
        assert (child.returncode, err) in ((130, b"\nOnderbroken.\n"), *while_ending)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errno.EROFS, "Daar kan niets geschreven worden: {}. Kies"),
        (errno.ENOSPC, "De schijf is vol."),
        (errno.EIO, "{}"),
    ],
)
def test_a_place_that_takes_no_game(error: int, said: str, commands: Commands, tmp_path: Path) -> None:
    journal = tmp_path / "map" / "spel.jsonl"
    with mock.patch("geboortespel.session.store._make_folder", side_effect=OSError(error, "")):
        done = commands.here("speel", PROEF, "--tekst", "--journaal", journal, given="1\n4\n")
    assert done.status == 2
    assert said.format(journal) in done.err
    assert "Traceback" not in done.err
    assert not journal.exists()


def test_arguments_that_are_no_text(commands: Commands) -> None:
    for words in (
        (b"speel", b"\xff\xfe"),
        (b"controleer", b"\xe9.yaml"),
        (b"herhaal", b"\xff"),
        (b"\xff",),
        (b"leg-uit", b"\xff"),
    ):
        done = subprocess.run(
            [sys.executable.encode(), b"-m", b"geboortespel", *words],
            input=b"", capture_output=True, cwd=ROOT, env=commands.environment(), timeout=30, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert not CONTROLS.search((done.stdout + done.stderr).decode("utf-8"))


def test_nonsense_never_gives_a_traceback(commands: Commands, tmp_path: Path) -> None:
    """Random words, in this process: a status and a note."""
    rng = random.Random(2)
    bag = NONSENSE.split()
    bag += [
        "",
        " ",
        str(tmp_path),
        str(KLEIN),
        str(PROEF),
        str(tmp_path / "nieuw.jsonl"),
        "\x1b[2J",
        "é" * 300,
        "\u202e",
    ]
    for _ in range(400):
        words = rng.choices(bag, k=rng.randrange(1, 6))
        done = commands.here(*words, given="1\n2\n?\n")
        assert done.status in (0, 1, 2), words
        assert not CONTROLS.search(done.out + done.err), words
        assert "Traceback" not in done.out + done.err


@pytest.mark.parametrize("closed", ["<&-", ">&- </dev/null", "2>&- </dev/null", "<&- >&- 2>&-"])
@pytest.mark.parametrize("words", ["speel tests/lines/proef --tekst", "lijst", "speel bestaat-niet --tekst", "--tekst"])
def test_closed_streams(words: str, closed: str, commands: Commands) -> None:
    done = shell(f"{words} {closed}", commands)
    assert done.returncode == (2 if "bestaat-niet" in words else 0)
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("words", ["lijst", "speel tests/lines/proef --tekst", "leg-uit G011", "--help", "--versie"])
def test_an_output_that_is_full(words: str, commands: Commands) -> None:
    done = shell(f"{words} >/dev/full </dev/null", commands)
    assert done.returncode == 2
    assert done.stderr in (b"", b"Dit is niet te lezen of te schrijven: de uitvoer.\n")
    assert b"Traceback" not in shell(f"{words} --x 2>/dev/full", commands).stdout


def shell(command: str, commands: Commands) -> subprocess.CompletedProcess[bytes]:
    line = f"{sys.executable} -m geboortespel {command}"
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, cwd=ROOT, env=commands.environment(), timeout=60, check=False
    )
