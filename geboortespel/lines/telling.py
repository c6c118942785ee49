"""Telling what an action did: the journal line, what happened, what changed; and the echo at the end of a phase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geboortespel.lines import board, changes
from geboortespel.lines.choose import Command, Question, choose, rows
from geboortespel.lines.remarks import remember
from geboortespel.lines.terminal import Terminal
from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt, Session

HEADINGS = ("ronde", "fase", "echo", "einde")
"""Notes that begin something new: an empty line before them, and what changed is told first."""


class Teller:
    """Tells one session at one terminal to `count` people."""

    def __init__(self, terminal: Terminal, voice: Voice, session: Session, command: Command) -> None:
        self.terminal, self.voice, self.session, self.command = terminal, voice, session, command
        self.tr = voice.tr
        self.count = 1
        self.lights_shown = False
        self._hinted: set[int] = set()

    def number(self, receipt: Receipt) -> None:
        """The journal line of what is on disk now."""
        self.terminal.forget()
        self.terminal.say(f"#{receipt.line}")

    def tell(self, receipt: Receipt) -> None:
        """What happened, and what changed."""
        first = next((i for i, note in enumerate(receipt.notes) if note[0] in HEADINGS), len(receipt.notes))
        done, itself, news = changes.sentences(self.voice, self.session, receipt)
        self.lights_shown = False
        self.notes(receipt.notes[:first])
        self._say(done)
        self._say(itself)
        self.notes(receipt.notes[first:])
        self._say(news)

    def _say(self, sentence: str) -> None:
        if sentence:
            self.terminal.say(sentence, hanging="  ")

    def notes(self, items: Sequence[tuple[str, ...]]) -> None:
        """What happened, in order: a route is told once; the echo asks its question before it shows the lights."""
        view = self.session.view(None)
        for note in items:
            again = note[0] == "route" and self.session.moments.told_before(self.session.line, note)
            text = "" if again else self.voice.note(note, view)
            if not text:
                continue
            if note[0] in HEADINGS:
                self.terminal.gap()
            self.terminal.say(text)
            if note[0] == "echo":
                self.echo()
            elif note[0] == "ronde":
                self._lead(int(note[1]))

    def _lead(self, number: int) -> None:
        """The kartrekker of the month, when there are several people."""
        if self.count > 1:
            person = (number - 1) % self.count + 1
            self.terminal.say(self.tr("Player {n} takes the lead now: read the news aloud.").format(n=person))

    def echo(self) -> None:
        """Everybody names the weakest perspective; then the lights."""
        used = [p for p in PERSPECTIVES if any(a.perspective == p for a in self.voice.board.scenario.aspects.values())]
        if len(used) > 1:
            listed = rows([self.voice.titles.perspective(p) for p in used])
            title = self.tr("Which perspective is the weakest? Everybody points at the same time.")
            said = self.each(Question(title, listed, self.tr("no idea")))
            if any(said):
                pointed = [used[number - 1] if number else "" for number in said]
                remember(self.terminal, self.session, "zwakste", {"perspectief": pointed})
        self.lights()

    def lights(self) -> None:
        """A line for each perspective; once for what was told."""
        if self.lights_shown:
            return
        self.lights_shown = True
        for line in board.summary(self.voice, self.session.view(None)):
            self.terminal.say(line)

    def each(self, question: Question) -> list[int]:
        """What everybody answers to a question for all, one after the other."""
        if self.count == 1:
            return [choose(self.terminal, question, self.command)]
        said = []
        for n in range(1, self.count + 1):
            who = self.tr("Player {n}:").format(n=n)
            asked = Question(f"{who} {question.title}", question.rows, question.zero)
            said.append(choose(self.terminal, asked, self.command))
        return said

    def hint(self, view: View) -> None:
        for i, hint in enumerate(self.voice.board.scenario.hints):
            if i not in self._hinted and hint.text and view.holds(hint.when):
                self._hinted.add(i)
                self.terminal.say(self.tr("Tip: {text}").format(text=one_line(hint.text)))
                return
