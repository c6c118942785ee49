"""What a rule may name, where it stands: quantities, families, perspectives, and `.doel` and `.ik` in moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import frozen

from geboortespel.scenario.model import PERSPECTIVES, Scenario
from geboortespel.scenario.names import NAMESPACES, Quantity, quantities, seats

FAMILIES: Mapping[str, str] = {
    "steun": "actor",
    "anker": "actor",
    "relatie": "actor",
    "zorg": "actor",
    "gehoord": "actor",
    "herhaald": "actor",
    "feit": "aspect",
    "inzicht": "aspect",
    "stand": "aspect",
    "meedoet": "believer",
    "tijd": "believer",
    "energie": "believer",
    "bereik": "believer",
    "onderbouwd": "argument",
    "adviseur": "adviseur",
    "drempel": "drempel",
    "weerstand": "drempel",
    "gebeurd": "gebeurtenis",
    "gedaan": "zet",
    "afspraak": "onderwerp",
}
"""Family of quantities → namespace of its members."""


class Wrong(Exception):
    """A fault in an expression, at an offset in its text. `near`: words to choose a suggestion from."""

    def __init__(self, code: str, at: int, *, near: Iterable[str] = (), **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.at = at
        self.near = tuple(near)
        self.params = params


class Wrongs(Exception):
    """Several faults in one expression."""

    def __init__(self, found: list[Wrong]) -> None:
        super().__init__(len(found))
        self.found = found


class Absent(Exception):
    """The rule is about somebody or something that this scenario left out of its base set."""


@frozen
class Aim:
    """What `.doel` and `.ik` can stand for where a rule stands; empty where they may not be used."""

    targets: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    target_space: str = ""


class Names:
    """The tables of one scenario that every scope shares."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.table: dict[str, Quantity] = quantities(scenario)
        self.seats = seats(scenario)
        self.base = not scenario.actors and not scenario.believers and bool(scenario.roles)
        """A base set by itself: nobody is there yet, and that is no fault."""
        self._members: dict[str, tuple[str, ...]] = {}
        self.alias: dict[str, str] = {}
        for actor in scenario.actors.values():
            if actor.role and actor.role not in scenario.actors:
                self.alias.setdefault(actor.role, actor.id)
        self.perspectives = {
            p: tuple(a.id for a in scenario.aspects.values() if a.perspective == p) for p in PERSPECTIVES
        }
        families: dict[str, list[str]] = {}
        for name in self.table:
            family, _, member = name.partition(".")
            if member and "." not in member:
                families.setdefault(family, []).append(name)
        self._families = {family: tuple(names) for family, names in families.items()}

    def family(self, word: str) -> tuple[str, ...] | None:
        """Quantity names of a family or perspective, () when it has no members here, None when it is neither."""
        found = self._families.get(word)
        if found is not None:
            return found
        if word in self.perspectives:
            return self.perspectives[word]
        return () if word in FAMILIES else None

    def ids(self, space: str) -> Iterable[str]:
        """Declared ids of a namespace; cards count as events."""
        things: dict[str, object] = getattr(self.scenario, NAMESPACES[space])
        if space != "gebeurtenis":
            return things
        return [*things, *(card for deck in self.scenario.decks.values() for card in deck.cards)]


