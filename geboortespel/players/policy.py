"""What a policy is: a view mapped to weights over what may be done, without memory of its own (design 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from geboortespel.engine.view import View


class Policy(Protocol):
    """Maps a view to non-negative whole weights, aligned with `view.indices`; at least one is above 0.

    `uniform`: every weight is equal, so that a driver need not ask for them.
    """

    uniform: bool

    def weights(self, view: View) -> Sequence[int]: ...


class Sure:
    """A policy without doubt: `choose` gives the action, `weights` follows from it."""

    uniform = False

    def choose(self, view: View) -> int:
        """The index (into `view.board.actions`) of what to do."""
        raise NotImplementedError

    def weights(self, view: View) -> Sequence[int]:
        indices = view.indices
        weights = [0] * len(indices)
        weights[indices.index(self.choose(view))] = 1
        return weights
