"""Games that were kept, to go on with: where each stands, and when it was last played."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.listing import Listing
from geboortespel.tui.screens.why import Asking
from geboortespel.tui.widgets.rows import Item, Row, Rows, heading
from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line
from geboortespel.words.why import Group

if TYPE_CHECKING:
    from geboortespel.session.saved import Saved
    from geboortespel.tui.standing import Standing


MOST_READ = 30
"""Of how many games is looked up where they stand: that takes playing them again."""


class SavedScreen(Asking, Listing):
    """Which game do you go on with, or look back on?"""

    PLACE = "saved"
    ABOUT = N_("Games that were kept, the newest first. Choosing one goes on where you left it, or at its ending.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("saved")

    def __init__(self) -> None:
        super().__init__()
        self._going: list[Saved] = []
        self._ended: list[Saved] = []
        self._standing: dict[Path, Standing] = {}

    @property
    def _games(self) -> list[Saved]:
        return [*self._going, *self._ended]

    def heading(self) -> str:
        return self.tr("Which game?")

    def on_screen_resume(self) -> None:
        self.say(self.tr("One moment, reading…"))
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        """First which games there are, then where each stands: that takes playing them again."""
        from geboortespel.tui.games import saved
        from geboortespel.tui.standing import standing

        (self._going, self._ended), self._standing = saved(), {}
        self.app.call_from_thread(self._show)
        for game in self._games[:MOST_READ]:
            if not self.is_current:
                return
            self._standing[game.path] = standing(game.path, self.tr)
            self.app.call_from_thread(self._show)

    def speak(self) -> None:
        super().speak()
        self._show()

    def _show(self) -> None:
        if not self._games:
            self.say(self.tr("There are no kept games yet. Begin one in the menu, at New game."))
        self.told = {str(game.path): self._about(game) for game in self._games}
        ended = [heading(self.tr("Ended"))] if self._ended else []
        self.fill([*map(self._item, self._going), *ended, *map(self._item, self._ended)])

    def _title(self, game: Saved) -> str:
        """The scenario's title; of a branch with what it is."""
        title = one_line(game.title) or game.scenario
        return self.tr("{title} (what if)").format(title=title) if game.origin is not None else title

    def _item(self, game: Saved) -> Item:
        known = self._standing.get(game.path)
        where = known.where if known else self.tr.many("{n} action", "{n} actions", game.lines)
        title = Content.styled(self._title(game), "bold")
        row = Row(title, Content.styled(known.when if known else "", "$zacht"), Content.styled(where, "$zacht"),
                  hang=2, wrap=True)  # fmt: skip
        return Item(str(game.path), row)

    def _about(self, game: Saved) -> list[Content]:
        tr, known = self.tr, self._standing.get(game.path)
        said = [Content.styled(self._title(game), "bold $warm"), Content("")]
        if known is None:
            return [*said, Content.styled(tr("One moment, reading…"), "$zacht")]
        said += [Content(line) for line in known.told]
        if game.origin is not None:
            branch = tr("A branch of {name}, from journal line {line}.").format(
                name=game.origin.name or tr("a game that was not kept"), line=game.origin.line
            )
            said += [Content(""), Content(branch)]
        said += [Content(""), Content.styled(tr("Kept in {path}").format(path=game.path), "$zacht")]
        return said

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.numbers()) if action == "why" else super().check_action(action, parameters)

    def numbers(self) -> Sequence[Group]:
        """What can be asked of the game under the cursor."""
        current = self.query_one(Rows).current
        known = self._standing.get(Path(current.id)) if current is not None else None
        return known.numbers if known is not None else ()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        from geboortespel.tui.opening import go_on

        go_on(self.table, Path(event.option_id or ""))
