"""How far a long command is, on one line of stderr; only in a terminal."""

from __future__ import annotations

import sys
import time

from geboortespel.words.catalog import Translator

EVERY = 0.2
"""Seconds between two looks at the line."""


class Progress:
    """Tells how many of `whole` are done and how long the rest will take. Use it as a context: it cleans up."""

    def __init__(self, whole: int, tr: Translator) -> None:
        self.whole, self.tr = whole, tr
        self.shown = sys.stderr.isatty()
        self._begun = self._last = time.monotonic()
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()

    def __call__(self, done: int, whole: int = 0) -> None:
        """So many are done; of `whole`, when that has turned out to be another number."""
        self.whole = whole or self.whole
        now = time.monotonic()
        if not self.shown or now - self._last < EVERY:
            return
        self._last = now
        line = self.line(done, now - self._begun)
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = max(self._width, len(line))

    def line(self, done: int, took: float) -> str:
        """`1200 of 5000 (24%), 8 s to go`."""
        left = took * (self.whole - done) / done if done else 0.0
        said = self.tr("{done} of {whole} ({percent}%), {left} to go")
        percent = 100 * done // self.whole if self.whole else 100
        return said.format(done=done, whole=self.whole, percent=percent, left=lasting(left, self.tr))


def lasting(seconds: float, tr: Translator) -> str:
    """A time in words: `40 s`, `3 min`, `2 h 5 min`."""
    whole = max(1, round(seconds))
    if whole < 60:
        return tr("{n} s").format(n=whole)
    minutes = -(-whole // 60)
    if minutes < 60:
        return tr("{n} min").format(n=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
