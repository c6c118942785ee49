"""What players can't see of a state, for a facilitator who asks for it. Read-only: nothing in the game reads this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from geboortespel.engine.ir import State, round_half_away
from geboortespel.engine.talk_slots import TRUST
from geboortespel.market.utility import Preferences

if TYPE_CHECKING:
    from geboortespel.engine.game import Game


@frozen
class Person:
    """A stakeholder: true support and the conviction they go back to (-100..100), whether players know it, and their
    concerns as (id, weight, heard), heaviest first."""

    actor: str
    support: int
    anchor: int
    known: bool
    concerns: tuple[tuple[str, int, bool], ...]


@frozen
class Party:
    """A market party: its reservation value and what the last offers are worth to it, in percent of its best outcome
    (offers None: not made); what it will not live with (issue, option); how heavily each issue weighs."""

    id: str
    here: bool
    reservation: int
    ours: int | None
    theirs: int | None
    walks: tuple[tuple[str, str], ...]
    weighs: tuple[tuple[str, str], ...]


@frozen
class Behind:
    """Everything hidden: people by power, thresholds that did not show themselves (id, resistance), hidden counters
    (id, value), what somebody was asked alone (event, seat), market parties, and trust at the table (None: not yet)."""

    people: tuple[Person, ...]
    thresholds: tuple[tuple[str, int], ...]
    counters: tuple[tuple[str, int], ...]
    alone: tuple[tuple[str, str], ...]
    parties: tuple[Party, ...]
    trust: int | None


def behind(game: Game, s: State) -> Behind:
    """What players can't see of a state."""
    index, scenario = game.rules.layout.index, game.scenario
    return Behind(
        tuple(_person(game, s, actor) for actor in sorted(scenario.actors, key=lambda a: -game.board.power[a])),
        tuple((t, s[index[f"weerstand.{t}"]]) for t in scenario.thresholds if not s[index[f"drempel.{t}"]]),
        tuple((c.id, s[index[c.id]]) for c in scenario.counters.values() if c.hidden),
        tuple((event, seat) for event, seat in game.privacy.seat_of.items() if s[index[f"gebeurd.{event}"]]),
        tuple(_parties(game, s)),
        s[index[TRUST]] if game.talks is not None and s[index["gesprek"]] else None,
    )


def _person(game: Game, s: State, actor: str) -> Person:
    index = game.rules.layout.index
    mind = [(concern, s[weight], bool(s[heard])) for weight, heard, concern in game.rules.concerns[actor] if s[weight]]
    return Person(
        actor,
        s[index[f"steun.{actor}"]],
        s[index[f"anker.{actor}"]],
        bool(s[index[f"relatie.{actor}"]]),
        tuple(sorted(mind, key=lambda one: -one[1])),
    )


def _parties(game: Game, s: State) -> list[Party]:
    talks = game.talks
    if talks is None:
        return []
    found, now = [], talks.party(s)
    for party in talks.parties:
        wants, here = talks.wants(party), now is not None and now.id == party.id
        ours, theirs = (talks.offers(s, side) if here else () for side in ("wij", "zij"))
        found.append(
            Party(
                party.id,
                here,
                _share(wants, wants.reservation),
                _share(wants, wants(ours[-1])) if ours else None,
                _share(wants, wants(theirs[-1])) if theirs else None,
                tuple(party.walks.items()),
                tuple(talks.table(party).weighs.items()),
            )
        )
    return found


def _share(wants: Preferences, worth: int) -> int:
    return round_half_away(100 * worth, wants.best) if wants.best > 0 else 0
