"""One moment of a game as the planner sees it: what is short, who matters, and the best thing to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from operator import itemgetter

from geboortespel.engine.view import View
from geboortespel.players.chart import Chart
from geboortespel.players.pricing import Price, Pricing
from geboortespel.players.talk import Prospect, Talk, Way

LEAST = 0.6
"""Below this a move is not worth the time: pass."""
BACKING = 2.4
"""Worth of a point of backing, spread over the body's members by power."""
VOTE = 0.5
"""Worth of a point of support of somebody whose own vote the rule asks for."""
FELLOW = 0.4
"""Worth of a point of support of somebody who can be won as a fellow believer."""
PERSONS = 6
"""How many people are considered at a time."""
TIME = 6.0
"""Worth of a point of time, when an answer to an event costs it."""
REACH = 10.0
"""Points of support that somebody is good for who was out of reach."""
UNDERPIN = 0.6
"""Part of what an underpinned argument would give that underpinning it is worth."""
ROUTE = 0.4
"""Part of a route over a threshold that underpinning what is to be told there is worth."""
MISS = -5.0
"""Points of support that it costs to tell somebody what does not answer them."""
TALKING = 3
"""Months that are kept for the negotiation: before them one sits down only where there is trust enough."""

Acts = tuple[int, tuple[tuple[int, float], ...], tuple[tuple[int, float, Price | None], ...]]
"""Index of listening (-1: not possible); (index, points) of underpinning; (index, points, price) of telling."""
May = Callable[[int], bool]
"""Whether the action with this index may be done now."""


