"""How much of a scenario games use: heat for its graphs."""

from __future__ import annotations

from geboortespel.analysis.tally import Tally
from geboortespel.scenario.graph import Graph
from geboortespel.scenario.model import Scenario

Heat = dict[str, float]
"""Id of a point, or `source>target>use` of a link → share of the games that used it, 0-1."""


def heat(graph: Graph, scenario: Scenario, tally: Tally) -> Heat:
    """The heat of a graph from a tally that was made with `detail`. What nobody can use has none.

    An aspect's heat is the share of games at whose end it was green, a gate's that in which it was never passed
    unready, an actor's that of the move that reached them most.
    """
    found: Heat = {}
    for point in graph.points:
        shares = [_share(name, scenario, tally) for name in point.use]
        known = [share for share in shares if share is not None]
        if known:
            found[point.id] = max(known)
    for link in graph.links:
        share = _share(link.use, scenario, tally) if link.use else None
        if share is not None:
            found[key(link.source, link.target, link.use)] = share
    return found


def key(source: str, target: str, use: str) -> str:
    """The name of a link's heat."""
    return f"{source}>{target}>{use}"


def _share(use: str, scenario: Scenario, tally: Tally) -> float | None:
    kind, _, name = use.partition(".")
    if not tally.games:
        return None
    if kind == "groen":
        required = scenario.required or tuple(scenario.aspects)
        return 1 - tally.short[name] / tally.games if name in required else None
    if kind == "uitkomst":
        return tally.outcomes[name] / tally.games
    share = tally.games_with[use] / tally.games
    return 1 - share if kind == "poort_niet" else share
