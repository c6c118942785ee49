"""The author's expectations, tested by playing: what is met, what is not, what is undecided, and where it stands."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest

from geboortespel.analysis.expectations import Verdict, verdicts
from geboortespel.analysis.simulate import simulate
from geboortespel.engine.game import Game
from geboortespel.scenario.codes_expected import CODES
from geboortespel.scenario.reader import read
from geboortespel.session.driver import Driver
from geboortespel.session.session import Session
from tests.running import KLEIN, Commands

FILE = Path(__file__).with_name("verwacht.yaml")
BROKEN = {
    "vaak": "G180",
    "moed-blijft": "G182",
    "anders-gespeeld": "G183",
    "oud-gespeeld": "G184",
    "geen-spel": "G185",
    "geen-script": "G186",
    "buiten": "G186",
    "niemand": "G186",
    "kapot-script": "G187",
    "leeg": "G188",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The scenario with its kept games and scripts beside it, and a script outside its folder."""
    inside = tmp_path / "scenario"
    inside.mkdir()
    (tmp_path / "buiten.txt").write_text("zet zingen\n", encoding="utf-8")
    (inside / "zanger.txt").write_text("zet zingen\n", encoding="utf-8")
    (inside / "kapot.txt").write_text("zet zingen\nzet fluiten\n", encoding="utf-8")
    copy(FILE, inside / "verwacht.yaml")
    _keep(FILE, inside / "spel.jsonl")
    older = inside / "ouder.yaml"
    older.write_text(FILE.read_text("utf-8").replace("zwijgen", "neurien"), encoding="utf-8")
    _keep(older, inside / "oud.jsonl", "neurien")
    return inside


def _keep(scenario: Path, journal: Path, move: str = "zingen") -> None:
    """A game in which one move is done all the time, with a seed that ends well for who sings."""
    reading = read(scenario)
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, 3, journal, clock=False)
    while not session.finished:
        session.act(next(action for action in session.view().legal if action.what == move))
    session.close()


def judged(folder: Path, games: int = 300) -> dict[str, Verdict]:
    scenario = read(folder / "verwacht.yaml").scenario
    assert scenario is not None
    return {verdict.id: verdict for verdict in verdicts(scenario, folder, games)}


def test_each_expectation_gets_its_verdict(folder: Path) -> None:
    found = judged(folder)
    assert {name: verdict.code for name, verdict in found.items() if verdict.held == "nee"} == BROKEN
    assert [name for name, verdict in found.items() if verdict.held == "onbeslist"] == ["net-niet"]
    assert found["net-niet"].code == "G181"
    assert set(BROKEN.values()) | {"G181", "G189"} == set(CODES)


def test_odds_are_those_of_the_simulation(folder: Path) -> None:
    scenario = read(folder / "verwacht.yaml").scenario
    assert scenario is not None
    tally = simulate(scenario, "willekeurig", range(1, 301))
    assert judged(folder)["half"].params["hits"] == str(tally.outcomes["goed"])


def test_what_always_holds_is_certain_where_all_states_can_be_gone_through(folder: Path) -> None:
    found = judged(folder)
    assert int(found["rust-blijft"].params["states"]) > 100
    assert found["rust-blijft-voor-een"].params["games"] == "300", "for one player only the games that it plays"


def test_a_state_in_which_it_does_not_hold_is_found_again(folder: Path) -> None:
    params = judged(folder)["moed-blijft"].params
    scenario = read(folder / "verwacht.yaml").scenario
    assert scenario is not None
    game, seen = Game(scenario), list[tuple[int, int]]()
    index = game.rules.layout.index

    def look(s: list[int], _: object = None) -> None:
        seen.append((s[index["ronde"]], s[index["moed"]]))

    from geboortespel.players.registry import by_name

    end = Driver(game, int(params["seed"])).play(by_name(params["player"]), seen=look)
    look(end)
    low = [round_number for round_number, courage in seen if courage < 1]
    assert params["found"].startswith("moed = ")
    assert int(params["found"].removeprefix("moed = ")) < 1
    assert not low or int(params["round"]) <= low[0]


def test_what_holds_is_looked_at_between_two_draws(tmp_path: Path) -> None:
    """The first card takes it away, the second gives it back: no decision ever sees it."""
    (tmp_path / "kort.yaml").write_text(
        "formaat: 1\nid: kort\ntitel: Kort\nrondes: 1\ntellers: {moed: 1}\n"
        "uitkomsten: [{id: niet, soort: niet, titel: Niet}]\n"
        "stapels:\n"
        "  - {id: af, kaarten: [{id: weg, titel: Weg, effecten: {moed: -1}}]}\n"
        "  - {id: bij, kaarten: [{id: terug, titel: Terug, effecten: {moed: +1}}]}\n"
        "zetten: [{id: staan, titel: Staan}]\n"
        "verwacht: [{id: moed, speler: planner, altijd: moed > 0}]\n",
        encoding="utf-8",
    )
    scenario = read(tmp_path / "kort.yaml").scenario
    assert scenario is not None
    assert [verdict.code for verdict in verdicts(scenario, tmp_path, 1)] == ["G182"]


def test_a_game_without_an_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "eindeloos.yaml").write_text(
        "formaat: 1\nid: eindeloos\ntitel: Eindeloos\nrondes: 2\n"
        "uitkomsten: [{id: niet, soort: niet, titel: Niet}]\n"
        "zetten: [{id: dralen, titel: Dralen, kost: {tijd: 0}}]\n"
        'verwacht: [{id: iets, speler: "script:traag.txt", uitkomst: niet, kans: 0-100%}]\n',
        encoding="utf-8",
    )
    (tmp_path / "traag.txt").write_text("zet dralen\n", encoding="utf-8")
    scenario = read(tmp_path / "eindeloos.yaml").scenario
    assert scenario is not None
    assert [verdict.code for verdict in verdicts(scenario, tmp_path, 1)] == ["G189"]


def test_checking_by_playing(folder: Path, commands: Commands, english: Commands) -> None:
    path = folder / "verwacht.yaml"
    assert commands.here("controleer", path).status == 0
    done = commands.here("controleer", path, "--speel", "--aantal", 300)
    assert done.status == 1
    assert "  rust-blijft: geldt in alle " in done.out
    assert "  gespeeld: het spel in spel.jsonl eindigt in goed, zoals verwacht.\n" in done.out
    place = next(n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if "id: vaak" in line)
    assert f"verwacht.yaml:{place}:" in done.out
    assert "fout[G180] 'vaak' komt niet uit: goed kwam in " in done.out
    assert "Bedoel je 'planner'?" in done.out
    found = json.loads(commands.here("controleer", path, "--speel", "-n", 300, "--formaat", "json").out)
    assert sorted(fault["code"] for fault in found) == sorted([*BROKEN.values(), "G181"])
    assert "error[G180] 'vaak' is not met" in english.here("check", path, "--play", "-n", 300).out


def test_nothing_to_test_is_said(commands: Commands) -> None:
    done = commands.here("controleer", KLEIN, "--speel")
    assert done.status == 0
    assert done.out == "  klein verwacht niets (`verwacht`), dus er is niets te toetsen.\n".lstrip()
