"""What conditions and effects mean: the trees and changes that their lines become."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.scenario.expr import (
    All,
    Any,
    Boolean,
    Change,
    Cmp,
    Count,
    Effect,
    Flag,
    Fold,
    Not,
    Num,
    Open,
    Reveal,
    Sum,
    Var,
)
from geboortespel.scenario.library import Library
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import read

TEXT = """\
formaat: 1
id: proef
titel: Proef
tellers: {{budget: 5, mijn-pot: 2}}
aspecten:
  verhaal: {{perspectief: mens, waarde: 40, groen: 60, oranje: 40}}
  moed: {{perspectief: mens, waarde: 40, groen: 70, oranje: 40}}
  scope: {{feit: 70, inzicht: 40}}
  gevoel: {{perspectief: organisatie, afgeleid: draagvlak}}
vormen: [{{id: ontwerp}}, {{id: volledig}}]
fasen: [{{id: begin}}, {{id: eind}}]
argumenten: {{open-boek: {{}}}}
believers: [{{id: manager, energie: 8}}]
rollen: {{bestuurder: {{}}}}
actoren: [{{id: raad, rol: bestuurder}}, {{id: jurist}}]
drempels: [{{id: kader, routes: [{{id: a, zet: bezoek}}]}}]
zetten:
  - {{id: bezoek, doel: actor, als: "{move}", effecten: {{{effect}}}}}
gebeurtenissen:
  - {{id: iets, als: "{event}"}}
