"""The random player: uniform over legal actions; move × target × argument each count (design 2)."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.engine.view import View


class Random:
    """Plays uniformly."""

    uniform = True

    def weights(self, view: View) -> Sequence[int]:
        return [1] * len(view.indices)
