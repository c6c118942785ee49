"""Settings: each row is a setting with its value. Choosing it takes the next value, at once and everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.tui import marks
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.listing import Listing
from geboortespel.tui.settings import CHOICES, Settings
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words.catalog import LANGUAGES, N_

OFF_ON: Mapping[object, str] = {False: N_("off"), True: N_("on")}
LANGUAGE_NAMES: Mapping[object, str] = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True)
class Choice:
    """A setting: the name of its field, what it is called, its values with their names, what it does."""

    field: str
    name: str
    values: Mapping[object, str]
    about: str


SETTINGS = (
    Choice("language", N_("Language"), LANGUAGE_NAMES, N_(
        "The language of the game's own words. A scenario speaks the language it was written in.")),
    Choice("theme", N_("Theme"), {"donker": N_("dark"), "licht": N_("light")}, N_(
        "Dark is calm in a dim room. Light is better on a projector with the curtains open.")),
    Choice("contrast", N_("Contrast"), {False: N_("ordinary"), True: N_("high")}, N_(
        "High: black and white with strong colours, for a poor screen or tired eyes.")),
    Choice("roomy", N_("Layout"), {False: N_("compact"), True: N_("roomy")}, N_(
        "Roomy shows one pane at a time with more air. Then make the letters of your terminal large, so that it can be "
        "read from the back of the room.")),
    Choice("ascii", N_("Marks"), {False: N_("all"), True: N_("plain ASCII")}, N_(
        "Plain ASCII when your font shows boxes or question marks instead of dots and arrows.")),
    Choice("hints", N_("Tips"), OFF_ON, N_("Short tips while you play, when they are of use for the first time.")),
    Choice("motion", N_("Motion"), OFF_ON, N_("Light movement when something changes.")),
    Choice("undo", N_("Taking back"), {
        "tot_onthulling": N_("until a reveal"), "altijd": N_("always"), "nooit": N_("never")}, N_(
        "How far back a new game may go. Until a reveal: what was drawn or heard can't be unheard. At the table it can "
        "still be changed.")),
)  # fmt: skip


class SettingsScreen(Listing):
    """Everything that lasts."""

    PLACE = "settings"
    ABOUT = N_("Settings. Choosing one changes it at once, and it is remembered.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")

    def heading(self) -> str:
        return self.tr("Settings")

    def speak(self) -> None:
        super().speak()
        self.told = {choice.field: self._about(choice) for choice in SETTINGS}
        self.fill([self._item(choice) for choice in SETTINGS])

    def _value(self, choice: Choice) -> object:
        """The value there is now; the language is what is spoken, whoever chose it."""
        return self.tr.language if choice.field == "language" else getattr(self.table.settings, choice.field)

    def _item(self, choice: Choice) -> Item:
        said = self.tr(choice.values[self._value(choice)])
        return Item(choice.field, Row(Content(self.tr(choice.name)), _between(said)))

    def _about(self, choice: Choice) -> list[Content]:
        tr, now = self.tr, self._value(choice)
        said = [Content.styled(tr(choice.name), "bold $warm"), Content(""), Content(tr(choice.about)), Content("")]
        for value, name in choice.values.items():
            mark, style = (marks.FULL, "bold") if value == now else (marks.EMPTY, "$zacht")
            said.append(Content.assemble((f"{mark} ", "$accent-tekst"), (tr(name), style)))
        return said

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_change(1)

    def action_change(self, step: int) -> None:
        """The next value of the setting under the cursor, or the one before."""
        item = self.query_one("#found", Rows).current
        choice = next((choice for choice in SETTINGS if item is not None and choice.field == item.id), None)
        if choice is not None:
            values = list(choice.values)
            value = values[(values.index(self._value(choice)) + step) % len(values)]
            self.table.set(changed(self.table.settings, choice.field, value))
            self.speak()


def changed(chosen: Settings, field: str, value: object) -> Settings:
    """The settings with one value changed."""
    assert value in CHOICES.get(field, (False, True)) or value in LANGUAGES
    return replace(chosen, **{field: value})  # type: ignore[arg-type]


def _between(text: str) -> Content:
    return Content.styled(f"{marks.LESS_THAN} {text} {marks.MORE_THAN}", "bold")
