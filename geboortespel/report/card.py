"""The birth card as plain text: parents, name, date, weight, length, type, Apgar, and what everybody wrote on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View

BORN = ("geboren", "ontwerp", "vroeg")
"""Kinds of outcome that get a card."""


@frozen
class Signed:
    """What the players add: the name they chose, a sentence each, and the fingers they held up at the start."""

    name: str = ""
    sentences: tuple[str, ...] = ()
    fingers: tuple[int, ...] = ()


def signed_by(remarks: Iterable[tuple[str, Mapping[str, Any]]]) -> Signed:
    """What the players recorded: the last name and sentences, and the fingers of the start."""
    name = ""
    sentences: tuple[str, ...] = ()
    fingers: tuple[int, ...] = ()
    for kind, data in remarks:
        if kind == "kaartje":
            name, sentences = str(data.get("naam", "")), tuple(map(str, data.get("zinnen", ())))
        elif kind == "vingers":
            fingers = tuple(int(n) for n in data.get("vingers", ()))
    return Signed(name, sentences, fingers)


def is_birth(view: View) -> bool:
    """Whether the game ended with something to send a card about."""
    return view.outcome is not None and view.outcome.kind in BORN


def birth_card(voice: Voice, view: View, signed: Signed) -> list[str]:
    """The card, line by line. Only for a game that ended in a birth (`is_birth`)."""
    tr, scenario = voice.tr, voice.board.scenario
    card = scenario.card
    title = voice.titles.outcome(view.outcome.id) if view.outcome else ""
    name = signed.name or (one_line(card.name) if card else "") or one_line(scenario.title)
    said = [tr("BIRTH CARD"), "", name, title, ""]
    last = min(view.round, view.rounds)
    fields = [
        (tr("Parents"), card.parents if card else ""),
        (tr("Child"), card.child if card else ""),
        (tr("Born in"), capital(voice.titles.round_name(last))),
        (tr("Weight"), card.weight if card else ""),
        (tr("Length"), card.length if card else ""),
        (tr("Type"), (voice.titles.form(view.form) if view.form else "") or (card.form if card else "")),
    ]
    said += [f"{label}: {one_line(value)}" for label, value in fields if value]
    score = apgar(voice, view)
    said += ["", *score] if score else []
    if signed.sentences:
        said += ["", *(f"'{one_line(sentence)}'" for sentence in signed.sentences)]
    if signed.fingers:
        held = ", ".join(str(n) for n in signed.fingers)
        said += ["", tr("Fingers at the start: {fingers}").format(fingers=held)]
    if card and card.name and signed.name:
        said.append(tr("History called it {name}.").format(name=one_line(card.name)))
    return said


def apgar(voice: Voice, view: View) -> list[str]:
    """The score: a line of the whole, then its parts."""
    parts = view.apgar()
    if not parts:
        return []
    total = voice.tr("Apgar: {total} of {most}").format(total=sum(parts.values()), most=2 * len(parts))
    return [total, *(f"  {voice.titles.apgar(part)}: {score}" for part, score in parts.items())]


def plain(lines: Sequence[str]) -> str:
    """The card as one text."""
    return "\n".join(lines) + "\n"
