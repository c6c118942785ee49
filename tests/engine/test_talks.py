"""The negotiation in the engine: sittings, mandate, agreement, parting; both back ends; nothing of theirs in a view."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from geboortespel.engine.actions import IllegalAction
from geboortespel.engine.game import Game
from geboortespel.engine.ledger import Log
from geboortespel.scenario.reader import read
from geboortespel.session.replay import resume
from geboortespel.session.session import Session
from tests.market.making import draws

READING = read(Path(__file__).with_name("zitting.yaml"))
assert READING.scenario is not None
PLAIN, FAST = Game(READING.scenario), Game(READING.scenario, fast=True)
SEAT = "projectmanager"


def done(s, *steps, log=None):
    """The state after these steps at the table: (what, target, choice) each."""
    for step in steps:
        what, target, choice = (*step, "", "")[:3] if isinstance(step, tuple) else (step, "", "")
        s = PLAIN.apply(s, PLAIN.action("zitting", SEAT, what, target, choice), log)
    return s


def seated(s=None):
    return PLAIN.apply(s or PLAIN.start(), PLAIN.action("zet", SEAT, "onderhandelen"))


def refused(s, *step):
    with pytest.raises(IllegalAction) as found:
        done(s, step)
    return found.value.reason.code, found.value.reason.parts


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 10**6))
def test_random_games_end_and_both_back_ends_agree(seed):
    draw, s, values = draws(seed), PLAIN.start(), {}
    for n, name in enumerate(PLAIN.rules.layout.names[: PLAIN.rules.layout.named]):
        values[name] = s[n]
    for _ in range(400):
        if PLAIN.node(s) == "einde":
            break
        legal = PLAIN.legal_indices(s)
        assert legal
        assert legal == FAST.legal_indices(s)
        action, log = PLAIN.actions[legal[next(draw) % len(legal)]], Log()
        kept = s[:]
        new = PLAIN.apply(s, action, log)
        assert s == kept
        assert FAST.apply(s, action) == new
        for entry in log.entries:
            values[entry.name] += entry.delta
        s = new
        assert all(s[PLAIN.rules.layout.index[name]] == value for name, value in values.items())
    assert PLAIN.node(s) == "einde"


def test_a_sitting_is_some_questions_one_offer_and_an_answer():
    s = seated()
    view = PLAIN.view(s, SEAT)
    assert (view.waiting, view.to_act, view.talks.party, view.talks.status) == ("zitting", (SEAT,), "bouwer", "loopt")
    s = done(s, ("waarom", "budget"), ("vertellen", "boek"))
    assert refused(s, "waarom", "boek") == ("genoeg_gevraagd", ())
    s = done(s, ("bod", "uitzonderingen", "twee"), "voorleggen")
    talks = PLAIN.view(s, SEAT).talks
    assert {issue.id: issue.weighs for issue in talks.issues} == {
        "budget": "gewoon", "boek": "", "uitzonderingen": "", "besluiten": ""
    }  # fmt: skip
    assert talks.turns_left == 4
    assert all(issue.theirs for issue in talks.issues)
    assert refused(s, "voorleggen") == ("al_voorgelegd", ())
    s = done(s, "verdagen")
    assert PLAIN.view(s, SEAT).waiting == "zet"


def test_home_decides_what_may_be_agreed():
    assert refused(seated(), "bod", "budget", "ruim") == ("mandaat", ("budget", "ruim"))
    s = PLAIN.start()
    for seat in ("projectmanager", "contractmanager"):
        s = PLAIN.apply(s, PLAIN.action("zet", seat, "praten", "controller"))
    assert PLAIN.view(s).value("steun.controller") >= 0
    assert done(seated(s), ("bod", "budget", "ruim"))


def test_an_issue_changes_once_per_offer_and_not_to_what_it_is():
    s = seated()
    assert refused(s, "bod", "boek", "open") == ("staat_er_al", ("open",))
    s = done(s, ("bod", "boek", "dicht"))
    assert refused(s, "bod", "boek", "open") == ("al_gewijzigd", ("boek",))


def test_an_agreement_does_what_its_options_say_and_ends_the_talks():
    log = Log()
    s = done(seated(), ("bod", "uitzonderingen", "twee"), ("bod", "besluiten", "samen"), ("bod", "budget", "p50"))
    s = done(s, "graag-of-niet", log=log)
    view = PLAIN.view(s)
    assert view.talks.status == "akkoord"
    assert view.value("akkoord") == 1
    assert PLAIN.view(s).value("afspraak.budget") == 2  # p50
    assert ("zitting", "bouwer", "akkoord", "dwang", "", "", "") in log.notes
    assert sum(e.delta for e in log.entries if e.name == "stand.vertrouwen") == 5
    assert refused_move(s) == "al_akkoord"


def seated_again(s):
    return PLAIN.apply(s, PLAIN.action("zet", "contractmanager", "onderhandelen"))


def refused_move(s):
    with pytest.raises(IllegalAction) as found:
        PLAIN.apply(s, PLAIN.action("zet", "contractmanager", "onderhandelen"))
    return found.value.reason.code


def test_who_clings_to_a_risk_loses_the_market():
    s = seated()
    s = done(s, "voorleggen", "verdagen")
    log = Log()
    s = done(seated(s), "voorleggen", log=log)
    assert ("zitting", "bouwer", "weg", "risico", "", "", "uitzonderingen") in log.notes
    assert PLAIN.view(s).talks.status == "afgehaakt"
    assert PLAIN.view(s).level("marktcommitment") == 40
    assert PLAIN.view(seated_again(s)).talks.party == "ontwerper"  # the next that may come
    for party in ("bouwer", "ontwerper"):
        s[PLAIN.rules.layout.index[f".tafel.weg.{party}"]] = 1
    assert refused_move(s) == "niemand_meer"


def test_a_consortium_comes_when_its_time_is_there():
    s = PLAIN.start()
    s[PLAIN.rules.layout.index["stand.marktcommitment"]] = 95
    assert PLAIN.view(seated(s)).talks.party == "combinatie"


def test_their_offer_can_be_taken_when_home_and_the_alternative_allow_it():
    s = seated()
    assert refused(s, "aannemen") == ("geen_tegenbod", ())
    s = done(s, ("bod", "uitzonderingen", "twee"), "voorleggen")
    offer = [issue.theirs for issue in PLAIN.view(s, SEAT).talks.issues]
    agreed = PLAIN.view(done(s, "aannemen")).talks
    assert agreed.status == "akkoord"
    assert [issue.theirs for issue in agreed.issues] == offer
    index = PLAIN.rules.layout.index
    s[index[".tafel.hun.budget"]] = 2  # above the estimate: the controller is against
    assert refused(s, "aannemen") == ("mandaat", ("budget", "ruim"))
    s[index[".tafel.genoeg"]] = 0
    assert refused(s, "aannemen") == ("ondergrens", ())


def test_a_view_tells_nothing_of_theirs():
    """Two games that differ only in what the party wants look the same until it is asked or makes an offer."""
    scenario = READING.scenario
    party = scenario.talks.parties["bouwer"]
    wants = {**party.issues, "budget": evolve(party.issues["budget"], values={"krap": 100, "p50": 0, "ruim": 0})}
    parties = {**scenario.talks.parties, "bouwer": evolve(party, issues=wants, style="boulware", reservation=25)}
    other = Game(evolve(scenario, talks=evolve(scenario.talks, parties=parties)))
    steps = [
        ("zet", SEAT, "onderhandelen"),
        ("zitting", SEAT, "vertellen", "boek"),
        ("zitting", SEAT, "bod", "boek", "dicht"),
    ]
    one, two = PLAIN.start(), other.start()
    for step in steps:
        one, two = PLAIN.apply(one, PLAIN.action(*step)), other.apply(two, other.action(*step))
        assert known(PLAIN.view(one, SEAT)) == known(other.view(two, SEAT))
    offer = PLAIN.action("zitting", SEAT, "voorleggen")
    assert known(PLAIN.view(PLAIN.apply(one, offer), SEAT)) != known(other.view(other.apply(two, offer), SEAT))


def known(view):
    """All that a view of the talks says."""
    talks = view.talks
    methods = ("worth", "staffel", "weighs", "space", "parts")
    public = [name for name in dir(talks) if not name.startswith("_") and name not in methods]
    every = [talks.space.outcome(code) for code in range(talks.space.size)]
    heard = {
        "heard": [talks.weighs(place) for place in range(len(talks.issues))],
        "made of": [talks.parts(options) for options in every],
    }
    return {name: getattr(talks, name) for name in public} | heard | view.as_dict()


def test_a_session_takes_it_back_and_plays_it_again(tmp_path):
    session = Session.new(READING.scenario, READING.resolved, 5, tmp_path / "spel.jsonl", clock=False)
    session.act(session.game.action("zet", SEAT, "onderhandelen"))
    session.act(session.game.action("zitting", SEAT, "bod", "besluiten", "samen"))
    before = session.state
    session.undo()
    assert session.state != before
    session.redo()
    assert session.state == before
    session.act(session.game.action("zitting", SEAT, "voorleggen"))
    state = session.state
    session.close()
    resumed, _ = resume(tmp_path / "spel.jsonl")
    assert resumed.state == state
    assert not resumed.can_undo  # what they answered was heard
    resumed.close()


def test_the_money_of_an_outcome_follows_from_its_options():
    talks = PLAIN.view(seated(), SEAT).talks
    assert talks.spread.mean == Fraction(90_000 * 30 + 100_000 * 40 + 130_000 * 30, 100)
    staffel = talks.staffel(["p50", "open", "twee", "samen"])
    assert (staffel.target, staffel.fee) == (100_000, 0)
    ends = [staffel.settle(cost).contractor for cost in (60_000, 90_000, 104_000, 150_000)]
    assert ends == [10_000, 2_500, 0, -10_000]  # shared alike after the free band, at most a tenth of the budget
