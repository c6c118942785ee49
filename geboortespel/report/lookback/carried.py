"""Who carried what: what each believer did, in the scenario's order and without points, so that nobody is ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from geboortespel.report.lookback.pages import Line, line
from geboortespel.report.lookback.past import Past
from geboortespel.words.plain import joined, small
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice


@define
class Load:
    """What one seat did. Ids in the order in which they came; `moves`: other moves, by how often."""

    seat: str
    heard: list[str] = field(factory=list)
    told: list[tuple[str, str]] = field(factory=list)
    """(argument, actor)."""
    worked_out: list[str] = field(factory=list)
    advisers: list[str] = field(factory=list)
    moves: Counter[str] = field(factory=Counter)
    questions: int = 0
    """Dilemmas that were theirs to answer."""
    sittings: int = 0
    overwork: int = 0
    """Times that it cost energy as well as time."""


def loads(past: Past) -> tuple[Load, ...]:
    """One for each believer, in the scenario's order; what only its own seat may know of a running game is left out."""
    found = {seat: Load(seat) for seat in past.session.board.seats}
    for moment in past.way:
        action = moment.action
        load = found.get(action.seat) if action is not None else None
        if action is None or load is None or not past.now.shows(action.key):
            continue
        load.overwork += any(entry.cause[0] == "overwerk" for entry in moment.entries)
        if action.kind == "keuze":
            load.questions += 1
        elif action.kind == "slotzin" and action.target:
            load.told.append((action.choice, action.target))
        elif action.kind == "zet":
            load.sittings += any(note[0] == "zitting" and note[2] == "open" for note in moment.notes)
            _move(past, load, action.what, action.target, action.choice)
    return tuple(found.values())


def _move(past: Past, load: Load, what: str, target: str, choice: str) -> None:
    scenario = past.session.board.scenario
    match scenario.moves[what].verb:
        case "luisteren":
            load.heard.append(target)
        case "overtuigen":
            load.told.append((choice, target))
        case "onderbouwen":
            load.worked_out.append(target)
        case "adviseur":
            load.advisers.append(target)
        case _ if scenario.talks is None or scenario.talks.move != what:
            load.moves[what] += 1


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, past: Past) -> list[Line]:
    """A paragraph for each who did something."""
    found = []
    for load in loads(past):
        said = " ".join(f"{capital(part)}." for part in _parts(voice, load))
        if said:
            found.append(line((f"  {capital(voice.titles.seat(load.seat))}: ", "naam"), said, hang=4))
    return found or [line(voice.tr("Nothing was done yet."))]


def _parts(voice: Voice, load: Load) -> Iterator[str]:
    tr, titles = voice.tr, voice.titles
    if load.heard:
        people = [titles.the_actor(actor) for actor in dict.fromkeys(load.heard)]
        yield tr("listened to {people}").format(people=joined(people, tr("and")))
    if load.worked_out:
        yield tr("worked out {arguments}").format(arguments=_quoted(voice, load.worked_out))
    if load.told:
        by: dict[str, list[str]] = {}
        for argument, actor in load.told:
            by.setdefault(actor, []).append(argument)
        parts = [
            tr("{arguments} to {who}").format(arguments=_quoted(voice, arguments), who=titles.the_actor(actor))
            for actor, arguments in by.items()
        ]
        yield tr("told {what}").format(what="; ".join(parts))
    if load.advisers:
        names = [small(titles.adviser(adviser)) for adviser in dict.fromkeys(load.advisers)]
        yield tr("brought in {advisers}").format(advisers=joined(names, tr("and")))
    if load.sittings:
        yield tr.many("sat down with the market {n} time", "sat down with the market {n} times", load.sittings)
    if load.moves:
        moves = [small(titles.move(move)) + (f" ({n}×)" if n > 1 else "") for move, n in load.moves.items()]
        others = load.heard or load.worked_out or load.told or load.advisers or load.sittings
        yield tr("and further: {moves}").format(moves=", ".join(moves)) if others else ", ".join(moves)
    if load.questions:
        yield tr.many("answered {n} question that came to them", "answered {n} questions that came to them",
                      load.questions)  # fmt: skip
    if load.overwork:
        yield tr.many("worked over {n} time", "worked over {n} times", load.overwork)


def _quoted(voice: Voice, arguments: list[str]) -> str:
    names = [f"'{small(voice.titles.argument(argument))}'" for argument in dict.fromkeys(arguments)]
    return joined(names, voice.tr("and"))
