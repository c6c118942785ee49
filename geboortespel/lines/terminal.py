"""Reading and writing lines: append-only plain text, answers from a keyboard or a pipe."""

from __future__ import annotations

import shlex
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from select import select
from typing import TextIO

from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line, safe, terminal_width, wrap

PROMPT = "> "
EVERY = 0.2
"""Seconds between two looks round while waiting."""
BLANK = 60
"""Empty lines that push any screen's text out of sight."""


class EndOfInput(Exception):
    """There is nothing more to read."""


class Quit(Exception):
    """The players stop; the game stays on disk."""


class Terminal:
    """Writes wrapped text and reads answers. Several answers may stand on one line, with spaces between them."""

    def __init__(
        self, tr: Translator, source: TextIO | None = None, target: TextIO | None = None, width: int | None = None
    ) -> None:
        self.tr = tr
        self._in = source or sys.stdin
        self._out = target or sys.stdout
        self._width = width
        self._waiting: deque[str] = deque()
        self._gap = False
        self.idle: Callable[[], None] | None = None
        """Called before every answer, and now and then while waiting for one at a keyboard; it may raise."""

    @property
    def width(self) -> int:
        """Columns to write in now: windows change their size."""
        return self._width or terminal_width()

    def say(self, text: str = "", indent: str = "", hanging: str | None = None) -> None:
        """Write `text` in lines that fit, and a line break."""
        self._out.write(wrap(safe(text), self.width, indent, hanging) + "\n")
        self._gap = not text

    def literal(self, text: str) -> None:
        """Write a line as it is, however long: a command to copy."""
        self._out.write(safe(text) + "\n")
        self._gap = False

    def command(self, name: str, journal: Path) -> None:
        """The exact command that does something with this journal, to copy."""
        self.literal(f"  geboortespel {name} {shlex.quote(str(journal))}")

    def gap(self) -> None:
        """An empty line, unless there is one already."""
        if not self._gap:
            self._out.write("\n")
        self._gap = True

    def blank(self) -> None:
        """A page of empty lines, so that what stood there is out of sight."""
        self._out.write("\n" * BLANK)

    def answer(self) -> str:
        """The next answer: one word, lower case. EndOfInput at the end."""
        while not self._waiting:
            self._waiting.extend(self._line().split())
        return self._waiting.popleft().lower()

    def forget(self) -> None:
        """Drop the answers that stood on the same line: one before them did not fit."""
        self._waiting.clear()

    def sentence(self) -> str:
        """A whole line of free text, made harmless; '' when nothing was typed."""
        self.forget()
        return one_line(self._line())[:200]

    def _wait(self) -> None:
        """Wait for a line while looking round. A pipe is not waited for: what it holds may have been read ahead."""
        if self.idle is None:
            return
        self.idle()
        while self._in.isatty() and not _ready(self._in):
            self.idle()

    def _line(self) -> str:
        self._gap = False
        self._out.write(PROMPT)
        self._out.flush()
        self._wait()
        line = self._in.readline()
        if not line:
            self._out.write("\n")
            raise EndOfInput
        if not self._in.isatty():
            self._out.write(one_line(line) + "\n")
        return line


def _ready(source: TextIO) -> bool:
    """Whether there is something to read, after waiting for it a little; where that can't be seen: yes."""
    try:
        return bool(select([source], [], [], EVERY)[0])
    except OSError:  # no terminal that can be watched, as on Windows: look round once a line
        return True
