"""What stands on the birth card: parents, name, date, weight, length, type, Apgar, and what everybody wrote on it.

`sheet` gathers it from a finished game, once, for every form it is shown in: lines (here), a framed page of text
(`plate`) and a picture (`portrait`). A game that ended without a birth gives a letter instead: what was decided and
what remains.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from geboortespel.report import firstyear
from geboortespel.report.remains import remains
from geboortespel.scenario.model import DRAWINGS
from geboortespel.words.catalog import N_
from geboortespel.words.money import million
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.talks import option
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.scenario.model import TalkIssue

BORN = ("geboren", "ontwerp", "vroeg")
"""Kinds of outcome that get a card."""
SCORES = (N_("not yet"), N_("nearly"), N_("good"))
"""A part of the Apgar in a word, by its points."""
MOST_FINGERS = 5


@frozen
class Signed:
    """What the players add: the name they chose, a sentence each, and the fingers they held up at the start."""

    name: str = ""
    sentences: tuple[str, ...] = ()
    fingers: tuple[int, ...] = ()


@frozen
class Light:
    """A part of the Apgar: its name, its points (0-2) and the word for them."""

    title: str
    points: int
    word: str


@frozen
class Sheet:
    """Everything on a card or a letter, as single lines of safe text. Empty is left out. `fields`: (label, value)."""

    born: bool
    drawing: str
    heading: str
    event: str
    name: str
    fields: tuple[tuple[str, str], ...]
    score: str
    lights: tuple[Light, ...]
    paragraphs: tuple[str, ...]
    kept: tuple[str, ...]
    sentences: tuple[str, ...]
    fingers_label: str
    fingers: tuple[int, ...]
    history: str


def signed_by(remarks: Iterable[tuple[str, Mapping[str, Any]]]) -> Signed:
    """What the players recorded: the last name and sentences, and the fingers of the start."""
    name = ""
    sentences: tuple[str, ...] = ()
    fingers: tuple[int, ...] = ()
    for kind, data in remarks:
        if kind == "kaartje":
            name = one_line(str(data.get("naam", "")))
            sentences = tuple(said for item in data.get("zinnen", ()) if (said := one_line(str(item))))
        elif kind == "vingers":
            fingers = tuple(n for n in data.get("vingers", ()) if type(n) is int and 0 <= n <= MOST_FINGERS)
    return Signed(name, sentences, fingers)


def is_birth(view: View) -> bool:
    """Whether the game ended with something to send a card about."""
    return view.outcome is not None and view.outcome.kind in BORN and not firstyear.is_year(view)


def sheet(voice: Voice, view: View, signed: Signed) -> Sheet:
    """What stands on the card of a birth, or on the letter of another ending. ValueError for an unfinished game."""
    if view.outcome is None:
        raise ValueError("the game has not ended")
    tr, scenario = voice.tr, voice.board.scenario
    card, born = scenario.card, is_birth(view)
    historical = one_line(card.name) if card else ""
    if firstyear.is_year(view):
        return _year(voice, view)
    named = signed.name or (historical if born else "") or one_line(scenario.title)
    parts = view.apgar() if born else {}
    total = tr("Apgar: {total} of {most}").format(total=sum(parts.values()), most=2 * len(parts)) if parts else ""
    lights = (Light(voice.titles.apgar(part), n, tr(SCORES[n])) for part, n in parts.items())
    history = tr("History called it {name}.").format(name=historical) if born and historical and signed.name else ""
    return Sheet(
        born=born,
        drawing=card.drawing if card else DRAWINGS[-1],
        heading=tr("BIRTH CARD") if born else tr("A LETTER"),
        event=voice.titles.outcome(view.outcome.id),
        name=named,
        fields=tuple(_fields(voice, view)) if born else (),
        score=total,
        lights=tuple(lights),
        paragraphs=() if born else tuple(_paragraphs(view.outcome.text)),
        kept=() if born else tuple(remains(voice, view)),
        sentences=signed.sentences,
        fingers_label=tr("fingers at the start") if signed.fingers else "",
        fingers=signed.fingers,
        history=history,
    )


def _year(voice: Voice, view: View) -> Sheet:
    """The page of a first year: the second Apgar, what it was worth, what the work came to cost and who has what."""
    assert view.outcome is not None
    tr, scenario = voice.tr, voice.board.scenario
    return Sheet(
        born=False,
        drawing=scenario.card.drawing if scenario.card else DRAWINGS[-1],
        heading=tr("THE FIRST YEAR"),
        event=voice.titles.outcome(view.outcome.id),
        name=one_line(scenario.title),
        fields=tuple(firstyear.worth(voice, view)),
        score=firstyear.score(voice, view),
        lights=tuple(Light(voice.titles.apgar(part), n, tr(SCORES[n])) for part, n in view.apgar().items()),
        paragraphs=tuple(_paragraphs(view.outcome.text)),
        kept=tuple(firstyear.money(voice, view)),
        sentences=(),
        fingers_label="",
        fingers=(),
        history="",
    )


def _fields(voice: Voice, view: View) -> Iterable[tuple[str, str]]:
    """(label, value) of what the card tells, in its order, without what is empty."""
    tr, card = voice.tr, voice.board.scenario.card
    form = (voice.titles.form(view.form) if view.form else "") or (one_line(card.form) if card else "")
    every = (
        (tr("Parents"), card.parents if card else ""),
        (tr("Child"), card.child if card else ""),
        (tr("Born in"), capital(voice.titles.round_name(min(view.round, view.rounds)))),
        (tr("Weight"), card.weight if card else ""),
        (tr("Length"), card.length if card else ""),
        (tr("Type"), capital(form)),
        (tr("Agreed"), agreed(voice, view)),
    )
    return ((label, said) for label, value in every if (said := one_line(value)))


def agreed(voice: Voice, view: View) -> str:
    """What was signed with the market, in a line: the target cost where there is one, and how gain and pain are shared.

    '' without an agreement.
    """
    talks = view.talks
    if talks is None or talks.status != "akkoord":
        return ""
    signed = [list(issue.options)[(view.value(f"afspraak.{issue.id}") or 1) - 1] for issue in _issues(voice)]
    staffel = talks.staffel(signed)
    target = voice.tr("TAB {amount}")
    said = [] if staffel is None else [target.format(amount=million(staffel.target, voice.tr))]
    shared = {issue for issue, _ in talks.ways_to_share}
    said += [
        option(voice.titles, issue.id, chosen).lower()
        for issue, chosen in zip(_issues(voice), signed, strict=True)
        if issue.id in shared
    ]
    return ", ".join(said)


def _issues(voice: Voice) -> Iterable[TalkIssue]:
    return voice.board.scenario.talk_issues.values()


def _paragraphs(text: str) -> Iterable[str]:
    """The author's text in paragraphs of one line each."""
    return (said for part in text.split("\n\n") if (said := one_line(part)))


