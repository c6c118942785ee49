"""Talks with a market party: they end, nobody goes below the best alternative, and every answer fits what happened."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from geboortespel.market.clients import Hard, Listening
from geboortespel.market.parley import Table
from geboortespel.market.sitting import Manners, Party, Sitting
from geboortespel.market.styles import LINEAR, STYLES
from geboortespel.market.utility import Consortium
from tests.market.dike import BUILDER, CLIENT, DESIGNER, PREFERENCES, SPACE, party
from tests.market.making import draws

tables = st.builds(lambda who, style: Table(CLIENT, party(who, style)), st.sampled_from(sorted(PREFERENCES)),
                   st.sampled_from(list(STYLES.values())))  # fmt: skip
trusts = st.integers(0, 100)


def random_step(table, now, draw):
    """One step of a client that does anything that may be done; (sitting, reply)."""
    issue = SPACE.issues[next(draw) % len(SPACE.issues)].id
    match next(draw) % 12:
        case 0:
            return table.ask(now, issue)
        case 1:
            return table.tell(now, issue)
        case 2 if now.theirs and CLIENT.acceptable(now.theirs[-1]):
            return table.accept(now)
        case 3 if next(draw) % 9 == 0:
            return table.leave(now)
        case n:
            forced = n == 11 and next(draw) % 4 == 0
            return table.put_forward(now, next(draw) % SPACE.size, take_it_or_leave_it=forced)


@settings(max_examples=300, deadline=None)
@given(tables, trusts, st.integers(1, 10**6))
def test_random_talks_end_and_every_answer_fits(table, trust, seed):
    me, draw, now, steps = table.party.preferences, draws(seed), Sitting(trust), 0
    while now.status == "open":
        before = now
        now, reply = random_step(table, now, draw)
        steps += 1
        assert steps < 200
        assert 0 <= now.trust <= 100
        assert len(now.ours) <= table.party.manners.rounds
        if reply.kind == "tegenbod":
            assert me.acceptable(reply.code)
            assert now.theirs[-1] == reply.code
            assert reply.reason
            if before.theirs:
                assert {reply.gave, reply.took} - {""} <= set(SPACE.differing(before.theirs[-1], reply.code))
                assert (reply.reason == "ruil") <= bool(reply.gave and reply.took)
        if reply.kind == "weg" and now.status == "markt-weg":
            assert reply.reason in ("onder", "risico", "dwang")
            assert reply.issue in SPACE.place
    if now.status == "akkoord":
        assert me.acceptable(now.agreed)
    else:
        assert now.agreed == -1
    with pytest.raises(ValueError, match="over"):
        table.ask(now, "boek")


def test_ten_thousand_random_talks_end_with_a_reason():
    ends: dict[str, int] = {}
    found = [Table(CLIENT, party(who, style)) for who in PREFERENCES for style in STYLES.values()]
    for seed in range(1, 10_001):
        table, now, draw = found[seed % len(found)], Sitting(50), draws(seed)
        while now.status == "open":
            now, _ = random_step(table, now, draw)
        ends[now.status] = ends.get(now.status, 0) + 1
    assert sum(ends.values()) == 10_000
    assert set(ends) == {"akkoord", "markt-weg", "wij-weg", "tijd-op"}


@given(tables, trusts, st.integers(0, 7))
def test_trust_moves_concession(table, trust, rounds):
    talk = Sitting(0, ours=(0,) * rounds, theirs=(0,) * rounds)
    low, high = (table.target(evolve(talk, trust=t)) for t in sorted((trust, 70)))
    assert low >= high >= table.party.preferences.reservation


def test_a_past_of_claims_makes_careful_until_trust_is_there():
    plain, careful = (Table(CLIENT, party("bouwer", LINEAR, caution=caution)) for caution in (0, 40))
    now = Sitting(40, ours=(0, 0, 0), theirs=(0, 0, 0))
    assert careful.target(now) > plain.target(now)
    assert careful.target(evolve(now, trust=60)) == plain.target(evolve(now, trust=60))


def test_asking_why_shows_what_weighs_and_builds_trust_once():
    table = Table(CLIENT, party("bouwer", LINEAR))
    now, answer = table.ask(Sitting(40), "uitzonderingen")
    assert (answer.kind, answer.reason, now.trust) == ("antwoord", "zwaar", 44)
    assert table.ask(now, "uitzonderingen")[0].trust == 44
    assert table.ask(now, "boek")[1].reason == "licht"


def test_what_was_told_shapes_the_counter_offer():
    table = Table(CLIENT, party("bouwer", LINEAR))
    mute = told = Sitting(60)
    for issue in SPACE.issues:
        told, _ = table.tell(told, issue.id)
    told = evolve(told, trust=60)
    offer = CLIENT.ranking[0] if not table.refuses_outright(CLIENT.ranking[0]) else SPACE.with_option(
        CLIENT.ranking[0], "uitzonderingen", "twee")  # fmt: skip
    worths = []
    for _ in range(4):
        mute, a = table.put_forward(mute, offer)
        told, b = table.put_forward(told, offer)
        worths.append((CLIENT(a.code), CLIENT(b.code)))
    assert all(with_telling >= without for without, with_telling in worths), worths
    assert any(with_telling > without for without, with_telling in worths), worths


def test_a_party_never_puts_forward_what_it_would_walk_away_from():
    table = Table(CLIENT, party("bouwer", LINEAR))
    assert table.party.walks
    now, offer = Sitting(60), SPACE.with_option(CLIENT.ranking[0], "uitzonderingen", "twee")
    while now.status == "open":
        now, reply = table.put_forward(now, offer)
        if reply.kind == "tegenbod":
            assert not table.refuses_outright(reply.code)


def test_a_risk_the_client_clings_to_makes_them_leave():
    table = Table(CLIENT, party("ontwerper", LINEAR))
    clung = SPACE.code(("ruim", "na-gunning", "verlies-begrensd", "twaalf", "veel", "dicht", "samen", "kwaliteit"))
    now, first = table.put_forward(Sitting(80), clung)
    assert (first.kind, first.reason, first.issue) == ("tegenbod", "risico", "uitzonderingen")
    now, second = table.put_forward(now, clung)
    assert (now.status, second.reason, second.issue) == ("markt-weg", "risico", "uitzonderingen")


def test_offers_below_the_alternative_are_borne_so_often_and_no_more():
    table = Table(CLIENT, party("bouwer", LINEAR, patience=2))
    poor = SPACE.code(("krap", "voor", "onbegrensd", "acht", "vijf", "open", "opdrachtgever", "prijs"))
    now, kinds = Sitting(50), []
    while now.status == "open":
        now, reply = table.put_forward(now, poor)
        kinds.append((reply.kind, reply.reason))
    assert kinds == [("tegenbod", "onder")] * 2 + [("weg", "onder")]
    assert now.trust == 35


def test_take_it_or_leave_it_costs_trust_even_when_it_works():
    table = Table(CLIENT, party("bouwer", LINEAR))
    now, reply = table.put_forward(Sitting(50), BUILDER.ranking[0], take_it_or_leave_it=True)
    assert (now.status, reply.reason, now.trust) == ("akkoord", "dwang", 30)
    poor = BUILDER.ranking[-1]
    assert table.put_forward(Sitting(50), poor, take_it_or_leave_it=True)[0].status == "markt-weg"


def test_a_consortium_takes_nothing_that_one_of_them_can_not_live_with():
    both = Consortium((BUILDER, DESIGNER))
    assert set(both.ranking) == set(BUILDER.ranking) & set(DESIGNER.ranking)
    one_only = next(code for code in DESIGNER.ranking if code not in set(BUILDER.ranking))
    assert not both.acceptable(one_only)
    with pytest.raises(ValueError, match="members"):
        Consortium(())


def test_a_party_that_wants_nothing_can_not_sit_down():
    hopeless = evolve(BUILDER, reservation=10_001)
    with pytest.raises(ValueError, match="best alternative"):
        Table(CLIENT, Party(hopeless, LINEAR, Manners()))


@pytest.mark.parametrize("client", [Hard(), Listening()], ids=["hard", "listening"])
@given(table=tables, trust=trusts)
@settings(deadline=None)
def test_clients_never_agree_below_their_own_alternative(client, table, trust):
    end = client.play(table, Sitting(trust))
    assert end.status != "open"
    if end.status == "akkoord":
        assert CLIENT.acceptable(end.agreed)
        assert table.party.preferences.acceptable(end.agreed)


def test_listening_makes_more_together_in_four_of_five_pairs():
    from tests.bench.negotiation import pairs

    found = pairs()
    better = sum(listening.joint > hard.joint for _, listening, hard in found)
    assert better * 100 >= 80 * len(found)
    assert sum(listening.closed for _, listening, _ in found) > sum(hard.closed for *_, hard in found)
