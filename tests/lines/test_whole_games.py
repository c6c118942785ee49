"""Whole games from a pipe: to the end, left and gone on with, every action on disk before it is told."""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path
from unittest import mock

import pytest

from tests.lines.robot import Keyboard, at_random, choices, play, script
from tests.running import KLEIN, PROEF, TAFEL, VOL, Commands, Done

SCENARIOS = {"klein": KLEIN, "proef": PROEF, "tafel": TAFEL, "vol": VOL, "eerste-dijk": "eerste-dijk"}
LETTERS = "b w u r ? ?1 ?2 h"
TOLD = re.compile(r"^#(\d+)$", re.MULTILINE)


def told(done: Done) -> list[int]:
    """The journal lines that were told, in order."""
    return [int(number) for number in TOLD.findall(done.out)]


def kept(journal: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in journal.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", SCENARIOS)
def test_games_at_random_end_and_tell_every_line(name: str, commands: Commands, journal: Path) -> None:
    for seed in range(4):
        journal.unlink(missing_ok=True)
        rule = at_random(seed, letters=LETTERS)
        done, _ = play(commands, rule, SCENARIOS[name], "--zaad", seed, "--journaal", journal)
        assert (done.status, done.err) == (0, "")
        lines = kept(journal)
        assert told(done) == list(range(1, len(lines))), "each line is told, once, in order"
        outcomes = [line["einde"] for line in lines if "einde" in line]
        assert outcomes, "the game has ended"
        assert "Verder spelen:" not in done.out
        assert commands.here("herhaal", journal).out.endswith(f"\nuitkomst: {outcomes[-1]}\n")


@pytest.mark.slow
def test_a_long_game_at_random(commands: Commands, journal: Path) -> None:
    done, _ = play(
        commands, at_random(1, most=9000, letters="b ?1"), "graaf-reinald", "--zaad", 1, "--journaal", journal
    )
    assert (done.status, done.err) == (0, "")
    assert commands.here("herhaal", journal).out.splitlines()[-1].startswith("uitkomst: ")


class Watched(io.StringIO):
    """Standard output that looks at the disk when an action is told."""

    def __init__(self, journal: Path) -> None:
        super().__init__()
        self.journal = journal
        self.synced = 0
        self.seen: list[int] = []

    def write(self, text: str) -> int:
        for number in map(int, TOLD.findall(text)):
            whole = self.journal.read_bytes()
            assert whole.count(b"\n") == number + 1, f"#{number} is told when its line is there"
            assert self.synced == len(whole), f"#{number} is told when its line is synced"
            self.seen.append(number)
        return super().write(text)

    def sync(self, descriptor: int) -> None:
        self.synced = os.fstat(descriptor).st_size


def test_an_action_is_told_when_it_is_on_disk(commands: Commands, journal: Path) -> None:
    out = Watched(journal)
    with mock.patch("geboortespel.session.store._sync", out.sync):
        done, _ = play(commands, at_random(2, letters="u"), PROEF, "--zaad", 2, "--journaal", journal, out=out)
    assert done.status == 0
    assert out.seen == list(range(1, len(kept(journal))))
    assert len(out.seen) > 8


def test_a_full_disk_keeps_the_game_and_says_what_to_do(commands: Commands, journal: Path) -> None:
    from geboortespel.session.store import LineFile, StoreError

    append, full = LineFile.append, [False]

    def sometimes(self: LineFile, line: bytes) -> None:
        if full[0]:
            raise StoreError("vol", self.path)
        append(self, line)

    def rule(question: str) -> str | None:
        asked.append(question)
        full[0] = len(asked) == 5
        return {1: "1", 2: "4"}.get(len(asked), "1") if len(asked) < 8 else None

    asked: list[str] = []
    with mock.patch.object(LineFile, "append", sometimes):
        done, keyboard = play(commands, rule, PROEF, "--zaad", 7, "--journaal", journal)
    assert done.status == 0
    assert "De schijf is vol." in keyboard.asked[5][0]
    assert choices(keyboard.asked[5][0]) == choices(keyboard.asked[4][0]), "asked again, nothing has changed"
    assert told(done) == list(range(1, len(kept(journal))))
    assert commands.here("herhaal", journal).status == 0


@pytest.mark.parametrize("name", ["proef", "tafel", "klein", "eerste-dijk"])
def test_a_game_that_is_left_after_every_line_is_the_same_game(name: str, commands: Commands, tmp_path: Path) -> None:
    """Played whole, and with a new start of the program after each line: the same journal, byte for byte."""
    whole, bits = tmp_path / "heel.jsonl", tmp_path / "stukken.jsonl"
    asked = ("--zaad", 3, "--journaal")
    _, keyboard = play(commands, at_random(3), SCENARIOS[name], *asked, whole)
    for answers in answers_by_line(keyboard):
        done, _ = play(commands, script(*answers), SCENARIOS[name], *asked, bits)
        assert (done.status, done.err) == (0, ""), answers
        assert whole.read_bytes().startswith(bits.read_bytes()), answers
    left = whole.read_bytes().removeprefix(bits.read_bytes()).splitlines()
    assert all(b'"wat":"zwakste"' in line for line in left), "but for the last echo: whoever comes back sees the end"
    assert len(left) < 2


def answers_by_line(keyboard: Keyboard) -> list[list[str]]:
    """The answers that led to each journal line."""
    parts: list[list[str]] = [[]]
    for question, answer in keyboard.asked:
        if TOLD.search(question) and parts[-1]:
            parts.append([])
        parts[-1].append(answer)
    return parts


def test_the_end_of_input_leaves_a_game_that_says_how_to_go_on(commands: Commands, journal: Path) -> None:
    for answers in ("", "1\n", "1\n4\n", "1\n4\n1\n1\n3\n"):
        journal.unlink(missing_ok=True)
        done = commands.here("speel", PROEF, "--tekst", "--zaad", 7, "--journaal", journal, given=answers)
        assert (done.status, done.err) == (0, "")
        ending = "> \nEinde van de invoer.\nHet spel is bewaard. Verder spelen:\n"
        ending += f"  geboortespel speel --tekst --journaal {journal}\n"
        assert done.out.endswith(ending)
        again = commands.here("speel", "--tekst", "--journaal", journal, given="")
        assert again.status == 0
        assert again.out.endswith(ending)


def test_going_on_shows_the_same_state(commands: Commands, journal: Path) -> None:
    """Board and choices are as they were when the game was left."""
    answers = script("1", "4", "1", "1", "3", "2", "b")
    left, keyboard = play(commands, answers, PROEF, "--zaad", 7, "--journaal", journal)
    assert left.status == 0
    last = keyboard.asked[-1][0]
    back, again = play(commands, script("b"), "--journaal", journal)
    assert back.status == 0
    assert "Jullie gaan verder waar jullie waren." in back.out
    assert choices(again.asked[0][0]) == choices(last)
    board = left.out.rpartition("> b\n")[2].partition("Terug naar het spel.")[0]
    assert board
    assert back.out.rpartition("> b\n")[2].partition("Terug naar het spel.")[0] == board


def test_a_finished_game_shows_its_end_again(commands: Commands, journal: Path) -> None:
    done, _ = play(commands, at_random(5), KLEIN, "--zaad", 5, "--journaal", journal)
    size = journal.stat().st_size
    again = commands.here("speel", "--tekst", "--journaal", journal)
    assert (done.status, again.status) == (0, 0)
    assert journal.stat().st_size == size
    assert again.out.count("> ") == 1, "nothing is asked but what to look back on"
    assert "Terugkijken op het spel?" in again.out


def test_the_seed_decides_all_luck(commands: Commands, tmp_path: Path) -> None:
    outs = []
    for name in "ab":
        done, _ = play(commands, at_random(4), PROEF, "--zaad", 11, "--journaal", tmp_path / name)
        outs.append(done.out.replace(str(tmp_path / name), ""))
    assert outs[0] == outs[1]
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_menu_from_a_pipe(commands: Commands) -> None:
    """A new game by its number, left; then it is there to go on with."""
    first = commands.here("--tekst", given="1\n1\n1\n4\n")
    assert first.status == 0
    assert "De eerste dijk" in first.out
    assert "\n#1\n" in first.out
    (kept_game,) = commands.folder.glob("spellen/*.jsonl")
    assert kept_game.name == "eerste-dijk-1.jsonl"
    again = commands.here("--tekst", given="1\n1\n")
    assert f"De eerste dijk ({kept_game.name})" in again.out
    assert "Jullie gaan verder waar jullie waren." in again.out
    listed = commands.here("--tekst", given="3\n0\n")
    assert "graaf-reinald: Graaf Reinald" in listed.out
    assert listed.status == 0
