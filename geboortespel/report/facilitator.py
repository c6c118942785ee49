"""What players can't see of a running game, in words: for the facilitator alone (`engine.behind`)."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.engine.behind import Behind, Party, Person, behind
from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.session.session import Session
from geboortespel.words import talks as words
from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice


def told(voice: Voice, session: Session) -> list[Line]:
    """Everything hidden as it is now: people, what still lies in wait, what was asked alone, the market. Who sits at
    the table with the players comes first."""
    found = behind(session.game, session.state)
    here = [party for party in found.parties if party.here and session.view(None).waiting == "zitting"]
    groups = [
        *([[*_party(voice, party), *_trust(voice, found)] for party in here]),
        list(_people(voice, found)),
        list(_waiting(voice, found)),
        list(_alone(voice, found)),
        *([list(_party(voice, party)) for party in found.parties if party not in here]),
        [] if here else list(_trust(voice, found)),
    ]
    return parted(groups) or [line(voice.tr("In this game nothing is hidden."))]


def _people(voice: Voice, found: Behind) -> Iterator[Line]:
    tr = voice.tr
    if found.people:
        yield heading(tr("What people really think"))
    for person in found.people:
        yield _person(voice, person)
        for concern, weight, heard in person.concerns:
            name = voice.titles.concern(concern)
            state = (tr("heard"), "groen") if heard else (tr("not heard"), "oranje")
            yield line(f"    {name}, ", (tr("weight {n}").format(n=weight), "zacht"), ", ", state, hang=6)


def _person(voice: Voice, person: Person) -> Line:
    tr = voice.tr
    said = tr("support {support:+d}, own conviction {anchor:+d}").format(support=person.support, anchor=person.anchor)
    unknown = "" if person.known else tr("; the players don't know")
    return line((f"  {voice.titles.actor(person.actor)}  ", "naam"), said, (unknown, "zacht"), hang=4)


def _waiting(voice: Voice, found: Behind) -> Iterator[Line]:
    tr, titles = voice.tr, voice.titles
    if found.thresholds or found.counters:
        yield heading(tr("What still lies in wait"))
    for threshold, resistance in found.thresholds:
        left = tr("a threshold that has not shown itself, resistance {n}").format(n=resistance)
        yield line((f"  {titles.threshold(threshold)}  ", "naam"), left, hang=4)
    for counter, value in found.counters:
        if value:
            yield line((f"  {capital(titles.counter(counter))}  ", "naam"), str(value), hang=4)
    nothing = [titles.counter(counter) for counter, value in found.counters if not value]
    if nothing:
        still = tr("Still at 0")
        yield line((f"  {still}  ", "naam"), (joined(nothing, tr("and")), "zacht"), hang=4)


def _alone(voice: Voice, found: Behind) -> Iterator[Line]:
    if found.alone:
        yield heading(voice.tr("Asked in private"))
    for event, seat in found.alone:
        yield line((f"  {voice.titles.seat(seat)}  ", "naam"), voice.titles.event(event), hang=4)


def _party(voice: Voice, party: Party) -> Iterator[Line]:
    tr, titles = voice.tr, voice.titles
    name = words.party_title(titles, party.id)
    yield heading(tr("{party}, at the table now").format(party=name) if party.here else name)
    bound = tr("Never agrees to less than {n} of 100: its best alternative.").format(n=party.reservation)
    yield line(f"  {bound}", hang=2)
    for worth, said in (
        (party.ours, tr("Your last offer is worth {n} to them.")),
        (party.theirs, tr("Their own last offer is worth {n} to them.")),
    ):
        if worth is not None:
            yield line("  " + said.format(n=worth), hang=2)
    heavy = [words.issue(titles, issue).lower() for issue, weight in party.weighs if weight == "zwaar"]
    if heavy:
        yield line("  " + tr("Weighs most for them: {issues}.").format(issues=joined(heavy, tr("and"))), hang=2)
    for issue, option in party.walks:
        gone = tr("Leaves over '{issue}: {option}', when it is put forward twice.")
        said = gone.format(issue=words.issue(titles, issue), option=words.option(titles, issue, option).lower())
        yield line(f"  {said}", hang=2)


def _trust(voice: Voice, found: Behind) -> Iterator[Line]:
    if found.trust is not None:
        yield line(voice.tr("Trust at the table: {n} of 100.").format(n=found.trust))
