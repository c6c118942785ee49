"""A robot at a terminal: sees the screen's cells, presses keys, and knows nothing else of the program.

What it presses follows from what is on the screen: a row with a digit is chosen by a hash of the whole screen, so that
the same game is played each time the same things are shown. What brings a game along goes first.
"""

from __future__ import annotations

import re
import time
import zlib

from tests.running import Screen

ENTER, ESCAPE, SIGN = "\r", "\x1b", "\x13"
ROW = re.compile(r"(?:^|│)\s{0,3}([1-9]) (\S[^│]*)")
"""A row that a digit chooses."""
QUIET, DEAF, PATIENCE = 0.06, 0.8, 20.0
"""Seconds without output after which a screen stands still; after which a key did nothing; and how long is waited."""
FIRST, NEVER = ("Onderhandel", "consultatie", "Besluit vragen"), ("toppen", "whisper", "fluisterkaart")
"""Words of rows that are chosen before any other, and of rows that are left alone."""
TALK = (("aannemen", "a"), ("belang", "b"), ("voorleggen", "v"), ("vertellen", "t"))
"""Keys of the negotiating table by their word in the bar, in the order in which they are tried."""
PLACES = ("beginnen", "einde beurt", "voorleggen", "tekenen", "verder", "overslaan", "terugblik")
"""Words in key bars that tell where we are."""


class Robot:
    """Plays at a terminal. `been`: which places it saw, by a word in their key bar."""

    def __init__(self, terminal: Screen) -> None:
        self.terminal = terminal
        self.been: set[str] = set()
        self._tried: dict[int, int] = {}
        self._pressed_on = ""

    # -- seeing ------------------------------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.terminal.screen.display]

    def still(self) -> list[str]:
        """What is on the screen once nothing changes any more, after what the last key did."""
        before, since, begin = "", time.monotonic(), time.monotonic()
        end = begin + PATIENCE
        while time.monotonic() < end:
            going = self.terminal.read(QUIET / 2)
            assert going, "the program ended:\n" + self.terminal.text[-600:]
            now = "\n".join(self.lines)
            if now != before:
                before, since = now, time.monotonic()
                continue
            answered = now != self._pressed_on or time.monotonic() - begin >= DEAF
            if now.strip() and answered and time.monotonic() - since >= QUIET:
                return self.lines
        raise AssertionError("the screen never stands still:\n" + before)

    @property
    def bar(self) -> str:
        """The key bar of what is on top: that of a card, else that of the screen."""
        bars = [" ".join(self.lines[y : y + 2]) for y, line in enumerate(self.lines) if "F1 hulp" in line]
        return next((line for line in bars if "│" in line), bars[-1] if bars else "")

    def at(self, word: str) -> bool:
        """Whether the key bar has this word."""
        return word in self.bar

    # -- doing -------------------------------------------------------------------------------------------------------

    def resize(self, size: tuple[int, int]) -> None:
        """The terminal gets another size."""
        columns, lines = size
        self.terminal.screen.resize(lines, columns)
        self.terminal.child.setwinsize(lines, columns)
        self._pressed_on = ""
        self.terminal.read(0.5)
        self.still()

    def press(self, keys: str) -> None:
        self._pressed_on = "\n".join(self.lines)
        self.terminal.type(keys)

    def step(self) -> None:
        """Press what fits a screen that stands still. On one that was seen before, the next thing."""
        lines = self.lines
        seen = zlib.crc32("\n".join(lines).encode())
        turn = self._tried.get(seen, 0)
        self._tried[seen] = turn + 1
        self.been |= {word for word in PLACES if self.at(word)}
        fits = self._fitting(lines, seen)
        self.press(fits[turn % len(fits)])

    def _fitting(self, lines: list[str], seen: int) -> list[str]:
        """Keys that do something here, by what the screen says; the first one goes first."""
        if self.at("tekenen"):
            return [SIGN]
        if lines[0].startswith(" Aan tafel met") and not self.at("overslaan"):
            return [*(key for word, key in TALK if self.at(word)), ESCAPE]
        rows = {found[1]: found[2] for line in lines for found in ROW.finditer(line)}
        rows = {digit: said for digit, said in rows.items() if not any(word in said for word in NEVER)}
        digits = sorted(rows, key=lambda digit: (not any(word in rows[digit] for word in FIRST), digit))
        if not any(word in said for word in FIRST for said in rows.values()):
            digits = digits[seen % max(1, len(digits)) :] + digits[: seen % max(1, len(digits))]
        passing = ["e"] if self.at("einde beurt") else []
        return [*digits[:3], *passing, ENTER, ESCAPE] if digits or passing else [ENTER, ESCAPE]
