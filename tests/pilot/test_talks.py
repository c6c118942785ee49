"""The negotiating table on the screen: by keyboard and by mouse, at three sizes, and after the screen was killed."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from geboortespel.engine.game import Game
from geboortespel.scenario.reader import read
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.talks import TalksScreen
from geboortespel.tui.settings import Settings
from geboortespel.tui.widgets.rows import Rows
from tests.pilot.driver import keyboard, mouse, play_on, text_of

READING = read(Path(__file__).parents[1] / "engine" / "zitting.yaml")
SIZES = ((80, 24), (120, 36), (200, 60))


def seated() -> Session:
    """A game in memory in which a sitting has just begun."""
    assert READING.scenario is not None
    session = Session(Game(READING.scenario), 7)
    session.act(session.game.action("zet", "projectmanager", "onderhandelen"))
    return session


def app_of(session: Session) -> TableApp:
    return TableApp(None, "nl", Settings(motion=False, hints=False), session=session, resumed=True)


async def at_the_table(pilot) -> TalksScreen:
    for _ in range(100):
        if isinstance(pilot.app.screen, TalksScreen) and pilot.app.screen.query_one("#issues", Rows).current:
            return pilot.app.screen
        await pilot.pause(0.02)
    raise AssertionError(f"no negotiating table, but {pilot.app.screen}")


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def done(session: Session) -> list[tuple[str, str, str]]:
    """What was done at the table: (what, issue, option)."""
    acts = session.moments.acts(session.line)
    return [(a.what, a.target, a.choice) for a in acts if a.kind == "zitting"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_sitting_by_keyboard(size):
    session = seated()
    async with app_of(session).run_test(size=size) as pilot:
        screen = await at_the_table(pilot)
        await press(pilot, "b", "1")  # why the budget matters to them
        await press(pilot, "t", "2")  # what open book means to us
        await press(pilot, "down", "down", "enter", "1")  # two risks outside the pot
        assert done(session) == [
            ("waarom", "budget", ""), ("vertellen", "boek", ""), ("bod", "uitzonderingen", "twee")
        ]  # fmt: skip
        await press(pilot, "v")
        assert session.view(None).waiting == "zitting"
        assert isinstance(pilot.app.screen, TalksScreen)
        assert "Bouwer" in str(screen.query_one("#said").render())
        await press(pilot, "escape")
        assert session.view(None).waiting == "zet"
        await pilot.pause()
        assert not isinstance(pilot.app.screen, TalksScreen)


async def test_an_issue_is_changed_by_mouse():
    session = seated()
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        await at_the_table(pilot)
        await pilot.click("#issues", offset=(4, 2))
        await pilot.pause()
        await pilot.click("#answers", offset=(6, 2))
        await pilot.pause()
        assert done(session) == [("bod", "budget", "p50")]


async def test_what_home_forbids_says_why():
    session = seated()
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        await at_the_table(pilot)
        await press(pilot, "enter")
        items = pilot.app.screen.query_one(Rows).items.values()
        text = "\n".join(f"{item.row.plain} {item.row.below}" for item in items)
        assert "Niet zolang ik controller ben" in text
        await press(pilot, "3")  # what may not be chosen does nothing
        assert done(session) == []


async def test_a_change_can_be_taken_back_and_an_answer_not():
    session = seated()
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        screen = await at_the_table(pilot)
        await press(pilot, "down", "enter", "2")
        assert done(session) == [("bod", "boek", "dicht")]
        await press(pilot, "u")
        assert done(session) == []
        await press(pilot, "b", "1")
        assert screen.check_action("undo", ()) is False


async def test_killing_the_screen_shows_the_same_table():
    session = seated()
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        screen = await at_the_table(pilot)
        await press(pilot, "down", "enter", "2")
        before = [str(item.row.plain) for item in screen.query_one("#issues", Rows).items.values()]
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        screen = await at_the_table(pilot)
        assert [str(item.row.plain) for item in screen.query_one("#issues", Rows).items.values()] == before


async def test_the_slider_of_the_staffel_tells_who_pays_what():
    session = seated()
    session.act(session.game.action("zitting", "projectmanager", "bod", "besluiten", "samen"))
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        screen = await at_the_table(pilot)
        await press(pilot, "tab")
        await pilot.pause(0.1)
        await press(pilot, "home")
        low = str(screen.query_one("#detail").render())
        await press(pilot, "end")
        high = str(screen.query_one("#detail").render())
        assert "krijgen zij" in low
        assert "leggen zij" in high


async def test_the_slider_by_mouse():
    session = seated()
    session.act(session.game.action("zitting", "projectmanager", "bod", "besluiten", "samen"))
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        screen = await at_the_table(pilot)
        rows = screen.query_one("#staffel", Rows)
        said = []
        for row in (1, len(rows.items)):
            await pilot.click("#staffel", offset=(4, row))
            await pilot.pause()
            said.append(str(screen.query_one("#detail").render()))
        assert "krijgen zij" in said[0]
        assert "leggen zij" in said[1]
        marks = "\n".join(str(item.row.plain) for item in rows.items.values())
        for name in ("P10", "P50", "P90", "TAB"):
            assert name in marks
        await press(pilot, "up", "up")
        assert str(screen.query_one("#detail").render()) not in said


async def test_an_offer_is_put_forward_by_mouse_alone():
    session = seated()
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        screen = await at_the_table(pilot)
        await pilot.click("#issues", offset=(4, 2))
        await pilot.pause()
        await pilot.click("#answers", offset=(6, 2))
        await pilot.pause()
        row = text_of(pilot.app).split("\n")[-1]
        await pilot.click(offset=(row.index("voorleggen"), 35))
        await pilot.pause()
        assert done(session) == [("bod", "budget", "p50"), ("voorleggen", "", "")]
        assert "Bouwer" in str(screen.query_one("#said").render())


ZITTING = (Path(__file__).parents[1] / "engine" / "zitting.yaml").read_text("utf-8")
LAST_WORD = "{id: opdrachtgever, titel: Laatste woord bij ons, waarde: 100"
TWO_WAYS = ZITTING.replace(
    f"{LAST_WORD}}}", f"{LAST_WORD}, deelt: {{winst: 50, verlies: 50, verlies_tot_opslag: ja}}}}"
).replace("p90: 130000}", "p90: 130000, opslag: 8}")
"""The document's doubly capped form beside the Australian one, on a fee of 8 percent."""


