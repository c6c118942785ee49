"""What one alliance hands on to the next, and a scenario that begins with it (`scenarios/campagne.yaml`).

What goes along becomes an event of the first round: told, named behind every number it touched, and kept in the journal
with the rest of the scenario, so that the game replays alone. Alliances without a scenario yet are left out of the
road; for later ones they ended as in history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from attrs import frozen

from geboortespel.scenario import translation
from geboortespel.scenario.build import Builder
from geboortespel.scenario.diagnostics import Enough, Fault, Faults
from geboortespel.scenario.family import NOT_FROM_A_SOURCE, Alliance, Family, family
from geboortespel.scenario.family_texts import family_in
from geboortespel.scenario.late import Place
from geboortespel.scenario.library import Library, NotFound
from geboortespel.scenario.merge import Merger
from geboortespel.scenario.model import OUTCOME_KINDS, Campaign, Carried
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq, Source
from geboortespel.scenario.reader import Reading, extended
from geboortespel.scenario.scalars import suggest

FILE = "campagne.yaml"
EVENTS = "gebeurtenissen"
FIRST = "mee-"
"""How the id of an event begins with which something goes along."""


@frozen
class Inheritance:
    """The campaign as written, with the family whose alliances it follows. `root` holds the positions."""

    campaign: Campaign
    family: Family
    root: Map
    faults: tuple[Fault, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """Every alliance of the family tree, in the order of history."""
        return tuple(self.family.alliances)

    def road(self, library: Library | None = None) -> tuple[Alliance, ...]:
        """Those that can be played: the others have no scenario yet."""
        there = {entry.id for entry in (library or Library()).shipped()}
        return tuple(one for name, one in self.family.alliances.items() if name in there)

    def before(self, name: str) -> tuple[str, ...]:
        """The alliances that came earlier than this one."""
        return self.order[: self.order.index(name)]

    def standing(self, endings: Mapping[str, str]) -> int:
        """How the sector thinks of alliances, 0 to 100, after these endings (alliance → sort), in order."""
        esteem = self.campaign.esteem
        value = esteem.start
        for name in self.order:
            if name in endings:
                value = min(100, max(0, value + esteem.per.get(endings[name], 0)))
        return value

    def carried(self, name: str, endings: Mapping[str, str]) -> tuple[Carried, ...]:
        """What goes along to an alliance, after these endings of earlier ones."""
        earlier = {one: endings[one] for one in self.before(name) if one in endings}
        standing = self.standing(earlier)

        def goes(one: Carried) -> bool:
            if name not in one.to or not one.low <= standing <= one.high:
                return False
            return not one.source or (one.source in earlier and (not one.kinds or earlier[one.source] in one.kinds))

        return tuple(one for one in self.campaign.carried.values() if goes(one))

    def node(self, item: str) -> Map:
        """What goes along, as written."""
        listed = self.root.get("meenemen")
        for node in listed.items if isinstance(listed, Seq) else ():
            if isinstance(node, Map) and isinstance(found := node.get("id"), Scalar) and found.value == item:
                return node
        raise KeyError(item)


def historical(one: Alliance) -> str:
    """The sort of ending that history gave an alliance."""
    if one.history.said != "geboren":
        return "niet"
    return "ontwerp" if one.type.said == "ontwerp" else "geboren"


def path(library: Library | None = None) -> Path | None:
    """Where the campaign stands; None when these scenarios have none."""
    found = (root / FILE for root in (library or Library()).roots)
    return next((one for one in found if one.is_file()), None)


@cache
def inheritance(language: str = "") -> Inheritance | None:
    """The shipped campaign, in a language as far as it was translated; None when there is none that can be read."""
    found = path()
    return read_inheritance(found, family_in(language), language) if found is not None else None


def read_inheritance(file: Path, tree: Family, language: str = "") -> Inheritance | None:
    """A campaign from its file, with what is wrong with it. None when nothing of it can be read; OSError."""
    from geboortespel.scenario.parse import parse

    faults = Faults()
    root, whole = parse(Source(str(file)), file.read_bytes(), faults)
    if root is None:
        return None
    if language in translation.LANGUAGES:
        translation.apply(root, translation.table_of(translation.file_of(file, language)), "Campaign")
    try:
        campaign = Builder(faults, whole=whole).obj("Campaign", root, Place())
    except Enough:
        return None
    return None if campaign is None else Inheritance(campaign, tree, root, faults.sorted())


# -- a scenario with what goes along -----------------------------------------------------------------------------------


def scenario_with(
    found: Inheritance, name: str, items: Sequence[Carried], library: Library | None = None, language: str = ""
) -> Reading:
    """The scenario of an alliance, beginning with what goes along. Raises NotFound when it has none."""
    library = library or Library()

    def add(root: Map, merger: Merger) -> Map:
        for item in items:
            changes = found.node(item.id).get("verandert")
            root = merger.over(root, changes) if isinstance(changes, Map) else root
        return _told(root, [_event(found.node(item.id)) for item in items])

    return extended(library.find(name), add, library, language=language)


def _event(item: Map) -> Node:
    """What goes along, as an event of the first round."""
    entries: dict[str, tuple[Scalar, Node]] = {
        key: item.entries[key] for key in ("titel", "tekst", "effecten") if key in item.entries
    }
    name = item.get("id")
    said = (name.value or "") if isinstance(name, Scalar) else ""

    def word(key: str, value: str) -> None:
        at = Scalar(item.source, item.line, item.column, key)
        entries[key] = (at, Scalar(item.source, item.line, item.column, value))

    word("id", f"{FIRST}{said}")
    word("als", "ronde = 1")
    return Map(item.source, item.line, item.column, entries)


def _told(root: Map, events: Sequence[Node]) -> Map:
    """The scenario with these events before its own."""
    if not events:
        return root
    own = root.get(EVENTS)
    rest = own.items if isinstance(own, Seq) else []
    key = root.entries[EVENTS][0] if EVENTS in root.entries else Scalar(root.source, root.line, root.column, EVENTS)
    entries = {**root.entries, EVENTS: (key, Seq(root.source, root.line, root.column, [*events, *rest]))}
    made = Map(root.source, root.line, root.column, entries, root.flow)
    made.lost = root.lost
    return made


# -- looking for faults ------------------------------------------------------------------------------------------------


def look(file: Path, library: Library | None = None, tree: Family | None = None) -> tuple[Fault, ...]:
    """Everything that is wrong with a campaign, in itself and in each scenario that something goes to."""
    from geboortespel.scenario.parse import parse

    library, faults = library or Library(), Faults()
    root, whole = parse(Source(str(file)), file.read_bytes(), faults)
    if root is None:
        return faults.sorted()
    try:
        campaign = Builder(faults, whole=whole).obj("Campaign", root, Place())
        found = Inheritance(campaign, tree or family(), root)
        _names(found, faults)
        for language in translation.LANGUAGES:
            translated = translation.table(translation.file_of(file, language), faults)
            translation.check(root, translated, faults, "Campaign")
    except Enough:
        return faults.sorted()
    if faults.fatal:
        return faults.sorted()
    return (*faults.sorted(), *_in_each(found, library, str(file)))


def _in_each(found: Inheritance, library: Library, file: str) -> list[Fault]:
    """Faults that show in a scenario: all that can ever go to it goes to it at once."""
    faults: dict[tuple[object, ...], Fault] = {}
    for name in found.order:
        items = [one for one in found.campaign.carried.values() if name in one.to]
        if not items:
            continue
        try:
            reading = scenario_with(found, name, items, library)
        except NotFound:
            continue
        for fault in reading.faults:
            if fault.path == file:
                faults.setdefault((fault.code, fault.line, fault.column), fault)
    return sorted(faults.values(), key=lambda one: (one.line, one.column))


def _names(found: Inheritance, faults: Faults) -> None:
    """Names, order and levels of everything in the file."""
    known = found.family.alliances
    for item in found.campaign.carried.values():
        node = found.node(item.id)
        _alliances(node, "van", known, faults)
        _alliances(node, "naar", known, faults)
        _source(node, found.family, faults)
        if item.low > item.high:
            faults.at("G193", node.get("vanaf") or node)
        if not item.effects and not item.changes:
            faults.at("G195", node)
        for later in item.to if item.source in known else ():
            if later in known and item.source not in found.before(later):
                faults.at("G191", node.get("naar") or node, parent=item.source, id=later)
    rows = found.root.get("lijnen")
    for row in rows.items if isinstance(rows, Seq) else ():
        if isinstance(row, Map):
            _alliances(row, "wie", known, faults)
    esteem = found.root.get("aanzien")
    per = esteem.get("per") if isinstance(esteem, Map) else None
    for kind, (at, _) in per.entries.items() if isinstance(per, Map) else ():
        if kind not in OUTCOME_KINDS:
            faults.at("G192", at, id=kind, **suggest(kind, OUTCOME_KINDS))


def _alliances(node: Map, key: str, known: Mapping[str, Alliance], faults: Faults) -> None:
    """Every name under this key is one of the family tree."""
    said = node.get(key)
    for one in said.items if isinstance(said, Seq) else [said]:
        if isinstance(one, Scalar) and one.value and one.value not in known:
            faults.at("G190", one, id=one.value, **suggest(one.value, known))


def _source(node: Map, tree: Family, faults: Faults) -> None:
    """Where it comes from is known."""
    said, known = node.get("bron"), (*tree.sources, *NOT_FROM_A_SOURCE)
    if isinstance(said, Scalar) and said.value not in known:
        faults.at("G194", said, id=said.value or "", **suggest(said.value or "", known))
