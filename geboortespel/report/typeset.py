"""Setting text in a space: lines that fit a width, and type that shrinks until a text fits."""

from __future__ import annotations

import unicodedata
from typing import Protocol

from attrs import frozen

from geboortespel.report.widths import width


class Measure(Protocol):
    """Tells how wide a text is, in its own units."""

    def wide(self, text: str) -> float: ...


class Cells:
    """Measures in the cells of a terminal."""

    def wide(self, text: str) -> int:
        return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@frozen
class Face:
    """How a text is set: size and distance between lines in drawing units."""

    size: float
    bold: bool = False
    italic: bool = False
    spacing: float = 0
    leading: float = 1.34

    def wide(self, text: str) -> float:
        """At most how wide the text is."""
        return width(text, self.size, bold=self.bold, spacing=self.spacing)

    @property
    def line(self) -> float:
        """From one line to the next."""
        return self.size * self.leading

    def sized(self, size: float) -> Face:
        """The same face in another size."""
        return Face(size, self.bold, self.italic, self.spacing, self.leading)


def wrapped(text: str, face: Measure, room: float) -> list[str]:
    """`text` in lines that are at most `room` wide; a word that is too long for a line is broken."""
    lines: list[str] = []
    for word in text.split():
        if lines and face.wide(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
            continue
        pieces = _broken(word, face, room)
        lines += pieces
    return lines


def _broken(word: str, face: Measure, room: float) -> list[str]:
    """A word in pieces that fit; every piece has at least a character, however narrow the room."""
    pieces, rest = [], word
    while len(rest) > 1 and face.wide(rest) > room:
        at = next((n for n in range(len(rest) - 1, 0, -1) if face.wide(rest[:n]) <= room), 1)
        pieces.append(rest[:at])
        rest = rest[at:]
    return [*pieces, rest]


def balanced(text: str, face: Measure, room: float) -> list[str]:
    """`wrapped`, with lines of about the same length: no lonely last word."""
    lines = wrapped(text, face, room)
    if len(lines) < 2:
        return lines
    narrow = room
    while True:
        narrow *= 0.96
        tried = wrapped(text, face, narrow)
        if len(tried) > len(lines) or narrow < room / 3:
            return lines
        lines = tried


def shrunk(text: str, face: Face, room: float, lines: int, least: float) -> tuple[Face, list[str]]:
    """The largest type, from the face's size down to `least`, in which `text` takes at most `lines` lines of unbroken
    words; at `least` it takes what it needs."""
    size = face.size
    longest = max(text.split(), key=face.wide, default="")
    while size > least:
        fit = face.sized(size)
        if fit.wide(longest) <= room and len(wrapped(text, fit, room)) <= lines:
            return fit, balanced(text, fit, room)
        size *= 0.95
    last = face.sized(least)
    return last, balanced(text, last, room)
