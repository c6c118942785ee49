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
    "0": ".###. #..## #.#.# ##..# .###.", "1": "..#.. .##.. ..#.. ..#.. .###.", "2": "####. ....# .###. #.... #####",
    "3": "####. ....# .###. ....# ####.", "4": "#..#. #..#. ##### ...#. ...#.", "5": "##### #.... ####. ....# ####.",
    "6": ".###. #.... ####. #...# .###.", "7": "##### ....# ...#. ..#.. ..#..", "8": ".###. #...# .###. #...# .###.",
    "9": ".###. #...# .#### ....# .###.", ".": ". . . . #", ",": ".. .. .. .# #.", ":": ". # . # .",
    ";": ".. .# .. .# #.", "?": ".###. #...# ...#. ..... ..#..", "'": "# # . . .", '"': "#.# #.# ... ... ...",
    "-": "... ... ### ... ...", "(": ".# #. #. #. .#", ")": "#. .# .# .# #.", "/": "...# ...# ..#. .#.. #...",
    "&": ".#.. #.#. .#.. #.#. .#.#",
}  # fmt: skip
"""Character → its five rows."""
SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
HIGH = 5
HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def _plain(text: str) -> str:
    """In capitals without accents, as far as there are letters for it."""
    bare = unicodedata.normalize("NFKD", text.translate(SAME)).upper()
    return "".join(char for char in bare if not unicodedata.combining(char))


def rows(text: str) -> list[str]:
    """The five rows of dots of a text, a dot between characters. KeyError for one that can't be drawn."""
    letters = [DOTS[char].split(" ") for char in _plain(text)]
    return [".".join(letter[row] for letter in letters) for row in range(HIGH)]


def _halves(dots: list[str]) -> list[str]:
    """Rows of dots as half as many lines and one."""
    pairs = zip(dots[::2], [*dots[1::2], "." * len(dots[0])], strict=True)
    return ["".join(HALVES[a == "#", b == "#"] for a, b in zip(one, two, strict=True)) for one, two in pairs]


def large(word: str, room: int, *, halves: bool = True) -> list[str]:
    """The word as lines of at most `room` cells: dots of two cells where they fit, else half a line each (unless
    `halves` is false, as in ASCII); the word itself in capitals where it is too long. All lines are equally wide."""
    dots = rows(word)
    if 2 * len(dots[0]) <= room:
        return ["".join("██" if dot == "#" else "  " for dot in row) for row in dots]
    return _halves(dots) if halves and len(dots[0]) <= room else [word.upper()]


def sentence(text: str, room: int, most: int) -> list[str]:
    """A text in large letters, in lines of at most `room` cells and `most` of them, an empty one between rows of
    words; [] when it does not fit or has a character that can't be drawn."""
    try:
        width = {word: len(rows(word)[0]) for word in text.split()}
    except KeyError:
        return []
    gap = len(rows(" ")[0]) + 2
    parts: list[list[str]] = []
    for word in text.split():
        wide = sum(width[one] + gap for one in parts[-1]) if parts else room
        if parts and wide + width[word] <= room:
            parts[-1].append(word)
        else:
            parts.append([word])
    lines = [line for part in parts for line in (*_halves(rows(" ".join(part))), "")][:-1]
    return lines if all(n <= room for n in width.values()) and len(lines) <= most else []
