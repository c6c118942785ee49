"""A board, charted for a goal: everything the planner looks up, worked out once per board and chosen form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from geboortespel.engine.board import Board
from geboortespel.engine.lens import Question
from geboortespel.players.deeds import Deed, Deeds
from geboortespel.players.goals import Goals, goals_of
from geboortespel.scenario.expr import names_in

Touch = tuple[int, bool, int]
"""(number of the aim, set?, amount)."""


LITTLE = (4, 5)
"""What a small change is taken for, and up to where a change is small."""
FACT = 8
"""Worth of a point of a fact under what is wanted: nothing brings it back."""
MUCH = 10
"""What a larger change is taken for."""


@frozen
class Aim:
    """Something to be reached: `question` tells where it stands, `want` where it must be."""

    name: str
    question: int
    want: int
    weight: float
    kind: str
    """"level", "count", "exact", "support" or "energy"."""
    limit: int = -1
    """Question that tells what it can reach at most (a fact above an insight); -1: no limit."""


@frozen
class Work:
    """A deed by its touches on aims only."""

    index: int
    kind: str
    what: str
    target: str
    verb: str
    time: int
    energy: int
    sure: tuple[Touch, ...]
    maybe: tuple[tuple[int, tuple[Touch, ...]], ...]
    routes: tuple[tuple[int, int, int], ...]
    """(number of the threshold, takes, question or -1)."""
    opens: tuple[str, ...]


class Chart:
    """All aims, works and questions of one board under one form."""

    def __init__(self, board: Board, form: str = "", ignores: str = "") -> None:
        self.board = board
        self.goals: Goals = goals_of(board, form)
        self.ignores = ignores
        self.questions: list[Question] = []
        self.deeds = Deeds(board, self.questions)
        self.ask = self.deeds.ask
        self.aims: list[Aim] = []
        self.by_name: dict[str, int] = {}
        self._aims()
        self.doors = [self._door(t) for t in board.scenario.thresholds]
        self.times = {seat: self.ask(f"tijd.{seat}") for seat in board.seats}
        self.round = self.ask("ronde")
        self.backing = self.ask("draagvlak")
        self.rule = self.ask("besluitregel")
        self.works: list[Work | None] = [self._work(self.deeds.of(action)) for action in board.actions]
        self.seat_of = [action.seat for action in board.actions]
        self.passing = {action.seat: action.index for action in board.actions if action.kind == "pas"}
        self.reach: dict[str, dict[str, list[int]]] = {seat: {} for seat in board.seats}
        """Per seat: actor → actions that bring them within reach."""
        self.winning: dict[str, list[int]] = {seat: [] for seat in board.seats}
        """Per seat: actions that win a fellow believer."""
        self._openers()
        self.support = {actor: self.by_name[f"steun.{actor}"] for actor in self.board.actors}
        """Per actor: the number of the aim that is their support."""
        self.agreement = self.by_name.get("akkoord", -1)
        """The aim of an agreement; -1 when there is none to make."""
        self.trusting = tuple(self._trusting())
        """Aims on which depends how far they come towards us at the table."""
        self.backing_wanted = None if ignores == "mens" else self.goals.backing
        self.fellows = [] if ignores == "mens" else list(self._fellows())
        self.people = [] if ignores == "mens" else list(self._people())

    def block(self, names: Iterable[str]) -> slice:
        """Ask for quantities that stand side by side in the answers."""
        start = len(self.questions)
        self.questions.extend(names)
        return slice(start, len(self.questions))

    def finish(self) -> None:
        """Fix the questions; call when nothing more will be asked."""
        self.lens = self.board.lens(self.questions)

    # -- aims --------------------------------------------------------------------------------------------------------

    def _aim(self, name: str, want: int, weight: float, kind: str, limit: int = -1) -> None:
        if name not in self.by_name:
            self.by_name[name] = len(self.aims)
            self.aims.append(Aim(name, self.ask(name), want, weight, kind, limit))

    def _aims(self) -> None:
        scenario, goals = self.board.scenario, self.goals
        pulls = dict.fromkeys(scenario.aspects, 0)
        for link in scenario.influences.values():
            pulls[link.source_aspect] += link.green - link.red
        for aspect_id, want in goals.levels.items():
            aspect = scenario.aspects[aspect_id]
            if aspect.perspective == self.ignores or aspect.derived is not None:
                continue
            weight = 1 + 0.04 * min(pulls[aspect_id], 5)
            if aspect.fact is not None or aspect.insight is not None:
                self._aim(f"inzicht.{aspect_id}", want, weight, "level", self.ask(f"feit.{aspect_id}"))
                self._aim(f"feit.{aspect_id}", want, FACT, "level")
            else:
                self._aim(f"stand.{aspect_id}", want + 2 - min(aspect.drift, 0), weight, "level")
        for name, want in goals.counts.items():
            if name != "ronde" and not name.startswith(("energie.", "tijd.", "onderbouwd.")):
                self._aim(name, want, 24 / max(want, 1), "count")
        for name, want in goals.exact.items():
            self._aim(name, want, 24, "exact")
        for actor in self.board.actors:
            self._aim(f"steun.{actor}", 0, 0, "support")
        for seat in scenario.believers:
            self._aim(f"energie.{seat}", 0, 0, "energy")

    def _door(self, threshold_id: str) -> tuple[int, int, float]:
        """(question: does it stand, question: resistance, worth of taking all of it away)."""
        threshold = self.board.scenario.thresholds[threshold_id]
        worth = 0.0
        for aspect_id, cap in threshold.caps.items():
            aspect = self.board.scenario.aspects[aspect_id]
            if cap < self.goals.levels.get(aspect_id, 0) and aspect.perspective != self.ignores:
                worth += 24
        for effect in threshold.toll:
            name = getattr(effect, "name", "")
            if name in self.by_name:
                worth += 4
        return self.ask(f"drempel.{threshold_id}"), self.ask(f"weerstand.{threshold_id}"), worth / threshold.resistance

    def _openers(self) -> None:
        for work in self.works:
            seat = self.seat_of[work.index] if work is not None else ""
            if work is not None and seat in self.reach:
                for actor in work.opens:
                    self.reach[seat].setdefault(actor, []).append(work.index)
                if work.verb == "medestander":
                    self.winning[seat].append(work.index)

    def _trusting(self) -> Iterator[int]:
        talks = self.board.scenario.talks
        for name in names_in(talks.trust) if talks is not None and talks.trust is not None else ():
            if f"stand.{name}" in self.by_name:
                yield self.by_name[f"stand.{name}"]

    def _people(self) -> Iterator[tuple[int, str, int, float, int]]:
        """(number of the aim, actor, question, share of the body's power, support that the rule asks of them)."""
        board = self.board
        body = board.scenario.body
        members = body.members if body and body.members else board.actors
        total = sum(board.power[member] for member in members) or 1
        for actor in board.actors:
            number = self.support[actor]
            share = board.power[actor] / total if actor in members else 0.0
            yield number, actor, self.aims[number].question, share, self.goals.support.get(actor, -200)

    def _fellows(self) -> Iterator[tuple[str, int, int]]:
        """(actor, question: their support, question: whether they take part) of everybody who can become a believer."""
        for believer in self.board.scenario.believers.values():
            if believer.was and not believer.present:
                support = self.aims[self.support[believer.was]].question
                yield believer.was, support, self.ask(f"meedoet.{believer.id}")

    # -- works -------------------------------------------------------------------------------------------------------

    def _touches(self, touches: tuple[tuple[str, bool, int], ...]) -> tuple[Touch, ...]:
        found = [(self.by_name[name], fixed, n) for name, fixed, n in touches if name in self.by_name]
        return tuple((i, fixed, n if fixed else self._rough(self.aims[i].kind, n)) for i, fixed, n in found)

    @staticmethod
    def _rough(kind: str, amount: int) -> int:
        """What somebody at the table expects: a move's text tells what it is about, and whether it is much."""
        if kind not in ("level", "support") or abs(amount) <= 2:
            return amount
        size = MUCH if abs(amount) > LITTLE[1] else LITTLE[0]
        return size if amount > 0 else -size

    def _work(self, deed: Deed | None) -> Work | None:
        if deed is None:
            return None
        numbers = {threshold: i for i, threshold in enumerate(self.board.scenario.thresholds)}
        maybe = [(question, self._touches(touches)) for question, touches in deed.maybe]
        sure = self._touches(deed.sure)
        whole = sum(weight for weight, _ in deed.odds)
        for weight, touches in deed.odds:
            sure += tuple((aim, fixed, n * weight // whole) for aim, fixed, n in self._touches(touches) if not fixed)
        action = deed.action
        return Work(
            action.index, action.kind, action.what, action.target, deed.verb, deed.time, deed.energy, sure,
            tuple(item for item in maybe if item[1]),
            tuple((numbers[threshold], takes, question) for threshold, takes, question in deed.routes), deed.opens,
        )  # fmt: skip
