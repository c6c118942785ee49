"""The debriefing in line mode: six steps, a question at a time, and what is said written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.lines.choose import Command, choose, rows
from geboortespel.lines.choose import Question as Asked
from geboortespel.lines.remarks import remember
from geboortespel.lines.terminal import Terminal
from geboortespel.report.debriefing import REMARK, Question, Step, guide
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.session.session import Session


def walk(terminal: Terminal, voice: Voice, session: Session, command: Command) -> None:
    """Through all steps, until that was enough. EndOfInput or Quit when the players stop."""
    tr = terminal.tr
    for step in guide(voice, session).steps:
        terminal.gap()
        head = tr("{n}. {title} ({minutes} minutes)")
        terminal.say(head.format(n=step.number, title=step.title, minutes=step.minutes))
        terminal.say(step.aim)
        terminal.say(step.tip)
        for question in step.questions:
            if not _asked(terminal, session, step, question, command):
                return


def _asked(terminal: Terminal, session: Session, step: Step, question: Question, command: Command) -> bool:
    """Whether to go on after this question; notes are kept as they come."""
    tr = terminal.tr
    terminal.gap()
    terminal.say(question.text)
    if question.fact:
        terminal.say(question.fact, "  ")
    listed = rows([tr("go on"), tr("write down what is said")])
    while True:
        number = choose(terminal, Asked("", listed, tr("that was it")), command)
        if number < 2:
            return number == 1
        terminal.say(tr("What is said? One line."))
        typed = terminal.sentence()
        if typed:
            remember(terminal, session, REMARK, {"stap": step.id, "vraag": question.id, "tekst": typed})
