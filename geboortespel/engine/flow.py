"""The course of a game: from one decision or chance node to the next, in the order of design 2.

`Flow.advance` brings a state that is between nodes to the next node. States are lists of ints, changed in place here;
only `game.Game` hands them out, and copies first. Stages are the values of slot `.stap` (`layout`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.engine.batch import apply_pulls, apply_steps
from geboortespel.engine.following import Following
from geboortespel.engine.layout import (
    ACTED,
    CHOICE,
    DECKS,
    DRAWN,
    END,
    EVENTS,
    GATE,
    MOVES,
    OUTCOME,
    PENDING,
    PHASE_END,
    PLACE,
    RESUME,
    SETUP,
    STAGE,
)
from geboortespel.engine.ledger import Cause, Log
from geboortespel.engine.quiet import ending
from geboortespel.scenario.names import SOLO, rounds

if TYPE_CHECKING:
    from geboortespel.engine.rules import Rules


class Flow(Following):
    """Runs the rounds of one compiled game."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules)
        index = rules.layout.index
        self.stage, self.place, self.drawn = index[STAGE], index[PLACE], index[DRAWN]
        self.pending, self.acted, self.resume = index[PENDING], index[ACTED], index[RESUME]
        self.round, self.phase, self.phase_end = index["ronde"], index["fase"], index[PHASE_END]
        self.outcome, self.stopped = index[OUTCOME], index["gestopt"]
        self.phases = tuple(self.scenario.phases.values())
        self.last = rounds(self.scenario)
        believers = self.scenario.believers.values()
        self.clocks = [(index[f"tijd.{b.id}"], index[f"meedoet.{b.id}"], b.time) for b in believers]
        self.passed = [index[f".gepast.{seat}"] for seat in rules.seats]
        self.due = [(index[f".nu.{e}"], index[f"gebeurd.{e}"]) for e in self.scenario.events]
        self.ending = ending(rules.layout, rules.propagation.contributions) if rules.fast else None

    # -- between nodes -----------------------------------------------------------------------------------------------

    def advance(self, s: list[int], log: Log | None) -> None:
        """Go on until a decision, a chance or the end."""
        while True:
            stage = s[self.stage]
            if stage == SETUP:
                if s[self.place] < len(self.rules.setup):
                    return
                self._begin_game(s, log)
            elif stage == EVENTS:
                self._events(s, log)
            elif stage == DECKS:
                if self._deck_waits(s):
                    return
            elif stage == MOVES:
                if self.rules.some_move(s):
                    return
                self._end_round(s, log)
            else:  # CHOICE, RESULT, GATE, GUESS, LAST_WORD and END wait
                return

    def _begin_game(self, s: list[int], log: Log | None) -> None:
        if self.rules.begins:
            apply_steps(self.rules.layout, s, self.rules.begin_steps(s), log)
        s[self.phase_end] = self.phases[0].rounds if self.phases else self.last
        self._begin_round(s, 1, log)
        if log is not None and self.phases and s[self.stage] != END:
            log.notes.append(("fase", self.phases[0].id))

    def _begin_round(self, s: list[int], number: int, log: Log | None) -> None:
        self.change(s, self.round, number, ("ronde",), log)
        final = number > self.last
        if self._ends(s, log, direct_only=not final):
            return
        if log is not None:
            log.notes.append(("ronde", str(number)))
        for standing, resistance, threshold in self.doors:
            if s[standing] == 0 and self.rules.visible[threshold](s):
                self.change(s, standing, 1 if s[resistance] else 2, ("zichtbaar", threshold), log)
                if log is not None and s[resistance]:
                    log.notes.append(("drempel_zichtbaar", threshold))
        self._new_time(s, log)
        for (now, happened), test in zip(self.due, self.rules.event_tests, strict=True):
            s[now] = int(not s[happened] and bool(test(s)))
        s[self.stage], s[self.place], s[self.drawn] = EVENTS, 0, 0

    def _new_time(self, s: list[int], log: Log | None) -> None:
        for slot in self.passed:
            s[slot] = 0
        for slot, present, time in self.clocks:
            self.change(s, slot, time if s[present] else 0, ("ronde",), log)
        if not self.clocks:
            self.change(s, self.rules.layout.index[f"tijd.{SOLO}"], self.scenario.turn.moves, ("ronde",), log)

    def _ends(self, s: list[int], log: Log | None, *, direct_only: bool) -> bool:
        """Test the outcomes: the direct ones top-down, then (at the end) the others; the one without `als` remains."""
        for direct in (True,) if direct_only else (True, False):
            for code, outcome, test in self.rules.outcomes:
                if outcome.direct is direct and outcome.when is not None and test(s):
                    return self._finish(s, code, outcome.id, log)
        if direct_only:
            return False
        code, outcome, _ = self.rules.fallback
        return self._finish(s, code, outcome.id, log)

    def _finish(self, s: list[int], code: int, outcome: str, log: Log | None) -> bool:
        s[self.outcome], s[self.stage] = code, END
        if log is not None:
            log.notes.append(("einde", outcome))
        return True

    # -- news --------------------------------------------------------------------------------------------------------

    def _events(self, s: list[int], log: Log | None) -> None:
        events = self.rules.events
        while s[self.place] < len(events):
            i = s[self.place]
            s[self.place] = i + 1
            now, happened = self.due[i]
            if not s[now]:
                continue
            s[now], event = 0, events[i]
            self.change(s, happened, 1, ("gebeurtenis", event.id), log)
            self._happens(s, event.id, ("gebeurtenis", event.id), log)
            if self._asks(s, event.id, EVENTS):
                return
        s[self.stage], s[self.place], s[self.drawn] = DECKS, 0, 0

    def _happens(self, s: list[int], event_id: str, note: Cause, log: Log | None) -> None:
        if log is not None:
            log.notes.append(note)
        self.run_parts(s, self.rules.event_parts(event_id), "", log)

    def _asks(self, s: list[int], event_id: str, then: int) -> bool:
        """Wait for a choice when the event has one that can be made."""
        code = self.rules.ask.get(event_id)
        if code is None:
            return False
        s[self.pending], s[self.resume], s[self.stage] = code, then, CHOICE
        if self.rules.answers(s):
            return True
        s[self.pending], s[self.stage] = 0, then
        return False

    def _deck_waits(self, s: list[int]) -> bool:
        """Whether the current deck has a card to draw; goes on to the next deck, or to the moves, when not."""
        decks = self.rules.decks
        while s[self.place] < len(decks):
            if s[self.drawn] < decks[s[self.place]].draws and self.rules.some_card(s):
                return True
            s[self.place] += 1
            s[self.drawn] = 0
        s[self.stage] = MOVES
        return False

    def draw(self, s: list[int], card_id: str, log: Log | None) -> None:
        """A card was drawn from the current deck."""
        s[self.drawn] += 1
        self.turn_up(s, self.rules.decks[s[self.place]].id, card_id, DECKS, log)

    def turn_up(self, s: list[int], deck: str, card_id: str, then: int, log: Log | None) -> None:
        """A card lies on the table, drawn or brought; `then`: the stage to go on with."""
        slot = self.rules.layout.index[f"gebeurd.{card_id}"]
        self.change(s, slot, s[slot] + 1, ("kaart", deck, card_id), log)
        self._happens(s, card_id, ("kaart", deck, card_id), log)
        self._asks(s, card_id, then)

    # -- the end of a round ------------------------------------------------------------------------------------------

    def _end_round(self, s: list[int], log: Log | None) -> None:
        if log is None and self.ending is not None:
            self.ending(s)
        else:
            apply_pulls(self.rules.layout, s, self.rules.propagation.pulls(s[:]), log)
        self.clear_doors(s, log)
        if not self.phases or s[self.round] < s[self.phase_end]:
            self._begin_round(s, s[self.round] + 1, log)
            return
        phase = self.phases[s[self.phase]]
        if log is not None:
            log.notes.append(("echo", phase.id))
        if phase.gate is None:
            self.next_phase(s, log)
        else:
            s[self.stage] = GATE

    def next_phase(self, s: list[int], log: Log | None) -> None:
        """Into the next phase; a longer one before it is paid for by the later ones, at least a round each."""
        now = s[self.round]
        if s[self.phase] + 1 < len(self.phases):
            self.change(s, self.phase, s[self.phase] + 1, ("fase",), log)
            later = len(self.phases) - 1 - s[self.phase]
            nominal = sum(phase.rounds for phase in self.phases[: s[self.phase] + 1])
            s[self.phase_end] = min(max(nominal, now + 1), self.last - later)
            if log is not None:
                log.notes.append(("fase", self.phases[s[self.phase]].id))
        self._begin_round(s, now + 1, log)

    def answer_gate(self, s: list[int], answer: str, log: Log | None) -> None:
        """Go on (unready: at its toll), stay a round longer, or stop with a reasoned decision."""
        phase = self.phases[s[self.phase]]
        ready = self.rules.gate_tests[s[self.phase]](s)
        if log is not None:
            log.notes.append(("poort", answer))
        if answer == "stoppen":
            self.change(s, self.stopped, 1, ("poort", answer), log)
            self._ends(s, log, direct_only=False)
        elif answer == "langer":
            s[self.phase_end] = s[self.round] + 1
            self._begin_round(s, s[self.round] + 1, log)
        else:
            if not ready:
                if log is not None:
                    log.notes.append(("poort_niet", phase.id))
                self.run_parts(s, [self.rules.gate_tolls[s[self.phase]]], "", log)
            self.next_phase(s, log)

    def after_action(self, s: list[int], log: Log | None) -> None:
        """Back to where the choice came from."""
        s[self.stage], s[self.pending] = s[self.resume], 0
        self.advance(s, log)

    def wait(self, s: list[int], stage: int, action_index: int) -> None:
        """Wait at `stage` for what this move asks or draws."""
        s[self.acted], s[self.stage] = action_index, stage
