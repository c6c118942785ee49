"""Every mark that the table draws with, and its twin for terminals whose font has only ASCII (`--ascii`).

Marks are one cell wide, and so are their twins: nothing moves when they are exchanged. `plain` is what the ASCII mode
does to everything on the screen, texts of authors included: a literal that is not from here is still readable there.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import cell_len

FULL, HALF, EMPTY = "●", "◐", "○"
"""A traffic light that is green, orange, red; points had and points missing."""
UP, DOWN, LEVEL, UNKNOWN = "▲", "▼", "◆", "?"
"""For, against, in between, not heard yet; also what rose and fell."""
HERE, DONE, TO_COME = "▶", "●", "○"
"""A phase or a step: now, behind us, ahead."""
SOLID, PALE = "▓", "░"
"""What is left of something that stands in the way, and what is gone."""
TO, FROM, RISE, FALL = "→", "←", "↑", "↓"
DEEPER, MORE, BULLET, BETWEEN = "›", "…", "•", "·"
LESS_THAN, MORE_THAN = "‹", "›"
"""Around a value that can be changed."""
RULE, YES, NO = "─", "✓", "✗"
HEART, UNSURE = "♥", "╌"

TWINS: dict[str, str] = {
    "●": "#", "◐": "+", "○": ".", "◆": "=", "◇": "-", "■": "#", "□": ".", "▪": "*",
    "▲": "^", "▼": "v", "▶": ">", "◀": "<", "△": "^", "▽": "v", "▷": ">", "◁": "<", "▸": ">",
    "▓": "#", "▒": "+", "░": ".", "█": "#", "▌": "|", "▐": "|", "▀": "-", "▄": "-", "▁": "_", "▔": "-",
    "▏": "|", "▕": "|", "▂": "_", "▃": "_", "▅": "=", "▆": "=", "▇": "#", "▉": "#", "▊": "#",
    "▋": "|", "▍": "|", "▎": "|",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "↗": "/", "↘": "\\", "↖": "\\", "↙": "/", "↔": "-", "↵": "<", "⇧": "^",
    "›": ">", "‹": "<", "»": ">", "«": "<", "…": "~", "•": "*", "·": "-", "✓": "v", "✗": "x", "×": "x", "♥": "v",
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "\u00a0": " ", "€": "E", "°": "o",
    "½": "h", "≥": ">", "≤": "<", "±": "+", "²": "2", "³": "3", "★": "*", "☆": ".", "æ": "e", "ø": "o", "ß": "s",
    "⎵": "_", "╌": "-", "␛": "?",
}  # fmt: skip
"""Mark → the one ASCII character that stands for it. Box drawing is done by rule, letters lose their accents."""

_ACROSS = frozenset("─━═╌╍┄┅┈┉╴╶╸╺╼╾▔")
_DOWN = frozenset("│┃║╎╏┆┇┊┋╵╷╹╻╽╿")


@lru_cache(4096)
def twin(char: str) -> str:
    """ASCII of the same width for one character."""
    if char.isascii():
        return char
    if char in TWINS:
        return TWINS[char]
    if "\u2500" <= char <= "\u257f":
        return "-" if char in _ACROSS else "|" if char in _DOWN else "+"
    if "\u2800" <= char <= "\u28ff":
        return " " if char == "\u2800" else "."
    base = unicodedata.normalize("NFKD", char)[:1]
    return (base if base.isascii() and base else "?").ljust(cell_len(char), "?")[: cell_len(char)]


def plain(text: str) -> str:
    """The text in ASCII, as wide as it was."""
    return text if text.isascii() else "".join(map(twin, text))
