"""People in the look back: who moved whom adds up, what was never told is true, nobody is ranked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.report.lookback.carried import loads
from geboortespel.report.lookback.moved import LEAST, moved, untold
from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.people import at_the_table, told
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.report.test_lookback import replayed


@pytest.fixture(scope="module")
def games(born: Path, played: Callable[..., Path]) -> list[Session]:
    return [replayed(path) for path in (born, *(played(seed=seed) for seed in range(3)))]


def test_what_moved_somebody_adds_up_to_how_they_moved(games: list[Session]) -> None:
    for session in games:
        index = session.game.rules.layout.index
        people = moved(Past(session))
        assert {person.actor for person in people} == set(session.board.actors)
        for person in people:
            assert person.now == session.state[index[f"steun.{person.actor}"]]
            assert person.before + sum(push.points for push in person.pushes) == person.now, person.actor
            assert sum(len(person.of(source)) for source in person.sources) == len(person.pushes)


def test_a_believer_gets_what_was_theirs_to_do(games: list[Session]) -> None:
    for session in games:
        for person in moved(Past(session)):
            for push in person.pushes:
                action = session.moments.all[push.line].action
                assert action is not None
                if push.source[0] == "believer":
                    assert push.source[1] == action.seat
                if push.cause[0] == "luistert":
                    assert push.source == ("actor", push.cause[1])


def test_news_that_moved_somebody_stands_in_the_round_it_came_in(games: list[Session]) -> None:
    late = 0
    for session in games:
        past = Past(session)
        for person in moved(past):
            for push in person.pushes:
                moment = session.moments.all[push.line]
                if push.source[0] == "nieuws":
                    assert push.round == past.news_round(moment)
                    late += push.round > past.round_of(moment)
                else:
                    assert push.round == past.round_of(moment)
    assert late, "the last pass of a round brought the news of the next"


def test_what_was_never_told_was_never_told_and_would_have_worked(games: list[Session]) -> None:
    seen = 0
    for session in games:
        said = {(note[1], note[2]) for m in session.moments.all for note in m.notes if note[0] in ("raak", "mis")}
        scenario, rules = session.board.scenario, session.game.rules
        for one in untold(Past(session)):
            seen += 1
            assert (one.actor, one.argument) not in said
            assert one.concern in scenario.arguments[one.argument].answers
            weights = {concern: session.state[slot] for slot, _, concern in rules.concerns[one.actor]}
            assert weights[one.concern] > 0, "they really had it on their mind"
            assert one.points >= LEAST
    assert seen


def test_only_the_table_that_decides_counts(games: list[Session]) -> None:
    session = games[0]
    body = session.board.scenario.body
    assert body is not None
    assert at_the_table(Past(session)) == tuple(body.members)
    text = [line.plain for line in told(Voice(session.board, "nl"), Past(session))]
    start = text.index("Nooit verteld waar het telde")
    names = [line.split(":")[0].strip() for line in text[start + 2 : text.index("Wie droeg wat") - 1]]
    assert set(names) <= {session.board.actor_title(member) for member in body.members}


def test_believers_stand_in_the_order_of_the_scenario_without_points(games: list[Session]) -> None:
    for session in games:
        past = Past(session)
        assert [load.seat for load in loads(past)] == list(session.board.seats)
        text = [line.plain for line in told(Voice(session.board, "nl"), past)]
        rows = text[text.index("Wie droeg wat") + 1 :]
        titles = [session.board.seat_title(seat) for seat in session.board.seats]
        assert [titles.index(row.split(":")[0].strip()) for row in rows] == sorted(
            titles.index(row.split(":")[0].strip()) for row in rows
        )
        assert not any("+" in row for row in rows)


def test_what_each_did_is_what_the_journal_says(games: list[Session]) -> None:
    for session in games:
        moves = session.board.scenario.moves
        acts = session.moments.acts(session.line)
        for load in loads(Past(session)):
            mine = [act for act in acts if act.seat == load.seat]
            listened = [act.target for act in mine if act.kind == "zet" and moves[act.what].verb == "luisteren"]
            assert load.heard == listened
            assert load.questions == sum(act.kind == "keuze" for act in mine)


def test_a_running_game_keeps_how_people_moved(played: Callable[..., Path]) -> None:
    session = replayed(played(seed=5, actions=12))
    past = Past(session)
    assert not moved(past)
    assert not untold(past)
    text = "\n".join(line.plain for line in told(Voice(session.board, "nl"), past))
    assert text.startswith("Hoe mensen echt bewogen blijft van hen")
    assert "Wie droeg wat" in text