uitkomsten: [{{id: over}}]
"""
V, N = Var, Num


def built(tmp_path: Path, move: str = "ronde > 0", event: str = "ronde > 0", effect: str = "verhaal: +1") -> Scenario:
    path = tmp_path / "x.yaml"
    path.write_text(TEXT.format(move=move, event=event, effect=effect), encoding="utf-8")
    reading = read(path, Library(()))
    assert [fault for fault in reading.faults if fault.severity == "fout"] == []
    assert reading.scenario is not None
    return reading.scenario


CONDITIONS: dict[str, Boolean] = {
    "budget > 2": Cmp(">", V("budget"), N(2)),
    "mijn-pot - budget > -2": Cmp(">", Sum(((1, V("mijn-pot")), (-1, V("budget")))), N(-2)),
    "-2 < budget": Cmp("<", N(-2), V("budget")),
    "akkoord": Flag("akkoord"),
    "niet akkoord en niet gestopt": All((Not(Flag("akkoord")), Not(Flag("gestopt")))),
    "akkoord of (gestopt en besluitregel)": Any((Flag("akkoord"), All((Flag("gestopt"), Flag("besluitregel"))))),
    "(budget > 2) en akkoord": All((Cmp(">", V("budget"), N(2)), Flag("akkoord"))),
    "(budget + 1) > 2": Cmp(">", Sum(((1, V("budget")), (1, N(1)))), N(2)),
    "akkoord = nee": Cmp("=", V("akkoord"), N(0)),
    "besluit != nee": Cmp("!=", V("besluit"), N(2)),
    "ja = besluit": Cmp("=", V("besluit"), N(1)),
    "vorm = volledig": Cmp("=", V("vorm"), N(2)),
    "vorm = geen": Cmp("=", V("vorm"), N(0)),
    "fase >= eind": Cmp(">=", V("fase"), N(1)),
    "eind > fase": Cmp("<", V("fase"), N(1)),
    "drempel.kader = weg": Cmp("=", V("drempel.kader"), N(2)),
    "verhaal >= groen": Cmp(">=", V("verhaal"), N(60)),
    "moed < oranje": Cmp("<", V("moed"), N(40)),
    "steun.bestuurder > 5": Cmp(">", V("steun.raad"), N(5)),
    "steun.raad >= steun.jurist": Cmp(">=", V("steun.raad"), V("steun.jurist")),
    "gemiddelde(steun) > 5": Cmp(">", Fold("gemiddelde", (V("steun.raad"), V("steun.jurist"))), N(5)),
    "laagste(mens) < 5": Cmp("<", Fold("laagste", (V("verhaal"), V("moed"))), N(5)),
    "hoogste(budget, verhaal, 3) > 5": Cmp(">", Fold("hoogste", (V("budget"), V("verhaal"), N(3))), N(5)),
    "laagste(mens) >= groen": All((Cmp(">=", V("verhaal"), N(60)), Cmp(">=", V("moed"), N(70)))),
    "hoogste(mens) >= groen": Any((Cmp(">=", V("verhaal"), N(60)), Cmp(">=", V("moed"), N(70)))),
    "laagste(mens) >= oranje": Cmp(">=", Fold("laagste", (V("verhaal"), V("moed"))), N(40)),
    "aantal(steun >= 20) >= 1": Cmp(
        ">=", Count((Cmp(">=", V("steun.raad"), N(20)), Cmp(">=", V("steun.jurist"), N(20)))), N(1)
    ),
    "aantal(mens >= groen) = 2": Cmp("=", Count((Cmp(">=", V("verhaal"), N(60)), Cmp(">=", V("moed"), N(70)))), N(2)),
    "aantal(drempel = weg) = 1": Cmp("=", Count((Cmp("=", V("drempel.kader"), N(2)),)), N(1)),
    "aantal(akkoord, budget > 2) = 1": Cmp("=", Count((Flag("akkoord"), Cmp(">", V("budget"), N(2)))), N(1)),
    "aantal(meedoet) = 1": Cmp("=", Count((Flag("meedoet.manager"),)), N(1)),
    "gedaan.bezoek < 3 en gebeurd.iets = nee": All(
        (Cmp("<", V("gedaan.bezoek"), N(3)), Cmp("=", V("gebeurd.iets"), N(0)))
    ),
}


@pytest.mark.parametrize("text", CONDITIONS)
def test_conditions(tmp_path: Path, text: str) -> None:
    assert built(tmp_path, event=text).events["iets"].when == CONDITIONS[text]


def test_words_are_kept_for_showing(tmp_path: Path) -> None:
    when = built(tmp_path, event="verhaal >= groen").events["iets"].when
    assert isinstance(when, Cmp)
    assert isinstance(when.right, Num)
    assert when.right.word == "groen"


AIMED: dict[str, Boolean] = {
    "steun.doel > 2": Cmp(">", V("steun.doel"), N(2)),
    "energie.ik > 2": Cmp(">", V("energie.ik"), N(2)),
    "bereik.ik.doel": Flag("bereik.ik.doel"),
    "herhaald.doel.open-boek < 2": Cmp("<", V("herhaald.doel.open-boek"), N(2)),
}


@pytest.mark.parametrize("text", AIMED)
def test_target_and_actor_in_a_move(tmp_path: Path, text: str) -> None:
    assert built(tmp_path, move=text).moves["bezoek"].when == AIMED[text]


EFFECTS: dict[str, Effect] = {
    "budget: +8": Change("budget", "+", 8),
    "budget: -8": Change("budget", "+", -8),
    "budget: =0": Change("budget", "=", 0),
    "budget: = -4": Change("budget", "=", -4),
    "verhaal: +8": Change("stand.verhaal", "+", 8),
    "scope: +8": Change("inzicht.scope", "+", 8),
    "feit.scope: -8": Change("feit.scope", "+", -8),
    "steun.doel: +8": Change("steun.doel", "+", 8),
    "anker.raad: +8": Change("anker.raad", "+", 8),
    "steun.bestuurder: +8": Change("steun.raad", "+", 8),
    "energie.ik: -1": Change("energie.ik", "+", -1),
    "onderbouwd.open-boek: =3": Change("onderbouwd.open-boek", "=", 3),
    "weerstand.kader: -1": Change("weerstand.kader", "+", -1),
    "akkoord: =ja": Change("akkoord", "=", 1),
    "besluit: =nee": Change("besluit", "=", 2),
    "vorm: =volledig": Change("vorm", "=", 2),
    "meedoet.manager: =ja": Change("meedoet.manager", "=", 1),
    "onthul: raad": Reveal("raad"),
    "onthul: doel": Reveal("doel"),
    "open: bestuurder": Open("raad"),
}


@pytest.mark.parametrize("text", EFFECTS)
def test_effects(tmp_path: Path, text: str) -> None:
    assert built(tmp_path, effect=text).moves["bezoek"].effects == (EFFECTS[text],)


def test_a_list_of_named_effects(tmp_path: Path) -> None:
    effects = built(tmp_path, effect="onthul: [raad, jurist]").moves["bezoek"].effects
    assert effects == (Reveal("raad"), Reveal("jurist"))
