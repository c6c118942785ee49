"""The family tree in line mode: the alliances by their years, the card of one, and its scenario to play."""

from __future__ import annotations

from collections.abc import Callable

from geboortespel.lines.choose import Question, Row, choose
from geboortespel.lines.terminal import Terminal
from geboortespel.report.tree.kin import Kin, tree
from geboortespel.report.tree.telling import card, playing, when
from geboortespel.scenario.family_texts import family_in

Command = Callable[[str], bool]


def walk(terminal: Terminal, command: Command) -> str | None:
    """Show cards as long as one is asked for; the id of the scenario to play, None to go back."""
    tr = terminal.tr
    found = tree(family_in(tr.language))
    kin = list(found.kin.values())
    if not kin:
        terminal.say(tr("There is no family tree here."))
        return None
    rows = tuple(Row(f"{one.name}, {when(one, tr)}", _about(one)) for one in kin)
    while number := choose(terminal, Question(tr("Family tree of alliances"), rows, tr("back")), command):
        one = kin[number - 1]
        for line in card(found, one, tr, playing(one, tr)):
            terminal.say(line.plain, hanging=" " * line.hang)
        if one.playable and choose(terminal, Question("", (Row(tr("To play")),), tr("back")), command):
            return one.id
    return None


def _about(one: Kin) -> str:
    return one.alliance.about if one.alliance is not None else ""
