"""What talking is worth: who to listen to, which argument fits whom, what is worth underpinning.

Works on what was heard; where nothing was heard, on what people in such a role usually worry about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from geboortespel.engine.board import Board
from geboortespel.players.chart import Chart
from geboortespel.scenario.model import Argument
from geboortespel.scenario.names import concerns_of, possible_concerns

BEST = 5
"""How many arguments per actor are considered."""
UNHEARD = 0.6
"""Part of its worth at which an argument is told where none of the concerns it answers was heard."""
MOST = 5_000
"""How many situations are kept, and how many kinds of reach."""
SECOND = 0.45
"""Part of what telling gives now that listening once more is worth."""


@frozen
class Fit:
    """An argument for an actor: percent of the concerns' weight that it answers; `heard`: one of them was heard."""

    argument: str
    percent: int
    heard: bool


@frozen
class Prospect:
    """What talking to one actor would give, in points of their support.

    `tell` and `underpin`: per argument, best first; `listen`: what one more talk would open up. `by_seat`: kept by who
    asks.
    """

    tell: dict[str, float]
    underpin: tuple[tuple[str, float], ...]
    listen: float
    by_seat: dict[str, Any] = field(factory=dict, eq=False)


@frozen
class Way:
    """A route over a threshold that is a thing to tell.

    `standing`, `resistance`: questions about the threshold; `each`: worth of a point of its resistance; `question`:
    whether it is ready to be told (-1: always); `place`: number of the argument; `underpin`: the action that makes it
    ready (-1: none); `tells`: (actor, action).
    """

    standing: int
    resistance: int
    each: float
    takes: int
    question: int
    argument: str
    place: int
    underpin: int
    tells: tuple[tuple[str, int], ...]


Open = tuple[Way, tuple[tuple[str, int], ...]]
"""A way, and of what it tells what is for actors within reach."""


@frozen(eq=False)
class Situation:
    """How well each argument is underpinned, the level of the culture, and the prospects worked out under these."""

    under: Sequence[int]
    culture: int
    known: dict[tuple[str, Sequence[int]], Prospect]


