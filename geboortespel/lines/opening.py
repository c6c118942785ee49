"""The first five minutes: a sentence, the assignment, who plays whom, and the fingers of the start (design 5)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from geboortespel.lines.choose import Command, Question, choose, rows, short
from geboortespel.lines.terminal import Terminal
from geboortespel.scenario.model import Scenario
from geboortespel.words.plain import joined, one_line, safe

MOST_PEOPLE = 4
MOST_FINGERS = 5


@frozen
class Person:
    """Somebody at the table and the believers they play."""

    seats: tuple[str, ...]


def briefing(terminal: Terminal, scenario: Scenario) -> None:
    """The opening sentence, the assignment and its facts."""
    terminal.gap()
    terminal.say(one_line(scenario.title))
    if scenario.opening is not None:
        terminal.gap()
        who = one_line(scenario.opening.who)
        said = f'"{safe(scenario.opening.text).strip()}"'
        terminal.say(f"{who}: {said}" if who else said)
    if scenario.assignment:
        terminal.gap()
        terminal.say(safe(scenario.assignment).strip())
    for name, fact in scenario.facts.items():
        terminal.say(f"{name.replace('-', ' ').capitalize()}: {one_line(fact)}", indent="  ", hanging="    ")


def roles(terminal: Terminal, scenario: Scenario, seats: Sequence[str]) -> None:
    """A line for each believer that is played by people, and a word about who joins later."""
    tr = terminal.tr
    if not scenario.believers:
        return
    terminal.gap()
    terminal.say(tr("You are:"))
    for seat in seats:
        believer = scenario.believers[seat]
        later = "" if believer.present else tr(" (joins later)")
        text = f"{one_line(believer.title) or seat}{later}. {safe(believer.text).strip()}".strip()
        terminal.say(text, indent="  ", hanging="    ")


def people(
    terminal: Terminal, scenario: Scenario, seats: Sequence[str], command: Command, number: int | None = None
) -> tuple[Person, ...]:
    """With how many they are, and who plays which believers: shared out in turn, those present first.

    Asks for the number, unless it is known or only one can play.
    """
    most = min(MOST_PEOPLE, len(seats))
    if most < 2:
        return (Person(tuple(seats)),)
    tr = terminal.tr
    terminal.gap()
    if number is None or not 0 < number <= most:
        texts = [tr.many("{n} person", "{n} people", n) for n in range(1, most + 1)]
        number = choose(terminal, Question(tr("How many of you are playing?"), rows(texts)), command)
    present = sorted(seats, key=lambda seat: not (seat in scenario.believers and scenario.believers[seat].present))
    shared = tuple(Person(tuple(present[i::number])) for i in range(number))
    if number > 1:
        for i, person in enumerate(shared, 1):
            names = [one_line(scenario.believers[seat].title) or seat for seat in person.seats]
            terminal.say(tr("Player {n}: {roles}.").format(n=i, roles=joined(names, tr("and"))))
    return shared


def fingers(terminal: Terminal, count: int, command: Command) -> list[int]:
    """Everybody's fingers, 0-5, to 'would you make this an alliance?'."""
    tr = terminal.tr
    terminal.gap()
    terminal.say(tr("Would you make this an alliance? Hold up your fingers, all at once: 0 is no, 5 is certainly."))
    if count > 1:
        terminal.say(tr("A mistake? Type undo, and the last of you types it again."))
    found: list[int] = []
    while len(found) < count:
        if count > 1:
            terminal.say(tr("Player {n}:").format(n=len(found) + 1))
        answer = terminal.answer()
        if answer in ("u", "undo", "ongedaan") and found:
            found.pop()
            continue
        if answer.isdecimal() and len(answer) == 1 and int(answer) <= MOST_FINGERS:
            found.append(int(answer))
            continue
        if command(answer):
            continue
        terminal.forget()
        terminal.say(tr("'{answer}' does not fit here. What does: a number from 0 to 5.").format(answer=short(answer)))
    return found
