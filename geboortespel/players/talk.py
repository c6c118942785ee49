"""What talking is worth: who to listen to, which argument fits whom, what is worth underpinning.

Works on what was heard; where nothing was heard, on what people in such a role usually worry about.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from geboortespel.engine.board import Board
from geboortespel.engine.lens import Lens
from geboortespel.players.chart import Chart
from geboortespel.scenario.model import Argument
from geboortespel.scenario.names import concerns_of, possible_concerns

BEST = 5
"""How many arguments per actor are considered."""


@frozen
class Fit:
    """An argument for an actor: percent of the concerns' weight that it answers; `heard`: one of them was heard."""

    argument: str
    percent: int
    heard: bool


class Talk:
    """Static tables of one chart about persuading."""

    def __init__(self, chart: Chart) -> None:
        self.board: Board = chart.board
        self.scenario = self.board.scenario
        self.rules = self.scenario.rules.persuasion
        ask = chart.ask
        self.under = {argument: ask(f"onderbouwd.{argument}") for argument in self.scenario.arguments}
        self.relation = {actor: ask(f"relatie.{actor}") for actor in self.board.actors}
        self.culture = ask(self.rules.culture) if self.rules.culture else -1
        self.concerns = {
            actor: possible_concerns(concerns_of(self.scenario, self.scenario.actors[actor]))
            for actor in self.board.actors
        }
        self.weights = {
            actor: tuple(ask(f"zorg.{actor}.{concern}") for concern in self.concerns[actor])
            for actor in self.board.actors
        }
        self.tell: dict[tuple[str, str, str], int] = {}
        self.listen: dict[tuple[str, str], int] = {}
        self.underpin: dict[tuple[str, str], int] = {}
        self._indices()
        self._repeats: dict[str, Lens] = {}
        self._fits: dict[tuple[str, tuple[int, ...]], tuple[Fit, ...]] = {}
        self._order = {argument: i for i, argument in enumerate(self.scenario.arguments)}

    def _indices(self) -> None:
        for action in self.board.actions:
            if action.kind != "zet":
                continue
            match self.scenario.moves[action.what].verb:
                case "overtuigen":
                    self.tell[action.seat, action.target, action.choice] = action.index
                case "luisteren":
                    self.listen[action.seat, action.target] = action.index
                case "onderbouwen":
                    self.underpin[action.seat, action.target] = action.index

    def repeats(self, actor: str) -> Lens:
        """How often each argument was told there, in declaration order."""
        if actor not in self._repeats:
            self._repeats[actor] = self.board.lens(f"herhaald.{actor}.{a}" for a in self.scenario.arguments)
        return self._repeats[actor]

    def place(self, argument: str) -> int:
        return self._order[argument]

    def fits(self, actor: str, answers: Sequence[int]) -> tuple[Fit, ...]:
        """The arguments that fit best here, best first, by what was heard."""
        heard = tuple([answers[q] for q in self.weights[actor]])
        found = self._fits.get((actor, heard))
        if found is None:
            found = self._fits[actor, heard] = self._best(actor, heard)
        return found

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
