"""How hard the shipped scenarios are, as measured: what share of games by the planner and by a beginner ended as meant.

`scenarios/bibliotheek.yaml` is made by `python -m tests.bench.library`. Figures are of one version of a
scenario: with another fingerprint (`header`) they are stale, and nobody gets to see them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

from geboortespel.scenario.data import load
from geboortespel.scenario.library import Library

FILE = "bibliotheek.yaml"
PLAYERS = ("planner", "beginner")
State = Literal["gemeten", "verouderd", "ongemeten"]


@frozen
class Measured:
    """How many of `games` games by each player ended as meant (`bedoeld`); `fingerprint`: of which text."""

    fingerprint: str
    games: int
    planner: int
    beginner: int

    def share(self, player: str) -> int:
        """In how many of a hundred games, rounded half up."""
        return (200 * int(getattr(self, player)) + self.games) // (2 * self.games)


@frozen
class Difficulty:
    """What can honestly be said: `figures` only when the state is `gemeten`."""

    state: State
    figures: Measured | None = None


def difficulty(name: str, fingerprint: str, figures: dict[str, Measured] | None = None) -> Difficulty:
    """How hard this version of a scenario is."""
    found = (shipped_figures() if figures is None else figures).get(name)
    if found is None:
        return Difficulty("ongemeten")
    return Difficulty("gemeten", found) if found.fingerprint == fingerprint else Difficulty("verouderd")


def path(library: Library | None = None) -> Path | None:
    """Where the figures stand; None when there are none."""
    found = (root / FILE for root in (library or Library()).roots)
    return next((one for one in found if one.is_file()), None)


@cache
def shipped_figures() -> dict[str, Measured]:
    """The figures that ship with the scenarios, by id; {} when there are none, or they can't be read."""
    found = path()
    return read_figures(found.read_text("utf-8")) if found is not None else {}


def read_figures(text: str) -> dict[str, Measured]:
    """Figures from their file; {} when it is not as it was written."""
    try:
        return {str(name): _one(one) for name, one in load(text).get("scenarios", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _one(item: dict[str, Any]) -> Measured:
    found = Measured(item["vingerafdruk"], int(item["spellen"]), int(item["planner"]), int(item["beginner"]))
    if not (found.games > 0 and all(0 <= getattr(found, player) <= found.games for player in PLAYERS)):
        raise ValueError(item)
    return found