def with_two_ways(tmp_path: Path) -> Session:
    path = tmp_path / "scenario.yaml"
    path.write_text(TWO_WAYS, "utf-8")
    reading = read(path)
    assert reading.scenario is not None
    session = Session(Game(reading.scenario), 7)
    session.act(session.game.action("zet", "projectmanager", "onderhandelen"))
    return session


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_ways_to_share_beside_each_other(size, tmp_path):
    """Target 95 of an estimate of 100 million; the caps are 9.5 both ways, and the fee of 7.6."""
    session = with_two_ways(tmp_path)
    async with app_of(session).run_test(size=size) as pilot:
        await at_the_table(pilot)
        await press(pilot, "s")
        said = " ".join(text_of(pilot.app).split())
        assert "1 Alleen samen" in said
        assert "2 Laatste woord bij ons (in jullie voorstel)" in said
        assert "81,0 +4,6 +7,0" in said
        assert "130,0 P90 -9,5 -7,6" in said
        await press(pilot, "end")
        said = " ".join(text_of(pilot.app).split())
        assert "Wat jullie in totaal betalen" in said
        assert "130,0 P90 128,1 130,0" in said
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TalksScreen)


async def test_one_way_to_share_is_not_compared():
    session = seated()
    async with app_of(session).run_test(size=(80, 24)) as pilot:
        screen = await at_the_table(pilot)
        assert screen.check_action("compare", ()) is False
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, TalksScreen)


@pytest.mark.parametrize("player", [keyboard, mouse], ids=["keyboard", "mouse"])
async def test_a_whole_game_with_its_sittings(player):
    """Random play to the end, through the negotiating table, by keyboard alone and by mouse alone."""
    session = seated()
    async with app_of(session).run_test(size=(120, 36)) as pilot:
        await at_the_table(pilot)
        await play_on(pilot, player, seed=3)
    assert session.finished


async def test_the_digit_of_a_closed_option_says_why_and_esc_goes_back():
    """The controller forbids a budget above the estimate, and what it says now can't be written again."""
    session = seated()
    async with app_of(session).run_test(size=(80, 24)) as pilot:
        await at_the_table(pilot)
        await press(pilot, "enter")
        assert "esc terug" in text_of(pilot.app)
        before = len(pilot.app._notifications)
        closed = [n for n, item in enumerate(pilot.app.screen._items, 1) if item.heading]
        assert 3 in closed
        for number in closed:
            await press(pilot, str(number))
        said = [note.message for note in pilot.app._notifications][before:]
        assert "Boven de raming? Niet zolang ik controller ben." in said[-1]
        assert len(said) == len(closed)
        assert not [what for what, *_ in done(session) if what == "bod"]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TalksScreen)


async def test_what_is_told_of_an_issue_can_be_read_on():
    """Where three lines are too few for it."""
    assert READING.scenario is not None
    talks = READING.scenario.talks
    assert talks is not None
    budget = evolve(talks.issues["budget"], text="Wat het werk mag kosten. " * 20 + "Tot hier.")
    scenario = evolve(READING.scenario, talks=evolve(talks, issues={**talks.issues, "budget": budget}))
    session = Session(Game(scenario), 7)
    session.act(session.game.action("zet", "projectmanager", "onderhandelen"))
    async with app_of(session).run_test(size=(80, 24)) as pilot:
        screen = await at_the_table(pilot)
        await pilot.pause()
        assert "i: lees verder" in text_of(pilot.app)
        assert "Tot hier." not in text_of(pilot.app)
        await press(pilot, "i")
        assert "Tot hier." in text_of(pilot.app)
        await press(pilot, "escape", "down")
        assert screen.cut is False
