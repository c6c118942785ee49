"""Translations beside a scenario: every text has a path, what is up to date is shown, what is stale is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from geboortespel.scenario.reader import read
from geboortespel.scenario.translation import own_texts
from tests.running import ROOT, VOL, Commands
from tests.scenario.texts import FULL_BASE

HELDER = (ROOT / "tests/scenario/review/helder.yaml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "helder").mkdir()
    (tmp_path / "helder" / "scenario.yaml").write_text(HELDER, "utf-8")
    return tmp_path / "helder"


def translate(folder: Path, **texts: tuple[str, str]) -> None:
    table = {name.replace("__", "."): {"van": was, "tekst": said} for name, (was, said) in texts.items()}
    (folder / "en.yaml").write_text(yaml.safe_dump(table, allow_unicode=True, sort_keys=False), "utf-8")


def test_paths_are_keys_and_ids() -> None:
    found = own_texts(VOL)
    assert found["titel"] == "Alles erop en eraan"
    assert found["actoren.dijkgraaf.zinnen.groet.2.tekst"] == "Meer tijd heb ik niet."
    assert found["actoren.dijkgraaf.zinnen.raak.open-boek"] == "Alles open, goed."
    assert found["gebeurtenissen.raming-hoger.keuzes.bijpassen.na"] == "Betaald."
    assert found["zetten.contract.gevolgen.1.tekst"] == "Het loopt."
    assert found["fasen.kinderwens.poort.anders"] == "Nog te dun."
    assert found["stapels.nieuws.kaarten.rustig.titel"] == "Rustig"
    assert found["kalender.3"] == "maart"
    assert found["feiten.budget"] == "140 mln"
    assert found["zetten.contract.tips.1"] == "Eerst praten."
    assert not any(path.endswith((".bron", ".speler", ".kans", ".id")) for path in found)
    assert own_texts(FULL_BASE)["rollen.bestuurder.zinnen.mis"] == "Nee."


def test_what_is_up_to_date_is_shown_in_english_only(folder: Path) -> None:
    translate(folder, titel=("Helder", "Clear"), zetten__tekenen__titel=("Tekenen", "Sign"))
    path = folder / "scenario.yaml"
    dutch, english = read(path).scenario, read(path, language="en").scenario
    assert dutch is not None
    assert english is not None
    assert (dutch.title, english.title) == ("Helder", "Clear")
    assert (dutch.moves["tekenen"].title, english.moves["tekenen"].title) == ("Tekenen", "Sign")
    assert english.moves["vragen"].title == "Besluit vragen"
    assert read(path, thorough=True).faults == ()
    assert read(path, language="nl").scenario == dutch


def test_what_is_stale_is_told_and_not_shown(folder: Path) -> None:
    translate(folder, titel=("Troebel", "Murky"), zetten__teken__titel=("Tekenen", "Sign"))
    path = folder / "scenario.yaml"
    english = read(path, language="en").scenario
    assert english is not None
    assert english.title == "Helder"
    found = read(path, thorough=True).faults
    assert [(f.code, Path(f.path).name, f.line, f.params["path"]) for f in found] == [
        ("G155", "en.yaml", 1, "titel"),
        ("G156", "en.yaml", 4, "zetten.teken.titel"),
    ]
    assert found[1].params["suggestion"] == "zetten.tekenen.titel"


def test_line_breaks_do_not_make_it_stale(folder: Path) -> None:
    was = " ".join(own_texts(folder / "scenario.yaml")["opgave"].split())
    translate(folder, opgave=(was, "An old pump."))
    assert read(folder / "scenario.yaml", thorough=True).faults == ()


def test_a_base_set_beside_a_scenario_has_its_own(folder: Path) -> None:
    (folder / "onder.yaml").write_text(HELDER.replace("id: helder", "id: onder"), "utf-8")
    (folder / "scenario.yaml").write_text("formaat: 1\nid: boven\ntitel: Boven\ngebruikt: onder\n", "utf-8")
    (folder / "onder.en.yaml").write_text("zetten.tekenen.titel: {van: Tekenen, tekst: Sign}\n", "utf-8")
    translate(folder, titel=("Boven", "Above"))
    assert read(folder / "scenario.yaml", thorough=True, language="en").faults == ()
    reading = read(folder / "scenario.yaml", language="en")
    assert reading.scenario is not None
    assert (reading.scenario.title, reading.scenario.moves["tekenen"].title) == ("Above", "Sign")


def test_a_translation_that_is_no_table_is_told(folder: Path) -> None:
    (folder / "en.yaml").write_text("titel: Clear\nopgave: {van: x}\n", "utf-8")
    assert [f.code for f in read(folder / "scenario.yaml", thorough=True).faults] == ["G024", "G013"]
    assert read(folder / "scenario.yaml", language="en").scenario is not None


def test_the_command_writes_every_text_and_keeps_what_there_is(folder: Path, commands: Commands) -> None:
    done = commands.here("vertaal", folder)
    assert (done.status, done.out) == (0, f"{folder}/en.yaml\n")
    path = folder / "en.yaml"
    table = yaml.safe_load(path.read_text("utf-8"))
    known = own_texts(folder / "scenario.yaml")
    assert {name: one["van"] for name, one in table.items()} == known
    assert f"{len(known)} teksten" in done.err
    path.write_text(
        path.read_text("utf-8").replace('van: "Tekenen"\n  tekst: ""', 'van: "Tekenen"\n  tekst: "Sign"'), "utf-8"
    )
    scenario = folder / "scenario.yaml"
    scenario.write_text(HELDER.replace("titel: Tekenen", "titel: Ondertekenen"), "utf-8")
    again = commands.here("vertaal", folder)
    assert f"{len(known) - 1} teksten" in again.err
    assert yaml.safe_load(path.read_text("utf-8"))["zetten.tekenen.titel"] == {"van": "Tekenen", "tekst": "Sign"}
    told = commands.here("controleer", folder)
    assert "let-op[G155]" in told.out
    assert (told.status, commands.here("controleer", folder, "--streng").status) == (0, 1)


def test_another_file_of_that_name_stays(folder: Path, commands: Commands) -> None:
    (folder / "en.yaml").write_text("van mij", "utf-8")
    assert commands.here("vertaal", folder).status == 2
    assert (folder / "en.yaml").read_text("utf-8") == "van mij"


def test_a_game_in_english_shows_it(folder: Path, commands: Commands, english: Commands) -> None:
    translate(folder, titel=("Helder", "Clear as day"))
    assert "Clear as day" in english.here("play", folder, "--text").out
    assert "Clear as day" not in commands.here("speel", folder, "--tekst").out
