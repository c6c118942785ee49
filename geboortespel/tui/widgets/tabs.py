"""Where the panes are one at a time: their names on a line, clickable, the one on screen standing out."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static


class PaneTabs(Static):
    """Names of panes, each with the key that goes there. A click does the registry's action of going there."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[tuple[tuple[str, str, str], ...], str, int] = ((), "", 0)

    def show(self, panes: Sequence[tuple[str, str, str]], current: str, width: int) -> None:
        """`panes`: (id, label, key); `width`: cells there are. Without room for all of it the keys are left out."""
        if self._shown == (tuple(panes), current, width):
            return
        self._shown = (tuple(panes), current, width)
        line = self._line(panes, current, keys=True)
        if line.cell_length > width:
            line = self._line(panes, current, keys=False)
        self.update(line, layout=False)

    @staticmethod
    def _line(panes: Sequence[tuple[str, str, str]], current: str, *, keys: bool) -> Content:
        parts = []
        for pane, label, key in panes:
            style = "bold reverse" if pane == current else "$zacht"
            shown = Content.assemble((f" {key} ", "bold $warm"), (label, style), " ")
            shown = shown if keys else Content.styled(f" {label} ", style)
            parts.append(shown.stylize(Style.from_meta({"@click": f"screen.pane('{pane}')"})))
        return Content(" ").join(parts)
