"""The program for tests: its commands in this process (quick), in a process of their own, or in a terminal."""

from __future__ import annotations

import gc
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

import click
import pexpect
import pyte
from attrs import frozen

from geboortespel.cli.main import run
from geboortespel.scenario.measured import Difficulty, Measured

ROOT = Path(__file__).parent.parent
PROEF = ROOT / "tests/lines/proef/scenario.yaml"
KLEIN = ROOT / "tests/scenario/klein.yaml"
TAFEL = ROOT / "tests/session/tafel.yaml"
VOL = ROOT / "tests/scenario/vol/scenario.yaml"
CLEARED = ("ACCESSIBLE", "GEBOORTESPEL_TAAL", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "TERM")


@frozen
class Done:
    """A command that ended: its exit status, what it wrote to stdout and to stderr."""

    status: int
    out: str
    err: str


def environment(folder: Path | str, **more: str) -> dict[str, str]:
    """Surroundings that depend on nothing of this machine; games are kept in `folder`."""
    kept = {name: value for name, value in os.environ.items() if name not in CLEARED}
    return {**kept, "COLUMNS": "80", "LINES": "24", "GEBOORTESPEL_MAP": str(folder), **more}


@contextmanager
def _garbage_collected() -> Iterator[None]:
    """The commands leave the collector off, or what they made frozen: fine for a process, not for tests."""
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


class Commands:
    """Runs commands with their games in `folder`, in Dutch unless `language` says otherwise."""

    def __init__(self, folder: Path, language: str = "nl") -> None:
        self.folder = folder
        self.language = language

    def environment(self, **more: str) -> dict[str, str]:
        return environment(self.folder, **{"GEBOORTESPEL_TAAL": self.language, **more})

    def here(
        self, *words: object, given: str | io.TextIOBase = "", out: io.StringIO | None = None, **more: str
    ) -> Done:
        """Run in this process, with `given` on standard input. A traceback passes: it fails the test."""
        source = io.StringIO(given) if isinstance(given, str) else given
        out, err = out or io.StringIO(), io.StringIO()
        with (
            _garbage_collected(),
            mock.patch.dict(os.environ, self.environment(**more), clear=True),
            mock.patch.object(sys, "stdin", source),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            try:
                status = run([str(word) for word in words])
            except SystemExit as end:  # completion ends click itself
                status = int(end.code or 0)
            except click.exceptions.Exit as end:
                status = end.exit_code
        return Done(status, out.getvalue(), err.getvalue())

    def there(self, *words: object, given: bytes = b"", cwd: Path | None = None, **more: str) -> Done:
        """Run in a process of its own, from a pipe."""
        done = subprocess.run(
            [sys.executable, "-m", "geboortespel", *map(str, words)],
            input=given,
            capture_output=True,
            cwd=cwd or ROOT,
            env=self.environment(**more),
            timeout=60,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def terminal(self, *words: object, size: tuple[int, int] = (80, 24), **more: str) -> Screen:
        """Run in a terminal of `size` (columns, lines)."""
        env = self.environment(**{"TERM": "xterm-256color", **more})
        del env["COLUMNS"], env["LINES"]
        return Screen(sys.executable, ["-m", "geboortespel", *map(str, words)], env, size)


class Screen:
    """A program in a pseudo-terminal, with everything it wrote (`raw`) and what is on the screen now."""

    def __init__(
        self, program: str, words: list[str], env: dict[str, str], size: tuple[int, int] = (80, 24), cwd: Path = ROOT
    ) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.child = pexpect.spawn(program, words, dimensions=(lines, columns), cwd=str(cwd), env=env, timeout=30)

    @property
    def text(self) -> str:
        """What was written, with plain line ends."""
        return self.raw.decode("utf-8", "replace").replace("\r\n", "\n")

    def read(self, seconds: float = 0.1) -> bool:
        """Take in what has been written; False when the program has ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def see(self, text: str, seconds: float = 30) -> None:
        """Wait until the text is on the screen."""
        for _ in range(int(seconds * 10)):
            going = self.read()
            if any(text in line for line in self.screen.display):
                return
            if not going:
                break
        raise AssertionError(f"{text!r} is not on screen:\n" + "\n".join(self.screen.display))

    def type(self, text: str) -> None:
        self.child.send(text)

    def end(self) -> int | None:
        """Wait for the end; the exit status (None when it was killed)."""
        while self.read(5.0):
            pass
        self.child.close()
        status: int | None = self.child.exitstatus
        return status


def interpreter(version: str) -> str | None:
    """A Python of this version (`3.12`) on this machine: on the path, or one of pyenv's; None when there is none."""
    found = shutil.which(f"python{version}")
    if found and "shims" not in found:
        return found
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    kept = sorted(pyenv.glob(f"{version}.*/bin/python")) if pyenv.is_dir() else []
    return str(kept[-1]) if kept else None


@contextmanager
def measured(planner: int = 180, beginner: int = 60) -> Iterator[None]:
    """Every scenario was measured to be this hard, in 300 games: goldens do not follow each new number."""
    found = Difficulty("gemeten", Measured("", 300, planner, beginner))
    with mock.patch("geboortespel.scenario.shelf.difficulty", return_value=found):
        yield
