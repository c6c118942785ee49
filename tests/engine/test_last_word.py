"""The last sentence before a decision: half an argument, then the move and its rule; and the votes that follow."""

from __future__ import annotations

import pytest

from geboortespel.engine.actions import IllegalAction
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State, round_half_away
from geboortespel.engine.ledger import Entry, Log
from geboortespel.players.registry import by_name
from geboortespel.session.driver import Driver
from tests.shipped import game


def before_the_vote(seed: int = 3, **values: int) -> tuple[Game, State]:
    """In the first round, with some quantities as given (`steun_raad` is steun.raad)."""
    played = game("apart")
    s = Driver(played, seed).start()
    while played.view(s).waiting != "zet":
        s = played.apply(s, played.legal(s)[-1])
    s = s[:]
    for name, value in values.items():
        s[played.rules.layout.index[name.replace("_", ".")]] = value
    return played, s


def ask(played: Game, s: State) -> State:
    return played.apply(s, played.action("zet", "manager", "besluit-vragen"))


def test_it_waits_for_one_sentence_of_who_asks() -> None:
    played, s = before_the_vote()
    waiting = ask(played, s)
    view = played.view(waiting)
    assert (view.waiting, view.pending, view.to_act) == ("slotzin", "besluit-vragen", ("manager",))
    assert [(a.target, a.choice) for a in view.legal] == [
        ("raad", "open-boek"), ("raad", "voorbeeld"), ("jurist", "open-boek"), ("jurist", "voorbeeld"), ("", ""),
    ]  # fmt: skip
    assert {(a.kind, a.seat, a.what) for a in view.legal} == {("slotzin", "manager", "besluit-vragen")}
    unchanged = {n for n in played.rules.layout.names[: played.rules.layout.named] if view.value(n) is not None}
    assert all(played.view(s).value(name) == view.value(name) for name in unchanged)
    with pytest.raises(IllegalAction) as caught:
        played.apply(waiting, played.action("pas", "manager"))
    assert caught.value.reason.code == "niet_nu"


def test_the_sentence_counts_for_half_and_the_move_follows() -> None:
    played, s = before_the_vote(relatie_jurist=1, gehoord_jurist_uitleg=1, steun_jurist=10)
    index = played.rules.layout.index
    whole = played.rules.persuasion.attempt(s, "manager", "jurist", played.scenario.arguments["voorbeeld"])
    assert whole.hit
    said, log = played.action("slotzin", "manager", "besluit-vragen", "jurist", "voorbeeld"), Log()
    after = played.apply(ask(played, s), said, log)
    gained = round_half_away(whole.support, 2)
    assert after[index["steun.jurist"]] - s[index["steun.jurist"]] == gained > 0
    assert after[index["anker.jurist"]] - s[index["anker.jurist"]] == round_half_away(whole.anchor, 2)
    assert after[index["herhaald.jurist.voorbeeld"]] == 1
    assert Entry("steun.jurist", gained, said.key) in log.entries
    assert [note[0] for note in log.notes][:3] == ["slotzin", "raak", "zet"]
    assert after[index["tijd.manager"]] == s[index["tijd.manager"]] - 1
    assert after[index["gedaan.besluit-vragen"]] == 1


def test_the_rule_is_looked_at_after_the_sentence() -> None:
    """One point short: the sentence that fits makes it a yes, and without it the answer is no."""
    played, s = before_the_vote(steun_jurist=40, steun_raad=5, relatie_raad=1, gehoord_raad_rekening=1)
    index, asked = played.rules.layout.index, ask(played, s)
    silent = played.apply(asked, played.action("slotzin", "manager", "besluit-vragen"))
    assert silent[index["besluit"]] == 2
    answers = {
        action.choice: played.apply(asked, action)[index["besluit"]]
        for action in played.legal(asked)
        if action.target == "raad"
    }
    assert answers["open-boek"] == 1
    assert answers["voorbeeld"] == 2


