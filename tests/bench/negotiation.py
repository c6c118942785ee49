"""A tournament: a listening client and a hard bargainer against every market party, style, temper and length of talks.

`python -m tests.bench.negotiation` prints who closes and what there is to share, the time of a negotiation (by itself,
and in a shipped scenario), the time of a frontier, and how 10,000 negotiations by random players end.
"""

from __future__ import annotations

import time
from collections import Counter
from itertools import product
from math import prod

from attrs import frozen

from geboortespel.engine.game import Game
from geboortespel.market.clients import Client, Hard, Listening
from geboortespel.market.measures import Map
from geboortespel.market.parley import Table
from geboortespel.market.sitting import Sitting
from geboortespel.players.planner import Planner
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.driver import Driver
from tests.market.dike import CLIENT, PARTY_STYLES, PREFERENCES, party
from tests.market.making import draws, made, spaced
from tests.market.test_parley import random_step

TRUST = (20, 40, 60)
CAUTION = (0, 30)
ROUNDS = (5, 6, 8)
"""How often something can be put forward: the shipped scenarios have 5 and 6."""
RADIX = (10, 10, 10, 20)
"""A space of 20,000 outcomes."""


@frozen
class Result:
    """How one pair ended: closed or not, and the sum of both gains over their best alternatives (0 without one)."""

    closed: bool
    joint: int
    seconds: float


def played(client: Client, table: Table, trust: int) -> Result:
    """One negotiation to its end."""
    chart = Map(table.client, table.party.preferences)
    table.choose(Sitting(trust), table.party.preferences.best)  # the tables belong to the scenario: made before
    start = time.perf_counter()
    end = client.play(table, Sitting(trust))
    spent = time.perf_counter() - start
    joint = sum(chart.gains(chart.point(end.agreed))) if end.status == "akkoord" else 0
    return Result(end.status == "akkoord", joint, spent)


def pairs() -> list[tuple[str, Result, Result]]:
    """(name of the pair, the listening client's result, the hard one's)."""
    found = []
    for who, style, trust, caution, rounds in product(PREFERENCES, PARTY_STYLES, TRUST, CAUTION, ROUNDS):
        table = Table(CLIENT, party(who, style, caution=caution, rounds=rounds))
        name = f"{who:<12}{style.name:<12} vertrouwen {trust}  voorzichtig {caution:>2}%  beurten {rounds}"
        found.append((name, played(Listening(), table, trust), played(Hard(), table, trust)))
    return found


def frontier() -> tuple[int, float]:
    """(points on the frontier, seconds) of a space of 20,000 outcomes, its tables included."""
    space = spaced(RADIX)
    first, second = made(space, 1, 3000, 2), made(space, 2, 3000, 2)
    start = time.perf_counter()
    found = Map(first, second).frontier
    return len(found), time.perf_counter() - start


def in_the_game(scenario: str, games: int = 20) -> list[float]:
    """Seconds in the engine for all that was done at the negotiating table, per game of the planner, sorted."""
    reading = read(Library().find(scenario), Library())
    assert reading.scenario is not None
    game, spent = Game(reading.scenario, fast=True), []
    for seed in range(games + 1):
        driver, policy, seconds = Driver(game, seed), Planner(), 0.0
        state, n = driver.start(), 0
        while game.node(state) != "einde":
            action = driver.choose(state, policy, n)
            start = time.perf_counter()
            new = game.apply(state, action)
            if action.kind == "zitting":
                seconds += time.perf_counter() - start
            state, n = driver.settle(new)[0], n + 1
        if seconds:
            spent.append(seconds)
    return sorted(spent[1:])  # the first one made the tables, which belong to the scenario


def at_random(talks: int = 10_000) -> Counter[str]:
    """How so many negotiations by random players end, by status and reason."""
    tables = [Table(CLIENT, party(who, style)) for who in PREFERENCES for style in PARTY_STYLES]
    ends: Counter[str] = Counter()
    for seed in range(1, talks + 1):
        table, now, draw, reply = tables[seed % len(tables)], Sitting(50), draws(seed), None
        while now.status == "open":
            now, reply = random_step(table, now, draw)
        assert reply is not None
        ends[" ".join(filter(None, (now.status, reply.reason)))] += 1
    return ends


def main() -> None:
    """Print the tournament, the times, and how random talks end."""
    found = pairs()
    for name, listening, hard in found:
        print(f"{name}  luistert {listening.joint:>5}  hard {hard.joint:>5}")
    better = sum(listening.joint > hard.joint for _, listening, hard in found)
    print(f"more joint value by listening in {better} of {len(found)} pairs ({100 * better / len(found):.0f}%)")
    print(f"closed: listening {sum(a.closed for _, a, _ in found)}, hard {sum(b.closed for _, _, b in found)}")
    times = sorted(result.seconds for _, *both in found for result in both)
    print(f"time of a negotiation: median {1000 * times[len(times) // 2]:.2f} ms, max {1000 * times[-1]:.2f} ms")
    for scenario in ("eerste-dijk", "graaf-reinald"):
        spent = in_the_game(scenario)
        print(f"in {scenario}: median {1000 * spent[len(spent) // 2]:.2f} ms, max {1000 * spent[-1]:.2f} ms")
    points, seconds = min((frontier() for _ in range(3)), key=lambda found: found[1])
    print(f"frontier of {prod(RADIX):,} outcomes: {points} points, {1000 * seconds:.0f} ms")
    print("10,000 at random: " + ", ".join(f"{end} {n}" for end, n in at_random().most_common()))


if __name__ == "__main__":
    main()
