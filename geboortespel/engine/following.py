"""What follows from something that was done or happened: its effects, what becomes known, who comes within reach.

States are lists of ints, changed in place (`flow`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.engine.batch import apply_steps
from geboortespel.engine.ledger import Cause, Log
from geboortespel.engine.plans import Part

if TYPE_CHECKING:
    from geboortespel.engine.rules import Rules


class Following:
    """Applies consequences in one compiled game."""

    def __init__(self, rules: Rules) -> None:
        self.rules, self.scenario = rules, rules.scenario
        index = rules.layout.index
        self.doors = [(index[f"drempel.{t}"], index[f"weerstand.{t}"], t) for t in self.scenario.thresholds]

    def change(self, s: list[int], slot: int, value: int, cause: Cause, log: Log | None) -> None:
        """Give a slot a value, with its cause."""
        if s[slot] == value:
            return
        if log is None:
            s[slot] = value
        else:
            apply_steps(self.rules.layout, s, ((slot, True, value, cause),), log)

    def run_parts(self, s: list[int], parts: list[Part], seat: str, log: Log | None) -> None:
        """Apply parts as one batch that reads the old state, then what they reveal and open."""
        holding = [part for part in parts if part.test is None or part.test(s)]
        apply_steps(self.rules.layout, s, (step for part in holding for step in part.steps), log)
        for part in holding:
            if part.note is not None and log is not None:
                log.notes.append(part.note)
            for actor in part.reveals:
                self.reveal(s, actor, log)
            for actor in part.opens:
                self.open(s, seat, actor, log)
        self.clear_doors(s, log)

    def next_concern(self, s: list[int], actor: str) -> tuple[int, int, str] | None:
        """The heaviest concern of the actor not yet heard, earlier declared first: (weight, heard, id)."""
        best = None
        for weight, heard, concern in self.rules.concerns[actor]:
            if s[weight] and not s[heard] and (best is None or s[weight] > s[best[0]]):
                best = (weight, heard, concern)
        return best

    def reveal(self, s: list[int], actor: str, log: Log | None) -> None:
        """The actor's next concern becomes known."""
        best = self.next_concern(s, actor)
        if best is None:
            if log is not None:
                log.notes.append(("niets_nieuws", actor))
            return
        self.change(s, best[1], 1, ("gehoord", actor, best[2]), log)
        if log is not None:
            log.notes.append(("gehoord", actor, best[2]))

    def open(self, s: list[int], seat: str, actor: str, log: Log | None) -> None:
        """The actor comes within reach of the seat (of everybody when the table acts)."""
        for believer in (seat,) if seat else tuple(self.scenario.believers):
            slot = self.rules.layout.index.get(f"bereik.{believer}.{actor}")
            if slot is not None and not s[slot]:
                self.change(s, slot, 1, ("bereikt", believer, actor), log)
                if log is not None:
                    log.notes.append(("bereikt", believer, actor))

    def clear_doors(self, s: list[int], log: Log | None) -> None:
        """A standing threshold without resistance is gone at once."""
        for standing, resistance, threshold in self.doors:
            if s[standing] == 1 and not s[resistance]:
                self.change(s, standing, 2, ("overwonnen", threshold), log)
                if log is not None:
                    log.notes.append(("drempel_weg", threshold))
