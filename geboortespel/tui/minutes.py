"""The clock of a debriefing: minutes for every step, one of them running. Real time, which is no part of a game."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from time import monotonic

MINUTE = 60
CELLS = 20
"""Cells of the bar."""


class Minutes:
    """What is left of every step, in seconds; below 0 when it took longer. `now`: seconds of a clock that only goes
    forward."""

    def __init__(self, minutes: Mapping[str, int], now: Callable[[], float] = monotonic) -> None:
        self._whole = {step: float(n * MINUTE) for step, n in minutes.items()}
        self._left = dict(self._whole)
        self._now = now
        self.step = next(iter(minutes))
        self._since: float | None = None

    @property
    def running(self) -> bool:
        return self._since is not None

    @property
    def touched(self) -> bool:
        """Whether the clock of this step was ever started."""
        return self.running or self._left[self.step] != self._whole[self.step]

    @property
    def left(self) -> float:
        """Seconds left for this step."""
        gone = 0.0 if self._since is None else self._now() - self._since
        return self._left[self.step] - gone

    def to(self, step: str) -> None:
        """To another step; a clock that runs goes on there."""
        running = self.running
        self.hold()
        self.step = step
        if running:
            self.start()

    def start(self) -> None:
        self._since = self._now() if self._since is None else self._since

    def hold(self) -> None:
        """Stop the clock; what is left stays."""
        self._left[self.step] = self.left
        self._since = None

    def more(self, minutes: int = 1) -> None:
        """Give this step some minutes more."""
        self._left[self.step] += minutes * MINUTE
        self._whole[self.step] += minutes * MINUTE

    def shown(self) -> str:
        """`7:05`, or `-0:40` when it took longer."""
        seconds = ceil(self.left)
        sign = "-" if seconds < 0 else ""
        return f"{sign}{abs(seconds) // MINUTE}:{abs(seconds) % MINUTE:02d}"

    def bar(self) -> tuple[str, str]:
        """(what is left, what is gone) as a bar."""
        share = max(0.0, min(1.0, self.left / self._whole[self.step]))
        left = ceil(share * CELLS)
        return "▓" * left, "░" * (CELLS - left)
