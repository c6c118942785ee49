"""The game: the contract of design 1 over a compiled scenario.

Nodes are decision ("besluit"), chance ("kans") or terminal ("einde"). States are lists of ints that callers never
change; `apply` and `resolve` return new ones. There is no clock, no I/O and no randomness here: at a chance node the
driver picks a result.
"""

from __future__ import annotations

from array import array
from hashlib import blake2b
from sys import byteorder
from typing import Literal

from attrs import frozen

from geboortespel.engine.acting import Acting
from geboortespel.engine.actions import Action, IllegalAction, Refusal, UnknownAction
from geboortespel.engine.batch import apply_steps
from geboortespel.engine.board import Board
from geboortespel.engine.flow import Flow
from geboortespel.engine.ir import State
from geboortespel.engine.layout import (
    CHOICE,
    DECISIONS,
    DECKS,
    END,
    GATE,
    GUESS,
    LAST_WORD,
    MOVES,
    RESULT,
    SETUP,
    TALKS,
)
from geboortespel.engine.ledger import Log
from geboortespel.engine.legal import first_failing
from geboortespel.engine.plans import Plan
from geboortespel.engine.rules import Rules
from geboortespel.engine.talks import Talks
from geboortespel.engine.view import View
from geboortespel.scenario.model import Outcome, Scenario

RULES_VERSION = 2
"""Raised when the same actions could give another course than before."""

Node = Literal["besluit", "kans", "einde"]


@frozen(slots=True)
class Chance:
    """A chance node: the key of the element that draws, the how-manieth draw of it this round, (result, weight)."""

    key: str
    n: int
    results: tuple[tuple[str, int], ...]


