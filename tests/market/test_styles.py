import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortespel.market.bargaining import bargain
from geboortespel.market.measures import Map
from geboortespel.market.styles import BOULWARE, CONCEDER, LINEAR, MICRO, STYLES, Talk, asking, conceded
from tests.market.making import made, spaced

seeds = st.integers(1, 10**6)
SPACE = spaced([4, 3, 4, 2])


def test_concession_goes_as_the_field_says():
    """Boulware holds on, conceder gives at once, linear in between; exact, rounded down."""
    assert conceded((1, 1), 1000, 9) == (100, 200, 300, 400, 500, 600, 700, 800, 900)
    for slow, even, quick in zip(*(conceded(e, 1000, 9) for e in ((4, 1), (1, 1), (1, 4))), strict=True):
        assert slow < even < quick < 1000
    assert conceded((1, 4), 1000, 15)[0] == 500  # (1/16)^(1/4) = 1/2
    assert conceded((4, 1), 10_000, 9)[8] == 6561


@given(seeds, st.integers(0, 10_000), st.integers(0, 7000))
def test_an_offer_is_the_cheapest_that_is_still_worth_it(seed, at_least, reservation):
    me = made(SPACE, seed, reservation)
    code = asking(me, at_least)
    good = [c for c in range(SPACE.size) if me(c) >= max(at_least, reservation)]
    if not me.ranking:
        assert code is None
    elif not good:
        assert me(code) == me.best
    else:
        assert me(code) == min(me(c) for c in good)


@pytest.mark.parametrize("one", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("other", STYLES.values(), ids=STYLES)
@given(seed=seeds, against=seeds, low=st.integers(0, 8000), high=st.integers(0, 8000))
def test_nobody_offers_or_accepts_below_the_best_alternative(one, other, seed, against, low, high):
    parties = made(SPACE, seed, low, 1), made(SPACE, against, high, 1)
    course = bargain(parties, (one, other), 12)
    for turn, code in enumerate(course.offers):
        assert parties[turn % 2].acceptable(code)
    assert len(course.offers) <= 24
    if course.agreed is not None:
        assert all(party.acceptable(course.agreed) for party in parties)


@given(seeds, seeds)
def test_time_based_styles_never_ask_for_more_than_before(seed, against):
    parties = made(SPACE, seed, 1000), made(SPACE, against, 1000)
    for style in (BOULWARE, LINEAR, CONCEDER):
        course = bargain(parties, (style, MICRO), 15)
        worths = [parties[0](code) for code in course.offers[::2]]
        assert worths == sorted(worths, reverse=True)


def test_micro_concedes_only_when_the_other_does():
    me = made(SPACE, 7)
    stubborn = Talk(mine=[me.ranking[0], me.ranking[1]], theirs=[5], round=3, rounds=9)
    assert MICRO.offer(me, stubborn) == me.ranking[1]
    moving = Talk(mine=[me.ranking[0], me.ranking[1]], theirs=[5, 6], round=3, rounds=9)
    assert MICRO.offer(me, moving) == me.ranking[2]


def test_tit_for_tat_gives_what_it_is_given():
    me = made(SPACE, 11)
    style = STYLES["tit-for-tat"]
    first = style.offer(me, Talk([], [], 0, 9))
    assert me(first) == me.best
    better, worse = me.ranking[-2], me.ranking[-1]
    target = style.settles_for(me, Talk([first], [worse, better], 2, 9))
    assert target == me.best - (me(better) - me(worse))
    assert style.settles_for(me, Talk([first], [better, worse], 2, 9)) == me.best


def test_two_conceders_meet_and_two_hard_ones_leave_more_lying():
    """A sum over many seeds, so that the styles' characters show: conceders close more often than boulwares."""
    closed = {style.name: 0 for style in (BOULWARE, CONCEDER)}
    for seed in range(1, 60):
        parties = made(SPACE, seed, 4500), made(SPACE, seed + 1000, 4500)
        if not Map(*parties).frontier:
            continue
        for style in (BOULWARE, CONCEDER):
            closed[style.name] += bargain(parties, (style, style), 6).agreed is not None
    assert closed["conceder"] > closed["boulware"]
