"""Lessons met and missed: those of what happened, beside those the game was made for and those that still stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from geboortespel.engine.ledger import Cause
from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.turning import label
from geboortespel.scenario.model import Told
from geboortespel.session.moments import Moment
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

MANY = 6
"""So many lessons beside the goals are told whole, of so many more the name, of the rest the number."""


@frozen
class Met:
    """A lesson that was met: the first (round, what it was met in), and how often."""

    lesson: str
    round: int
    code: Cause
    times: int


@frozen
class Lessons:
    """`met` by lesson in the order of meeting; `goals` of the scenario; `standing`: threshold → its lessons;
    `short`: aspect that is not green → its lessons."""

    met: dict[str, Met]
    goals: tuple[str, ...]
    standing: dict[str, tuple[str, ...]] = field(factory=dict)
    short: dict[str, tuple[str, ...]] = field(factory=dict)

    @property
    def missed_goals(self) -> tuple[str, ...]:
        return tuple(goal for goal in self.goals if goal not in self.met)


def lessons(past: Past) -> Lessons:
    """The lessons of a game."""
    met: dict[str, Met] = {}
    for moment in past.way:
        for code, found in _happened(past, moment):
            for lesson in found:
                before = met.get(lesson)
                number = before.round if before else past.round_of(moment)
                met[lesson] = Met(lesson, number, before.code if before else code, before.times + 1 if before else 1)
    scenario = past.session.board.scenario
    standing = {t: scenario.thresholds[t].lessons for t in past.now.thresholds if scenario.thresholds[t].lessons}
    short = {
        aspect: scenario.aspects[aspect].lessons
        for aspect in past.required
        if past.now.colour(aspect) != "groen" and scenario.aspects[aspect].lessons
    }
    return Lessons(met, scenario.goals, standing, short)


def _happened(past: Past, moment: Moment) -> Iterator[tuple[Cause, tuple[str, ...]]]:
    """(what happened, its lessons) in one moment: the action and what it was done with, news, routes, the ending."""
    board, scenario = past.session.board, past.session.board.scenario
    action = moment.action
    if action is not None and action.kind == "zet":
        move = scenario.moves[action.what]
        items: list[Told | None] = [move, move.options.get(action.choice)]
        items.append(scenario.advisers.get(action.target) if move.verb == "adviseur" else None)
        items.append(scenario.arguments.get(action.target) if move.verb == "onderbouwen" else None)
        yield from ((action.key, item.lessons) for item in items if item is not None)
    elif action is None and moment.line:
        return
    for note in moment.notes:
        if not past.now.shows(note):
            continue
        item = _told(note, past, action.what if action is not None else "")
        if item is not None:
            yield note, item.lessons
    if past.game.node(moment.state) == "einde":
        form = scenario.forms.get(past.view(moment.state).form)
        if form is not None and board.aspects:
            yield ("vorm", form.id), form.lessons


def _told(note: Cause, past: Past, move_id: str) -> Told | None:
    """The thing that a note is about, when it can teach something."""
    board, scenario = past.session.board, past.session.board.scenario
    match note:
        case ("gebeurtenis", event) | ("kaart", _, event):
            return board.events[event]
        case ("keuze", event, option):
            return board.events[event].options[option]
        case ("raak", _, argument):
            return scenario.arguments[argument]
        case ("route", threshold, route):
            return scenario.thresholds[threshold].routes[route]
        case ("drempel_weg", threshold):
            return scenario.thresholds[threshold]
        case ("uitslag", move, result):
            return scenario.moves[move].results[result]
        case ("gevolg", _, what, _, _, number) if what in scenario.moves:
            items = scenario.moves[what].consequences
            return items[int(number)] if int(number) < len(items) else None
        case ("einde", outcome):
            return scenario.outcomes[outcome]
        case _:
            return None


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, past: Past) -> list[Line]:
    """Goals met and missed, what else was met, and what still stands in the way."""
    tr, found = voice.tr, lessons(past)
    if not voice.board.scenario.lessons:
        return [line(tr("This scenario names no lessons."))]
    groups = [list(_goals(voice, past, found)), list(_others(voice, past, found)), list(_left(voice, found))]
    return parted(groups) or [line(tr("No lesson came by in this game."))]


def _lesson(voice: Voice, lesson: str, mark: tuple[str, str], where: str) -> Line:
    """`✓ Title. Text (where)`."""
    item = voice.board.scenario.lessons[lesson]
    title, text = one_line(item.title) or lesson, one_line(item.text)
    return line(mark, (f"{title}. ", "naam"), text, (f" ({where})" if where else "", "zacht"), hang=4)


def _goals(voice: Voice, past: Past, found: Lessons) -> Iterator[Line]:
    if found.goals:
        yield heading(voice.tr("What this game was made for"))
    for goal in found.goals:
        met = found.met.get(goal)
        mark = ("  ✓ ", "groen") if met else ("  ✗ ", "rood")
        yield _lesson(voice, goal, mark, _where(voice, past, met) if met else voice.tr("you did not come across it"))


def _others(voice: Voice, past: Past, found: Lessons) -> Iterator[Line]:
    others = sorted((met for met in found.met.values() if met.lesson not in found.goals), key=lambda met: -met.times)
    if others:
        yield heading(voice.tr("Also met on the way"))
    for met in others[:MANY]:
        yield _lesson(voice, met.lesson, ("  ✓ ", "groen"), _where(voice, past, met))
    if others[MANY:]:
        named, rest = others[MANY : 2 * MANY], len(others[2 * MANY :])
        names = _names(voice, (met.lesson for met in named))
        yield line("    " + voice.tr("And besides: {lessons}.").format(lessons=names), hang=4)
        if rest:
            yield line("    " + voice.tr.many("And {n} more.", "And {n} more.", rest))


def _left(voice: Voice, found: Lessons) -> Iterator[Line]:
    """Lessons of what still stands in the way; each is told once, at the first thing it belongs to."""
    tr, done = voice.tr, set(found.goals)
    items = [(voice.titles.threshold(t), tr("still stands"), ids) for t, ids in found.standing.items()]
    items += [(voice.titles.aspect(a), tr("is not green"), ids) for a, ids in found.short.items()]
    if items:
        yield heading(tr("Left lying"))
    for name, state, ids in items:
        yield line("  ", (f"'{name}' ", "naam"), (state, "zacht"), hang=4)
        for lesson in ids:
            if lesson not in done:
                done.add(lesson)
                yield _lesson(voice, lesson, ("    ", ""), "")


def _where(voice: Voice, past: Past, met: Met) -> str:
    round_name = voice.titles.round_name(met.round)
    what = _what(voice, past, met.code)
    first = f"{round_name}, {what}" if what else round_name
    more = voice.tr.many("{n} more time", "{n} more times", met.times - 1) if met.times > 1 else ""
    return f"{first}; {more}" if more else first


def _what(voice: Voice, past: Past, code: Cause) -> str:
    titles = voice.titles
    match code:
        case ("zet", *_) | ("gebeurtenis" | "kaart", *_):
            return label(voice, past, code)
        case ("keuze", event, option):
            return f"{titles.event(event)}: {titles.answer(event, option)}"
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
    return "; ".join(capital(name).rstrip(".") for name in found)