class Moment:
    """A view's answers, and what follows from them."""

    def __init__(self, chart: Chart, talk: Talk, pricing: Pricing, view: View) -> None:
        self.chart, self.talk, self.pricing, self.view = chart, talk, pricing, view
        self.answers = answers = chart.lens(view)
        self.left = chart.board.rounds - answers[chart.round] + 1
        self.weight, self.short, self.spare = pricing.measure(answers)
        if chart.agreement >= 0 and self.left > TALKING and any(self.short[aim] for aim in chart.trusting):
            self.weight[chart.agreement] = 0.0
        self.need = self._needs()
        self._situation = talk.situation(answers)
        self._prospects: dict[str, Prospect] = {}

    @property
    def hopeless(self) -> bool:
        """Whether a fact of the assignment keeps a required aspect from ever becoming green."""
        return any(aim.limit >= 0 and self.answers[aim.limit] < aim.want for aim in self.chart.aims)

    def _needs(self) -> list[tuple[float, str]]:
        """(worth of a point of support, actor), largest first."""
        answers, weight = self.answers, self.weight
        wanted = self.chart.backing_wanted
        lacks = wanted is not None and answers[self.chart.backing] < wanted + 5
        found = []
        for number, actor, question, share, vote in self.chart.people:
            have = answers[question]
            worth = BACKING * share if lacks and have < 70 else 0.0
            if have < vote + 6:
                worth += VOTE
            weight[number] = worth or 0.05
            if worth:
                found.append((worth, actor))
        if self.left > 4:
            bound = self.chart.board.scenario.rules.fellow
            for actor, support, joined in self.chart.fellows:
                if not answers[joined] and answers[support] < bound and all(name != actor for _, name in found):
                    found.append((FELLOW, actor))
        found.sort(key=itemgetter(0), reverse=True)
        return found

    def work(self, index: int) -> float:
        """Worth of what an action touches."""
        price = self.pricing.price(index)
        return self.priced(price) if price is not None else 0.0

    def priced(self, price: Price) -> float:
        """What a price comes to now."""
        return price(self.answers, self.weight, self.short, self.spare)

    def choice(self, index: int) -> float:
        """Worth of an answer to an event or card."""
        work = self.chart.works[index]
        return self.work(index) - TIME * work.time if work is not None else 0.0

    def prospect(self, actor: str) -> Prospect:
        """What talking to this actor would give, by what the table knows of that."""
        found = self._prospects.get(actor)
        if found is None:
            found = self._prospects[actor] = self.talk.prospect(actor, self.known(actor), self._situation)
        return found

    def known(self, actor: str) -> tuple[int, ...]:
        """What the table knows about talking to this actor (`Talk.lenses`)."""
        return self.talk.lenses[actor](self.view)

    # -- choosing a move ---------------------------------------------------------------------------------------------

    def best(self, seat: str, may: May) -> int:
        """The action of this seat that is worth most per point of time; passing when nothing is worth it."""
        extra = self._openings(seat)
        best, most = self._talking(seat, may, extra)
        find = self.pricing.finder(seat)
        other, _ = find(self.answers, self.weight, self.short, self.spare, may, extra, most)
        if other >= 0 or best >= 0:
            return other if other >= 0 else best
        if self.chart.board.may_pass:
            return self.chart.passing[seat]
        return next(index for index, whose in enumerate(self.chart.seat_of) if whose == seat and may(index))

    def _openings(self, seat: str) -> defaultdict[int, float]:
        """What bringing somebody within reach, or winning them over, makes possible; by action."""
        extra = defaultdict(float, dict.fromkeys(self.chart.winning[seat], 4.0 * (self.left - 2)))
        reach = self.chart.reach[seat]
        for need, actor in self.need:
            for index in reach.get(actor, ()):
                extra[index] = REACH * need
        return extra

    def _talking(self, seat: str, may: May, extra: defaultdict[int, float]) -> tuple[int, float]:
        """The best thing to say or to ask; adds to `extra` what underpinning would make possible."""
        answers, best, most = self.answers, -1, LEAST
        share = UNDERPIN if self.left > 1 else 0.0
        weight, short, spare = self.weight, self.short, self.spare
        for need, actor in self.need[:PERSONS]:
            prospect = self.prospect(actor)
            listen, underpin, tell = prospect.by_seat.get(seat) or self._acts(seat, actor, prospect)
            if listen >= 0 and self.left > 1:
                worth = need * prospect.listen + self.work(listen)
                if worth > most and may(listen):
                    best, most = listen, worth
            hope = share * need
            for index, more in underpin:
                extra[index] += hope * more
            for index, gain, touched in tell:
                worth = need * gain
                if touched is not None:
                    worth += touched(answers, weight, short, spare)
                if worth > most and may(index):
                    best, most = index, worth
        return self._over(seat, may, extra, best, most)

    def _over(self, seat: str, may: May, extra: defaultdict[int, float], best: int, most: float) -> tuple[int, float]:
        """The best so far, or a thing to tell that takes away from a threshold, to whom it does most good; adds to
        `extra` what underpinning would make possible there."""
        answers, price, weight, support = self.answers, self.pricing.price, self.weight, self.chart.support
        under = self._situation.under
        for way, tells in self.talk.within(seat, answers[self.talk.reach[seat]]):
            if answers[way.standing] != 1:
                continue
            if way.question >= 0 and not answers[way.question]:
                extra[way.underpin] += self._hope(way) if self.left > 1 else 0.0
                continue
            last, brings = None, 0.0
            for actor, index in tells if under[way.place] else ():
                touched = price(index)
                if touched is not last:  # mostly the same for all whom it may be told
                    last = touched
                    brings = self.priced(touched) if touched is not None else 0.0
                value = brings + weight[support[actor]] * self.prospect(actor).tell.get(way.argument, MISS)
                if value > most and may(index):
                    best, most = index, value
        return best, most

    def _hope(self, way: Way) -> float:
        """What underpinning is worth that makes a way over what stands ready to be told."""
        return ROUTE * (way.each * min(way.takes, self.answers[way.resistance]))

    def hopes(self) -> dict[int, float]:
        """Worth, by action, of underpinning that makes a way ready to be told, whoever does it."""
        answers = self.answers
        return {
            way.underpin: self._hope(way)
            for ways in self.talk.ways.values()
            for way in ways
            if answers[way.standing] == 1 and way.question >= 0 and not answers[way.question]
        }

    def _acts(self, seat: str, actor: str, prospect: Prospect) -> Acts:
        """A prospect as actions of this seat; kept with it."""
        talk, price = self.talk, self.pricing.price
        underpin, tell = talk.underpin.get(seat, {}), talk.tell.get((seat, actor), {})
        found = prospect.by_seat[seat] = (
            talk.listen.get((seat, actor), -1),
            tuple((underpin.get(argument, -1), more) for argument, more in prospect.underpin),
            tuple((tell[argument], gain, price(tell[argument])) for argument, gain in prospect.tell.items() if tell),
        )
        return found
