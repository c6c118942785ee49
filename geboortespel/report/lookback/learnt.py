"""Lessons in words: for each whether it was used, met or missed, when in this game, and where it was learnt first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.engine.ledger import Cause
from geboortespel.report.lookback.lessons import Lessons, State, lessons
from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.turning import label
from geboortespel.report.lookback.used import Thing, Use
from geboortespel.words.plain import joined, one_line, small
from geboortespel.words.refusals import capital
from geboortespel.words.talks import issue, option
from geboortespel.words.voice import Voice

MANY = 6
"""So many lessons beside the goals are told whole, of so many more the name, of the rest the number."""
EFFECTS = 2
"""So many things that a deed did are named, the largest."""
MARKS: dict[State, tuple[str, str]] = {
    "gebruikt": ("✓ ", "groen"),
    "ontmoet": ("◐ ", "oranje"),
    "gemist": ("✗ ", "rood"),
}
ONCE = ("bereik", "gehoord", "besluit")
"""Quantities that are so or not: their number says nothing."""


def told(voice: Voice, past: Past) -> list[Line]:
    """Goals, what else was used, what came by and was not used, and what still stands in the way."""
    tr, found = voice.tr, lessons(past)
    if not voice.board.scenario.lessons:
        return [line(tr("This scenario names no lessons."))]
    rest = [lesson for lesson in voice.board.scenario.lessons if lesson not in found.goals]
    used = sorted((x for x in rest if found.state(x) == "gebruikt"), key=lambda x: _order(found.used[x]))
    met = [lesson for lesson in found.met if lesson in rest and found.state(lesson) == "ontmoet"]
    groups = [_group(voice, past, found, tr("What this game was made for"), found.goals, len(found.goals))]
    groups.append(_group(voice, past, found, tr("Also used on the way"), used, MANY))
    groups.append(_group(voice, past, found, tr("Came by, and was not used"), met, MANY))
    groups.append(list(_left(voice, found, {*found.goals, *used[:MANY], *met[:MANY]})))
    said = parted(groups)
    return [line((_meant(voice), "zacht")), Line(), *said] if said else [line(tr("No lesson came by in this game."))]


def _order(uses: tuple[Use, ...]) -> tuple[bool, int]:
    """Lessons used by a deed of their own before those used by raising a level; the most used first."""
    return not any(use.rank[0] for use in uses), -len(uses)


def _meant(voice: Voice) -> str:
    tr = voice.tr
    words = {"gebruikt": tr("used, and it helped"), "ontmoet": tr("met, not used"), "gemist": tr("missed")}
    return ", ".join(f"{mark.strip()} {words[state]}" for state, (mark, _) in MARKS.items()) + "."


def _group(voice: Voice, past: Past, found: Lessons, title: str, ids: Iterable[str], many: int) -> list[Line]:
    ids = list(ids)
    rows = [heading(title)] if ids else []
    for lesson in ids[:many]:
        rows += _lesson(voice, lesson, found.state(lesson), moment(voice, past, found, lesson))
    named, more = ids[many : 2 * many], len(ids[2 * many :])
    if named:
        rows.append(line("    " + voice.tr("And besides: {lessons}.").format(lessons=_names(voice, named)), hang=4))
    if more:
        rows.append(line("    " + voice.tr.many("And {n} more.", "And {n} more.", more)))
    return rows


def _lesson(voice: Voice, lesson: str, state: State | None, when: str) -> Iterator[Line]:
    """`✓ Title. Text`, then when it was used or could have been, then where it comes from."""
    item = voice.board.scenario.lessons[lesson]
    mark = MARKS[state] if state else ("  ", "")
    title, text = one_line(item.title) or lesson, one_line(item.text)
    yield line((f"  {mark[0]}", mark[1]), (f"{title}. ", "naam"), text, hang=4)
    if when:
        yield line(f"    {when}", hang=4)
    if said := source(voice, lesson):
        yield line((f"    {said}", "zacht"), hang=4)


def _left(voice: Voice, found: Lessons, done: set[str]) -> Iterator[Line]:
    """Lessons of what still stands in the way; each is told once, at the first thing it belongs to."""
    tr = voice.tr
    items = [(voice.titles.threshold(t), tr("still stands"), ids) for t, ids in found.standing.items()]
    items += [(voice.titles.aspect(a), tr("is not green"), ids) for a, ids in found.short.items()]
    if items:
        yield heading(tr("Left lying"))
    for name, state, ids in items:
        yield line("  ", (f"'{name}' ", "naam"), (state, "zacht"), hang=4)
        for lesson in ids:
            if lesson not in done:
                done.add(lesson)
                yield from _lesson(voice, lesson, None, "")


# -- when, and from where ----------------------------------------------------------------------------------------------


def source(voice: Voice, lesson: str) -> str:
    """Where a lesson comes from: chapter and page, as the scenario names its sources; '' when it was made up."""
    scenario = voice.board.scenario
    where = scenario.lessons[lesson].source
    if where == "afleiding":
        return voice.tr("Concluded for this game, from what the sources tell.")
    return one_line(scenario.sources.get(where, ""))


def moment(voice: Voice, past: Past, found: Lessons, lesson: str) -> str:
    """The moment in this game: used with what it did, met, or the first time that it could have been used."""
    tr, parts = voice.tr, []
    if lesson in found.used:
        best = max(found.used[lesson], key=lambda use: use.rank)
        parts.append(tr("Used in {what}.").format(what=_used(voice, past, best)))
        if more := len(found.used[lesson]) - 1:
            parts.append(tr.many("And {n} more time.", "And {n} more times.", more))
        return " ".join(parts)
    if met := found.met.get(lesson):
        what = _what(voice, past, met.code)
        where = voice.titles.round_name(met.round)
        parts.append(tr("Met in {when}.").format(when=f"{where}, {what}" if what else where))
    if lesson in found.could:
        number, thing = found.could[lesson]
        said = tr("Could have been used from {round}: '{thing}'.")
        parts.append(said.format(round=voice.titles.round_name(number), thing=name(voice, thing)))
    elif not parts:
        parts.append(tr("You did not come across it."))
    return " ".join(parts)


def _used(voice: Voice, past: Past, use: Use) -> str:
    """`maand 3, overtuigen: controller, open boek: steun van de controller +28`."""
    if use.thing.startswith("afspraak."):
        deed = voice.tr("agreed: {what}").format(what=name(voice, use.thing))
    else:
        deed = small(_what(voice, past, use.code))
    effects = joined([_effect(voice, one, delta) for one, delta in use.did[:EFFECTS]], voice.tr("and"))
    where = f"{voice.titles.round_name(use.round)}, {deed}"
    return f"{where}: {effects}" if effects else where


def _effect(voice: Voice, quantity: str, delta: int) -> str:
    said = small(voice.quantity(quantity))
    return said if quantity.partition(".")[0] in ONCE else f"{said} {delta:+d}"


def name(voice: Voice, thing: Thing) -> str:
    """What carries a lesson, by its title."""
    titles = voice.titles
    match thing.split("."):
        case ["zet", move]:
            return titles.move(move)
        case ["zet", move, chosen]:
            return f"{titles.move(move)}: {small(titles.move_option(move, chosen))}"
        case ["argument", argument]:
            return titles.argument(argument)
        case ["adviseur", adviser]:
            return titles.adviser(adviser)
        case ["keuze", event, chosen]:
            return f"{titles.event(event)}: {small(titles.answer(event, chosen))}"
        case ["afspraak", about, chosen]:
            return f"{issue(titles, about)}: {small(option(titles, about, chosen))}"
        case ["route" | "drempel", threshold, *_]:
            return titles.threshold(threshold)
        case _:
            return titles.aspect(thing.partition(".")[2])


def _what(voice: Voice, past: Past, code: Cause) -> str:
    titles = voice.titles
    match code:
        case ("zet", *_) | ("gebeurtenis" | "kaart", *_):
            return label(voice, past, code)
        case ("keuze", event, chosen):
            return f"{titles.event(event)}: {titles.answer(event, chosen)}"
        case ("keuze", _, event, _, chosen):
            return f"{titles.event(event)}: {titles.answer(event, chosen)}"
        case ("slotzin", *_):
            return voice.cause(code)
        case ("zitting", *_):
            return voice.tr("at the table with the market")
        case ("raak", actor, argument):
            return f"{titles.argument(argument)}: {titles.actor(actor)}"
        case ("route" | "drempel_weg", threshold, *_):
            return titles.threshold(threshold)
        case ("einde", outcome):
            return titles.outcome(outcome)
        case _:
            return ""


def _names(voice: Voice, ids: Iterable[str]) -> str:
    found = [one_line(voice.board.scenario.lessons[lesson].title) or lesson for lesson in ids]
    return "; ".join(capital(said).rstrip(".") for said in found)
