"""Stopping at a gate ends the game, so it is asked once more."""

from __future__ import annotations

from pathlib import Path

from tests.lines.robot import choices, play
from tests.running import Commands


def test_stopping_is_asked_once_more_and_can_be_taken_back(commands: Commands, journal: Path) -> None:
    answers = {"Ja, we stoppen": iter("01")}
    gates = []

    def rule(question: str) -> str | None:
        rows = {text: number for number, text in choices(question).items()}
        stop = next((number for text, number in rows.items() if text.startswith("Stoppen")), None)
        if stop is not None:
            gates.append(question)
            return str(stop)
        for text, said in answers.items():
            if text in rows:
                return next(said)
        return "0" if 0 in rows.values() else "1"

    done, _ = play(commands, rule, "eerste-dijk", "--zaad", 1, "--journaal", journal)
    assert len(gates) == 2, "back at the gate after no"
    assert done.out.count("Dan is het spel hier uit.") == 2
    assert commands.here("herhaal", journal).out.splitlines()[-1].startswith("uitkomst: ")
