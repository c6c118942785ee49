"""Somebody at the keyboard of line mode: reads what is asked, and answers by a rule."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from pathlib import Path

from tests.running import Commands, Done

ROW = re.compile(r"^ ?(\d{1,2})  (.+)$", re.MULTILINE)

Rule = Callable[[str], str | None]
"""From what was written since the last answer to the answer; None for the end of input."""


class Keyboard(io.TextIOBase):
    """Standard input that looks at standard output before it answers. `asked` holds every (question, answer)."""

    def __init__(self, out: io.StringIO, rule: Rule) -> None:
        self.out, self.rule = out, rule
        self.asked: list[tuple[str, str]] = []
        self._seen = 0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        said = self.out.getvalue()
        question, self._seen = said[self._seen :], len(said)
        answer = self.rule(question)
        if answer is None:
            return ""
        self.asked.append((question, answer))
        return f"{answer}\n"


def choices(question: str) -> dict[int, str]:
    """The rows of the last list in `question`, 0 among them."""
    found: dict[int, str] = {}
    for number, text in ROW.findall(question):
        if int(number) == 1:
            found.clear()
        found[int(number)] = text
    return found


def at_random(seed: int, most: int = 3000, letters: str = "") -> Rule:
    """Answers that fit, at random, now and then one of `letters`; the end of input after `most`."""
    rng, left = random.Random(seed), [most]

    def rule(question: str) -> str | None:
        left[0] -= 1
        if left[0] < 0:
            return None
        if letters and rng.random() < 0.2:
            return rng.choice(letters.split())
        rows = choices(question)
        return str(rng.choice(list(rows))) if rows else str(rng.randrange(6))

    return rule


def script(*answers: str) -> Rule:
    """These answers, then the end of input."""
    left = list(answers)
    return lambda question: left.pop(0) if left else None


def play(commands: Commands, rule: Rule, *words: object, out: io.StringIO | None = None) -> tuple[Done, Keyboard]:
    """`geboortespel speel WORDS --tekst` with this rule at the keyboard."""
    out = out or io.StringIO()
    keyboard = Keyboard(out, rule)
    return commands.here("speel", *words, "--tekst", "--zonder-klok", given=keyboard, out=out), keyboard


def finished_game(commands: Commands, scenario: Path, journal: Path, outcome: str) -> Path:
    """The journal of a game that ended in `outcome`, played at random with the first seed that brings it there."""
    for seed in range(60):
        journal.unlink(missing_ok=True)
        play(commands, at_random(seed), scenario, "--zaad", seed, "--journaal", journal)
        done = commands.here("herhaal", journal)
        if done.out.endswith(f"uitkomst: {outcome}\n"):
            return journal
    raise AssertionError(f"no game of {scenario} ends in {outcome}")
