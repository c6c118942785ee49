"""A few lines under a board that explain what the cursor is on; what does not fit in them is read on a page."""

from __future__ import annotations

from typing import Any, cast

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from geboortespel.tui.screens.base import Shared
from geboortespel.tui.screens.page import Page
from geboortespel.tui.widgets.text import fitted


class Detailed(Shared):
    """A screen with a `#detail`. `cut`: there was no room for all that is told, so that it can be read on."""

    told, cut = Content(""), False

    def explain(self, told: Content) -> None:
        """Tell this, as far as there is room."""
        line = self._screen.query_one("#detail", Static)
        shown, self.cut = fitted(told, *line.content_region.size, self.tr("i: read on"))
        self.told = told
        if not (isinstance(line.visual, Content) and line.visual.is_same(shown)):
            line.update(shown, layout=False)

    def action_read_on(self) -> None:
        """All of what is told about what the cursor is on."""
        cast("Screen[Any]", self).app.push_screen(Page(self.tr("Under the cursor"), [self.told]))
