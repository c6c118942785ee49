"""Simulation: the same counts however the work is divided, the same games as the driver's, and nothing that grows."""

from __future__ import annotations

import tracemalloc
from math import sqrt
from pathlib import Path

import pytest

from geboortespel.analysis.intervals import wilson
from geboortespel.analysis.notice import Notice
from geboortespel.analysis.running import Hands, gather, packed
from geboortespel.analysis.simulate import Simulation, Tally, odds, simulate
from geboortespel.engine.game import Game
from geboortespel.players.registry import NAMES, by_name
from geboortespel.players.script import Script, ScriptFault
from geboortespel.session.driver import Driver
from tests.bench.scripts import EVERYBODY, player
from tests.shipped import EVERYTHING, PLAYABLE, game, scenario

SCRIPT = Script("script:proef", "zet luisteren hooguit=2\nniet zet doordrukken ronde=1-3\nanders planner  # de rest\n")


def test_the_split_over_processes_changes_nothing() -> None:
    alone = simulate(scenario("klein"), SCRIPT, range(90), detail=True)
    heard: list[int] = []
    together = simulate(scenario("klein"), SCRIPT, range(90), processes=2, detail=True, told=heard.append)
    assert alone == together
    assert alone.games == heard[-1] == 90
    assert sum(alone.outcomes.values()) == 90
    assert alone.used["kaart.nieuws.rustig"] > 0
    assert heard == sorted(heard)


@pytest.mark.parametrize("size", [1, 7, 90])
def test_the_size_of_the_shares_changes_nothing(size: int) -> None:
    simulation, total = Simulation(game("eerste-dijk", fast=True), "grillig", detail=True), Tally()
    for first in range(0, 14, size):
        total.add(simulation.tally(range(14)[first : first + size]))
    assert total == simulate(scenario("eerste-dijk"), "grillig", range(14), detail=True)


def test_a_simulated_game_is_the_drivers_game() -> None:
    for name in ("klein", "eerste-dijk"):
        for who in NAMES:
            played = game(name, fast=True)
            assert Simulation(played, who).play(17)[0] == Driver(game(name), 17).play(by_name(who))


class Loud(Notice):
    """Reads everything from the ledger."""

    def __init__(self, played: Game) -> None:
        super().__init__(played)
        self.loud = True


@pytest.mark.parametrize("name", EVERYTHING)
def test_what_is_noticed_without_a_ledger_is_what_the_ledger_tells(name: str) -> None:
    played = game(name, fast=True)
    for who in EVERYBODY:
        quiet = Simulation(played, player(who), detail=True)
        loud = Simulation(played, player(who), detail=True)
        loud._notice = Loud(played)
        assert quiet.tally(range(3)) == loud.tally(range(3)), who


def test_looking_on_does_not_change_the_games() -> None:
    for name in PLAYABLE:
        plain, detail = (simulate(scenario(name), "planner", range(5), detail=seen) for seen in (False, True))
        assert (plain.outcomes, plain.rounds, plain.short) == (detail.outcomes, detail.rounds, detail.short)
        assert not plain.used
        assert detail.games_with["zet.luisteren"] <= 5


def test_each_seat_can_have_its_own_player() -> None:
    played = game("eerste-dijk", fast=True)
    names: dict[str, str] = dict.fromkeys(("", *played.board.seats), "beginner")
    names[played.board.seats[0]] = "planner"
    tally = Simulation(played, names).tally(range(3))
    assert tally.games == 3
    assert sum(tally.green.values()) == 3


def test_memory_does_not_grow_with_the_number_of_games() -> None:
    simulation = Simulation(game("klein", fast=True), "willekeurig", detail=True)
    simulation.tally(range(300))
    grown = []
    tracemalloc.start()
    for many in (200, 2000):
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        simulation.tally(range(many))
        grown.append(tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()
    assert grown[1] < 1.5 * grown[0] + 20_000, grown


def test_only_a_few_shares_are_handed_out_at_a_time() -> None:
    """A generator of shares is not read to its end at once, or a billion games would be a list of shares."""
    asked: list[int] = []

    def shares() -> object:
        for first in range(0, 200, 2):
            asked.append(first)
            yield range(first, first + 2)

    done: list[int] = []

    def told(games: int) -> None:
        done.append(games)
        assert 2 * len(asked) <= games + 2 * 8

    total = gather(Hands(2), packed((scenario("klein"), "willekeurig", False, ())), shares(), told)  # type: ignore[arg-type]
    assert total == simulate(scenario("klein"), "willekeurig", range(200))


def test_the_chance_that_is_sampled_for_other_tools() -> None:
    tally = odds(scenario("klein"), "planner", 60, seed=5)
    assert tally.outcomes == simulate(scenario("klein"), "planner", range(5, 65)).outcomes
    assert tally.won == tally.outcomes["geboren"]


def test_intervals_are_wilsons() -> None:
    """Against Wilson's own form: the roots of (p - share)² = z² p (1 - p) / n."""
    for hits, trials in ((1, 10), (50, 200), (199, 200)):
        low, high = wilson(hits, trials)
        for root in (low, high):
            assert abs(root - hits / trials) == pytest.approx(1.959964 * sqrt(root * (1 - root) / trials), rel=1e-9)
    assert wilson(0, 20)[0] == 0.0 < wilson(0, 20)[1] < 0.2
    assert wilson(20, 20)[1] == 1.0
    assert wilson(0, 0) == (0.0, 1.0)


WRONG = [
    ("zet\nzetje luisteren", 2, "soort"),
    ("niet", 1, "soort"),
    ("zet luisteren doel", 1, "deel"),
    ("zet luisteren iets=1", 1, "deel"),
    ("zet luisteren ronde=x", 1, "ronde"),
    ("zet luisteren hooguit=veel", 1, "hooguit"),
    ("anders beginner", 1, "anders"),
    ("zet bestaat-niet", 1, "past_niet"),
    ("keuze eerste keuze=niets", 1, "past_niet"),
]


@pytest.mark.parametrize(("text", "line", "reason"), WRONG)
def test_a_script_that_is_not_understood_tells_where(text: str, line: int, reason: str) -> None:
    with pytest.raises(ScriptFault) as fault:
        Script("script:x", text).player(game("klein").board)
    assert (fault.value.line, fault.value.reason) == (line, reason)


def test_a_script_does_what_it_says() -> None:
    text = "# eerst luisteren\n\nzet luisteren ronde=1-5\nzet consulteren hooguit=1\nzet versoberen\n"
    tally = simulate(scenario("klein"), Script("script:x", text), range(20), detail=True)
    assert tally.used["zet.consulteren"] <= 20
    assert tally.games_with["zet.luisteren"] == 20
    assert not tally.used["zet.doordrukken"]


def test_scripts_stand_in_files(tmp_path: Path) -> None:
    from geboortespel.cli.players import player_of
    from geboortespel.words.catalog import translator

    (tmp_path / "mijn.txt").write_text(SCRIPT.text, encoding="utf-8")
    found = player_of("script:mijn.txt", game("klein").board, translator("nl"), tmp_path)
    assert found == Script("script:mijn.txt", SCRIPT.text)
