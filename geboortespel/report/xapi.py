"""Games as statements for a learning record store: xAPI 1.0.3 (github.com/adlnet/xAPI-Spec, part two: data).

The actor is the team, as a group with an account of its own for each game: no person is recorded. Ids follow from the
journal, so that a store that gets the same game twice keeps it once. `version` is left out, as the specification asks
of who provides statements; a journal without a clock gives statements without a timestamp.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from attrs import frozen

from geboortespel import __version__
from geboortespel.engine.actions import Action
from geboortespel.report.lookback.learnt import moment as told
from geboortespel.report.lookback.lessons import lessons
from geboortespel.report.teams import Team
from geboortespel.session.journal import Journal, chained
from geboortespel.session.moments import Moment
from geboortespel.words.catalog import N_, translator
from geboortespel.words.plain import one_line

BASE = "https://geboortespel.example/"
"""Where names begin when nobody says otherwise: a domain that is never anybody's (RFC 2606)."""
PLATFORM = f"Geboortespel {__version__}"
VERBS = "http://adlnet.gov/expapi/verbs/"
TYPES = "http://adlnet.gov/expapi/activities/"
SAID = {
    "initialized": N_("began"),
    "interacted": N_("did"),
    "answered": N_("answered"),
    "progressed": N_("went on"),
    "commented": N_("said"),
    "experienced": N_("met"),
    "mastered": N_("used"),
    "completed": N_("finished"),
}
"""Verbs of ADL's own vocabulary, and how each is shown."""
KINDS = {
    "zet": ("interacted", "interaction"),
    "zitting": ("interacted", "meeting"),
    "keuze": ("answered", "question"),
    "gok": ("answered", "question"),
    "poort": ("progressed", "module"),
    "slotzin": ("commented", "interaction"),
}
"""Kind of action → verb and type of activity. Others (a pass, a card of the facilitator) teach the team nothing."""
Statement = dict[str, Any]


@frozen
class Source:
    """A game with what only its journal knows. `base`: the address under which everything is named, ends in `/`."""

    team: Team
    journal: Journal
    base: str = BASE

    @cached_property
    def registration(self) -> UUID:
        """The game: the same however far it has come."""
        return uuid5(NAMESPACE_URL, self.base + chained("", self.journal.bodies[0]))

    @property
    def language(self) -> str:
        return str(self.journal.bodies[0].get("taal", "nl"))

    def time(self, line: int) -> str:
        """When a line was written, '' without a clock."""
        return self.journal.times[line] if line < len(self.journal.times) else ""

    def iri(self, *parts: str) -> str:
        """The name of something of this scenario."""
        return self.base + "/".join(("scenario", self.team.session.board.scenario.id, *parts))


def statements(source: Source) -> Iterator[Statement]:
    """Everything a game has to tell, in order: its beginning, what was done, lessons, its end."""
    past = source.team.past
    yield _statement(source, "begin", 0, "initialized", _scenario(source))
    for moment in past.way:
        action = moment.action
        if action is not None and action.kind in KINDS and past.now.shows(action.key):
            yield _act(source, moment, action)
    last = past.way[-1].line
    if past.finished:
        yield from _learnt(source, last)
        yield _statement(source, "einde", last, "completed", _scenario(source), result=_result(source, last))


def _statement(source: Source, what: str, line: int, verb: str, thing: Statement, **more: Any) -> Statement:
    """One statement about an activity. `what` makes its id, together with the game."""
    registration = source.registration
    made: Statement = {
        "id": str(uuid5(registration, what)),
        "actor": {
            "objectType": "Group",
            "name": source.team.name,
            "account": {"homePage": source.base, "name": str(registration)},
        },
        "verb": {"id": VERBS + verb, "display": {lang: translator(lang)(SAID[verb]) for lang in ("nl", "en")}},
        "object": thing,
        "context": {
            "registration": str(registration),
            "platform": PLATFORM,
            "language": source.language,
            "contextActivities": {"grouping": [{"objectType": "Activity", "id": source.iri()}]},
            "extensions": {source.base + "ext/regel": line, **_round(source, line)},
        },
    }
    if time := source.time(line):
        made["timestamp"] = time
    result = {key: value for key, value in more.pop("result", {}).items() if value is not None}
    return {**made, **({"result": result} if result else {})}


