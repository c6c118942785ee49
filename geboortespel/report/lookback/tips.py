"""Turning points in words: what moved the chance of birth, what would have been better then, and what it did."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.analysis.picture import Option, Point, Tip
from geboortespel.engine.ledger import Entry
from geboortespel.report.lookback.deeds import deed
from geboortespel.report.lookback.pages import Line, line
from geboortespel.report.lookback.past import NEWS, Past, parts
from geboortespel.report.lookback.turning import label
from geboortespel.session.moments import Moment
from geboortespel.words.plain import joined
from geboortespel.words.quantities import HIDDEN_WORDS
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

MOST = 4
"""Quantities whose change is told."""
INNER = ("energie", "gestopt", "ronde", "fase", "drempel", "weerstand", "route", "adviseur")
"""Quantities that are told in other ways, or say nothing about how it stands."""


def told(voice: Voice, past: Past, tips: tuple[Tip, ...], *, drawn: bool = True) -> list[Line]:
    """The turning points, each in a few lines."""
    return [text for tip in tips for text in _told(voice, past, tip, drawn)]


def _told(voice: Voice, past: Past, tip: Tip, drawn: bool) -> Iterator[Line]:
    """`▼ Maand 3: …: 95% → 60% (tussen 14 en 55 punten minder)`, then what was better, and what it did."""
    tr, step = voice.tr, tip.change
    up = step.gap > 0
    said = tr("{round}: {what}. {before}% → {after}%").format(
        round=capital(when(voice, tip)), what=what(voice, past, tip), before=_of(step.before), after=_of(step.after)
    )
    least, most = sorted(abs(round(100 * edge)) for edge in (step.low, step.high))
    sure = tr("({least} to {most} points up)") if up else tr("({least} to {most} points down)")
    mark = ("▲ " if up else "▼ ") if drawn else (tr("up") if up else tr("down")) + ": "
    sure = sure.format(least=least, most=most)
    yield line((f"  {mark}", "groen" if up else "rood"), said, (f" {sure}", "zacht"), hang=4)
    better = instead(voice, past, tip)
    if better:
        yield line("    ", better, hang=4)
    causes = did(voice, past, tip)
    if causes:
        yield line("    ", (tr("What it did: {changes}.").format(changes=causes), "zacht"), hang=4)


def when(voice: Voice, tip: Tip) -> str:
    """The round in which it was."""
    return voice.titles.round_name(tip.change.before.round)


def what(voice: Voice, past: Past, tip: Tip) -> str:
    """What happened: the action, or what chance brought after it."""
    moment = past.session.moments.all[tip.change.after.line]
    assert moment.action is not None
    if not tip.drew:
        return deed(voice, past, moment.action.key, _before(past, moment))
    news = [note for note in moment.notes if note[0] in NEWS and note[0] != "zichtbaar" and past.now.shows(note)]
    names = list(dict.fromkeys(label(voice, past, past.now.cause(note)) for note in news))
    return joined(names, voice.tr("and")) if names else voice.tr("how chance fell")


def instead(voice: Voice, past: Past, tip: Tip) -> str:
    """What would have given most instead: of an action another one, of an event another answer to it; '' when there
    was nothing to do."""
    tr = voice.tr
    if tip.did is None:
        return ""
    if tip.other is None:
        return tr("Nothing that could be done then was surely better.") if not tip.drew else ""
    better, now, then = name(voice, past, tip.other), _of(tip.did.point), _of(tip.other.point)
    if tip.drew:
        said = tr("What you did next: {what}: {now}%. Better: {better}: {then}%.")
        return said.format(what=name(voice, past, tip.did), now=now, better=better, then=then)
    if tip.other.later:
        later = past.round_of(past.session.moments.all[tip.other.later])
        if later != tip.change.before.round:
            said = tr("Better then: {better}, in {round} rather than in {later}: {now}% → {then}%.")
            rounds = when(voice, tip), voice.titles.round_name(later)
            return said.format(better=better, round=rounds[0], later=rounds[1], now=now, then=then)
        said = tr("Better then: first {better}: {now}% → {then}%.")
        return said.format(better=better, now=now, then=then)
    return tr("Better then: {better}: {now}% → {then}%.").format(better=better, now=now, then=then)


def name(voice: Voice, past: Past, option: Option) -> str:
    """What was or could have been done."""
    moment = past.session.moments.all[option.line]
    return deed(voice, past, option.key, _before(past, moment))


def did(voice: Voice, past: Past, tip: Tip) -> str:
    """The largest changes that the ledger has for it, each with its cause where that is another than the action."""
    moment = past.session.moments.all[tip.change.after.line]
    found: dict[tuple[str, tuple[str, ...]], int] = {}
    for entry in _entries(moment, tip):
        if _tells(past, entry):
            key = entry.name, entry.cause
            if entry.cause[0] == "grens":  # what went over the edge comes off what went there
                key = next((last for last in reversed(found) if last[0] == entry.name), key)
            found[key] = found.get(key, 0) + entry.delta
    largest = sorted((key for key in found if found[key]), key=lambda key: (-abs(found[key]), key[0]))[:MOST]
    own = moment.action.key if moment.action is not None else ()
    said = []
    for quantity, cause in largest:
        text = f"{voice.quantity(quantity)} {found[quantity, cause]:+d}"
        said.append(text if cause == own else f"{text} ({voice.cause(past.now.cause(cause))})")
    return "; ".join(said)


def _entries(moment: Moment, tip: Tip) -> Iterator[Entry]:
    """What the action did, or what came after it; all of it when nothing was drawn."""
    for n, (_, entries) in enumerate(parts(moment)):
        if bool(n) == tip.drew or (tip.change.after.drawn and not tip.drew):
            yield from entries


def _tells(past: Past, entry: Entry) -> bool:
    family = entry.name.partition(".")[0]
    told = past.finished or not past.now.hides(entry.name)
    return told and family not in (*HIDDEN_WORDS, *INNER) and not entry.name.startswith(".")


def _before(past: Past, moment: Moment) -> list[int]:
    return past.session.moments.all[moment.parent].state


def _of(point: Point) -> int:
    return round(100 * point.share)


def facts(voice: Voice, past: Past, tip: Tip) -> dict[str, object]:
    """The same for programs."""
    step, other = tip.change, tip.other
    found: dict[str, object] = {
        "regel": step.after.line,
        "ronde": step.before.round,
        "wat": what(voice, past, tip),
        "kans_voor": _of(step.before),
        "kans_na": _of(step.after),
        "verschil": round(100 * step.gap),
        "laag": round(100 * step.low),
        "hoog": round(100 * step.high),
        "partijen": step.after.games,
        "toeval": tip.drew,
        "deed": did(voice, past, tip),
        "beter": None,
    }
    if other is not None:
        found["beter"] = {"wat": name(voice, past, other), "kans": _of(other.point), "later_gedaan": other.later}
    return found
