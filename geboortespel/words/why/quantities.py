"""Why a quantity is what it is: an aspect, somebody's support, what is left of a threshold, time and energy, a counter,
a perspective, the round. Causes newest first, adding up; of what is hidden a band and what was witnessed."""

from __future__ import annotations

from fractions import Fraction

from geboortespel.engine.ir import round_half_away
from geboortespel.engine.ledger import share
from geboortespel.scenario.model import Aspect
from geboortespel.words.refusals import capital
from geboortespel.words.titles import COLOURS
from geboortespel.words.voice import Voice
from geboortespel.words.why import figures
from geboortespel.words.why.account import Account, Asked, Head, Part, Parts, Reader


def asked(who: Reader, name: str) -> Asked:
    """One quantity, to be asked about."""
    return Asked(name, capital(shown(who, name)), lambda: account(who, name))


def account(who: Reader, name: str) -> Account:
    """Why a quantity is what it is: an aspect, a counter, or `family.member`."""
    aspect = who.voice.board.scenario.aspects.get(name)
    said = _aspect(who, aspect) if aspect is not None else causes(who, name)
    return Account(capital(shown(who, name)), tuple(said))


def shown(who: Reader, name: str) -> str:
    """The quantity with its value, or how it seems when it is hidden."""
    voice, view = who.voice, who.view
    value = voice.level(name, view) if name in voice.board.scenario.aspects else view.value(name)
    if value is not None:
        return f"{voice.quantity(name)}: {value}"
    family, _, actor = name.partition(".")
    return f"{voice.quantity(name)}: {voice.support(actor, view)}" if family == "steun" else voice.quantity(name)


def causes(who: Reader, name: str) -> list[str | Head | Parts]:
    """The ledger of one quantity; of a hidden one what was witnessed, without a total."""
    tr = who.voice.tr
    found = who.ledger.causes(name, who.view.seat).since_the_draw()
    parts = [Part(entry.delta, capital(who.voice.cause(entry.cause))) for entry in found.entries]
    if found.value is None:
        hidden = tr("What really weighs here shows once somebody has listened.")
        if not parts:
            return [hidden, tr("You have not seen anything that moved it.")]
        return [hidden, tr("What you saw yourselves:"), Parts(tuple(parts))]
    if found.start is not None:
        parts.append(Part(found.start, capital(who.voice.cause(("begin",))), start=True))
    return [Parts(tuple(parts), found.value, tr("as it stands now"))]


# -- aspects -----------------------------------------------------------------------------------------------------------


def _aspect(who: Reader, aspect: Aspect) -> list[str | Head | Parts]:
    voice, tr = who.voice, who.voice.tr
    word, mark, _ = COLOURS[who.view.colour(aspect.id)]
    bound = tr("green from {green}, orange from {amber}").format(green=aspect.green, amber=aspect.amber)
    said: list[str | Head | Parts] = [f"{mark} {tr(word)}: {bound}."]
    if aspect.derived is not None:
        estimate = voice.span(aspect.id, who.view)
        return [*said, *([estimate] if estimate else []), *derived(who, aspect)]
    if aspect.fact is not None or aspect.insight is not None:
        said.append(tr("The lower of two counts: what it is, and what you see of it."))
        for name in (f"feit.{aspect.id}", f"inzicht.{aspect.id}"):
            said += [Head(capital(shown(who, name))), *causes(who, name)]
        return [*said, *_held(who, aspect)]
    return [*said, *causes(who, f"stand.{aspect.id}"), *_held(who, aspect)]


def _held(who: Reader, aspect: Aspect) -> list[str | Head | Parts]:
    """What standing thresholds keep from it, when they do."""
    voice, level = who.voice, who.view.level(aspect.id)
    names = [f"feit.{aspect.id}", f"inzicht.{aspect.id}"]
    free = who.view.value(f"stand.{aspect.id}") if aspect.fact is None and aspect.insight is None else None
    if free is None:
        free = min((n for n in map(who.view.value, names) if n is not None), default=level)
    if free == level:
        return []
    return [_capped(voice, who, aspect, free)]


