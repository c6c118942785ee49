"""A screen on which one game is looked at afterwards."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from geboortespel.report.lookback.past import Past
from geboortespel.tui.screens.base import Shared
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Session


class Looking(Shared):
    """`session`: the game, which does not go on under this screen."""

    session: Session

    @cached_property
    def voice(self) -> Voice:
        """Words in the language of now; `forget` it when that changes."""
        return Voice(self.session.board, self.tr.language)

    @cached_property
    def past(self) -> Past:
        """What was done and what it did."""
        return Past(self.session)

    def forget(self, *names: str) -> None:
        """Work these out anew when they are asked for again."""
        for name in names:
            self.__dict__.pop(name, None)
