"""The staffel against published results (domain notes §4) and against what must always hold."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortespel.market.staffel import Band, Spread, Staffel, capped_pain, doubly_capped, expected, neutral


def test_andrew_contractors_had_54_percent_of_the_saving():
    """Target 373 and actual about 290 million pounds: 83 saved, of which about 45 to the contractors (E17)."""
    end = Staffel(373_000, gain=(Band(None, 54),)).settle(290_000)
    assert (end.difference, end.contractor, end.client) == (83_000, 44_820, 38_180)


def test_waardse_ended_25_million_positive():
    """A fund of 223 million euros that ended 25 above zero: about 11 percent (E1, E15)."""
    end = Staffel(223_000).settle(198_000)
    assert (end.difference, end.contractor, end.client) == (25_000, 12_500, 12_500)
    assert end.difference * 100 // 223_000 == 11


def test_bataafse_divides_what_is_left_of_the_pot():
    """A pot of 4 million of which 1.5 was spent: 2.5 left to divide (E14)."""
    end = Staffel(4_000).settle(1_500)
    assert (end.difference, end.contractor, end.client) == (2_500, 1_250, 1_250)


def test_capped_pain_and_doubly_capped_side_by_side():
    australian, document = capped_pain(100, 8), doubly_capped(100, 8, gain_cap=6, pain_cap=10)
    assert [australian.settle(cost).contractor for cost in (60, 90, 110, 140)] == [20, 5, -5, -8]
    assert [document.settle(cost).contractor for cost in (60, 90, 110, 140)] == [6, 5, -5, -10]
    assert australian.settle(140).earned == 0  # the fee is all it can lose
    assert document.settle(140).earned == -2


def test_a_neutral_band_is_the_clients_alone():
    staffel = Staffel(1_000, gain=neutral(50, 40), pain=neutral(20, 60))
    assert [staffel.settle(cost).contractor for cost in (960, 950, 900, 1_020, 1_030)] == [0, 0, 20, 0, -6]


def test_bands_run_from_the_target_outward():
    staffel = Staffel(1_000, gain=(Band(100, 50), Band(100, 30)))
    assert [staffel.settle(cost).contractor for cost in (950, 900, 850, 800, 0)] == [25, 50, 65, 80, 80]


def test_a_part_is_rounded_half_away_from_zero():
    assert Staffel(101).settle(100).contractor == 1
    assert Staffel(100).settle(101).contractor == -1


amounts = st.integers(0, 10**6)
bands = st.lists(st.builds(Band, st.integers(0, 10**5), st.integers(0, 100)), max_size=3).map(tuple)


@given(amounts, amounts, bands, bands, amounts | st.none(), amounts | st.none(), amounts)
def test_nothing_is_lost(target, fee, gain, pain, gain_cap, pain_cap, actual):
    end = Staffel(target, fee, gain, pain, gain_cap, pain_cap).settle(actual)
    assert end.contractor + end.client == end.difference == target - actual
    assert end.paid == actual + end.earned
    assert end.paid + end.client == target + fee
    assert gain_cap is None or end.contractor <= gain_cap
    assert pain_cap is None or end.contractor >= -pain_cap


@given(amounts, bands, bands, amounts, amounts)
def test_a_lower_cost_is_never_worse_for_the_contractor(target, gain, pain, one, other):
    staffel = Staffel(target, 0, gain, pain)
    low, high = sorted((one, other))
    assert staffel.settle(low).contractor >= staffel.settle(high).contractor


def test_expected_results_are_exact():
    spread = Spread(90, 100, 130)
    assert spread.mean == 106
    both = expected(capped_pain(100, 8), spread)
    assert both.earned == Fraction(30 * 13 + 40 * 8 + 30 * 0, 100)
    assert both.paid == spread.mean + both.earned


@pytest.mark.parametrize("made", [lambda: Band(1, 101), lambda: Band(-1, 5), lambda: Spread(3, 2, 4)])
def test_what_can_not_be_is_refused(made):
    with pytest.raises(ValueError, match=r"share|rise"):
        made()
