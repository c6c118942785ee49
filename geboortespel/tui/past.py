"""What the table shows of the past: when phases began, where people stood a round ago, who spoke last. From the journal
alone, so that going on later shows the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geboortespel.words.plain import safe

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.session.moments import Moment
    from geboortespel.session.session import Session
    from geboortespel.words.voice import Voice

ANSWERS = frozenset({"raak", "mis", "sleets", "gehoord"})
GREETED = "luisteren"
"""The verb that is told with a greeting; who comes back to convince gets the answer alone."""


@dataclass(frozen=True)
class Speech:
    """What somebody said: their sentences without quotation marks, how it went, and the concern they named."""

    actor: str
    sentences: tuple[str, ...]
    kind: str
    """`raak`, `mis`, `sleets`, `gehoord`, or '' for a greeting alone."""
    concern: str = ""
    round: int = 0


class Past:
    """Reads the moments of a session; keeps answers as long as the journal does not grow."""

    def __init__(self, session: Session, voice: Voice) -> None:
        self.session, self.voice = session, voice
        self._line = -1
        self._way: list[Moment] = []
        self._said: dict[int, tuple[Speech, ...]] = {}

    def way(self) -> list[Moment]:
        """The moments of this branch, newest first."""
        if self._line != self.session.line:
            self._line, self._way = self.session.line, list(self.session.moments.way(self.session.line))
        return self._way

    def phase_starts(self) -> dict[str, int]:
        """Phase → its first round, of those that have begun."""
        found: dict[str, int] = {}
        for moment in reversed(self.way()):
            view = self.session.game.view(moment.state)
            if view.phase:
                found.setdefault(view.phase, max(1, view.round))
        return found

    def support_before(self, seat: str | None) -> dict[str, int]:
        """Support at the start of the previous round, of those heard by then; this round's start in the first round."""
        starts = [moment for moment in self.way() if any(note[0] == "ronde" for note in moment.notes)]
        if not starts:
            return {}
        then = self.session.game.view(starts[min(1, len(starts) - 1)].state, seat)
        values = {actor: then.value(f"steun.{actor}") for actor in self.session.board.actors}
        return {actor: value for actor, value in values.items() if value is not None}

    def last_speech(self, actor: str = "") -> Speech | None:
        """What was said last, by this actor or by anybody."""
        for moment in self.way():
            for speech in reversed(self.speeches(moment)):
                if actor in ("", speech.actor):
                    return speech
        return None

    def speeches(self, moment: Moment) -> tuple[Speech, ...]:
        """What was said in one moment, in order."""
        if moment.line not in self._said:
            view, notes = self.session.view_at(moment.line), self.session.notes(moment.line)
            self._said[moment.line] = tuple(_speeches(self.voice, view, notes))
        return self._said[moment.line]


def _speeches(voice: Voice, view: View, notes: Sequence[tuple[str, ...]]) -> list[Speech]:
    said: list[Speech] = []
    greeting: dict[str, str] = {}
    for note in notes:
        match note:
            case ("zet", _, what, actor, _) if actor in voice.board.scenario.actors:
                if voice.board.scenario.moves[what].verb == GREETED:
                    greeting = {actor: voice.line(actor, "groet", view)}
            case (kind, actor, *rest) if kind in ANSWERS and actor in voice.board.scenario.actors:
                answer = _answer(voice, view, kind, actor, rest[0] if rest else "")
                words = tuple(filter(None, (greeting.pop(actor, ""), answer)))
                if words:
                    said.append(Speech(actor, words, kind, rest[0] if kind == "gehoord" else "", view.round))
    said += [Speech(actor, (words,), "", "", view.round) for actor, words in greeting.items() if words]
    return said


def _answer(voice: Voice, view: View, kind: str, actor: str, what: str) -> str:
    if kind == "gehoord":
        concern = voice.board.scenario.concerns.get(what)
        own = voice.line(actor, f"zorg.{what}", view)
        return own or (safe(concern.line).strip() if concern else "")
    return voice.line(actor, f"raak.{what}" if kind == "raak" else kind, view)
