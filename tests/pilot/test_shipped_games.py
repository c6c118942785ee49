"""Whole games of the shipped scenarios, from briefing to ending, by keyboard alone and by mouse alone.

Every size is begun with, and the terminal is resized again and again. After every step what is on the screen is held
against what the game says; at odd moments the program is killed, and the game goes on from its journal at the table
where it was.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.query import NoMatches
from textual.widgets.option_list import OptionDoesNotExist

from geboortespel.report.card import is_birth, signed_by
from geboortespel.session.replay import replay
from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.screens.talks import TalksScreen
from geboortespel.tui.widgets.fieldmap import FieldMap
from geboortespel.words.titles import Titles
from tests.pilot.driver import SIZES, app_for, name_of, text_of
from tests.pilot.guest import ALLIANCE, Guest
from tests.pilot.hands import Hands, Keyboard, Maker, Mouse
from tests.pilot.truth import faults, told

EVERY, LOOKS, MOST = 5, 6, 500
"""Steps between resizes, between readings for what is cut off, and in a game at the most."""
TRIES = 3
"""Times that a game is played before what is wrong in it counts."""
ODD = ((100, 30), (72, 22), (160, 45), (118, 28))
"""Sizes that nobody thought of, among the three."""
ALWAYS = {"keuze", "zet", "gok", "slotzin", "poort.verder"} | {
    f"zitting.{deed}" for deed in ("waarom", "vertellen", "bod", "voorleggen", "verdagen")
}
"""What is done in every one of these games."""


@pytest.fixture(autouse=True)
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent to a terminal that is not there: cells are read when they are looked at. Halves the time."""

    def nothing(self: Compositor, *_: Any, **__: Any) -> None:
        self._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", nothing)


