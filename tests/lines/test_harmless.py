"""Texts with brackets, escape codes and control characters are shown and do nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.lines.altered import altered
from tests.lines.robot import at_random, finished_game, play, script
from tests.running import PROEF, Commands

NASTY = "[b]\x1b[31m]\x1b]0;x\x07\x9b2J\x00\x08\r\u202e\u2066{0}%s\\n[/]"
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    """`proef` with something nasty in every text."""
    return altered(PROEF, tmp_path / "proef" / "scenario.yaml", lambda text: f"{text} {NASTY} {text}")


def test_whole_games_of_nasty_texts(nasty: Path, commands: Commands, journal: Path) -> None:
    checked = commands.here("controleer", nasty)
    assert checked.status == 0
    remarks = set(re.findall(r"(?:fout|let-op)\[\w+\]", checked.out))
    assert remarks <= {"let-op[G141]", "let-op[G149]"}, (
        "no faults: only a text that is long, and what `proef` asks in vain"
    )
    assert not ACTS.search(checked.out)
    shown = 0
    for seed in range(12):
        journal.unlink(missing_ok=True)
        done, _ = play(commands, at_random(seed, letters="b w ?1 ?2"), nasty, "--zaad", seed, "--journaal", journal)
        assert done.status == 0
        replayed, card = commands.here("herhaal", journal), commands.here("kaartje", journal)
        assert replayed.status == 0
        for text in (done.out, done.err, replayed.out, card.out, card.err):
            assert not ACTS.search(text)
        shown += done.out.count("[b]␛[31m]␛]0;x␇")
        assert "{0}%s" in done.out
    assert shown > 500, "it is there to be read"


def test_the_same_game_as_without(nasty: Path, commands: Commands, tmp_path: Path) -> None:
    ends = []
    for scenario in (PROEF, nasty):
        journal = tmp_path / scenario.parent.name / "spel.jsonl"
        done, _ = play(commands, at_random(3), scenario, "--zaad", 3, "--journaal", journal)
        assert done.status == 0
        ends.append(re.findall(r'"actie":\{.*?\}', journal.read_text("utf-8")))
    assert ends[0] == ends[1]


def test_faults_in_a_nasty_file(tmp_path: Path, commands: Commands) -> None:
    path = altered(PROEF, tmp_path / "scenario.yaml", lambda text: NASTY)
    path.write_text(path.read_text("utf-8").replace("soort: niet", 'soort: "niet\\e[31m"'), encoding="utf-8")
    for words in ((), ("--formaat", "json"), ("--taal", "en")):
        done = commands.here("controleer", path, *words)
        assert done.status == 1
        assert not ACTS.search(done.out + done.err)
        assert "fout" in done.out or "error" in done.out


def test_what_players_type_is_harmless_too(commands: Commands, tmp_path: Path) -> None:
    """A name for the card with escape codes: kept, shown as marks."""
    journal = finished_game(commands, PROEF, tmp_path / "spel.jsonl", "geboren")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(line for line in lines if b'"wat":"kaartje"' not in line))
    done, _ = play(commands, script("\x1b]0;Naam\x07\u202e" + "x" * 300, "zin\x1b[2J"), "--journaal", journal)
    assert done.status == 0
    card = commands.here("kaartje", journal)
    assert "␛]0;Naam␇\ufffdxxx" in card.out
    assert "'zin␛[2J'" in card.out
    assert len(card.out.splitlines()[2]) <= 200
    for text in (done.out, card.out, commands.here("herhaal", journal).out):
        assert not ACTS.search(text)


def test_nothing_is_written_but_text(commands: Commands, journal: Path) -> None:
    """Append-only and plain, in a terminal too: no escape, no carriage return of its own."""
    screen = commands.terminal("speel", PROEF, "--tekst", "--zaad", 7, "--journaal", journal, size=(80, 50))
    screen.type("1\r4\r1\r")
    screen.see("#2")
    screen.type("q\r")
    assert screen.end() == 0
    assert b"\x1b" not in screen.raw
    assert not ACTS.search(screen.text)
