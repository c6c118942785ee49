"""Waarom? (`w`): the causes behind a number, newest first, adding up to the value on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.lines.choose import Command, Question, Row, choose
from geboortespel.lines.terminal import Terminal
from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.session.session import Session

SHOWN = 12
"""Causes shown at once; older ones are summed up."""


def ask(terminal: Terminal, voice: Voice, view: View, ledger: Session, command: Command) -> None:
    """Choose a group, then a quantity, and tell its causes; again until 0."""
    groups = [(title, names) for title, names in groups_of(voice, view) if names]
    zero = voice.tr("back to the game")
    while True:
        titles = tuple(Row(title) for title, _ in groups)
        group = choose(terminal, Question(voice.tr("Why? About what:"), titles, zero), command)
        if not group:
            return
        names = groups[group - 1][1]
        while True:
            listed = tuple(Row(capital(_with_value(voice, view, name))) for name in names)
            number = choose(terminal, Question(groups[group - 1][0], listed, voice.tr("back")), command)
            if not number:
                break
            for line in told(voice, view, names[number - 1], ledger):
                terminal.say(line, hanging="        ")


def groups_of(voice: Voice, view: View) -> list[tuple[str, list[str]]]:
    """What can be asked about, by heading: names of quantities."""
    tr, scenario = voice.tr, voice.board.scenario
    groups = [
        (voice.titles.perspective(p), [a.id for a in scenario.aspects.values() if a.perspective == p])
        for p in PERSPECTIVES
    ]
    groups.append((tr("Round the table"), [f"steun.{actor}" for actor in voice.board.actors]))
    groups.append((tr("Thresholds"), [f"weerstand.{threshold}" for threshold in view.thresholds]))
    groups.append((tr("You"), [f"energie.{b}" for b in scenario.believers if view.value(f"meedoet.{b}")]))
    groups.append((tr("Counters"), [c for c in scenario.counters if view.value(c) is not None]))
    return groups


def told(voice: Voice, view: View, name: str, ledger: Session) -> list[str]:
    """The value and its causes. A hidden value shows as its band, with what was witnessed and no total."""
    if name in voice.board.scenario.aspects:
        return _aspect(voice, view, name, ledger)
    return [f"{capital(_with_value(voice, view, name))}.", *_entries(voice, name, ledger, view)]


def _with_value(voice: Voice, view: View, name: str) -> str:
    value = voice.level(name, view) if name in voice.board.scenario.aspects else view.value(name)
    if value is not None:
        return f"{voice.quantity(name)}: {value}"
    family, _, actor = name.partition(".")
    return f"{voice.quantity(name)}: {voice.support(actor, view)}" if family == "steun" else voice.quantity(name)


def _aspect(voice: Voice, view: View, aspect_id: str, ledger: Session) -> list[str]:
    """An aspect: of fact and insight the lower counts; a stock may be held back; a derived one follows others."""
    tr, aspect = voice.tr, voice.board.scenario.aspects[aspect_id]
    bound = tr("green from {green}, orange from {amber}").format(green=aspect.green, amber=aspect.amber)
    said = [f"{_with_value(voice, view, aspect_id)}, {voice.titles.colour(view.colour(aspect_id))} ({bound})."]
    if aspect.derived is not None:
        estimate = voice.span(aspect_id, view)
        return [*said, tr("It follows from other things on the board."), *([estimate] if estimate else [])]
    if aspect.fact is not None or aspect.insight is not None:
        said.append(tr("The lower of two counts: what it is, and what you see of it."))
        for name in (f"feit.{aspect_id}", f"inzicht.{aspect_id}"):
            said += [f"{capital(_with_value(voice, view, name))}.", *_entries(voice, name, ledger, view)]
        return said
    stock = view.value(f"stand.{aspect_id}")
    held = [t for t in view.thresholds if aspect_id in voice.board.scenario.thresholds[t].caps]
    if held and stock != view.level(aspect_id):
        names = ", ".join(f"'{voice.titles.threshold(t)}'" for t in held)
        said.append(tr("It would be {stock}, but is held back by {names}.").format(stock=stock, names=names))
    return [*said, *_entries(voice, f"stand.{aspect_id}", ledger, view)]


def _entries(voice: Voice, name: str, ledger: Session, view: View) -> list[str]:
    causes = ledger.causes(name, view.seat).since_the_draw()
    entries = causes.entries
    said = [f"  {entry.delta:+4d}  {voice.cause(entry.cause)}" for entry in entries[:SHOWN]]
    older = sum(entry.delta for entry in entries[SHOWN:])
    if len(entries) > SHOWN:
        before = voice.tr("everything before that")
        said.append(f"  {older:+4d}  {before}")
    if causes.start is not None and (causes.start or not entries):
        begin = voice.cause(("begin",))
        said.append(f"  {causes.start:4d}  {begin}")
    return said
