"""Waarom? (`w`): what a number is made of, in causes that add up; of what is hidden a band and what was witnessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from geboortespel.lines.choose import Command, Question, Row, choose
from geboortespel.lines.terminal import Terminal
from geboortespel.words.why.written import lines

if TYPE_CHECKING:
    from geboortespel.words.catalog import Translator
    from geboortespel.words.why import Asked, Group


def ask(terminal: Terminal, tr: Translator, groups: Sequence[Group], command: Command) -> None:
    """Choose a group, then a number, and tell what it is made of; again until 0."""
    zero = tr("back to the game")
    while True:
        titles = tuple(Row(title) for title, _ in groups)
        group = choose(terminal, Question(tr("Why? About what:"), titles, zero), command)
        if not group:
            return
        title, some = groups[group - 1]
        while True:
            listed = tuple(Row(one.label) for one in some)
            number = choose(terminal, Question(title, listed, tr("back")), command)
            if not number:
                break
            tell(terminal, tr, some[number - 1])


def tell(terminal: Terminal, tr: Translator, one: Asked) -> None:
    """One answer."""
    for line in lines(one.tell(), tr):
        terminal.say(line, hanging="        " if line.startswith(" ") else "")


def of(tr: Translator, find: Callable[[], Asked | None]) -> Callable[[], Sequence[str]]:
    """What `wN` tells about a choice; looked up when it is asked."""

    def told() -> Sequence[str]:
        one = find()
        return lines(one.tell(), tr) if one is not None else [tr("There is no number here.")]

    return told