class Talk:
    """Tables of one chart about persuading. Prospects are worked out once per situation and kept."""

    def __init__(self, chart: Chart) -> None:
        self.board: Board = chart.board
        self.scenario = self.board.scenario
        self.rules = self.scenario.rules.persuasion
        arguments = tuple(self.scenario.arguments)
        self.place = {argument: i for i, argument in enumerate(arguments)}
        self.under = chart.block(f"onderbouwd.{argument}" for argument in arguments)
        self.culture = chart.ask(self.rules.culture) if self.rules.culture else -1
        self.concerns = {
            actor: possible_concerns(concerns_of(self.scenario, self.scenario.actors[actor]))
            for actor in self.board.actors
        }
        self.lenses = {actor: self.board.lens(self._names(actor)) for actor in self.board.actors}
        """Per actor: how often one listened there, how often each argument was told, and the concerns heard."""
        self.tell: dict[tuple[str, str], dict[str, int]] = {}
        self.listen: dict[tuple[str, str], int] = {}
        self.underpin: dict[str, dict[str, int]] = {}
        self._indices()
        self.ways = {seat: tuple(self._ways(chart, seat)) for seat in self.board.seats}
        """Per seat: routes over thresholds that are things to tell."""
        self._within: dict[tuple[str, Sequence[int]], tuple[Open, ...]] = {}
        believers = self.scenario.believers
        self.reach = {
            seat: chart.block(f"bereik.{seat}.{actor}" for actor in self.board.actors if seat in believers)
            for seat in self.board.seats
        }
        """Per seat: whether each actor is within its reach; nothing for a seat that reaches everybody."""
        self._situations: dict[tuple[Sequence[int], int], Situation] = {}
        self._usual: dict[str, dict[str, int]] = {}
        self._fits: dict[tuple[str, tuple[int, ...]], tuple[Fit, ...]] = {}

    def _names(self, actor: str) -> list[str]:
        told = [f"herhaald.{actor}.{argument}" for argument in self.place]
        return [f"relatie.{actor}", *told, *(f"zorg.{actor}.{concern}" for concern in self.concerns[actor])]

    def _indices(self) -> None:
        for action in self.board.actions:
            if action.kind != "zet":
                continue
            match self.scenario.moves[action.what].verb:
                case "overtuigen":
                    self.tell.setdefault((action.seat, action.target), {})[action.choice] = action.index
                case "luisteren":
                    self.listen[action.seat, action.target] = action.index
                case "onderbouwen":
                    self.underpin.setdefault(action.seat, {})[action.target] = action.index

    def _ways(self, chart: Chart, seat: str) -> Iterator[Way]:
        found: dict[tuple[int, int, int, str], list[tuple[str, int]]] = {}
        for (whose, actor), tells in self.tell.items():
            for argument, index in tells.items() if whose == seat else ():
                work = chart.works[index]
                for door, takes, question in work.routes if work is not None else ():
                    found.setdefault((door, takes, question, argument), []).append((actor, index))
        for (door, takes, question, argument), told in found.items():
            underpin = self.underpin.get(seat, {}).get(argument, -1)
            if chart.doors[door][2]:
                place = self.place[argument]
                yield Way(*chart.doors[door], takes, question, argument, place, underpin, tuple(told))

    def situation(self, answers: Sequence[int]) -> Situation:
        """What is the same for all actors: prospects are kept by it. Equal situations are the same object."""
        key = (answers[self.under], answers[self.culture] if self.culture >= 0 else 100)
        found = self._situations.get(key)
        if found is None:
            if len(self._situations) > MOST:
                self._situations.clear()
            found = self._situations[key] = Situation(*key, {})
        return found

    def within(self, seat: str, reach: Sequence[int]) -> tuple[Open, ...]:
        """The ways of this seat, each with (actor, action) of those within its reach."""
        key = seat, reach
        found = self._within.get(key)
        if found is None:
            if len(self._within) > MOST:
                self._within.clear()
            far = {actor for actor, near in zip(self.board.actors, reach, strict=False) if not near}
            found = self._within[key] = tuple(
                (way, tuple(tell for tell in way.tells if tell[0] not in far)) for way in self.ways[seat]
            )
        return found

    def prospect(self, actor: str, known: tuple[int, ...], situation: Situation) -> Prospect:
        """What talking to the actor would give; `known` is what the actor's lens shows."""
        key = (actor, known)
        found = situation.known.get(key)
        if found is None:
            found = situation.known[key] = self._prospect(actor, known, situation)
        return found

    def _prospect(self, actor: str, known: tuple[int, ...], situation: Situation) -> Prospect:
        talks, *rest = known
        told, heard = rest[: len(self.place)], rest[len(self.place) :]
        under, culture = situation.under, situation.culture
        fits = self.fits(actor, tuple(heard))
        tell, hopes, now = dict[str, float](), [], 0.0
        for fit in fits:
            i = self.place[fit.argument]
            steps = under[i] if fit.heard else min(under[i], self.rules.unheard)
            gain = self.gain(fit.percent, steps, talks, told[i], culture) if steps else 0.0
            now = max(now, gain)
            if steps:
                tell[fit.argument] = gain if fit.heard else UNHEARD * gain
        for fit in fits:
            i = self.place[fit.argument]
            if under[i] < 3 and (fit.heard or under[i] < self.rules.unheard):
                more = self.gain(fit.percent, under[i] + 1, talks, told[i], culture) - now
                if more > 0:
                    hopes.append((fit.argument, more))
        return Prospect(tell, tuple(hopes), self._listening(talks, now, culture, any(heard)))

    def _listening(self, talks: int, now: float, culture: int, heard: bool) -> float:
        if talks >= self.rules.talks:
            return 0.0
        return SECOND * now if heard else max(6.0, self.gain(70, 2, talks + 1, 0, culture) - now)

    def usual(self, actor: str) -> dict[str, int]:
        """Argument → percent, for the arguments that fit best what such a person usually worries about."""
        if actor not in self._usual:
            nothing = (0,) * len(self.concerns[actor])
            self._usual[actor] = {fit.argument: fit.percent for fit in self.fits(actor, nothing)}
        return self._usual[actor]

    def fresh(self, argument: str, known: tuple[int, ...]) -> float:
        """What is left of an argument after it was told there before, 0-1; `known` as for `prospect`."""
        told = known[1 + self.place[argument]]
        left: int = max(0, 100 - self.rules.wear * told)
        return left / 100

    def fits(self, actor: str, heard: tuple[int, ...]) -> tuple[Fit, ...]:
        """The arguments that fit best here, best first, by the weights of what was heard (0: not)."""
        if (actor, heard) not in self._fits:
            self._fits[actor, heard] = self._best(actor, heard)
        return self._fits[actor, heard]

    def _best(self, actor: str, heard: tuple[int, ...]) -> tuple[Fit, ...]:
        known = dict(zip(self.concerns[actor], heard, strict=True))
        if not any(heard):
            role = self.scenario.roles.get(self.scenario.actors[actor].role or "")
            usual = possible_concerns(role.concerns) if role and role.concerns else ()
            known = dict.fromkeys(usual, 1)
        fits = [self._fit(argument, known, any(heard)) for argument in self.scenario.arguments.values()]
        best = sorted((fit for fit in fits if fit.percent), key=lambda fit: -fit.percent)
        return tuple(best[:BEST])

    @staticmethod
    def _fit(argument: Argument, known: dict[str, int], heard: bool) -> Fit:
        whole = sum(known.values()) or 1
        top = sum(weight * argument.answers.get(concern, 0) for concern, weight in known.items())
        return Fit(argument.id, 100 * top // (3 * whole), heard and top > 0)

    def gain(self, percent: int, underpinned: int, talks: int, repeats: int, culture: int) -> float:
        """Support that an attempt would give, roughly; the engine's formula without the speaker."""
        rules = self.rules
        if percent < rules.miss:
            return -5.0
        credit = rules.credit + rules.per_talk * min(talks, rules.talks) + rules.network // 2
        fresh = max(0, 100 - rules.wear * repeats)
        lost = rules.culture_share * max(0, rules.culture_bound - culture) / 100
        return rules.scale * percent * underpinned * credit * fresh / 3e6 - lost
