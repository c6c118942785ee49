"""The campaign's file: what goes from one alliance to the next, and the faults that can be in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.engine.game import Game
from geboortespel.scenario.family import family
from geboortespel.scenario.inheritance import (
    FIRST,
    historical,
    inheritance,
    look,
    path,
    read_inheritance,
    scenario_with,
)
from geboortespel.scenario.library import Library
from geboortespel.session.session import Session
from tests.running import ROOT, Commands

HEAD = "formaat: 1\nmeenemen:\n"
ITEM = (
    "  - {id: mee, van: waardse, naar: [amstelspoor], titel: Iets, tekst: Iets gaat mee., effecten: {ervaring: +3}}\n"
)


def _codes(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    file = tmp_path / "campagne.yaml"
    file.write_text(text, "utf-8")
    return [(fault.code, fault.line) for fault in look(file)]


def test_the_shipped_campaign_is_clean(commands: Commands) -> None:
    done = commands.here("controleer", "campagne")
    assert (done.status, done.out) == (0, "")


def test_what_goes_along_ends_up_somewhere() -> None:
    """Everything can happen: some history leads to it, and no sort of ending is without anything to say."""
    found = inheritance()
    assert found is not None
    born = dict.fromkeys(found.order, "geboren")
    none = dict.fromkeys(found.order, "niet")
    early = dict.fromkeys(found.order, "vroeg")
    asis = {name: historical(one) for name, one in found.family.alliances.items()}
    met = {item.id for ends in (born, none, early, asis) for name in found.order for item in found.carried(name, ends)}
    assert met == set(found.campaign.carried)
    assert found.standing(none) < found.standing(asis) < found.standing(born)
    assert all(item.text.startswith("Dit neem je mee: ") for item in found.campaign.carried.values())


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (ITEM.replace("waardse", "waardsen"), "G190"),
        (ITEM.replace("[amstelspoor]", "[amstelspor]"), "G190"),
        (ITEM.replace("[amstelspoor]", "[bp-noordzee]"), "G191"),
        (ITEM.replace("effecten", "vanaf: 40, tot: 20, effecten"), "G193"),
        (ITEM.replace("effecten", "bron: boek, effecten"), "G194"),
        (ITEM.replace(", effecten: {ervaring: +3}", ""), "G195"),
        (ITEM.replace("ervaring: +3", "ervarign: +3"), "G064"),
        (ITEM.replace("titel: Iets, ", ""), "G013"),
        (ITEM.replace("titel", "titlel"), "G011"),
    ],
)
def test_faults_have_their_code_and_place(tmp_path: Path, wrong: str, code: str) -> None:
    assert _codes(tmp_path, HEAD + ITEM) == []
    found = _codes(tmp_path, HEAD + wrong)
    assert (code, 3) in found, found


def test_a_sort_of_ending_that_is_none(tmp_path: Path) -> None:
    assert _codes(tmp_path, "formaat: 1\naanzien:\n  per: {geboorte: 3}\n") == [("G192", 3)]


def test_it_begins_with_what_goes_along_and_says_why(tmp_path: Path) -> None:
    """The news of the first round, the number and the cause behind it; the bare scenario is as it was."""
    file = tmp_path / "campagne.yaml"
    file.write_text(HEAD + ITEM, "utf-8")
    found = read_inheritance(file, family())
    assert found is not None
    assert found.carried("amstelspoor", {}) == ()
    items = found.carried("amstelspoor", {"waardse": "niet"})
    levels = []
    for some in ((), items):
        reading = scenario_with(found, "amstelspoor", some)
        assert reading.scenario is not None
        game = Session(Game(reading.scenario), 3)
        levels.append(game.view(None).level("ervaring"))
        causes = [entry.cause for entry in game.causes("stand.ervaring").entries]
        assert (("gebeurtenis", f"{FIRST}mee") in causes) is bool(some)
    assert levels[1] - levels[0] == 3


def test_texts_of_moves_can_change() -> None:
    found = inheritance()
    assert found is not None
    plain = scenario_with(found, "waltz", ()).scenario
    other = scenario_with(found, "waltz", found.carried("waltz", {"bataafse": "niet"})).scenario
    assert plain is not None
    assert other is not None
    assert plain.moves["referentiebezoek"].title == "Kijken bij Houten"
    assert other.moves["referentiebezoek"].title == "Naar Houten, waar het niet doorging"
    assert [*plain.moves] == [*other.moves]


def test_what_has_no_scenario_yet_is_left_out(tmp_path: Path) -> None:
    """The road holds what can be played, in the order of history."""
    found = inheritance()
    assert found is not None
    for name in ("waardse", "bp-noordzee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "scenario.yaml").write_text("formaat: 1\n", "utf-8")
    assert [one.id for one in found.road(Library([tmp_path]))] == ["bp-noordzee", "waardse"]
    there = {entry.id for entry in Library().shipped()}
    assert {one.id for one in found.road()} == there & set(found.family.alliances)


def test_it_ships() -> None:
    assert path() == ROOT / "scenarios/campagne.yaml"


def test_all_of_it_is_in_english() -> None:
    """Every text, of what it is now; what a number does is the same."""
    from geboortespel.scenario import translation
    from geboortespel.scenario.diagnostics import Faults

    found, english = inheritance(), inheritance("en")
    assert found is not None
    assert english is not None
    told = translation.texts(found.root, "Campaign")
    table = translation.table(translation.file_of(ROOT / "scenarios/campagne.yaml", "en"), Faults())
    assert set(table) == set(told)
    for name, item in found.campaign.carried.items():
        other = english.campaign.carried[name]
        assert (other.effects, other.to, other.kinds) == (item.effects, item.to, item.kinds)
        assert other.text.startswith("What you take along: ")
        assert other.title != item.title
