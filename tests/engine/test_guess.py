"""Guessing a concern before it is told: who is asked, what is offered, and what a right guess brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.engine.actions import IllegalAction
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Entry, Log
from geboortespel.players.registry import by_name
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.driver import Driver
from tests.shipped import ROOT, game


def listening(seed: int = 3, seat: str = "manager", actor: str = "raad") -> tuple[Game, State, Log]:
    """After listening, in the first round."""
    played, log = game("apart"), Log()
    s = Driver(played, seed).start()
    while played.view(s).waiting != "zet":
        s = played.apply(s, played.legal(s)[-1])
    return played, played.apply(s, played.action("zet", seat, "luisteren", actor), log), log


def first(played: Game, s: State, actor: str = "raad") -> str:
    concern = played.flow.next_concern(s, actor)
    assert concern is not None
    return concern[2]


def test_it_waits_for_a_guess_of_who_listened() -> None:
    played, s, log = listening()
    view = played.view(s)
    assert (view.waiting, view.pending, view.to_act, view.private) == ("gok", "raad", ("manager",), "")
    assert played.node(s) == "besluit"
    assert view.heard("raad") == ()
    assert "gehoord" not in {note[0] for note in log.notes}
    assert [(a.kind, a.what, a.target, a.choice) for a in view.legal] == [
        ("gok", "raad", "", "rekening"), ("gok", "raad", "", "uitleg"), ("gok", "raad", "", "drukte"),
        ("gok", "raad", "", ""),
    ]  # fmt: skip
    assert played.view(s, "inkoper").legal == ()


@pytest.mark.parametrize("seed", [3, 4, 5, 8])
def test_a_right_guess_warms_and_a_wrong_one_does_not(seed: int) -> None:
    played, s, _ = listening(seed)
    true = first(played, s)
    before = s[played.rules.layout.index["steun.raad"]]
    for choice in ("rekening", "uitleg", "drukte", ""):
        log = Log()
        after = played.apply(s, played.action("gok", "manager", "raad", "", choice), log)
        warmer = Entry("steun.raad", 4, ("gok", "raad", choice))
        assert (warmer in log.entries) == (choice == true)
        assert after[played.rules.layout.index["steun.raad"]] == before + 4 * (choice == true)
        told = [("gok", "raad", choice, "raak" if choice == true else "mis")] if choice else []
        assert log.notes == [*told, ("gehoord", "raad", true)]
        assert played.view(after).waiting == "zet"
        assert played.view(after).heard("raad")[0][0] == true


def test_what_was_heard_is_not_offered_again_and_nothing_new_is_not_asked() -> None:
    played, s, _ = listening(actor="jurist")
    s = played.apply(s, played.action("gok", "manager", "jurist", "", "uitleg"))
    log = Log()
    s = played.apply(s, played.action("zet", "manager", "luisteren", "jurist"), log)
    assert played.view(s).waiting == "zet"
    assert ("niets_nieuws", "jurist") in log.notes
    played, s, _ = listening()
    true = first(played, s)
    s = played.apply(s, played.action("gok", "manager", "raad", "", ""))
    s = played.apply(s, played.action("zet", "manager", "luisteren", "raad"))
    if played.view(s).waiting == "gok":
        assert true not in {action.choice for action in played.view(s).legal}
        with pytest.raises(IllegalAction) as caught:
            played.apply(s, played.action("gok", "manager", "raad", "", true))
        assert caught.value.reason.code == "al_gedaan"


def test_nothing_else_can_be_done_meanwhile() -> None:
    played, s, _ = listening()
    for kind, seat, what in (("zet", "manager", "vertellen"), ("pas", "manager", ""), ("zet", "inkoper", "vertellen")):
        with pytest.raises(IllegalAction) as caught:
            played.apply(s, played.action(kind, seat, what))
        assert caught.value.reason.code == "niet_nu"
    with pytest.raises(IllegalAction):
        played.apply(s, played.action("gok", "manager", "jurist", "", "uitleg"))


def test_without_the_rule_nobody_guesses(tmp_path: Path) -> None:
    text = (ROOT / "tests/scenario/apart.yaml").read_text(encoding="utf-8").replace("raden: 4", "raden: 0")
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    scenario = read(tmp_path / "x.yaml", Library(())).scenario
    assert scenario is not None
    played = Game(scenario)
    assert "gok" not in {action.kind for action in played.actions}
    assert [a.key for a in game("apart").actions if a.kind != "gok"] == [a.key for a in played.actions]


def test_a_result_of_chance_comes_after_the_guess(tmp_path: Path) -> None:
    text = (ROOT / "tests/scenario/apart.yaml").read_text(encoding="utf-8")
    chance = "soort: luisteren, uitslagen: [{id: goed, effecten: {verhaal: +9}}]}"
    (tmp_path / "x.yaml").write_text(text.replace("soort: luisteren}", chance), encoding="utf-8")
    scenario = read(tmp_path / "x.yaml", Library(())).scenario
    assert scenario is not None
    played = Game(scenario)
    s = Driver(played, 3).start()
    s = played.apply(s, played.action("zet", "manager", "luisteren", "raad"))
    assert played.view(s).waiting == "gok"
    s = played.apply(s, played.action("gok", "manager", "raad", "", ""))
    assert (played.node(s), played.chance(s).key) == ("kans", "zet.luisteren")
    assert played.view(played.resolve(s, "goed")).waiting == "zet"


def test_the_planner_guesses_what_such_people_usually_worry_about() -> None:
    played, s, _ = listening()
    planner = by_name("planner")
    assert played.actions[planner.choose(played.view(s, "manager"))].choice == "rekening"  # type: ignore[attr-defined]
    beginner = by_name("beginner").weights(played.view(s, "manager"))
    assert max(range(4), key=lambda i: beginner[i]) == 0
    assert min(beginner) > 0
