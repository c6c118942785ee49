"""The frontier and the solutions, held against their definitions written out over all outcomes."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from geboortespel.market.measures import Map
from tests.market.making import made, spaced

seeds = st.integers(1, 10**6)


def a_map(seed, other, low=0, high=0, exceptions=2):
    space = spaced([3, 4, 2, 3])
    return Map(made(space, seed, low, exceptions), made(space, other, high, exceptions))


@given(seeds, seeds, st.integers(0, 6000), st.integers(0, 6000))
def test_the_frontier_is_what_nobody_can_better_alone(seed, other, low, high):
    chart = a_map(seed, other, low, high)
    points = {(chart.first(c), chart.second(c)) for c in range(chart.first.space.size)}
    rational = {(u, v) for u, v in points if u >= low and v >= high}
    undominated = {p for p in rational if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in rational)}
    assert {(p.first, p.second) for p in chart.frontier} == undominated
    assert [p.first for p in chart.frontier] == sorted((p.first for p in chart.frontier), reverse=True)
    assert all((chart.first(p.code), chart.second(p.code)) == (p.first, p.second) for p in chart.frontier)


@given(seeds, seeds, st.integers(0, 5000), st.integers(0, 5000))
def test_the_solutions_are_the_best_of_all_rational_outcomes(seed, other, low, high):
    chart = a_map(seed, other, low, high)
    gains = [(chart.first(c) - low, chart.second(c) - high) for c in range(chart.first.space.size)]
    gains = [g for g in gains if min(g) >= 0]
    if not gains:
        assert chart.nash is chart.kalai is chart.kalai_smorodinsky is chart.most_together is None
        return
    assert chart.nash
    assert chart.kalai
    assert chart.kalai_smorodinsky
    assert chart.most_together
    a, b = chart.gains(chart.nash)
    assert a * b == max(x * y for x, y in gains)
    assert min(chart.gains(chart.kalai)) == max(min(g) for g in gains)
    assert sum(chart.gains(chart.most_together)) == max(x + y for x, y in gains)
    most = max(x for x, _ in gains), max(y for _, y in gains)

    def share(g):
        return min(Fraction(n, m) if m else Fraction(1) for n, m in zip(g, most, strict=True))

    assert share(chart.gains(chart.kalai_smorodinsky)) == max(share(g) for g in gains)


@given(seeds, seeds, st.integers(0, 71))
def test_what_was_left_is_nothing_on_the_frontier(seed, other, code):
    chart = a_map(seed, other)
    first, second = chart.left(code)
    assert (first, second) == (0, 0) if chart.efficient(code) else first > 0 or second > 0
    if chart.nash:
        assert chart.distance(chart.nash.code, chart.nash) == 0
