"""Walks through every screen of the real app: menus, a game from briefing to signed card, and every page on the way.

`visit(name)` is called on every screen it comes to, with the app as it stands then. Players are a policy and its seed:
a walk is the same each time. Uneventful moves are done on the session itself; whatever asks or tells something is done
at the table, as people would. Pages are found through the registry of actions, so a new one is walked to by itself.
Let the app have its motion off: scenes then show at once what needs no key.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any, cast

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from geboortespel.engine.actions import Action
from geboortespel.players.planner import Planner
from geboortespel.session.driver import Policy
from geboortespel.session.session import Session
from geboortespel.tui.actions import acts
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.base import Card, Whole
from geboortespel.tui.screens.briefing import BriefingScreen
from geboortespel.tui.screens.menu import CHOICES
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.screens.talks import TalksScreen

Visit = Callable[[str], Awaitable[None]]
OFTEN = 2
"""How many times the same kind of question is visited in a game."""
ACTING = (
    "menu", "undo", "redo", "pass_round", "other_role", "back", "leave", "copy_text", "save_text", "close",
    "put_forward", "force", "take", "adjourn", "first_year",
)  # fmt: skip
"""Actions that do something instead of showing something."""
MENU = (
    ("new", "scenarios"), ("go-on", "saved"), ("scenarios", "scenarios-look"), ("family", "family"),
    ("settings", "settings"),
)  # fmt: skip
"""What is chosen in the menu, and what its screen is called here."""
SENTENCES = ("Hand aan de dijk", "We wisten het niet, en dat zeiden we.", "Eerst luisteren.", "Samen.", "Tot morgen.")


TALKING = ("course", "facilitator")
"""Work that goes on as long as somebody is asked something: it is waited for by what it shows."""


def at_work(app: App[Any]) -> bool:
    """Whether something is being read or made; a facilitator's key, until its menu lies on the game."""
    on_game = isinstance(app.screen, TableScreen | TalksScreen)
    busy = (worker.group for worker in app.workers if not worker.is_finished)
    return any(group not in TALKING or (group == "facilitator" and on_game) for group in busy)


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
            top = self.app.screen
            if not at_work(self.app) and not (isinstance(top, TableScreen) and top.course.busy):
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

    async def until(self, met: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(500):
            if met():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"waited in vain, on {self.app.screen}")

    # -- menus -------------------------------------------------------------------------------------------------------

    async def menus(self) -> None:
        """Menu, scenarios, settings, kept games, with help and palette."""
        await self.see("menu")
        for key, name in (("f1", "help-menu"), ("ctrl+p", "palette-menu")):
            await self.press(key)
            await self.see(name)
            await self.press("escape")
        for choice, name in MENU:
            downs = [key for key, *_ in CHOICES].index(choice)
            await self.press("home", *["down"] * downs, "enter")
            await self.see(name)
            if name == "family":
                await self.family()
            if name in ("scenarios", "settings"):
                await self.press("down")
                await self.see(f"{name}-second")
                await self.press("f1")
                await self.see(f"help-{name}")
                await self.press("escape")
            await self.press("escape")

    async def family(self) -> None:
        """The family tree: its map, a card, its help."""
        await self.press("down", "down", "down", "down", "down")
        await self.see("family-second")
        await self.press("k")
        await self.see("family-map")
        for key, name in (("enter", "family-card"), ("f1", "help-family")):
            await self.press(key)
            await self.see(name)
            await self.press("escape")

    # -- a game ------------------------------------------------------------------------------------------------------

    async def game(self, people: int = 1) -> None:
        """From the briefing of the wished scenario (or the first) to the ending."""
        if self.app.wish.scenario is None:
            await self.press("home", "enter")
            await self.press("enter")
        await self.until(lambda: isinstance(self.app.screen, BriefingScreen))
        await self.see("briefing")
        for _ in range(people - 1):
            await self.press("n")
        await self.see("briefing-people")
        await self.press("s")
        await self.until(lambda: not isinstance(self.app.screen, BriefingScreen))
        await self.play()

    async def play(self) -> None:
        """The policy plays; what asks or tells is done at the table, which is looked at from all sides once."""
        looked = False
        for number in range(self.moves):
            await self.cards()
            top = self.app.screen
            if not isinstance(top, TableScreen):
                break
            session = top.session
            if not looked and session.view(None).waiting == "zet":
                looked = True
                await self.table()
                continue
            await self._move(top, number)
            if number == 12:
                await self.see("table-later")
        await self.cards()
        await self.ending()

    async def _move(self, top: TableScreen, number: int) -> None:
        session = top.session
        action = session.driver.choose(session.state, self.policy, number, session.view(None).to_act[0])
        if self.telling(session, action):
            if session.view(None).waiting != "zet":
                await self.see(f"question-{session.view(None).waiting}", OFTEN)
            top.course.play(action)
        else:
            session.act(action)
            top.deltas, top.path = {}, ()
            top.refresh_board()

    @staticmethod
    def telling(session: Session, action: Action) -> bool:
        """Whether something besides the board shows what comes of this action."""
        if action.kind != "zet" or session.view(None).waiting != "zet":
            return True
        moment, _ = session.take(action)
        codes = {note[0] for note in moment.notes}
        after = session.game.view(moment.state)
        return bool(codes & {"stem", "echo", "ronde", "einde"}) or after.waiting != "zet"

    async def cards(self) -> None:
        """Answer whatever lies on the table until the table or the ending itself is on screen."""
        for _ in range(80):
            await self.settled()
            top = self.app.screen
            if isinstance(top, TableScreen) or not isinstance(top, Card | Whole):
                return
            if isinstance(top, TalksScreen):
                await self._talk(top)
                continue
            if isinstance(top, Scene):
                await self._told(top)
            kind = f"{type(top).__name__.lower()}-{slug(title_of(top))}"
            await self.see(kind)
            if type(top).__name__ == "EndingScreen":
                return
            if top.query(Input):
                await self._write(top, kind)
            else:
                await self.press("enter")
                if isinstance(top, Card) and self.app.screen is top:
                    await self.press("escape")
        raise AssertionError(f"stuck on {self.app.screen}")

    async def _talk(self, top: TalksScreen) -> None:
        """A sitting, by the policy; looked at from all sides the first time, and after every answer of theirs."""
        await self.see("talks")
        if self.seen["talks"] == 1:
            await self.pages("talks")
        session = top.session
        while self.app.screen is top and session.view(None).waiting == "zitting":
            action = session.driver.choose(session.state, self.policy, session.line, session.view(None).to_act[0])
            top.act(action)
            await self.settled()
            if self.app.screen is top and action.what not in ("bod", "verdagen"):
                await self.see(f"talks-{action.what}", OFTEN)

    async def _told(self, scene: Scene) -> None:
        """Go on until everything of a stage is in sight."""
        for _ in range(40):
            if scene.told:
                break
            await self.press("enter")

    async def _write(self, card: Card[Any] | Whole[Any], kind: str) -> None:
        """Fill in every field, and hand it in."""
        for number, _ in enumerate(card.query(Input)):
            await self.pilot.press(*SENTENCES[number % len(SENTENCES)])
            if number == 0:
                await self.see(f"{kind}-filled")
            await self.pilot.press("enter")
        await self.settled()
        if self.app.screen is card:
            await self.press("ctrl+s")

    # -- pages -------------------------------------------------------------------------------------------------------

    async def pages(self, place: str) -> None:
        """Every page that an action of this place opens, by its first key."""
        below = self.app.screen
        for act in acts(place):
            where = self.app if act.action.startswith("app.") else below
            if act.name in ACTING or where.check_action(act.name, ()) is not True:
                continue
            await self.press(act.keys.split(",")[0])
            if self.app.screen is below:
                await self.see(f"{place}-{act.name}", 3)
                continue
            await self.see(f"{act.name}-{place}")
            if type(self.app.screen).__name__ == "LookBackScreen":
                for number in range(2, 8):
                    await self.press("right")
                    await self.see(f"{act.name}-{number}")
            if type(self.app.screen).__name__ == "DebriefingScreen":
                for key in ("right", "2", "right"):
                    await self.press(key)
                await self.see(f"{act.name}-question")
            for _ in range(5):
                if self.app.screen is below:
                    break
                await self.press("escape")
            assert self.app.screen is below, f"{act.name} does not close"

    async def table(self) -> None:
        """The table at rest: panes, pages, choosing a move step by step."""
        await self.see("table")
        await self.pages("table")
        for key, name in (("p", "light"), ("k", "person")):
            await self.press(key, "enter")
            await self.see(f"why-{name}")
            await self.press("escape")
        await self.press("z", "home")
        for depth in range(1, 4):
            if self._ends_here():
                break
            await self.press("home", "enter")
            await self.see(f"choosing-{depth}")
        for _ in range(4):
            if isinstance(self.app.screen, TableScreen) and self.app.screen.path:
                await self.press("escape")

    def _ends_here(self) -> bool:
        """Whether choosing the first row would do a move (or already did something that asks)."""
        screen = self.app.screen
        if not isinstance(screen, TableScreen) or screen.step is None:
            return True
        rows = [item for item in screen.step.items if not item.heading]
        return not rows or rows[0].id in screen.step.actions

    async def ending(self) -> None:
        """The ending with its pages."""
        if type(self.app.screen).__name__ != "EndingScreen":
            return
        await self.see("ending-signed")
        await self.pages("ending")
        await self.press("q")
        await self.see("menu-after")


def title_of(screen: Any) -> str:
    """What a screen is called: its heading or border title."""
    if isinstance(screen, Scene):
        return str(screen.stage.heading)
    found = [str(w.border_title) for w in screen.query("#sheet, #form") if w.border_title]
    return found[0] if found else ""


def slug(text: str) -> str:
    """Letters only, for a file name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z]+", plain)[:3])
