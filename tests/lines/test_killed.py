"""kill -9 in the middle of line mode, in a real terminal: no action that was told is lost, and the game goes on."""

from __future__ import annotations

import json
import random
import re
import signal
import time
from pathlib import Path

from tests.lines.robot import choices
from tests.running import PROEF, Commands

TOLD = re.compile(r"^#(\d+)$", re.MULTILINE)


def test_no_told_action_is_lost(commands: Commands, journal: Path) -> None:
    """One game, killed time and again at any moment: while it waits, while it writes, while it starts."""
    rng = random.Random(9)
    seen, kills = 0, 0
    for n in range(60):
        if n >= 12 and seen > 3:
            break  # on a busy machine many die before they told anything
        words = ("--journaal", journal) if journal.exists() else (PROEF, "--zaad", 7, "--journaal", journal)
        screen = commands.terminal("speel", *words, "--tekst", size=(100, 60))
        for _ in range(rng.randrange(1, 7)):
            while not screen.text.rstrip(" ").endswith(">"):
                if not screen.read(0.05):
                    break
            rows = choices(screen.text) or {1: ""}
            screen.type(f"{rng.choice([n for n in rows if n] or [1])}\r")
            time.sleep(rng.choice((0, 0.001, 0.004, 0.02)))
        screen.child.kill(signal.SIGKILL)
        kills += 1
        screen.end()
        seen = max([seen, *map(int, TOLD.findall(screen.text))])
        if not journal.exists():
            assert not seen, "killed before there was a game"
            continue
        lines = journal.read_bytes().split(b"\n")
        assert len(lines) - 1 > seen, f"#{seen} was told and is on disk"
        done = commands.here("herhaal", journal)
        assert done.status == 0, "what is on disk is whole, but for a last line"
        if any(b'"einde"' in line for line in lines[:-1]):
            break
    assert kills > 3
    assert seen > 3
    last = json.loads(journal.read_bytes().splitlines()[-1])
    again = commands.here("speel", "--journaal", journal, "--tekst", given="")
    assert again.status == 0
    assert last["n"] >= seen
