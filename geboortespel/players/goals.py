"""What must be so for the intended ending: read backwards from its condition to the moves that can bring it about.

Everything here is static and public: outcomes, moves' conditions and effects, the decision body's rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from geboortespel.engine.board import Board
from geboortespel.scenario.expr import All, Any, Boolean, Change, Cmp, Flag, Fold, Not, Num, Numeric, Sum, Var, names_in
from geboortespel.scenario.model import Move, Outcome

DEPTH = 4
"""How many moves deep a goal is followed back."""
AGREED = ("akkoord", "gesprek")
"""What the negotiation with the market changes, besides `afspraak.X`."""


@define
class Goals:
    """Goals of one scenario. All by canonical name of a quantity."""

    levels: dict[str, int] = field(factory=dict)
    """Aspect → level that it must reach."""
    support: dict[str, int] = field(factory=dict)
    """Actor → support wanted."""
    backing: int | None = None
    """Power-weighted mean support wanted."""
    counts: dict[str, int] = field(factory=dict)
    """Counter, `gedaan.X`, `relatie.X`, … → value wanted."""
    exact: dict[str, int] = field(factory=dict)
    """Switches (`akkoord`, `besluit`, `vorm`) → value wanted."""
    rule: bool = False
    """Whether the body's rule must hold."""


def intended(board: Board) -> Outcome | None:
    """The outcome that the scenario is meant for: the first of `bedoeld`, else the first birth."""
    scenario = board.scenario
    for outcome_id in scenario.intended:
        return scenario.outcomes[outcome_id]
    return next((o for o in scenario.outcomes.values() if o.kind == "geboren"), None)


def goals_of(board: Board, form: str = "") -> Goals:
    """All goals behind the intended outcome; `form` is the chosen form, whose own list of aspects then counts."""
    return _Search(board, form).run()


class _Search:
    def __init__(self, board: Board, form: str) -> None:
        self.board = board
        self.scenario = board.scenario
        self.form = form
        self.goals = Goals()
        self.done: set[str] = set()

    def run(self) -> Goals:
        outcome = intended(self.board)
        if outcome is not None and outcome.when is not None:
            self.want(outcome.when, DEPTH)
        for aspect in list(self.goals.levels):
            self.derived(aspect)
        return self.goals

    def want(self, node: Boolean, depth: int) -> None:
        """Note what makes `node` true; of an `of` the first part."""
        match node:
            case All(items):
                for item in items:
                    self.want(item, depth)
            case Any(items) if items:
                self.want(items[0], depth)
            case Flag("alles_groen"):
                self.green()
            case Flag("besluitregel"):
                self.goals.rule = True
                body = self.scenario.body
                if body and body.rule is not None:
                    self.want(body.rule, depth)
            case Flag(name):
                self.switch(name, 1, depth)
            case Cmp(op, left, Num(value)) if op in ("=", ">=", ">"):
                self.number(left, value + (op == ">"), op, depth)
            case Not() | Cmp() | Any():
                return

    def number(self, left: Numeric, value: int, op: str, depth: int) -> None:
        match left:
            case Var("draagvlak"):
                self.goals.backing = max(value, self.goals.backing if self.goals.backing is not None else value)
            case Var(name) if name in self.scenario.aspects:
                self.goals.levels[name] = max(value, self.goals.levels.get(name, 0))
            case Var(name) if name.startswith("steun."):
                actor = name.split(".", 1)[1]
                self.goals.support[actor] = max(value, self.goals.support.get(actor, -100))
            case Var(name) if op == "=":
                self.switch(name, value, depth)
            case Var(name):
                self.goals.counts[name] = max(value, self.goals.counts.get(name, 0))
                self.behind(name, depth)
            case Fold("laagste", items):
                for item in items:
                    self.number(item, value, op, depth)
            case Fold("gemiddelde", items):
                for item in items:
                    self.number(item, value, op, depth)
            case Sum(terms):
                for sign, term in terms:
                    if sign > 0 and isinstance(term, Var):
                        self.number(term, value, op, depth)
            case _:
                return

    def green(self) -> None:
        scenario = self.scenario
        form = scenario.forms.get(self.form)
        required = (form.required if form else ()) or scenario.required or tuple(scenario.aspects)
        for aspect in required:
            green = scenario.aspects[aspect].green
            self.goals.levels[aspect] = max(green, self.goals.levels.get(aspect, 0))

    def derived(self, aspect_id: str) -> None:
        """An aspect that is worked out from others: want those."""
        aspect = self.scenario.aspects[aspect_id]
        if aspect.derived is None:
            return
        span = aspect.derived.high - aspect.derived.low
        value = aspect.derived.low + -(-span * self.goals.levels[aspect_id] // 100)
        self.number(aspect.derived.of, value, ">=", 1)

    def switch(self, name: str, value: int, depth: int) -> None:
        self.goals.exact[name] = value
        self.behind(name, depth)

    def behind(self, name: str, depth: int) -> None:
        """What the moves ask that can change `name`; of several moves the first."""
        if not depth or name in self.done:
            return
        self.done.add(name)
        talks = self.scenario.talks
        if talks is not None and talks.move and (name in AGREED or name.startswith("afspraak.")):
            when = self.scenario.moves[talks.move].when
            if when is not None:
                self.want(when, depth - 1)
            return
        for move in self.scenario.moves.values():
            conditions = list(_ways(move, name))
            if conditions or name == f"gedaan.{move.id}":
                for condition in (move.when, *conditions[:1]):
                    if condition is not None:
                        self.want(condition, depth - 1)
                return


def _ways(move: Move, name: str) -> Iterator[Boolean | None]:
    """Conditions under which the move changes `name` for the better."""
    for effects, when in [
        (move.effects, None),
        *((item.effects, item.when) for item in move.consequences),
        *((option.effects, option.when) for option in move.options.values()),
    ]:
        for effect in effects:
            if isinstance(effect, Change) and effect.name == name and (effect.op == "=" or effect.amount > 0):
                yield when


def reads(node: Boolean | None) -> set[str]:
    """Names that a condition reads."""
    return set() if node is None else set(names_in(node))
