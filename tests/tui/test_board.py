"""What lies on the board: phase track, lanterns, walls, people, hand; pure, from views of a shipped scenario."""

from __future__ import annotations

import pytest

from geboortespel.engine.view import View
from geboortespel.session.session import Session
from geboortespel.tui import board, lanterns, persons, track, walls
from geboortespel.tui.hand import FEW, PASS, Hand
from geboortespel.tui.moments.lanterns import weakest as weakest_perspective
from geboortespel.tui.past import Past
from geboortespel.words.voice import Voice
from tests.shipped import game, scenario

NAME = "graaf-reinald"


def begun(rounds: int = 1) -> Session:
    """A game at its first moves of this round; nobody does anything before it."""
    session = Session(game(NAME), 7, people=tuple(scenario(NAME).believers))
    for _ in range(400):
        view = session.view(None)
        if view.waiting == "zet" and view.round >= rounds:
            return session
        legal = session.view(view.private or None).legal
        session.act(next((action for action in legal if action.kind == "pas"), legal[0]))
    raise AssertionError("no such round")


@pytest.fixture(scope="module")
def session() -> Session:
    return begun()


@pytest.fixture(scope="module")
def voice(session: Session) -> Voice:
    return Voice(session.board, "nl")


@pytest.fixture(scope="module")
def view(session: Session) -> View:
    return session.view("projectmanager")


def test_the_track_has_a_bead_for_every_round_and_one_is_now() -> None:
    for rounds in (1, 3, 5):
        session = begun(rounds)
        voice, view = Voice(session.board, "nl"), session.view(None)
        starts = Past(session, voice).phase_starts()
        assert sum(size for _, _, size in track.lengths(voice, view, starts)) == view.rounds
        line = track.track(voice, view, starts, 118)
        assert line.cell_length == 118
        assert sum(line.plain.count(bead) for bead in "●▶○") == view.rounds
        assert line.plain.count("●") == view.round - 1
        assert line.plain.count("▶") == 1
        assert track.track(voice, view, starts, 40).cell_length <= 40


@pytest.mark.parametrize("width", [20, 40, 78, 200])
def test_the_title_fills_its_width(voice: Voice, view: View, width: int) -> None:
    assert track.title(voice, view, width).cell_length == width


def test_the_counter_that_only_this_scenario_has_stays_in_sight() -> None:
    session = Session(game("amstelspoor"), 7, people=())
    own, view = Voice(session.board, "nl"), session.view(None)
    assert "Dikte van de schets 3" in track.title(own, view, 78).plain
    assert "Toenadering" not in track.title(own, view, 78).plain
    assert "Toenadering 0 · Afspraken 0 · Dikte van de schets 3" in track.title(own, view, 116).plain


def test_a_counter_says_what_it_means() -> None:
    session = Session(game("amstelspoor"), 7, people=())
    rows = lanterns.lanterns(Voice(session.board, "nl"), session.view(None), {}, 78)
    about = next(row.about for row in rows if row.id == "dikte")
    assert "geen schets meer" in about.plain


@pytest.mark.parametrize(("level", "full", "bound"), [(0, 0, "│"), (59, 5, "│"), (60, 6, "┃"), (100, 10, "┃")])
def test_a_meter_shows_the_bound_and_whether_it_is_reached(level: int, full: int, bound: str) -> None:
    shown = lanterns.meter(level, 60, 10, "$groen").plain
    assert len(shown) == 11
    assert shown[6] == bound
    assert shown.count("━") == full


def test_a_lantern_is_as_its_weakest_aspect(voice: Voice, view: View) -> None:
    for perspective in ("project", "mens", "organisatie"):
        aspects = lanterns.counted(voice, view, perspective)
        colours = {view.colour(aspect) for aspect in aspects}
        weakest = next(colour for colour in ("rood", "oranje", "groen") if colour in colours)
        assert lanterns.weakest(view, aspects) == weakest
    looks = list(lanterns.LIGHTS.values())
    assert len(set(looks)) == 3


