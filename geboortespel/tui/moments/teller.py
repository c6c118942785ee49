"""Shows stages and cards to the table, remembers what it said, and does actions: what every moment needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve

from geboortespel.session.store import StoreError
from geboortespel.tui.moments import reading, turns
from geboortespel.tui.screens.ask import Question
from geboortespel.tui.screens.page import Moment
from geboortespel.tui.screens.scene import Scene
from geboortespel.tui.screens.why import NewsCard

if TYPE_CHECKING:
    from textual.content import Content

    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt, Session
    from geboortespel.tui.hotseat import People
    from geboortespel.tui.screens.table_board import TableBoard
    from geboortespel.tui.stage import Stage
    from geboortespel.tui.story import Story
    from geboortespel.tui.widgets.rows import Item
    from geboortespel.words.catalog import Translator
    from geboortespel.words.voice import Voice
    from geboortespel.words.why import Asked, Group, Reader

Note = tuple[str, ...]


def deltas_of(session: Session, before: View, receipt: Receipt) -> dict[str, int]:
    """Visible changes of an action: aspects by their level, the rest as the receipt says."""
    after = session.view(None)
    found = {a: after.level(a) - before.level(a) for a in session.board.aspects}
    return {name: delta for name, delta in {**receipt.changes, **found}.items() if delta}


class Teller:
    """One table's teller. A scene stays open from stage to stage, so that nothing flickers; `curtain` closes it."""

    def __init__(self, screen: TableBoard) -> None:
        self.screen = screen
        self._scene: Scene | None = None

    # -- what there is -----------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        return self.screen.session

    @property
    def voice(self) -> Voice:
        return self.screen.voice

    @property
    def story(self) -> Story:
        return self.screen.story

    @property
    def people(self) -> People:
        return self.screen.people

    @property
    def tr(self) -> Translator:
        return self.screen.tr

    @property
    def several(self) -> bool:
        """Whether more than one person plays."""
        return self.people.count > 1

    @property
    def tall(self) -> bool:
        """Whether the screen has room for large pictures."""
        return self.screen.app.size.height >= 30

    def person(self, n: int) -> str:
        """`speler 2 (Jurist)`; for a single player the role alone."""
        return turns.name_of(self.voice, self.people, n, self.tr)

    def remarks(self) -> dict[str, dict[str, Any]]:
        """What the table said, the last of every kind."""
        return dict(self.session.remarks)

    @property
    def reader(self) -> Reader:
        """For whose eyes answers to 'why?' are."""
        return reading.reader(self.screen)

    def asked(self, heading: str, found: Iterable[tuple[str, Asked | None]]) -> Callable[[], Sequence[Group]] | None:
        """What can be asked about the answers of a stage, by their ids; None when no number is among them."""
        some = [evolve(one, key=key) for key, one in found if one is not None]
        return (lambda: [(heading, some)]) if some else None

    # -- showing -----------------------------------------------------------------------------------------------------

    async def scene(self, stage: Stage) -> str:
        """Show a stage on the whole screen; the answer, '' when there was none to give."""
        if self._scene is None or not self._scene.is_attached:
            self._scene = Scene()
            await self.screen.app.push_screen(self._scene)
        return await self._scene.play(stage)

    def curtain(self) -> None:
        """Close the scene: the table is in sight again."""
        scene, self._scene = self._scene, None
        if self.screen.has_class("-opening"):
            self.screen.remove_class("-opening")
            self.screen.call_after_refresh(self.screen.show_pane, "hand")
        if scene is not None and scene.is_attached and self.screen.app.screen is scene:
            scene.dismiss(None)

    async def card(self, title: str, paragraphs: Sequence[Content]) -> None:
        """Lay a card on the table, to be read aloud."""
        self.curtain()
        await self.screen.app.push_screen_wait(Moment(title, paragraphs))

    async def news(self, title: str, paragraphs: Sequence[Content]) -> None:
        """Lay news on the table, to be read aloud; one can ask about the numbers of the game first."""
        self.curtain()
        await self.screen.app.push_screen_wait(NewsCard(title, paragraphs, lambda: reading.numbers(self.screen)))

    async def ask(self, title: str, text: str, rows: Sequence[Item]) -> str:
        """Ask on a card; '' when it is skipped."""
        self.curtain()
        return await self.screen.app.push_screen_wait(Question(title, text, rows)) or ""

    # -- doing -------------------------------------------------------------------------------------------------------

    def act(self, action: Action, *, follows: bool = False) -> Receipt | None:
        """Do an action; None when it could not be done. What one that `follows` another changed is added to that."""
        before = dict(self.screen.deltas) if follows else {}
        receipt = self.screen.act(action)
        if receipt is not None and before:
            for name, delta in self.screen.deltas.items():
                before[name] = before.get(name, 0) + delta
            self.screen.deltas = {name: delta for name, delta in before.items() if delta}
            self.screen.refresh_board()
        return receipt

    def remark(self, kind: str, data: Mapping[str, object]) -> None:
        """Remember what the table said."""
        try:
            self.session.remark(kind, data)
        except StoreError as fault:
            self.screen.trouble(fault)
