"""A sitting with a market party: the client puts offers forward, asks and tells; the party answers for itself.

The party bargains by a style (`styles`), and trust moves how far: at trust 50 it concedes as the style says, at 0 half
as much, at 100 half as much again. It never agrees to less than its best alternative, it answers an offer with the
counter-offer that, as far as it knows, suits the client best among those worth the same to itself (trade-offs:
Faratin, Sierra and Jennings, Artificial Intelligence 142, 2002), and it says why. Pure: a sitting is a value, steps
give new ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from attrs import evolve

from geboortespel.market.sitting import Party, Reason, Reply, Sitting, Weight
from geboortespel.market.styles import Talk
from geboortespel.market.utility import FULL, Utility

MOST_KEPT = 10_000
"""How many choices are kept, so that the same situation is not thought through twice."""


class Table:
    """One party and the client across from it. Its methods give (new sitting, reply); ValueError when it is over."""

    def __init__(self, client: Utility, party: Party) -> None:
        self.client, self.party = client, party
        self.space = client.space
        self._chosen: dict[tuple[int, int, int, int], int] = {}
        if party.preferences.space is not self.space:
            raise ValueError("client and party bargain over the same space")
        if not party.preferences.ranking:
            raise ValueError("the party would rather have its best alternative than anything on the table")

    # -- what the client can do --------------------------------------------------------------------------------------

    def put_forward(self, now: Sitting, code: int, *, take_it_or_leave_it: bool = False) -> tuple[Sitting, Reply]:
        """The client makes an offer. IndexError for a code outside the space."""
        self._open(now)
        self.space.outcome(code)
        then = evolve(now, ours=(*now.ours, code))
        if take_it_or_leave_it:
            return self._forced(then, code)
        if walk := self.refuses_outright(code):
            if now.warned:
                return evolve(then, status="markt-weg"), Reply("weg", "risico", issue=walk)
            return self._timed(evolve(then, warned=True, trust=self._trust(then, self.party.manners.insult)), walk)
        if not self.party.preferences.acceptable(code):
            return self._insulted(then, code)
        if self.party.preferences(code) >= self.target(now):
            return evolve(then, status="akkoord", agreed=code), Reply("akkoord", code=code)
        return self._counter(then)

    def ask(self, now: Sitting, issue: str) -> tuple[Sitting, Reply]:
        """The client asks why an issue matters: how heavily it weighs becomes known, and trust grows the first time."""
        self._open(now)
        bit = 1 << self.space.place[issue]
        trust = now.trust if now.asked & bit else self._trust(now, self.party.manners.asked)
        return evolve(now, asked=now.asked | bit, trust=trust), Reply("antwoord", self.weighs[issue], issue=issue)

    def tell(self, now: Sitting, issue: str) -> tuple[Sitting, Reply]:
        """The client tells what an issue means to it: the party takes it into account from now on."""
        self._open(now)
        bit = 1 << self.space.place[issue]
        trust = now.trust if now.told & bit else self._trust(now, self.party.manners.told)
        return evolve(now, told=now.told | bit, trust=trust), Reply("hoort", issue=issue)

    def accept(self, now: Sitting) -> tuple[Sitting, Reply]:
        """The client takes the party's last offer. ValueError when there is none."""
        self._open(now)
        if not now.theirs:
            raise ValueError("there is no offer to accept")
        return evolve(now, status="akkoord", agreed=now.theirs[-1]), Reply("akkoord", code=now.theirs[-1])

    def leave(self, now: Sitting) -> tuple[Sitting, Reply]:
        """The client gets up."""
        self._open(now)
        return evolve(now, status="wij-weg"), Reply("weg")

    # -- how the party thinks ----------------------------------------------------------------------------------------

    def target(self, now: Sitting) -> int:
        """The least the party settles for now; never under its reservation value."""
        me, manners = self.party.preferences, self.party.manners
        talk = Talk(now.theirs, now.ours, min(now.round, manners.rounds - 1), manners.rounds)
        given = (me.best - self.party.style.settles_for(me, talk)) * (50 + now.trust) // FULL
        if now.trust < manners.assured:
            given = given * (FULL - manners.caution) // FULL
        return max(me.reservation, me.best - given)

    @cached_property
    def weighs(self) -> Mapping[str, Weight]:
        """How heavily each issue weighs for the party: by the difference its options make, against an even share."""
        spread = {issue.id: self.spread(issue.id) for issue in self.space.issues}
        even = sum(spread.values()) // len(spread)
        return {
            issue: "zwaar" if found * 2 > even * 3 else "licht" if found * 2 < even else "gewoon"
            for issue, found in spread.items()
        }

    def spread(self, issue: str) -> int:
        """The difference between the best and the worst option of an issue to the party, all else at its best."""
        me = self.party.preferences
        base = me.ranking[0] if me.ranking else 0
        options = self.space.issues[self.space.place[issue]].options
        worths = [me(self.space.with_option(base, issue, option)) for option in options]
        return max(worths) - min(worths)

    def hurts(self, code: int) -> str:
        """The issue in which an offer costs the party most against its own best outcome."""
        me = self.party.preferences
        best = self.space.outcome(me.ranking[0]) if me.ranking else self.space.outcome(0)
        gains = [
            (me(self.space.with_option(code, issue.id, option)) - me(code), -n, issue.id)
            for n, (issue, option) in enumerate(zip(self.space.issues, best, strict=True))
        ]
        return max(gains)[2]

    @cached_property
    def _offers(self) -> tuple[int, ...]:
        """What the party may put forward, best first: never what it would walk away from itself."""
        ranking = self.party.preferences.ranking
        return tuple(code for code in ranking if not self.refuses_outright(code)) or ranking

    def suits(self, now: Sitting) -> tuple[Mapping[str, int], ...]:
        """Per issue, option → what the party thinks it is worth to the client: what it was told, and for the rest
        whether it is what the client last asked for."""
        asked = self.space.outcome(now.ours[-1]) if now.ours else ()
        even = sum(self.client.weights.values()) * FULL // len(self.space.issues)
        return tuple(
            {option: self.client.part(issue.id, option) for option in issue.options}
            if now.told >> n & 1
            else {option: even if asked and asked[n] == option else 0 for option in issue.options}
            for n, issue in enumerate(self.space.issues)
        )

    def choose(self, now: Sitting, target: int) -> int:
        """The acceptable outcome worth `target` or a little more that suits the client best; else the cheapest."""
        me = self.party.preferences
        ranking, table, outcomes = self._offers, me.table, self.space.outcomes
        low = bisect_right(ranking, -target, key=lambda code: -table[code])
        if not low:
            return ranking[0]
        most = table[ranking[low - 1]] + (me.best - me.reservation) * self.party.manners.slack // FULL
        high = bisect_right(ranking, -most - 1, key=lambda code: -table[code])
        high = max(high, low - self.party.manners.breadth)
        known = (low, high, now.told, now.ours[-1] if now.ours else -1)
        if known in self._chosen:
            return self._chosen[known]
        suits = self.suits(now)

        def worth(code: int) -> tuple[int, int, int]:
            return sum(map(dict.__getitem__, suits, outcomes[code])), table[code], -code  # type: ignore[arg-type]

        found = max(ranking[high:low], key=worth)
        if len(self._chosen) < MOST_KEPT:
            self._chosen[known] = found
        return found

    # -- answers -----------------------------------------------------------------------------------------------------

    def _counter(self, then: Sitting) -> tuple[Sitting, Reply]:
        """A counter-offer with its reason, or the end of the time."""
        if then.round >= self.party.manners.rounds:
            return evolve(then, status="tijd-op"), Reply("tijd-op")
        target = self.target(then)
        code = self.choose(then, target)
        gave, took = self.moved(then.theirs[-1], code) if then.theirs else ("", "")
        reply = Reply("tegenbod", self._reason(then, target, gave, took), code, gave, took)
        return evolve(then, theirs=(*then.theirs, code)), reply

    def _reason(self, then: Sitting, target: int, gave: str, took: str) -> Reason:
        me = self.party.preferences
        if not then.theirs:
            return "eerste"
        if gave and took:
            return "ruil"
        if gave:
            moved = len(then.ours) > 1 and me(then.ours[-1]) > me(then.ours[-2])
            return "geeft" if moved else "tijd"
        return "grens" if target == me.reservation else "vast"

    def moved(self, before: int, after: int) -> tuple[str, str]:
        """(issue in which an offer moved most towards the client, most towards the party): '' where it did not."""
        me, old, new = self.party.preferences, self.space.outcome(before), self.space.outcome(after)
        steps = []
        for n, issue in enumerate(self.space.issues):
            if old[n] != new[n]:
                steps.append((me(self.space.with_option(before, issue.id, new[n])) - me(before), -n, issue.id))
        gave = min(((step, -n, issue) for step, n, issue in steps if step < 0), default=(0, 0, ""))[2]
        took = max((step for step in steps if step[0] > 0), default=(0, 0, ""))[2]
        return gave, took

    def _insulted(self, then: Sitting, code: int) -> tuple[Sitting, Reply]:
        """The offer is worth less to the party than walking away."""
        manners, issue = self.party.manners, self.hurts(code)
        then = evolve(then, borne=then.borne + 1, trust=self._trust(then, manners.insult))
        if then.borne > manners.patience:
            return evolve(then, status="markt-weg"), Reply("weg", "onder", issue=issue)
        sitting, reply = self._counter(then)
        return sitting, evolve(reply, reason="onder", issue=issue) if reply.kind == "tegenbod" else reply

    def _timed(self, then: Sitting, issue: str) -> tuple[Sitting, Reply]:
        """The party warns: with this option there will be no agreement."""
        sitting, reply = self._counter(then)
        return sitting, evolve(reply, reason="risico", issue=issue) if reply.kind == "tegenbod" else reply

    def _forced(self, then: Sitting, code: int) -> tuple[Sitting, Reply]:
        """Take it or leave it: the party wants a little more than nothing, and remembers."""
        me, manners = self.party.preferences, self.party.manners
        wants = me.reservation + (me.best - me.reservation) * manners.pride * (FULL - then.trust) // (FULL * FULL)
        then = evolve(then, trust=self._trust(then, manners.forced))
        if me.acceptable(code) and me(code) >= wants and not self.refuses_outright(code):
            return evolve(then, status="akkoord", agreed=code), Reply("akkoord", "dwang", code)
        return evolve(then, status="markt-weg"), Reply("weg", "dwang", issue=self.hurts(code))

    def refuses_outright(self, code: int) -> str:
        if not self.party.walks:
            return ""
        outcome, place = self.space.outcome(code), self.space.place
        return next((issue for issue, some in self.party.walks.items() if outcome[place[issue]] in some), "")

    @staticmethod
    def _trust(now: Sitting, change: int) -> int:
        return max(0, min(FULL, now.trust + change))

    @staticmethod
    def _open(now: Sitting) -> None:
        if now.status != "open":
            raise ValueError("these talks are over")