class Game:
    """A scenario made playable. `fast` generates functions (simulation); otherwise rules are interpreted.

    Both give the same states, byte for byte.
    """

    def __init__(self, scenario: Scenario, *, fast: bool = False) -> None:
        self.scenario = scenario
        self.rules = Rules(scenario, fast=fast)
        self.flow = Flow(self.rules)
        self.acting = Acting(self.rules, self.flow)
        self.talks = Talks(self.rules, self.flow, scenario.talks) if scenario.talks is not None else None
        self.board = Board(scenario, self.rules)
        self.actions = self.rules.choices.actions
        self._opening = [Chance(key, 0, results) for key, results in self.rules.setup]
        self.privacy = self.rules.privacy
        asked = enumerate(self.rules.choices.askable, 1)
        self._alone = {code: event.seat for code, event in asked if event.seat}
        self._by_key = {action.key: action for action in self.actions}

    # -- nodes -------------------------------------------------------------------------------------------------------

    def start(self, log: Log | None = None) -> State:
        """The state at the first node."""
        s = list(self.rules.layout.start)
        self.flow.advance(s, log)
        return s

    def node(self, s: State) -> Node:
        stage = s[self.flow.stage]
        if stage in DECISIONS:
            return "besluit"
        return "einde" if stage == END else "kans"

    def legal_indices(self, s: State) -> list[int]:
        """Indices into `actions` of what may be done now; empty at chance and terminal nodes."""
        stage = s[self.flow.stage]
        if stage == MOVES:
            return self.rules.moves(s)
        if stage == CHOICE:
            return self.rules.answers(s)
        if stage == GATE:
            return self.rules.gates(s)
        if stage == TALKS:
            return self.rules.talk_answers(s)
        if stage == GUESS:
            return self.rules.guesses(s)
        return self.rules.sentences(s) if stage == LAST_WORD else []

    def legal(self, s: State) -> tuple[Action, ...]:
        """What may be done now, by any seat, in declaration order."""
        actions = self.actions
        return tuple(actions[i] for i in self.legal_indices(s))

    def interventions(self, s: State) -> tuple[Action, ...]:
        """Cards that a facilitator may let happen now: those that could be drawn. Never part of `legal`."""
        return tuple(self.actions[i] for i in self.rules.interventions(s))

    def to_act(self, s: State) -> tuple[str, ...]:
        """Seats that have something to do, in order; ("",) when the whole table answers."""
        return tuple(dict.fromkeys(action.seat for action in self.legal(s)))

    def private(self, s: State) -> str:
        """The seat that is asked something alone now, '' when nobody is."""
        return self._alone.get(s[self.flow.pending], "")

    def outcome(self, s: State) -> Outcome | None:
        """How it ended, at a terminal node."""
        code = s[self.flow.outcome]
        return tuple(self.scenario.outcomes.values())[code - 1] if code else None

    def action(self, kind: str, seat: str, what: str = "", target: str = "", choice: str = "") -> Action:
        """The action of this game with these ids; UnknownAction when there is none."""
        found = self._by_key.get((kind, seat, what, target, choice))
        if found is None:
            raise UnknownAction(f"{kind} {seat} {what} {target} {choice}")
        return found

    def refusal(self, s: State, action: Action) -> Refusal | None:
        """Why the action may not be done now; None when it may."""
        return first_failing(self.rules.choices.guards[action.index], s)

    def digest(self, s: State) -> str:
        """A stable digest of a state: 16 hex digits of BLAKE2b over its 32-bit little-endian slots."""
        slots = array("i", s)
        if byteorder == "big":
            slots.byteswap()
        return blake2b(slots.tobytes(), digest_size=8).hexdigest()

    def view(self, s: State, seat: str | None = None, *, over: bool = False) -> View:
        """What `seat` may know (None: the table together). `over`: the game has ended, so that what was private to
        somebody may be told, also of an earlier state."""
        return View(self, s, seat, over=over)

    # -- decisions ---------------------------------------------------------------------------------------------------

    def apply(self, s: State, action: Action, log: Log | None = None, *, check: bool = True) -> State:
        """The state after `action` and all that follows by itself. IllegalAction when it may not be done now.

        `check=False` skips the test, for callers that took the action from `legal` of this very state.
        """
        if check:
            reason = self.refusal(s, action)
            if reason is not None:
                raise IllegalAction(reason)
        new = s[:]
        flow = self.flow
        match action.kind:
            case "zet":
                self._move(new, action, log)
            case "pas":
                new[self.rules.layout.index[f".gepast.{action.seat}"]] = 1
                if log is not None:
                    log.notes.append(("pas", action.seat))
                flow.advance(new, log)
            case "keuze":
                if log is not None:
                    log.notes.append(("keuze", action.what, action.choice))
                self.acting.run(new, action, self.rules.plans.plan(action), log)
                flow.after_action(new, log)
            case "poort":
                flow.answer_gate(new, action.what, log)
                flow.advance(new, log)
            case "gok":
                self.acting.guess(new, action, log)
                move = self.actions[new[flow.acted]]
                new[flow.stage], new[flow.acted] = MOVES, 0
                self._go_on(new, move, self.rules.plans.plan(move), log)
            case "ingreep":
                if log is not None:
                    log.notes.append(("ingreep",))
                flow.turn_up(new, action.target, action.what, MOVES, log)
                flow.advance(new, log)
            case "zitting":
                assert self.talks is not None
                self.talks.act(new, action, log)
                flow.advance(new, log)
            case "slotzin":
                move = self.actions[new[flow.acted]]
                new[flow.stage], new[flow.acted] = MOVES, 0
                plan = self.rules.plans.plan(move)
                self.acting.last_word(new, action, plan.last_word, log)
                self._do(new, move, plan, log)
        return new

    def _move(self, s: State, action: Action, log: Log | None) -> None:
        plan = self.rules.plans.plan(action)
        if plan.last_word:
            self.flow.wait(s, LAST_WORD, action.index)
            if len(self.rules.sentences(s)) > 1:
                return
            s[self.flow.stage], s[self.flow.acted] = MOVES, 0
        self._do(s, action, plan, log)

    def _do(self, s: State, action: Action, plan: Plan, log: Log | None) -> None:
        """The move itself, after what comes before it."""
        if log is not None:
            log.notes.append(action.key)
        self.acting.run(s, action, plan, log)
        if not plan.asks:
            self._go_on(s, action, plan, log)
        elif self.flow.next_concern(s, plan.asks) is None:
            self.flow.reveal(s, plan.asks, log)
            self._go_on(s, action, plan, log)
        else:
            self.flow.wait(s, GUESS, action.index)

    def _go_on(self, s: State, move: Action, plan: Plan, log: Log | None) -> None:
        """After a move and what it asked: its result of chance, or the next decision."""
        if plan.results:
            self.flow.wait(s, RESULT, move.index)
        elif self.talks is not None and self.talks.written.move == move.what:
            self.talks.open(s, move.seat, log)
        self.flow.advance(s, log)

    # -- chance ------------------------------------------------------------------------------------------------------

    def chance(self, s: State) -> Chance:
        """The draw that waits at a chance node."""
        flow, rules = self.flow, self.rules
        stage = s[flow.stage]
        if stage == SETUP:
            return self._opening[s[flow.place]]
        if stage == DECKS:
            return Chance(rules.decks[s[flow.place]].id, s[flow.drawn], tuple(rules.cards(s)))
        if stage == RESULT:
            action = self.actions[s[flow.acted]]
            plan = rules.plans.plan(action)
            done = s[rules.layout.index[f"gedaan.{action.what}"]]
            return Chance(f"zet.{action.what}", done, tuple((r.id, r.weight) for r in plan.results))
        raise ValueError("no chance node")

    def resolve(self, s: State, result: str, log: Log | None = None) -> State:
        """The state after the chance node gave `result` (one of its result ids)."""
        new = s[:]
        self.settle(new, result, log)
        return new

    def settle(self, new: State, result: str, log: Log | None = None) -> None:
        """`resolve` in place: changes the state itself, for callers that made it and show it to nobody else."""
        flow, rules = self.flow, self.rules
        stage = new[flow.stage]
        if stage == SETUP:
            apply_steps(rules.layout, new, rules.setup_steps(new[flow.place], result), log)
            new[flow.place] += 1
        elif stage == DECKS:
            flow.draw(new, result, log)
        elif stage == RESULT:
            action = self.actions[new[flow.acted]]
            drawn = self.scenario.moves[action.what].results[result]
            new[flow.stage], new[flow.acted] = MOVES, 0
            if log is not None:
                log.notes.append(("uitslag", action.what, result))
            cause = ("uitslag", action.what, result)
            part = rules.plans.part(drawn.effects, cause, seat=action.seat, target=action.target)
            flow.run_parts(new, [part], action.seat, log)
        else:
            raise ValueError("no chance node")
        flow.advance(new, log)
