"""Who plays what: one to four people round one screen, each with one or more believers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geboortespel.scenario.model import Scenario
    from geboortespel.session.session import Session

MOST_PEOPLE = 4
REMARK = "spelers"


@dataclass(frozen=True)
class People:
    """`share`: believer → person, from 1; believers without a person are played by the computer."""

    count: int
    share: Mapping[str, int]

    def of(self, seat: str) -> int:
        """The person who plays this seat; 1 for the table."""
        return self.share.get(seat, 1)

    def data(self) -> dict[str, Any]:
        """As remembered in the journal."""
        return {"aantal": self.count, "verdeling": dict(self.share)}


def dealt(scenario: Scenario, seats: Sequence[str], count: int) -> People:
    """Believers shared out in turn, those who take part from the start first."""
    believers = scenario.believers
    order = sorted(seats, key=lambda seat: not (seat in believers and believers[seat].present))
    return People(count, {seat: i % count + 1 for i, seat in enumerate(order)})


def remembered(session: Session) -> People | None:
    """Who played what, when the journal says so."""
    found = next((data for kind, data in reversed(session.remarks) if kind == REMARK), None)
    if found is None:
        return None
    count = max(1, min(MOST_PEOPLE, int(found.get("aantal", 1))))
    share = found.get("verdeling")
    if isinstance(share, dict) and share:
        return People(count, {str(seat): int(person) for seat, person in share.items()})
    return dealt(session.board.scenario, session.people, count)
