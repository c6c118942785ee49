"""What a look back is written on: chapters of lines, lines of pieces with a role, so that a screen can colour them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

Piece = tuple[str, str]
"""(text, role). Roles: kop, groen, oranje, rood, naam, tekst, zacht; '' is ordinary."""


@frozen
class Line:
    """A paragraph. `hang`: how far lines after the first are indented; `drawn`: part of a plot, never to be wrapped."""

    pieces: tuple[Piece, ...] = ()
    hang: int = 0
    drawn: bool = False

    @property
    def plain(self) -> str:
        """Its text."""
        return "".join(text for text, _ in self.pieces)


@frozen
class Chapter:
    """A part of the look back, with a title of its own."""

    id: str
    title: str
    lines: tuple[Line, ...]


BLANK = Line()


def line(*pieces: Piece | str, hang: int = 0, drawn: bool = False) -> Line:
    """A line of pieces; a string is ordinary text. Empty pieces are left out."""
    made = ((piece, "") if isinstance(piece, str) else piece for piece in pieces)
    return Line(tuple(piece for piece in made if piece[0]), hang, drawn)


def heading(text: str) -> Line:
    """A line above others."""
    return line((text, "kop"))


def parted(groups: Iterable[list[Line]]) -> list[Line]:
    """Groups of lines under each other, an empty line between those that hold something."""
    found: list[Line] = []
    for group in groups:
        if group:
            found += [BLANK, *group] if found else group
    return found
