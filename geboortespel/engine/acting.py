"""Doing an action: its costs, effects, verb and routes as one batch that reads the old state, then what follows."""

from __future__ import annotations

from geboortespel.engine.actions import Action
from geboortespel.engine.batch import apply_steps
from geboortespel.engine.flow import Flow
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause, Log
from geboortespel.engine.plans import Part, Plan, Step, Way
from geboortespel.engine.quiet import Quiet
from geboortespel.engine.rules import Rules
from geboortespel.engine.votes import Votes


class Acting:
    """Applies plans to states in place, for one game."""

    def __init__(self, rules: Rules, flow: Flow) -> None:
        self.rules, self.flow = rules, flow
        self.layout = rules.layout
        self.scenario = rules.scenario
        self.votes = Votes(rules)
        self.verdict = rules.layout.index["besluit"]
        doors = [(standing, resistance) for standing, resistance, _ in flow.doors]
        self.quiet = Quiet(rules.layout, rules.persuasion, doors) if rules.fast else None

    def run(self, s: State, action: Action, plan: Plan, log: Log | None) -> None:
        """Do what `plan` says, for `action`."""
        if log is None and self.quiet is not None:
            change = self.quiet.change(action, plan)
            if change is not None:
                change(s)
                if plan.parts:
                    self._follow(s, action, plan, [part for part in plan.parts if part.test is None], None)
                return
        parts = [part for part in plan.parts if part.test is None or part.test(s)]
        steps: list[Step] = list(plan.fixed)
        for part in parts:
            steps += part.steps
        if plan.overwork:
            slot, node, cause = plan.overwork
            extra = node(s)
            if extra:
                steps.append((slot, False, -extra, cause))
        hit = True
        if plan.persuades:
            told, hit = self._persuade(s, action, log)
            steps += told
        taken: list[Cause] = []
        for way in plan.ways:
            if hit and s[way.standing] == 1:
                steps += self._route(s, way, taken)
        votes = [] if log is None else self._votes(s, steps)
        apply_steps(self.layout, s, steps, log)
        for slot in plan.counts:
            s[slot] += 1
        if log is not None:
            log.notes.extend(votes)
        self._follow(s, action, plan, parts, log)
        if log is not None:
            log.notes.extend(taken)  # first what the move itself came to, then what that did to a threshold
        self.flow.clear_doors(s, log)

    def _follow(self, s: State, action: Action, plan: Plan, parts: list[Part], log: Log | None) -> None:
        """What the batch reveals, opens and tells."""
        for part in parts:
            if part.note is not None and log is not None:
                log.notes.append(part.note)
            for actor in part.reveals:
                self.flow.reveal(s, actor, log)
            for actor in part.opens:
                self.flow.open(s, action.seat, actor, log)

    def guess(self, s: State, action: Action, log: Log | None) -> None:
        """The guess warms the relation when it is right; then the concern is told."""
        actor = action.what
        concern = self.flow.next_concern(s, actor)
        right = concern is not None and concern[2] == action.choice
        if log is not None and action.choice:
            log.notes.append(("gok", actor, action.choice, "raak" if right else "mis"))
        if right:
            cause = ("gok", actor, action.choice)
            warmer = (self.layout.index[f"steun.{actor}"], False, self.scenario.rules.guess, cause)
            apply_steps(self.layout, s, [warmer], log)
        self.flow.reveal(s, actor, log)

    def last_word(self, s: State, action: Action, percent: int, log: Log | None) -> None:
        """One last sentence to a voter: an argument that counts for `percent`."""
        if log is not None:
            log.notes.append(action.key)
        if action.target:
            told = (self.layout.index[f"herhaald.{action.target}.{action.choice}"], False, 1, action.key)
            steps, _ = self._persuade(s, action, log, percent)
            apply_steps(self.layout, s, [*steps, told], log)

    def _persuade(self, s: State, action: Action, log: Log | None, percent: int = 100) -> tuple[list[Step], bool]:
        """What telling an argument does, and whether it moved the actor: only then does it count on a threshold."""
        argument = self.scenario.arguments[action.choice]
        done = self.rules.persuasion.attempt(s, action.seat, action.target, argument).part(percent)
        index, cause = self.layout.index, action.key
        if log is not None:
            word = "mis" if not done.hit else "sleets" if done.worn else "raak"
            log.notes.append((word, action.target, action.choice))
        steps: list[Step] = [
            (index[f"steun.{action.target}"], False, done.support, cause),
            (index[f"anker.{action.target}"], False, done.anchor, cause),
        ]
        energy = index.get(f"energie.{action.seat}")
        if not done.hit and energy is not None:
            steps.append((energy, False, self.rules.persuasion.rules.miss_energy, ("mis", *cause[1:])))
        return steps, done.support > 0

    @staticmethod
    def _route(s: State, way: Way, taken: list[Cause]) -> list[Step]:
        """The strongest route of a standing threshold that holds."""
        for takes, test, route in way.routes:
            if test(s):
                taken.append(("route", way.threshold, route))
                return [(way.resistance, False, -takes, taken[-1])]
        return []

    def _votes(self, s: State, steps: list[Step]) -> list[Cause]:
        """The votes behind a decision that these steps take."""
        verdict = next((amount for slot, fixed, amount, _ in steps if slot == self.verdict and fixed), 0)
        return self.votes.notes(s, verdict) if verdict else []
