"""Why a decision body votes as it does: what its rule asks, how everybody stands, and how the votes add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from geboortespel.engine.ir import round_half_away
from geboortespel.engine.ledger import share
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.why import figures, quantities
from geboortespel.words.why.account import Account, Asked, Head, Part, Parts, Reader

Vote = tuple[str, ...]
"""A note `("stem", actor, "ja" or "nee", concern)`."""


def before(who: Reader) -> list[Asked]:
    """What a vote hangs on: the rule, the support together, everybody's own."""
    scenario = who.voice.board.scenario
    if scenario.body is None:
        return []
    found = [_rule(who), backing(who)]
    return found + [quantities.asked(who, f"steun.{actor}") for actor in figures.members(who)]


def after(who: Reader, votes: Sequence[Vote]) -> list[Asked]:
    """The votes themselves, then what they hung on."""
    yes = sum(vote[2] == "ja" for vote in votes)
    label = who.voice.tr("{yes} for, {no} against.").format(yes=yes, no=len(votes) - yes).rstrip(".")
    return [Asked("stemmen", label, lambda: _counted(who, label, votes, yes)), *before(who)]


def _counted(who: Reader, label: str, votes: Sequence[Vote], yes: int) -> Account:
    tr, titles = who.voice.tr, who.voice.titles
    parts = []
    for _, actor, vote, concern in votes:
        said = tr("for") if vote == "ja" else tr("against")
        met = tr("met: {concern}") if vote == "ja" else tr("not met: {concern}")
        why = f", {met.format(concern=titles.concern(concern).lower())}" if concern else ""
        parts.append(Part(int(vote == "ja"), f"{titles.actor(actor)}, {said}{why}"))
    meant = tr(
        "The rule decides, and the votes tell of it. With a yes whoever is not against is for; with a no whoever falls "
        "short of what was asked is against."
    )
    return Account(label, (Parts(tuple(parts), yes, tr("for, of {n}").format(n=len(votes))), meant))


def _rule(who: Reader) -> Asked:
    tr, body = who.voice.tr, who.voice.board.scenario.body
    label = tr("What a yes takes")
    if body is not None and body.title:
        label = tr("What a yes takes of {body}").format(body=one_line(body.title))
    return Asked("besluitregel", label, lambda: Account(label, tuple(_asked(who))))


def _asked(who: Reader) -> Iterator[str | Head | Parts]:
    tr, body = who.voice.tr, who.voice.board.scenario.body
    if body is None or body.rule is None:
        yield tr("Nothing more than being asked.")
        return
    yield tr("All of this at once, as it stands by what you know:")
    yield from figures.clauses(who, body.rule)


def backing(who: Reader) -> Asked:
    """Support among those who decide, weighed by power."""
    tr, hidden = who.voice.tr, figures.estimated(who, figures.BACKING)
    n = figures.number(figures.value(who, figures.BACKING))
    shown = tr("about {n}").format(n=n) if hidden else n
    label = f"{capital(who.voice.quantity('draagvlak'))}: {shown}"
    return Asked("draagvlak", label, lambda: _backing(who, label, hidden))


def _backing(who: Reader, label: str, estimate: bool) -> Account:
    tr = who.voice.tr
    terms = list(figures.terms(who, figures.BACKING))
    whole = sum((term.value for term in terms), Fraction(0))
    total = round_half_away(whole.numerator, whole.denominator)
    shares = share(total, [(term.value.numerator, term.value.denominator) for term in terms])
    parts = tuple(Part(n, term.text) for n, term in zip(shares, terms, strict=True))
    said = [tr("Everybody's support counts as heavily as their power.")]
    if estimate:
        low, high = (_bound(who, end) for end in (0, 1))
        said.append(tr("An estimate: by what you have heard it lies between {low} and {high}.").format(
            low=low, high=high))  # fmt: skip
    return Account(label, (*said, Parts(parts, total, tr("together"))))


def _bound(who: Reader, end: int) -> str:
    """The weighed support when everybody nobody listened to stands at one end of their band."""
    board = who.voice.board
    people = figures.members(who)
    weight = sum(board.power[a] for a in people) or 1
    return figures.number(Fraction(sum(board.power[a] * who.view.band(a)[end] for a in people), weight))
