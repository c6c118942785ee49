"""Walks through every screen of the real app: menus, a game from briefing to signed card, and every page on the way.

`visit(name)` is called on every screen it comes to, with the app as it stands then. Players are a policy and its seed:
a walk is the same each time. Uneventful moves are done on the session itself; whatever asks or tells
something is done at the table, as people would.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any, cast

from textual.pilot import Pilot
from textual.widgets import Input

from geboortespel.engine.actions import Action
from geboortespel.players.planner import Planner
from geboortespel.session.driver import Policy
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.base import Card, Whole
from geboortespel.tui.screens.briefing import BriefingScreen
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.widgets.rows import Rows

Visit = Callable[[str], Awaitable[None]]
OFTEN = 2
"""How many times the same kind of moment is visited in a game."""
TABLE_PAGES = (
    ("why", "w"),
    ("log", "l"),
    ("assignment", "b"),
    ("help", "f1"),
    ("palette", "ctrl+p"),
    ("undo-rule", "U"),
)


class Walk:
    """One walk with one app. `moves`: at most this many decisions before it stops."""

    def __init__(self, pilot: Pilot[Any], visit: Visit, policy: Policy | None = None, moves: int = 400) -> None:
        self.pilot, self.visit = pilot, visit
        self.app = cast(TableApp, pilot.app)
        self.policy: Policy = policy or Planner()
        self.moves, self.seen = moves, Counter[str]()

    # -- waiting -----------------------------------------------------------------------------------------------------

    async def settled(self) -> None:
        """Wait until nothing is being read and everything is painted."""
        for _ in range(400):
            await self.pilot.pause()
            reading = [w for w in self.app.workers if not w.is_finished and w.group != "course"]
            top = self.app.screen
            if not reading and not (isinstance(top, TableScreen) and top.course.busy):
                break
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    async def see(self, name: str, most: int = 1) -> None:
        """Visit what is on screen, unless its kind was seen often enough."""
        await self.settled()
        self.seen[name] += 1
        if self.seen[name] <= most:
            await self.visit(name if self.seen[name] == 1 else f"{name}-{self.seen[name]}")

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settled()

    # -- menus -------------------------------------------------------------------------------------------------------

    async def menus(self) -> None:
        """Menu, scenarios, settings, saved games, each with help and palette."""
        await self.see("menu")
        for key, name in (("f1", "help-menu"), ("ctrl+p", "palette-menu")):
            await self.press(key)
            await self.see(name)
            await self.press("escape")
        for downs, name in ((0, "scenarios"), (1, "saved"), (2, "scenarios-look"), (3, "settings")):
            await self.press("home", *["down"] * downs, "enter")
            await self.see(name)
            if name in ("scenarios", "settings"):
                await self.press("down")
                await self.see(f"{name}-second")
                await self.press("f1")
                await self.see(f"help-{name}")
                await self.press("escape")
            await self.press("escape")

    # -- a game ------------------------------------------------------------------------------------------------------

    async def game(self, people: int = 1) -> None:
        """From the briefing of the wished scenario (or the first) to the ending."""
        if self.app.wish.scenario is None:
            await self.press("home", "enter")
            await self.press("enter")
        for _ in range(500):
            if isinstance(self.app.screen, BriefingScreen):
                break
            await self.pilot.pause(0.02)
        await self.see("briefing")
        for _ in range(people - 1):
            await self.press("n")
        await self.see("briefing-people")
        await self.press("s")
        await self.cards()
        await self.table()
        await self.play()

    async def cards(self) -> None:
        """Answer whatever lies on the table until the table or the ending itself is on screen."""
        for _ in range(60):
            await self.settled()
            top = self.app.screen
            if isinstance(top, TableScreen) or not isinstance(top, Card | Whole):
                return
            kind = f"{type(top).__name__.lower()}-{slug(title_of(top))}"
            await self.see(kind)
            if type(top).__name__ == "EndingScreen":
                return
            if top.query(Input):
                for number, _ in enumerate(top.query(Input)):
                    await self.pilot.press(*(SENTENCES[number % len(SENTENCES)]))
                    if number == 0:
                        await self.see(f"{kind}-filled")
                    await self.pilot.press("enter")
                await self.settled()
                if self.app.screen is top:
                    await self.press("ctrl+s")
            else:
                await self.press("enter")
            if self.app.screen is top:
                await self.press("escape")
        raise AssertionError(f"stuck on {self.app.screen}")

    async def table(self) -> None:
        """The table at rest: panes, pages, choosing a move step by step."""
        await self.see("table")
        for key, name in (("p", "lights"), ("k", "people"), ("z", "moves")):
            await self.press(key)
            await self.see(f"table-{name}")
        for name, key in TABLE_PAGES:
            await self.press(*(("p", key) if name == "why" else (key,)))
            await self.see(f"{name}-table")
            await self.press("escape")
        await self.press("k", "enter")
        await self.see("why-person")
        await self.press("escape", "z")
        await self.press("home", "enter")
        for depth in range(1, 4):
            if not cast(TableScreen, self.app.screen).path:
                break
            await self.see(f"choosing-{depth}")
            if depth < 3 and not self._ends_here():
                await self.press("home", "enter")
        await self.press(*["escape"] * 3)
        await self.cards()

    def _ends_here(self) -> bool:
        """Whether choosing the row under the cursor would do a move."""
        screen = cast(TableScreen, self.app.screen)
        current = screen.query_one("#hand", Rows).current
        return screen.step is None or current is None or current.id in screen.step.actions

    async def play(self) -> None:
        """The policy plays on; what asks or tells is done at the table."""
        for number in range(self.moves):
            await self.cards()
            top = self.app.screen
            if not isinstance(top, TableScreen):
                break
            session = top.session
            action = session.driver.choose(session.state, self.policy, number, session.view(None).to_act[0])
            if self.telling(session, action):
                await self._visit_question(session)
                top.course.play(action)
            else:
                session.act(action)
                top.deltas, top.path = {}, ()
                top.refresh_board()
            if number == 12:
                await self.see("table-later")
        await self.cards()
        await self.ending()

    async def _visit_question(self, session: Session) -> None:
        waiting = session.view(None).waiting
        if waiting != "zet":
            await self.see(f"question-{waiting}", OFTEN)

    @staticmethod
    def telling(session: Session, action: Action) -> bool:
        """Whether something besides the board shows what comes of this action."""
        if action.kind != "zet" or session.view(None).waiting != "zet":
            return True
        moment, _ = session.take(action)
        codes = {note[0] for note in moment.notes}
        after = session.game.view(moment.state)
        return bool(codes & {"stem", "echo", "ronde", "einde"}) or after.waiting not in ("zet",)

    async def ending(self) -> None:
        """The ending with its pages."""
        if type(self.app.screen).__name__ != "EndingScreen":
            return
        await self.see("ending-signed")
        for key, name in (
            ("w", "why-ending"),
            ("l", "log-ending"),
            ("k", "card"),
            ("f1", "help-ending"),
            ("ctrl+p", "palette-ending"),
        ):
            await self.press(key)
            await self.see(name)
            await self.press("escape")
        await self.press("k", "s")
        await self.see("keep")
        await self.press("escape", "escape", "t")
        for n in range(1, 6):
            await self.press(str(n))
            await self.see(f"lookback-{n}")
        await self.press("escape", "q")
        await self.see("menu-after")


SENTENCES = ("Hand aan de dijk", "We wisten het niet, en dat zeiden we.", "Eerst luisteren.", "Samen.", "Tot morgen.")


def title_of(screen: Any) -> str:
    """What a card is called: its border title, without names and numbers in it."""
    found = [str(w.border_title) for w in screen.query("#sheet, #form") if w.border_title]
    return found[0] if found else ""


def slug(text: str) -> str:
    """Letters only, for a file name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z]+", plain)[:3])
