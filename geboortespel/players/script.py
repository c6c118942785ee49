"""Scripted players from a text: a wish a line, the first that may be done is done.

    # what a line can say
    zet luisteren doel=raad hooguit=2
    zet overtuigen doel=raad keuze=open-boek ronde=3-6
    keuze nieuwe-wethouder keuze=kennismaken
    poort verder
    niet zet doordrukken
    anders planner

The first word is the kind of action (`engine.actions`), the second what it is; `doel`, `keuze` and `wie` narrow it
down, `hooguit` and `ronde` say how often and when. `niet` names what is never done, `anders` who decides the rest.
"""

from __future__ import annotations

import re
from typing import get_args

from attrs import frozen

from geboortespel.engine.actions import Kind
from geboortespel.engine.board import Board
from geboortespel.players.planner import Planner
from geboortespel.players.policy import Sure
from geboortespel.players.scripted import ALWAYS, Scripted, Wish
from geboortespel.scenario.model.situation import PERSPECTIVES

PREFIX = "script:"
"""How a scripted player is named: `script:` and the file it stands in."""
MOST = 100_000
"""Bytes a script may be long."""
_ROUNDS = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
_PARTS = {"doel": "target", "keuze": "choice", "wie": "seat"}


class ScriptFault(ValueError):
    """A line can't be understood. `reason`: `soort` (not a kind of action), `deel` (not NAME=VALUE), `ronde`,
    `hooguit`, `anders` (not a planner), `past_niet` (no action of the scenario fits); `word` is what was read."""

    def __init__(self, line: int, reason: str, word: str) -> None:
        super().__init__(f"line {line}: {reason} {word}")
        self.line, self.reason, self.word = line, reason, word


@frozen
class Script:
    """A scripted player as it was written; `name` is what it is called in results."""

    name: str
    text: str

    def player(self, board: Board | None = None) -> Scripted:
        """The player. ScriptFault when a line can't be understood or (with a board) fits nothing in the game."""
        wishes: list[Wish] = []
        shuns: list[Wish] = []
        otherwise: Sure | None = None
        for number, line in enumerate(self.text.splitlines(), 1):
            words = line.partition("#")[0].split()
            if not words:
                continue
            if words[0] == "anders":
                otherwise = _other(number, words[1:])
                continue
            shunned = words[0] == "niet"
            wish = _wish(number, words[1:] if shunned else words)
            if board is not None and not any(wish.fits(action) for action in board.actions):
                raise ScriptFault(number, "past_niet", " ".join(words))
            (shuns if shunned else wishes).append(wish)
        return Scripted(wishes, otherwise, shuns)


def _other(line: int, words: list[str]) -> Sure:
    family, _, perspective = (words or [""])[0].partition(":")
    if len(words) == 1 and family == "planner" and not perspective:
        return Planner()
    if len(words) == 1 and family == "eenzijdig" and perspective in PERSPECTIVES:
        return Planner(ignores=perspective)
    raise ScriptFault(line, "anders", " ".join(words))


def _wish(line: int, words: list[str]) -> Wish:
    kind = words[0] if words else ""
    if kind not in get_args(Kind) or kind == "ingreep":  # that is no player's to do
        raise ScriptFault(line, "soort", kind)
    what, rest = ("", words[1:]) if len(words) < 2 or "=" in words[1] else (words[1], words[2:])
    only, rounds, parts = 0, ALWAYS, {}
    for word in rest:
        name, is_, value = word.partition("=")
        if not (is_ and value) or name not in (*_PARTS, "hooguit", "ronde"):
            raise ScriptFault(line, "deel", word)
        if name == "hooguit":
            if not (value.isascii() and value.isdecimal() and len(value) < 5):
                raise ScriptFault(line, "hooguit", word)
            only = int(value)
        elif name == "ronde":
            found = _ROUNDS.fullmatch(value)
            if found is None:
                raise ScriptFault(line, "ronde", word)
            rounds = int(found[1]), int(found[2] or found[1])
        else:
            parts[_PARTS[name]] = value
    return Wish(kind, what, parts.get("target", ""), parts.get("choice", ""), parts.get("seat", ""), only, rounds)
