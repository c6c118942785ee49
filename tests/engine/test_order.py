"""Rounding, sharing, persuasion and the end of a round, against numbers worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from geboortespel.engine.batch import apply_pulls, apply_steps
from geboortespel.engine.game import Game
from geboortespel.engine.ir import overwork, round_half_away
from geboortespel.engine.layout import MOVES
from geboortespel.engine.ledger import Log, share
from geboortespel.engine.propagation import rounded
from tests.shipped import game, scenario


def test_halves_round_away_from_zero() -> None:
    assert [round_half_away(n, 2) for n in (-3, -1, 0, 1, 3)] == [-2, -1, 0, 1, 2]
    assert [round_half_away(n, 10) for n in (-25, -24, 24, 25)] == [-3, -2, 2, 3]


@given(st.lists(st.tuples(st.integers(-5000, 5000), st.integers(1, 300)), min_size=1, max_size=8))
def test_shares_add_up_to_the_rounded_sum(parts: list[tuple[int, int]]) -> None:
    pulls = [(0, num, den, ("x",)) for num, den in parts]
    total = rounded(pulls)
    exact = sum(Fraction(num, den) for num, den in parts)
    assert abs(total - exact) <= Fraction(1, 2)
    shares = share(total, parts)
    assert sum(shares) == total
    assert all(abs(part - Fraction(*fraction)) < 2 for part, fraction in zip(shares, parts, strict=True))


def test_a_batch_sums_before_it_clamps_and_says_what_was_cut_off() -> None:
    layout = game("graaf-reinald").rules.layout
    slot = layout.index["stand.urgentie"]
    s = list(layout.start)
    s[slot] = 95
    log = Log()
    apply_steps(layout, s, [(slot, False, 20, ("a",)), (slot, False, -6, ("b",))], log)
    assert s[slot] == 100
    assert [(entry.delta, entry.cause) for entry in log.entries] == [(20, ("a",)), (-6, ("b",)), (-9, ("grens",))]


def test_opinions_follow_friedkin_and_johnsen() -> None:
    # koppig 40%: 40% x (anchor 30 - own 10) = 8; free 60% x half x mean of (50-10)*2/3, (-20-10)*1/3 = 5: 13
    layout = game("graaf-reinald").rules.layout
    s = list(layout.start)
    pulls = [(0, 40 * (30 - 10), 100, ("anker",))]
    pulls += [(0, 60 * 50 * 2 * (50 - 10), 10_000 * 3, ("luistert", "a"))]
    pulls += [(0, 60 * 50 * 1 * (-20 - 10), 10_000 * 3, ("luistert", "b"))]
    s[0] = 0
    assert rounded(pulls) == 13
    log = Log()
    slot = layout.index["steun.dijkgraaf"]
    s[slot] = 10
    apply_pulls(layout, s, [(slot, *pull[1:]) for pull in pulls], log)
    assert s[slot] == 23
    assert {entry.cause: entry.delta for entry in log.entries} == {
        ("anker",): 8, ("luistert", "a"): 8, ("luistert", "b"): -3,
    }  # fmt: skip


def test_overwork_counts_the_points_from_the_third_on() -> None:
    # three points a month, the third costs one energy
    assert [overwork(left, 3, 1, 3, 1) for left in (3, 2, 1)] == [0, 0, 1]
    assert [overwork(left, 3, 2, 3, 1) for left in (3, 2)] == [0, 1]


def test_persuasion_by_hand() -> None:
    played = game("graaf-reinald")
    index = played.rules.layout.index
    rules = scenario("graaf-reinald").rules.persuasion
    s = list(played.rules.layout.start)
    for concern in ("verantwoording", "controle", "hoofdprijs", "tegenvaller"):
        s[index[f"zorg.dijkgraaf.{concern}"]] = 0
    s[index["zorg.dijkgraaf.verantwoording"]] = 2
    s[index["zorg.dijkgraaf.controle"]] = 3
    s[index["gehoord.dijkgraaf.controle"]] = 1
    s[index["relatie.dijkgraaf"]] = 2
    s[index["onderbouwd.aan-het-stuur"]] = 3
    s[index["stand.cultuur"]] = 45
    argument = scenario("graaf-reinald").arguments["aan-het-stuur"]
    # fit: (2 x 2 + 3 x 3) / (3 x 5) = 13/15; credit: 50 + 2 x 20 + 15 + 10 (programme manager tells it well) = 115%
    # 70 x 13/15 x 3/3 x 1.15 - 8% x (60 - 45) = 69.77 - 1.2 = 68.57
    done = played.rules.persuasion.attempt(s, "programmamanager", "dijkgraaf", argument)
    assert (rules.scale, done.support, done.anchor, done.hit, done.fit) == (70, 69, 48, True, 87)
    # told before, and nothing that it answers was heard there: a third of the underpinning, 65% fresh
    s[index["gehoord.dijkgraaf.controle"]] = 0
    s[index["herhaald.dijkgraaf.aan-het-stuur"]] = 1
    # 70 x 13/15 x 1/3 x 1.15 x 0.65 - 1.2 = 15.12 - 1.2 = 13.92
    again = played.rules.persuasion.attempt(s, "programmamanager", "dijkgraaf", argument)
    assert (again.support, again.anchor) == (14, 10)


def test_a_story_counts_on_a_threshold_only_when_it_moves_somebody() -> None:
    """The same argument, to the same actor: once it answers a concern, once it does not."""
    played = game("graaf-reinald")
    index = played.rules.layout.index
    action = played.action("zet", "programmamanager", "overtuigen", "dijkgraaf", "open-boek")
    s = list(played.rules.layout.start)
    s[index[".stap"]], s[index["ronde"]], s[index["meedoet.programmamanager"]] = MOVES, 2, 1
    s[index["tijd.programmamanager"]] = 3
    s[index["onderbouwd.open-boek"]], s[index["drempel.hoofdprijs-angst"]] = 2, 1
    for concern in ("verantwoording", "controle", "hoofdprijs", "tegenvaller"):
        s[index[f"zorg.dijkgraaf.{concern}"]] = 0
    left = index["weerstand.hoofdprijs-angst"]
    s[index["zorg.dijkgraaf.tegenvaller"]] = 3  # an open book is no answer to that
    assert played.apply(s, action)[left] == s[left]
    s[index["zorg.dijkgraaf.hoofdprijs"]] = 3
    log = Log()
    assert played.apply(s, action, log)[left] == s[left] - 1
    assert ("route", "hoofdprijs-angst", "boek-open") in log.notes


def test_a_fellow_believer_is_listened_to_less_at_home() -> None:
    """Half the pull of somebody who joined, and all of it back to one's own opinion."""
    whole = scenario("graaf-reinald")
    halved = Game(evolve(whole, rules=evolve(whole.rules, fellow_heard=50)))
    index = halved.rules.layout.index
    s = list(halved.rules.layout.start)
    s[index["steun.aannemer"]], s[index["steun.moederbedrijf"]] = 60, 0
    s[index["anker.moederbedrijf"]] = 0
    free = {}
    for joined in (0, 1):
        s[index["meedoet.directeur-aannemer"]] = joined
        pulls = [pull for pull in halved.rules.propagation.pulls(s) if pull[0] == index["steun.moederbedrijf"]]
        free[joined] = sum(
            Fraction(top, bottom) for _, top, bottom, cause in pulls if cause == ("luistert", "aannemer")
        )
    assert free[0] == 2 * free[1] > 0
