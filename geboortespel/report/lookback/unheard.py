"""What people really held back: concerns that nobody heard, and those that were heard and never answered."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.words import notes
from geboortespel.words.plain import joined, safe
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice


@frozen
class Person:
    """One stakeholder: where they stood at the start and now, and their concerns by what became of them."""

    actor: str
    before: int
    now: int
    unheard: tuple[str, ...]
    unanswered: tuple[str, ...]
    answered: tuple[str, ...]


def people(past: Past) -> list[Person]:
    """Everybody with something on their mind, by power. Only of a game that has ended: before, it stays hidden."""
    if not past.finished:
        return []
    board, index, state = past.session.board, past.game.rules.layout.index, past.session.state
    hit: dict[str, set[str]] = {}
    for _, _, note in past.notes("raak"):
        hit.setdefault(note[1], set()).update(board.scenario.arguments[note[2]].answers)
    found = []
    for actor in sorted(board.actors, key=lambda actor: -board.power[actor]):
        mind = [(concern, state[heard]) for weight, heard, concern in past.game.rules.concerns[actor] if state[weight]]
        known = [concern for concern, heard in mind if heard]
        support = index[f"steun.{actor}"]
        found.append(
            Person(
                actor,
                past.way[0].state[support],
                state[support],
                tuple(concern for concern, heard in mind if not heard),
                tuple(concern for concern in known if concern not in hit.get(actor, ())),
                tuple(concern for concern in known if concern in hit.get(actor, ())),
            )
        )
    return [person for person in found if person.unheard or person.unanswered or person.answered]


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, past: Past) -> list[Line]:
    """Person by person, those who kept something back first."""
    tr = voice.tr
    if not past.finished:
        return [line(tr("What people hold back stays with them until the game has ended."))]
    found = people(past)
    if not found:
        return [line(tr("In this game nobody held anything back."))]
    kept = [list(_kept(voice, past, person)) for person in found if person.unheard]
    half = [list(_unanswered(voice, person)) for person in found if person.unanswered and not person.unheard]
    whole = [p.actor for p in found if not p.unheard and not p.unanswered]
    groups = [[heading(tr("Never heard"))], *kept] if kept else []
    lines = [text for group in groups for text in group]
    others = [heading(tr("Heard, but not answered")), *(text for group in half for text in group)] if half else []
    names = joined([voice.titles.the_actor(actor) for actor in whole], tr("and"))
    rest = [line(capital(tr("Everything came on the table with {people}.").format(people=names)))] if whole else []
    return parted([lines, others, rest])


def _stand(voice: Voice, person: Person) -> str:
    return voice.tr("{before} at the start, {now} at the end").format(
        before=f"{person.before:+d}", now=f"{person.now:+d}"
    )


def _kept(voice: Voice, past: Past, person: Person) -> Iterator[Line]:
    """Name and support, then each concern in their own words."""
    titles = voice.titles
    yield line((f"  {titles.actor(person.actor)}", "naam"), (f"  {_stand(voice, person)}", "zacht"), hang=4)
    for concern in person.unheard:
        own = titles.scenario.concerns.get(concern)
        said = notes.line(person.actor, f"zorg.{concern}", past.now, titles) or (safe(own.line).strip() if own else "")
        quote = f' "{said}"' if said else ""
        yield line(f"    {titles.concern(concern)}.{quote}", hang=6)
    for concern in person.unanswered:
        yield line(f"    {titles.concern(concern)}: ", (voice.tr("heard, but not answered"), "zacht"), hang=6)


def _unanswered(voice: Voice, person: Person) -> Iterator[Line]:
    names = joined([f"'{voice.titles.concern(c).lower()}'" for c in person.unanswered], voice.tr("and"))
    yield line(
        (f"  {voice.titles.actor(person.actor)}", "naam"), f": {names}", (f"  {_stand(voice, person)}", "zacht"), hang=4
    )
