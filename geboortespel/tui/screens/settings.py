"""Settings: each row is a setting with its value; choosing it takes the next value."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.settings import THEMES, Settings
from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words.catalog import LANGUAGES, N_

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
THEME_NAMES = {"licht": N_("light"), "donker": N_("dark"), "contrast": N_("high contrast")}


class SettingsScreen(Whole[None]):
    """Language, theme, hints, motion."""

    PLACE = "settings"
    ABOUT = N_("Settings. Choosing one changes it at once; they last.")
    CSS_PATH = "../styles/list.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Rows(id="found")
        yield Static(id="about", markup=False)
        yield self.keys()

    def on_mount(self) -> None:
        self._show()
        self.query_one(Rows).focus()

    def _show(self) -> None:
        tr, now = self.tr, self.table.settings
        self.query_one("#title", Static).update(Content.styled(tr("Settings"), "bold $warm"))
        yes_no = {True: tr("on"), False: tr("off")}
        self.query_one(Rows).fill(
            [
                self._item("language", tr("Language"), LANGUAGE_NAMES[tr.language], tr("Of the game's own texts.")),
                self._item("theme", tr("Theme"), tr(THEME_NAMES[now.theme]), tr("Light, dark or high contrast.")),
                self._item("hints", tr("Hints"), yes_no[now.hints], tr("Tips while you play for the first time.")),
                self._item("motion", tr("Motion"), yes_no[now.motion], tr("Light movement on the screen.")),
            ]
        )
        bar = self.query_one(KeyBar)
        bar.tr = tr
        bar.refresh()

    def _item(self, key: str, name: str, value: str, about: str) -> Item:
        return Item(key, Row(Content(name), Content.styled(f"‹ {value} ›", "bold")), Content(about))

    @on(OptionList.OptionHighlighted)
    def _about(self, event: OptionList.OptionHighlighted) -> None:
        item = self.query_one(Rows).items.get(event.option_id or "")
        self.query_one("#about", Static).update(item.about if item else "")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.table.set(self._next(self.table.settings, event.option_id or ""))
        self._show()

    def _next(self, now: Settings, key: str) -> Settings:
        match key:
            case "language":
                return replace(now, language=_after(LANGUAGES, self.tr.language))
            case "theme":
                return replace(now, theme=_after(THEMES, now.theme))
            case "hints":
                return replace(now, hints=not now.hints)
            case _:
                return replace(now, motion=not now.motion)

    def action_back(self) -> None:
        """To the menu."""
        self.app.pop_screen()


def _after(values: tuple[str, ...], value: str) -> str:
    return values[(values.index(value) + 1) % len(values)]
