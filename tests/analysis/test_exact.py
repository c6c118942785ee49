"""Exact odds against a calculation that does not use the engine, and what they leave out of a state."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from geboortespel.analysis.exact import Odds, TooLarge, exact
from geboortespel.analysis.odds import exactly, sampled
from geboortespel.analysis.relevant import Watched, forgettable
from geboortespel.analysis.simulate import simulate
from geboortespel.engine.game import Game
from geboortespel.engine.layout import MOVES as DECIDING
from geboortespel.engine.layout import STAGE
from geboortespel.engine.view import View
from geboortespel.players.policy import Policy, Sure
from geboortespel.players.registry import NAMES, by_name
from geboortespel.players.script import Script
from geboortespel.scenario.names import SOLO
from geboortespel.scenario.reader import read
from tests.analysis.klein import ENDS, Counters, Klein, Table, uniform
from tests.shipped import game, scenario

VARIANTS = {
    "design": Klein(),
    "poor": Klein(last=9, start=(3, 1, 2, 1), quiet=1, leak=5),
    "hard": Klein(last=9, support=10, market=6, grumble=2),
    "dear": Klein(last=8, price=3, sober=2, push=2, example=4),
    "two moves": Klein(last=5, turns=2, support=9),
    "no leaks": Klein(last=9, leak=0, gain=2),
}


def made(klein: Klein, folder: Path) -> Game:
    path = folder / "klein.yaml"
    path.write_text(klein.yaml(), encoding="utf-8")
    reading = read(path)
    assert reading.scenario is not None, reading.faults
    return Game(reading.scenario, fast=True)


def asked(played: Game, policy: Policy, whole: bool) -> Table:
    """What a player would do, by round and counters: a state with these is laid before them."""
    index = played.rules.layout.index

    def table(round_number: int, counters: Counters, moves: tuple[str, ...], left: int) -> dict[str, Fraction | float]:
        s = list(played.rules.layout.start)
        values = dict(zip(("steun", "vertrouwen", "budget", "markt"), counters, strict=True))
        for name, value in (values | {"ronde": round_number, f"tijd.{SOLO}": left, STAGE: DECIDING}).items():
            s[index[name]] = value
        view = played.view(s)
        weights = dict(zip((action.what for action in view.legal), policy.weights(view), strict=True))
        assert tuple(weights) == moves
        total = sum(weights.values())
        return {move: Fraction(w, total) if whole else w / total for move, w in weights.items()}

    return table


def close(found: Odds, wanted: tuple[Fraction | float, ...]) -> bool:
    return all(abs(found.outcomes[end] - p) <= 1e-12 for end, p in zip(ENDS, wanted, strict=True))


def test_the_file_is_that_of_the_design(tmp_path: Path) -> None:
    assert made(Klein(), tmp_path).scenario == scenario("klein")


DOUBTING = ("beginner", "grillig")
"""Players who are asked a great many states."""
PAIRS = [
    pytest.param(variant, who, marks=pytest.mark.slow)
    if who in DOUBTING and variant not in ("design", "two moves")
    else (variant, who)
    for variant in VARIANTS
    for who in NAMES
]


@pytest.mark.parametrize(("variant", "who"), PAIRS)
def test_exact_odds_are_those_of_an_independent_calculation(variant: str, who: str, tmp_path: Path) -> None:
    klein, policy = VARIANTS[variant], by_name(who)
    played = made(klein, tmp_path)
    whole = isinstance(policy, Sure) or policy.uniform
    table = uniform if policy.uniform else asked(played, policy, whole)
    found = exact(played, by_name(who))
    assert close(found, klein.odds(table, whole))
    assert sum(found.outcomes.values()) == pytest.approx(1, abs=1e-12)


def test_a_script_has_exact_odds_too(tmp_path: Path) -> None:
    script = Script("script:x", "zet consulteren ronde=1-3\nzet luisteren\n").player()
    played = made(Klein(), tmp_path)
    assert close(exact(played, script), Klein().odds(asked(played, script, True)))


def test_what_a_player_remembers_of_is_kept_in_the_state() -> None:
    """`hooguit` counts how often a move was done: that must not be forgotten."""
    script = Script("script:x", "zet consulteren hooguit=1\nzet luisteren hooguit=4\nzet versoberen\nzet luisteren\n")
    found = exactly(game("klein", fast=True), script, script.name, 100_000)
    assert found is not None
    tally = simulate(scenario("klein"), script, range(4000))
    for outcome, odds in found["kans"].items():
        assert abs(odds["p"] - tally.share(outcome)) < 0.03


def test_exact_odds_agree_with_many_games() -> None:
    for who in ("willekeurig", "beginner"):
        found, tally = exact(game("klein", fast=True), by_name(who)), simulate(scenario("klein"), who, range(4000))
        for outcome, p in found.outcomes.items():
            assert abs(p - tally.share(outcome)) < 0.03


def test_what_is_forgotten_changes_nothing() -> None:
    """Games on with other counts in the forgotten slots take the same course."""
    played = game("klein", fast=True)
    forgotten = forgettable(played.scenario, played.rules.layout)
    assert {played.rules.layout.names[slot] for slot in forgotten} >= {"gedaan.luisteren", "gebeurd.rustig"}
    chance = random.Random(1)
    for _ in range(60):
        s, other = played.start(), played.start()
        while played.node(s) != "einde":
            for slot in forgotten:
                other[slot] = chance.randrange(90)
            assert played.legal_indices(s) == played.legal_indices(other)
            if played.node(s) == "kans":
                assert played.chance(s).results == played.chance(other).results
                result = chance.choice(played.chance(s).results)[0]
                s, other = played.resolve(s, result), played.resolve(other, result)
            else:
                action = chance.choice(played.legal(s))
                s, other = played.apply(s, action), played.apply(other, action)
            kept = set(range(len(s))) - forgotten
            assert all(s[slot] == other[slot] for slot in kept)
        assert played.outcome(s) == played.outcome(other)


def test_what_rules_read_is_not_forgotten(tmp_path: Path) -> None:
    text = Klein().yaml().replace("als: steun >= 4,", "als: gedaan.luisteren >= 2 en gebeurd.lek < 2,")
    path = tmp_path / "klein.yaml"
    path.write_text(text, encoding="utf-8")
    found = read(path).scenario
    assert found is not None
    layout = Game(found).rules.layout
    names = {layout.names[slot] for slot in forgettable(found, layout)}
    assert "gedaan.consulteren" in names
    assert not names & {"gedaan.luisteren", "gebeurd.lek"}


def test_a_state_that_is_watched_tells_what_was_read() -> None:
    s = Watched(list(range(10)))
    copied = s[:]
    assert not s.asked
    assert (copied[3], s[5:7], copied[-1 + 9]) == (3, [5, 6], 8)
    assert s.asked == {3, 5, 6, 8}
    assert list(s) == list(range(10))
    assert s.asked == set(range(10))


class Stubborn(Sure):
    """Does the first thing there is."""

    def choose(self, view: View) -> int:
        return view.indices[0]


ENDLESS = """formaat: 1
id: eindeloos
titel: Eindeloos
rondes: 2
tellers: {moed: 0}
uitkomsten:
  - {id: goed, soort: geboren, titel: Goed, als: moed > 0}
  - {id: niet, soort: niet, titel: Niet}
