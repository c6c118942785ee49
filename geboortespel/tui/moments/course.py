"""The course of play at the table: an action, what came of it as a sequence of moments, and whose turn it is next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.moments import (
    conversation,
    echo,
    ending,
    guess,
    hints,
    lastword,
    news,
    opening,
    private,
    reading,
    sitting,
    turns,
    vote,
)
from geboortespel.tui.moments.teller import Note, Teller, deltas_of

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt, Session
    from geboortespel.tui.screens.table_board import TableBoard

STARTS = ("ronde", "echo")


class Course:
    """Runs the moments of one table. `busy` while something is asked or told: no action is taken meanwhile."""

    def __init__(self, screen: TableBoard) -> None:
        self.screen = screen
        self.teller = Teller(screen)
        self.busy = False

    @property
    def _session(self) -> Session:
        return self.screen.session

    # -- acting ------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """What comes before the first move."""
        if self._fresh:
            self.screen.add_class("-opening")
        self._run(self._begin())

    def play(self, action: Action) -> None:
        """Do an action and tell what came of it."""
        if not self.busy:
            self._run(self._play(action))

    def bring(self, action: Action) -> None:
        """Let a card happen that the facilitator chose."""
        if not self.busy:
            self._run(self._bring(action))

    def _run(self, work: Awaitable[None]) -> None:
        self.busy = True
        self.screen.run_worker(self._busy(work), group="course")

    async def _busy(self, work: Awaitable[None]) -> None:
        try:
            await work
        finally:
            self.busy = False
            self.teller.curtain()

    @property
    def _fresh(self) -> bool:
        """Whether this is the very beginning, and not a game that is gone on with."""
        session = self._session
        begun = session.moments.last_act(session.line) is not None
        return bool(session.board.scenario.believers) and not (self.screen.resumed or begun or session.finished)

    async def _begin(self) -> None:
        screen, fresh, then = self.screen, self._fresh, None
        if screen.resumed:
            if not self._session.finished:
                screen.notify(screen.tr("You go on where you left off."))
            then = await echo.unanswered(self.teller)
        else:
            if fresh:
                await opening.play(self.teller)
            then = await self._tell(self._session.opening, whole=fresh)
        await self._do(then)
        if fresh:
            await self._settle(whole=True)
            await self._do(await self._converse())
        await self._onward("")

    async def _play(self, action: Action) -> None:
        if action.kind == "zet" and vote.decides(self._session.board, action):
            await vote.predict(self.teller)
        seat = self.screen.seat
        if await self._do(action):
            await self._onward(seat)

    async def _bring(self, action: Action) -> None:
        seat = self.screen.seat
        receipt = self.teller.act(action)
        if receipt is not None:
            first = next((i for i, note in enumerate(receipt.notes) if note[0] in STARTS), len(receipt.notes))
            await news.between(self.teller, receipt.notes[:first])
            if await self._do(await self._tell(receipt.notes[first:])):
                await self._onward(seat)

    async def _do(self, action: Action | None) -> bool:
        """Do an action, and those that were chosen in the scenes about it; whether all could be done."""
        while action is not None:
            receipt = self.teller.act(action)
            if receipt is None:
                return False
            action = await self._tell(receipt.notes)
        return True

    async def _converse(self) -> Action | None:
        """The first conversation; what is asked in the middle of it belongs to it."""
        notes = await conversation.play(self.teller)
        return await self._tell(notes)

    async def _onward(self, before: str) -> None:
        """What the game asks in between, the seats nobody plays; then the next person, or the end. Who moved last stays
        at the table; `before`: the seat that was there."""
        screen = self.screen
        await self._settle()
        if self._session.finished:
            await ending.play(self.teller)
            return
        mine, last = screen.mine, screen.moved_last
        now = last if last in mine else next(iter(mine), "")
        if screen.seat != now:  # what was asked in between may have been of another role
            screen.seat = now
            screen.refresh_board()
        await self._hand_over(before)

    async def _settle(self, *, whole: bool = False) -> None:
        """Answer what stands between a move and the next; `whole`: as scenes, while the table is not in sight."""
        session = self._session
        while not session.finished:
            await sitting.play(self.teller)
            if session.finished:
                return
            if not self.screen.mine:
                before = session.view(None)
                receipt: Receipt | None = session.stand_in()
                assert receipt is not None
                self.screen.deltas = deltas_of(session, before, receipt)
                self.screen.refresh_board()
            else:
                asked = self._asked(session.view(None), whole)
                if asked is None:
                    return
                receipt = await asked
            if receipt is None or not await self._do(await self._tell(receipt.notes)):
                return

    def _asked(self, view: View, whole: bool) -> Awaitable[Receipt | None] | None:
        """The scene for what the game waits for; None when the table itself asks it."""
        match view.waiting:
            case "keuze" if view.private:
                return private.play(self.teller)
            case "keuze" if whole:
                return conversation.choice(self.teller)
            case "gok":
                return guess.play(self.teller)
            case "slotzin":
                return lastword.play(self.teller)
        return None

    async def _hand_over(self, before: str) -> None:
        screen = self.screen
        now, was = screen.people.of(screen.seat), screen.people.of(before)
        if self.teller.several and screen.seat and now != was and before:
            seat = screen.voice.titles.seat(screen.seat)
            text = screen.tr("Pass the keyboard to player {n}: {seat}.").format(n=now, seat=seat)
            await self.teller.card(screen.tr("Pass it on"), [Content(text)])

    # -- telling -----------------------------------------------------------------------------------------------------

    async def _tell(self, notes: Sequence[Note], *, whole: bool = False) -> Action | None:
        """Votes, the echo and the news as moments; the rest stands in the story already. Gives the gate's answer."""
        answer = None
        await vote.reveal(self.teller, notes)
        for part in _parts(notes):
            if part[0][0] == "echo":
                answer = await echo.play(self.teller, part)
            elif part[0][0] == "ronde" and self._session.board.scenario.believers:
                await news.play(self.teller, part, whole=whole)
        return answer

    # -- reading -----------------------------------------------------------------------------------------------------

    def why(self, name: str) -> None:
        """The causes behind a quantity."""
        reading.why(self.screen, name)

    def log(self) -> None:
        """Everything that happened."""
        reading.log(self.screen)

    def briefing(self) -> None:
        """The assignment again."""
        reading.briefing(self.screen)

    def undo_rule(self) -> None:
        """How far back the table may go: asked of the facilitator."""
        reading.undo_rule(self.screen)

    def hint(self, view: View) -> Content:
        """A tip that fits now. Follows from the game alone, so that going on shows the same."""
        return hints.now(self.screen, view) if self.screen.table.settings.hints else Content("")

    def duties(self, view: View) -> str:
        """Who leads this month and who speaks against, when there are several of you."""
        return turns.duties(self.screen.voice, self.screen.people, view, self.screen.tr)


def _parts(notes: Sequence[Note]) -> list[list[Note]]:
    """Notes split where something new begins."""
    parts: list[list[Note]] = []
    for note in notes:
        if not parts or note[0] in STARTS:
            parts.append([])
        parts[-1].append(note)
    return parts
