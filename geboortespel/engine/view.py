"""Views: what one seat, or the table together, may know of a state.

Hidden are: what an actor really thinks (support and anchor) until somebody listened there, every concern not yet
heard, hidden counters, and thresholds that have not shown themselves. A hidden support shows as a band. Whatever a
view works out (levels, colours, conditions on texts, forecasts) it works out from the state as the table knows it
(`veil`): a level that follows from support is an estimate until everybody behind it was heard. At the end the true
levels show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from geboortespel.engine.actions import Action
from geboortespel.engine.forecast import Forecast, factors, forecast
from geboortespel.engine.ir import State, evaluate
from geboortespel.engine.layout import END, WAITING, Waiting
from geboortespel.engine.ledger import Cause
from geboortespel.engine.privacy import APART
from geboortespel.engine.score import scores
from geboortespel.engine.shown import shown
from geboortespel.engine.talk_view import TalkView
from geboortespel.scenario.expr import Boolean, names_in
from geboortespel.scenario.names import possible_concerns

if TYPE_CHECKING:
    from geboortespel.engine.board import Board
    from geboortespel.engine.game import Game
    from geboortespel.engine.persuasion import Factors
    from geboortespel.scenario.model import Outcome

Colour = Literal["groen", "oranje", "rood"]


class View:
    """What `seat` may know of one state (None: the table together). Read-only; make a new one for a new state."""

    def __init__(self, game: Game, state: State, seat: str | None, *, over: bool = False) -> None:
        self._game, self._s, self.seat = game, state, seat
        self._index = game.rules.layout.index
        self._over = over or state[game.flow.stage] == END
        self._without: Callable[[Action], bool] | None = None
        self._shut = game.private(state) not in ("", seat)

    # -- where we are ------------------------------------------------------------------------------------------------

    @property
    def board(self) -> Board:
        return self._game.board

    @property
    def round(self) -> int:
        return self._s[self._index["ronde"]]

    @property
    def rounds(self) -> int:
        return self._game.flow.last

    @property
    def phase(self) -> str:
        """The current phase's id, '' when the scenario has none."""
        phases = self._game.flow.phases
        return phases[self._s[self._index["fase"]]].id if phases else ""

    @property
    def phase_end(self) -> int:
        """The round at whose end this phase ends."""
        return self._s[self._game.flow.phase_end]

    @property
    def waiting(self) -> Waiting:
        """What the game waits for."""
        return WAITING.get(self._s[self._game.flow.stage], "kans")

    @property
    def pending(self) -> str:
        """What an answer is about: the event or card (a private one only in that seat's own view), the actor whose
        concern is guessed at, the move that a last sentence comes before; else ''."""
        if self.waiting in ("gok", "slotzin"):
            move = self._game.actions[self._s[self._game.flow.acted]]
            return move.target if self.waiting == "gok" else move.what
        code = self._s[self._game.flow.pending]
        return self._game.rules.choices.askable[code - 1].id if code and self.private in ("", self.seat) else ""

    @property
    def private(self) -> str:
        """The seat that is asked something alone now; '' when nobody is."""
        return self._game.private(self._s)

    @property
    def outcome(self) -> Outcome | None:
        return self._game.outcome(self._s)

    @cached_property
    def indices(self) -> list[int]:
        """Indices (into the game's actions) of what may be done by this seat, or by all for the table."""
        every, actions = self._game.legal_indices(self._s), self._game.actions
        if self._without is not None:
            every = [i for i in every if not self._without(actions[i])] or every
        if self.seat is None:
            return [] if self.private else every
        return [i for i in every if actions[i].seat in (self.seat, "")]

    def without(self, shunned: Callable[[Action], bool]) -> View:
        """The same view for somebody who keeps away from some actions: they count as what may not be done."""
        view = View(self._game, self._s, self.seat, over=self._over)
        view._without = shunned
        return view

    @property
    def first_seat(self) -> str:
        """The first seat of this view that has a move to make; the view's own seat, or "", at other decisions."""
        if self.seat is None and self.waiting == "zet":
            return self._game.rules.first_seat(self._s)
        return self.seat or ""

    def may(self, index: int) -> bool:
        """Whether the action with this index may be done now, by whoever it belongs to; an answer that somebody else
        is asked for alone may not, nor what only a facilitator lets happen."""
        if self._without is not None and self._without(self._game.actions[index]):
            return False
        return not self._shut and bool(self._game.rules.may[index](self._s))

    @property
    def allows(self) -> Callable[[int], bool]:
        """`may` for somebody who asks it of many actions."""
        if self._without is not None or self._shut:
            return self.may
        may, s = self._game.rules.may, self._s
        return lambda index: bool(may[index](s))

    @property
    def legal(self) -> tuple[Action, ...]:
        actions = self._game.actions
        return tuple(actions[i] for i in self.indices)

    @property
    def to_act(self) -> tuple[str, ...]:
        """Seats that have something to do; ("",) when the whole table answers."""
        return self._game.to_act(self._s)

    # -- quantities --------------------------------------------------------------------------------------------------

    def hides(self, name: str) -> bool:
        """Whether this seat may not know the quantity now."""
        family, _, rest = name.partition(".")
        if family == "gebeurd":
            return not self._over and self._game.privacy.seat_of.get(rest, self.seat) != self.seat
        if family in ("steun", "anker") and rest:
            return not self._s[self._index[f"relatie.{rest}"]]
        if family in ("zorg", "gehoord") and rest:
            return not self._s[self._index[f"gehoord.{rest}"]]
        if family == "weerstand" and rest:
            return not self._s[self._index[f"drempel.{rest}"]]
        counter = self._game.scenario.counters.get(name)
        return counter is not None and counter.hidden

    def value(self, name: str) -> int | None:
        """The value of a quantity; None when it is hidden. KeyError for a name that does not exist."""
        if self.hides(name):
            return None
        slot = self._index.get(name)
        if slot is not None:
            return self._s[slot]
        if name in self._game.scenario.aspects:
            return self.level(name)
        if name in ("alles_groen", "besluitregel"):
            return evaluate(self._game.rules.low.flag(name), self._seen) if name == "alles_groen" else None
        raise KeyError(name)

    @cached_property
    def _seen(self) -> State:
        """The state as the table knows it; whole once the game has ended. Whatever is worked out is worked out here."""
        return self._s if self.waiting == "einde" else self._game.rules.veil.over(self._s, seat=self.seat)

    def taken(self, name: str) -> int:
        """What a quantity counts for in whatever is worked out: hidden the middle of its band, at the end the truth."""
        return self._seen[self._index[name]]

    def level(self, aspect_id: str) -> int:
        """The level of an aspect, 0..100; one that follows from hidden support is an estimate (`span`)."""
        return self._game.rules.level(aspect_id)(self._seen)

    def span(self, aspect_id: str) -> tuple[int, int]:
        """Between which levels the aspect lies, as far as this seat knows; twice its level when nothing is hidden."""
        if self._game.scenario.aspects[aspect_id].derived is None or self.waiting == "einde":
            return self.level(aspect_id), self.level(aspect_id)
        level, veil = self._game.rules.level(aspect_id), self._game.rules.veil
        ends = level(veil.over(self._s, "laag")), level(veil.over(self._s, "hoog"))
        return min(ends), max(ends)

    def colour(self, aspect_id: str) -> Colour:
        aspect = self._game.scenario.aspects[aspect_id]
        level = self.level(aspect_id)
        return "groen" if level >= aspect.green else "oranje" if level >= aspect.amber else "rood"

    @property
    def required(self) -> tuple[str, ...]:
        """Aspects that must be green for a birth, by the chosen form."""
        scenario = self._game.scenario
        chosen = scenario.forms.get(self.form)
        return (chosen.required if chosen is not None else ()) or scenario.required or tuple(scenario.aspects)

    @property
    def form(self) -> str:
        """The chosen form's id, '' before the choice."""
        forms = [item.id for item in self._game.scenario.forms.values() if item.id != "geen"]
        code = self._s[self._index["vorm"]]
        return forms[code - 1] if code else ""

    def shows(self, code: Cause) -> bool:
        """Whether this seat may know of a note or a cause: not of what somebody else was asked alone."""
        return self._over or self._game.privacy.owner(code) in ("", self.seat)

    def notes(self, notes: Iterable[Cause]) -> tuple[Cause, ...]:
        """The notes that this seat may know; that somebody else is asked something alone is `APART` and who."""
        found = []
        for note in notes:
            if self.shows(note):
                found.append(note)
            elif note[0] in ("gebeurtenis", "kaart"):
                found.append((APART, self._game.privacy.owner(note)))
        return tuple(found)

    def cause(self, cause: Cause) -> Cause:
        """A cause as this seat may know it: (`APART`,) for what somebody else decided alone."""
        return cause if self.shows(cause) else (APART,)

    def band(self, actor_id: str) -> tuple[int, int]:
        """Bounds on an actor's support: (value, value) once listened, else the band it lies in."""
        value = self._s[self._index[f"steun.{actor_id}"]]
        return self._game.rules.veil.band(value) if self.hides(f"steun.{actor_id}") else (value, value)

    def heard(self, actor_id: str) -> tuple[tuple[str, int], ...]:
        """Concerns heard at this actor, with their weights."""
        return tuple(
            (concern, self._s[weight]) for weight, flag, concern in self._game.rules.concerns[actor_id] if self._s[flag]
        )

    def usual(self, actor_id: str) -> tuple[str, ...]:
        """Concerns that somebody in this role may have: what everybody knows of the role, not of this person."""
        scenario = self._game.scenario
        role = scenario.roles.get(scenario.actors[actor_id].role or "")
        return possible_concerns(role.concerns) if role and role.concerns else ()

    def reaches(self, seat: str, actor_id: str) -> bool:
        """Whether the actor is within the seat's reach."""
        slot = self._index.get(f"bereik.{seat}.{actor_id}")
        return slot is None or bool(self._s[slot])

    @cached_property
    def talks(self) -> TalkView | None:
        """The negotiation as the client sees it; None when the scenario has none."""
        return TalkView(self._game.talks, self._s) if self._game.talks is not None else None

    @property
    def thresholds(self) -> tuple[str, ...]:
        """Thresholds that stand and can be seen."""
        return tuple(t for t in self._game.scenario.thresholds if self._s[self._index[f"drempel.{t}"]] == 1)

    @property
    def cleared(self) -> tuple[str, ...]:
        """Thresholds that are gone."""
        return tuple(t for t in self._game.scenario.thresholds if self._s[self._index[f"drempel.{t}"]] == 2)

    def holds(self, condition: Boolean | None) -> bool:
        """Whether a condition on a text holds; False when it reads what this seat may not know."""
        if condition is None:
            return True
        if any(name != "draagvlak" and self.hides(name) for name in names_in(condition)):
            return False
        return bool(evaluate(self._game.rules.low.condition(condition), self._seen))

    @property
    def ready(self) -> bool:
        """Whether the gate at the end of this phase would be passed without a toll, as far as this seat knows."""
        phases = self._game.flow.phases
        return not phases or bool(self._game.rules.gate_tests[self._s[self._index["fase"]]](self._seen))

    def apgar(self) -> dict[str, int]:
        """The score's parts, 0-2 each."""
        return scores(self._game, self._seen)

    # -- before a move -----------------------------------------------------------------------------------------------

    def forecast(self, action: Action) -> Forecast:
        """Cost, odds and what is known, for one action of this view."""
        return forecast(self._game, self._seen, action)

    def factors(self, action: Action) -> tuple[Factors, int] | None:
        """What a foretold change of support is made of, and the share of it that counts (see `forecast.factors`)."""
        return factors(self._game, self._seen, action)

    def as_dict(self) -> dict[str, Any]:
        """Everything this seat may know, JSON-able; front ends need no more, leak tests compare it."""
        return shown(self, self._game.rules.layout.names[: self._game.rules.layout.named])
