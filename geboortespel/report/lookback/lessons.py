"""Lessons met, used and missed: those of what happened, those of what was done and helped, those that still stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import field, frozen

from geboortespel.engine.ledger import Cause
from geboortespel.report.lookback.past import NEWS, Past
from geboortespel.report.lookback.used import Thing, Use, could, uses
from geboortespel.scenario.model import Told
from geboortespel.session.moments import Moment

State = Literal["gebruikt", "ontmoet", "gemist"]


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
    `short`: aspect that is not green → its lessons; `used`: lesson → the deeds that carried it and helped; `could`:
    lesson that was not used → (round, what carries it) of the first time that it could have been."""

    met: dict[str, Met]
    goals: tuple[str, ...]
    standing: dict[str, tuple[str, ...]] = field(factory=dict)
    short: dict[str, tuple[str, ...]] = field(factory=dict)
    used: dict[str, tuple[Use, ...]] = field(factory=dict)
    could: dict[str, tuple[int, Thing]] = field(factory=dict)

    def state(self, lesson: str) -> State:
        """Whether it was used, only met, or neither."""
        return "gebruikt" if lesson in self.used else "ontmoet" if lesson in self.met else "gemist"

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
                here = past.news_round(moment) if code[0] in NEWS else past.round_of(moment)
                number = before.round if before else here
                met[lesson] = Met(lesson, number, before.code if before else code, before.times + 1 if before else 1)
    scenario = past.session.board.scenario
    standing = {t: scenario.thresholds[t].lessons for t in past.now.thresholds if scenario.thresholds[t].lessons}
    short = {
        aspect: scenario.aspects[aspect].lessons
        for aspect in past.required
        if past.now.colour(aspect) != "groen" and scenario.aspects[aspect].lessons
    }
    helped = {lesson: tuple(use for use in found if use.gain > 0) for lesson, found in uses(past).items()}
    used = {lesson: found for lesson, found in helped.items() if found}
    left = [lesson for lesson in scenario.lessons if lesson not in used]
    return Lessons(met, scenario.goals, standing, short, used, could(past, left))


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
        case ("gevolg", _, what, _, choice, number) if what in scenario.moves:
            picked = scenario.moves[what].options.get(choice)
            items = [*scenario.moves[what].consequences, *(picked.consequences if picked else ())]
            return items[int(number)] if int(number) < len(items) else None
        case ("einde", outcome):
            return scenario.outcomes[outcome]
        case _:
            return None
