"""The live preview at the table: a panel of quantities, and after every save of the scenario the new version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from geboortespel.report import live
from geboortespel.session.preview import standings
from geboortespel.tui import settings
from geboortespel.tui.app import TableApp
from geboortespel.tui.entry import Wish
from geboortespel.tui.screens.menu import MenuScreen
from geboortespel.tui.screens.table import TableScreen

if TYPE_CHECKING:
    from geboortespel.session.preview import Preview, Reloaded

EVERY = 0.3
"""Seconds between two looks at the file."""
STAYS = 12.0
"""Seconds that a message about a save stays."""


class PreviewApp(TableApp):
    """The table with a game in memory that follows its file when `watch` says so."""

    CSS = "#standen { dock: top; height: auto; max-height: 4; padding: 0 1; }"

    def __init__(
        self, preview: Preview, language: str, chosen: settings.Settings, *, watch: bool, ascii: bool = False
    ) -> None:
        super().__init__(Wish(ascii=ascii), language, chosen, session=preview.session, resumed=True)
        self.preview, self.watching = preview, watch
        self.last = standings(preview.session, 0)
        """The standings before what the panel shows."""
        self._now = dict(self.last)

    def on_mount(self) -> None:
        self.set_interval(EVERY, self.look_round)

    def look_round(self) -> None:
        """The panel as it is now, and the file when it was saved."""
        if self.session is not self.preview.session:
            return  # the author went to the menu
        if self.watching and self.preview.changed():
            self.renew(self.preview.reload())
        self.show_panel()

    def renew(self, found: Reloaded) -> None:
        """Go on in the new version; with faults the table stays as it is."""
        for line in [*live.wrong(found, self.tr.language)][:1]:
            self.notify(line, severity="error", timeout=STAYS, markup=False)
        odd = found.faults or found.lost is not None
        said = "\n".join(live.told(found, self.tr))
        self.notify(said, severity="warning" if odd else "information", timeout=STAYS, markup=False)
        if found.faults:
            return
        while not isinstance(self.screen, MenuScreen):
            self.pop_screen()
        self.play(self.preview.session, True)

    def show_panel(self) -> None:
        """What changed with the last action or save."""
        now = standings(self.preview.session)
        if now != self._now:
            self.last, self._now = self._now, now
        table = next((screen for screen in self.screen_stack if isinstance(screen, TableScreen)), None)
        if table is None:
            return
        said = Content(live.panel(self.preview.session, self.last, now, self.tr))
        found = table.query("#standen")
        if found:
            found.first(Static).update(said)
        else:
            table.mount(Static(said, id="standen"))


def run(preview: Preview, language: str, *, watch: bool, ascii: bool) -> int:
    """Show the preview at the table until the author leaves it; the exit status."""
    chosen, _ = settings.read()
    app = PreviewApp(preview, settings.language(chosen, language), chosen, watch=watch, ascii=ascii)
    return app.run() or app.return_code or 0
