"""`campagne` in line mode: begin, show, skip, play, play again; back on the road after each game, and its ending."""

from __future__ import annotations

import io
import json
from pathlib import Path

from geboortespel.session.campaign import Ended, Stop, write
from tests.lines.robot import Keyboard, at_random, choices
from tests.running import Commands


def _all(commands: Commands, kind: str) -> None:
    """A campaign in which every alliance was played and ended so."""
    from geboortespel.scenario.inheritance import inheritance

    found = inheritance()
    assert found is not None
    stops = {one.id: Stop(Ended(f"{one.id}.jsonl", kind, kind, "Ons Kind")) for one in found.road()}
    write(commands.folder / "campagne.json", 3, stops)


def test_showing_it_writes_nothing(commands: Commands) -> None:
    done = commands.here("campagne", "toon")
    assert (done.status, done.err) == (0, "")
    assert "1992  BP Noordzee: dit is de volgende" in done.out
    assert not (commands.folder / "campagne.json").exists()
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_it_begins_with_its_opening_and_can_be_gone_on_with(commands: Commands) -> None:
    done = commands.here("campagne", "begin", "--zaad", 4, "--tekst")
    assert (done.status, done.err) == (0, "")
    assert "Het is begin jaren negentig." in done.out
    assert "geboortespel campagne --tekst" in done.out
    assert json.loads((commands.folder / "campagne.json").read_text("utf-8"))["zaad"] == 4


def test_skipping_lets_history_count(commands: Commands) -> None:
    done = commands.here("campagne", "overslaan")
    assert "1992  BP Noordzee: overgeslagen; zoals toen: geboren" in done.out
    assert "Het platform dat er staat" in done.out
    shown = commands.here("campagne", "toon")
    assert shown.out == done.out


def test_a_game_is_played_and_leads_back_to_the_road(commands: Commands) -> None:
    rule, began = at_random(2), []

    def answers(question: str) -> str | None:
        rows = choices(question)
        if any(row.startswith("Speel BP Noordzee") for row in rows.values()):
            began.append(question)
            return "1"
        if any(row.startswith("Speel Waardse Alliantie") for row in rows.values()):
            return "0"
        return rule(question)

    out = io.StringIO()
    done = commands.here("campagne", "--tekst", given=Keyboard(out, answers), out=out)
    assert (done.status, done.err) == (0, "")
    assert len(began) == 1
    assert "1999  Waardse Alliantie: dit is de volgende" in done.out
    kept = json.loads((commands.folder / "campagne.json").read_text("utf-8"))["haltes"]["bp-noordzee"]
    assert kept["uitslag"]["journaal"] == "campagne-bp-noordzee-1.jsonl"
    assert kept["bezig"] == ""
    again = commands.here("herhaal", commands.folder / "spellen" / kept["uitslag"]["journaal"])
    assert again.status == 0


def test_a_game_that_was_left_is_gone_on_with(commands: Commands) -> None:
    left = commands.here("campagne", "verder", "--tekst", given="\n")
    assert left.status == 0
    assert "Ga verder met BP Noordzee" in left.out
    assert len(list((commands.folder / "spellen").glob("*.jsonl"))) == 1
    commands.here("campagne", "verder", "--tekst", given="\n")
    assert len(list((commands.folder / "spellen").glob("*.jsonl"))) == 1


def test_the_endings(commands: Commands) -> None:
    told = {}
    for kind in ("geboren", "niet"):
        _all(commands, kind)
        done = commands.here("campagne", "toon")
        assert all(len(line) <= 80 for line in done.out.splitlines())
        told[kind] = done.out
    assert "EEN GEWOON WOORD" in told["geboren"]
    assert "geboren: 'Ons Kind'" in told["geboren"]
    assert "Knooppunt Hoevelaken ging anders dan toen: geboren." in told["geboren"]
    assert "EEN IDEE" in told["niet"]
    assert "Het spoor bleef bestellen" in told["niet"]
    over = commands.here("campagne", "verder", "--tekst")
    assert (over.status, over.out) == (2, "")
    assert "aan het eind" in over.err


def test_what_it_refuses(commands: Commands) -> None:
    unknown = commands.here("campagne", "opnieuw", "eerste-dijk", "--tekst")
    assert (unknown.status, unknown.out) == (2, "")
    assert "staat niet op de weg" in unknown.err
    assert commands.here("campagne", "opnieuw", "--tekst").status == 2
    (commands.folder / "campagne.json").write_text("{", "utf-8")
    damaged = commands.here("campagne", "toon")
    assert (damaged.status, damaged.out) == (2, "")
    assert "geen campagne" in damaged.err
    assert commands.here("campagne", "begin", "--tekst").status == 0
    assert (commands.folder / "campagne-1.json").read_text("utf-8") == "{"


def test_in_english(tmp_path: Path) -> None:
    shown = Commands(tmp_path, "en").here("campaign", "skip")
    assert "skipped; as in history: born" in shown.out


def test_from_the_menu_of_line_mode(commands: Commands) -> None:
    done = commands.here("--tekst", given="4\n2\n0\n")
    assert (done.status, done.err) == (0, "")
    assert " 4  Campagne" in done.out
    assert "1992  BP Noordzee: overgeslagen; zoals toen: geboren" in done.out
