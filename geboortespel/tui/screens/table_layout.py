"""How the table is laid out: its panes, their names, and the way between them. Knows no game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from geboortespel.tui.actions import key_of
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.widgets.fieldmap import FieldMap
from geboortespel.tui.widgets.rows import Rows
from geboortespel.tui.widgets.speech import SpeechSheet
from geboortespel.tui.widgets.tabs import PaneTabs
from geboortespel.tui.widgets.text import Words
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from textual.widget import Widget

    from geboortespel.scenario.model import Scenario

WIDE = 160
"""Columns from which the list is beside the map."""
TAB_OF = {
    "hand": "hand", "story": "hand", "lights": "lights", "people": "field", "map": "field", "field": "field",
    "thresholds": "walls",
}  # fmt: skip
PANES = (
    ("hand", N_("Moves"), "pane('hand')"),
    ("field", N_("Field of forces"), "field"),
    ("lights", N_("Perspectives"), "pane('lights')"),
    ("walls", N_("Thresholds"), "pane('thresholds')"),
)
"""Pane, its name, and the action that goes there."""


class TableLayout(Whole[None]):
    """The panes: lanterns, krachtenveld with speech and thresholds, hand with the news. Tabs on a small screen."""

    CSS_PATH = "../styles/table.tcss"
    listed = False
    """Whether the krachtenveld shows as a list instead of a map, where there is room for one."""
    _front = "hand"

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Static(id="track", markup=False)
        yield Static(id="strip", markup=False)
        yield PaneTabs(id="tabs")
        with Horizontal(id="board"):
            with Vertical(id="column-lights", classes="column"):
                yield Rows(id="lights", classes="pane")
            with Vertical(id="column-field", classes="column"):
                with Horizontal(id="field"):
                    yield FieldMap(self.tr, id="map", classes="pane")
                    yield Rows(id="people", classes="pane")
                yield SpeechSheet(id="speech")
                yield Rows(id="thresholds", classes="pane")
            with Vertical(id="column-hand", classes="column"):
                with Vertical(id="hand-pane", classes="pane"):
                    yield Static(id="turn", markup=False)
                    yield Static(id="role", markup=False)
                    yield Static(id="introduction", markup=False)
                    yield Rows(id="hand")
                yield Words(id="story")
        yield Static(id="detail", markup=False)
        yield self.keys()

    def label(self, scenario: Scenario) -> None:
        """Names on the panes; what the scenario does not have is left out."""
        tr = self.tr
        for pane, label in (
            ("lights", tr("Perspectives")), ("people", tr("Round the table")), ("map", tr("Field of forces")),
            ("thresholds", tr("Thresholds")), ("story", tr("What happened")),
        ):  # fmt: skip
            self.query_one(f"#{pane}").border_title = Content(label)
        self.query_one("#map").border_subtitle = Content(tr("[]own <>market ()outside ?unheard"))
        self.update_classes({
            "-zonder-mensen": not scenario.actors,
            "-zonder-drempels": not scenario.thresholds,
            "-zonder-lichten": not (scenario.aspects or scenario.counters),
        })  # fmt: skip

    @property
    def wide(self) -> bool:
        """Whether the list is beside the map."""
        return not self.table.narrow and self.app.size.width >= WIDE

    def show_pane(self, pane: str) -> None:
        """Bring a pane to the front (they are tabs on a small screen) and put the cursor in it."""
        self._front = TAB_OF[pane]
        self.lay_tabs()
        self.set_focus(self.pane_widget(pane))
        self.light()

    def light(self) -> None:
        """The frame round the hand shows that the cursor is in it; `:focus-within` would style all in it anew."""
        pane = self.query_one("#hand-pane")
        here = self.focused is not None and self.focused.id == "hand"
        if pane.has_class("-hier") != here:
            pane.set_class(here, "-hier", update=False)
            self.app.stylesheet.apply(pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.light()

    def on_descendant_blur(self) -> None:
        self.light()

    def lay_tabs(self) -> None:
        """The pane in front, where panes are tabs; elsewhere all of them are seen, and nothing is styled anew."""
        if self.table.narrow:
            self.update_classes({f"-op-{name}": name == self._front for name, *_ in PANES})
            panes = [(name, self.tr(label), key_of(self.PLACE, f"screen.{act}")) for name, label, act in PANES]
            self.query_one(PaneTabs).show(panes, self._front, self.app.size.width)

    def pane_widget(self, pane: str) -> Widget:
        """The widget that shows a pane: the krachtenveld is a map or a list."""
        if pane in ("field", "map", "people"):
            pane = "people" if self.listed or (pane == "people" and self.wide) else "map"
        return self.query_one(f"#{'thresholds' if pane == 'walls' else pane}")