def birth_card(voice: Voice, view: View, signed: Signed) -> list[str]:
    """The card or the letter, line by line, for a screen reader and for paper."""
    return lines(sheet(voice, view, signed), voice)


def lines(card: Sheet, voice: Voice) -> list[str]:
    """A sheet as plain lines."""
    tr = voice.tr
    said = [card.heading, "", card.name, card.event, *_after(card.paragraphs)]
    said += _after([f"{label}: {value}" for label, value in card.fields])
    said += _after([card.score, *(f"  {light.title}: {light.points}, {light.word}" for light in card.lights)])
    kept = tr("What remains")
    said += _after([f"{kept}:", *(f"  {item}" for item in card.kept)] if card.kept else [])
    said += _after([f"'{sentence}'" for sentence in card.sentences])
    if card.fingers:
        held = ", ".join(str(n) for n in card.fingers)
        said += ["", tr("Fingers at the start: {fingers}").format(fingers=held)]
    return said + ([card.history] if card.history else [])


def _after(part: Sequence[str]) -> list[str]:
    """A part under an empty line, or nothing."""
    kept = [line for line in part if line]
    return ["", *kept] if kept else []


def apgar(voice: Voice, view: View) -> list[str]:
    """The score: a line of the whole, then its parts."""
    parts = view.apgar()
    if not parts:
        return []
    total = voice.tr("Apgar: {total} of {most}").format(total=sum(parts.values()), most=2 * len(parts))
    return [total, *(f"  {voice.titles.apgar(part)}: {score}" for part, score in parts.items())]


def plain(said: Sequence[str]) -> str:
    """The card as one text."""
    return "\n".join(said) + "\n"
