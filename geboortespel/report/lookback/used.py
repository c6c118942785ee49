"""Lessons used: what carries a lesson, which deeds of a game were that, and what the ledger says they did.

What carries a lesson is what its experiment leaves out (`analysis.lessons`) and whatever names it: moves and options,
arguments, advisers, routes, thresholds, agreements, answers, aspects. A deed uses a lesson only when the ledger shows
that it helped: support, levels or insight went up, resistance went down, something was heard, worked out or signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from geboortespel.engine.ledger import Cause
from geboortespel.report.lookback.past import MONTH_CAUSES, NEWS, Past
from geboortespel.scenario.expr import Change
from geboortespel.scenario.model import Scenario, Told
from geboortespel.session.moments import Moment

Thing = str
"""`zet.M`, `zet.M.OPTION`, `argument.A`, `adviseur.A`, `route.T.R`, `drempel.T`, `afspraak.I.O`, `keuze.E.O` or
`aspect.A`: as experiments name them."""
LEVELS = ("stand", "feit", "inzicht")
VERDICT = "besluit"
GOOD = (*LEVELS, "steun", "onderbouwd", "gehoord", "bereik")
"""Families of which more is better."""
BAD = ("weerstand",)
"""Of which less is better."""
_OBJECTS = {"overtuigen": ("argument",), "onderbouwen": ("argument",), "adviseur": ("adviseur",)}


@frozen
class Use:
    """A deed that carried a lesson: `code` says what was done, `thing` by what it carries it. `did`: quantities with
    what the deed did to them, the largest first; `gain`: all of that together, below 0 when it did more harm."""

    round: int
    line: int
    code: Cause
    thing: Thing
    did: tuple[tuple[str, int], ...]
    gain: int

    @property
    def rank(self) -> tuple[bool, int]:
        """What tells most of two uses in one moment: a deed before a level, then what it gained."""
        return not self.thing.startswith("aspect."), self.gain


def carriers(scenario: Scenario) -> Mapping[str, frozenset[Thing]]:
    """Lesson → everything that carries it. Where arguments or advisers carry a lesson, the move that tells or hires
    just any of them does not; aspects that an experiment lowers count where nothing else carries it. What takes away
    from the work itself (`feit`) shows its lesson the other way round: doing that is no use of it."""
    from geboortespel.analysis.lessons.experiments import experiments

    found: dict[str, set[Thing]] = {lesson: set() for lesson in scenario.lessons}
    named = list(_named(scenario))
    against = {thing for thing, item in named if _takes_away(item)}
    for thing, item in named:
        for lesson in item.lessons:
            found.setdefault(lesson, set()).add(thing)
    for experiment in experiments(scenario):
        kind, _, lesson = experiment.name.partition(".")
        if kind == "les" and lesson in found:
            found[lesson] |= {*experiment.left_out, *experiment.does}
            found[lesson] |= set() if found[lesson] else {f"aspect.{aspect}" for aspect in experiment.lower}
    return {lesson: frozenset(_exact(scenario, things - against)) for lesson, things in found.items()}


def _takes_away(item: Told) -> bool:
    changes = (effect for effect in getattr(item, "effects", ()) if isinstance(effect, Change))
    return any(
        e.name.startswith("feit.") and e.op == "+" and isinstance(e.amount, int) and e.amount < 0 for e in changes
    )


def _exact(scenario: Scenario, things: set[Thing]) -> Iterator[Thing]:
    families = {thing.partition(".")[0] for thing in things}
    for thing in things:
        family, _, name = thing.partition(".")
        verb = scenario.moves[name].verb if family == "zet" and name in scenario.moves else ""
        if not families & set(_OBJECTS.get(verb, ())):
            yield thing


def _named(scenario: Scenario) -> Iterator[tuple[Thing, Told]]:
    """Everything of a scenario that can be done or moved and may name lessons."""
    for move in scenario.moves.values():
        yield f"zet.{move.id}", move
        yield from ((f"zet.{move.id}.{option.id}", option) for option in move.options.values())
    yield from ((f"argument.{item.id}", item) for item in scenario.arguments.values())
    yield from ((f"adviseur.{item.id}", item) for item in scenario.advisers.values())
    yield from ((f"aspect.{item.id}", item) for item in scenario.aspects.values())
    for threshold in scenario.thresholds.values():
        yield f"drempel.{threshold.id}", threshold
        yield from ((f"route.{threshold.id}.{route.id}", route) for route in threshold.routes.values())
    for issue in scenario.talk_issues.values():
        yield from ((f"afspraak.{issue.id}.{option.id}", option) for option in issue.options.values())
    cards = (card for deck in scenario.decks.values() for card in deck.cards.values())
    for event in (*scenario.events.values(), *cards):
        yield from ((f"keuze.{event.id}.{option.id}", option) for option in event.options.values())


# -- what was done -----------------------------------------------------------------------------------------------------


def uses(past: Past) -> dict[str, tuple[Use, ...]]:
    """Lesson → the deeds that carried it, in order; also those that did no good. Raising an aspect carries a lesson
    only when all required aspects that carry it are green now."""
    carrying = carriers(past.session.board.scenario)
    lessons: dict[Thing, list[str]] = {}
    for lesson, things in carrying.items():
        for thing in things if _all_green(past, things) else (t for t in things if not t.startswith("aspect.")):
            lessons.setdefault(thing, []).append(lesson)
    found: dict[str, list[Use]] = {}
    for moment in past.way:
        if moment.line == 0 or moment.action is None or not past.now.shows(moment.action.key):
            continue
        told: dict[str, Use] = {}
        for use in _deeds(past, moment):
            for lesson in lessons.get(use.thing, ()):
                if lesson not in told or told[lesson].rank < use.rank:
                    told[lesson] = use
        for lesson, use in told.items():
            found.setdefault(lesson, []).append(use)
    return {lesson: tuple(items) for lesson, items in found.items()}


def _all_green(past: Past, things: Iterable[Thing]) -> bool:
    aspects = {thing.partition(".")[2] for thing in things if thing.startswith("aspect.")}
    return all(past.now.colour(aspect) == "groen" for aspect in aspects & set(past.required))


def things_of(past: Past, kind: str, what: str, target: str, choice: str) -> tuple[Thing, ...]:
    """What an action is, as experiments name it."""
    if kind == "keuze":
        return (f"keuze.{what}.{choice}",)
    if kind == "slotzin":
        return (f"zet.{what}", *((f"argument.{choice}",) if target else ()))
    if kind != "zet":
        return ()
    things = [f"zet.{what}"]
    match past.session.board.scenario.moves[what].verb:
        case "overtuigen":
            things.append(f"argument.{choice}")
        case "onderbouwen":
            things.append(f"argument.{target}")
        case "adviseur":
            things.append(f"adviseur.{target}")
        case _ if choice:
            things.append(f"zet.{what}.{choice}")
    return tuple(things)


def _deeds(past: Past, moment: Moment) -> Iterator[Use]:
    """Everything that one moment did by a deed, as things that may carry a lesson."""
    action, scenario = moment.action, past.session.board.scenario
    assert action is not None
    number, did = past.round_of(moment), _did(past, moment)

    def use(thing: Thing, changes: Iterable[tuple[str, int]], extra: int = 0) -> Use:
        some = tuple(sorted(changes, key=lambda one: -abs(one[1])))
        return Use(number, moment.line, action.key, thing, some, sum(map(_worth, some)) + extra)

    for thing in things_of(past, action.kind, action.what, action.target, action.choice):
        yield use(thing, did.items())
    for note in moment.notes:
        if note[0] in ("route", "drempel_weg"):
            name = f"weerstand.{note[1]}"
            less = [(name, did[name])] if name in did else []
            yield use(f"drempel.{note[1]}", less, int(note[0] == "drempel_weg"))
            if note[0] == "route":
                yield use(f"route.{note[1]}.{note[2]}", less)
    for entry in moment.entries:
        family, _, name = entry.name.partition(".")
        if family == "afspraak" and name in scenario.talk_issues and entry.delta > 0:
            option = list(scenario.talk_issues[name].options)[entry.delta - 1]
            came = _came_of(past, moment, ("afspraak", name, option))
            yield use(f"afspraak.{name}.{option}", came.items(), 0 if came else 1)
    for name, delta in did.items():
        family, _, aspect = name.partition(".")
        if family in LEVELS and delta > 0:
            yield use(f"aspect.{aspect}", [(name, delta)])


def _did(past: Past, moment: Moment) -> dict[str, int]:
    """Quantity → what the deed itself changed: not the months, not the news, no bookkeeping, nothing hidden."""
    found: dict[str, int] = {}
    mine = False
    for entry in moment.entries:
        code = entry.cause[0]
        if code not in ("grens", "overwonnen"):
            mine = code not in (*NEWS, *MONTH_CAUSES, "ronde", "fase", "begin")
        if mine and entry.name.partition(".")[0] in (*GOOD, *BAD, VERDICT) and not _hidden(past, entry.name):
            found[entry.name] = found.get(entry.name, 0) + entry.delta
    return {name: delta for name, delta in found.items() if delta}


def _came_of(past: Past, moment: Moment, cause: Cause) -> dict[str, int]:
    """Quantity → what one cause changed in a moment."""
    found: dict[str, int] = {}
    for entry in moment.entries:
        if entry.cause == cause and not _hidden(past, entry.name):
            found[entry.name] = found.get(entry.name, 0) + entry.delta
    return {name: delta for name, delta in found.items() if delta}


def _hidden(past: Past, name: str) -> bool:
    return not past.finished and past.now.hides(name)


def _worth(change: tuple[str, int]) -> int:
    """What a change is worth: points, with their sign; a yes is worth something, a no is harm."""
    name, delta = change
    family = name.partition(".")[0]
    if name == VERDICT:
        return 1 if delta == 1 else -1
    return delta if family in GOOD else -delta if family in BAD else 0


# -- what could have been done -----------------------------------------------------------------------------------------


def could(past: Past, wanted: Iterable[str]) -> dict[str, tuple[int, Thing]]:
    """For lessons that were not used: (round, what carries it) of the first time that it could have been done; without
    those for which there was no such time."""
    carrying = carriers(past.session.board.scenario)
    lessons: dict[Thing, list[str]] = {}
    for lesson in wanted:
        for thing in carrying.get(lesson, ()):
            lessons.setdefault(thing, []).append(lesson)
    found: dict[str, tuple[int, Thing]] = {}
    for moment in past.way:
        view = past.view(moment.state)
        for action in view.legal:
            for thing in things_of(past, action.kind, action.what, action.target, action.choice):
                for lesson in lessons.pop(thing, ()):
                    found.setdefault(lesson, (min(view.round, past.now.rounds), thing))
    return found
