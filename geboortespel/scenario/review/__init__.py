"""A second look at a scenario that is right: what in it can never happen, never ends, is never used or does not fit.

Findings are warnings. What they say is proven, by bounds that hold in every game; where nothing is proven, nothing is
said. Only the author's own file is looked at, not what it takes over.
"""

from __future__ import annotations

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.late import Late
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.nodes import Map


def review(scenario: Scenario, root: Map, faults: Faults, late: list[Late], replaced: set[int]) -> None:
    """Note every finding on a scenario without faults. `late`: the rules as they were read, with their nodes;
    `replaced`: nodes in the place of the base set's (`merge.Merger`)."""
    from geboortespel.scenario.review.obstacles import ObstacleChecker
    from geboortespel.scenario.review.rules import RuleChecker, Worlds
    from geboortespel.scenario.review.texts import TextChecker
    from geboortespel.scenario.review.unused import UnusedChecker

    TextChecker(scenario, root, faults).look()
    people = scenario.roles or scenario.actors
    if not scenario.moves or (people and not (scenario.actors and scenario.believers)):
        return  # nothing to do yet, or a base set: what is used and what can happen depends on the scenario
    worlds = Worlds(scenario)
    rules = RuleChecker(scenario, root, faults)
    rules.look(late, worlds, replaced)
    rules.meant(worlds)
    ObstacleChecker(scenario, root, faults).look(worlds)
    UnusedChecker(scenario, root, faults).look(late)