class Game:
    """One game, in as many lives as it takes. `sizes`: the terminal's, one after the other, round and round."""

    def __init__(self, scenario: str, make: Maker, seed: int, sizes: list[tuple[int, int]]) -> None:
        self.scenario, self.make, self.seed = scenario, make, seed
        self.sizes, self.deaths = sizes, deaths(seed)
        self.steps, self.size = 0, sizes[0]
        self.did, self.came = Counter[str](), Counter[str]()
        self.wrong: list[str] = []

    @asynccontextmanager
    async def life(self, app: TableApp) -> Any:
        """A run of the program, with somebody at it."""
        async with app.run_test(size=self.size) as pilot:
            hands = self.make(pilot)
            await hands.door.rest()
            guest = Guest(pilot, hands, self.seed)
            yield guest, hands
            self.did += guest.did
            self.came += hands.door.came

    async def play(self) -> Path:
        """Play to the end; the journal."""
        app = app_for(self.scenario, seed=self.seed)
        left: Left | None = None
        while True:
            async with self.life(app) as (guest, hands):
                if left is not None:
                    self.wrong += left.differs(app, await quiet(app, hands))
                await self._live(guest, hands)
                assert app.session is not None
                assert app.session.path is not None
                if guest.ended:
                    await self._end(app)
                    app.session.close()
                    return app.session.path
                left = Left(app, await quiet(app, hands))
                app.session.close()
            app = TableApp(Wish(journal=left.path), "nl")

    async def _live(self, guest: Guest, hands: Hands) -> None:
        while not guest.ended:
            self.steps += 1
            assert self.steps < MOST, f"still playing, on {name_of(guest.app)}"
            await guest.step()
            if self.steps % EVERY == 0:
                self.size = self.sizes[self.steps // EVERY % len(self.sizes)]
                await hands.door.resize(self.size)
            found = faults(guest.app, looks=self.steps % LOOKS == 0)
            self.wrong += [f"step {self.steps}, {name_of(guest.app)} at {self.size}: {fault}" for fault in found]
            if self._dies(name_of(guest.app)):
                return

    def _dies(self, where: str) -> bool:
        """Whether the program is killed now."""
        found = [n for n, (step, place) in enumerate(self.deaths) if step <= self.steps and place in ("", where)]
        if found:
            del self.deaths[found[0]]
        return bool(found)

    async def _end(self, app: TableApp) -> None:
        """What the ending shows is how it ended."""
        session = app.session
        assert session is not None
        assert session.outcome is not None
        shown = " ".join(text_of(app).split())
        assert Titles(session.board, app.tr).outcome(session.outcome.id) in shown
        if is_birth(session.view(None)) and self.make is Keyboard:
            assert signed_by(session.remarks).name == ALLIANCE
            assert ALLIANCE in shown


async def quiet(app: TableApp, hands: Hands) -> str:
    """What is on the screen when what was just said has gone."""
    app.clear_notifications()
    for field in app.screen.query(FieldMap):
        field.point("")  # where somebody last looked is no part of the game
    await hands.door.rest()
    return told(app)


class Left:
    """A table as it was left when the program was killed, with `text` on the screen."""

    def __init__(self, app: TableApp, text: str) -> None:
        session = app.session
        assert session is not None
        assert session.path is not None
        self.path, self.state, self.remarks = session.path, session.state, list(session.remarks)
        self.resting = isinstance(app.screen, TableScreen | TalksScreen)
        self.name, self.text = name_of(app), text

    def differs(self, app: TableApp, now: str) -> Iterator[str]:
        """What is not as it was, in the program that went on from the journal."""
        session = app.session
        assert session is not None
        if session.state != self.state or session.remarks != self.remarks:
            yield "the game that goes on is another one"
        if not self.resting:
            return
        if name_of(app) != self.name or now != self.text:
            yield f"{self.name} was\n{self.text}\nand after going on {name_of(app)} is\n{now}"


def deaths(seed: int) -> list[tuple[int, str]]:
    """When the program is killed: (from which step, on which screen), '' is on any."""
    rng = random.Random(seed)
    return [(rng.randrange(4, 90), where) for where in ("TableScreen", "TalksScreen", "Scene", "")]


async def whole(scenario: str, make: Maker, seed: int, first: int, *, odd: bool = False) -> Game:
    """A whole game that is right in everything.

    On a busy machine the hands now and then come before a card is laid or a line has scrolled. The same game is then
    played again: what is wrong in the game itself is wrong each time.
    """
    for _ in range(TRIES - 1):
        try:
            return await _whole(scenario, make, seed, first, odd=odd)
        except (AssertionError, NoMatches, OptionDoesNotExist) as early:
            print(f"once more, after: {early}"[:2000])
    return await _whole(scenario, make, seed, first, odd=odd)


async def _whole(scenario: str, make: Maker, seed: int, first: int, *, odd: bool) -> Game:
    """One game."""
    sizes = [SIZES[(first + n) % 3] for n in range(3)] + list(ODD if odd else ())
    game = Game(scenario, make, seed, sizes)
    path = await game.play()
    own = make.name  # type: ignore[attr-defined]
    assert not game.wrong, "\n".join(game.wrong[:12])
    assert not game.deaths, f"choose another seed: it was never killed on {game.deaths}"
    assert set(game.came) == {own}, game.came
    assert game.did.keys() >= ALWAYS, f"choose another seed: {ALWAYS - game.did.keys()} never came up"
    again, course = replay(path)
    for _ in course:
        pass
    assert again.finished
    return game


@pytest.mark.parametrize(("make", "first"), [(Keyboard, 0), (Mouse, 1)], ids=["keyboard", "mouse"])
async def test_eerste_dijk(make: Maker, first: int) -> None:
    await whole("eerste-dijk", make, 2 + first, first)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "first"),
    [(Keyboard, 0), (Mouse, 1), (Keyboard, 2)],
    ids=["keyboard-80x24", "mouse-120x36", "keyboard-200x60"],
)
async def test_graaf_reinald(make: Maker, first: int) -> None:
    await whole("graaf-reinald", make, (1, 5, 3)[first], first, odd=True)
