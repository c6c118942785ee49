"""Numbers that follow from others: their value as far as a view knows, the terms they are the sum of, and conditions
with whether they hold. An estimate takes the middle of the band for whom nobody has listened to, as the board does."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from geboortespel.engine.ir import round_half_away
from geboortespel.scenario.expr import All, Any, Boolean, Cmp, Count, Flag, Fold, Not, Num, Numeric, Sum, Var
from geboortespel.words import talks
from geboortespel.words.catalog import N_
from geboortespel.words.plain import joined, one_line
from geboortespel.words.refusals import capital
from geboortespel.words.why.account import Reader

ASKED = {
    ">=": N_("at least {n}"), ">": N_("more than {n}"), "<=": N_("at most {n}"), "<": N_("less than {n}"),
    "=": N_("exactly {n}"), "!=": N_("anything but {n}"),
}  # fmt: skip
"""Comparison → what it asks."""
FOLDS = {"laagste": N_("the lowest of {things}"), "hoogste": N_("the highest of {things}"),
         "gemiddelde": N_("the average of {things}")}  # fmt: skip
YES, NO = "✓", "✗"
BACKING = Var("draagvlak")
"""The support of those who decide, weighed by power."""


@frozen
class Term:
    """Something that a number is the sum of."""

    text: str
    value: Fraction


def members(who: Reader) -> tuple[str, ...]:
    """Those whose support counts in `draagvlak`."""
    body = who.voice.board.scenario.body
    return body.members if body and body.members else who.voice.board.actors


def standing(who: Reader, actor: str) -> int:
    """Somebody's support, as it counts in what is worked out."""
    return who.view.taken(f"steun.{actor}")


def value(who: Reader, node: Numeric) -> Fraction:
    """What a numeric expression comes to, as far as the view knows."""
    match node:
        case Num(number):
            return Fraction(number)
        case Var(name):
            return _known(who, name)
        case Sum(items):
            return sum((sign * value(who, item) for sign, item in items), Fraction(0))
        case Count(tests):
            return Fraction(sum(who.view.holds(test) for test in tests))
        case Fold(fn, items):
            found = [value(who, item) for item in items]
            return (
                min(found)
                if fn == "laagste"
                else max(found)
                if fn == "hoogste"
                else sum(found, Fraction(0)) / len(found)
            )


def _known(who: Reader, name: str) -> Fraction:
    board = who.voice.board
    if name == BACKING.name:
        weight = sum(board.power[a] for a in members(who)) or 1
        return Fraction(sum(board.power[a] * standing(who, a) for a in members(who)), weight)
    if name in board.scenario.aspects or not who.view.hides(name):
        return Fraction(who.view.value(name) or 0)
    return Fraction(who.view.taken(name))


def terms(who: Reader, node: Numeric) -> Iterator[Term]:
    """What an expression is the sum of; the lowest or highest of some things is one term."""
    voice, board = who.voice, who.voice.board
    match node:
        case Num(number):
            yield Term(voice.tr("a fixed number"), Fraction(number))
        case Var(BACKING.name):
            weight = sum(board.power[a] for a in members(who)) or 1
            for actor in members(who):
                yield Term(person(who, actor), Fraction(board.power[actor] * standing(who, actor), weight))
        case Var(_):
            yield Term(capital(named(who, node)), value(who, node))
        case Sum(items):
            for sign, item in items:
                yield from (Term(term.text, sign * term.value) for term in terms(who, item))
        case Fold("gemiddelde", items):
            for item in items:
                yield from (Term(term.text, term.value / len(items)) for term in terms(who, item))
        case _:
            yield Term(capital(named(who, node)), value(who, node))


def person(who: Reader, actor: str) -> str:
    """`Dijkgraaf, macht 8: voor (+34)`, with the band for whom nobody has listened to."""
    said = who.voice.tr("{who}, power {n}: {support}")
    voice = who.voice
    return said.format(
        who=voice.titles.actor(actor), n=voice.board.power[actor], support=voice.support(actor, who.view)
    )


# -- conditions --------------------------------------------------------------------------------------------------------


