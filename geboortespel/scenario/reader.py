"""Reading a scenario: files → nodes → merged tree → Scenario, with every fault (design 2, 'Reading')."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import field, frozen

from geboortespel.scenario import translation
from geboortespel.scenario.build import Builder
from geboortespel.scenario.check import check
from geboortespel.scenario.diagnostics import Enough, Fault, Faults
from geboortespel.scenario.late import Place
from geboortespel.scenario.library import Library
from geboortespel.scenario.merge import SECTION, Merger
from geboortespel.scenario.model import FirstYear, Scenario
from geboortespel.scenario.nodes import Map, Plain, Scalar, Source, from_plain, plain
from geboortespel.scenario.resolve import Resolver
from geboortespel.scenario.scalars import is_ident, suggest

MAX_CHAIN = 8


@frozen
class Reading:
    """What came of reading. `scenario` is None when there is a fault that is no mere warning."""

    scenario: Scenario | None
    faults: tuple[Fault, ...]
    """Faults and warnings: the scenario's own file first, in order of position."""
    resolved: dict[str, Plain]
    """The merged tree as written: dicts, lists, strings and None, JSON-able, in file order."""
    sources: tuple[str, ...]
    """Paths of the files that were read."""
    root: Map | None = field(default=None, repr=False, eq=False)
    """The merged tree with its positions, for what is found out later; None when there is none."""


class Kept:
    """Parsed base sets, for who reads the same scenario again and again while it is being written.

    A base set that has not changed since is not parsed again. Nodes are never changed by reading.
    """

    def __init__(self) -> None:
        self.roots: dict[tuple[str, str], tuple[tuple[int, int], Source, Map]] = {}

    def find(self, path: Path, used_by: str) -> tuple[Source, Map] | None:
        """The nodes of this file, as long as it is what it was."""
        found = self.roots.get((str(path), used_by))
        return (found[1], found[2]) if found is not None and found[0] == _stamp(path) else None

    def keep(self, path: Path, source: Source, root: Map) -> None:
        """Remember a file that was parsed whole, without any fault."""
        self.roots[str(path), source.used_by] = (_stamp(path), source, root)


