"""The card of an alliance: what it was, when, who it learnt from and who from it; each with its source, or inferred."""

from __future__ import annotations

from attrs import define, field

from geboortespel.report.lookback.pages import BLANK, Line, Piece, line
from geboortespel.report.tree.kin import ORIGINS, TIES, Kin, Tree
from geboortespel.report.tree.timeline import BORN, END, MOMENT, NOT_BORN, PLAYABLE
from geboortespel.scenario import shelf
from geboortespel.scenario.family import Alliance, Moment, Tie
from geboortespel.scenario.library import Library, NotFound
from geboortespel.words.catalog import N_, Translator
from geboortespel.words.shelf import TYPES, on_the_shelf

HISTORY = {"geboren": N_("an alliance was born"), "niet": N_("no alliance was born")}
LABEL = 15
"""Cells for what is told, before how it is."""
FROM, TO = "←", "→"


@define
class Notes:
    """Sources in the order in which they are named, each with a number."""

    tree: Tree
    tr: Translator
    named: dict[str, int] = field(factory=dict)

    def mark(self, source: str) -> Piece:
        """` [2]` for a source, or that it is inferred or made up."""
        if source in ORIGINS:
            return f" ({self.tr(ORIGINS[source])})", "zacht"
        return f" [{self.named.setdefault(source, len(self.named) + 1)}]", "zacht"

    def lines(self) -> list[Line]:
        """The sources that were named."""
        sources = self.tree.family.sources
        found = [line((f"{f'[{n}]':>4} ", "zacht"), sources[name], hang=5) for name, n in self.named.items()]
        return [BLANK, line((self.tr("Sources"), "kop")), *found] if found else []


def card(tree: Tree, one: Kin, tr: Translator, playing: str = "") -> list[Line]:
    """Everything the tree knows of one of its kin. `playing`: its scenario in a line, '' when there is none."""
    notes = Notes(tree, tr)
    told = _about(one.alliance, notes, tr) if one.alliance is not None else _practice(one, notes, tr)
    told += ties(tree, one, notes, tr)
    if one.alliance is not None:
        if one.alliance.note:
            told += [BLANK, line((tr("Note:") + " ", "zacht"), one.alliance.note)]
        told += [BLANK, _fact(tr("To play"), playing, "") if playing else line((no_scenario(tr), "zacht"))]
    return told + notes.lines()


def playing(one: Kin, tr: Translator) -> str:
    """What its scenario is called, for how many and how long; '' when there is none."""
    if not one.playable:
        return ""
    try:
        found = shelf.listed([Library().find(one.id)], tr.language)
    except NotFound:
        return ""
    return "".join(on_the_shelf(item.head.title, item.head.players, item.head.playtime, tr) for item in found)


def no_scenario(tr: Translator) -> str:
    """What is said of an alliance that can't be played yet."""
    return tr("There is no scenario of this one yet.")


def _about(one: Alliance, notes: Notes, tr: Translator) -> list[Line]:
    born = tr("Born") if one.history.said == "geboren" else tr("Instead")
    facts = [
        (tr("Kind"), tr(TYPES[one.type.said]) if one.type.said in TYPES else one.type.said, one.type.source),
        (tr("Who"), one.parties.said, one.parties.source),
        (born, dated(one.year, one.born.said), one.born.source),
        (tr("End"), dated(one.end.year, one.end.said), one.end.source),
        (tr("Where"), one.place.name, one.place.source),
        (tr("Then"), tr(HISTORY[one.history.said]), one.history.source),
    ]
    told = [line((one.name, "kop")), line((one.about, "zin")), BLANK]
    told += [_fact(label, said, notes.mark(source)[0]) for label, said, source in facts]
    for number, moment in enumerate(one.moments):
        label = tr("In those years") if number == 0 else ""
        told.append(_fact(label, dated(moment.year, moment.said), notes.mark(moment.source)[0]))
    return told


def _practice(one: Kin, notes: Notes, tr: Translator) -> list[Line]:
    source = notes.tree.family.elsewhere[one.id].source
    said = tr("No alliance of its own: knowledge went through it, from {year} on.").format(year=one.year)
    return [line((one.name, "kop")), line(said, notes.mark(source), hang=2)]


def _fact(label: str, said: str, mark: str) -> Line:
    return line((f"{label:<{LABEL - 1}} ", "zacht"), said, (mark, "zacht"), hang=LABEL)


def ties(tree: Tree, one: Kin, notes: Notes, tr: Translator) -> list[Line]:
    """Who it learnt from, and who from it."""
    told: list[Line] = []
    learnt, passed = tree.family.parents(one.id), tree.family.children(one.id)
    if learnt:
        told += [BLANK, line((tr("Learnt from"), "kop"))]
        told += [_tie(tree, tie, tie.parent, FROM, notes, tr) for tie in learnt]
    if passed:
        told += [BLANK, line((tr("Passed on to"), "kop"))]
        told += [_tie(tree, tie, tie.child, TO, notes, tr) for tie in passed]
    if not told:
        told = [BLANK, line((tr("Who it learnt from, and who from it, was not found."), "zacht"))]
    return told


def _tie(tree: Tree, tie: Tie, other: str, arrow: str, notes: Notes, tr: Translator) -> Line:
    one = tree.kin[other]
    return line(
        (f"{arrow} {one.letter} ", "zacht"), (one.name, "naam"), f" ({tr(TIES[tie.kind])}): {tie.said}",
        notes.mark(tie.source), hang=4,
    )  # fmt: skip


def dated(year: int | None, said: str) -> str:
    """`1999, rond de aanbesteding`; the year is not said twice."""
    return said if year is None or str(year) in said else f"{year}, {said}"


def moments(one: Alliance) -> list[tuple[str, Moment]]:
    """Its birth, its moments and its end by the years, each with its mark on the timeline."""
    born = BORN if one.history.said == "geboren" else NOT_BORN
    found = [(born, one.born), *((MOMENT, moment) for moment in one.moments)]
    return [*sorted(found, key=lambda item: item[1].year or 0), (END, one.end)]


def undated(year: int | None, said: str) -> str:
    """What is said beside a year that stands in a column of its own."""
    return said.replace(f" {year}", "").removeprefix(str(year)).strip()


def in_short(tree: Tree, one: Kin, tr: Translator) -> list[Line]:
    """A few lines for beside the drawing: what it was, when, from whom."""
    told = [line((one.name, "kop"), f"  {when(one, tr)}", hang=2)]
    if one.alliance is not None:
        playable = tr("to play") if one.playable else tr("no scenario yet")
        mark = (f"  {PLAYABLE} {playable}", "speelbaar") if one.playable else (f"  {playable}", "zacht")
        told = [line(*told[0].pieces, mark, hang=2), line(one.alliance.about)]
    told += [
        line((f"{label} ", "zacht"), ", ".join(names), hang=2)
        for label, names in (
            (tr("Learnt from"), _names(tree, [tie.parent for tie in tree.family.parents(one.id)])),
            (tr("Passed on to"), _names(tree, [tie.child for tie in tree.family.children(one.id)])),
        )
        if names
    ]
    return told


def _names(tree: Tree, names: list[str]) -> list[str]:
    return [tree.kin[name].name for name in dict.fromkeys(names)]


def when(one: Kin, tr: Translator) -> str:
    """`1999-2007`, `sinds 2015`, or what else can be said of its years."""
    if one.alliance is None or one.alliance.end.year == one.year:
        return str(one.year)
    if one.alliance.end.year is None:
        return tr("since {year}").format(year=one.year)
    return f"{one.year}-{one.alliance.end.year}"
