"""The guide to print: Markdown, with room to write under every question."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.debriefing.pages import Guide, Question, Step, Written
from geboortespel.words.catalog import Translator

ROOM = "…" * 36
"""A line to write on."""
_SPECIAL = "\\`*_{}[]<>#|"


def markdown(guide: Guide, tr: Translator) -> str:
    """The whole guide."""
    minutes = tr("Count on some {n} minutes. Leave out what does not fit; keep the order.").format(n=guide.minutes)
    head = tr("Debriefing of {title}").format(title=plain(guide.title))
    lines = [f"# {head}", "", plain(guide.ended), "", minutes]
    for step in guide.steps:
        lines += ["", *_step(step, tr)]
    return "\n".join(lines) + "\n"


def _step(step: Step, tr: Translator) -> Iterator[str]:
    head = tr("{n}. {title} ({minutes} minutes)").format(n=step.number, title=step.title, minutes=step.minutes)
    yield f"## {head}"
    yield ""
    yield f"*{plain(step.aim)}*"
    yield ""
    yield f"> {plain(step.tip)}"
    for question in step.questions:
        yield ""
        yield from _question(question, [note for note in step.notes if note.question == question.id])
    known = {question.id for question in step.questions}
    others = [note for note in step.notes if note.question not in known]
    if others:
        yield ""
        yield from (f"- {plain(note.text)}" for note in others)


def _question(question: Question, notes: list[Written]) -> Iterator[str]:
    yield f"**{plain(question.text)}**"
    yield ""
    if question.fact:
        yield plain(question.fact)
        yield ""
    yield from (f"- {plain(note.text)}" for note in notes)
    if not notes:
        yield ROOM


def plain(text: str) -> str:
    """Text in which nothing means something to Markdown."""
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in text)
