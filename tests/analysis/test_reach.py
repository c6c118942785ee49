"""What can be reached: games that show it and can be played again, proofs that hold in every state, honest blanks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from geboortespel.analysis.reach import Report, reach
from geboortespel.analysis.reach.journals import chosen, write
from geboortespel.analysis.reach.proofs import proofs
from geboortespel.analysis.reach.search import Search
from geboortespel.analysis.reach.shorten import ending, shorter
from geboortespel.analysis.reach.states import everything
from geboortespel.analysis.reach.towards import wishes_for
from geboortespel.analysis.running import Hands
from geboortespel.analysis.usage import things
from geboortespel.engine.game import Game
from geboortespel.players.scripted import Wish
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import Reading, read
from geboortespel.session.replay import replay
from tests.running import ROOT, Commands
from tests.shipped import EVERYTHING, PLAYABLE, game, scenario

FILE = Path(__file__).with_name("bereik.yaml")
NEVER = {
    "uitkomst.nooit-rijk",
    "gebeurtenis.nooit",
    "keuze.nooit.ja",
    "keuze.nooit.nee",
    "gebeurtenis.daarna",
    "kaart.weer.storm",
    "zet.stempelen",
    "zet.stempelen.rood",
    "zet.stempelen.blauw",
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    found = read(FILE)
    assert found.scenario is not None, found.faults
    return found


@pytest.fixture(scope="module")
def report(reading: Reading) -> Report:
    assert reading.scenario is not None
    return reach(reading.scenario, 140)


def of(reading: Reading) -> Scenario:
    assert reading.scenario is not None
    return reading.scenario


def test_each_thing_has_its_status(report: Report, reading: Reading) -> None:
    assert set(report.findings) == things(of(reading))
    assert {thing for thing, found in report.findings.items() if found.status == "onbereikbaar"} == NEVER | {
        "uitkomst.te-druk"
    }
    for found in report.findings.values():
        assert (found.witness is not None) == (found.status == "bereikbaar")
        assert (found.proof is not None) == (found.status == "onbereikbaar")


def test_bounds_prove_it_and_what_hangs_on_it(reading: Reading) -> None:
    """Only when `nooit` is known never to happen can nobody be rich: its effects no longer count."""
    found = proofs(of(reading))
    assert found["zet.stempelen"].code == "eis"
    assert "stempel >= 2" in found["zet.stempelen"].params["asked"]
    assert found["keuze.nooit.ja"].params == {"thing": "gebeurtenis.nooit"}
    assert found["uitkomst.nooit-rijk"].code == "eis"
    assert set(found) == NEVER


def test_what_bounds_can_not_tell_all_states_do(report: Report) -> None:
    """Singing eight times is possible, and so is buying; both take more time than there is."""
    proof = report.findings["uitkomst.te-druk"].proof
    assert proof is not None
    assert (proof.code, proof.params) == ("toestanden", {"states": str(report.states)})
    assert report.states > 100


@pytest.mark.parametrize("name", [*EVERYTHING, "bereik"])
def test_what_is_proven_out_of_reach_is_not_there(name: str, reading: Reading) -> None:
    """Proofs against what games use, and against all states where there are few."""
    played = Game(of(reading)) if name == "bereik" else game(name)
    proven = set(proofs(played.scenario))
    states = everything(played)
    if states is not None:
        assert not proven & states.things
        assert states.things <= things(played.scenario) | {"uitkomst."}
    search = Search(played.scenario, 1)
    search.everybody(35)
    assert not proven & set(search.found.things)


def test_all_states_tell_what_happens_in_any_game(reading: Reading) -> None:
    states = everything(Game(of(reading), fast=True))
    assert states is not None
    search = Search(of(reading), 1)
    search.everybody(140)
    assert set(search.found.things) <= states.things
    assert {outcome: len(way) for outcome, way in states.shortest.items()}["niet"] <= 8


def test_the_same_report_over_processes(reading: Reading, report: Report) -> None:
    assert reach(of(reading), 140, hands=Hands(2)) == report


def test_the_shortest_way_is_the_shortest_there_is(report: Report) -> None:
    for outcome, way in report.ways.items():
        assert way.least, outcome
        assert way.actions == way.least == len(way.witness.actions)


def test_a_way_can_be_played_and_no_action_left_out() -> None:
    played = game("eerste-dijk", fast=True)
    search = Search(played.scenario, 1)
    search.everybody(14)
    for outcome, witness in search.found.shortest.items():
        best = shorter(played, witness)
        assert len(best.actions) <= len(witness.actions)
        end = ending(played, best.seed, best.actions)
        assert end is not None
        found = played.outcome(end[0])
        assert found is not None
        assert found.id == outcome


@pytest.mark.parametrize("name", ["bereik", "apart", pytest.param("eerste-dijk", marks=pytest.mark.slow)])
def test_journals_show_what_they_are_said_to(name: str, tmp_path: Path, reading: Reading) -> None:
    where = {"apart": ROOT / "tests/scenario/apart.yaml", "bereik": FILE}.get(
        name, ROOT / f"scenarios/{name}/scenario.yaml"
    )
    own = read(where)
    report = reach(of(own), 35)
    shown = {thing: found.witness for thing, found in report.findings.items() if found.witness is not None}
    files = chosen(shown, {outcome: way.witness for outcome, way in report.ways.items()})
    places = write(of(own), own.resolved, tmp_path, files)
    assert set(shown) <= set(places)
    assert {path.name for path in tmp_path.iterdir()} == {file for file, _ in files}
    for path in tmp_path.iterdir():
        session, lines = replay(path)
        assert len(list(lines)) > 0
        if path.name.startswith("uitkomst-"):
            assert session.outcome is not None
            assert path.name == f"uitkomst-{session.outcome.id}.jsonl"


def test_who_goes_for_a_thing_knows_what_leads_there() -> None:
    board = game("eerste-dijk").board
    wishes = wishes_for(board, "uitkomst.ontwerp-geboren")
    assert Wish("zet", "vorm-kiezen", choice="ontwerp", only=2) in wishes
    assert next(wish.choice for wish in wishes if wish.what == "vorm-kiezen") == "ontwerp"
    for thing in things(board.scenario):
        wishes_for(board, thing)


def test_a_route_without_its_ally_is_out_of_reach() -> None:
    dijk = scenario("eerste-dijk")
    assert not [thing for thing in proofs(dijk) if thing.startswith("route.")]
    alone = evolve(
        dijk,
        moves={m.id: m for m in dijk.moves.values() if m.verb != "adviseur"},
        thresholds={
            t.id: evolve(t, routes={r.id: r for r in t.routes.values() if r.move in dijk.moves and r.ally})
            for t in dijk.thresholds.values()
        },
    )
    hired = {
        f"route.{t.id}.{r.id}" for t in alone.thresholds.values() for r in t.routes.values() if r.ally in dijk.advisers
    }
    assert hired
    routed = evolve(
        alone,
        thresholds={
            t.id: evolve(t, routes={r.id: r for r in t.routes.values() if r.move in alone.moves})
            for t in alone.thresholds.values()
        },
    )
    left = {thing for thing in hired if thing.split(".")[2] in routed.thresholds[thing.split(".")[1]].routes}
    assert left <= set(proofs(routed))


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAYABLE)
def test_everything_in_the_shipped_scenarios_is_reached(name: str) -> None:
    found = reach(scenario(name), hands=Hands(2)).findings
    assert not [thing for thing, finding in found.items() if finding.status == "onbereikbaar"]
    assert len([thing for thing, finding in found.items() if finding.status == "niet_gevonden"]) <= len(found) // 100


def test_reach_told_and_as_json(commands: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "spellen"
    done = commands.here("bereik", FILE, "-n", 140, "-o", folder, "--processen", 1)
    assert done.status == 0
    assert "  zet.stempelen: gevraagd wordt 'stempel >= 2', en stempel is minstens 0" in done.out
    assert "en korter kan niet" in done.out
    assert "journa" in done.err
    found = json.loads(commands.here("bereik", FILE, "-n", 140, "--json", "--processen", 1).out)
    assert found["dingen"]["zet.zingen"]["status"] == "bereikbaar"
    assert found["dingen"]["zet.stempelen"]["reden"]["code"] == "eis"
    assert found["uitkomsten"]["goed"]["minst"] == found["uitkomsten"]["goed"]["acties"]
    for path in folder.iterdir():
        assert commands.here("herhaal", path).status == 0
    again = commands.here("bereik", FILE, "-n", 140, "-o", folder, "--processen", 1)
    assert again.status == 2, "no journal is written over"
    assert max(len(line) for line in done.out.splitlines()) <= 80
