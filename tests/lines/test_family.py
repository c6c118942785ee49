"""The family tree in line mode: from the menu to a card, and from there into a game."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.report.tree.kin import tree
from geboortespel.scenario.family import family
from tests.running import Commands

WITHOUT = tree(family(), ())


def answers(*words: object) -> str:
    return "".join(f"{word}\n" for word in words)


def test_a_card_and_its_scenario_played_from_it(tmp_path: Path) -> None:
    done = Commands(tmp_path).here("--tekst", given=answers(3, 5, 1))
    menu, _, rest = done.out.partition("Stamboom van allianties\n")
    assert " 3  Stamboom" in menu
    listed, _, card = rest.partition("> 5\n")
    assert " 5  Waardse Alliantie, 1999-2007" in listed
    assert card.startswith("Waardse Alliantie\nGoederenspoor door slappe grond")
    assert "← A BP Noordzee (een voorbeeld)" in card
    told, _, game = card.partition(" 1  Spelen\n")
    assert "[1] Geboorteverhalen" in told
    assert "Spelen         " in told
    assert "Met hoeveel zijn jullie?" in game
    assert "waardse" in game
    assert max(map(len, f"{menu}{listed}{told}".split("\n"))) <= 80


def test_back_to_the_list_and_to_the_menu(tmp_path: Path) -> None:
    done = Commands(tmp_path).here("--tekst", given=answers(3, 1, 0, 2, 0, 0))
    assert done.status == 0
    assert done.out.count("Stamboom van allianties\n") == 3
    assert "Zelf geen alliantie" in done.out
    assert done.out.count("Nieuw spel") == 2


def test_one_without_a_scenario_offers_no_play(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("geboortespel.lines.lineage.tree", lambda _: WITHOUT)
    done = Commands(tmp_path).here("--tekst", given=answers(3, 5))
    card = done.out.partition("> 5\n")[2]
    assert "Van deze is nog geen scenario." in card
    assert " 1  Spelen" not in card
