"""Guesses beside what was so: fingers of the start, the weakest perspective, the vote, what people worried about."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.report.card import is_birth, signed_by
from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import Past, Remark
from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice


@frozen
class Weakest:
    """Perspectives that were pointed at, and those that had the smallest share of green then (more when equal)."""

    round: int
    guessed: tuple[str, ...]
    weakest: tuple[str, ...]


@frozen
class Predicted:
    """How many each thought would be for, and how many were (None: there was no vote after it)."""

    round: int
    guessed: tuple[int, ...]
    votes: int | None


@frozen
class Worry:
    """A guess at what an actor worried about, and what it was ('' when nothing was heard)."""

    round: int
    actor: str
    guessed: str
    told: str
    right: bool


def weakest(past: Past) -> Iterator[Weakest]:
    """Every time the weakest perspective was named."""
    for remark in past.remarks:
        if remark.kind == "zwakste":
            guessed = tuple(p for p in map(str, _many(remark.data.get("perspectief"))) if p in PERSPECTIVES)
            if guessed:
                yield Weakest(_round(past, remark), guessed, _weak(past, remark))


def _weak(past: Past, remark: Remark) -> tuple[str, ...]:
    view, aspects = past.view(remark.moment.state), past.session.board.scenario.aspects
    shares: dict[str, tuple[int, int]] = {}
    for aspect in view.required:
        green, every = shares.get(aspects[aspect].perspective, (0, 0))
        shares[aspects[aspect].perspective] = (green + (view.colour(aspect) == "groen"), every + 1)
    least = min((green / every for green, every in shares.values()), default=0)
    return tuple(p for p in PERSPECTIVES if p in shares and shares[p][0] / shares[p][1] == least)


def predicted(past: Past) -> Iterator[Predicted]:
    """Every prediction of a vote, with the vote that came after it."""
    for remark in past.remarks:
        guessed = tuple(n for n in _many(remark.data.get("voor")) if type(n) is int)
        if remark.kind == "voorspelling" and guessed:
            after = (m for m in past.way if m.line > remark.moment.line and any(n[0] == "stem" for n in m.notes))
            voted = next(after, None)
            votes = None if voted is None else sum(n[0] == "stem" and n[2] == "ja" for n in voted.notes)
            yield Predicted(_round(past, remark), guessed, votes)


def worries(past: Past) -> Iterator[Worry]:
    """Every guess at a concern."""
    for number, moment, note in past.notes("gok"):
        told = next((n[2] for n in moment.notes if n[0] == "gehoord" and n[1] == note[1]), "")
        yield Worry(number, note[1], note[2], told, note[3] == "raak")


def _round(past: Past, remark: Remark) -> int:
    return min(past.view(remark.moment.state).round, past.now.rounds)


def _many(value: object) -> list[object]:
    """A remark's value: one, or one for each person."""
    return list(value) if isinstance(value, list) else [value]


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, past: Past) -> list[Line]:
    """Each kind of guess under its heading; a line when nobody guessed anything."""
    groups = [list(part) for part in (_fingers(voice, past), _weakest(voice, past), _votes(voice, past))]
    lines = parted([*groups, list(_worries(voice, past))])
    return lines or [line(voice.tr("Nobody put a guess on the table in this game."))]


def _fingers(voice: Voice, past: Past) -> Iterator[Line]:
    tr, held = voice.tr, signed_by(past.session.remarks).fingers
    if not held:
        return
    yield heading(tr("Would you make this an alliance?"))
    said = tr("Fingers at the start: {fingers}").format(fingers=", ".join(map(str, held)))
    yield line(f"  {said}.", hang=2)
    if past.now.outcome is not None:
        became = tr("It became: {outcome}.").format(outcome=voice.titles.outcome(past.now.outcome.id))
        yield line(f"  {became}", hang=2)
        if is_birth(past.now) and min(held) < max(held):
            doubted = [n for n, fingers in enumerate(held, 1) if fingers == min(held)]
            if len(doubted) == 1:
                yield line("  " + tr("Player {n} doubted most at the start. Ask what changed.").format(n=doubted[0]))


def _weakest(voice: Voice, past: Past) -> Iterator[Line]:
    tr, names = voice.tr, voice.titles.perspective
    for n, item in enumerate(weakest(past)):
        if n == 0:
            yield heading(tr("Which perspective was the weakest?"))
        right = set(item.guessed) & set(item.weakest)
        said = tr("{round}: you pointed at {guessed}; it was {weakest}.").format(
            round=capital(voice.titles.round_name(item.round)),
            guessed=joined([names(p) for p in dict.fromkeys(item.guessed)], tr("and")),
            weakest=joined([names(p) for p in item.weakest], tr("and")),
        )
        yield line(_mark(bool(right)), said, hang=4)


def _votes(voice: Voice, past: Past) -> Iterator[Line]:
    tr = voice.tr
    for n, item in enumerate(predicted(past)):
        if n == 0:
            yield heading(tr("How many would be for?"))
        head = capital(voice.titles.round_name(item.round))
        guessed = ", ".join(map(str, item.guessed))
        if item.votes is None:
            yield line(f"    {head}: " + tr("you said {n}; there was no vote.").format(n=guessed), hang=4)
            continue
        said = tr("you said {n}; it was {votes}.").format(n=guessed, votes=item.votes)
        yield line(_mark(item.votes in item.guessed), f"{head}: {said}", hang=4)


def _worries(voice: Voice, past: Past) -> Iterator[Line]:
    tr, titles = voice.tr, voice.titles
    for n, item in enumerate(worries(past)):
        if n == 0:
            yield heading(tr("What were they worried about?"))
        said = tr("{who}: you guessed '{guess}'").format(
            who=titles.actor(item.actor), guess=titles.concern(item.guessed).lower()
        )
        if not item.right and item.told:
            said += "; " + tr("it was '{concern}'").format(concern=titles.concern(item.told).lower())
        yield line(_mark(item.right), f"{said}.", hang=4)


def _mark(right: bool) -> tuple[str, str]:
    return ("  ✓ ", "groen") if right else ("  ✗ ", "rood")