def clauses(who: Reader, condition: Boolean | None, depth: int = 0) -> Iterator[str]:
    """What a condition asks, a line each, with whether it holds as far as the view knows."""
    tr, start = who.voice.tr, "  " * depth
    match condition:
        case None:
            return
        case All(items):
            for item in items:
                yield from clauses(who, item, depth)
        case Any(items):
            yield f"{start}{_mark(who, condition)} " + tr("one of these:")
            for item in items:
                yield from clauses(who, item, depth + 1)
        case Not(item):
            yield f"{start}{_mark(who, condition)} " + tr("not this:")
            yield from clauses(who, item, depth + 1)
        case Flag(name):
            yield f"{start}{_mark(who, condition)} {capital(who.voice.quantity(name))}"
        case Cmp(op, left, right):
            yield f"{start}{_mark(who, condition)} {_compared(who, op, left, right)}"


def _mark(who: Reader, condition: Boolean) -> str:
    return YES if who.view.holds(condition) else NO


def _compared(who: Reader, op: str, left: Numeric, right: Numeric) -> str:
    tr = who.voice.tr
    name, word = capital(named(who, left)), isinstance(right, Num) and right.word
    if word and word not in ("groen", "oranje", "rood"):
        thing = _word(who, left, str(word))
        asked = tr(ASKED[op]).format(n=thing) if op != "=" else thing
        return tr("{what}, asked: {asked}").format(what=name, asked=asked)
    asked = tr(ASKED[op]).format(n=number(value(who, right)) if isinstance(right, Num) else named(who, right))
    return tr("{what} is {n}, asked: {asked}").format(what=name, n=_shown(who, left), asked=asked)


def _word(who: Reader, node: Numeric, word: str) -> str:
    """A value that has a word of its own: an option that was agreed, a form, yes or no."""
    family, _, rest = node.name.partition(".") if isinstance(node, Var) else ("", "", "")
    if family == "afspraak":
        return talks.option(who.voice.titles, rest, word).lower()
    if family == "vorm":
        return who.voice.titles.form(word).lower()
    return one_line(word.replace("-", " "))


def _shown(who: Reader, node: Numeric) -> str:
    """The value as it may be known: of somebody nobody has listened to only how they seem to stand."""
    if isinstance(node, Var) and node.name.startswith("steun.") and who.view.hides(node.name):
        return who.voice.support(node.name.partition(".")[2], who.view)
    text = number(value(who, node))
    return who.voice.tr("about {n}").format(n=text) if estimated(who, node) else text


def estimated(who: Reader, node: Numeric) -> bool:
    """Whether it hangs on somebody nobody has listened to."""
    if who.view.waiting == "einde":
        return False
    match node:
        case Var("draagvlak"):
            return any(who.view.hides(f"steun.{actor}") for actor in members(who))
        case Var(name) if name in who.voice.board.scenario.aspects:
            low, high = who.view.span(name)
            return low != high
        case Var(name):
            return who.view.hides(name)
        case Sum(items):
            return any(estimated(who, item) for _, item in items)
        case Fold(_, items):
            return any(estimated(who, item) for item in items)
        case _:
            return False


def number(n: Fraction) -> str:
    """As a whole number, halves away from zero."""
    return str(round_half_away(n.numerator, n.denominator))


def named(who: Reader, node: Numeric) -> str:
    """An expression by its name: `het gemiddelde van Organisatie`."""
    voice, tr = who.voice, who.voice.tr
    match node:
        case Num(figure):
            return str(figure)
        case Var(name):
            return voice.quantity(name)
        case Sum(items):
            parts = [f"{'−' if sign < 0 else '+'} {named(who, item)}" for sign, item in items]
            return " ".join(parts).removeprefix("+ ")
        case Count(tests):
            return tr("how many of {n} things hold").format(n=len(tests))
        case Fold(fn, items):
            return tr(FOLDS[fn]).format(things=_things(who, items))


def _things(who: Reader, items: tuple[Numeric, ...]) -> str:
    """A whole perspective by its name, else everything by its own."""
    aspects = who.voice.board.scenario.aspects
    names = [item.name for item in items if isinstance(item, Var)]
    sides = {aspects[name].perspective for name in names if name in aspects}
    if len(names) == len(items) and len(sides) == 1 and all(name in aspects for name in names):
        side = sides.pop()
        if {a.id for a in aspects.values() if a.perspective == side} == set(names):
            return who.voice.titles.perspective(side)
    return joined([named(who, item) for item in items], who.voice.tr("and"))