def _capped(voice: Voice, who: Reader, aspect: Aspect, free: int) -> Parts:
    tr, level = voice.tr, who.view.level(aspect.id)
    held = [t for t in who.view.thresholds if aspect.id in voice.board.scenario.thresholds[t].caps]
    names = ", ".join(f"'{voice.titles.threshold(t)}'" for t in held)
    parts = (
        Part(level - free, tr("held back by {names}").format(names=names)),
        Part(free, tr("what it would be"), start=True),
    )
    return Parts(parts, level, tr("as it stands now"))


def derived(who: Reader, aspect: Aspect) -> list[str | Head | Parts]:
    """A level that follows from other numbers: what each of them adds on the scale of 0 to 100."""
    tr, rule = who.voice.tr, aspect.derived
    assert rule is not None
    span = rule.high - rule.low
    found = list(figures.terms(who, rule.of))
    points = [Fraction(100 * -rule.low, span), *(100 * term.value / span for term in found)]
    whole = sum(points, Fraction(0))
    total = round_half_away(whole.numerator, whole.denominator)
    shares = share(total, [(n.numerator, n.denominator) for n in points])
    parts = [Part(n, term.text) for n, term in zip(shares[1:], found, strict=True)]
    parts.append(Part(shares[0], tr("where the scale begins to count"), start=True))
    level, free = who.view.level(aspect.id), min(100, max(0, total))
    if free != total:
        parts.insert(0, Part(free - total, capital(who.voice.cause(("grens",)))))
    if level != free:
        parts.insert(0, _capped(who.voice, who, aspect, free).parts[0])
    scale = tr("It follows from {what}: {low} is nothing, {high} is a hundred.")
    return [
        scale.format(what=figures.named(who, rule.of), low=rule.low, high=rule.high),
        Parts(tuple(parts), level, tr("as it stands now")),
    ]


# -- several together --------------------------------------------------------------------------------------------------


def counted(who: Reader, perspective: str) -> list[str]:
    """The aspects of a perspective that must be green; all of them where none must."""
    aspects = who.voice.board.scenario.aspects.values()
    every = [aspect.id for aspect in aspects if aspect.perspective == perspective]
    return [aspect for aspect in every if aspect in who.view.required] or every


def perspective(who: Reader, name: str) -> Asked:
    """How many of a perspective's aspects are green."""
    voice, every = who.voice, counted(who, name)
    green = sum(who.view.colour(aspect) == "groen" for aspect in every)
    score = voice.tr("{n} of {all} green").format(n=green, all=len(every))
    label = f"{voice.titles.perspective(name)}: {score}"
    return Asked(f"perspectief.{name}", label, lambda: _lights(who, label, every))


def _lights(who: Reader, label: str, every: list[str]) -> Account:
    voice, tr = who.voice, who.voice.tr
    parts = tuple(
        Part(
            int(who.view.colour(a) == "groen"),
            f"{voice.titles.aspect(a)} {voice.level(a, who.view)}, {voice.titles.colour(who.view.colour(a))}",
        )
        for a in every
    )
    green = sum(part.n for part in parts)
    meant = tr("A perspective is as strong as its weakest aspect: all of it has to be green at the same moment.")
    return Account(label, (meant, Parts(parts, green, tr("green, of {all}").format(all=len(parts)))))


def months(who: Reader) -> Asked | None:
    """How many rounds there are, by phase; None for a game without phases."""
    voice, view, phases = who.voice, who.view, who.voice.board.scenario.phases
    if not phases:
        return None
    label = voice.titles.round_of(min(max(1, view.round), view.rounds), view.rounds)
    return Asked("ronde", label, lambda: _months(who, label))


def _months(who: Reader, label: str) -> Account:
    voice, tr, view = who.voice, who.voice.tr, who.view
    phases = voice.board.scenario.phases.values()
    parts = [Part(phase.rounds, voice.titles.phase(phase.id)) for phase in phases if phase.rounds]
    now = tr("You are in {phase}; it ends after {round}. A round longer is borrowed from a later phase.")
    last = voice.titles.round_name(min(max(1, view.phase_end), view.rounds))
    said = now.format(phase=voice.titles.phase(view.phase), round=last)
    return Account(label, (said, Parts(tuple(parts), view.rounds, tr("months in all"))))
