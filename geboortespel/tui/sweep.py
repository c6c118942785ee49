"""Looking for garbage while people think: a pass through all there is takes as long as several frames.

Python would do it while a key waits for its picture. Here its own passes are made rare, and a full one is made when
nothing has happened for a while.
"""

from __future__ import annotations

import gc

RARELY = (50_000, 20, 1_000)
"""New containers before Python looks through the youngest; a full pass by itself hardly ever comes."""
STILL = 500
"""Containers that may come and go in between looks without it counting as something happening."""
WORTH = 5_000
"""Containers from which a pass is worth it."""
EVERY = 1.0
"""Seconds between looks."""


def seldom() -> None:
    """Make Python's own passes rare. For the whole process: from its entry only."""
    gc.set_threshold(*RARELY)


class Sweeper:
    """Call it every `EVERY` seconds: it looks for garbage once when things have become quiet."""

    def __init__(self) -> None:
        self._seen = self._swept = _made()

    def __call__(self) -> None:
        made, before = _made(), self._seen
        self._seen = made
        if abs(made - before) < STILL and abs(made - self._swept) > WORTH:
            gc.collect()
            self._seen = self._swept = _made()


def _made() -> int:
    """How many containers were made and kept, as far as Python counts them: by generation since its last pass."""
    youngest, older, _ = gc.get_count()
    return youngest + older * gc.get_threshold()[0]