def _stamp(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_mtime_ns, about.st_size


class _Reader:
    """One reading."""

    def __init__(
        self, library: Library, *, thorough: bool = False, kept: Kept | None = None, language: str = ""
    ) -> None:
        self.library = library
        self.language = language
        self.kept = kept
        self.thorough = thorough
        self.faults = Faults()
        self.merger = Merger(self.faults)
        self.sources: list[Source] = []
        self.whole = True

    def load(self, path: Path, used_by: str = "", *, reused: bool = False) -> Map | None:
        """One file as nodes; None after noting why not."""
        from geboortespel.scenario.parse import MAX_BYTES, parse

        known = self.kept.find(path, used_by) if self.kept is not None and reused else None
        if known is not None:
            self.sources.append(known[0])
            return known[1]
        source = Source(str(path), used_by=used_by, reused=reused)
        self.sources.append(source)
        mark = self.faults.attempt()
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            self.faults.add("G001", source, 1, 1, reason=error.strerror or type(error).__name__)
            return None
        root, whole = parse(source, data, self.faults)
        if root is not None and self.language in translation.LANGUAGES and not self.thorough:
            translation.apply(root, translation.table(translation.file_of(path, self.language), Faults()))
        self.whole = self.whole and whole
        if self.kept is not None and reused and root is not None and whole and self.faults.attempt() == mark:
            self.kept.keep(path, source, root)
        return root

    def translations(self, path: Path, root: Map) -> None:
        """Look at the translations beside a scenario."""
        for language in translation.LANGUAGES:
            translated = translation.table(translation.file_of(path, language), self.faults)
            translation.check(root, translated, self.faults)

    def merged(self, path: Path, root: Map, chain: tuple[Path, ...]) -> Map:
        """`root` on top of the base set it uses, and that one on its own."""
        found = self._base(path, root, chain)
        if found is None:
            return self.merger.clean(root) if not chain and self.whole else root
        base_path, used_by = found
        base = self.load(base_path, used_by, reused=True)
        if base is None:
            self.whole = False
            return root
        base = self.merged(base_path, base, (*chain, path.resolve()))
        return self.merger.scenario(base, root)

    def year(self, root: Map) -> None:
        """Look at the first year as it is before any birth. One that was taken over whole is looked at where it is
        written, and in a thorough look."""
        section = root.get(SECTION)
        if isinstance(section, Map) and (self.thorough or not section.source.reused):
            from geboortespel.scenario.aftercare import check

            whole = self.merger.around(root, section)
            thorough, self.thorough = self.thorough, False  # what it takes over it need not use
            year = self.build(whole, set(self.merger.dropped), "FirstYear")
            self.thorough = thorough
            if isinstance(year, FirstYear):
                check(year, section, self.faults)

    def _base(self, path: Path, root: Map, chain: tuple[Path, ...]) -> tuple[Path, str] | None:
        node = root.get("gebruikt")
        if not isinstance(node, Scalar) or not node.value:
            return None
        name = node.value
        if not is_ident(name):
            if any(sign in name for sign in "/\\.") or ".." in name:
                self.faults.at("G051", node, value=name)
                self.whole = False
                root.entries.pop("gebruikt")
            return None
        found = self.library.base(name, path.parent)
        if found is None:
            known = [entry.id for entry in self.library.bases()]
            self.faults.at("G050", node, id=name, **suggest(name, known))
            self.whole = False
            return None
        if found.resolve() in (*chain, path.resolve()) or len(chain) >= MAX_CHAIN:
            self.faults.at("G052", node, id=name)
            return None
        return found, f"{path}:{node.line}"

    def build(self, root: Map, left_out: set[str], of: str = "Scenario") -> Scenario | None:
        """Objects from the merged tree; None when there are faults."""
        builder = Builder(self.faults, whole=self.whole)
        scenario: Scenario | None = builder.obj(of, root, Place())
        if scenario is not None and builder.names_known:
            Resolver(scenario, builder.units, self.faults, left_out).run(builder.late)
            if builder.complete:
                check(scenario, root, self.faults)
            if self.thorough and builder.complete and not self.faults.fatal:
                from geboortespel.scenario.review import review

                review(scenario, root, self.faults, builder.late, self.merger.replaced)
        return None if self.faults.fatal else scenario

    def reading(self, root: Map | None, left_out: set[str], of: str = "Scenario") -> Reading:
        """What comes of a merged tree; None when there is none."""
        scenario = None
        try:
            scenario = self.build(root, left_out, of) if root is not None else None
            if scenario is not None and of == "Scenario" and scenario.aftercare and root is not None:
                self.year(root)
                scenario = None if self.faults.fatal else scenario
        except Enough:
            scenario = None
        resolved = plain(root) if root is not None else {}
        assert isinstance(resolved, dict)
        return Reading(scenario, self.faults.sorted(), resolved, tuple(s.path for s in self.sources), root)


def read(
    path: Path,
    library: Library | None = None,
    *,
    thorough: bool = False,
    kept: Kept | None = None,
    language: str = "",
) -> Reading:
    """Read the scenario at `path`, with the base set it uses from `library` (the shipped ones when left out).

    `thorough`: look a second time at a scenario without faults, for what leads nowhere (`review`). `kept`: base sets
    that were parsed before. `language`: show texts in this language where there is a translation (`translation`); a
    thorough look is at what was written.
    """
    reader = _Reader(library or Library(), thorough=thorough, kept=kept, language=language)
    root = None
    try:
        root = reader.load(path)
        if root is not None:
            if thorough:
                reader.translations(path, root)
            root = reader.merged(path, root, ())
    except Enough:
        return Reading(None, reader.faults.sorted(), {}, tuple(s.path for s in reader.sources))
    return reader.reading(root, set(reader.merger.dropped))


def extended(
    path: Path, add: Callable[[Map, Merger], Map], library: Library | None = None, *, language: str = ""
) -> Reading:
    """Read the scenario at `path` with what `add` makes of its merged tree (`inheritance`)."""
    reader = _Reader(library or Library(), language=language)
    root = None
    try:
        root = reader.load(path)
        if root is not None:
            root = add(reader.merged(path, root, ()), reader.merger)
    except Enough:
        return Reading(None, reader.faults.sorted(), {}, tuple(s.path for s in reader.sources))
    return reader.reading(root, set(reader.merger.dropped))


def rebuild(resolved: dict[str, Plain]) -> Reading:
    """Build the scenario again from a merged tree, as a journal keeps it. No files are read."""
    reader = _Reader(Library(()))
    source = Source("journaal", reused=True)
    reader.sources.append(source)
    root = from_plain(resolved, source)
    assert isinstance(root, Map)
    return reader.reading(root, {"*"}, "FirstYear" if "van" in resolved else "Scenario")
