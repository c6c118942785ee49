"""Why the numbers of a look back are what they are: the lights at every point of the timeline, and what was missing."""

from __future__ import annotations

from attrs import evolve

from geboortespel.report.lookback import turning
from geboortespel.report.lookback.past import Past
from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.session.session import Session
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice
from geboortespel.words.why import Account, Asked, Group, Part, Parts, Reader, places, quantities


def numbers(voice: Voice, session: Session) -> list[Group]:
    """What can be asked about: what is missing, the lights at the start of every round, then any number of the game."""
    past = Past(session)
    found: list[Group] = []
    if past.required:
        found.append((voice.tr("Missing to green"), [_missing(voice, past)]))
        for number, state in past.begins:
            who = Reader(voice, past.view(state), session)
            sides = [quantities.perspective(who, p) for p in PERSPECTIVES if quantities.counted(who, p)]
            some = [evolve(side, key=f"{number}:{side.key}") for side in sides]
            found.append((capital(voice.titles.round_name(number)), some))
    return [*found, *places.everything(Reader(voice, session.view(None), session))]


def _missing(voice: Voice, past: Past) -> Asked:
    """Points that the required lights lack: what there was at the start, less what every step brought nearer."""
    before, now = past.missing(past.way[0].state), past.missing(past.session.state)
    label = voice.tr("Missing to green: {n}").format(n=now)
    parts = [
        Part(-step.towards, capital(turning.label(voice, past, step.code, step.line))) for step in reversed(past.steps)
    ]
    parts = [part for part in parts if part.n]
    parts.append(Part(before, voice.tr("missing at the start"), start=True))
    total = Parts(tuple(parts), now, voice.tr("missing now"))
    meant = voice.tr("Of every light that had to be green: how many points it lacks. Newest first.")
    return Asked("missing", label, lambda: Account(label, (meant, total)))
