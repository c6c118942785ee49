"""Two ways for a client to sit at the table: hard on positions, or after the interests behind them.

They see what a client can see: their own utility, the offers, and what the party answered. Both stop at their own best
alternative. They are held against each other in `tests/bench/negotiation.py` and later stand in for players.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from attrs import frozen

from geboortespel.market.parley import Table
from geboortespel.market.sitting import Sitting
from geboortespel.market.styles import BOULWARE, LINEAR, Style, Talk, asking
from geboortespel.market.utility import FULL

POINTS = {"licht": 1, "gewoon": 2, "zwaar": 4}
"""What an answer to 'why' is taken to be worth."""


class Client(Protocol):
    """Plays the client's side of a sitting to its end."""

    def play(self, table: Table, now: Sitting) -> Sitting: ...


@frozen
class Seat:
    """What every client does: look at the time, take what is good enough, get up when nothing is."""

    table: Table
    style: Style

    def asks(self, now: Sitting) -> int:
        """The least it settles for now; at its last chance all that beats its best alternative."""
        me, rounds = self.table.client, self.table.party.manners.rounds
        if now.round >= rounds - 1:
            return me.reservation
        return self.style.settles_for(me, Talk(now.ours, now.theirs, now.round, rounds))

    def takes(self, now: Sitting) -> bool:
        """Whether the party's last offer is good enough."""
        me = self.table.client
        return bool(now.theirs) and me.acceptable(now.theirs[-1]) and me(now.theirs[-1]) >= self.asks(now)


@frozen
class Hard:
    """Holds on to what is best for itself (boulware), asks nothing and tells nothing. What the party will not live with
    it drops once it was told so; its last word is take it or leave it."""

    style: Style = BOULWARE

    def play(self, table: Table, now: Sitting) -> Sitting:
        me, seat, dropped = table.client, Seat(table, self.style), dict[str, str]()
        while now.status == "open":
            if seat.takes(now):
                return table.accept(now)[0]
            last = now.round == table.party.manners.rounds - 1
            asks = self.style.settles_for(me, Talk(now.ours, now.theirs, now.round, table.party.manners.rounds))
            offer = self._offer(table, asks, dropped)
            if offer is None:
                return table.leave(now)[0]
            now, answer = table.put_forward(now, offer, take_it_or_leave_it=last)
            if answer.reason == "risico":
                dropped[answer.issue] = table.space.outcome(offer)[table.space.place[answer.issue]]
        return now

    @staticmethod
    def _offer(table: Table, asks: int, dropped: Mapping[str, str]) -> int | None:
        """The cheapest outcome that is worth what it asks, else the best, without what it dropped."""
        me, outcomes = table.client, table.space.outcomes
        without = [(table.space.place[issue], option) for issue, option in dropped.items()]
        may = [code for code in me.ranking if all(outcomes[code][n] != option for n, option in without)]
        enough = [code for code in may if me(code) >= asks]
        return enough[-1] if enough else may[0] if may else None


@frozen
class Listening:
    """Asks why and tells what counts, then looks for what costs itself little and is worth much to the other."""

    style: Style = LINEAR
    slack: int = 10
    """Percent of what it could gain that it lets itself choose within."""
    fair: int = 75
    """Percent of what it could gain that it asks at most: it does not take all that a soft party would give."""

    def play(self, table: Table, now: Sitting) -> Sitting:
        seat, weighs, dropped = Seat(table, self.style), dict[str, int](), dict[str, str]()
        for issue in table.space.issues:
            now, answer = table.ask(now, issue.id)
            weighs[issue.id] = POINTS[answer.reason]
            now, _ = table.tell(now, issue.id)
        while now.status == "open":
            if now.round > 1 and seat.takes(now):
                return table.accept(now)[0]
            offer = self._offer(table, now, min(seat.asks(now), self._most(table)), weighs, dropped)
            if offer is None:
                return table.leave(now)[0]
            now, answer = table.put_forward(now, offer)
            if answer.reason == "risico":
                dropped[answer.issue] = table.space.outcome(offer)[table.space.place[answer.issue]]
        return now

    def _most(self, table: Table) -> int:
        low = max(table.client.reservation, table.client.worst)
        return low + (table.client.best - low) * self.fair // FULL

    def _offer(
        self, table: Table, now: Sitting, asks: int, weighs: Mapping[str, int], dropped: Mapping[str, str]
    ) -> int | None:
        """Of what is worth about what it asks, the outcome nearest to the party's last offer where that weighs."""
        me, issues = table.client, table.space.issues
        cheapest = asking(me, asks)
        if cheapest is None:
            return None
        theirs = table.space.outcome(now.theirs[-1]) if now.theirs else ()
        most = me(cheapest) + (me.best - max(me.reservation, me.worst)) * self.slack // FULL
        near = [code for code in me.ranking if me(cheapest) <= me(code) <= most]

        def meets(code: int) -> int:
            outcome, points = table.space.outcome(code), 0
            for n, issue in enumerate(issues):
                if dropped.get(issue.id) == outcome[n]:
                    points -= FULL
                elif theirs and theirs[n] == outcome[n]:
                    points += weighs[issue.id]
            return points

        return max(near, key=lambda code: (meets(code), me(code), -code))
