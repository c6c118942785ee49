"""A guest at the table: knows what they want to do, and does it with their hands, screen by screen.

What a guest wants is a policy's; whether it is done is seen in the session. So a whole game shows that everything a
policy does can be done by these hands, and that the table does what was chosen and nothing else.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import cast

from textual.pilot import Pilot

from geboortespel.engine.actions import Action
from geboortespel.players.planner import Planner
from geboortespel.session.driver import Policy
from geboortespel.session.session import Session
from geboortespel.tui.app import TableApp
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.page import Page
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.screens.table import TableScreen
from geboortespel.tui.screens.talks import TalksScreen
from geboortespel.tui.widgets.rows import Rows
from tests.pilot.hands import Hands

ALLIANCE, SENTENCE = "Hand aan de dijk", "We wisten het niet, en dat zeiden we."


class Guest:
    """Plays one game from briefing to ending. `did` counts what was done, by kind and verb."""

    def __init__(self, pilot: Pilot[int], hands: Hands, seed: int, policy: Policy | None = None) -> None:
        self.app, self.hands = cast(TableApp, pilot.app), hands
        self.policy: Policy = policy or Planner()
        self.rng = random.Random(seed)
        self.did: Counter[str] = Counter()
        self.wanted: Action | None = None
        self._asked = ""
        self._known = self.app.session.line if self.app.session is not None else 0

    @property
    def session(self) -> Session:
        assert self.app.session is not None
        return self.app.session

    @property
    def ended(self) -> bool:
        """Whether the ending is on the screen, signed if there was something to sign."""
        return type(self.app.screen).__name__ == "EndingScreen" and not self.app.screen.is_modal

    def _want(self, seat: str | None) -> Action:
        """What the policy does now."""
        session = self.session
        self.wanted = session.driver.choose(session.state, self.policy, session.line, seat)
        return self.wanted

    # -- step by step ------------------------------------------------------------------------------------------------

    async def step(self) -> None:
        """One thing: a choice, going on with what is told, reading a page. Sees that what was wanted was done."""
        screen = self.app.screen
        name = type(screen).__name__
        self.did[name] += 1
        if isinstance(screen, TableScreen):
            await self._at_the_table(screen)
        elif isinstance(screen, TalksScreen):
            await self._at_the_talks(screen)
        elif isinstance(screen, Scene):
            await self._in_a_scene(screen)
        elif isinstance(screen, Ask):
            await self._asked_on_a_card(screen)
        elif isinstance(screen, Page):
            await self.hands.go_on()
        elif name == "BriefingScreen":
            await self.hands.pick(screen.query_one(Rows), "begin")
        elif name == "SignScreen":
            await self.hands.sign([ALLIANCE, SENTENCE, SENTENCE, SENTENCE, SENTENCE])
        else:
            raise AssertionError(f"the guest does not know {name}")
        self._see()

    def _see(self) -> None:
        """The first action that was done since is the one that was wanted."""
        if self.app.session is None:
            return
        session = self.session
        done = [session.moments.all[n].action for n in range(self._known + 1, session.line + 1)]
        acts = [action for action in done if action is not None]
        self._known = session.line
        if acts and self.wanted is not None:
            assert acts[0] == self.wanted, f"wanted {self.wanted}, done was {acts[0]}"
            self.wanted = None
        for action in acts:
            self.did[action.kind if action.kind not in ("zitting", "poort") else f"{action.kind}.{action.what}"] += 1

    # -- the table ---------------------------------------------------------------------------------------------------

    async def _at_the_table(self, screen: TableScreen) -> None:
        action = self._want(screen.seat or None)
        while self.app.screen is screen:
            step, line = screen.step, self.session.line
            assert step is not None
            row = self._row_of(step.stands | {i: [a] for i, a in step.actions.items()}, action)
            await self.hands.pick(screen.query_one("#hand", Rows), row)
            if row in step.actions or self.session.line != line:
                return
            assert screen.step is not step, f"choosing {row} did nothing"

    @staticmethod
    def _row_of(stands: dict[str, list[Action]], action: Action) -> str:
        found = [row for row, some in stands.items() if action in some]
        assert found, f"{action} is not in the hand"
        return found[0]

    # -- scenes and cards --------------------------------------------------------------------------------------------

    async def _in_a_scene(self, scene: Scene) -> None:
        if not scene.told or not scene.stage.answers:
            await self.hands.go_on()
            return
        await self.hands.pick(scene.query_one(Rows), self._answer([item.id for item in scene.stage.answers]))

    def _answer(self, ids: list[str]) -> str:
        """The answer that the policy gives where it is about the game; else any."""
        view = self.session.view(None)
        if view.waiting in ("keuze", "poort", "gok", "slotzin", "zet"):
            seat = view.private or (view.to_act[0] if view.to_act else None)
            before, action = self.wanted, self._want(seat or None)
            for part in (action.choice, action.target, f"hand:{'/'.join(action.key[1:2])}"):
                if part and part in ids and view.waiting != "zet":
                    return part
            row = f"hand:{action.kind}/{action.what}/{action.target}/{action.choice}/{action.seat}"
            if row in ids:
                return row
            if view.waiting == "gok" and not action.choice:
                return "geen"
            if view.waiting == "slotzin" and not action.target:
                return "niets"
            self.wanted = before
        return self.rng.choice(ids)

    async def _asked_on_a_card(self, card: Ask) -> None:
        rows = card.query_one(Rows)
        ids = [option.id or "" for option in rows.options if not option.disabled]
        if self._asked:
            row, self._asked = self._asked, ""
            assert row in ids, f"{row} is not asked, but {ids}"
        else:
            row = self._answer(ids)
        await self.hands.pick(rows, row)

    # -- the negotiating table ---------------------------------------------------------------------------------------

    async def _at_the_talks(self, screen: TalksScreen) -> None:
        action = self._want(screen.view.seat)
        match action.what:
            case "bod":
                self._asked = f"option:{action.choice}"
                await self.hands.pick(screen.query_one("#issues", Rows), f"issue:{action.target}")
            case "waarom" | "vertellen":
                self._asked = f"about:{action.target}"
                await self.hands.do("ask_why" if action.what == "waarom" else "tell")
            case what:
                deeds = {"voorleggen": "put_forward", "graag-of-niet": "force", "aannemen": "take"}
                await self.hands.do(deeds.get(what, "adjourn"))
