"""The course of play at the table: what is told and asked around an action, moment by moment, and the turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.session.session import Undo
from geboortespel.session.store import StoreError
from geboortespel.tui import board, why
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.page import Moment, Page
from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt, Session
    from geboortespel.tui.screens.table_board import TableBoard

Note = tuple[str, ...]
STARTS = ("ronde", "echo")


def deltas_of(session: Session, before: View, receipt: Receipt) -> dict[str, int]:
    """Visible changes of an action: aspects by their level, the rest as the receipt says."""
    after = session.view(None)
    found = {a: after.level(a) - before.level(a) for a in session.board.aspects}
    return {name: delta for name, delta in {**receipt.changes, **found}.items() if delta}


class Course:
    """Runs the moments of one table. `busy` while something is asked or told: no action is taken meanwhile."""

    def __init__(self, screen: TableBoard) -> None:
        self.screen = screen
        self.busy = False

    @property
    def _session(self) -> Session:
        return self.screen.session

    @property
    def _several(self) -> bool:
        return self.screen.people.count > 1

    # -- acting ------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """What comes before the first move."""
        self._run(self._begin())

    def play(self, action: Action) -> None:
        """Do an action and tell what came of it."""
        if not self.busy:
            self._run(self._play(action))

    def _run(self, work: object) -> None:
        self.busy = True
        self.screen.run_worker(self._busy(work), group="course")

    async def _busy(self, work: object) -> None:
        try:
            await work  # type: ignore[misc]
        finally:
            self.busy = False

    async def _begin(self) -> None:
        screen, session = self.screen, self._session
        if "vingers" not in dict(session.remarks) and session.board.scenario.believers and not session.finished:
            await self._fingers()
        if screen.resumed:
            screen.notify(screen.tr("You go on where you were."))
        else:
            await self._tell(session.opening)
        await self._onward(screen.seat)

    async def _play(self, action: Action) -> None:
        if action.kind == "zet" and self._decides(action):
            await self._predict()
        seat = self.screen.seat
        receipt = self.screen.act(action)
        if receipt is None:
            return
        await self._tell(receipt.notes)
        await self._onward(seat)

    async def _onward(self, seat: str) -> None:
        """The seats nobody plays act; then the next person, or the end."""
        session, screen = self._session, self.screen
        while not session.finished and not screen.mine:
            before = session.view(None)
            receipt = session.stand_in()
            screen.deltas = deltas_of(session, before, receipt)
            screen.refresh_board()
            await self._tell(receipt.notes)
        if session.finished:
            from geboortespel.tui.screens.ending import EndingScreen

            screen.app.push_screen(EndingScreen(session, screen.voice, screen.story, screen.people))
            return
        await self._hand_over(seat)

    async def _hand_over(self, before: str) -> None:
        screen = self.screen
        now, was = screen.people.of(screen.seat), screen.people.of(before)
        if self._several and screen.seat and now != was and before:
            seat = screen.voice.titles.seat(screen.seat)
            text = screen.tr("Pass the keyboard to player {n}: {seat}.").format(n=now, seat=seat)
            await self._moment(screen.tr("Pass it on"), [Content(text)])

    # -- telling -----------------------------------------------------------------------------------------------------

    async def _tell(self, notes: Sequence[Note]) -> None:
        """Votes, the echo and the news as moments; the rest stands in the story already."""
        view = self._session.view(None)
        votes = [note for note in notes if note[0] == "stem"]
        if votes:
            await self._votes(votes, view)
        for part in _parts(notes):
            if part[0][0] == "echo":
                await self._echo(part, view)
            elif part[0][0] in STARTS and self._session.board.scenario.believers:
                await self._news(part, view)

    async def _news(self, part: Sequence[Note], view: View) -> None:
        told = [line for note in part for line in self.screen.story.note(note, view)]
        told = told[1:] if told and not told[0] else told
        if len(told) < 2:
            return
        title = told[0].plain
        if self._several and part[0][0] == "ronde":
            person = (int(part[0][1]) - 1) % self.screen.people.count + 1
            lead = self.screen.tr("Player {n} takes the lead this month: read the news aloud.").format(n=person)
            told = [*told, Content(""), Content.styled(lead, "$zacht")]
        await self._moment(title, told[1:])

    async def _votes(self, votes: Sequence[Note], view: View) -> None:
        tr = self.screen.tr
        told = [line for note in votes for line in self.screen.story.note(note, view)]
        remarks = dict(self._session.remarks)
        if "voorspelling" in remarks:
            n = remarks["voorspelling"].get("voor")
            told += [Content(""), Content.styled(tr("You predicted {n} for.").format(n=n), "$zacht")]
        body = self._session.board.scenario.body
        await self._moment(one_line(body.title) if body and body.title else tr("The vote"), told)

    async def _echo(self, part: Sequence[Note], view: View) -> None:
        screen, tr = self.screen, self.screen.tr
        told = [line for note in part for line in screen.story.note(note, view) if line]
        aspects = screen.voice.board.scenario.aspects.values()
        used = [p for p in PERSPECTIVES if any(a.perspective == p for a in aspects)]
        guess = ""
        if len(used) > 1:
            title = tr("Which perspective is the weakest, do you think? Point all at once.")
            rows = [Item(p, Row(Content(screen.voice.titles.perspective(p)))) for p in used]
            guess = await screen.app.push_screen_wait(Ask(told[0].plain if told else "", title, rows)) or ""
        if guess:
            self._remark("zwakste", {"perspectief": guess})
            name = screen.voice.titles.perspective(guess)
            told.append(Content(tr("You pointed at: {perspective}.").format(perspective=name)))
        lights = board.summary(screen.voice, view)
        if lights:
            told += [Content(""), lights]
        await self._moment(tr("Echo"), told)

    async def _moment(self, title: str, paragraphs: Sequence[Content]) -> None:
        await self.screen.app.push_screen_wait(Moment(title, paragraphs))

    # -- asking ------------------------------------------------------------------------------------------------------

    async def _fingers(self) -> None:
        tr, held = self.screen.tr, []
        words = {0: tr("no"), 5: tr("certainly")}
        text = tr("Would you make this an alliance? Hold up your fingers, all at once: 0 is no, 5 is certainly.")
        for n in range(1, self.screen.people.count + 1):
            title = tr("Fingers, player {n}").format(n=n) if self._several else tr("Fingers")
            rows = [Item(str(i), Row(Content(f"{i}  {board.points(i, 5)}  {words.get(i, '')}"))) for i in range(6)]
            answer = await self.screen.app.push_screen_wait(Ask(title, text, rows))
            if answer:
                held.append(int(answer))
        self._remark("vingers", {"vingers": held})

    async def _predict(self) -> None:
        tr, body = self.screen.tr, self._session.board.scenario.body
        members = len(body.members) if body else 0
        if not members:
            return
        title = tr("Before they vote: how many of the {n} will be for?").format(n=members)
        rows = [Item(str(n), Row(Content(tr("{n} for").format(n=n)))) for n in range(members + 1)]
        answer = await self.screen.app.push_screen_wait(Ask(tr("A prediction"), title, rows))
        if answer:
            self._remark("voorspelling", {"voor": int(answer)})

    def _decides(self, action: Action) -> bool:
        """Whether the move asks the decision body for its decision."""
        move = self._session.board.scenario.moves[action.what]
        option = move.options.get(action.choice)
        effects = [*move.effects, *(e for item in move.consequences for e in item.effects)]
        if option:
            effects += [*option.effects, *(e for item in option.consequences for e in item.effects)]
        return any(getattr(effect, "name", "") == "besluit" for effect in effects)

    def _remark(self, kind: str, data: dict[str, object]) -> None:
        try:
            self._session.remark(kind, data)
        except StoreError as fault:
            self.screen.trouble(fault)

    def undo_rule(self) -> None:
        """How far back the table may go: asked of the facilitator."""
        tr, session = self.screen.tr, self._session
        words: dict[str, tuple[Undo, str]] = {
            "1": ("tot_onthulling", tr("up to what was drawn or heard")),
            "2": ("altijd", tr("as far as you like")),
            "3": ("nooit", tr("not at all")),
        }
        rows = [
            Item(key, Row(Content(f"{key}  {said}"), Content("●" if rule == session.undo_rule else "")))
            for key, (rule, said) in words.items()
        ]

        def chosen(key: str | None) -> None:
            if key:
                try:
                    session.allow_undo(words[key][0])
                except StoreError as fault:
                    self.screen.trouble(fault)
                self.screen.refresh_hand(keep=True)

        self.screen.app.push_screen(Ask(tr("what can be undone").capitalize(), "", rows), chosen)

    # -- reading -----------------------------------------------------------------------------------------------------

    def why(self, name: str) -> None:
        """The causes behind a quantity."""
        screen = self.screen
        title, told = why.told(screen.voice, self._session, screen.seat or None, name)
        screen.app.push_screen(Page(title, told))

    def why_what(self) -> None:
        """First choose what to ask about."""
        screen, voice = self.screen, self.screen.voice
        view = self._session.view(screen.seat or None)
        rows = [Item(n, Row(Content(capital(why.shown(voice, view, n))))) for n in why.askable(voice, view)]

        def chosen(name: str | None) -> None:
            if name:
                self.why(name)

        screen.app.push_screen(Ask(screen.tr("Why?"), screen.tr("About which number?"), rows), chosen)

    def log(self) -> None:
        """Everything that happened."""
        self.screen.app.push_screen(Page(self.screen.tr("Log"), self.screen.story.whole(), end=True))

    def briefing(self) -> None:
        """The assignment again."""
        from geboortespel.tui.briefing import assignment

        scenario = self._session.board.scenario
        self.screen.app.push_screen(Page(one_line(scenario.title), assignment(scenario)))

    def hint(self, view: View) -> Content:
        """A tip that fits now: one that has just come to hold, at the start one after the other. Follows from the game
        alone, so that going on shows the same."""
        screen = self.screen
        if not screen.table.settings.hints or view.waiting != "zet":
            return Content("")
        session = self._session
        hints = [hint for hint in session.board.scenario.hints if hint.text and view.holds(hint.when)]
        way = [moment for moment in session.moments.way(session.line) if moment.action is not None]
        start = session.game.view(session.moments.all[0].state)
        before = session.game.view(session.moments.all[way[0].parent].state) if way else start
        first = [hint for hint in session.board.scenario.hints if hint.text and start.holds(hint.when)]
        fresh = [hint for hint in hints if not before.holds(hint.when)]
        fresh += [hint for hint in first[len(way) : len(way) + 1] if hint in hints]
        if not fresh:
            return Content("")
        said = screen.tr("Tip: {text}").format(text=one_line(fresh[0].text))
        return Content.styled(said, "italic $zacht")


def _parts(notes: Sequence[Note]) -> list[list[Note]]:
    """Notes split where something new begins."""
    parts: list[list[Note]] = []
    for note in notes:
        if not parts or note[0] in STARTS:
            parts.append([])
        parts[-1].append(note)
    return parts
