"""Who is on the tree: alliances and practices in the order of their years, each with a letter by which it is known."""

from __future__ import annotations

from collections.abc import Collection
from string import ascii_lowercase, ascii_uppercase

from attrs import frozen

from geboortespel.scenario.family import NOT_FROM_A_SOURCE, Alliance, Family, Tie
from geboortespel.scenario.library import Library
from geboortespel.words.catalog import N_

TIES = {
    "model": N_("its model"),
    "les": N_("a lesson"),
    "voorbeeld": N_("an example"),
    "mensen": N_("people"),
    "geld": N_("money"),
    "gelijkenis": N_("a likeness"),
    "leergenoten": N_("learnt together"),
}
"""Kind of a tie → what was passed on."""
ORIGINS = {"afleiding": N_("inferred"), "spel": N_("made up for the game")}
"""What is said instead of a source."""


@frozen
class Kin:
    """Somebody on the tree. `alliance` is None for a practice or a book that knowledge went through."""

    id: str
    letter: str
    name: str
    year: int
    alliance: Alliance | None
    playable: bool


@frozen
class Tree:
    """A family with its letters, and which of it can be played."""

    family: Family
    kin: dict[str, Kin]
    """By id, in the order of years."""

    def from_letter(self, letter: str) -> Kin | None:
        """Who has this letter."""
        return next((one for one in self.kin.values() if one.letter == letter), None)

    @property
    def alliances(self) -> list[Kin]:
        """Those that are alliances, or did not become one."""
        return [one for one in self.kin.values() if one.alliance is not None]


def tree(family: Family, playable: Collection[str] | None = None) -> Tree:
    """The tree of a family. `playable`: ids of scenarios; those that are shipped when left out."""
    known = {entry.id for entry in Library().shipped()} if playable is None else set(playable)
    upper, lower = iter(ascii_uppercase), iter(ascii_lowercase)
    people = [(one.year, 1, one.id) for one in family.alliances.values()]
    people += [(one.year, 0, one.id) for one in family.elsewhere.values()]
    found: dict[str, Kin] = {}
    for year, is_alliance, name in sorted(people, key=lambda one: one[:2]):
        alliance = family.alliances.get(name)
        letter = next(upper if is_alliance else lower)
        found[name] = Kin(name, letter, family.name(name), year, alliance, alliance is not None and name in known)
    return Tree(family, found)


def sure(tie: Tie) -> bool:
    """Whether a source says so: what is inferred is drawn dashed."""
    return tie.source not in NOT_FROM_A_SOURCE
