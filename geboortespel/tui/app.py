"""The application: settings, themes, the registry's actions that work everywhere, and the way between screens."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette

from geboortespel.tui import settings as settings_file
from geboortespel.tui.actions import EVERYWHERE
from geboortespel.tui.entry import Wish, how_to_go_on
from geboortespel.tui.palette import Registry
from geboortespel.tui.settings import Settings
from geboortespel.tui.themes import THEMES
from geboortespel.words.catalog import translator

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from geboortespel.session.session import Session


class TableApp(App[int]):
    """The table. `session` is the game being played, or None."""

    CSS_PATH = "styles/app.tcss"
    COMMANDS: ClassVar[set[type[Registry] | Callable[[], type[Registry]]]] = {Registry}  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(act.keys, act.action, act.label, show=False, priority=act.keys == "ctrl+q") for act in EVERYWHERE
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-gewoon"), (160, "-breed")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self, wish: Wish | None = None, language: str = "nl", chosen: Settings | None = None,
        *, session: Session | None = None, resumed: bool = False,
    ) -> None:  # fmt: skip
        self._ascii: LineFilter | None = None
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.wish = wish or Wish()
        self.settings = chosen or Settings()
        self.tr = translator(language, "tafel")
        self.session, self._resumed = session, resumed
        self.last_words: list[str] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.settings.theme
        self.title = "Geboortespel"
        self._motion()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The way out to the terminal; in ASCII everything passes one filter more."""
        found = super().get_line_filters()
        return [*found, self._ascii_only()] if self.settings.ascii or self.wish.ascii else found

    def _ascii_only(self) -> LineFilter:
        if self._ascii is None:
            from geboortespel.tui.ascii import AsciiOnly

            self._ascii = AsciiOnly()
        return self._ascii

    def on_mount(self) -> None:
        from geboortespel.tui.screens.menu import MenuScreen

        self.push_screen(MenuScreen())
        if self.session is not None:
            self.play(self.session, self._resumed)
        elif self.wish.journal is not None or self.wish.scenario is not None:
            from geboortespel.tui.opening import open_wish

            self.call_after_refresh(open_wish, self)

    # -- the game ----------------------------------------------------------------------------------------------------

    def play(self, session: Session, resumed: bool = False) -> None:
        """Sit down at the table with this game."""
        from geboortespel.tui.screens.table import TableScreen

        self.session = session
        self.push_screen(TableScreen(session, resumed))

    def to_menu(self) -> None:
        """Leave the game, which is kept, and show the menu."""
        from geboortespel.tui.screens.menu import MenuScreen

        if self.session is not None:
            if not self.session.finished and self.session.path is not None:
                self.notify(self.tr("The game is kept. Go on with it under 'Go on playing'."))
            self.session.close()
            self.session = None
        while not isinstance(self.screen, MenuScreen):
            self.pop_screen()

    # -- settings ----------------------------------------------------------------------------------------------------

    def set(self, chosen: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self.settings = chosen
        self.theme = chosen.theme
        if chosen.language:
            self.tr = translator(chosen.language, "tafel")
        self._motion()
        if not settings_file.save(chosen):
            self.notify(self.tr("The settings could not be written; they hold until you stop."), severity="warning")

    def _motion(self) -> None:
        if not self.settings.motion or os.environ.get("TEXTUAL_ANIMATIONS", "").lower() == "none":
            self.animation_level = "none"

    # -- everywhere --------------------------------------------------------------------------------------------------

    def action_explain(self) -> None:
        """Help for the place we are in."""
        from geboortespel.tui.help import help_page

        page = help_page(self)
        if page is not None:
            self.push_screen(page)

    def action_command_palette(self) -> None:
        if not CommandPalette.is_open(cast("App[object]", self)):
            self.push_screen(CommandPalette(placeholder=self.tr("What do you want to do?"), id="--command-palette"))

    def action_help_quit(self) -> None:
        self.notify(self.tr("Quit with ctrl+q. The game is kept."))

    def action_leave(self) -> None:
        """Leave the program; the game is on disk already."""
        self.say_goodbye()
        self.exit(0)

    def say_goodbye(self) -> None:
        """Let go of the game, with the words to go on with it; also when something went wrong."""
        session, self.session = self.session, None
        if session is not None:
            if not session.finished and session.path is not None:
                self.last_words = [self.tr("The game is kept. Go on with:"), f"  {how_to_go_on(session.path)}"]
            session.close()

    async def action_quit(self) -> None:
        self.action_leave()
