"""What a report tells, for programs: people and lessons as numbers and names, beside the texts."""

from __future__ import annotations

from geboortespel.report.lookback import learnt
from geboortespel.report.lookback.lessons import lessons
from geboortespel.report.lookback.moved import moved, untold
from geboortespel.report.lookback.past import Past
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

Facts = dict[str, object]


def people(past: Past) -> list[Facts]:
    """Each stakeholder: support at the start and the end, the vote, what changed it by where it came from, and the
    arguments that were ready and never told there with the points they would have given."""
    never = untold(past)
    return [
        {
            "wie": person.actor,
            "begin": person.before,
            "eind": person.now,
            "stem": person.vote,
            "door": [
                {"soort": kind, "wie": who, "punten": sum(push.points for push in person.of((kind, who)))}
                for kind, who in person.sources
            ],
            "nooit_verteld": [
                {"argument": one.argument, "zorg": one.concern, "punten": one.points}
                for one in never
                if one.actor == person.actor and one.ready
            ],
        }
        for person in moved(past)
    ]


def learned(voice: Voice, past: Past) -> list[Facts]:
    """Each lesson that was a goal, was used or came by: its state, its moment in this game, and where it comes from."""
    found, scenario = lessons(past), past.session.board.scenario
    return [
        {
            "les": lesson,
            "titel": one_line(scenario.lessons[lesson].title),
            "doel": lesson in found.goals,
            "stand": found.state(lesson),
            "keren": len(found.used.get(lesson, ())),
            "moment": learnt.moment(voice, past, found, lesson),
            "bron": learnt.source(voice, lesson),
        }
        for lesson in dict.fromkeys((*found.goals, *found.used, *found.met))
    ]
