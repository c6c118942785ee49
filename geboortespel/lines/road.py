"""A campaign in line mode: the road as lines, and what to do next; after each game back to the road."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from geboortespel.lines.choose import Command, Question, Row, choose
from geboortespel.lines.outside import letters
from geboortespel.lines.terminal import EndOfInput, Terminal
from geboortespel.report import road as told
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.session.campaign import Road

LONG = 80
"""Characters from which a paragraph has an empty line before it."""

Play = Callable[[str], None]
"""Plays the alliance of this id, or goes on with a game of it."""


def show(terminal: Terminal, road: Road) -> None:
    """The road so far, the standing of alliances, and what goes along to the next."""
    tr = terminal.tr
    terminal.say(tr("The road through the years:"))
    for row in told.rows(road, tr):
        said = f": {row.said}" if row.said else ""
        terminal.say(f"  {row.year}  {row.name}{said}", hanging="        ")
    terminal.gap()
    for line in told.standing(road, tr):
        terminal.say(line)
    if road.next is not None:
        terminal.gap()
        ahead(terminal, road, road.next.id)


def told_whole(tr: Translator, road: Road) -> None:
    """The road with its ending, on standard output."""
    terminal = Terminal(tr)
    show(terminal, road)
    ending(terminal, road)


def ahead(terminal: Terminal, road: Road, name: str) -> None:
    """An alliance, and what a game of it begins with."""
    tr, one = terminal.tr, road.found.family.alliances[name]
    terminal.say(f"{one.year}: {one.name}. {one.about}.")
    items = told.along(road.carried(name), tr)
    if not items:
        terminal.say(tr("Nothing goes along here: you begin with what there is."))
    for heading, text in items:
        terminal.say(f"{heading}. {text}", indent="  ", hanging="  ")


def ending(terminal: Terminal, road: Road) -> None:
    """How the campaign ended."""
    for part in told.ending(road, terminal.tr):
        terminal.gap()
        terminal.say(part.heading.upper())
        for number, line in enumerate(part.lines):
            if number and len(line) > LONG:
                terminal.gap()
            terminal.say(line)


def opening(terminal: Terminal, road: Road) -> None:
    """What is told before the first alliance."""
    for paragraph in told.opening(road):
        terminal.say(paragraph)
        terminal.gap()


def travel(terminal: Terminal, road: Road, play: Play) -> None:
    """Play, skip and play again until that was enough."""
    tr = terminal.tr
    if not road.begun:
        opening(terminal, road)
    try:
        while True:
            road.settle()
            terminal.gap()
            show(terminal, road)
            ending(terminal, road)
            terminal.gap()
            chosen = _ask(terminal, road)
            if chosen is None:
                return
            what, name = chosen
            if what == "skip":
                road.skip(name)
            else:
                play(name)
    except EndOfInput:
        terminal.say(tr("End of input."))
    terminal.say(tr("The campaign is kept. Go on with:"))
    terminal.literal("  geboortespel campagne --tekst")


def _ask(terminal: Terminal, road: Road) -> tuple[str, str] | None:
    """(`play` or `skip`, the alliance); None to stop."""
    tr, now = terminal.tr, road.next
    options: list[tuple[str, str, str]] = []
    if now is not None:
        begun = road.going_on(now.id) is not None
        first = tr("Go on with {name}") if begun else tr("Play {name}")
        options.append(("play", now.id, first.format(name=now.name)))
        skip = tr("Skip {name}: there it goes as it went in history")
        options.append(("skip", now.id, skip.format(name=now.name)))
    done = [one for one in road.alliances if road.stop(one.id).done]
    if done:
        options.append(("again", "", tr("Play an earlier alliance, or play one again")))
    if not options:
        return None
    number = choose(
        terminal, Question(tr("And now?"), tuple(Row(text) for _, _, text in options), tr("stop")), _letters(terminal)
    )
    if not number:
        return None
    what, name, _ = options[number - 1]
    return (what, name) if name else _which(terminal, road)


def _which(terminal: Terminal, road: Road) -> tuple[str, str] | None:
    """Which alliance is played again; back to the road without one."""
    done = [row for row in told.rows(road, terminal.tr) if road.stop(row.id).done]
    rows = tuple(Row(f"{row.year} {row.name}: {row.said}") for row in done)
    question = Question(terminal.tr("Which one?"), rows, terminal.tr("back"))
    number = choose(terminal, question, _letters(terminal))
    return ("play", done[number - 1].id) if number else _ask(terminal, road)


def _letters(terminal: Terminal) -> Command:
    """Help and stopping."""
    return letters(terminal, terminal.tr("Type the number of your choice; 0 stops or goes back."), EndOfInput)