zetten:
  - {id: dralen, titel: Dralen, kost: {tijd: 0}}
  - {id: doen, titel: Doen, effecten: {moed: +1}}
"""


def _endless(tmp_path: Path) -> Game:
    path = tmp_path / "eindeloos.yaml"
    path.write_text(ENDLESS, encoding="utf-8")
    reading = read(path)
    assert reading.scenario is not None, reading.faults
    return Game(reading.scenario, fast=True)


def test_states_that_come_again_are_summed(tmp_path: Path) -> None:
    """Of dawdling, doing and passing each is as likely: a round is passed without doing half the time."""
    found = exact(_endless(tmp_path), by_name("willekeurig"))
    assert found.outcomes["niet"] == pytest.approx(0.25, abs=1e-12)
    assert found.outcomes["goed"] == pytest.approx(0.75, abs=1e-12)


def test_a_game_without_an_end_is_not_called_exact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geboortespel.analysis.exact.MOST_STEPS", 500)
    with pytest.raises(TooLarge):
        exact(_endless(tmp_path), Stubborn())


LARGE: list[Callable[[], object]] = [
    lambda: exact(game("klein", fast=True), by_name("willekeurig"), 1000),
    lambda: exact(game("eerste-dijk", fast=True), by_name("planner")),
    lambda: exact(game("graaf-reinald", fast=True), by_name("willekeurig")),
]


@pytest.mark.parametrize("run", LARGE)
def test_too_many_states_are_given_up(run: Callable[[], object]) -> None:
    with pytest.raises(TooLarge):
        run()


def test_what_is_sampled_says_so() -> None:
    found = sampled(game("klein", fast=True), "planner", "planner", 80, 1)
    assert (found["exact"], found["toestanden"], found["aantal"]) == (False, None, 80)
    right = exactly(game("klein", fast=True), "planner", "planner", 100_000)
    assert right is not None
    for outcome, odds in found["kans"].items():
        assert odds["laag"] <= right["kans"][outcome]["p"] <= odds["hoog"]