def test_no_perspective_is_the_weakest_when_all_is_green(
    voice: Voice, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert weakest_perspective(voice, view)
    monkeypatch.setattr(View, "colour", lambda self, aspect: "groen")
    assert weakest_perspective(voice, view) == ""


def test_lanterns_show_every_aspect_with_level_and_change(voice: Voice, view: View) -> None:
    rows = {item.id: item.row.plain for item in lanterns.lanterns(voice, view, {"urgentie": -3}, 36)}
    for aspect in voice.board.scenario.aspects:
        assert str(view.level(aspect)) in rows[aspect]
    assert "▼3" in rows["urgentie"]


def test_walls_show_what_is_left_what_it_costs_and_what_a_move_takes() -> None:
    session = begun(3)
    voice, view = Voice(session.board, "nl"), session.view(None)
    assert view.thresholds
    first = view.thresholds[0]
    threshold = voice.board.scenario.thresholds[first]
    plain = walls.walls(voice, view, {}, 80)[0].row.plain
    assert plain.count("▓") == view.value(f"weerstand.{first}")
    assert walls.toll(voice, first) in plain
    taken = walls.walls(voice, view, {}, 80, {first: 2})[0].row.plain
    assert taken.count("▒") == 2
    assert "−2" in taken
    about = walls.about_wall(voice, view, first).plain
    for route in threshold.routes.values():
        assert voice.titles.move(route.move) in about


def test_the_hand_starts_with_no_more_rows_than_digits(voice: Voice, session: Session) -> None:
    for seat in session.view(None).to_act:
        hand = Hand(voice, session.view(seat), seat)
        step = hand.step(())
        numbered = [item for item in step.items if item.id in step.stands]
        assert [item.row.plain[0] for item in numbered] == [str(n) for n in range(1, len(numbered) + 1)]
        assert len(numbered) <= FEW
        assert step.actions[PASS].kind == "pas"


def test_every_move_can_be_reached_from_the_start(voice: Voice, view: View) -> None:
    hand = Hand(voice, view, "projectmanager")
    found, todo = set(), [()]
    while todo:
        step = hand.step(todo.pop())
        found |= {action.index for action in step.actions.values()}
        todo += [hand.skips(path) for path in step.paths.values()]
    assert found == {action.index for action in hand.moves} | {hand.passing.index if hand.passing else -1}


def test_listening_takes_two_keys(voice: Voice, view: View) -> None:
    hand = Hand(voice, view, "projectmanager")
    start = hand.step(())
    path = next(path for path in start.paths.values() if path[-1] == "luisteren")
    step = hand.step(hand.skips(path))
    assert all(action.what == "luisteren" for action in step.actions.values())
    assert len(step.actions) > 1


def test_moves_toward_somebody_are_the_legal_ones(voice: Voice, view: View) -> None:
    hand = Hand(voice, view, "projectmanager")
    for actor in voice.board.actors:
        towards = {action.index for action in hand.toward(actor).actions.values()}
        assert towards == {action.index for action in hand.moves if action.target == actor}


def test_a_page_of_somebody_hides_what_is_hidden(voice: Voice, view: View, session: Session) -> None:
    past = Past(session, voice)
    told = "\n".join(line.plain for line in persons.page(voice, view, past, "dijkgraaf", {}))
    assert "▒" in told  # a band, not a place
    assert "+" not in told
    assert "?" in told
    assert "Heemraad" in told


def test_speech_is_what_they_said_in_their_own_words(voice: Voice) -> None:
    session = begun()
    past = Past(session, voice)
    listening = next(a for a in session.view("projectmanager").legal if a.what == "luisteren")
    session.act(listening)
    while session.view(None).waiting == "gok":
        session.act(session.view(None).legal[-1])
    last = past.last_speech()
    assert last is not None
    assert last.actor == listening.target
    assert last.concern
    assert last.sentences
    heard = [note for line in range(session.line + 1) for note in session.notes(line) if note[0] == "gehoord"]
    assert heard[-1][1:] == (last.actor, last.concern)


def test_cost_is_tokens(voice: Voice) -> None:
    assert board.price(voice, {"tijd": 2, "energie": 1}).plain == "◆◆ ▪"
