"""Differences between two scenarios: exactly what was written otherwise, by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.scenario.changes import Difference, differences
from geboortespel.scenario.nodes import Plain
from geboortespel.scenario.reader import read
from tests.running import ROOT

TEXT = (ROOT / "tests/scenario/review/helder.yaml").read_text("utf-8")


def tree(tmp_path: Path, text: str) -> dict[str, Plain]:
    path = tmp_path / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    reading = read(path)
    assert reading.scenario is not None, reading.faults
    return reading.resolved


CASES: dict[str, tuple[str, str, list[Difference]]] = {
    "titel": ("titel: Helder", "titel: Klaar", [Difference("titel", True, "Helder", "Klaar")]),
    "tekst-diep": (
        "titel: Tekenen", "titel: Ondertekenen", [Difference("zetten.tekenen.titel", True, "Tekenen", "Ondertekenen")],
    ),
    "effect": ("{kader: +12}", "{kader: +9}", [Difference("zetten.agenderen.effecten.kader", False, "+12", "+9")]),
    "effect-erbij": (
        "{kader: +12}", "{kader: +12, verhaal: +1}",
        [Difference("zetten.agenderen.effecten.verhaal", False, None, "+1")],
    ),
    "voorwaarde": (
        "als: ronde = 3", "als: ronde = 4", [Difference("gebeurtenissen.lek.als", False, "ronde = 3", "ronde = 4")],
    ),
    "gevolg": (
        "als: besluitregel", "als: niet gestopt en besluitregel",
        [Difference("zetten.vragen.gevolgen.1.als", False, "besluitregel", "niet gestopt en besluitregel")],
    ),
    "weg": (
        "      - {id: mist, titel: Mist}\n", "",
        [Difference("stapels.nieuws.kaarten.mist", False, "{id: mist, titel: Mist}", None)],
    ),
    "erbij": (
        "  uitleg: {titel: Uitleg,", "  duur: {titel: Duur}\n  uitleg: {titel: Uitleg,",
        [Difference("zorgen.duur", False, None, "{titel: Duur}")],
    ),
    "sleutel-weg": (", spreiding: 2}", "}", [Difference("aspecten.verhaal.spreiding", False, "2", None)]),
    "volgorde": (
        "  - {id: lek, titel: Een lek, als: ronde = 3, effecten: {verhaal: -3, gerucht: +1}}\n"
        "  - {id: naspel, titel: Naspel, als: gerucht >= 1 en ronde >= 4, effecten: {kader: -2}}\n",
        "  - {id: naspel, titel: Naspel, als: gerucht >= 1 en ronde >= 4, effecten: {kader: -2}}\n"
        "  - {id: lek, titel: Een lek, als: ronde = 3, effecten: {verhaal: -3, gerucht: +1}}\n",
        [Difference("gebeurtenissen", False, "lek, naspel", "naspel, lek")],
    ),
    "opmerking": ("# A clean scenario", "# Een schoon scenario", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_change_is_one_difference(name: str, tmp_path: Path) -> None:
    old, new, expected = CASES[name]
    assert TEXT.count(old) == 1
    before, after = tree(tmp_path, TEXT), tree(tmp_path, TEXT.replace(old, new))
    assert list(differences(before, after)) == expected
    back = [Difference(one.path, one.text, one.now, one.was) for one in expected]
    assert list(differences(after, before)) == back


def test_nothing_changed_between_a_scenario_and_itself() -> None:
    for name in ("eerste-dijk", "graaf-reinald"):
        resolved = read(ROOT / "scenarios" / name / "scenario.yaml").resolved
        assert list(differences(resolved, resolved)) == []