def _round(source: Source, line: int) -> Statement:
    moment = source.team.session.moments.all[line]
    return {source.base + "ext/ronde": source.team.past.round_of(moment) if line else 1}


def _activity(source: Source, iri: str, kind: str, name: str, about: str = "") -> Statement:
    texts = {"name": name, "description": about}
    shown: Statement = {key: {source.language: one_line(text)} for key, text in texts.items() if one_line(text)}
    return {"objectType": "Activity", "id": iri, "definition": {**shown, "type": TYPES + kind}}


def _scenario(source: Source) -> Statement:
    scenario = source.team.session.board.scenario
    return _activity(source, source.iri(), "simulation", scenario.title, scenario.about)


def _act(source: Source, moment: Moment, action: Action) -> Statement:
    """What the team did: a move, a step at the table, an answer, a guess, a gate, a last sentence."""
    voice, (verb, kind) = source.team.voice, KINDS[action.kind]
    parts = [part for part in (action.kind, action.what, action.target) if part]
    names = {
        "keuze": lambda: voice.titles.event(action.what),
        "zet": lambda: voice.titles.move(action.what),
        "gok": lambda: voice.titles.actor(action.what),
    }
    name = names.get(action.kind, lambda: voice.action(action))()
    result: Statement = {}
    if verb == "answered":
        result["response"] = one_line(voice.action(action))
        result["success"] = next((n[3] == "raak" for n in moment.notes if n[0] == "gok"), None)
    made = _statement(
        source,
        f"regel {moment.line}",
        moment.line,
        verb,
        _activity(source, source.iri(*parts), kind, name),
        result=result,
    )
    if action.seat:
        made["context"]["extensions"][source.base + "ext/rol"] = action.seat
    return made


def _learnt(source: Source, last: int) -> Iterator[Statement]:
    """Every lesson that was used or met, at the moment in this game."""
    team = source.team
    found, scenario = lessons(team.past), team.session.board.scenario
    lines = {lesson: max(used, key=lambda use: use.rank).line for lesson, used in found.used.items()}
    for lesson in dict.fromkeys((*found.used, *found.met)):
        verb = "mastered" if lesson in found.used else "experienced"
        item = scenario.lessons[lesson]
        thing = _activity(source, source.iri("les", lesson), "objective", item.title or lesson, item.text)
        said = {"response": told(team.voice, team.past, found, lesson)}
        yield _statement(source, f"les {lesson}", lines.get(lesson, last), verb, thing, result=said)


def _result(source: Source, last: int) -> Mapping[str, Any]:
    """How it ended: whether as the scenario is meant, how many required lights were green, and how long it took."""
    from geboortespel.analysis.simulate import aims

    team = source.team
    outcome, past = team.session.outcome, team.past
    green = sum(past.now.colour(aspect) == "groen" for aspect in past.required)
    most = len(past.required)
    score = {"scaled": round(green / most, 4), "raw": green, "min": 0, "max": most} if most else None
    return {
        "completion": True,
        "success": outcome is not None and outcome.id in aims(team.session.game),
        "score": score,
        "response": team.voice.titles.outcome(outcome.id) if outcome else None,
        "duration": duration(source.time(0), source.time(last)),
    }


def duration(begin: str, end: str) -> str | None:
    """From one time to another by ISO 8601, `PT1H2M3S`; None when either is not known."""
    if not begin or not end:
        return None
    seconds = max(0, int((datetime.fromisoformat(end) - datetime.fromisoformat(begin)).total_seconds()))
    parts = zip((seconds // 3600, seconds // 60 % 60, seconds % 60), "HMS", strict=True)
    return "PT" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0S")


def written(sources: Sequence[Source]) -> bytes:
    """The file: a list of statements, as a store takes it in one request."""
    every = [statement for source in sources for statement in statements(source)]
    return (json.dumps(every, ensure_ascii=False, indent=1) + "\n").encode()


def is_xapi(data: bytes) -> bool:
    """Whether a file's bytes are statements that this game made, so that newer ones may take their place."""
    return data.startswith(b"[") and b'"platform": "Geboortespel ' in data[:4000]
