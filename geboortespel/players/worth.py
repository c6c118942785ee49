"""What actions are worth at one moment, in points of a required level: one point short of green is worth about one."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.engine.view import View
from geboortespel.players.chart import Chart, Touch, Work
from geboortespel.players.talk import Talk

LEAST = 0.6
"""Below this a move is not worth the time: pass."""
BACKING = 2.4
"""Worth of a point of backing, spread over the body's members by power."""
VOTE = 0.5
"""Worth of a point of support of somebody whose own vote the rule asks for."""
PERSONS = 7
"""How many people are considered at a time."""


class Moment:
    """One view's answers, and what follows from them."""

    def __init__(self, chart: Chart, talk: Talk, answers: Sequence[int]) -> None:
        self.chart, self.talk, self.answers = chart, talk, answers
        self.left = chart.board.rounds - answers[chart.round] + 1
        self.short = [0] * len(chart.aims)
        self.weight = [0.0] * len(chart.aims)
        self.hopeless = False
        self._levels()
        self.need = self._needs()

    def _levels(self) -> None:
        answers, short, weight = self.answers, self.short, self.weight
        for i, aim in enumerate(self.chart.aims):
            if aim.kind == "level":
                if aim.limit >= 0 and answers[aim.limit] < aim.want:
                    self.hopeless = True
                    continue
                weight[i] = aim.weight
                short[i] = aim.want - answers[aim.question]
            elif aim.kind == "energy":
                have = answers[aim.question]
                weight[i] = 0.7 if have >= 7 else 1.6 if have >= 5 else 2.6 if have >= 3 else 4.5
                short[i] = 9 - have
            elif aim.kind != "support":
                weight[i] = aim.weight
                short[i] = aim.want - answers[aim.question]

    def _needs(self) -> list[tuple[float, str, int]]:
        """(worth of a point of support, actor, number of the aim), largest first."""
        chart, goals, board = self.chart, self.chart.goals, self.chart.board
        if chart.ignores == "mens":
            return []
        body = board.scenario.body
        members = body.members if body and body.members else board.actors
        total = sum(board.power[member] for member in members) or 1
        lacks = (goals.backing or 0) + 5 - self.answers[chart.backing] if goals.backing is not None else 0
        found = []
        for actor in board.actors:
            number = chart.by_name[f"steun.{actor}"]
            have = self.answers[chart.aims[number].question]
            worth = BACKING * board.power[actor] / total if lacks > 0 and actor in members and have < 70 else 0.0
            worth += VOTE if have < goals.support.get(actor, -101) + 6 else 0.0
            self.weight[number] = worth or 0.05
            self.short[number] = 60
            if worth:
                found.append((worth, actor, number))
        return sorted(found, key=lambda item: -item[0])

    # -- effects -----------------------------------------------------------------------------------------------------

    def touch(self, touches: Sequence[Touch]) -> float:
        """Worth of changes: what they bring of what is short, less what they take of it."""
        short, weight, worth = self.short, self.weight, 0.0
        for number, fixed, amount in touches:
            lack = short[number]
            if fixed:
                aim = self.chart.aims[number]
                if aim.kind == "exact":
                    good = amount == aim.want
                    worth += (weight[number] if lack else 0.0) if good else -0.6 * weight[number]
                    continue
                amount -= self.answers[aim.question]
            if amount > 0:
                if lack > 0:
                    worth += weight[number] * (amount if amount < lack else lack)
            else:
                left = amount - lack if lack < 0 else amount
                if left < 0:
                    worth += weight[number] * left
        return worth

    def work(self, work: Work) -> float:
        """Worth of a move's effects, routes included; costs not."""
        answers = self.answers
        worth = self.touch(work.sure)
        for question, touches in work.maybe:
            if answers[question]:
                worth += self.touch(touches)
        seen = -1
        for number, takes, question in work.routes:
            if number != seen and (question < 0 or answers[question]):
                standing, resistance, each = self.chart.doors[number]
                if answers[standing] == 1:
                    seen = number
                    worth += each * min(takes, answers[resistance])
        return worth

    def cost(self, work: Work, seat: str) -> float:
        """Worth of the energy that a move takes."""
        number = self.chart.by_name.get(f"energie.{seat}")
        return work.energy * self.weight[number] if number is not None else 0.0

    def choice(self, index: int) -> float:
        """Worth of an answer to an event or card."""
        work = self.chart.works[index]
        if work is None:
            return 0.0
        return self.work(work) - 6 * work.time - self.cost(work, self.chart.seat_of[index])

    # -- choosing a move ---------------------------------------------------------------------------------------------

    def best(self, view: View, indices: list[int]) -> int:
        """The action worth most per point of time, for the first believer who can still do something."""
        seat_of, works = self.chart.seat_of, self.chart.works
        seat = seat_of[indices[0]]
        best, most, passing = -1, LEAST, -1
        mine = set()
        for index in indices:
            if seat_of[index] != seat:
                break
            mine.add(index)
            work = works[index]
            if work is None:
                passing = index
            elif work.verb not in ("overtuigen", "luisteren", "onderbouwen"):
                worth = (self.work(work) + self._opening(work) - self.cost(work, seat)) / max(work.time, 1)
                if worth > most:
                    best, most = index, worth
        best, most = self._talking(view, seat, mine, best, most)
        if best < 0:
            best = passing if passing >= 0 else indices[0]
        return best

    def _opening(self, work: Work) -> float:
        if work.verb == "medestander":
            return 4.0 * (self.left - 2)
        worth = 0.0
        for actor in work.opens:
            worth += next((10 * need for need, name, _ in self.need if name == actor), 0.5)
        return worth

    def _talking(self, view: View, seat: str, mine: set[int], best: int, most: float) -> tuple[int, float]:
        talk, answers, works = self.talk, self.answers, self.chart.works
        culture = answers[talk.culture] if talk.culture >= 0 else 100
        hopes: dict[str, float] = {}
        for need, actor, _ in self.need[:PERSONS]:
            talks = answers[talk.relation[actor]]
            fits = talk.fits(actor, answers)
            told = talk.repeats(actor)(view)
            now = 0.0
            for fit in fits:
                under = answers[talk.under[fit.argument]]
                cap = under if fit.heard else min(under, talk.rules.unheard)
                repeats = told[talk.place(fit.argument)]
                gain = talk.gain(fit.percent, cap, talks, repeats, culture) if cap else 0.0
                index = talk.tell.get((seat, actor, fit.argument), -1)
                if gain > now:
                    now = gain
                work = works[index] if index >= 0 else None
                if work is not None and index in mine:
                    worth = need * gain * (1.0 if fit.heard else 0.6) + self.work(work)
                    if worth > most:
                        best, most = index, worth
            for fit in fits:
                under = answers[talk.under[fit.argument]]
                if under < 3 and (fit.heard or under < talk.rules.unheard):
                    more = talk.gain(fit.percent, under + 1, talks, told[talk.place(fit.argument)], culture) - now
                    if more > 0:
                        hopes[fit.argument] = hopes.get(fit.argument, 0.0) + need * more
            index = talk.listen.get((seat, actor), -1)
            if index in mine:
                worth = self._listening(need, talks, now, culture, bool(fits and fits[0].heard))
                work = works[index]
                worth += self.work(work) if work is not None else 0.0
                if worth > most:
                    best, most = index, worth
        return self._underpinning(seat, mine, hopes, best, most)

    def _listening(self, need: float, talks: int, now: float, culture: int, heard: bool) -> float:
        if self.left <= 1 or talks >= self.talk.rules.talks:
            return 0.0
        if not heard:
            return need * max(6.0, self.talk.gain(70, 2, talks + 1, 0, culture) - now)
        return need * now * 0.45

    def _underpinning(
        self, seat: str, mine: set[int], hopes: dict[str, float], best: int, most: float
    ) -> tuple[int, float]:
        for (who, argument), index in self.talk.underpin.items():
            if who == seat and index in mine:
                work = self.chart.works[index]
                worth = 0.6 * hopes.get(argument, 0.0) if self.left > 1 else 0.0
                worth += self.work(work) if work is not None else 0.0
                if worth > most:
                    best, most = index, worth
        return best, most
