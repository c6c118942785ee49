"""A campaign, told: the road through the years, what goes along, what comes next, and what became of it all.

The same words for every front end. Texts of the campaign's file are content: shown as they are.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.family import Alliance
from geboortespel.scenario.inheritance import historical
from geboortespel.scenario.model import Carried, Level
from geboortespel.session.campaign import Road
from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import joined, one_line

KINDS = {
    "geboren": N_("born"),
    "ontwerp": N_("born, as a design alliance"),
    "vroeg": N_("born too early"),
    "wijs": N_("wisely another contract"),
    "niet": N_("not born"),
}
SORTS = {
    "voorbeeld": N_("example"),
    "ervaring": N_("experience"),
    "mensen": N_("people"),
    "aanzien": N_("the sector"),
}
YEARS = {
    "geboren": N_("a first year that went well"),
    "vroeg": N_("a first year that did not come alive yet"),
    "niet": N_("a first year that fell apart"),
}
BORN = ("geboren", "ontwerp", "vroeg")


@frozen
class Row:
    """An alliance on the road. `state`: `gespeeld`, `overgeslagen`, `bezig`, `nu` or `later`; `kind`: its ending."""

    id: str
    year: int
    name: str
    state: str
    kind: str
    said: str
    """What became of it, or that it is next; '' for what is still ahead."""
    given: str = ""
    """What the table called it, when it was born."""


@frozen
class Part:
    """A heading with paragraphs under it."""

    heading: str
    lines: tuple[str, ...]


def rows(road: Road, tr: Translator) -> list[Row]:
    """The road, in the order of history."""
    now = road.next
    return [_row(road, one, tr, here=now is not None and one.id == now.id) for one in road.alliances]


def _row(road: Road, one: Alliance, tr: Translator, *, here: bool) -> Row:
    stop, kind = road.stop(one.id), road.kind(one.id) or ""
    if stop.playing and not stop.done:
        return Row(one.id, one.year, one.name, "bezig", "", tr("begun, not finished"))
    if stop.ended is not None:
        given = one_line(stop.ended.name) if stop.ended.kind in BORN else ""
        said = named(given, tr(KINDS[stop.ended.kind]), tr)
        if stop.ended.year in YEARS:
            said = tr("{said}, and {year}").format(said=said, year=tr(YEARS[stop.ended.year]))
        again = tr("{said} (being played again)").format(said=said) if stop.playing else said
        return Row(one.id, one.year, one.name, "gespeeld", kind, again, given)
    if stop.skipped:
        said = tr("skipped; as in history: {kind}").format(kind=tr(KINDS[kind]))
        return Row(one.id, one.year, one.name, "overgeslagen", kind, said)
    return Row(one.id, one.year, one.name, "nu" if here else "later", "", tr("this is next") if here else "")


def named(name: str, kind: str, tr: Translator) -> str:
    """`geboren, als 'De Slappe Grond'`; without a name only what it was."""
    return tr("{kind}: '{name}'").format(kind=kind, name=name) if name else kind


def standing(road: Road, tr: Translator) -> tuple[str, str]:
    """(how the sector thinks of alliances as a number with its word, what that means)."""
    level = reached(road.found.campaign.esteem.levels, road.standing)
    said = tr("Standing of alliances: {n} of 100").format(n=road.standing)
    if level is None:
        return said, ""
    return f"{said}. {one_line(level.title)}.", one_line(level.text)


def at_a_glance(road: Road, tr: Translator) -> str:
    """The same on a line of forty characters."""
    level = reached(road.found.campaign.esteem.levels, road.standing)
    word = one_line(level.title) if level is not None else ""
    said = tr("Standing {n} of 100: {word}") if word else tr("Standing {n} of 100")
    return said.format(n=road.standing, word=f"{word[:1].lower()}{word[1:]}")


def along(items: tuple[Carried, ...], tr: Translator) -> list[tuple[str, str]]:
    """What goes along: (heading with its sort, what is told)."""
    return [(f"{one_line(one.title)} ({tr(SORTS[one.sort])})", one_line(one.text)) for one in items]


def history(one: Alliance, tr: Translator) -> str:
    """How it ended in history."""
    return tr("In history: {kind}.").format(kind=tr(KINDS[historical(one)]))


def reached(levels: tuple[Level, ...], value: int) -> Level | None:
    """The highest level that a value reaches; None when it reaches none."""
    found = [level for level in levels if level.low <= value]
    return max(found, key=lambda level: level.low) if found else None


def opening(road: Road) -> list[str]:
    """What is told before the first alliance, by paragraph."""
    return paragraphs(road.found.campaign.opening)


def paragraphs(text: str) -> list[str]:
    """A text without its line breaks, paragraph by paragraph."""
    return [one_line(part) for part in text.strip().split("\n\n")]


def ending(road: Road, tr: Translator) -> list[Part]:
    """How the campaign ended; nothing before its end."""
    if not road.finished:
        return []
    campaign, kinds = road.found.campaign, road.endings()
    level = reached(campaign.endings, road.standing)
    said = [] if level is None else [Part(one_line(level.title), tuple(paragraphs(level.text)))]
    for line in campaign.lines.values():
        born = sum(kinds.get(one) in BORN for one in line.members)
        found = reached(line.levels, born)
        if found is not None:
            count = _count(born, len(line.members), tr)
            said.append(Part(one_line(line.title), (one_line(found.text), count)))
    return [*said, Part(tr("What you made of it"), tuple(_sums(road, tr)))]


def _count(born: int, every: int, tr: Translator) -> str:
    """How many of them were born."""
    if born < 2:
        return (tr("One of {all} was born.") if born else tr("None of {all} was born.")).format(all=every)
    return tr("{born} of {all} were born.").format(born=born, all=every)


def _otherwise(road: Road, other: list[Alliance], tr: Translator) -> list[str]:
    """Those that went otherwise than in history, by what became of them."""
    by_kind: dict[str, list[str]] = {}
    for one in other:
        by_kind.setdefault(road.kind(one.id) or historical(one), []).append(one.name)
    said = []
    for kind, names in by_kind.items():
        one_name = tr("{name} went otherwise than in history: {kind}.")
        more = tr("{names} went otherwise than in history: {kind}.")
        listed = joined(names, tr("and"))
        said.append((more if names[1:] else one_name).format(name=names[0], names=listed, kind=tr(KINDS[kind])))
    return said


def _sums(road: Road, tr: Translator) -> list[str]:
    """The campaign in a few numbers, beside history."""
    played = [one for one in road.alliances if road.stop(one.id).ended is not None]
    other = [one for one in played if (road.kind(one.id) in BORN) != (historical(one) in BORN)]
    said = [tr.many("You played {n} alliance yourselves.", "You played {n} alliances yourselves.", len(played))]
    if not played:
        said = [tr("You played none of them yourselves: this is how it went at the time.")]
    said += _otherwise(road, other, tr)
    if played and not other:
        said.append(tr("Each of them ended as it did in history: born or not."))
    people = [one for one in road.found.campaign.carried.values() if one.sort == "mensen"]
    kinds = road.endings()
    moved = sum(any(one in road.found.carried(to, kinds) for to in one.to) for one in people)
    if moved:
        said.append(
            tr.many(
                "{n} time somebody took along what they had learnt, from one table to the next.",
                "{n} times somebody took along what they had learnt, from one table to the next.",
                moved,
            )
        )
    return [*said, standing(road, tr)[0]]
