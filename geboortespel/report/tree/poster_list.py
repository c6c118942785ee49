"""Under the drawing: every date and arrow in words, with its source or that it is inferred."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.report.ornaments import INK, LINE, SOFT, WARM
from geboortespel.report.tree.kin import TIES, Kin, Tree
from geboortespel.report.tree.telling import Notes, moments, undated
from geboortespel.report.tree.timeline import END
from geboortespel.report.typeset import Face, wrapped
from geboortespel.report.vector import element, number, text
from geboortespel.words.catalog import Translator

COLUMNS, BETWEEN = 4, 28.0
HEADING, HEAD, BODY = Face(17, bold=True), Face(13, bold=True), Face(12)
PLAIN = {END: "–"}
"""For a mark that faces with serifs do not have."""
TOGETHER = 6
"""So many sources at least stand under their heading."""
LINE_HIGH, HANG = 16.0, 10.0


@frozen
class Said:
    """A line of a column. `hang`: moved to the right by this much; `air`: what is left free above it."""

    text: str
    face: Face
    colour: str
    hang: float = 0.0
    air: float = 0.0


def listed(tree: Tree, tr: Translator, x: float, y: float, wide: float) -> tuple[list[str], float]:
    """The list in columns from `y` on, and where it ends."""
    column = (wide - (COLUMNS - 1) * BETWEEN) / COLUMNS
    blocks = list(_blocks(tree, tr, column))
    parts = [element("path", d=f"M{number(x)} {number(y)}h{number(wide)}", stroke=LINE, stroke_width=1.5)]
    bottom = y
    for n, blocks_of_one in enumerate(_columns(blocks)):
        left, at = x + n * (column + BETWEEN), y + 14
        for said in (said for block in blocks_of_one for said in block):
            at += (said.air if at > y + 14 else 0.0) + LINE_HIGH
            parts.append(text(said.text, left + said.hang, at, said.face, said.colour, "start"))
        bottom = max(bottom, at)
    return parts, bottom


def _columns(blocks: list[list[Said]]) -> list[list[list[Said]]]:
    """The blocks over the columns, in order, the highest column as low as can be."""
    limit = max(map(_high, blocks), default=0.0)
    while len(found := _filled(blocks, limit)) > COLUMNS:
        limit += LINE_HIGH / 2
    return found


def _filled(blocks: list[list[Said]], limit: float) -> list[list[list[Said]]]:
    found: list[list[list[Said]]] = []
    room = 0.0
    for block in blocks:
        if _high(block) > room:
            found.append([])
            room = limit
        found[-1].append(block)
        room -= _high(block)
    return found


def _high(block: list[Said]) -> float:
    return sum(said.air + LINE_HIGH for said in block)


def _blocks(tree: Tree, tr: Translator, wide: float) -> Iterator[list[Said]]:
    """What stays together in a column: one for each of the kin, then the sources one by one."""
    notes = Notes(tree, tr)
    first = True
    for one in tree.kin.values():
        heading = [Said(tr("Dates and arrows"), HEADING, WARM, air=8)] if first else []
        first = False
        yield [*heading, *_kin(tree, one, notes, tr, wide)]
    sources = [list(_set(f"[{n}] {tree.family.sources[name]}", BODY, INK, wide)) for name, n in notes.named.items()]
    first_few = [said for block in sources[:TOGETHER] for said in block]
    yield [Said(tr("Sources"), HEADING, WARM, air=18), *first_few]
    yield from sources[TOGETHER:]


def _kin(tree: Tree, one: Kin, notes: Notes, tr: Translator, wide: float) -> Iterator[Said]:
    alliance = one.alliance
    if alliance is None:
        said = f"{one.letter}  {one.name}, {one.year}{notes.mark(tree.family.elsewhere[one.id].source)[0]}"
        yield from _set(said, HEAD, SOFT, wide, air=9)
    else:
        yield from _set(f"{one.letter}  {one.name}", HEAD, INK, wide, air=9)
        where = f"{alliance.about}. {alliance.place.name}{notes.mark(alliance.place.source)[0]}"
        yield from _set(where, Face(12, italic=True), SOFT, wide)
        for mark, moment in moments(alliance):
            told = f"{PLAIN.get(mark, mark)} {moment.year or ''} {undated(moment.year, moment.said)}".strip()
            yield from _set(told + notes.mark(moment.source)[0], BODY, INK, wide)
    for tie in tree.family.parents(one.id):
        parent = tree.kin[tie.parent]
        told = f"← {parent.letter}  {parent.name} ({tr(TIES[tie.kind])}): {tie.said}{notes.mark(tie.source)[0]}"
        yield from _set(told, BODY, INK, wide)


def _set(said: str, face: Face, colour: str, wide: float, air: float = 0.0) -> Iterator[Said]:
    for n, piece in enumerate(wrapped(said, face, wide - HANG)):
        yield Said(piece, face, colour, HANG if n else 0.0, 0.0 if n else air)
