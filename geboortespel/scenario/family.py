"""The family tree: every alliance of the document, who learnt from whom, and where it was (`scenarios/stamboom.yaml`).

Data that ships with the scenarios. Each year, place and tie says where it comes from: an id of `sources`, or
`afleiding` (inferred) or `spel` (made up for play).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from geboortespel.scenario.library import Library

FILE = "stamboom.yaml"
NOT_FROM_A_SOURCE = ("afleiding", "spel")
MAPS = ("nederland", "noordzee", "melbourne")
TIES = ("model", "les", "voorbeeld", "mensen", "geld", "gelijkenis", "leergenoten")
"""How one alliance came from another: its model, a lesson, an example, the same people, money, a likeness that nobody
named, or fellow pupils."""
LAST_YEAR = 2026
"""What has no end yet runs on to here: 'today' on the timeline. The game itself has no clock."""


@frozen
class Fact:
    """Something said, and where it comes from."""

    said: str
    source: str


@frozen
class Moment:
    """A year (None: not found), what happened, and where that comes from."""

    year: int | None
    said: str
    source: str


@frozen
class Place:
    """Where it was, in degrees, on one of the maps."""

    map: str
    latitude: float
    longitude: float
    name: str
    source: str


@frozen
class Alliance:
    """An alliance of the document, or one that did not become one. `history`: `geboren` or `niet`."""

    id: str
    name: str
    about: str
    type: Fact
    parties: Fact
    born: Moment
    end: Moment
    place: Place
    history: Fact
    note: str = ""
    moments: tuple[Moment, ...] = ()

    @property
    def year(self) -> int:
        """The year of birth."""
        assert self.born.year is not None
        return self.born.year

    @property
    def last(self) -> int:
        """The last year that is drawn."""
        return min(self.end.year or LAST_YEAR, LAST_YEAR)


@frozen
class Elsewhere:
    """A practice, a book: what knowledge went through on its way from one alliance to another."""

    id: str
    name: str
    year: int
    source: str


@frozen
class Tie:
    """One learnt from the other."""

    parent: str
    child: str
    kind: str
    said: str
    source: str


@frozen
class Family:
    """The whole tree; alliances by id, in the order of birth."""

    sources: dict[str, str]
    alliances: dict[str, Alliance]
    elsewhere: dict[str, Elsewhere]
    ties: tuple[Tie, ...]
    campaign: Mapping[str, Any] = field(factory=dict, repr=False, eq=False)
    """What a campaign makes of it, as written (`inheritance`)."""

    def parents(self, name: str) -> tuple[Tie, ...]:
        """Where it came from."""
        return tuple(tie for tie in self.ties if tie.child == name)

    def children(self, name: str) -> tuple[Tie, ...]:
        """What came from it."""
        return tuple(tie for tie in self.ties if tie.parent == name)

    def name(self, name: str) -> str:
        """What an alliance or a practice is called."""
        found = self.alliances.get(name) or self.elsewhere.get(name)
        return found.name if found is not None else name

    def forebears(self, name: str) -> dict[str, tuple[Tie, ...]]:
        """Alliances that it learnt from, with the ties between: straight, or through a practice."""
        found: dict[str, tuple[Tie, ...]] = {}
        for tie in self.parents(name):
            for last in (tie,) if tie.parent in self.alliances else self.parents(tie.parent):
                if last.parent in self.alliances:
                    found[last.parent] = (*found.get(last.parent, ()), tie)
        return found


class NotRight(ValueError):
    """The file is not as it should be; `where` is the thing."""

    def __init__(self, where: str, said: str) -> None:
        super().__init__(f"{FILE}: {where}: {said}")


def path(library: Library | None = None) -> Path | None:
    """Where the family tree stands; None when these scenarios have none."""
    found = (root / FILE for root in (library or Library()).roots)
    return next((one for one in found if one.is_file()), None)


@cache
def family() -> Family:
    """The shipped family tree; an empty one when there is none."""
    found = path()
    return read_family(found.read_text("utf-8")) if found is not None else Family({}, {}, {}, ())


def read_family(text: str) -> Family:
    """A family tree from its file. NotRight when it is not as it should be."""
    from geboortespel.scenario.data import load

    tree = load(text)
    sources = {str(key): str(value) for key, value in tree.get("bronnen", {}).items()}
    alliances = [_alliance(item) for item in tree.get("allianties", ())]
    elsewhere = [
        Elsewhere(item["id"], item["naam"], _year(item, item["id"]) or 0, item["bron"])
        for item in tree.get("elders", ())
    ]
    ties = [Tie(t["van"], t["naar"], t["soort"], t["tekst"], t["bron"]) for t in tree.get("banden", ())]
    found = Family(
        sources,
        {one.id: one for one in sorted(alliances, key=lambda one: one.year)},
        {one.id: one for one in elsewhere},
        tuple(ties),
        tree.get("campagne", {}),
    )
    _check(found)
    return found


def _alliance(item: Mapping[str, Any]) -> Alliance:
    name = item.get("id", "?")
    try:
        place = item["plek"]
        return Alliance(
            name,
            item["naam"],
            item["wat"],
            _fact(item["type"]),
            _fact(item["wie"]),
            _moment(item["geboren"], name),
            _moment(item["einde"], name),
            Place(
                place["kaart"], float(place["breedte"]), float(place["lengte"]), place["naam"], place["bron"],
            ),
            _fact(item["historie"]),
            item.get("let_op", ""),
            tuple(_moment(one, name) for one in item.get("momenten", ())),
        )  # fmt: skip
    except (KeyError, ValueError, TypeError) as fault:
        raise NotRight(name, str(fault)) from fault


def _fact(item: Mapping[str, str]) -> Fact:
    return Fact(item["waarde"], item["bron"])


def _moment(item: Mapping[str, str], name: str) -> Moment:
    return Moment(_year(item, name), item["tekst"], item["bron"])


def _year(item: Mapping[str, str], name: str) -> int | None:
    said = item.get("jaar", "")
    if said in ("", "null"):
        return None
    if not said.isdecimal():
        raise NotRight(name, f"jaar: {said}")
    return int(said)


def _check(found: Family) -> None:
    """Every name is known: sources, both ends of a tie, kinds, maps."""
    known = {*found.sources, *NOT_FROM_A_SOURCE}
    for one in found.alliances.values():
        parts: list[Fact | Moment | Place] = [
            one.type,
            one.parties,
            one.born,
            one.end,
            one.place,
            one.history,
            *one.moments,
        ]
        for part in parts:
            if part.source not in known:
                raise NotRight(one.id, f"bron: {part.source}")
        if one.place.map not in MAPS or one.history.said not in ("geboren", "niet") or one.born.year is None:
            raise NotRight(one.id, "plek, historie, geboren")
    for tie in found.ties:
        ends = {tie.parent, tie.child} - {*found.alliances, *found.elsewhere}
        if ends or tie.kind not in TIES or tie.source not in known:
            raise NotRight(f"{tie.parent} > {tie.child}", ", ".join(sorted(ends)) or tie.kind)
