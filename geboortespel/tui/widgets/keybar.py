"""The key bar: what can be done here, from the registry; a click does the same as its key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from geboortespel.tui.act import Act
from geboortespel.tui.actions import bar
from geboortespel.words.catalog import Translator


class KeyBar(Widget):
    """One line, or as many as the styles give it. What does not fit is left out from the back; help, palette and quit
    always stay."""

    ALWAYS = ("app.explain", "app.command_palette", "app.leave")

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    @property
    def tr(self) -> Translator:
        """The language of now: it may change while the bar is on screen."""
        return cast(Translator, self.app.tr)  # type: ignore[attr-defined]

    def render(self) -> Content:
        usable = {act: self._shown(act) for act in bar(self.place) if self._may(act)}
        lines = self._packed(usable.values())
        for act in [act for act in reversed(usable) if act.action not in self.ALWAYS]:
            if len(lines) <= max(1, self.size.height):
                break
            del usable[act]
            lines = self._packed(usable.values())
        return Content("\n").join(lines)

    def _packed(self, parts: Iterable[Content]) -> list[Content]:
        """The parts one after the other, on as many lines as they take."""
        lines = [Content("")]
        for part in parts:
            if lines[-1] and lines[-1].cell_length + part.cell_length > self.size.width:
                lines.append(Content(""))
            lines[-1] += part
        return lines

    def _may(self, act: Act) -> bool:
        """Whether the screen allows it now; what can't be done is not shown."""
        where = self.app if act.action.startswith("app.") else self.screen
        return where.check_action(act.name, ()) is True

    def _shown(self, act: Act) -> Content:
        click = Style.from_meta({"@click": act.action})
        said = Content.assemble((f" {self.tr(act.key)} ", "bold $warm"), (f"{self.tr(act.label)} ", "$foreground"))
        return said.stylize(click)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1
