"""Reusing a base set: what merges, what replaces, what is left out, and whose fault it is."""

from __future__ import annotations

from pathlib import Path

from geboortespel.engine.game import Game
from geboortespel.scenario.expr import Change
from geboortespel.scenario.library import Library
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import Reading, read

SITTING = Path(__file__).parents[1] / "engine" / "zitting.yaml"
BASE = """\
formaat: 1
id: basis
titel: Basis
tellers: {budget: {waarde: 5, min: 0, max: 20}}
aspecten:
  verhaal: {titel: Verhaal, perspectief: mens, waarde: 40, groen: 55}
  scope: {waarde: 50}
  moed: {perspectief: mens, waarde: 50}
vereist: [verhaal, scope, moed]
invloeden:
  - {id: een, van: verhaal, naar: scope, groen: 3}
  - {id: twee, van: moed, naar: verhaal}
rollen:
  bestuurder: {macht: 7, zorgen: {controle: 2}}
  jurist: {macht: 3}
zorgen:
  controle: {titel: Controle}
  prijs: {titel: Prijs}
argumenten:
  open-boek: {antwoord_op: {controle: 2, prijs: 3}}
zetten:
  - {id: praten, titel: Praten, kost: {tijd: 1, budget: 1}, effecten: {verhaal: +2, scope: +1}}
  - {id: jurist-erbij, als: steun.jurist > 0}
  - {id: na-de-jurist, als: gedaan.jurist-erbij > 0}
  - {id: bezoek, effecten: {steun.bestuurder: +3, steun.jurist: +3}}
drempels:
  - {id: kader, routes: [{id: a, zet: praten}, {id: b, zet: praten, met: jurist}, {id: c, zet: jurist-erbij}]}
tips:
  - {tekst: Begin met praten.}
uitkomsten:
  - {id: geboren, als: verhaal >= groen, direct: ja}
  - {id: over}
"""
MINE = """\
formaat: 1
id: mijn
titel: Mijn
gebruikt: basis
actoren:
  - {id: dijkgraaf, rol: bestuurder}
"""


def used(tmp_path: Path, more: str = "", base: str = BASE) -> Reading:
    (tmp_path / "basis.yaml").write_text(base, encoding="utf-8")
    path = tmp_path / "scenario.yaml"
    path.write_text(MINE + more, encoding="utf-8")
    return read(path, Library(()))


def good(reading: Reading) -> Scenario:
    assert reading.faults == ()
    assert reading.scenario is not None
    return reading.scenario


def test_everything_of_the_base_is_there(tmp_path: Path) -> None:
    scenario = good(used(tmp_path))
    assert (scenario.id, scenario.title, scenario.uses) == ("mijn", "Mijn", "basis")
    assert list(scenario.aspects) == ["verhaal", "scope", "moed"]


def test_maps_merge_per_key(tmp_path: Path) -> None:
    scenario = good(used(tmp_path, "aspecten:\n  verhaal: {waarde: 30}\n  durf: {waarde: 1}\n"))
    verhaal = scenario.aspects["verhaal"]
    assert (verhaal.start, verhaal.green, verhaal.title) == (30, 55, "Verhaal")
    assert list(scenario.aspects) == ["verhaal", "scope", "moed", "durf"]


def test_things_with_ids_merge_by_id(tmp_path: Path) -> None:
    more = "zetten:\n  - {id: praten, effecten: {verhaal: +9}}\n  - {id: nieuw, als: steun.dijkgraaf > 0}\n"
    scenario = good(used(tmp_path, more))
    assert scenario.moves["praten"].effects == (Change("stand.verhaal", "+", 9), Change("stand.scope", "+", 1))
    assert scenario.moves["praten"].title == "Praten"
    assert list(scenario.moves) == ["praten", "bezoek", "nieuw"]


def test_other_lists_replace(tmp_path: Path) -> None:
    scenario = good(used(tmp_path, "vereist: [scope]\ntips: [{tekst: Luister eerst.}]\n"))
    assert scenario.required == ("scope",)
    assert [hint.text for hint in scenario.hints] == ["Luister eerst."]


def test_a_short_counter_keeps_its_bounds(tmp_path: Path) -> None:
    budget = good(used(tmp_path, "tellers: {budget: 8}\n")).counters["budget"]
    assert (budget.start, budget.low, budget.high) == (8, 0, 20)


def test_dropping_takes_along_what_is_about_it(tmp_path: Path) -> None:
    more = "aspecten:\n  moed: {weg: ja}\nzorgen: {prijs: {weg: ja}}\n"
    scenario = good(used(tmp_path, more))
    assert list(scenario.aspects) == ["verhaal", "scope"]
    assert scenario.required == ("verhaal", "scope")
    assert list(scenario.influences) == ["een"]
    assert scenario.arguments["open-boek"].answers == {"controle": 2}


def test_dropping_an_item_of_a_list(tmp_path: Path) -> None:
    scenario = good(used(tmp_path, "drempels:\n  - {id: kader, routes: [{id: a, weg: ja}, {id: d, zet: bezoek}]}\n"))
    assert list(scenario.thresholds["kader"].routes) == ["d"]


