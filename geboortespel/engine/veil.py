"""What the table does not know, and what stands in for it: the one place that says so, for views and for lenses.

Hidden are what an actor thinks (support and anchor) until somebody listened there, concerns not yet heard, the
resistance of a threshold that has not shown itself, hidden counters, and what somebody else was asked alone. In their
place stand the middle of the band that the support lies in, 0, and the public start.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from geboortespel.engine.ir import State
from geboortespel.engine.layout import Layout
from geboortespel.engine.privacy import Privacy
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.names import concerns_of, possible_concerns

Where = Literal["laag", "midden", "hoog"]
"""Which end of a band stands in for a hidden support."""


@frozen
class Veil:
    """Slots that can be hidden. `people`: (support, anchor, times listened); `concerns`: (weight, heard);
    `starts`: (slot, slot that shows it or -1, start)."""

    people: tuple[tuple[int, int, int], ...]
    concerns: tuple[tuple[int, int], ...]
    starts: tuple[tuple[int, int, int], ...]
    alone: tuple[tuple[int, str], ...]
    """(slot of whether it happened, seat) of what somebody is asked alone."""
    width: int

    def band(self, support: int) -> tuple[int, int]:
        """The band in which a hidden support lies."""
        low = -100 + (support + 100) // self.width * self.width
        return low, min(100, low + self.width - 1)

    def stand_in(self, support: int, where: Where = "midden") -> int:
        """What is taken for a hidden support."""
        low, high = self.band(support)
        return low if where == "laag" else high if where == "hoog" else min(100, low + self.width // 2)

    def over(self, s: State, where: Where = "midden", seat: str | None = None) -> State:
        """The state as a seat, or the table together, knows it: a copy in which nothing hidden is left."""
        seen = s[:]
        for support, anchor, listened in self.people:
            if not s[listened]:
                seen[support] = seen[anchor] = self.stand_in(s[support], where)
        for weight, heard in self.concerns:
            if not s[heard]:
                seen[weight] = 0
        for slot, shown, start in self.starts:
            if shown < 0 or not s[shown]:
                seen[slot] = start
        for slot, owner in self.alone:
            if owner != seat:
                seen[slot] = 0
        return seen

    def expressions(self) -> dict[int, str]:
        """Slot → Python expression over `s` that stands in for it, for the table; `middle[at + 100]` is `stand_in`."""
        found: dict[int, str] = {}
        for support, anchor, listened in self.people:
            for slot in (support, anchor):
                found[slot] = f"(s[{slot}] if s[{listened}] else middle[s[{support}] + 100])"
        for weight, heard in self.concerns:
            found[weight] = f"(s[{weight}] if s[{heard}] else 0)"
        for slot, shown, start in self.starts:
            found[slot] = str(start) if shown < 0 else f"(s[{slot}] if s[{shown}] else {start})"
        for slot, _ in self.alone:
            found[slot] = "0"
        return found


def veil_of(scenario: Scenario, layout: Layout, privacy: Privacy) -> Veil:
    """The veil of one scenario."""
    index = layout.index
    people, concerns = [], []
    for actor in scenario.actors.values():
        people.append((index[f"steun.{actor.id}"], index[f"anker.{actor.id}"], index[f"relatie.{actor.id}"]))
        for concern in possible_concerns(concerns_of(scenario, actor)):
            concerns.append((index[f"zorg.{actor.id}.{concern}"], index[f"gehoord.{actor.id}.{concern}"]))
    starts = [
        (index[f"weerstand.{t.id}"], index[f"drempel.{t.id}"], t.resistance) for t in scenario.thresholds.values()
    ]
    starts += [(index[counter.id], -1, counter.start) for counter in scenario.counters.values() if counter.hidden]
    alone = tuple((index[f"gebeurd.{event}"], seat) for event, seat in privacy.seat_of.items())
    return Veil(tuple(people), tuple(concerns), tuple(starts), alone, scenario.rules.band)
