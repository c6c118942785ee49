"""The look back: every claim held against the journal it is computed from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.cli.main import run
from geboortespel.report.lookback import as_text, look_back, where_it_stands
from geboortespel.report.lookback.guesses import predicted, weakest
from geboortespel.report.lookback.lessons import lessons
from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.timeline import timeline
from geboortespel.report.lookback.turning import LEAST, talk, turns
from geboortespel.report.lookback.unheard import people
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.replay import replay
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.report.conftest import FINGERS

KLEIN = Path(__file__).parents[1] / "scenario" / "klein.yaml"


def replayed(path: Path, until: int | None = None) -> Session:
    session, lines = replay(path, until)
    for _ in lines:
        pass
    return session


@pytest.fixture(scope="module")
def history(born: Path) -> Session:
    return replayed(born)


def text(session: Session, language: str = "nl", *, drawn: bool = True) -> str:
    return as_text(look_back(Voice(session.board, language), session, drawn=drawn), 78)


# -- the way -----------------------------------------------------------------------------------------------------------


def test_steps_add_up_to_what_the_game_did(history: Session, played: Callable[..., Path]) -> None:
    for session in (history, *(replayed(played(seed=seed)) for seed in range(4))):
        past = Past(session)
        start, end = past.missing(past.way[0].state), past.missing(session.state)
        assert sum(step.towards for step in past.steps) == start - end
        lines = [step.line for step in past.steps]
        assert lines == sorted(lines)
        last = {step.line: step for step in past.steps}
        for moment in past.way:
            if moment.line in last:
                assert last[moment.line].left == past.missing(moment.state)


def test_what_was_taken_back_did_not_happen(played: Callable[..., Path]) -> None:
    session = replayed(played(seed=3, actions=12))
    session.allow_undo("altijd")
    taken = session.line
    before = [(step.line, step.towards) for step in Past(session).steps]
    session.act(session.view(None).legal[0])
    session.undo()
    assert [(step.line, step.towards) for step in Past(session).steps] == before
    assert all(step.line <= taken for step in Past(session).steps)


# -- the timeline ------------------------------------------------------------------------------------------------------


def test_the_timeline_is_what_the_views_say(history: Session) -> None:
    past = Past(history)
    found = timeline(past)
    assert found.rounds == (*range(1, 10), 0)
    aspects = history.board.scenario.aspects
    assert sum(len(lane.strips) for lane in found.lanes) == len(past.now.required)
    for lane in found.lanes:
        assert lane.green[-1] == len(lane.strips), "a full birth: everything is green at the end"
        assert lane.missing[-1] == 0
        for n, state in enumerate([state for _, state in past.begins]):
            view = history.game.view(state)
            for strip in lane.strips:
                assert strip.levels[n] == view.level(strip.aspect)
                assert (strip.colours[n] == "groen") == (view.level(strip.aspect) >= aspects[strip.aspect].green)
            assert lane.green[n] == sum(view.colour(strip.aspect) == "groen" for strip in lane.strips)


def test_a_long_game_is_drawn_in_few_columns() -> None:
    reading = read(KLEIN, Library())
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, 5, None)
    while not session.finished:
        session.act(session.view(None).legal[-1])
    found = timeline(Past(session))
    assert not found.lanes
    assert len(found.rounds) <= 14
    name, values = found.counters[0]
    assert values[-1] == session.view(None).value(name)
    said = text(session)
    assert "heeft geen aspecten" in said
    assert "Dit scenario noemt geen lessen." in said
    chapters = look_back(Voice(session.board, "nl"), session)
    assert all(chapter.lines for chapter in chapters), "no chapter is empty"


def test_the_plot_does_not_depend_on_colour(history: Session) -> None:
    marks = [line.plain for line in look_back(Voice(history.board, "nl"), history)[0].lines if line.drawn]
    assert any("◐" in mark and "●" in mark for mark in marks)
    assert all(len(mark) <= 78 for mark in marks)
    assert "Onzekerheid: eerst ◐ oranje, ● groen aan het einde; groen vanaf" in text(history, drawn=False)


# -- turning points ----------------------------------------------------------------------------------------------------


def test_turning_points_are_the_largest_steps(history: Session) -> None:
    past = Past(history)
    told = [turn.step for turn in turns(past) if turn.step is not None]
    deeds = sorted(step.towards for step in past.steps if step.code[0] not in ("maand", "zichtbaar"))
    assert max(step.towards for step in told) == deeds[-1]
    assert deeds[0] > -LEAST or min(step.towards for step in told) == deeds[0], "a step back is told when it is one"
    order = [(turn.line, turn.order) for turn in turns(past)]
    assert order == sorted(order)


def test_the_largest_step_back_is_told(played: Callable[..., Path]) -> None:
    """In games that have one that counts; among these there are."""
    back = 0
    for seed in range(8):
        past = Past(replayed(played(seed=seed)))
        told = [turn.step.towards for turn in turns(past) if turn.step is not None]
        least = min(step.towards for step in past.steps if step.code[0] not in ("maand", "zichtbaar"))
        if least <= -LEAST:
            back += 1
            assert min(told) == least, seed
    assert back


def test_every_threshold_that_went_and_every_vote_is_told(history: Session) -> None:
    past, said = Past(history), text(history)
    gone = [note for moment in past.way for note in moment.notes if note[0] == "drempel_weg"]
    assert gone
    for _, threshold in gone:
        title = history.board.scenario.thresholds[threshold].title
        assert f"'{title}' is uit de weg" in said
    votes = [note[2] for moment in past.way for note in moment.notes if note[0] == "stem"]
    assert votes
    if votes.count("nee") == 0:
        members = history.board.scenario.body.members if history.board.scenario.body else ()
        assert f"Stemming: {len(members)} voor, 0 tegen. Het besluit is ja." in said
    assert "Er ligt een akkoord met de markt." in said


def test_hits_and_misses_are_counted(history: Session) -> None:
    notes = [note[0] for moment in history.moments.way(history.line) for note in moment.notes]
    spoken = talk(Past(history))
    assert (spoken.hits, spoken.misses, spoken.worn) == tuple(map(notes.count, ("raak", "mis", "sleets")))
    assert spoken.hits > 0


# -- guesses -----------------------------------------------------------------------------------------------------------


def test_fingers_beside_the_ending(history: Session) -> None:
    said = text(history)
    assert f"Vingers bij het begin: {', '.join(map(str, FINGERS))}." in said
    assert "Het werd: Geboren." in said
    assert "Speler 1 twijfelde" in said


def test_the_weakest_perspective_and_the_vote(played: Callable[..., Path]) -> None:
    session = replayed(played(seed=2, actions=8))
    view = session.view(None)
    aspects = session.board.scenario.aspects
    share = {}
    for perspective in ("project", "mens", "organisatie"):
        mine = [a for a in view.required if aspects[a].perspective == perspective]
        share[perspective] = sum(view.colour(a) == "groen" for a in mine) / len(mine)
    least = {p for p, green in share.items() if green == min(share.values())}
    session.remark("zwakste", {"perspectief": ["mens", "project"]})
    session.remark("zwakste", {"perspectief": "organisatie"})
    session.remark("voorspelling", {"voor": 2})
    several, single = weakest(Past(session))
    assert several.guessed == ("mens", "project")
    assert single.guessed == ("organisatie",), "a remark of one person, as older journals have it"
    assert set(several.weakest) == least
    assert [item.votes for item in predicted(Past(session))] == [None]
    assert "jullie zeiden 2; er kwam geen stemming" in text(session)


# -- held back ---------------------------------------------------------------------------------------------------------


def test_what_was_held_back_is_told_when_it_is_over(not_born: Path) -> None:
    session = replayed(not_born)
    index, state = session.game.rules.layout.index, session.state
    found = {person.actor: person for person in people(Past(session))}
    for actor, concerns in session.game.rules.concerns.items():
        unheard = {concern for weight, heard, concern in concerns if state[weight] and not state[heard]}
        assert set(found[actor].unheard if actor in found else ()) == unheard
        if actor in found:
            assert found[actor].now == state[index[f"steun.{actor}"]]
    assert any(person.unheard for person in found.values())


def test_an_unfinished_game_keeps_its_secrets(played: Callable[..., Path]) -> None:
    session = replayed(played(seed=1, actions=20))
    past, said = Past(session), text(session)
    assert people(past) == []
    assert "blijft bij hen tot het spel is afgelopen" in said
    assert where_it_stands(Voice(session.board, "nl"), session).plain.startswith("Dit spel is nog niet afgelopen")
    private = [event for event in session.board.events.values() if event.seat]
    happened = [e for e in private if state_of(session, e.id)]
    assert happened, "somebody was asked something alone by then"
    assert not any(event.title and event.title in said for event in happened)
    assert "Onder vier ogen\n" not in said


def state_of(session: Session, event_id: str) -> int:
    return session.state[session.game.rules.layout.index[f"gebeurd.{event_id}"]]


def test_private_dilemmas_are_open_when_it_is_over(not_born: Path) -> None:
    session = replayed(not_born)
    said = " ".join(text(session).split())
    asked = [note for m in session.moments.way(session.line) for note in m.notes if note[0] == "keuze"]
    private = [note for note in asked if session.game.privacy.owner(note)]
    assert private
    for _, event, option in private:
        title = session.board.events[event].title
        chosen = session.board.events[event].options[option].title
        assert " ".join(f"{title}. Gekozen: {chosen}.".split()) in said


# -- lessons -----------------------------------------------------------------------------------------------------------


def test_lessons_are_those_of_what_happened(played: Callable[..., Path]) -> None:
    session = replayed(played(seed=0, actions=1))
    found = lessons(Past(session))
    scenario = session.board.scenario
    happened = {n[-1] for m in session.moments.way(session.line) for n in m.notes if n[0] in ("gebeurtenis", "kaart")}
    of_news = {lesson for event in happened for lesson in session.board.events[event].lessons}
    acted = [action for action in session.moments.acts(session.line) if action.kind == "zet"]
    allowed = of_news | {lesson for action in acted for lesson in scenario.moves[action.what].lessons}
    private = {e.id for e in session.board.events.values() if e.seat}
    assert {met for met in found.met if met not in allowed} == set()
    assert set(found.goals) == set(scenario.goals)
    assert found.missed_goals, "after one action not every goal was met"
    assert of_news <= set(found.met) or happened & private


def test_lessons_of_what_still_stands(not_born: Path) -> None:
    session = replayed(not_born)
    found, view = lessons(Past(session)), session.view(None)
    assert set(found.standing) == {t for t in view.thresholds if session.board.scenario.thresholds[t].lessons}
    assert all(view.colour(aspect) != "groen" for aspect in found.short)
    said = text(session)
    for threshold in found.standing:
        assert f"'{session.board.scenario.thresholds[threshold].title}' staat er nog" in said


# -- as a whole --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_stage_of_a_game_can_be_looked_back_on(born: Path, language: str) -> None:
    session, lines = replay(born)
    voice = Voice(session.board, language)
    for n, _ in enumerate(lines):
        if n % 9 == 0:
            for drawn in (True, False):
                said = as_text(look_back(voice, session, drawn=drawn), 60)
                assert "{" not in said
                assert all(len(line) <= 78 for line in said.split("\n"))


def test_the_command(born: Path, played: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["terugblik", str(born)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Graaf Reinald. Hoe het afliep, najaar 2017: Geboren.\n")
    for title in ("TIJDLIJN", "KEERPUNTEN", "GERADEN", "VERZWEGEN", "LESSEN"):
        assert f"\n{title}\n" in out
    assert run(["lookback", str(born), "--taal", "en", "--plain"]) == 0
    assert "TURNING POINTS" in capsys.readouterr().out
    assert run(["terugblik", str(played(actions=3))]) == 0
    assert "nog niet afgelopen" in capsys.readouterr().err
    assert run(["terugblik", "/bestaat/niet.jsonl"]) == 2


# -- the chance of birth -----------------------------------------------------------------------------------------------


def test_the_command_tells_the_chances_and_the_same_each_time(
    not_born: Path, played: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for _ in range(2):
        assert run(["terugblik", "--taal", "en", "--kansen", "1", "--zonder-plaatje", str(not_born)]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert "CHANCE OF BIRTH" in said[0]
    assert "End: 0%\n" in said[0], "how it ended is certain"
    assert "Month 1: 100% (21-100)" in said[0], "Wilson: of one game"
    assert "none is called a turning point" in " ".join(said[0].split()), "one game from each moment proves nothing"
    assert run(["terugblik", "--kansen", "1", str(played(seed=5, actions=3))]) == 2
    assert "nog niet afgelopen" in capsys.readouterr().err
