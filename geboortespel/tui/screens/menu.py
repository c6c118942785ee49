"""The menu: the first screen. Imports nothing of the game itself, so that it is there at once."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from geboortespel.tui import art
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line

CHOICES = (
    ("new", N_("New game"), N_("Choose a scenario, and who plays whom.")),
    ("go-on", N_("Go on playing"), N_("A game that was kept: play on, or look back on it.")),
    ("campaign", N_("Campaign"), N_("History in order: what is born counts later.")),
    ("scenarios", N_("Scenarios"), N_("What each is about, and how long it takes.")),
    ("family", N_("Family tree"), N_("Timeline and map: who learnt from whom.")),
    ("settings", N_("Settings"), N_("Language, theme, a roomy layout, tips.")),
    ("quit", N_("Quit"), N_("Nothing gets lost.")),
)
LARGE = (126, 44)
"""From this size the picture is twice as large."""


class MenuScreen(Whole[None]):
    """What do you want to do?"""

    PLACE = "menu"
    HOME = True
    ABOUT = N_("The menu. Move with the arrows and choose with enter, or click.")
    CSS_PATH = "../styles/menu.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("menu")

    def __init__(self) -> None:
        super().__init__()
        self._waiting = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Static(id="art", markup=False)
            yield Static(id="name", markup=False)
            yield Static(id="motto", markup=False)
            yield Rows(id="choices")
            yield Static(id="about", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self._draw()
        self.speak()

    def on_resize(self) -> None:
        self._draw()

    def on_screen_resume(self) -> None:
        self._draw()
        self.query_one(Rows).focus()
        self.set_timer(0.05, self._look)  # after the first frame

    def _draw(self) -> None:
        """The picture, as large as there is room for."""
        size = self.app.size
        large = size.width >= LARGE[0] and size.height >= LARGE[1]
        self.set_class(large, "-groot")
        lines = self.table.ascii or self.app.no_color
        shown = art.drawing() if lines else art.picture(2 if large else 1)
        widget = self.query_one("#art", Static)
        widget.display = size.height >= 22 and size.width >= 60
        if widget.visual is not shown:
            widget.update(shown)

    def _look(self) -> None:
        self.run_worker(self._find, thread=True, exclusive=True)

    def _find(self) -> None:
        """Whether there is a game to go on with; the newest one is offered by name."""
        from geboortespel.tui.games import saved

        found, _ = saved()
        self._waiting = one_line(found[0].title) if found else ""
        self.app.call_from_thread(self.speak)

    def speak(self) -> None:
        """Everything in the language of now."""
        tr = self.tr
        self.query_one("#name", Static).update(Content.styled("G E B O O R T E S P E L", "bold $accent-tekst"))
        self.query_one("#motto", Static).update(Content(tr("How an alliance is born")))
        offer = {"go-on": Content.styled(self._waiting, "$zacht")}
        rows = self.query_one(Rows)
        rows.fill(
            [Item(key, Row(Content(tr(label)), offer.get(key)), Content(tr(about))) for key, label, about in CHOICES]
        )
        self._tell()
        super().speak()

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        item = self.query_one(Rows).current
        self.query_one("#about", Static).update(item.about if item else "")

    def action_move(self) -> None:
        """To the next row, and from the last to the first."""
        self.query_one(Rows).action_cursor_down()

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        self.query_one(Rows).action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "new":
                from geboortespel.tui.screens.scenarios import ScenarioScreen

                self.app.push_screen(ScenarioScreen(play=True))
            case "go-on":
                from geboortespel.tui.screens.saved import SavedScreen

                self.app.push_screen(SavedScreen())
            case "campaign":
                from geboortespel.tui.screens.road import RoadScreen

                self.app.push_screen(RoadScreen())
            case "scenarios":
                from geboortespel.tui.screens.scenarios import ScenarioScreen

                self.app.push_screen(ScenarioScreen(play=False))
            case "family":
                from geboortespel.tui.screens.family import FamilyScreen

                self.app.push_screen(FamilyScreen())
            case "settings":
                self.table.action_settings()
            case _:
                self.table.action_leave()
