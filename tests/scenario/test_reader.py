"""Reading whole scenarios: valid ones give no fault, and what is read is what was written."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from geboortespel.scenario import model
from geboortespel.scenario.expr import All, Change, Cmp, Num, Open, Reveal, Var
from geboortespel.scenario.library import Library
from geboortespel.scenario.model import Counter, Line, Scenario, Setup
from geboortespel.scenario.reader import Reading, read, rebuild
from tests.scenario.texts import FULL, FULL_BASE, KLEIN, MINIMAL


def scenario_of(path: Path) -> Scenario:
    reading = read(path, Library(()))
    assert reading.faults == ()
    assert reading.scenario is not None
    return reading.scenario


def from_text(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    return read(path, Library(()))


@pytest.mark.parametrize("path", [KLEIN, FULL, FULL_BASE], ids=["klein", "full", "base"])
def test_valid_files_have_no_faults(path: Path) -> None:
    scenario_of(path)


def test_shipped_scenarios_have_no_faults() -> None:
    for entry in [*Library().shipped(), *Library().bases()]:
        reading = read(entry.path, Library())
        assert reading.faults == (), entry.id
        assert rebuild(json.loads(json.dumps(reading.resolved))).scenario == reading.scenario


def test_klein_is_what_it_says() -> None:
    klein = scenario_of(KLEIN)
    assert (klein.format, klein.id, klein.title, klein.rounds) == (1, "klein", "Klein begin", 12)
    assert (klein.turn.moves, klein.turn.may_pass) == (1, False)
    assert klein.counters["budget"] == Counter(id="budget", start=5)
    assert list(klein.outcomes) == ["vastgelopen", "geboren", "ingestort"]
    born = klein.outcomes["geboren"].when
    assert born == All((Cmp(">=", Var("steun"), Num(8)), Cmp(">=", Var("markt"), Num(4))))
    deck = klein.decks["nieuws"]
    assert deck.replace
    assert [card.weight for card in deck.cards.values()] == [4, 3, 2, 1]
    assert klein.moves["consulteren"].cost == {"budget": 2}
    assert klein.moves["consulteren"].effects == (Change("markt", "+", 2), Change("vertrouwen", "+", 1))


def test_the_full_scenario_uses_every_key() -> None:
    """Every key of every class of the model stands in the full scenario or its base set."""
    text = FULL.read_text(encoding="utf-8") + FULL_BASE.read_text(encoding="utf-8")
    classes = [c for c in vars(model).values() if attrs.has(c) and c.__module__ == model.__name__]
    keys = {f.metadata["key"] for c in classes for f in attrs.fields(c) if "key" in f.metadata}
    missing = {key for key in keys if f"{key}:" not in text}
    assert missing == set()


def test_full_scenario_details() -> None:
    full = scenario_of(FULL)
    assert full.actors["dijkgraaf"].lines["groet"][1] == Line(text="Meer tijd heb ik niet.")
    assert full.roles["bestuurder"].concerns == Setup({"hoofdprijs": 3}, ({"controle": 2}, {"controle": 1}))
    assert full.moves["bezoek"].effects == (Reveal("doel"), Open("doel"))
    event = full.events["raming-hoger"]
    assert event.effects == (Change("feit.onzekerheid", "+", -5), Open("jurist"))
    assert full.moves["contract"].effects == (
        Change("afspraken", "+", 3),
        Change("akkoord", "=", 1),
        Change("vorm", "=", 2),
        Change("energie.ik", "+", -1),
    )
    assert full.facts["budget"] == "140 mln"
    assert full.assignment == "Twaalf kilometer dijk is afgekeurd.\nWaar hij zwak is weet nog niemand."


@pytest.mark.parametrize("path", [KLEIN, FULL, FULL_BASE], ids=["klein", "full", "base"])
def test_the_resolved_tree_rebuilds_the_same_scenario(path: Path) -> None:
    reading = read(path, Library(()))
    through_json = json.loads(json.dumps(reading.resolved))
    again = rebuild(through_json)
    assert again.faults == ()
    assert again.scenario == reading.scenario
    assert again.resolved == reading.resolved
    assert list(again.resolved) == list(reading.resolved)


def test_values_are_read_by_their_field(tmp_path: Path) -> None:
    text = MINIMAL.replace(
        "titel: Proef", "titel: 010\nover: nee\nspeelduur: 12:30\nfeiten: {jaar: 2019-05-01, op: no}"
    )
    reading = from_text(tmp_path, text)
    assert reading.faults == ()
    assert reading.scenario is not None
    assert (reading.scenario.title, reading.scenario.about, reading.scenario.playtime) == ("010", "nee", "12:30")
    assert reading.scenario.facts == {"jaar": "2019-05-01", "op": "no"}


def test_a_base_set_by_itself_can_be_compiled() -> None:
    """Nobody is there yet: what is about people is left out, and nothing names what is gone."""
    base = scenario_of(FULL_BASE)
    assert "jurist-erbij" in base.moves
    assert base.moves["jurist-erbij"].effects == ()
    assert "inkoper-erbij" not in base.moves
    assert [hint.text for hint in base.hints] == ["Begin met luisteren."]


def test_what_a_scenario_says_of_itself_is_not_taken_over() -> None:
    """What it teaches, its type and its year are about the scenario alone, not about what uses it."""
    full, base = scenario_of(FULL), scenario_of(FULL_BASE)
    assert (full.type, full.year) == ("ontwerp", 2026)
    assert full.teaches.startswith("Hier staat elke sleutel")
    assert (base.teaches, base.type, base.year) == ("", "", None)


def test_what_stands_in_the_base_set_about_itself_stays_there(tmp_path: Path) -> None:
    base = MINIMAL.replace("id: proef", "id: basis").replace("titel: Proef", "titel: Basis\nleert: Iets.\njaar: 1999")
    (tmp_path / "basis.yaml").write_text(base, encoding="utf-8")
    reading = from_text(tmp_path, "formaat: 1\nid: proef\ntitel: Proef\ngebruikt: basis\n")
    assert reading.scenario is not None
    assert (reading.scenario.teaches, reading.scenario.year) == ("", None)


def test_every_shipped_scenario_says_what_only_it_teaches() -> None:
    for entry in Library().shipped():
        scenario = read(entry.path, Library()).scenario
        assert scenario is not None
        assert scenario.teaches, entry.id


def test_sources_are_named_in_reading_order() -> None:
    assert read(FULL, Library(())).sources == (str(FULL), str(FULL_BASE))


def test_faults_come_in_order_of_position(tmp_path: Path) -> None:
    text = MINIMAL.replace("soort: geboren", "soort: x").replace("budget: 5", "budget: x").replace("+1", "1")
    faults = from_text(tmp_path, text).faults
    assert [(f.line, f.column) for f in faults] == sorted((f.line, f.column) for f in faults)
    assert len(faults) == 3
