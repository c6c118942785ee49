"""Waarom? on every screen with numbers: `w` opens, and what it tells adds up to the number that is shown."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.command import CommandPalette
from textual.pilot import Pilot

from geboortespel.engine.game import Game
from geboortespel.players.planner import Planner
from geboortespel.scenario.reader import read
from geboortespel.session.session import Session
from geboortespel.tui import games
from geboortespel.tui.actions import PLACES
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.briefing import BriefingScreen
from geboortespel.tui.screens.card import CardScreen
from geboortespel.tui.screens.debriefing import DebriefingScreen
from geboortespel.tui.screens.lookback import LookBackScreen
from geboortespel.tui.screens.menu import MenuScreen
from geboortespel.tui.screens.saved import SavedScreen
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.screens.sign import SignScreen
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.screens.why import Asking, Which, WhyPage
from geboortespel.tui.settings import Settings
from geboortespel.tui.taking import text_on
from geboortespel.tui.widgets.rows import Rows
from geboortespel.words.catalog import translator
from geboortespel.words.why import Parts
from tests import shipped
from tests.pilot.driver import app_for, name_of, through, until
from tests.pilot.test_talks import app_of as app_of_talks
from tests.pilot.test_talks import at_the_table, press, seated
from tests.tools.walk import Walk

NUMBER = re.compile(r"^ *([+-]?\d+)(?:,(\d))?( mln)?%?  (.*)$")
RULE = re.compile(r"^─+$")
NO_NUMBERS = (Asking, WhyPage, Which, Ask, SignScreen, MenuScreen, BriefingScreen, CommandPalette, DebriefingScreen)
"""Screens whose digits are answers to "why?" already, or are no numbers of a game: keys, who plays, what is typed, the
clock and the moments of a debriefing."""
PAGES = ("explain", "briefing", "settings", "moment-geef-door")
"""Pages, by how their name begins, of which the same is true: help, the author's text, who is next."""


def app_of(session: Session) -> TableApp:
    return TableApp(None, "nl", Settings(motion=False, hints=False), session=session, resumed=True)


def planned(name: str, seed: int, until_: int | None = None) -> Session:
    """A planned game up to the first move after so many actions, or to its end."""
    session, n = Session(Game(shipped.scenario(name)), seed), 0
    while not session.finished and (until_ is None or n < until_ or session.view(None).waiting != "zet"):
        view = session.view(None)
        session.act(session.driver.choose(session.state, Planner(), n, view.private or view.to_act[0]))
        n += 1
    return session


def sums(text: str) -> list[int]:
    """The wholes of an answer as it is shown, each of them checked against the parts above it."""
    parts: list[int] = []
    found, ruled = [], False
    for line in text.split("\n"):
        number = NUMBER.match(line)
        if RULE.match(line.strip() or " "):
            ruled = True
        elif number is not None:
            whole, tenth, _, _ = number.groups()
            n = int(whole + tenth) if tenth else int(whole)
            if ruled:
                assert sum(parts) == n, text
                found.append(n)
                parts, ruled = [], False
            else:
                parts.append(n)
        elif not line.strip():
            assert not ruled, text
    return found


async def asked(pilot: Pilot[Any]) -> str:
    """Press w, choose the first number when it asks which, and give what it tells; then everything is closed."""
    below = pilot.app.screen
    await pilot.press("w")
    await pilot.pause()
    if name_of(pilot.app) == "Which":
        assert pilot.app.screen.query_one(Rows).option_count > 1
        await pilot.press("enter")
        await pilot.pause()
    assert name_of(pilot.app) == "WhyPage", (below, name_of(pilot.app))
    text = text_on(pilot.app.screen)[1]
    await pilot.press("escape")
    await pilot.pause()
    assert pilot.app.screen is below
    return text


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_on_every_screen_with_numbers_w_tells_and_it_adds_up(size: tuple[int, int], own_folder: Path) -> None:
    kinds, added, without = Counter[str](), 0, list[str]()

    async def visit(name: str) -> None:
        nonlocal added
        screen: Any = app.screen
        if isinstance(screen, Asking) and screen.check_action("why", ()) is True:  # type: ignore[attr-defined]
            kinds[type(screen).__name__] += 1
            added += len(sums(await asked(walk.pilot)))
            for _, some in screen.numbers():
                for one in some:
                    for said in one.tell().said:
                        assert not isinstance(said, Parts) or said.n in (None, sum(part.n for part in said.parts))
        elif not isinstance(screen, NO_NUMBERS) and re.search(r"\d", text_on(screen)[1]) and not name.startswith(PAGES):
            without.append(f"{name} ({type(screen).__name__})")

    app = app_for("eerste-dijk", seed=3)
    app.set(Settings(motion=False))
    async with app.run_test(size=size) as pilot:
        walk = Walk(pilot, visit)
        await walk.game(people=2)
    assert kinds.keys() >= {"TableScreen", "Scene", "EndingScreen", "LogPage", "CardScreen", "LookBackScreen"}
    assert added > 15
    assert not without, without


