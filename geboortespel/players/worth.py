"""One moment of a game as the planner sees it: what is short, who matters, and the best thing to do."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.players.chart import Chart, Work
from geboortespel.players.pricing import Pricing
from geboortespel.players.talk import Talk

LEAST = 0.6
"""Below this a move is not worth the time: pass."""
BACKING = 2.4
"""Worth of a point of backing, spread over the body's members by power."""
VOTE = 0.5
"""Worth of a point of support of somebody whose own vote the rule asks for."""
PERSONS = 7
"""How many people are considered at a time."""
TIME = 6.0
"""Worth of a point of time, when an answer to an event costs it."""
UNDERPIN = 0.6
"""Part of what an underpinned argument would give that underpinning it is worth."""


class Moment:
    """A view's answers, and what follows from them."""

    def __init__(self, chart: Chart, talk: Talk, pricing: Pricing, answers: Sequence[int]) -> None:
        self.chart, self.talk, self.pricing, self.answers = chart, talk, pricing, answers
        self.left = chart.board.rounds - answers[chart.round] + 1
        self.weight, self.short, self.spare = pricing.measure(answers)
        self.need = self._needs()

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
        found.sort(key=lambda item: -item[0])
        return found

    def work(self, index: int) -> float:
        """Worth of what an action touches."""
        price = self.pricing.price(index)
        return price(self.answers, self.weight, self.short, self.spare) if price is not None else 0.0

    def choice(self, index: int) -> float:
        """Worth of an answer to an event or card."""
        work = self.chart.works[index]
        return self.work(index) - TIME * work.time if work is not None else 0.0

    # -- choosing a move ---------------------------------------------------------------------------------------------

    def best(self, seat: str, indices: Sequence[int]) -> int:
        """The action of this seat that is worth most per point of time; passing when nothing is worth it."""
        mine = set(indices)
        find = self.pricing.finder(seat)
        best, most = find(self.answers, self.weight, self.short, self.spare, mine, LEAST)
        best, most = self._openings(seat, mine, best, most)
        best, most = self._talking(seat, mine, best, most)
        if best >= 0:
            return best
        last = indices[-1]
        return last if self.chart.works[last] is None else indices[0]

    def _openings(self, seat: str, mine: set[int], best: int, most: float) -> tuple[int, float]:
        for work in self.chart.openers.get(seat, ()):
            if work.index in mine:
                worth = (self._opening(work) + self.work(work.index)) / max(work.time, 1)
                if worth > most:
                    best, most = work.index, worth
        return best, most

    def _opening(self, work: Work) -> float:
        if work.verb == "medestander":
            return 4.0 * (self.left - 2)
        return sum(next((10 * need for need, name in self.need if name == actor), 0.5) for actor in work.opens)

    def _talking(self, seat: str, mine: set[int], best: int, most: float) -> tuple[int, float]:
        talk, answers = self.talk, self.answers
        hopes: dict[str, float] = {}
        for need, actor in self.need[:PERSONS]:
            prospect = talk.prospect(actor, answers)
            index = talk.listen.get((seat, actor), -1)
            if index in mine and self.left > 1:
                worth = need * prospect.listen + self.work(index)
                if worth > most:
                    best, most = index, worth
            for argument, more in prospect.underpin:
                hopes[argument] = hopes.get(argument, 0.0) + need * more
            tell = talk.tell.get((seat, actor))
            if tell is None:
                continue
            for argument, gain in prospect.tell:
                index = tell[argument]
                if index in mine:
                    worth = need * gain + self.work(index)
                    if worth > most:
                        best, most = index, worth
        return self._underpinning(seat, mine, hopes, best, most)

    def _underpinning(
        self, seat: str, mine: set[int], hopes: dict[str, float], best: int, most: float
    ) -> tuple[int, float]:
        share = UNDERPIN if self.left > 1 else 0.0
        for argument, index in self.talk.underpin.get(seat, {}).items():
            if index in mine:
                worth = share * hopes.get(argument, 0.0) + self.work(index)
                if worth > most:
                    best, most = index, worth
        return best, most
