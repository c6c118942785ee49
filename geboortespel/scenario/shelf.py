"""What a list tells of each scenario, from its head, the family tree and what was measured. Nothing is read whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from geboortespel.scenario.family import Alliance, family
from geboortespel.scenario.header import Header, header
from geboortespel.scenario.library import Library
from geboortespel.scenario.measured import Difficulty, difficulty


@frozen
class Listed:
    """A scenario in a list. `alliance`: the one of the document that it is about."""

    head: Header
    alliance: Alliance | None
    difficulty: Difficulty

    @property
    def type(self) -> str:
        """What kind of alliance it is about; '' when nobody says."""
        return self.head.type or (self.alliance.type.said if self.alliance is not None else "")

    @property
    def year(self) -> int | None:
        """Its year of birth; None for a made-up one."""
        return self.head.year or (self.alliance.year if self.alliance is not None else None)

    @property
    def real(self) -> bool:
        """Whether it is after something that happened."""
        return self.alliance is not None or self.head.historical


def shelf(library: Library | None = None, language: str = "") -> list[Listed]:
    """The shipped scenarios: the one to begin with first, then the real ones in the order of birth, then the others."""
    library = library or Library()
    found = [*_listed((entry.path for entry in library.shipped()), library, language, shipped=True)]
    return sorted(found, key=_order)


def listed(paths: Iterable[Path], language: str = "") -> list[Listed]:
    """Scenarios of one's own, by their files, in this order; what can't be read is left out."""
    return [*_listed(paths, Library(), language, shipped=False)]


def _listed(paths: Iterable[Path], library: Library, language: str, *, shipped: bool) -> Iterator[Listed]:
    tree = family()
    for path in paths:
        head = header(path, library, language)
        if head is not None:
            hard = difficulty(head.id, head.fingerprint) if shipped else Difficulty("ongemeten")
            yield Listed(head, tree.alliances.get(head.id) if shipped else None, hard)


FIRST = "eerste-dijk"
"""The scenario that somebody who never played begins with."""


def _order(one: Listed) -> tuple[bool, bool, int, str]:
    return one.head.id != FIRST, one.year is None, one.year or 0, one.head.id