@pytest.mark.parametrize(
    "place", ["table", "talks", "closer", "scene", "ending", "card", "lookback", "saved", "log", "news"]
)
def test_the_same_key_everywhere(place: str) -> None:
    assert [act.action for act in PLACES[place] if "w" in act.keys.split(",")] == ["screen.why"]


async def test_a_row_of_the_hand_tells_its_price_and_what_it_may_do() -> None:
    session = planned("eerste-dijk", 3, 20)
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        await through(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, TableScreen)
        rows = screen.query_one("#hand", Rows)
        persuading = next(
            a
            for a in screen.hand.moves
            if screen.hand.view.forecast(a).likely in ("raak", "kan")  # type: ignore[union-attr]
        )
        screen.path = (screen.hand._group(persuading), persuading.what, persuading.target)  # type: ignore[union-attr]
        screen.refresh_hand()
        await pilot.pause()
        chosen = next(i for i, action in screen.step.actions.items() if action == persuading)  # type: ignore[union-attr]
        rows.highlighted = rows.get_option_index(chosen)
        text = await asked(pilot)
        forecast = screen.hand.view.forecast(persuading)  # type: ignore[union-attr]
        assert forecast.gain is not None
        assert forecast.gain[1] in sums(text)
        assert forecast.cost["tijd"] in sums(text)
        for word in ("antwoordt op", "onderbouwd", "geloofwaardig"):
            assert word in text


async def test_the_negotiating_table_tells_its_worth_and_its_money() -> None:
    session = seated()
    session.act(session.game.action("zitting", "projectmanager", "bod", "besluiten", "samen"))
    async with app_of_talks(session).run_test(size=(120, 36)) as pilot:
        screen = await at_the_table(pilot)
        text = await asked(pilot)  # the cursor is on the first issue
        assert "Taakstellend budget" in text
        assert "thuis mag dit nog niet" in text
        await press(pilot, "tab")
        await pilot.pause(0.1)
        await press(pilot, "home")
        assert len(sums(await asked(pilot))) == 2  # what you pay, and their part
        worth = next(one for _, some in screen.numbers() for one in some if one.key == "talks:draft")
        assert str(round(100 * screen.view.talks.draft_worth.value / screen.view.talks.draft_worth.best)) in worth.label  # type: ignore[union-attr]


async def test_the_vote_tells_what_a_yes_takes() -> None:
    """Asked before anybody has predicted anything."""
    session = planned("eerste-dijk", 3, 20)
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        await through(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, TableScreen)
        from geboortespel.tui.moments import vote

        pilot.app.run_worker(vote.predict(screen.course.teller))
        await until(pilot, "Scene")
        text = await asked(pilot)
        assert "✓" in text or "✗" in text
        assert "gevraagd: minstens 10" in text
        assert isinstance(pilot.app.screen, Scene)
        found = [one for _, some in pilot.app.screen.numbers() for one in some if one.key == "draagvlak"]
        assert found


@pytest.mark.parametrize("screen", [CardScreen, LookBackScreen])
async def test_the_card_and_the_look_back_of_a_game_that_ended(screen: type[Any]) -> None:
    session = planned("eerste-dijk", 3)
    app: App[Any] = TableApp(None, "nl", Settings(motion=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await app.push_screen(screen(session))
        await pilot.pause()
        text = await asked(pilot)
        assert sums(text)
        if screen is CardScreen and session.outcome is not None and session.outcome.kind == "geboren":
            assert sums(text) == [sum(session.view(None).apgar().values())]


async def test_a_kept_game_tells_how_far_it_is_and_how_much_was_done() -> None:
    kept = games.begin(read(shipped.ROOT / "scenarios/eerste-dijk/scenario.yaml"), (), translator("nl"), seed=3)
    for n in range(9):
        view = kept.view(None)
        kept.act(kept.driver.choose(kept.state, Planner(), n, view.private or view.to_act[0]))
    kept.remark("vingers", {"vingers": [3]})
    kept.close()
    app: Any = TableApp(None, "nl", Settings(motion=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await app.push_screen(SavedScreen())
        for _ in range(100):
            if app.screen.check_action("why", ()):
                break
            await pilot.pause(0.05)
        assert sums(await asked(pilot)) == [kept.view(None).rounds]
        lines = next(one for _, some in app.screen.numbers() for one in some if one.key == "lines")
        (whole,) = [said for said in lines.tell().said if isinstance(said, Parts)]
        assert (whole.n, [part.n for part in whole.parts]) == (10, [9, 1])
