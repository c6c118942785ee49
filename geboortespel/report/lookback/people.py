"""The people of a game in words: how each of them moved and through whom, what never reached their table, and what each
believer carried. Believers stand in the scenario's order: nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.report.lookback import carried
from geboortespel.report.lookback.moved import Moved, Push, Source, Untold, moved, untold
from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.words import causes
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import joined, small
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

MOST = 3
"""So many things of one believer are named, the largest; the rest is a number."""
FEWEST = 3
"""Points, both ways together, under which somebody's pull is not told."""
SHOWN = 2
"""Arguments that were ready and never told, for each person."""


def told(voice: Voice, past: Past) -> list[Line]:
    """Person by person, then what never reached a table, then who carried what."""
    tr = voice.tr
    carrying = [heading(tr("Who carried what")), *carried.told(voice, past)]
    if not past.finished:
        secret = tr("How people really moved stays with them until the game has ended.")
        return parted([[line(secret)], carrying])
    people = [list(_person(voice, past, person)) for person in moved(past)]
    if people:
        people[0].insert(0, heading(tr("How they moved, and through whom")))
    return parted([*people, list(_untold(voice, past)), carrying])


def _person(voice: Voice, past: Past, person: Moved) -> Iterator[Line]:
    tr = voice.tr
    stand = tr("{before} at the start, {now} at the end").format(before=f"{person.before:+d}", now=f"{person.now:+d}")
    votes = {"ja": tr("voted for"), "nee": tr("voted against")}
    stand = "; ".join(filter(None, (stand, votes.get(person.vote, ""))))
    yield line((f"  {voice.titles.actor(person.actor)}", "naam"), (f"  {stand}", "zacht"), hang=4)
    found = [said for source in _ordered(voice, person) if (said := _source(voice, person, source)) is not None]
    none = tr("Nothing and nobody moved them.")
    yield from found or [line(f"    {none}")]


def _ordered(voice: Voice, person: Moved) -> list[Source]:
    """Believers in the scenario's order and all together, then people, then the rest in the order of the game."""
    seats = [*voice.board.seats, ""]
    order = {"believer": 0, "actor": 1, "nieuws": 2, "maanden": 3}
    return sorted(
        person.sources, key=lambda s: (order[s[0]], seats.index(s[1]) if s[0] == "believer" and s[1] in seats else 0)
    )


def _source(voice: Voice, person: Moved, source: Source) -> Line | None:
    """`▲ 9  Projectmanager: luisteren (maand 1) +3; …`; None for what hardly mattered."""
    tr, pushes = voice.tr, [push for push in person.of(source) if push.points]
    total = sum(push.points for push in pushes)
    kind, who = source
    if not pushes or (kind != "believer" and sum(abs(push.points) for push in pushes) < FEWEST):
        return None
    if kind == "believer":
        name = capital(voice.titles.seat(who)) if who else capital(tr("you together"))
        said = f"{name}: {_deeds(voice, person.actor, pushes)}"
    elif kind == "actor":
        said = capital(tr("listens to {who}").format(who=voice.titles.the_actor(who)))
    elif kind == "nieuws":
        said = f"{capital(voice.titles.event(who))} ({_when(voice, pushes)})"
    else:
        said = tr("Back to their own conviction, and what the months did")
    role = "groen" if total > 0 else "rood" if total < 0 else "zacht"
    mark = "▲" if total > 0 else "▼" if total < 0 else "="
    return line((f"    {mark}{abs(total):>3}  ", role), said, hang=10)


def _deeds(voice: Voice, actor: str, pushes: list[Push]) -> str:
    """What one believer did to somebody: the largest by name with its round, the rest counted."""
    named: dict[str, list[Push]] = {}
    for push in pushes:
        named.setdefault(deed(voice, actor, push), []).append(push)
    order = sorted(named, key=lambda name: -abs(sum(push.points for push in named[name])))
    parts = [
        f"{name} ({_when(voice, named[name])}) {sum(push.points for push in named[name]):+d}" for name in order[:MOST]
    ]
    rest = order[MOST:]
    if rest:
        points = sum(push.points for name in rest for push in named[name])
        more = voice.tr.many("{n} thing more", "{n} things more", len(rest))
        parts.append(f"{more} {points:+d}")
    return "; ".join(parts)


def deed(voice: Voice, actor: str, push: Push) -> str:
    """What was done, without who did it and without whom it was done to."""
    match push.cause:
        case ("zet", _, what, target, choice):
            return small(causes.deed(voice.titles, "", what, "" if target == actor else target, choice))
        case ("slotzin", _, _, target, choice) if target == actor:
            return voice.tr("last sentence: {argument}").format(argument=small(voice.titles.argument(choice)))
        case _:
            return voice.cause(push.cause)


def _when(voice: Voice, pushes: Iterable[Push]) -> str:
    numbers = list(dict.fromkeys(push.round for push in pushes))
    return joined([voice.titles.round_name(number) for number in numbers], voice.tr("and"))


# -- what never reached a table ----------------------------------------------------------------------------------------


def at_the_table(past: Past) -> tuple[str, ...]:
    """Those whose word counts: who decides; where nobody does, who has power."""
    scenario, power = past.session.board.scenario, past.session.board.power
    members = scenario.body.members if scenario.body is not None else ()
    return tuple(members) or tuple(actor for actor in power if power[actor])


def _untold(voice: Voice, past: Past) -> Iterator[Line]:
    tr, members = voice.tr, at_the_table(past)
    found = [one for one in untold(past) if one.actor in members]
    rows = [row for actor in dict.fromkeys(one.actor for one in found) for row in _of(voice, actor, found)]
    if rows:
        yield heading(tr("Never told where it counted"))
        meant = tr("Between brackets: what it would have moved them when the decision was asked for.")
        yield line((meant, "zacht"))
        yield from rows


def _of(voice: Voice, actor: str, found: list[Untold]) -> Iterator[Line]:
    """What one person never heard: the strongest that lay ready, else the strongest that could have been worked out."""
    tr, mine = voice.tr, [one for one in found if one.actor == actor]
    ready = [one for one in mine if one.ready][:SHOWN]
    best = max(mine, key=lambda one: one.points)
    name = (f"  {voice.titles.actor(actor)}: ", "naam")
    if ready:
        said = tr("ready, and never told here: {arguments}.").format(arguments=_listed(ready, voice, tr))
        yield line(name, said, hang=4)
    elif not best.ready:
        said = tr("never worked out: {arguments}.").format(arguments=_listed([best], voice, tr))
        yield line(name, said, hang=4)


def _listed(items: list[Untold], voice: Voice, tr: Translator) -> str:
    said = tr("'{argument}', about '{concern}' ({points})")
    titles = voice.titles
    names = [
        said.format(
            argument=titles.argument(one.argument), concern=small(titles.concern(one.concern)), points=f"+{one.points}"
        )
        for one in items
    ]
    return joined(names, tr("and"))
