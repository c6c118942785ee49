"""A tournament: a listening client and a hard bargainer against every market party, style and temper.

`python -m tests.bench.negotiation` prints who closes and what there is to share, and the time of a negotiation.
"""

from __future__ import annotations

import time
from itertools import product

from attrs import frozen

from geboortespel.market.clients import Client, Hard, Listening
from geboortespel.market.measures import Map
from geboortespel.market.parley import Table
from geboortespel.market.sitting import Sitting
from tests.market.dike import CLIENT, PARTY_STYLES, PREFERENCES, party

TRUST = (20, 40, 60)
CAUTION = (0, 30)


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
    for who, style, trust, caution in product(PREFERENCES, PARTY_STYLES, TRUST, CAUTION):
        table = Table(CLIENT, party(who, style, caution=caution))
        name = f"{who:<12}{style.name:<12} vertrouwen {trust}  voorzichtig {caution:>2}%"
        found.append((name, played(Listening(), table, trust), played(Hard(), table, trust)))
    return found


def main() -> None:
    """Print the tournament."""
    found = pairs()
    for name, listening, hard in found:
        print(f"{name}  luistert {listening.joint:>5}  hard {hard.joint:>5}")
    better = sum(listening.joint > hard.joint for _, listening, hard in found)
    print(f"more joint value by listening in {better} of {len(found)} pairs ({100 * better / len(found):.0f}%)")
    print(f"closed: listening {sum(a.closed for _, a, _ in found)}, hard {sum(b.closed for _, _, b in found)}")
    times = sorted(result.seconds for _, *both in found for result in both)
    print(f"time of a negotiation: median {1000 * times[len(times) // 2]:.2f} ms, max {1000 * times[-1]:.2f} ms")


if __name__ == "__main__":
    main()
