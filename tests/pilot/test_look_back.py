"""The card and the look back on screen: by keyboard and by mouse, at three sizes, in both languages; files are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from geboortespel.players.registry import by_name
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.course import record
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.screens.card import CardScreen
from geboortespel.tui.screens.ending import EndingScreen
from geboortespel.tui.screens.lookback import LookBackScreen
from geboortespel.tui.settings import Settings
from geboortespel.tui.story import Story
from geboortespel.tui.widgets.rows import Rows
from geboortespel.tui.widgets.text import Words
from geboortespel.words.voice import Voice
from tests.pilot.driver import SIZES, name_of, text_of, until
from tests.pilot.test_languages import strangers
from tests.shipped import ROOT
from tests.tools import masked

CHAPTERS = ("Tijdlijn", "Keerpunten", "Geraden", "Mensen", "Verzwegen", "Lessen", "Aan tafel")


@pytest.fixture(scope="module")
def game() -> Callable[..., Session]:
    """A finished game in memory: the historical one, signed; or one of a player."""

    def make(
        scenario: str = "graaf-reinald", seed: int | None = None, actions: int = 10_000, who: str = "beginner"
    ) -> Session:
        library = Library()
        reading = read(library.find(scenario), library)
        assert reading.scenario is not None
        if seed is None:
            session, _ = record(reading.scenario, reading.resolved, None)
            session.remark("vingers", {"vingers": [0, 3, 5, 1]})
            session.remark("kaartje", {"naam": "Waal [b]kant[/b]", "zinnen": ["Een dijk maak je samen."] * 4})
            return session
        session, player = Session.new(reading.scenario, reading.resolved, seed, None), by_name(who)
        for _ in range(actions):
            if not session.finished:
                session.act(session.driver.choose(session.state, player, session.line))
        return session

    return make


async def shown(pilot: Pilot[Any], screen: CardScreen | LookBackScreen) -> None:
    await until(pilot, "MenuScreen")
    await pilot.app.push_screen(screen)
    await until(pilot, type(screen).__name__)


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_fits(size: tuple[int, int], game: Callable[..., Session]) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=size) as pilot:
        await shown(pilot, CardScreen(game()))
        plate = app.screen.query_one("#plate", Static)
        assert plate.region.height <= size[1] - 1
        assert plate.region.x >= 1
        assert abs(plate.region.x - (size[0] - plate.region.right)) <= 1, "in the middle"
        said = text_of(app)
        for word in ("GEBOORTEKAARTJE", "Waal [b]kant[/b]", "Najaar 2017", "23 kilometer", " Akkoord ", "╚═", "═╝"):
            assert word in said
        assert said.count("“Een dijk maak je samen.”") == 4


async def test_the_card_is_set_anew_in_another_size(game: Callable[..., Session]) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, CardScreen(game()))
        assert "O.G." not in text_of(app)
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert "O.G." in text_of(app), "there is room for the stork now"


@pytest.mark.parametrize("kind", ["txt", "svg", "png"])
async def test_keeping_it_by_keyboard(kind: str, game: Callable[..., Session], tmp_path: Path) -> None:
    if kind == "png":
        pytest.importorskip("resvg_py")
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, CardScreen(game()))
        await pilot.press("s")
        await until(pilot, "KeepScreen")
        app.screen.query_one(Input).value = str(tmp_path / "nieuw")
        await pilot.press("home", *["down"] * ("txt", "svg", "png").index(kind), "enter")
        await until(pilot, "CardScreen")
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = [notice.message for notice in app._notifications]
        path = tmp_path / "nieuw" / f"geboortekaartje-waal-b-kant-b.{kind}"
        if not path.exists():
            assert kind == "png"
            assert "lettertype" in said[-1]
            return
        assert said[-1] == f"Bewaard: {path}"
        start = {"txt": b"\xe2\x95\x94", "svg": b"<?xml", "png": b"\x89PNG"}[kind]
        assert path.read_bytes().startswith(start)


async def test_keeping_it_by_mouse_and_what_is_in_the_way(game: Callable[..., Session], tmp_path: Path) -> None:
    app = TableApp(Wish(), "nl")
    taken = tmp_path / "geboortekaartje-waal-b-kant-b.txt"
    taken.write_text("van iemand anders")
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot, CardScreen(game()))
        row, column = next(
            (y, line.index("bewaren")) for y, line in enumerate(text_of(app).split("\n")) if "bewaren" in line
        )
        await pilot.click(offset=(column, row))
        await until(pilot, "KeepScreen")
        app.screen.query_one(Input).value = str(tmp_path)
        await pilot.click(Rows, offset=(3, 0))
        await until(pilot, "CardScreen")
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = [notice.message for notice in app._notifications][-1]
        assert str(taken) in said
        assert "Er is niets veranderd" in said
        assert taken.read_text() == "van iemand anders"


async def test_a_letter_where_there_was_no_birth(game: Callable[..., Session]) -> None:
    session = game("eerste-dijk", 0, who="willekeurig")
    assert session.view(None).outcome.kind == "niet"
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, CardScreen(session))
        assert "EEN BRIEF" in text_of(app)
        assert "Apgar" not in text_of(app)


@pytest.mark.parametrize(
    ("scenario", "who", "kind"), [("heldere-klus", "planner", "wijs"), ("eerste-dijk", "willekeurig", "niet")]
)
async def test_a_wise_ending_gets_no_score_of_a_birth(
    game: Callable[..., Session], scenario: str, who: str, kind: str
) -> None:
    session = game(scenario, 0, who=who)
    assert session.view(None).outcome.kind == kind
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(120, 36)) as pilot:
        voice = Voice(session.board, "nl")
        await app.push_screen(EndingScreen(session, voice, Story(session, voice), SimpleNamespace(count=1)))  # type: ignore[arg-type]
        await until(pilot, "EndingScreen")
        assert ("Apgar" in text_of(app)) == (kind == "niet")


@pytest.mark.parametrize("size", SIZES)
async def test_chapters_by_keyboard(size: tuple[int, int], game: Callable[..., Session]) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=size) as pilot:
        await shown(pilot, LookBackScreen(game()))
        seen = set()
        for n, title in enumerate(CHAPTERS, 1):
            await pilot.press(str(n))
            assert title in text_of(app)
            words = app.screen.query_one("#chapter", Words)
            seen.add(text_of(app))
            for strip in text_of(app).split("\n"):
                assert len(strip) <= size[0]
            assert words.virtual_size.width <= words.size.width, "nothing to scroll sideways for"
        assert len(seen) == len(CHAPTERS)
        await pilot.press("right")
        assert re.search(r"planner|\d+% \(\d+-\d+\)", text_of(app)), "after the last comes the chance of birth"
        await pilot.press("right")
        assert "Onzekerheid" in text_of(app)
        await pilot.press("left", "left", "left")
        assert "Waar dit spel voor gemaakt is" in text_of(app)
        await pilot.press("escape")
        await until(pilot, "MenuScreen")


async def test_chapters_by_mouse(game: Callable[..., Session]) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, LookBackScreen(game()))
        bar = app.screen.query_one("#chapters", Static)
        row = next(y for y in range(bar.region.y, bar.region.bottom) if "Lessen" in text_of(app).split("\n")[y])
        await pilot.click(offset=(text_of(app).split("\n")[row].index("Lessen"), row))
        await pilot.pause()
        assert "Waar dit spel voor gemaakt is" in text_of(app)


async def test_an_unfinished_game_says_so(game: Callable[..., Session]) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, LookBackScreen(game("eerste-dijk", 1, 9)))
        assert "nog niet afgelopen" in text_of(app)


async def test_another_language_at_once(game: Callable[..., Session]) -> None:
    app = TableApp(Wish(), "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, LookBackScreen(game()))
        assert "Timeline" in text_of(app)
        assert "Tijdlijn" not in text_of(app)
        assert name_of(app) == "LookBackScreen"


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_word_is_of_the_language(language: str) -> None:
    """On a game whose own texts are all letters q, every word on these screens is in the catalog."""
    reading = masked.reading(Library().find("graaf-reinald"), Library())
    assert reading.scenario is not None
    session, _ = record(reading.scenario, reading.resolved, None)
    session.remark("vingers", {"vingers": [0, 3]})
    session.remark("zwakste", {"perspectief": ["mens", "project"]})
    session.remark("kaartje", {"naam": "qq", "zinnen": ["qqq"]})
    app = TableApp(Wish(), language)
    async with app.run_test(size=(120, 60)) as pilot:
        await shown(pilot, CardScreen(session))
        assert not strangers(text_of(app), language)
        await pilot.press("s")
        await until(pilot, "KeepScreen")
        app.screen.query_one(Input).value = ""
        assert not strangers(text_of(app), language)
        await pilot.press("escape", "escape")
        await app.push_screen(LookBackScreen(session))
        await until(pilot, "LookBackScreen")
        for n in "123456":
            await pilot.press(n)
            assert not strangers(text_of(app), language), n


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_ending_leads_everywhere_by_mouse(language: str, game: Callable[..., Session]) -> None:
    """At the smallest size the key bar still has the card, the look back, signing and the way out."""
    session = game()
    app = TableApp(Wish(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "MenuScreen")
        voice = Voice(session.board, language)
        ending = EndingScreen(session, voice, Story(session, voice), SimpleNamespace(count=2))  # type: ignore[arg-type]
        await app.push_screen(ending)
        await until(pilot, "EndingScreen")
        keys = text_of(app).split("\n")[23]
        for action in ("card", "look back", "sign", "menu", "quit"):
            assert app.tr(action) in keys
        await pilot.press("k")
        await until(pilot, "CardScreen")
        await pilot.press("escape", "t")
        await until(pilot, "LookBackScreen")
        await pilot.press("escape")
        await until(pilot, "EndingScreen")


def _negotiated() -> Session:
    """A finished game with an agreement at the negotiating table."""
    reading = read(ROOT / "tests" / "engine" / "zitting.yaml")
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, 3, None)
    session.act(session.game.action("zet", "projectmanager", "onderhandelen"))
    for step in (("waarom", "budget"), ("bod", "uitzonderingen", "twee"), ("voorleggen",), ("aannemen",)):
        session.act(session.game.action("zitting", "projectmanager", *step))
    while not session.finished:
        session.act(session.view(None).legal[-1])
    return session


@pytest.mark.parametrize("size", SIZES)
async def test_the_map_of_the_negotiation_fits(size: tuple[int, int]) -> None:
    """Heading, ending and the whole drawing stand on the screen at once; the rest can be scrolled to."""
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=size) as pilot:
        await shown(pilot, LookBackScreen(_negotiated()))
        await pilot.press("7")
        said = text_of(app)
        for word in ("Akkoord: jullie namen hun bod a.", "waard voor hen", "◆", "100 ┤", "waard voor jullie"):
            assert word in said
        words = app.screen.query_one("#chapter", Words)
        assert words.virtual_size.width <= words.size.width
        await pilot.press("end")
        await pilot.pause()
        assert "een gewone aanbesteding" in text_of(app)


async def test_the_negotiation_in_ascii_and_by_mouse() -> None:
    app = TableApp(Wish(), "nl", Settings(motion=False, hints=False, ascii=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, LookBackScreen(_negotiated()))
        rows = text_of(app).split("\n")
        row = next(n for n, said in enumerate(rows) if "7 Aan tafel" in said)
        await pilot.click(offset=(rows[row].index("Aan tafel"), row))
        await pilot.pause()
        said = text_of(app)
        assert said.isascii()
        assert "waard voor hen" in said
        assert "=" in said.partition("waard voor hen")[2], "the agreement"


async def test_the_chance_of_birth_gets_sharper_while_one_looks_and_stops_when_one_leaves(
    game: Callable[..., Session],
) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = LookBackScreen(game())
        await shown(pilot, screen)
        assert screen.sharp is not None
        await pilot.press("0")
        assert "Kans op een geboorte" in text_of(app)
        work = screen.sharp._work
        assert work is not None
        for _ in range(1200):
            await pilot.pause(0.05)
            if screen.sharp.picture.games:
                break
        screen._sharper()
        await pilot.pause()
        said = text_of(app)
        assert "Nog bezig" in said
        for word in ("100% ┤", "●", "eind"):
            assert word in said
        await pilot.press("right", "left", "escape")
        await until(pilot, "MenuScreen")
        assert work._child.returncode is not None, "nothing works on behind our back"


async def test_a_game_that_goes_on_has_no_chances_yet(game: Callable[..., Session]) -> None:
    app = TableApp(Wish(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = LookBackScreen(game("eerste-dijk", 1, 9))
        await shown(pilot, screen)
        assert screen.sharp is None
        before = text_of(app)
        await pilot.press("0")
        assert text_of(app) == before


async def test_playing_on_from_a_moment_of_it(game: Callable[..., Session], tmp_path: Path) -> None:
    ended = game("eerste-dijk", 1)
    path = tmp_path / "dijk.jsonl"
    reading = read(Library().find("eerste-dijk"), Library())
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, ended.seed, path, clock=False)
    for action in ended.moments.acts(ended.line):
        session.act(action)
    before = path.read_bytes()
    app = TableApp(Wish(), "nl", Settings(motion=False, hints=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, "MenuScreen")
        app.session = session
        await app.push_screen(LookBackScreen(session))
        await until(pilot, "LookBackScreen")
        await pilot.press("a")
        await until(pilot, "WhatIfScreen")
        said = text_of(app)
        for word in ("Maand 1", "Maand 2", "De ronde was net begonnen", "Vanaf welk moment"):
            assert word in said
        rows = app.screen.query_one(Rows)
        wanted = next(n for n, item in enumerate(rows.items.values()) if item.row.plain == "Maand 3")
        await pilot.press(*["down"] * wanted)
        await pilot.press("enter")
        for _ in range(200):
            await pilot.pause(0.05)
            if app.session is not None and app.session is not session:
                break
        made = app.session
        assert made is not None
        assert made.path == tmp_path / "dijk-wat-als.jsonl"
        assert made.view(None).round == 3
        assert not made.finished
        assert app.screen_stack[1].__class__.__name__ == "MenuScreen"
    assert path.read_bytes() == before