def test_a_miss_costs_half_the_goodwill() -> None:
    played, s = before_the_vote(zorg_raad_rekening=3, zorg_raad_uitleg=0, steun_raad=20, energie_manager=5)
    log, index = Log(), played.rules.layout.index
    said = played.action("slotzin", "manager", "besluit-vragen", "raad", "voorbeeld")
    after = played.apply(ask(played, s), said, log)
    assert ("mis", "raad", "voorbeeld") in log.notes
    assert Entry("steun.raad", -3, said.key) in log.entries  # -5 at 50%, half away from zero
    assert Entry("energie.manager", -1, ("mis", *said.key[1:])) in log.entries
    assert after[index["steun.raad"]] == 17


def test_with_nothing_to_say_nobody_is_asked() -> None:
    played, s = before_the_vote(onderbouwd_voorbeeld=0)
    index = played.rules.layout.index
    s[index["onderbouwd.open-boek"]] = 0
    after = ask(played, s)
    assert played.view(after).waiting == "zet"
    assert after[index["gedaan.besluit-vragen"]] == 1


def test_votes_come_by_rising_power_with_a_concern_met_or_not() -> None:
    played, s = before_the_vote(steun_jurist=40, steun_raad=-20, gehoord_jurist_uitleg=1, relatie_jurist=1)
    index = played.rules.layout.index
    s[index["herhaald.jurist.voorbeeld"]] = 1
    for concern in ("rekening", "uitleg"):
        s[index[f"zorg.raad.{concern}"]], s[index[f"gehoord.raad.{concern}"]] = {"rekening": 3, "uitleg": 1}[concern], 1
    log = Log()
    played.apply(ask(played, s), played.action("slotzin", "manager", "besluit-vragen"), log)
    votes = [note for note in log.notes if note[0] == "stem"]
    assert votes == [("stem", "jurist", "ja", "uitleg"), ("stem", "raad", "nee", "rekening")]


def test_a_no_has_faces_and_a_yes_has_friends() -> None:
    """The rule asks a backing of 20 and 5 of the council: with a no, who falls short of that is against."""
    said = {}
    for support in (30, 10, -5):
        played, s = before_the_vote(steun_raad=support, steun_jurist=10)
        log = Log()
        after = played.apply(ask(played, s), played.action("slotzin", "manager", "besluit-vragen"), log)
        votes = [note[2] for note in log.notes if note[0] == "stem"]
        said[support] = (after[played.rules.layout.index["besluit"]], votes)
    assert said == {30: (1, ["ja", "ja"]), 10: (2, ["nee", "nee"]), -5: (2, ["nee", "nee"])}


def test_a_vote_names_no_concern_that_was_not_heard() -> None:
    played, s = before_the_vote()
    log = Log()
    played.apply(ask(played, s), played.action("slotzin", "manager", "besluit-vragen"), log)
    assert {note[3] for note in log.notes if note[0] == "stem"} == {""}


def test_the_forecast_is_of_half_an_argument() -> None:
    played, s = before_the_vote(relatie_jurist=1, gehoord_jurist_uitleg=1)
    asked = ask(played, s)
    said = played.action("slotzin", "manager", "besluit-vragen", "jurist", "voorbeeld")
    whole = played.view(s).forecast(played.action("zet", "manager", "overtuigen", "jurist", "voorbeeld"))
    half = played.view(asked).forecast(said)
    assert half.likely == whole.likely == "raak"
    assert whole.gain is not None
    assert half.gain is not None
    assert half.gain[1] == round_half_away(whole.gain[1], 2)
    assert half.cost == {}
    assert played.view(asked).forecast(played.action("slotzin", "manager", "besluit-vragen")).likely == ""


def test_players_say_what_fits_best() -> None:
    played, s = before_the_vote(
        steun_raad=-10, steun_jurist=60, relatie_raad=1, zorg_raad_rekening=3, gehoord_raad_rekening=1
    )
    view = played.view(ask(played, s), "manager")
    chosen = played.actions[by_name("planner").choose(view)]  # type: ignore[attr-defined]
    assert (chosen.target, chosen.choice) == ("raad", "open-boek")
    weights = dict(zip([(a.target, a.choice) for a in view.legal], by_name("beginner").weights(view), strict=True))
    assert weights["raad", "open-boek"] > weights["raad", "voorbeeld"] > 0