def test_what_is_about_the_absent_is_left_out(tmp_path: Path) -> None:
    scenario = good(used(tmp_path))
    assert list(scenario.moves) == ["praten", "bezoek"]
    assert list(scenario.thresholds["kader"].routes) == ["a"]


def test_a_role_stands_for_the_actor_who_has_it(tmp_path: Path) -> None:
    assert good(used(tmp_path)).moves["bezoek"].effects == (Change("steun.dijkgraaf", "+", 3),)


def test_an_actor_brings_the_rules_about_them(tmp_path: Path) -> None:
    scenario = good(used(tmp_path, "  - {id: jurist, rol: jurist}\n"))
    assert list(scenario.moves) == ["praten", "jurist-erbij", "na-de-jurist", "bezoek"]
    assert list(scenario.thresholds["kader"].routes) == ["a", "b", "c"]


def test_an_aspect_can_become_of_another_sort(tmp_path: Path) -> None:
    scope = good(used(tmp_path, "aspecten:\n  scope: {feit: 70, inzicht: 30}\n")).aspects["scope"]
    assert (scope.start, scope.fact, scope.insight) == (None, 70, 30)


def test_a_fault_in_the_base_names_both_files(tmp_path: Path) -> None:
    faults = used(tmp_path, base=BASE.replace("macht: 7", "macht: 70")).faults
    assert len(faults) == 1
    assert faults[0].path == str(tmp_path / "basis.yaml")
    assert (faults[0].line, faults[0].column) == (14, 23)
    assert faults[0].used_by == f"{tmp_path / 'scenario.yaml'}:4"


def test_own_faults_come_first(tmp_path: Path) -> None:
    faults = used(tmp_path, "rondes: x\n", base=BASE.replace("macht: 7", "macht: 70")).faults
    assert [fault.code for fault in faults] == ["G030", "G031"]


def test_an_override_of_the_base_is_the_scenarios_own_fault(tmp_path: Path) -> None:
    faults = used(tmp_path, "aspecten:\n  verhaal: {waarde: 400}\n").faults
    assert [(fault.code, fault.used_by, fault.line) for fault in faults] == [("G031", "", 8)]


def test_a_base_that_cannot_be_read_gives_no_other_faults(tmp_path: Path) -> None:
    faults = used(tmp_path, base="a: [\n").faults
    assert [fault.code for fault in faults] == ["G029"]


def test_a_base_of_a_base(tmp_path: Path) -> None:
    (tmp_path / "onder.yaml").write_text("formaat: 1\nid: onder\ntitel: O\ntellers: {geld: 3, budget: 1}\n")
    scenario = good(used(tmp_path, base=BASE.replace("titel: Basis", "titel: Basis\ngebruikt: onder")))
    assert list(scenario.counters) == ["geld", "budget"]
    assert scenario.counters["budget"].start == 5


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "elders" / "geheim.yaml"
    secret.parent.mkdir()
    secret.write_text(BASE, encoding="utf-8")
    folder = tmp_path / "hier"
    folder.mkdir()
    (folder / "basis.yaml").symlink_to(secret)
    path = folder / "scenario.yaml"
    path.write_text(MINE, encoding="utf-8")
    assert [fault.code for fault in read(path, Library(())).faults] == ["G050"]


def test_the_merged_tree_is_what_the_journal_keeps(tmp_path: Path) -> None:
    resolved = used(tmp_path, "aspecten:\n  moed: {weg: ja}\n").resolved
    assert resolved["id"] == "mijn"
    aspects = resolved["aspecten"]
    assert isinstance(aspects, dict)
    assert list(aspects) == ["verhaal", "scope"]


def test_a_party_of_a_base_set_does_not_walk_away_from_an_issue_that_was_left_out(tmp_path: Path) -> None:
    """It still does from another; whoever writes such an issue down himself is told where, and what there is."""
    folder = tmp_path / "zitting"
    folder.mkdir()
    (folder / "basis.yaml").write_text(SITTING.read_text(encoding="utf-8"), encoding="utf-8")
    path = tmp_path / "scenario.yaml"
    mine = """\
formaat: 1
id: mijn
titel: Mijn
gebruikt: zitting
onderhandeling:
  onderwerpen: [{id: uitzonderingen, weg: ja}]
  partijen: [{id: bouwer, loopt_weg: {boek: dicht}}]
"""
    path.write_text(mine, encoding="utf-8")
    reading = read(path, Library((tmp_path,)))
    assert reading.faults == ()
    assert reading.scenario is not None
    game = Game(reading.scenario)
    state = game.apply(game.start(), game.action("zet", "projectmanager", "onderhandelen"))
    for step in (("bod", "boek", "dicht"), ("voorleggen", "", "")):
        state = game.apply(state, game.action("zitting", "projectmanager", *step))
    talks = game.view(state, "projectmanager").talks
    assert talks is not None
    boek = [issue.id for issue in talks.issues].index("boek")
    assert talks.refused == ((boek, talks.space.digit("boek", "dicht")),)
    path.write_text(mine.replace("loopt_weg: {boek: dicht}", "loopt_weg: {uitzonderingen: veel}"), encoding="utf-8")
    (fault,) = read(path, Library((tmp_path,))).faults
    assert (fault.code, fault.line, fault.params["id"]) == ("G012", 7, "uitzonderingen")
