"""Everything about what can be reached, put together: played, proven, gone through, shortened."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Literal

from attrs import frozen

from geboortespel.analysis.reach.proofs import Proof, proofs
from geboortespel.analysis.reach.search import Search, Witness
from geboortespel.analysis.reach.shorten import length, luckier, shorter
from geboortespel.analysis.reach.states import MOST_STATES, Everything, everything
from geboortespel.analysis.running import Hands
from geboortespel.analysis.usage import things
from geboortespel.engine.game import Game
from geboortespel.scenario.model import Scenario

GAMES = 1400
SEEDS = 20_000
"""How many seeds are tried for a way that takes luck."""
Status = Literal["bereikbaar", "onbereikbaar", "niet_gevonden"]


@frozen
class Finding:
    """What is known of one thing. `witness`: a game that shows it; `proof`: why there is none."""

    status: Status
    witness: Witness | None = None
    proof: Proof | None = None


@frozen
class Way:
    """The shortest known way to an outcome; `least`: the fewest actions that any way takes, 0 when nobody knows."""

    witness: Witness
    actions: int
    rounds: int
    least: int


@frozen
class Report:
    """What can be reached in a scenario: by thing (`usage.things`), and the shortest known way to each outcome.

    `games` were played; `states` were gone through (0: there are too many).
    """

    findings: dict[str, Finding]
    ways: dict[str, Way]
    games: int
    states: int


def reach(
    scenario: Scenario,
    games: int = GAMES,
    seed: int = 1,
    hands: Hands | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Report:
    """Find out what can be reached: about `games` games by everybody, then more by players who go for what is still
    missing; the same whatever the hands."""
    game, search = Game(scenario, fast=True), Search(scenario, seed, hands, told)
    search.everybody(games)
    every = sorted(things(scenario))
    missing = [thing for thing in every if thing not in search.found.things]
    why = proofs(scenario) if missing else {}
    states = _gone_through(game)
    if states is not None:
        seen = Proof("toestanden", {"states": str(states.states)})
        why = {**{thing: seen for thing in missing if thing not in states.things}, **why}
    outcomes = [f"uitkomst.{outcome}" for outcome in scenario.outcomes]
    aimed = dict.fromkeys([*outcomes, *missing])
    search.towards([thing for thing in aimed if thing not in why], max(4, games // 40))
    found = search.found
    ways = {}
    for outcome in scenario.outcomes:
        if outcome in found.shortest:
            ways[outcome] = _way(game, found.shortest[outcome], states)
    findings = {thing: _finding(thing, found.things.get(thing), why.get(thing), states) for thing in every}
    return Report(findings, ways, found.games, states.states if states else 0)


def _gone_through(game: Game) -> Everything | None:
    if prod(len(results) for _, results in game.rules.setup) > MOST_STATES:
        return None
    return everything(game)


def _way(game: Game, witness: Witness, states: Everything | None) -> Way:
    best = shorter(game, witness)
    shortest = states.shortest[best.outcome] if states is not None else ()
    if states is not None:
        best = luckier(game, best, shortest, range(1, SEEDS))
    actions, rounds = length(game, best)
    return Way(best, actions, rounds, len(shortest))


def _finding(thing: str, witness: Witness | None, proof: Proof | None, states: Everything | None) -> Finding:
    if witness is not None:
        return Finding("bereikbaar", witness)
    if proof is not None:
        return Finding("onbereikbaar", proof=proof)
    return Finding("bereikbaar" if states is not None and thing in states.things else "niet_gevonden")
