"""The application: settings, themes, the registry's actions that work everywhere, and the way between screens."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.filter import LineFilter, Monochrome, NoColor

from geboortespel.tui import settings as settings_file
from geboortespel.tui import sweep
from geboortespel.tui.act import EVERYWHERE
from geboortespel.tui.entry import Wish, how_to_go_on
from geboortespel.tui.filters import AsciiOnly, Colourless
from geboortespel.tui.palette import Registry
from geboortespel.tui.settings import Settings
from geboortespel.tui.themes import THEMES
from geboortespel.words.catalog import translator

if TYPE_CHECKING:
    from geboortespel.session.session import Session

TERMINATED = 128 + signal.SIGTERM
"""Exit status after a SIGTERM, as shells have it; the terminal is given back before."""
NARROW = 118
"""Under this many columns (and always when roomy) there is one column of panes: beside the others the field of forces
would have no room for what people say and for its own legend."""
WIDTHS = [(0, "-smal"), (NARROW, "-gewoon"), (160, "-breed")]


class TableApp(App[int]):
    """The table. `session` is the game being played, or None. `unread`: the settings file could not be used whole."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/menu.tcss"]
    COMMANDS: ClassVar[set[type[Registry] | Callable[[], type[Registry]]]] = {Registry}  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(act.keys, act.action, act.label, show=False, priority=act.keys == "ctrl+q") for act in EVERYWHERE
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self, wish: Wish | None = None, language: str = "nl", chosen: Settings | None = None,
        *, session: Session | None = None, resumed: bool = False, unread: bool = False,
    ) -> None:  # fmt: skip
        self.wish, self.settings = wish or Wish(), chosen or Settings()
        self._ascii, self._colourless = AsciiOnly(), Colourless()
        super().__init__()
        self.tr = translator(language, "tafel")
        self.session, self._resumed, self._unread = session, resumed, unread
        self.last_words: list[str] = []
        self._ahead: Iterator[Callable[[], object]] | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.title = "Geboortespel"
        self._look()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The way out to the terminal."""
        found = list(super().get_line_filters())
        if self.no_color:
            found = [one for one in found if not isinstance(one, (NoColor, Monochrome))] + [self._colourless]
        return [*found, self._ascii] if self.ascii else found

    @property
    def ascii(self) -> bool:
        """Whether nothing outside ASCII may be shown."""
        return self.settings.ascii or self.wish.ascii

    @property
    def sizes(self) -> dict[str, bool]:
        """The classes that a screen has by the size of now, and those that it does not have."""
        found = dict.fromkeys((name for _, name in (*WIDTHS, *self.VERTICAL_BREAKPOINTS)), False)
        width, height = self.size
        for cells, breaks in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            found[next(name for least, name in reversed(breaks) if least <= cells)] = True
        return found

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only, or that was asked for."""
        return self.settings.roomy or self.size.width < NARROW

    def on_mount(self) -> None:
        from geboortespel.tui.screens.menu import MenuScreen

        with contextlib.suppress(NotImplementedError):  # Windows: its loop knows no signals
            leave = partial(self.exit, return_code=TERMINATED)
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)
        self.set_interval(sweep.EVERY, sweep.Sweeper(), name="sweep")
        self.push_screen(MenuScreen())
        self.set_timer(0.1, self.prepare)  # after the first frame
        if self.session is not None:
            self.play(self.session, self._resumed)
        elif self.wish.campaign:
            self.call_after_refresh(self._campaign)
        elif self.wish.journal is not None or self.wish.scenario is not None:
            from geboortespel.tui.opening import open_wish

            self.call_after_refresh(open_wish, self)
        if self._unread:
            said = self.tr("Not all of your settings could be read. Those are back to how they began.")
            self.notify(said, severity="warning", timeout=10)

    def _campaign(self) -> None:
        from geboortespel.tui.screens.road import RoadScreen

        self.push_screen(RoadScreen(self.wish.campaign.strip("*")))

    def prepare(self) -> None:
        """Make ready what will be asked for later, a little at a time. Called when the first frame is there."""
        from geboortespel.tui import ahead

        if self._ahead is None:
            self._ahead = ahead.steps(self.stylesheet)
        step = next(self._ahead, None)
        if step is not None:
            step()
            self.set_timer(ahead.PAUSE, self.prepare)

    # -- the game ----------------------------------------------------------------------------------------------------

    def play(self, session: Session, resumed: bool = False) -> None:
        """Sit down at the table with this game."""
        from geboortespel.tui.screens.table import TableScreen

        self.session = session
        self.push_screen(TableScreen(session, resumed))

    def to_menu(self) -> None:
        """Leave the game, which is kept, and show where it was begun: the menu, or the road of a campaign."""

        if self.session is not None:
            if not self.session.finished and self.session.path is not None:
                self.notify(self.tr("The game is kept. Go on with it under 'Go on playing'."))
            self.session.close()
            self.session = None
        while not getattr(self.screen, "HOME", False):
            self.pop_screen()

    # -- settings ----------------------------------------------------------------------------------------------------

    def set(self, chosen: Settings) -> None:
        """Use these settings from now on, everywhere, and keep them."""
        before, self.settings = self.settings, chosen
        if chosen.language and chosen.language != self.tr.language:
            self.tr = translator(chosen.language, "tafel")
            self._speak()
        self._look()
        if before.ascii != chosen.ascii or before.roomy != chosen.roomy:
            self._lay_out()
        if not settings_file.save(chosen):
            self.notify(self.tr("The settings could not be written; they hold until you stop."), severity="warning")

    def _look(self) -> None:
        """Theme, width and motion as the settings say."""
        chosen = self.settings
        self.theme = chosen.look
        self.HORIZONTAL_BREAKPOINTS = WIDTHS[:1] if chosen.roomy else WIDTHS
        self.set_class(chosen.roomy, "-ruim")
        still = not chosen.motion or os.environ.get("TEXTUAL_ANIMATIONS", "").lower() == "none"
        self.animation_level = "none" if still else "full"

    def _speak(self) -> None:
        """Every screen there is in the language of now."""
        from geboortespel.tui.screens.base import Shared

        for screen in self.screen_stack:
            if isinstance(screen, Shared):
                screen.speak()

    def _lay_out(self) -> None:
        """Every screen there is laid out and painted anew."""
        for screen in self.screen_stack:
            screen.update_classes(self.sizes)
            for widget in (screen, *screen.query("*")):
                widget.notify_style_update()
                widget.refresh(layout=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Settings lie on top of a whole screen only: a card waits for an answer in the language it asked in."""
        if action == "facilitate":
            return self.session is not None and not self.session.finished
        return self._settable if action == "settings" else True

    @property
    def _settable(self) -> bool:
        from geboortespel.tui.screens.base import Whole

        below = [screen for screen in self.screen_stack if not isinstance(screen, CommandPalette)]
        return isinstance(below[-1], Whole) and below[-1].PLACE != "settings"

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

    def action_settings(self) -> None:
        """The settings, on top of where we are."""
        from geboortespel.tui.screens.settings import SettingsScreen

        if self._settable:
            self.push_screen(SettingsScreen())

    def action_facilitate(self) -> None:
        """What only the facilitator does on a running game."""
        from geboortespel.tui.moments import facilitator

        self.run_worker(facilitator.play(self), group="facilitator")

    def action_copy_text(self) -> None:
        """The text on screen to the clipboard, and to a file as not every terminal has one."""
        from geboortespel.tui.taking import copy

        copy(self)

    def action_save_text(self) -> None:
        """The text on screen to a file."""
        from geboortespel.tui.taking import save

        save(self)

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
