"""Where the panes are one at a time: their names on a line, clickable, the one on screen standing out."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static


class PaneTabs(Static):
    """Names of panes. A click does the registry's action of going there."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[tuple[tuple[str, str], ...], str] = ((), "")

    def show(self, panes: Sequence[tuple[str, str]], current: str) -> None:
        """`panes`: (id, label)."""
        if self._shown == (tuple(panes), current):
            return
        self._shown = (tuple(panes), current)
        parts = []
        for pane, label in panes:
            style = "bold reverse" if pane == current else "$zacht"
            click = Style.from_meta({"@click": f"screen.pane('{pane}')"})
            parts.append(Content.styled(f" {label} ", style).stylize(click))
        self.update(Content(" ").join(parts), layout=False)
