"""Numbered choices: a list from 1, `0` to pass or go back, letters for what is always possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import field, frozen

from geboortespel.lines.terminal import Terminal

PAGE = 12
"""Most rows shown at once; the last number then shows what is left."""

MOST_SAID = 40
"""Characters of an answer that are said back."""

Command = Callable[[str], bool]
"""Handles a letter such as `b`; False when it means nothing here."""


@frozen
class Row:
    """One choice: its text, what `?N` tells about it, and what `wN` tells: what its numbers are made of."""

    text: str
    about: str = ""
    why: Callable[[], Sequence[str]] | None = field(default=None, eq=False)


@frozen
class Question:
    """A list to choose from. `zero` says what 0 does; '' when 0 is no answer."""

    title: str
    rows: tuple[Row, ...]
    zero: str = ""


def rows(texts: Sequence[str]) -> tuple[Row, ...]:
    return tuple(Row(text) for text in texts)


def choose(terminal: Terminal, question: Question, command: Command) -> int:
    """Ask until an answer fits: 1..n for a row, 0 for `zero`. EndOfInput when there is nothing more to read."""
    first = 0
    while True:
        shown = _page(question.rows, first)
        more = first + len(shown) < len(question.rows) or first > 0
        _show(terminal, question, shown, first, more)
        number = _number(terminal, question, shown, more, command)
        if number is None:
            continue
        if more and number == len(shown) + 1:
            first = first + len(shown) if first + len(shown) < len(question.rows) else 0
            continue
        return first + number if number else 0


def _page(every: tuple[Row, ...], first: int) -> tuple[Row, ...]:
    return every if len(every) <= PAGE + 1 else every[first : first + PAGE]


def _show(terminal: Terminal, question: Question, shown: tuple[Row, ...], first: int, more: bool) -> None:
    tr = terminal.tr
    if question.title:
        terminal.say(question.title)
    for number, row in enumerate(shown, 1):
        terminal.say(f"{number:>2}  {row.text}", hanging="    ")
    if more:
        left = len(question.rows) - first - len(shown)
        rest = tr.many("{n} more", "{n} more", left) if left else tr("from the start")
        terminal.say(f"{len(shown) + 1:>2}  {rest}")
    if question.zero:
        terminal.say(f" 0  {question.zero}")


def _number(terminal: Terminal, question: Question, shown: tuple[Row, ...], more: bool, command: Command) -> int | None:
    """A number that fits; None when the list has to be shown again."""
    last = len(shown) + more
    while True:
        answer = terminal.answer()
        if answer.isdecimal() and len(answer) < 4 and (0 < int(answer) <= last or (int(answer) == 0 and question.zero)):
            return int(answer)
        if answer[:1] == "?" and answer[1:].isdecimal() and 0 < int(answer[1:]) <= len(shown):
            row = shown[int(answer[1:]) - 1]
            terminal.say(row.about or row.text)
            continue
        if answer[:1] in ("w", "W") and answer[1:].isdecimal() and 0 < int(answer[1:]) <= len(shown):
            _why(terminal, shown[int(answer[1:]) - 1])
            continue
        if command(answer):
            return None
        terminal.forget()
        terminal.say(refused(terminal, answer, last, question.zero))


def _why(terminal: Terminal, row: Row) -> None:
    """What the numbers of a row are made of."""
    for line in row.why() if row.why is not None else (terminal.tr("There is no number here."),):
        terminal.say(line, hanging="        " if line.startswith(" ") else "")


def refused(terminal: Terminal, answer: str, last: int, zero: str) -> str:
    """That an answer does not fit, and what does."""
    tr = terminal.tr
    fits = tr("1") if last == 1 else tr("a number from 1 to {last}").format(last=last)
    if zero:
        fits = tr("{fits}, or 0: {zero}").format(fits=fits, zero=zero)
    return tr("'{answer}' does not fit here. What does: {fits}. Type ? for help.").format(
        answer=short(answer), fits=fits
    )


def short(answer: str) -> str:
    """An answer as it is said back: its beginning."""
    return answer if len(answer) <= MOST_SAID else answer[: MOST_SAID - 1] + "…"
