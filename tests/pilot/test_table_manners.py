"""Small manners of the table: what is unsure looks unsure, nothing is lost by one stray key, everything can be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot

from geboortespel.engine.game import Game
from geboortespel.report import whisper
from geboortespel.report.picture import NoPng
from geboortespel.scenario.reader import read
from geboortespel.session.session import Session
from geboortespel.session.store import games_folder
from geboortespel.tui import chart, hand_rows, marks, track
from geboortespel.tui.app import TableApp
from geboortespel.tui.field import TOKEN, place
from geboortespel.tui.moments import opening
from geboortespel.tui.screens.ask import Question
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.screens.settings import SettingsScreen
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.stage import answer
from geboortespel.tui.standing import standing
from geboortespel.tui.widgets.rows import Row, Rows
from geboortespel.tui.widgets.text import Paragraphs, fitted
from geboortespel.words.catalog import translator
from geboortespel.words.voice import Voice
from tests import shipped
from tests.pilot.driver import app_for, begin, idle, keyboard, name_of, text_of, through, until
from tests.pilot.test_moments import APART
from tests.pilot.test_why import app_of, planned


async def table(pilot: Pilot[Any]) -> TableScreen:
    await through(pilot)
    await idle(pilot)
    assert isinstance(pilot.app.screen, TableScreen)
    return pilot.app.screen


# -- (a) who was not heard ---------------------------------------------------------------------------------------------


def test_who_was_not_heard_keeps_a_place_whatever_others_do() -> None:
    """The same column all game long while they stay in one band, without an arrow, with dashes over their band."""
    session, places = Session(Game(shipped.scenario("graaf-reinald")), 3), dict[tuple[str, tuple[int, int]], set[int]]()
    voice = Voice(session.board, "nl")
    game = planned("graaf-reinald", 3)
    for moment in game.moments.all[::9]:
        view = game.game.view(moment.state)
        field = place(voice, view, 60, 30)
        for actor, token in field.tokens.items():
            if token.known:
                assert token.within is None
                continue
            assert token.was is None
            assert token.within is not None
            assert token.within[0] <= token.x <= token.within[1]
            places.setdefault((actor, view.band(actor)), set()).add(token.x)
    assert len(places) > 8
    moved = [key for key, columns in places.items() if max(columns) - min(columns) > TOKEN]
    assert not moved


def test_a_band_is_drawn_and_an_arrow_only_for_who_was_heard() -> None:
    session = Session(Game(shipped.scenario("graaf-reinald")), 3)
    voice = Voice(session.board, "nl")
    lines = [line.plain for line in chart.draw(place(voice, session.view(None), 40, 14), translator("nl", "tafel"))]
    assert sum(marks.UNSURE in line for line in lines) >= 6
    assert not any(arrow in line for line in lines[:-1] for arrow in (marks.TO, marks.FROM))


# -- (b) a range -------------------------------------------------------------------------------------------------------


def test_the_row_of_an_argument_tells_the_range_that_is_told_under_it() -> None:
    session = planned("eerste-dijk", 3, 20)
    ranges = 0
    for seat in session.view(None).to_act:
        view = session.view(seat)
        for action in view.legal:
            forecast = view.forecast(action)
            if forecast.gain is None or forecast.likely not in ("raak", "kan"):
                continue
            low, high = forecast.gain
            row = hand_rows.row(Voice(session.board, "nl"), view, "x", 1, "choice", [action], "").row
            assert f"{high:+d}" in row.right.plain
            assert f"{low:+d}" in row.right.plain
            ranges += low != high
    assert ranges


# -- (c) who joins later -----------------------------------------------------------------------------------------------


async def test_the_opening_says_who_may_join_later() -> None:
    app = app_of(planned("eerste-dijk", 3, 1))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await table(pilot)
        pilot.app.run_worker(opening.roles(screen.course.teller))
        await until(pilot, "Scene")
        await pilot.pause()
        shown = " ".join(text_of(app).split())
        assert "Wie er later bij kan komen:" in shown
        assert "contractman" in shown.lower().partition("later bij kan komen")[2]


# -- (e) one word for a month ------------------------------------------------------------------------------------------


def test_a_kept_game_counts_in_the_same_words_as_the_board(own_folder: Path) -> None:
    for name, seed in (("eerste-dijk", 3), ("graaf-reinald", 3)):
        path = own_folder / f"{name}.jsonl"
        reading = read(shipped.ROOT / "scenarios" / name / "scenario.yaml")
        assert reading.scenario is not None
        session = Session.new(reading.scenario, reading.resolved, seed, path)
        session.close()
        told = standing(path, translator("nl", "tafel")).where
        voice = Voice(session.board, "nl")
        title = track.title(voice, session.view(None), 118).plain
        word = "maand" if name == "eerste-dijk" else voice.titles.round_name(1).lower()
        assert word in told.lower()
        assert word in title.lower()
        assert "ronde" not in told


def test_a_kept_game_names_who_takes_part_and_not_who_may_join_later(own_folder: Path) -> None:
    path = own_folder / "eerste-dijk.jsonl"
    reading = read(shipped.ROOT / "scenarios" / "eerste-dijk" / "scenario.yaml")
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, 3, path)
    session.close()
    titles, believers = Voice(session.board, "nl").titles, reading.scenario.believers.values()
    assert not all(believer.present for believer in believers)
    people = next(line for line in standing(path, translator("nl", "tafel")).told if line.startswith("Door mensen"))
    assert people.partition(": ")[2] == ", ".join(titles.seat(b.id) for b in believers if b.present)


# -- (f) (g) the question which number, and help -----------------------------------------------------------------------


async def test_esc_at_the_question_which_number_is_called_back() -> None:
    app = app_of(planned("eerste-dijk", 3, 20))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await table(pilot)
        await pilot.press("w", "w")
        await until(pilot, "Which")
        assert "esc terug" in text_of(app)
        assert "overslaan" not in text_of(app)
        await pilot.press("escape")
        await until(pilot, "TableScreen")
        assert app.screen is screen


async def test_what_wraps_in_help_stays_in_its_column() -> None:
    app = app_of(planned("eerste-dijk", 3, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        await table(pilot)
        await pilot.press("f1")
        await until(pilot, "Page")
        visual = app.screen.query_one("#words Static").visual  # type: ignore[attr-defined]
        assert isinstance(visual, Paragraphs)
        lines = visual.at(60).plain.split("\n")
        start = next(i for i, line in enumerate(lines) if line.startswith("w  "))
        wrapped = [line for line in lines[start:] if line.startswith(" " * 19)]
        assert wrapped
        assert not [line for line in lines[start:-2] if line.startswith(" ") and not line.startswith(" " * 19)]


def test_paragraphs_are_as_high_as_their_lines() -> None:
    made = Paragraphs([Content("kop"), Row(Content("a    " + "woord " * 30), hang=5, wrap=True), Content("")])
    for width in (20, 40, 200):
        assert made.get_height({}, width) == len(made.at(width).plain.split("\n"))  # type: ignore[typeddict-item]
        assert all(len(line) <= width for line in made.at(width).plain.split("\n"))


# -- (h) names in quotation marks --------------------------------------------------------------------------------------


async def test_arguments_are_named_in_quotation_marks() -> None:
    from geboortespel.tui.moments import conversation

    app = app_of(planned("eerste-dijk", 3, 1))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await table(pilot)
        concern = next(c for a in screen.session.board.scenario.arguments.values() for c in a.answers)
        found = conversation.fitting(screen.course.teller, concern)
        assert found
        assert all(name[0] == name[-1] == "'" for name in found)


# -- (i) room for the hand, counters in sight --------------------------------------------------------------------------


async def test_at_the_start_every_row_of_the_hand_is_in_sight_and_so_are_the_counters() -> None:
    app = app_of(planned("graaf-reinald", 3, 2))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await table(pilot)
        hand = screen.query_one("#hand", Rows)
        assert hand.virtual_size.height <= hand.scrollable_content_region.height
        assert screen.query_one("#thresholds").size.height <= 2  # nothing in sight yet: no more room than that takes
        top = text_of(app).split("\n")[0]
        assert "Toenadering 0" in top
        assert "Afspraken 0" in top


# -- (j) what does not fit under the board -----------------------------------------------------------------------------


async def test_what_does_not_fit_under_the_board_says_how_to_read_on() -> None:
    app = app_of(planned("graaf-reinald", 3, 2))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await table(pilot)
        await pilot.press("home")
        assert screen.check_action("read_on", ()) is False
        await pilot.press("enter")
        await pilot.pause()
        assert "i: lees verder" in text_of(app)
        await pilot.press("i")
        await until(pilot, "Page")
        shown = " ".join(text_of(app).replace("│", " ").split())
        assert " ".join(screen.told.plain.split()[-6:]) in shown
        await pilot.press("escape")


@pytest.mark.parametrize("width", [20, 33, 78])
def test_a_text_is_fitted_to_its_lines(width: int) -> None:
    text = Content("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien " * 3)
    shown, cut = fitted(text, width, 2, "i: meer")
    assert cut
    lines = shown.plain.split("\n")
    assert len(lines) == 2
    assert lines[1].endswith("i: meer")
    assert all(len(line) <= width for line in lines)
    assert fitted(text, width, 40, "i: meer") == (text, False)


# -- (k) settings in a scene -------------------------------------------------------------------------------------------


async def test_the_settings_open_in_a_scene_and_the_scene_goes_on() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(120, 36)) as pilot:
        await begin(pilot, keyboard)
        await until(pilot, "Scene")
        scene = app.screen
        assert isinstance(scene, Scene)
        await pilot.press("f2")
        await until(pilot, "SettingsScreen")
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("escape")
        await until(pilot, "Scene")
        assert app.screen is scene
        before = scene.stage
        for _ in range(10):
            await pilot.press("enter")
            await pilot.pause(0.05)
            if scene.stage is not before:
                break
        assert scene.stage is not before


# -- (l) ending a turn -------------------------------------------------------------------------------------------------


async def test_with_time_left_e_ends_a_turn_only_at_the_second_press() -> None:
    session = planned("eerste-dijk", 3, 20)
    app = app_of(session)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        screen = await table(pilot)
        assert (session.view(None).value(f"tijd.{screen.seat}") or 0) > 0
        acts = len(session.moments.acts(session.line))
        await pilot.press("e")
        await idle(pilot)
        assert len(session.moments.acts(session.line)) == acts
        assert "Nog een keer e" in " ".join(text_of(app).split())
        await pilot.press("e")
        await pilot.pause(0.2)
        assert session.moments.acts(session.line)[acts].kind == "pas"
        assert "Nog een keer e" not in " ".join(text_of(app).split()), "the warning does not lie over what comes"


async def test_the_second_of_two_quick_digits_closes_nothing_below_the_question() -> None:
    app = app_of(planned("eerste-dijk", 3, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await table(pilot)
        given: list[str | None] = []
        app.push_screen(Question("Wie?", "", [answer("een", 1, "Een"), answer("twee", 2, "Twee")]), given.append)
        await idle(pilot)
        app.simulate_key("1")
        app.simulate_key("2")  # under way before the question is gone
        await idle(pilot)
        assert given == ["een"]
        assert app.screen is screen, "the table is still there"


async def test_a_move_in_between_makes_it_the_first_press_again() -> None:
    session = planned("graaf-reinald", 3, 30)
    app = app_of(session)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await table(pilot)
        await pilot.press("e")
        await idle(pilot)
        others = len(screen.mine)
        assert others > 1
        await pilot.press("r", "e")
        await idle(pilot)
        assert session.moments.last_act(session.line).action.kind != "pas"  # type: ignore[union-attr]
        assert name_of(app) == "TableScreen"


# -- (m) whisper cards -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["eerste-dijk", "graaf-reinald"])
def test_whisper_cards_are_numbered_in_the_order_in_which_they_can_come_up(name: str) -> None:
    last: dict[str, tuple[int, int]] = {}
    for seat, number, event in whisper.dilemmas(shipped.scenario(name)):
        before = last.get(seat, (0, 0))
        now = (number, whisper.first_round(event.when))
        assert now[0] == before[0] + 1
        assert now[1] >= before[1]
        last[seat] = now
    assert last


def test_whisper_cards_as_png_are_known_as_ours() -> None:
    voice = Voice(Game(shipped.scenario("apart")).board, "nl")
    try:
        (sheet,) = whisper.pictures(whisper.cards(voice), voice)
    except NoPng:
        pytest.skip("no PNG on this machine")
    assert whisper.is_ours(sheet)
    assert not whisper.is_ours(sheet.replace(b"fluisterkaarten", b"iets heel anders"))


async def test_whisper_cards_are_saved_as_drawings_and_as_pictures() -> None:
    app = TableApp(None, "nl")
    async with app.run_test(size=(120, 36)) as pilot:
        from geboortespel.tui.taking import save_whisper_cards

        save_whisper_cards(app, shipped.scenario("apart"))
        await app.workers.wait_for_complete()
        await pilot.pause()
        folder = games_folder().parent / "teksten"
        drawn = sorted(path.suffix for path in folder.iterdir())
        assert ".svg" in drawn
        try:
            voice = Voice(Game(shipped.scenario("apart")).board, "nl")
            whisper.pictures(whisper.cards(voice), voice)
        except NoPng:
            return
        assert drawn == [".png", ".svg"]


# -- (n) whose eyes ----------------------------------------------------------------------------------------------------


def test_an_answer_lies_open_for_all_as_soon_as_several_look() -> None:
    assert Session.reader("jurist", 1) == "jurist"
    assert Session.reader("jurist", 2) is None
    assert Session.reader("", 1) is None
