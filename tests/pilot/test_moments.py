"""Moments at the table: what is asked and told, in which order, and that a kill at any of them loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from geboortespel.report import whisper
from geboortespel.scenario.reader import read
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.moments import dike, reading, turns
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.settings import Settings
from geboortespel.tui.taking import text_on
from tests.pilot.driver import (
    Player,
    app_for,
    at_stage,
    begin,
    idle,
    keyboard,
    mouse,
    name_of,
    play_on,
    text_of,
    through,
    until,
)
from tests.pilot.test_whole_games import PROEF, ROOT

APART = str(ROOT / "scenario" / "apart.yaml")


def session_of(app: TableApp) -> Session:
    """The game on the table."""
    assert app.session is not None
    return app.session


async def seated(pilot: Pilot[Any], people: int = 1) -> TableScreen:
    """At the table, past everything that comes before it."""
    await until(pilot, "BriefingScreen")
    for _ in range(people - 1):
        await pilot.press("n")
        await pilot.pause()
    await begin(pilot, keyboard)
    await through(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, TableScreen)
    return screen


def do(screen: TableScreen, kind: str, what: str = "", target: str = "", seat: str = "") -> None:
    """Play the first action of the table that is like this."""
    assert not screen.course.busy
    wanted = (("kind", kind), ("what", what), ("target", target), ("seat", seat))
    legal = screen.session.view(None).legal
    screen.course.play(next(a for a in legal if all(getattr(a, key) == part for key, part in wanted if part)))


async def pass_until(pilot: Pilot[Any], screen: TableScreen, waiting: str) -> None:
    """Everybody is done, month after month, with the first answer to what is asked of all, until the game waits so."""
    for _ in range(12):
        await idle(pilot)
        view = screen.session.view(None)
        if view.waiting == waiting and (waiting != "keuze" or view.private):
            return
        if name_of(pilot.app) == "TableScreen":
            do(screen, "pas" if view.waiting == "zet" else view.waiting)
            await pilot.pause(0.1)
        else:
            await pilot.press("escape")
    raise AssertionError(f"never waits for {waiting}")


async def test_the_first_five_minutes_end_in_a_real_conversation() -> None:
    """A sentence, fingers, roles, the news, and a listening move, before anything of the table is in sight."""
    app = app_for(PROEF)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, keyboard)
        await at_stage(pilot, "Als dit misgaat", "Dijkgraaf")
        await at_stage(pilot, "Zou jij hier een alliantie van maken?")
        await pilot.press("5")
        await at_stage(pilot, "●●●●●  5", "Ik bedoelde een ander aantal")
        assert "vingers" not in dict(session_of(app).remarks)
        await pilot.press("2")
        await at_stage(pilot, "zeker")
        await pilot.press("4")
        await at_stage(pilot, "●●●●○  4")
        await pilot.press("1")
        await at_stage(pilot, "Jij trekt de kar.", "Jij schrijft het op.")
        await at_stage(pilot, "bij wie ga je het eerst langs?", "Dijkgraaf", "meteen naar de tafel")
        assert "Perspectieven" not in text_of(app)
        await pilot.press("1")
        await at_stage(pilot, "Tien minuten. Meer heb ik niet.", "Wat vraag je?")
        await pilot.press("3")
        await at_stage(
            pilot, "Koffie", "een dijk die twee keer zo duur werd", "Een verhaal dat hierop past: 'open boek'"
        )
        session = session_of(app)
        assert [action.what for action in session.moments.acts(session.line)] == ["luisteren"]
        assert dict(session.remarks)["vingers"] == {"vingers": [4]}
        await pilot.press("enter")
        await until(pilot, "TableScreen")
        await idle(pilot)
        assert "Je hoorde een zorg." in " ".join(text_of(app).split())


async def test_who_knows_the_game_skips_to_the_table_and_loses_nothing() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(120, 36)) as pilot:
        await seated(pilot)
        session = session_of(app)
        assert session.moments.acts(session.line) == []
        assert app.focused is not None
        assert app.focused.id == "hand"


async def test_fingers_of_several_stay_hidden_when_typed_one_by_one() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "BriefingScreen")
        await pilot.press("n")
        await begin(pilot, keyboard)
        await at_stage(pilot, "Een voor een")
        await pilot.press("2")
        await at_stage(pilot, "Speler 1 (Projectmanager)", "kijken even")
        await pilot.press("5")
        await at_stage(pilot, "Speler 2 (Jurist)", "kijken even")
        assert "●●●●●  5" not in text_of(app)
        await pilot.press("1")
        await at_stage(pilot, "●●●●●  5", "●○○○○  1", "Dat scheelt nogal.")
        await pilot.press("2")  # player 1 meant another number
        await at_stage(pilot, "Speler 1 (Projectmanager)", "zeker")
        await pilot.press("3")
        await at_stage(pilot, "●●●○○  3", "●○○○○  1")
        await pilot.press("1")
        await at_stage(pilot, "Dit zijn jullie")
        assert dict(session_of(app).remarks)["vingers"] == {"vingers": [3, 1]}


async def test_votes_come_one_by_one_and_then_the_birth() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await seated(pilot, people=2)
        do(screen, "zet", "tekenen")
        await idle(pilot)
        do(screen, "zet", "vragen")
        for answer, player in zip("20", ("Speler 1", "Speler 2"), strict=True):
            await at_stage(pilot, f"{player} (", "denkt:")
            await pilot.press(answer)
        await until(pilot, "Scene")
        while "Wie het meest weegt" not in text_of(app):
            await pilot.pause(0.02)
        await pilot.pause(1.2)
        assert "Controller:" not in text_of(app)  # no vote without a key, however long one waits
        await pilot.press("enter")
        await pilot.pause()
        assert "Controller:" in text_of(app)
        assert "Dijkgraaf:" not in text_of(app)
        await at_stage(pilot, "Dijkgraaf:", "tegen.", "Speler 1 (Projectmanager) voorspelde 2 voor.")
        assert dict(session_of(app).remarks)["voorspelling"] == {"voor": [2, 0]}
        await pilot.press("enter")
        await through(pilot)
        do(screen, "pas")  # the other one has no time left
        await at_stage(pilot, "Geboren", "Het is er een.", "Geef het nu samen een naam.")
        await pilot.press("enter")
        await until(pilot, "SignScreen", "EndingScreen")


async def covered(pilot: Pilot[Any]) -> None:
    """At the cover of the private dilemma of the second month, with two people."""
    screen = await seated(pilot, people=2)
    await pass_until(pilot, screen, "keuze")
    await at_stage(pilot, "Geef door aan", "Ik zit ervoor")


async def test_who_plays_alone_reads_a_private_dilemma_without_a_cover() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await seated(pilot)
        await pass_until(pilot, screen, "keuze")
        session = session_of(app)
        seat = session.view(None).private
        secret = session.board.events[session.view(seat).pending].text.split(".")[0]
        await at_stage(pilot, "onder vier ogen. Niemand anders hoort hiervan.", secret)


async def test_a_private_dilemma_is_read_by_one_and_covered_again() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await covered(pilot)
        session = session_of(app)
        seat = session.view(None).private
        secret = session.board.events[session.view(seat).pending].text.split(".")[0]
        for screen in app.screen_stack:
            assert secret not in "".join(str(widget.render()) for widget in screen.query("Static"))
        await pilot.press("1")
        await at_stage(pilot, secret)
        await pilot.press("1")
        await at_stage(pilot, "tot het eind van het spel")
        await pilot.press("enter")
        await at_stage(pilot, "Zet het scherm terug op tafel.")
        assert secret not in text_of(app)
        last = session.moments.last_act(session.line)
        assert last is not None
        assert last.action is not None
        assert last.action.kind == "keuze"


async def test_on_a_projector_only_numbers_are_in_sight() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(120, 36)) as pilot:
        await covered(pilot)
        session = session_of(app)
        seat = session.view(None).private
        event = session.board.events[session.view(seat).pending]
        await pilot.press("2")
        await at_stage(pilot, "fluisterkaart", "Antwoord 1", "Antwoord 2")
        shown = text_of(app)
        for word in (event.title, event.text.split(".")[0], *(option.title for option in event.options.values())):
            assert word not in shown
        await pilot.press("2")
        await at_stage(pilot, "Het is genoteerd.")
        last = session.moments.last_act(session.line)
        assert last is not None
        assert last.action is not None
        assert last.action.choice == list(event.options)[1]
        assert dict(session.remarks)["fluisterkaarten"] == {"aan": True}


async def test_who_has_no_card_after_all_reads_it_on_the_screen() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await covered(pilot)
        session = session_of(app)
        line, seat = session.line, session.view(None).private
        secret = session.board.events[session.view(seat).pending].text.split(".")[0]
        await pilot.press("2")
        await at_stage(pilot, "Antwoord 1", "Ik heb geen kaart")
        assert secret not in text_of(app)
        await pilot.press("0")
        await at_stage(pilot, secret)
        assert session.moments.last_act(session.line) == session.moments.last_act(line)
        await pilot.press("1")
        await at_stage(pilot, "tot het eind van het spel")


async def test_why_names_no_private_answer_while_several_look() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(120, 36)) as pilot:
        await covered(pilot)
        session = session_of(app)
        seat = session.view(None).private
        event = session.board.events[session.view(seat).pending]
        await pilot.press("2")
        await at_stage(pilot, "fluisterkaart")
        await pilot.press("1")
        await at_stage(pilot, "Het is genoteerd.")
        screen = next(shown for shown in app.screen_stack if isinstance(shown, TableScreen))
        screen.seat = seat
        open_to_all = [one.key for _, some in reading.numbers(screen) for one in some]
        moved = [name for name in open_to_all if named(session, name, event.id)]
        assert moved
        for name in moved:
            reading.why(screen, name)
            await until(pilot, "WhyPage")
            shown = text_on(app.screen)[1]
            assert "iets onder vier ogen" in shown.lower()
            assert event.title not in shown
            await pilot.press("escape")


def named(session: Session, name: str, event: str) -> bool:
    """Whether the event is among the causes behind a quantity."""
    stock = f"stand.{name}" if name in session.board.aspects else name
    if session.view(None).hides(name):
        return False
    return any(event in entry.cause for entry in session.moments.entries(session.line, stock))


async def test_a_kill_at_a_cover_or_a_guess_comes_back_to_it() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await covered(pilot)
        path, state = session_of(app).path, list(session_of(app).state)
        session_of(app).close()
    again = app_for(journal=path)
    async with again.run_test(size=(80, 24)) as pilot:
        await at_stage(pilot, "Geef door aan", "Ik zit ervoor")
        assert list(session_of(again).state) == state


async def test_a_guess_is_asked_of_the_dissenting_voice_and_a_hit_is_told() -> None:
    app = app_for(APART, seed=1)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await seated(pilot, people=2)
        do(screen, "zet", "luisteren", "jurist", seat="manager")
        await until(pilot, "Question")
        assert "op de stoel van de jurist" in text_of(app)
        assert session_of(app).view(None).waiting == "gok"
        rows = [item.id for item in app.screen._items]  # type: ignore[attr-defined]
        await pilot.press(str(rows.index("uitleg") + 1))
        await until(pilot, "Moment", "NewsCard")
        assert "Hoe leg ik dat uit?" in text_of(app)
        assert "Geraden." in text_of(app)
        assert dict(session_of(app).remarks)["tegenstem"] == {"persoon": 2, "actor": "jurist"}


async def test_the_echo_asks_first_then_lights_and_gives_the_gate_also_after_a_kill() -> None:
    app = app_for(PROEF, seed=3)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await seated(pilot)
        await pass_until(pilot, screen, "poort")
        await at_stage(pilot, "Voor de lantaarns aangaan", "Organisatie")
        assert "groen" not in text_of(app)
        await pilot.press("3")
        await at_stage(pilot, "is het zwakst", "Doorgaan")
        assert dict(session_of(app).remarks)["zwakste"] == {"perspectief": ["organisatie"]}
        path = session_of(app).path
        session_of(app).close()
    again = app_for(journal=path)
    async with again.run_test(size=(80, 24)) as pilot:
        await at_stage(pilot, "is het zwakst", "Doorgaan")
        await pilot.press("1")
        await idle(pilot)
        assert session_of(again).view(None).waiting == "zet"


async def test_stopping_at_a_gate_is_asked_once_more() -> None:
    app = app_for(PROEF, seed=3)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await seated(pilot)
        await pass_until(pilot, screen, "poort")
        await at_stage(pilot, "Voor de lantaarns aangaan", "Organisatie")
        await pilot.press("3")
        for answer, ended in (("2", False), ("1", True)):
            await at_stage(pilot, "Stoppen, met een onderbouwd besluit")
            await pilot.press("3")
            await at_stage(pilot, "Is dat jullie besluit?", "Ja, we stoppen")
            assert not session_of(app).finished
            await pilot.press(answer)
            await idle(pilot)
            assert session_of(app).finished is ended


@pytest.mark.parametrize("environment", [True, False])
async def test_without_motion_everything_is_there_at_once(environment: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if environment:
        monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    app = TableApp(app_for(PROEF).wish, "nl", Settings(motion=environment))
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, keyboard)
        await until(pilot, "Scene")
        await pilot.pause()
        scene = app.screen
        assert isinstance(scene, Scene)
        assert scene.told
        assert "Dijkgraaf" in text_of(app)


def test_the_lead_and_the_dissenting_voice_go_round() -> None:
    assert [turns.lead(month, 3) for month in range(1, 5)] == [1, 2, 3, 1]
    assert [turns.against(month, 3) for month in range(1, 5)] == [2, 3, 1, 2]
    assert turns.against(1, 3, listener=2) == 1
    assert turns.against(1, 1, listener=1) == turns.lead(1, 1) == 1


def test_whisper_cards_have_the_numbers_that_the_screen_asks_for() -> None:
    reading = read(Path(APART))
    assert reading.scenario is not None
    found = [(seat, n, event.id) for seat, n, event in whisper.dilemmas(reading.scenario)]
    assert found == [
        ("overloper", 1, "overstap"), ("manager", 1, "borrel"), ("inkoper", 1, "tip"), ("manager", 2, "briefje"),
    ]  # fmt: skip
    assert whisper.number_of(reading.scenario, "manager", "borrel") == 1
    assert whisper.number_of(reading.scenario, "manager", "tip") == 0


@pytest.mark.parametrize("tall", [True, False])
def test_the_sun_comes_up_without_moving_the_dike(tall: bool) -> None:
    frames = [frame.plain.split("\n") for frame in dike.sunrise(tall=tall)]
    assert len({len(frame) for frame in frames}) == 1
    assert len({len(line) for frame in frames for line in frame}) == 1
    assert "|" not in "".join(frames[0])
    assert "|" in "".join(frames[-1])
    assert len({frame[-1] for frame in frames}) == 1


@pytest.mark.parametrize(("player", "size"), [(keyboard, (80, 24)), (mouse, (120, 36))])
async def test_a_game_with_guesses_dilemmas_and_last_sentences(player: Player, size: tuple[int, int]) -> None:
    """By keyboard alone and by mouse alone, two people, to its end."""
    app = app_for(APART, seed=2)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "BriefingScreen")
        await pilot.press("n")
        await begin(pilot, player)
        await play_on(pilot, player, seed=3)
        session = session_of(app)
        assert session.finished
        assert {"gok", "keuze"} <= {action.kind for action in session.moments.acts(session.line)}


async def test_what_is_longer_than_the_screen_can_be_read_by_keys() -> None:
    app = app_for(PROEF)
    async with app.run_test(size=(40, 7)) as pilot:
        await begin(pilot, keyboard)
        await at_stage(pilot, "nee")
        await pilot.press("escape")
        scene = await at_stage(pilot, "Jij schrijft het op.")
        stage = scene.query_one("#stage")
        assert stage.max_scroll_y > 0
        await pilot.press("pageup")
        await pilot.pause()
        assert stage.scroll_offset.y == 0
        assert "Dit zijn jullie" in text_of(app)
        await pilot.press("down")
        await pilot.pause()
        assert stage.scroll_offset.y == 1
