"""A game with everything in it, played by a script: `python playing.py SCENARIO.json JOURNAL [RESUME]`.

Run by other interpreters: no test library is imported. With RESUME the game is let go and gone on with on the way.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from geboortespel.scenario.reader import rebuild
from geboortespel.session.replay import resume
from geboortespel.session.session import Session


class Uniform:
    uniform = True

    def weights(self, view: object) -> list[int]:
        raise AssertionError


def play(content: Path, journal: Path, *, resuming: bool) -> None:
    """Act at random; undo and redo when that can be, branch, and say something, at fixed lines."""
    resolved = json.loads(content.read_text(encoding="utf-8"))
    scenario = rebuild(resolved).scenario
    assert scenario is not None
    session = Session.new(scenario, resolved, 77, journal, clock=False)
    for turn in range(90):
        if turn % 10 == 5 and session.can_undo:
            session.undo()
            session.redo()
            session.undo()
        if turn == 40 or session.finished:
            session.go_to(4)
        if turn % 25 == 3:
            session.remark("notitie", {"tekst": f"beurt {turn} · ‘mooi’", "getal": turn})
        if resuming and turn % 30 == 7:
            session.close()
            session, _ = resume(journal, clock=False)
        session.act(session.driver.choose(session.state, Uniform(), turn))
    session.close()


if __name__ == "__main__":
    play(Path(sys.argv[1]), Path(sys.argv[2]), resuming=len(sys.argv) > 3)
