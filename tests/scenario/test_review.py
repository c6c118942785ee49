"""The second look: nothing to say about clean scenarios, and of every mistake exactly one finding, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.scenario.codes_review import CODES
from geboortespel.scenario.diagnostics import Fault
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.scenario.starter import starter
from tests.running import PROEF, ROOT, TAFEL, VOL
from tests.scenario.texts import KLEIN

CLEAN = Path(__file__).parent / "review" / "helder.yaml"
TEXT = CLEAN.read_text(encoding="utf-8")
SHIPPED = sorted(path for name in ("scenario", "basis") for path in (ROOT / "scenarios").glob(f"*/{name}.yaml"))
"""Other files are parts of a scenario, looked at with it."""


def findings(path: Path) -> tuple[Fault, ...]:
    return read(path, thorough=True).faults


@pytest.mark.parametrize("path", [*SHIPPED, KLEIN, CLEAN], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_clean_scenarios_give_nothing(path: Path) -> None:
    assert findings(path) == ()


@pytest.mark.parametrize("bare", [False, True])
def test_a_new_scenario_gives_nothing(bare: bool, tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(starter("proef", bare=bare), encoding="utf-8")
    assert findings(path) == ()


def test_what_is_odd_in_scenarios_for_other_tests_is_told() -> None:
    """They were made to be odd; each of these is so."""
    told = {path.parent.name: [(f.code, f.line) for f in findings(path)] for path in (PROEF, TAFEL, VOL)}
    assert told["proef"] == [("G141", 62)]  # draagvlak >= -100
    # the culture never gets green; two without a title; `niet gestopt`
    assert told["vol"] == [("G154", 12), ("G148", 26), ("G141", 102), ("G148", 107)]
    assert {code for code, _ in told["session"]} == {"G148"}  # nothing there has a title


CASES: dict[str, tuple[str, str, str]] = {
    # name: (what is written, what is made of it with § where the finding is, code)
    "nooit-ronde": ("als: ronde = 3", "als: §ronde = 8", "G140"),
    "nooit-grens": ("als: gerucht >= 1 en", "als: §gerucht >= 2 en", "G140"),
    "nooit-tegenspraak": ("gerucht >= 1 en ronde >= 4", "§gerucht >= 1 en ronde >= 4 en ronde < 3", "G140"),
    "nooit-niet": ("als: ronde = 3", "als: §niet ronde <= 5", "G140"),
    "nooit-geen-van": ("als: ronde = 3", "als: §ronde = 7 of gerucht > 5", "G140"),
    "nooit-som": ("gerucht >= 1 en ronde >= 4", "§gerucht + gerucht >= 3 en ronde >= 4", "G140"),
    "nooit-gemiddelde": ("als: ronde = 3", 'als: §"gemiddelde(verhaal, kader) > 100"', "G140"),
    "nooit-aantal": ("als: ronde = 3", "als: §aantal(gedaan >= 0) > 9", "G140"),
    "nooit-zo-vroeg": ("als: ronde = 3", "als: §ronde = 1 en gedaan.luisteren >= 1", "G140"),
    "nooit-in-die-fase": ("als: ronde = 3", "als: §fase = begin en gedaan.agenderen >= 5", "G140"),
    "nooit-vaker": ("hooguit: 1, als: verhaal >= groen", "hooguit: 1, als: §gedaan.tekenen >= 1", "G140"),
    "nooit-na-de-zet": ("gevolgen: [{als: besluitregel", "gevolgen: [{als: §akkoord = nee", "G140"),
    "nooit-adviseur": ("als: verhaal >= 42}", "als: §verhaal >= 42 en verhaal < 40}", "G140"),
    "nooit-regel": ("regel: draagvlak >= 10", "regel: §draagvlak > 100", "G140"),
    "altijd-rondes": ("als: ronde >= 2", "als: §ronde >= 1", "G141"),
    "altijd-niet": ("als: gerucht >= 1 en ronde", "als: §gerucht <= 1 of ronde", "G141"),
    "poort": ("poort: {als: verhaal >= 45", "poort: {als: §ronde >= 5", "G142"),
    "route-believer": (
        "{id: met-raad, zet: agenderen, met: raad",
        "{id: §met-raad, zet: agenderen, met: jurist",
        "G143",
    ),
    "drempel-te-hoog": ("- id: niet-in-kader", "- id: §niet-in-kader", "G144"),
    "ingang-overbodig": ("- {id: ingang,", "- {id: §ingang,", "G145"),
    "onbereikbaar": ("- {id: inkoper, titel", "- {id: §inkoper, titel", "G146"),
    "stapel-leeg": ("    kaarten:", "    §kaarten:", "G147"),
    "gebeurtenis-zonder-titel": ("{id: lek, titel: Een lek, ", "{id: §lek, ", "G148"),
    "zet-zonder-titel": ("{id: tekenen, titel: Tekenen, ", "{id: §tekenen, ", "G148"),
    "aspect-zonder-titel": ("kader: {titel: Kader, ", "§kader: {", "G148"),
    "titel-te-lang": ("titel: Besluit vragen", f"titel: §{'Besluit vragen ' * 5}nu", "G149"),
    "regel-te-lang": (
        "|\n  Een gemaal dat",
        "§|\n  Een groot en oud en in de winter ook erg donker gemaal dat",
        "G150",
    ),
    "opgave-te-lang": ("|\n  Een gemaal", "§|\n" + "  Nog iets.\n\n" * 9 + "  Een gemaal", "G153"),
    "zorg-ongebruikt": ("zorgen:\n", "zorgen:\n  §uitlag: {titel: Nog iets}\n", "G151"),
    "argument-ongebruikt": ("argumenten:\n", "argumenten:\n  §samen: {titel: Samen, antwoord_op: {}}\n", "G151"),
    "rol-ongebruikt": ("rollen:\n", "rollen:\n  §jurist: {titel: Jurist}\n", "G151"),
    "teller-ongebruikt": ("tellers:\n", "tellers:\n  §geruchten: 0\n", "G151"),
    "teller-verborgen": ("tellers:\n", "tellers:\n  §stil: {verborgen: ja}\n", "G151"),
    "bron-ongebruikt": ("bronnen: {", "bronnen: {§krant: De krant, ", "G151"),
    "adviseur-ongebruikt": ("- {id: meedenker", "- {id: §meedenker", "G151"),
    "les-niet": ("leerdoelen: [", "leerdoelen: [§", "G152"),
}
MORE = {
    "drempel-te-hoog": ("weerstand: 3", "weerstand: 5"),
    "ingang-overbodig": ("titel: Inkoper,", "titel: Inkoper, bereikbaar: ja,"),
    "onbereikbaar": ("  - {id: ingang, titel: Ingang zoeken, soort: netwerk}\n", ""),
    "stapel-leeg": ("      - {id: wind, titel: Wind}\n", ""),
    "adviseur-ongebruikt": ("  - {id: inhuren, titel: Inhuren, soort: adviseur, hooguit: 1}\n", ""),
    "les-niet": (", lessen: [luister-eerst]", ""),
}
"""The mistake itself, where it is made elsewhere than it is told."""


def once(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


@pytest.mark.parametrize("name", CASES)
def test_one_mistake_gives_one_finding_at_its_place(name: str, tmp_path: Path) -> None:
    old, new, code = CASES[name]
    text = once(TEXT, old, new)
    if name in MORE:
        text = once(text, *MORE[name])
    at = text.index("§")
    path = tmp_path / "scenario.yaml"
    path.write_text(text.replace("§", ""), encoding="utf-8")
    found = findings(path)
    place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    assert [(f.code, f.line, f.column) for f in found] == [(code, *place)], [f.params for f in found]
    assert found[0].severity == "let-op"


TAKEN_OVER: dict[str, tuple[str, str, str, str]] = {
    # name: (what is written, what is made of it with § where the finding is, code, id): on a scenario with a base set
    "feit-onder-groen": ("onzekerheid: {feit: 75", "onzekerheid: {feit: 52", "G154", "geboren"),
    "drempel-zonder-zetten": ("zetten:\n", "zetten:\n{away}", "G144", "hoofdprijs-angst"),
}
DROPPED = ("overtuigen", "adviseur-inschakelen", "controller-betrekken")
AWAY = "".join(f"  - {{id: {move}, weg: ja}}\n" for move in DROPPED)
WHERE = {"feit-onder-groen": "geboren]", "drempel-zonder-zetten": "hoofdprijs-angst, weerstand"}


@pytest.mark.parametrize("name", TAKEN_OVER)
def test_what_no_longer_works_of_a_base_set_is_told_where_it_was_changed(name: str, tmp_path: Path) -> None:
    old, new, code, thing = TAKEN_OVER[name]
    text = once(starter("proef", bare=False), old, new.replace("{away}", AWAY))
    path = tmp_path / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    at = text.index(WHERE[name])
    (found,) = findings(path)
    assert (found.code, found.params["id"]) == (code, thing)
    assert (found.line, found.column) == (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def test_a_threshold_taken_over_as_it_is(tmp_path: Path) -> None:
    """There is no line of its own: it is told where thresholds are changed."""
    text = once(starter("proef", bare=False), "  - {id: hoofdprijs-angst, weerstand: 4}\n", "")
    text = once(text, "zetten:\n", f"zetten:\n{AWAY}")
    path = tmp_path / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    assert [(f.code, f.source_line) for f in findings(path)] == [("G144", "drempels:")]


def test_every_finding_has_a_case() -> None:
    told = {code for _, _, code in CASES.values()} | {code for _, _, code, _ in TAKEN_OVER.values()}
    assert told == set(CODES) - {"G155", "G156"}  # those of translations: `test_translation`


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "corpus").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_second_look_adds_nothing_to_faults(path: Path) -> None:
    """What can't be played is not judged any further; what can be is judged without falling over."""
    plain, thorough = read(path, Library(())).faults, read(path, Library(()), thorough=True).faults
    assert [fault for fault in plain if fault not in thorough] == []
    if any(fault.severity == "fout" for fault in plain):
        assert thorough == plain


def test_the_reasoning_is_shown(tmp_path: Path) -> None:
    """What the bounds are made of: the start, and every push with how often it can come."""
    path = tmp_path / "scenario.yaml"
    path.write_text(once(TEXT, "als: verhaal >= groen", "als: kader >= 90"), encoding="utf-8")
    (found,) = findings(path)
    assert found.params["asked"] == "kader >= 90"
    assert found.params["high"] == "82"
    assert found.params["sum"] == " (48 +12×2 agenderen +2×5 verhaal-kader)"


def test_one_cause_is_told_once(tmp_path: Path) -> None:
    """Nothing raises the story any more: the gate, the signature and the birth all wait for it."""
    text = once(TEXT, ", verhaal: +2}", "}")
    path = tmp_path / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    assert [(f.code, f.params["name"]) for f in findings(path)] == [("G142", "verhaal")]