class Scope:
    """The names that hold for one rule. `missing(space, id)`: whether an unknown id was left out on purpose."""

    def __init__(self, names: Names, aim: Aim, *, lenient: bool, left_out: frozenset[str]) -> None:
        self.names = names
        self.aim = aim
        self.lenient = lenient
        self.left_out = left_out

    def find(self, word: str, at: int) -> str | None:
        """The canonical name of a quantity, None when `word` is none. Raises Wrong or Absent for a missing member."""
        if word in self.names.table:
            return word
        family, _, rest = word.partition(".")
        if not rest:
            return None
        if family not in FAMILIES:
            raise self.unknown(word, at)
        pieces = rest.split(".")
        if "doel" in pieces or "ik" in pieces:
            return self._aimed(word, family, pieces, at)
        aliased = ".".join([family, *(self.names.alias.get(piece, piece) for piece in pieces)])
        if aliased in self.names.table:
            return aliased
        raise self._no_member(word, family, pieces, at)

    def _aimed(self, word: str, family: str, pieces: list[str], at: int) -> str:
        for piece, allowed in (("doel", self.aim.targets), ("ik", self.aim.seats)):
            if piece in pieces and not allowed:
                if piece == "doel" and self.aim.target_space:
                    raise Absent
                raise Wrong("G070", at, name=word, word=piece)
        for seat in self.aim.seats if "ik" in pieces else ("",):
            for target in self.aim.targets if "doel" in pieces else ("",):
                names = {"doel": target, "ik": seat}
                concrete = ".".join([family, *(names.get(piece, piece) for piece in pieces)])
                if concrete not in self.names.table:
                    if self.lenient:
                        raise Absent
                    raise Wrong("G082", at, name=word, concrete=concrete)
        return word

    def _no_member(self, word: str, family: str, pieces: list[str], at: int) -> Exception:
        space = FAMILIES[family]
        member = pieces[0]
        known = set(self.names.ids(space)) | {name.split(".")[1] for name in self.names.family(family) or ()}
        spaces = [(space, member)]
        if len(pieces) > 1:
            second = {"zorg": "zorg", "gehoord": "zorg", "herhaald": "argument", "bereik": "actor"}.get(family)
            if second and member in self.names.ids(space):
                spaces = [(second, pieces[1])]
                known = set(self.names.ids(second))
                member = pieces[1]
        if self.absent(spaces[0][0], member):
            return Absent()
        if member not in known:
            return Wrong("G012", at + word.index(member), what=spaces[0][0], id=member, near=sorted(known))
        return self.unknown(word, at)

    def absent(self, space: str, member: str) -> bool:
        """Whether an unknown id is about what this scenario left out, rather than a mistake."""
        if not self.lenient:
            return False
        return (
            member in self.left_out
            or "*" in self.left_out
            or (space in _PEOPLE and member in self.names.scenario.roles)
        )

    def members(self, word: str) -> tuple[str, ...] | None:
        """The members of a family or perspective named by one word."""
        return self.names.family(word)

    def unknown(self, word: str, at: int) -> Exception:
        """What to raise for a word that is no quantity here."""
        if self.lenient and (word in self.left_out or "*" in self.left_out):
            return Absent()
        head, _, tail = word.rpartition("-")
        if head in self.names.table and tail:
            return Wrong("G067", at + len(head), sign="-")
        if word in _BOOLEAN_WORDS:
            return Wrong("G065", at, name="", word=word, words="ja, nee")
        return Wrong("G064", at, name=word, near=[*self.names.table, *FAMILIES])

    def type(self, name: str) -> Literal["number", "yesno"] | tuple[str, ...]:
        """The type of a quantity, by canonical name."""
        quantity = self.quantity(name)
        return quantity.type if quantity else "number"

    def quantity(self, name: str) -> Quantity | None:
        """The quantity behind a name; `.doel` and `.ik` are tried with the first they can stand for."""
        found = self.names.table.get(name)
        if found is None and ("." in name):
            pieces = [
                (self.aim.targets or ("",))[0] if p == "doel" else (self.aim.seats or ("",))[0] if p == "ik" else p
                for p in name.split(".")
            ]
            found = self.names.table.get(".".join(pieces))
        return found

    def bound(self, name: str, colour: str) -> int | None:
        """The level from which an aspect is green or orange; None for other quantities."""
        aspect = self.names.scenario.aspects.get(name)
        if aspect is None:
            return None
        return aspect.green if colour == "groen" else aspect.amber


_PEOPLE = ("actor", "believer", "ally", "option")
_BOOLEAN_WORDS = ("true", "false", "yes", "no")
