"""`herhaal` and `kaartje`: the course of a journal, `uitkomst: ID`, and what is said of a journal that is not whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.lines.robot import at_random, finished_game, play
from tests.running import PROEF, Commands


@pytest.fixture
def born(commands: Commands, tmp_path: Path) -> Path:
    return finished_game(commands, PROEF, tmp_path / "geboren.jsonl", "geboren")


@pytest.fixture
def unborn(commands: Commands, tmp_path: Path) -> Path:
    return finished_game(commands, PROEF, tmp_path / "niet.jsonl", "niet-geboren")


def test_the_course_tells_every_line(born: Path, commands: Commands, english: Commands) -> None:
    lines = born.read_text("utf-8").splitlines()
    done = commands.here("herhaal", born)
    assert (done.status, done.err) == (0, "")
    told = [line.split()[0] for line in done.out.splitlines() if line.startswith("#")]
    assert told == [f"#{n}" for n in range(len(lines))]
    assert done.out.endswith("\nuitkomst: geboren\n")
    other = english.here("replay", born)
    assert other.out.endswith("\nuitkomst: geboren\n"), "the line is for programs: one form in every language"
    assert other.out != done.out


def test_up_to_a_line(born: Path, commands: Commands) -> None:
    whole = commands.here("herhaal", born).out
    last = len(born.read_text("utf-8").splitlines()) - 1
    for until in (0, 1, 3):
        done = commands.here("herhaal", born, "--tot", until)
        assert done.status == 0
        assert whole.startswith(done.out)
        assert f"#{until} " in done.out
        assert f"#{until + 1} " not in done.out
        assert "uitkomst" not in done.out
        assert commands.here("replay", born, "--until", until).out == done.out
    for until in (last, last + 100):
        assert commands.here("herhaal", born, "--tot", until).out == whole


def test_an_unfinished_game_has_no_outcome(commands: Commands, tmp_path: Path) -> None:
    journal = tmp_path / "half.jsonl"
    play(commands, at_random(1, most=6), PROEF, "--zaad", 1, "--journaal", journal)
    done = commands.here("herhaal", journal)
    assert (done.status, done.err) == (0, "")
    assert "uitkomst" not in done.out
    card = commands.here("kaartje", journal)
    assert (card.status, card.out) == (2, "")
    assert card.err == "Dit spel is nog niet afgelopen; er is dus nog geen kaartje.\n"


def test_the_card_of_a_birth(born: Path, commands: Commands, english: Commands) -> None:
    done = commands.here("kaartje", born)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("GEBOORTEKAARTJE\n\n")
    for said in (
        "Ouders: Waterschap en aannemer",
        "Kind: de proefdijk",
        "Gewicht: 140 mln",
        "Lengte: 12 km",
        "Apgar: ",
    ):
        assert said in done.out
    other = english.here("card", born)
    assert other.out.startswith("BIRTH CARD\n\n")
    assert "Parents: Waterschap en aannemer" in other.out


def test_a_letter_without_a_birth(unborn: Path, commands: Commands) -> None:
    done = commands.here("kaartje", unborn)
    assert done.status == 0
    assert done.out.startswith("EEN BRIEF\n")
    assert done.err == "Dit spel eindigde met 'Niet geboren': geen kaartje, wel een brief.\n"


def test_a_torn_last_line_is_dropped_with_a_note(born: Path, commands: Commands) -> None:
    whole = born.read_bytes()
    lines = whole.splitlines(keepends=True)
    born.write_bytes(whole[: -len(lines[-1]) // 2])
    done = commands.here("herhaal", born)
    assert done.status == 0
    assert done.err == "De laatste regel was niet af en is weggelaten; alles daarvoor is er nog.\n"
    assert born.read_bytes() == whole[: -len(lines[-1]) // 2], "looking changes nothing"


def test_a_damaged_line_is_named(born: Path, commands: Commands, english: Commands) -> None:
    lines = born.read_bytes().splitlines(keepends=True)
    changed = json.loads(lines[2])
    changed["stand"] = changed["stand"][::-1]
    said = json.dumps(changed, ensure_ascii=False, separators=(",", ":")).encode()
    for damaged, words in ((said, "veranderd"), (b"geen regel", "geen journaalregel")):
        born.write_bytes(b"".join([*lines[:2], damaged + b"\n", *lines[3:]]))
        for command in ("herhaal", "kaartje"):
            done = commands.here(command, born)
            assert done.status == 1, command
            assert f"{born}: regel 3 " in done.err
            assert words in done.err
            assert "uitkomst" not in done.out
        assert f"{born}: line 3 " in english.here("replay", born).err
        resumed = commands.here("speel", "--journaal", born, "--tekst")
        assert resumed.status == 2
        assert f"{born}: regel 3 " in resumed.err


def test_a_damaged_first_line_is_told_apart_from_a_foreign_file(
    born: Path, commands: Commands, english: Commands
) -> None:
    """It holds the scenario, so nothing can be read without it; but the people must know that it was their game."""
    first, rest = born.read_bytes().split(b"\n", 1)
    for spoilt in (first.replace(b'"zaad":', b'"zaad":1'), first[: len(first) // 2] + first[len(first) // 2 + 1 :]):
        born.write_bytes(spoilt + b"\n" + rest)
        done = commands.here("herhaal", born)
        assert (done.status, done.out) == (1, "")
        assert f"{born}: regel 1, " in done.err
        assert f"{born}: line 1, " in english.here("replay", born).err
        assert commands.here("speel", "--journaal", born, "--tekst").status == 2
        assert born.read_bytes() == spoilt + b"\n" + rest


def test_another_state_is_named(born: Path, commands: Commands) -> None:
    """A whole chain over a state that the game does not give: told with its line, after the course up to there."""
    from geboortespel.session.journal import encode

    lines = [json.loads(line) for line in born.read_bytes().splitlines()]
    out, chain = [], ""
    for n, line in enumerate(lines):
        body = {key: value for key, value in line.items() if key not in ("keten", "tijd")}
        if n == 3:
            body["stand"] = body["stand"][::-1]
        raw, chain = encode(body, chain)
        out.append(raw)
    born.write_bytes(b"".join(out))
    done = commands.here("herhaal", born)
    assert done.status == 1
    assert done.err == "Regel 4 (#3): het spel komt nu ergens anders uit dan het journaal zegt.\n"
    assert "#2 " in done.out
    assert "#4 " not in done.out


def test_a_journal_in_use_is_not_gone_on_with(born: Path, commands: Commands) -> None:
    from geboortespel.session.store import LineFile

    held = LineFile.open(born)
    try:
        done = commands.here("speel", "--journaal", born, "--tekst")
    finally:
        held.close()
    assert done.status == 2
    assert (
        done.err == f"Dit spel staat al in een ander venster open: {born}. Stop daar eerst, of begin een nieuw spel.\n"
    )


def test_an_empty_file_is_no_journal(tmp_path: Path, commands: Commands) -> None:
    for content in (b"", b"\n", b"{}\n", b"\x00" * 5000, b"[" * 5000):
        path = tmp_path / "leeg.jsonl"
        path.write_bytes(content)
        for words in (("herhaal", path), ("kaartje", path), ("speel", "--journaal", path, "--tekst")):
            done = commands.here(*words)
            assert done.status == 2, (content[:5], words)
            assert done.err == f"{path} is geen journaal van dit spel.\n"
        assert path.read_bytes() == content


def test_a_game_goes_by_its_name_in_the_games_folder(commands: Commands, tmp_path: Path) -> None:
    kept = finished_game(commands, PROEF, tmp_path / "map/spellen/proef-1.jsonl", "geboren")
    for command in ("herhaal", "kaartje", "terugblik"):
        by_path = commands.here(command, kept)
        assert by_path.status == 0
        for name in ("proef-1", "proef-1.jsonl"):
            assert commands.here(command, name) == by_path
        assert commands.here(command, "proef-2").status == 2


def test_a_file_here_goes_before_a_name_there(
    commands: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished_game(commands, PROEF, tmp_path / "map/spellen/x.jsonl", "niet-geboren")
    finished_game(commands, PROEF, tmp_path / "x.jsonl", "geboren")
    monkeypatch.chdir(tmp_path)
    assert commands.here("herhaal", "x.jsonl").out.endswith("uitkomst: geboren\n")
    assert commands.here("herhaal", "x").out.endswith("uitkomst: niet-geboren\n")
