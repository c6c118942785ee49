"""The whole tree as plain text of 80 columns: timeline, map, who learnt from whom, and where all of it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.report.lookback.pages import Line
from geboortespel.report.tree import atlas, timeline
from geboortespel.report.tree.kin import TIES, Kin, Tree
from geboortespel.report.tree.telling import Notes, card, moments, undated
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import wrap

WIDTH = 80
LEARNT = 8
"""Cells at the right of the timeline for the letters of whom somebody learnt from."""
MAP_HIGH = 30


def whole(tree: Tree, tr: Translator) -> list[str]:
    """The tree in lines of at most 80 columns."""
    notes = Notes(tree, tr)
    parts = [
        [tr("Family tree of alliances"), "=" * len(tr("Family tree of alliances"))],
        _timeline(tree, tr),
        _key(tr),
        _map(tree, tr),
        list(_learnt(tree, notes, tr)),
        list(laid(notes.lines())),
        list(_play(tree, tr)),
    ]
    found: list[str] = []
    for part in parts:
        found += [*([""] if found and part[0] else []), *part] if part else []
    return found


def one(tree: Tree, kin: Kin, tr: Translator, playing: str = "") -> list[str]:
    """The card of one of its kin, under its place on the timeline."""
    drawn = [timeline.axis(WIDTH), *timeline.rows(tree, WIDTH, kin.id)]
    return [*laid(drawn), "", *laid(card(tree, kin, tr, playing))]


def laid(lines: Iterable[Line], width: int = WIDTH) -> Iterator[str]:
    """Lines of a report as text, wrapped; what is drawn stays as it is."""
    for item in lines:
        if item.drawn or not item.plain:
            yield item.plain.rstrip()
        else:
            yield from wrap(item.plain, width, hanging=" " * item.hang).split("\n")


def _timeline(tree: Tree, tr: Translator) -> list[str]:
    """Everybody's years, and at the right by letter whom they learnt from."""
    width = WIDTH - LEARNT
    found = [timeline.axis(width).plain]
    for kin, drawn in zip(tree.kin.values(), timeline.rows(tree, width), strict=True):
        parents = dict.fromkeys(tie.parent for tie in tree.family.parents(kin.id))
        letters = "".join(tree.kin[name].letter for name in parents)
        found.append(f"{drawn.plain:<{width + 1}}{letters}".rstrip())
    return found


def _key(tr: Translator) -> list[str]:
    """What the marks mean."""
    marks = legend(tr)
    found = wrap("   ".join(f"{mark} {said}" for mark, said in marks), WIDTH).split("\n")
    return [*found, tr("At the right, by letter: whom it learnt from.")]


def legend(tr: Translator) -> list[tuple[str, str]]:
    """Marks of the timeline, and what they mean."""
    return [
        (timeline.BORN, tr("born")),
        (timeline.NOT_BORN, tr("no alliance")),
        (timeline.PLAYABLE, tr("to play")),
        (timeline.MOMENT, tr("a moment")),
        (timeline.GOES_ON, tr("goes on")),
        (timeline.PRACTICE, tr("a practice")),
    ]


def _map(tree: Tree, tr: Translator) -> list[str]:
    drawn = [item.plain.rstrip() for item in atlas.Atlas(tree, WIDTH, MAP_HIGH, tr).drawn()]
    return [*_trimmed(drawn), "", *wrap(schematic(tr), WIDTH).split("\n")]


def schematic(tr: Translator) -> str:
    """What the map is not."""
    return tr("The map is schematic: drawn by eye, and letters stand beside each other where it is crowded.")


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _learnt(tree: Tree, notes: Notes, tr: Translator) -> Iterator[str]:
    """Every alliance with its dates, and every arrow into it."""
    yield tr("Who learnt from whom")
    for kin in tree.kin.values():
        yield ""
        yield from _dates(tree, kin, notes, tr)
        for tie in tree.family.parents(kin.id):
            said = f"{tree.kin[tie.parent].name} ({tr(TIES[tie.kind])}): {tie.said}{notes.mark(tie.source)[0]}"
            yield from wrap(f"  ← {said}", WIDTH, hanging="    ").split("\n")


def _dates(tree: Tree, kin: Kin, notes: Notes, tr: Translator) -> Iterator[str]:
    alliance = kin.alliance
    if alliance is None:
        source = tree.family.elsewhere[kin.id].source
        yield f"{kin.letter} {kin.name}, {kin.year}{notes.mark(source)[0]}"
        return
    where = f"{alliance.place.name}{notes.mark(alliance.place.source)[0]}"
    yield from wrap(f"{kin.letter} {kin.name}: {alliance.about}. {where}", WIDTH, hanging="  ").split("\n")
    for mark, moment in moments(alliance):
        said = f"{moment.year or '    '} {undated(moment.year, moment.said)}".rstrip() + notes.mark(moment.source)[0]
        yield from wrap(f"  {mark} {said}", WIDTH, hanging="         ").split("\n")


def _play(tree: Tree, tr: Translator) -> Iterator[str]:
    """Which can be played, and how."""
    missing = [kin.name for kin in tree.alliances if not kin.playable]
    yield tr("More of one: geboortespel family-tree ALLIANCE")
    yield tr("To play one: geboortespel play SCENARIO")
    for kin in tree.alliances:
        if kin.playable:
            yield f"  {kin.id:<20} {kin.name}"
    if missing:
        said = tr("Without a scenario so far: {names}.").format(names=", ".join(missing))
        yield from wrap(said, WIDTH).split("\n")
