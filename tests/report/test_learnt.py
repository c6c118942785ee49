"""Lessons used: held against the ledger, deed by deed; and each with its moment and its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.report.lookback.learnt import source, told
from geboortespel.report.lookback.lessons import lessons
from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.used import GOOD, carriers, could, uses
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.report.test_lookback import replayed


@pytest.fixture(scope="module")
def games(born: Path, played: Callable[..., Path]) -> list[Session]:
    return [replayed(path) for path in (born, *(played(seed=seed) for seed in range(3)))]


def test_what_a_deed_did_is_what_the_ledger_says(games: list[Session]) -> None:
    for session in games:
        for found in uses(Past(session)).values():
            for use in found:
                moment = session.moments.all[use.line]
                assert moment.action is not None
                assert moment.action.key == use.code
                entries = [entry for entry in moment.entries if entry.cause[0] not in ("luistert", "anker", "kaart")]
                for name, delta in use.did:
                    assert any(entry.name == name for entry in entries), name
                    if use.thing.startswith("aspect."):
                        assert delta > 0


def test_a_lesson_is_used_only_by_a_deed_that_carries_it_and_helped(games: list[Session]) -> None:
    for session in games:
        past = Past(session)
        found, carrying = lessons(past), carriers(session.board.scenario)
        assert found.used
        for lesson, done in found.used.items():
            assert found.state(lesson) == "gebruikt"
            assert lesson not in found.could
            for use in done:
                assert use.thing in carrying[lesson]
                assert use.gain > 0
                gained = any(delta > 0 for name, delta in use.did if name.split(".")[0] in GOOD)
                lowered = any(delta < 0 for name, delta in use.did if name.startswith("weerstand."))
                signed = use.thing.startswith(("afspraak.", "drempel.")) and not use.did
                signed = signed or ("besluit", 1) in use.did
                assert gained or lowered or signed, use


def test_hiring_one_adviser_is_not_the_lesson_of_another(games: list[Session]) -> None:
    scenario = games[0].board.scenario
    carrying = carriers(scenario)
    assert "adviseur.doorlichter" in carrying["advies-doorlichten"]
    assert not any(thing.startswith("zet.adviseur") for thing in carrying["advies-doorlichten"])


def test_signing_what_undoes_a_lesson_is_no_use_of_it(games: list[Session]) -> None:
    """What was signed counts by what the ledger says it did."""
    seen = 0
    for session in games:
        for found in uses(Past(session)).values():
            for use in found:
                if use.thing.startswith("afspraak."):
                    seen += 1
                    cause = tuple(use.thing.split("."))
                    came = [e for e in session.moments.all[use.line].entries if e.cause == cause]
                    assert sum(delta for _, delta in use.did) == sum(entry.delta for entry in came)
    assert seen


def test_pinning_the_work_down_is_no_use_of_asking_less(games: list[Session]) -> None:
    things = carriers(games[0].board.scenario)["minder-eisen"]
    assert "zet.eisen-schrappen" in things
    assert "zet.scope-vastzetten" not in things


def test_what_could_have_been_done_could_be_done(games: list[Session]) -> None:
    seen = 0
    for session in games:
        past = Past(session)
        found = lessons(past)
        again = could(past, [lesson for lesson in session.board.scenario.lessons if found.state(lesson) != "gebruikt"])
        assert again == found.could
        for lesson, (number, thing) in found.could.items():
            seen += 1
            assert 1 <= number <= past.now.rounds
            assert thing in carriers(session.board.scenario)[lesson]
    assert seen


def test_a_level_counts_only_when_it_ended_green(not_born: Path) -> None:
    past = Past(replayed(not_born))
    red = {aspect for aspect in past.required if past.now.colour(aspect) != "groen"}
    assert red
    for found in uses(past).values():
        assert not {use.thing for use in found} & {f"aspect.{aspect}" for aspect in red}


def test_every_lesson_is_told_with_its_moment_and_its_page(games: list[Session]) -> None:
    for session in games:
        voice, past = Voice(session.board, "nl"), Past(session)
        found, text = lessons(past), [line.plain.strip() for line in told(voice, past)]
        for goal in found.goals:
            at = next(n for n, said in enumerate(text) if session.board.scenario.lessons[goal].title in said)
            mark = {"gebruikt": "✓", "ontmoet": "◐", "gemist": "✗"}[found.state(goal)]
            assert text[at].startswith(mark)
            assert text[at + 1].startswith(
                ("Gebruikt in", "Tegengekomen in", "Had gekund vanaf", "Jullie zijn het niet")
            )
            assert text[at + 2] == source(voice, goal)
    chapters = [source(voice, lesson) for lesson in session.board.scenario.lessons]
    assert all(said.startswith(("Geboorteverhalen, hoofdstuk", "Voor dit spel afgeleid")) for said in chapters)
    assert all("blz." in said for said in chapters if said.startswith("Geboorteverhalen"))


def test_a_running_game_tells_nothing_hidden(played: Callable[..., Path]) -> None:
    session = replayed(played(seed=2, actions=14))
    past = Past(session)
    hidden = [name for found in uses(past).values() for use in found for name, _ in use.did if past.now.hides(name)]
    assert hidden == []
