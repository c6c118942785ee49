"""What can be typed beside a number where no game is going on: before it, after it, in the menu and on the road."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from geboortespel.lines.choose import Command
from geboortespel.lines.terminal import Terminal

WORDS = {
    "?": ("?", "h", "help", "hulp"),
    "b": ("b", "bord", "board"),
    "w": ("w", "waarom", "why"),
    "u": ("u", "undo", "ongedaan"),
    "y": ("y", "redo", "opnieuw"),
    "r": ("r", "rol", "role"),
    "f": ("f", "facilitator"),
    "a": ("a", "als", "if"),
    "q": ("q", "stop", "stoppen", "quit"),
}
"""Letter → what may be typed for it."""
LETTER = {word: letter for letter, words in WORDS.items() for word in words}

NOTHING: Mapping[str, type[Exception]] = MappingProxyType({})


def letters(
    terminal: Terminal, said: str, stop: type[Exception], more: Mapping[str, type[Exception]] = NOTHING
) -> Command:
    """Help, which says this, and stopping, which raises `stop`. `more`: another letter → what that raises."""
    raises = {**more, "q": stop}

    def command(answer: str) -> bool:
        letter = LETTER.get(answer, "")
        if letter in raises:
            raise raises[letter]
        if letter == "?":
            terminal.say(said)
        return letter == "?"

    return command
