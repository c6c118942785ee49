"""The command palette, from the registry of actions: everything that can be done on the screen below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from geboortespel.tui.act import Act
from geboortespel.tui.actions import acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.screen import Screen

    from geboortespel.tui.app import TableApp


class Registry(Provider):
    """Finds actions by their label and what they do."""

    @property
    def _table(self) -> TableApp:
        return cast("TableApp", self.app)

    def _usable(self) -> list[Act]:
        place = getattr(self.screen, "PLACE", "")
        found = [act for act in acts(place) if act.name not in ("command_palette", "close")]
        return [act for act in found if self._owner(act).check_action(act.name, ()) is True]

    def _owner(self, act: Act) -> App[Any] | Screen[Any]:
        return self.app if act.action.startswith("app.") else self.screen

    def _run(self, act: Act) -> Callable[[], Any]:
        from functools import partial

        return partial(self.screen.run_action, act.action)

    async def discover(self) -> Hits:
        tr = self._table.tr
        for act in self._usable():
            yield DiscoveryHit(f"{tr(act.label)} ({tr(act.key)})", self._run(act), help=tr(act.about))

    async def search(self, query: str) -> Hits:
        tr = self._table.tr
        matcher = self.matcher(query)
        for act in self._usable():
            said = f"{tr(act.label)} ({tr(act.key)})"
            score = max(matcher.match(said), matcher.match(tr(act.about)) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(said), self._run(act), help=tr(act.about))
