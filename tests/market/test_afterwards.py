"""Talks told again are the talks as they were; taking a kind of step out is held against doing it without; swaps."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from geboortespel.market.afterwards import (
    Meeting,
    Step,
    allowed,
    filled,
    less_trust,
    swap,
    told_again,
    unforced,
    without,
    without_grudge,
)
from geboortespel.market.measures import Map
from geboortespel.market.parley import Table
from geboortespel.market.sitting import Sitting
from geboortespel.market.styles import LINEAR, STYLES
from tests.market.dike import CLIENT, PREFERENCES, SPACE, party
from tests.market.making import draws, made, spaced

tables = st.builds(lambda who, style: Table(CLIENT, party(who, style, caution=30)),
                   st.sampled_from(sorted(PREFERENCES)),
                   st.sampled_from(list(STYLES.values())))  # fmt: skip
seeds = st.integers(1, 10**6)


def random_talks(table: Table, seed: int):
    """(meetings, the last sitting, offers of the party, trust at the end) of talks at random, held step by step."""
    draw, meetings, built, now = draws(seed), [], 0, Sitting(0)
    while now.status == "open" and len(meetings) < 12:
        home = next(draw) % 101
        now, steps = Sitting(max(0, min(100, home + built)), now.ours, now.theirs, now.asked, now.told, now.borne,
                             now.warned), []  # fmt: skip
        while now.status == "open" and next(draw) % 4:
            before, issue = now, SPACE.issues[next(draw) % len(SPACE.issues)].id
            match next(draw) % 8:
                case 0 | 1:
                    step, (now, _) = Step("waarom", issue), table.ask(now, issue)
                case 2 | 3:
                    step, (now, _) = Step("vertellen", issue), table.tell(now, issue)
                case 4 if now.theirs:
                    step, (now, _) = Step("aannemen"), table.accept(now)
                case n:
                    code, forced = next(draw) % SPACE.size, n == 7 and next(draw) % 3 == 0
                    step = Step("graag-of-niet" if forced else "voorleggen", code=code)
                    now, _ = table.put_forward(now, code, take_it_or_leave_it=forced)
            built += now.trust - before.trust
            steps.append(step)
        meetings.append(Meeting(home, tuple(steps)))
    return meetings, now


@settings(max_examples=200, deadline=None)
@given(tables, seeds)
def test_told_again_is_as_it_was(table, seed):
    meetings, end = random_talks(table, seed)
    course = told_again(table, meetings)
    assert course.sitting == end
    assert course.opening == meetings[0].trust
    assert len(course.replies) == sum(len(meeting.steps) for meeting in meetings)
    assert course.lies == (end.agreed if end.status == "akkoord" else end.theirs[-1] if end.theirs else -1)


@settings(max_examples=100, deadline=None)
@given(tables, seeds)
def test_without_asking_is_what_happens_when_nobody_asks(table, seed):
    meetings, _ = random_talks(table, seed)
    other = told_again(table, without(meetings, lambda step: step.deed == "waarom"))
    now, built = Sitting(0), 0
    for meeting in meetings:
        now = Sitting(max(0, min(100, meeting.trust + built)), now.ours, now.theirs, 0, now.told, now.borne, now.warned)
        for step in meeting.steps:
            before = now
            if step.deed == "vertellen":
                now, _ = table.tell(now, step.issue)
            elif step.code >= 0:
                now, _ = table.put_forward(now, step.code, take_it_or_leave_it=step.deed == "graag-of-niet")
            elif step.deed == "aannemen" and now.theirs:
                now, _ = table.accept(now)
            built += now.trust - before.trust
            if now.status != "open":
                assert other.sitting == now
                return
    assert other.sitting == now


def test_trust_that_is_taken_away_makes_them_give_less():
    table = Table(CLIENT, party("bouwer", LINEAR))
    steps = tuple(Step("voorleggen", code=SPACE.code(("p50", "tijdens", "dubbel-begrensd", "acht", "twee", "open",
                                                      "samen", "kwaliteit"))) for _ in range(2))  # fmt: skip
    meetings = [Meeting(80, steps[:1]), Meeting(60, steps[1:])]
    was, less = told_again(table, meetings), told_again(table, less_trust(meetings, (80, 60)))
    assert less.asks > was.asks
    assert less.opening == 0


def test_a_threat_left_out_keeps_them_at_the_table():
    table = Table(CLIENT, party("bouwer", LINEAR))
    offer = SPACE.with_option(CLIENT.ranking[0], "uitzonderingen", "vijf")
    forced = [Meeting(40, (Step("graag-of-niet", code=offer),))]
    assert told_again(table, forced).status == "markt-weg"
    assert told_again(table, unforced(forced)).status == "open"


def test_a_party_without_grudge_loses_no_trust_over_an_offer():
    table = Table(CLIENT, party("bouwer", LINEAR))
    low = min(range(SPACE.size), key=table.party.preferences)
    talks = [Meeting(50, (Step("voorleggen", code=low),))]
    assert told_again(table, talks).sitting.trust == 45
    assert told_again(without_grudge(table), talks).sitting.trust == 50


def test_unused_questions_are_spent_on_what_was_not_told():
    talks = [
        Meeting(50, (Step("vertellen", "ak"), Step("voorleggen", code=0))),
        Meeting(50, (Step("waarom", "ak"), Step("waarom", "boek"))),
        Meeting(50, (Step("aannemen"),)),
    ]
    found = filled(talks, ["ak", "budget", "staffel", "boek"], 2)
    assert [[(s.deed, s.issue) for s in meeting.steps] for meeting in found] == [
        [("vertellen", "ak"), ("vertellen", "budget"), ("voorleggen", "")],
        [("waarom", "ak"), ("waarom", "boek")],
        [("vertellen", "staffel"), ("vertellen", "boek"), ("aannemen", "")],
    ]


# -- swaps -------------------------------------------------------------------------------------------------------------


def test_allowed_outcomes_are_those_of_the_options():
    space = spaced([3, 2, 3])
    options = [(0, 2), (1,), (0, 1, 2)]
    assert set(allowed(options, space.steps)) == {space.coded(digits) for digits in product(*options)}


@settings(max_examples=150, deadline=None)
@given(seeds, seeds, st.integers(0, 107), st.sampled_from([((0, 1, 2), (0, 1, 2, 3), (0, 1, 2), (0, 1, 2)),
                                                           ((0, 2), (1, 3), (0, 1, 2), (2,))]))  # fmt: skip
def test_the_swap_is_the_best_within_two_issues(seed, other, code, options):
    space = spaced([3, 4, 3, 3])
    chart = Map(made(space, seed, 2000, 1), made(space, other, 2000, 1))
    here, digits = chart.point(code), space.digits(code)
    better = []
    for found in range(space.size):
        changed = [n for n, (a, b) in enumerate(zip(digits, space.digits(found), strict=True)) if a != b]
        point = chart.point(found)
        fits = 1 <= len(changed) <= 2 and all(space.digits(found)[n] in options[n] for n in changed)
        gains = (point.first - here.first, point.second - here.second)
        if fits and min(gains) >= 0 and max(gains) > 0:
            a, b = chart.gains(point)
            better.append((min(gains) > 0, a * b, found))
    chosen = swap(chart, code, options)
    assert (chosen is None) == (not better)
    if chosen is not None:
        both, product_, _ = max(better)
        point = chart.point(chosen)
        a, b = chart.gains(point)
        assert (point.first > here.first and point.second > here.second, a * b) == (both, product_)
