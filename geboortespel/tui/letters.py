"""A word in large letters, to be read from the back of the room: five dots high, drawn with blocks."""

from __future__ import annotations

import unicodedata

DOTS = {
    "A": ".###. #...# ##### #...# #...#", "B": "####. #...# ####. #...# ####.", "C": ".#### #.... #.... #.... .####",
    "D": "####. #...# #...# #...# ####.", "E": "##### #.... ####. #.... #####", "F": "##### #.... ####. #.... #....",
    "G": ".#### #.... #..## #...# .####", "H": "#...# #...# ##### #...# #...#", "I": "### .#. .#. .#. ###",
    "J": "...## ....# ....# #...# .###.", "K": "#...# #..#. ###.. #..#. #...#", "L": "#.... #.... #.... #.... #####",
    "M": "#...# ##.## #.#.# #...# #...#", "N": "#...# ##..# #.#.# #..## #...#", "O": ".###. #...# #...# #...# .###.",
    "P": "####. #...# ####. #.... #....", "Q": ".###. #...# #.#.# #..#. .##.#", "R": "####. #...# ####. #..#. #...#",
    "S": ".#### #.... .###. ....# ####.", "T": "##### ..#.. ..#.. ..#.. ..#..", "U": "#...# #...# #...# #...# .###.",
    "V": "#...# #...# #...# .#.#. ..#..", "W": "#...# #...# #.#.# ##.## #...#", "X": "#...# .#.#. ..#.. .#.#. #...#",
    "Y": "#...# .#.#. ..#.. ..#.. ..#..", "Z": "##### ...#. ..#.. .#... #####", " ": "... ... ... ... ...",
}  # fmt: skip
"""Letter → its five rows; what is not here is left out."""
HIGH = 5
HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def rows(word: str) -> list[str]:
    """The five rows of dots of a word, a dot between letters."""
    plain = unicodedata.normalize("NFKD", word).upper()
    letters = [DOTS[char].split(" ") for char in plain if char in DOTS]
    return [".".join(letter[row] for letter in letters) for row in range(HIGH)]


def large(word: str, room: int) -> list[str]:
    """The word as lines of at most `room` cells: dots of two cells where they fit, else half a line each; the word
    itself in capitals where it is too long for both. All lines are equally wide."""
    dots = rows(word)
    if 2 * len(dots[0]) <= room:
        return ["".join("██" if dot == "#" else "  " for dot in row) for row in dots]
    if len(dots[0]) <= room:
        pairs = zip(dots[::2], [*dots[1::2], "." * len(dots[0])], strict=True)
        return ["".join(HALVES[a == "#", b == "#"] for a, b in zip(one, two, strict=True)) for one, two in pairs]
    return [word.upper()]
