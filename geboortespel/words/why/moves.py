"""Why a move costs what it costs, and what its odds, its foretold effect and its ways over thresholds are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from geboortespel.engine.ledger import share
from geboortespel.words import forecasts
from geboortespel.words.refusals import capital
from geboortespel.words.why import quantities
from geboortespel.words.why.account import Account, Asked, Head, Part, Parts, Reader

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.forecast import Forecast
    from geboortespel.engine.persuasion import Factors

Said = str | Head | Parts


def asked(who: Reader, action: Action) -> Asked | None:
    """One action, to be asked about; None when there is no number to it."""
    said = tuple(_said(who, action))
    if not said:
        return None
    name = capital(who.voice.action(action, who.view))
    return Asked("/".join(action.key), name, lambda: Account(name, said))


def row(who: Reader, some: Sequence[Action]) -> Asked | None:
    """A row of the hand, which stands for one action or for several alike; None when there is no number on it."""
    first, kinds = some[0], {(action.what, action.target) for action in some}
    if len(some) > 1 and len({action.what for action in some}) > 1:
        return None
    said = tuple(_said(who, first)) if len(some) == 1 else tuple(_shared(who, some))
    about = _about(who, first) if len(kinds) == 1 else ""
    if about:
        told = quantities.account(who, about)
        said = (*said, Head(told.title), *told.said)
    if not said:
        return None
    name = capital(who.voice.action(first, who.view) if len(some) == 1 else _named(who, some))
    return Asked("/".join(first.key), name, lambda: Account(name, said))


def _named(who: Reader, some: Sequence[Action]) -> str:
    titles, first = who.voice.titles, some[0]
    name = titles.move(first.what)
    same = len({action.target for action in some}) == 1 and first.target
    return f"{name}: {titles.target(first.what, first.target)}" if same else name


def _shared(who: Reader, some: Sequence[Action]) -> Iterator[Said]:
    """The price, where it is the same for all of them."""
    prices = [who.view.forecast(action).cost for action in some]
    if all(price == prices[0] for price in prices):
        for name, amount in prices[0].items():
            yield from _cost(who, some[0], name, amount)


def _about(who: Reader, action: Action) -> str:
    """The number of what a move is aimed at, which stands beside it: support, a level, underpinning."""
    scenario = who.voice.board.scenario
    move = scenario.moves.get(action.what) if action.kind == "zet" else None
    if move is None or not action.target:
        return ""
    if move.verb == "onderbouwen":
        return f"onderbouwd.{action.target}"
    if move.verb == "doorgronden":
        return action.target
    return f"steun.{action.target}" if action.target in scenario.actors else ""


def _said(who: Reader, action: Action) -> Iterator[Said]:
    forecast = who.view.forecast(action)
    for name, amount in forecast.cost.items():
        yield from _cost(who, action, name, amount)
    yield from _persuading(who, action, forecast)
    yield from _odds(who, action, forecast)
    for threshold, takes in forecast.routes:
        yield from _route(who, threshold, takes)


# -- the price ---------------------------------------------------------------------------------------------------------


def _cost(who: Reader, action: Action, name: str, amount: int) -> Iterator[Said]:
    voice, tr = who.voice, who.voice.tr
    parts = [Part(n, text) for n, text in _spent(who, action, name) if n]
    over = amount - sum(part.n for part in parts)
    if over and name == "energie":
        first = voice.board.scenario.rules.stamina.overwork_from
        parts.append(Part(over, tr("overwork: from point of time {n} in a month on it takes energy").format(n=first)))
    yield Head(tr("What it costs: {cost}").format(cost=voice.cost({name: amount})))
    yield Parts(tuple(parts), amount, tr("together"))


def _spent(who: Reader, action: Action, name: str) -> Iterator[tuple[int, str]]:
    """(amount, for what), without overwork."""
    scenario, voice, tr = who.voice.board.scenario, who.voice, who.voice.tr
    if action.kind == "keuze":
        yield voice.board.option(action.what, action.choice).cost.get(name, 0), tr("this answer")
        return
    move = scenario.moves[action.what]
    usual = 1 if name == "tijd" and name not in move.cost else 0
    text = tr("any move takes a point of time") if usual else voice.titles.move(move.id)
    yield move.cost.get(name, usual), text
    option = move.options.get(action.choice)
    if option is not None:
        yield option.cost.get(name, 0), tr("with '{choice}'").format(choice=voice.titles.choice(move.id, action.choice))
    adviser = scenario.advisers.get(action.target) if move.verb == "adviseur" else None
    if adviser is not None:
        yield adviser.cost.get(name, 0), voice.titles.adviser(action.target)


# -- what it may do ----------------------------------------------------------------------------------------------------


def _odds(who: Reader, action: Action, forecast: Forecast) -> Iterator[Said]:
    """Odds as weights against each other: so many of so many."""
    if not forecast.odds:
        return
    titles, tr = who.voice.titles, who.voice.tr
    move = who.voice.board.scenario.moves[action.what]
    yield Head(tr("Luck: {odds}").format(odds=forecasts.odds(action, forecast, titles)))
    parts = [
        Part(weight, tr("lots for '{result}'").format(result=titles._named(move.results.get(result), result)))
        for result, weight in forecast.odds
    ]
    yield Parts(tuple(parts), sum(part.n for part in parts), tr("lots in the bag, of which one is drawn"))


def _route(who: Reader, threshold: str, takes: int) -> Iterator[Said]:
    tr, titles = who.voice.tr, who.voice.titles
    left = who.view.value(f"weerstand.{threshold}") or 0
    gone = min(takes, left)
    yield Head(tr("Works on '{threshold}'").format(threshold=titles.threshold(threshold)))
    parts = (Part(-gone, tr("this way over it")), Part(left, tr("what is left of it now"), start=True))
    yield Parts(parts, left - gone, tr("left after it"))


def _persuading(who: Reader, action: Action, forecast: Forecast) -> Iterator[Said]:
    """What telling this is expected to do, factor by factor: each takes something off, or adds, down to the number."""
    tr = who.voice.tr
    if forecast.likely == "onbekend":
        yield Head(tr("What it will do: unknown"))
        yield tr("Nobody has listened here yet. What it does follows from what worries them, and that nobody knows.")
        return
    found = who.view.factors(action)
    if found is None or forecast.gain is None:
        return
    factors, percent = found
    low, high = forecast.gain
    span = f"{high:+d}" if low == high else tr("{low} to {high}").format(low=f"{low:+d}", high=f"{high:+d}")
    yield Head(tr("What it does to their support: {span}").format(span=span))
    if forecast.likely == "mis":
        bound = who.voice.board.scenario.rules.persuasion.miss
        fit = _percent(factors.top, factors.bottom)
        yield Parts((Part(high, tr("it answers {fit}% of what you heard, under {n}% it misses").format(
            fit=fit, n=bound)),), high, tr("what a miss costs"))  # fmt: skip
        return
    yield Parts(_factors(who, action, factors, percent, high), high, tr("at best, by what you heard"))
    if low != high:
        yield tr("They may worry about more than you heard. Then less of it answers: {low} at the least.").format(
            low=f"{low:+d}"
        )
    yield from _credibility(who, factors)


def _factors(who: Reader, action: Action, made: Factors, percent: int, total: int) -> tuple[Part, ...]:
    tr = who.voice.tr
    times = who.view.value(f"herhaald.{action.target}.{action.choice}") or 0
    steps = tr("underpinned {n} of 3").format(n=made.steps)
    if made.underpinned < made.steps:
        steps += ", " + tr("but counts as {n} until a concern it answers was heard").format(n=made.underpinned)
    factors = (
        (Fraction(made.top, made.bottom), tr("it answers {n}% of what you heard").format(
            n=_percent(made.top, made.bottom))),
        (Fraction(made.underpinned, 3), steps),
        (Fraction(made.credibility, 100), tr("your credibility here is {n}%").format(n=made.credibility)),
        (Fraction(made.fresh, 100), who.voice.tr.many("told here once before", "told here {n} times before", times)),
    )  # fmt: skip
    here, found = Fraction(made.scale), list[tuple[Fraction, str]]()
    for factor, text in factors:
        found.append((here * factor - here, text))
        here *= factor
    found.append((Fraction(-made.culture, 100), tr("in this culture trust does not come by itself")))
    here -= Fraction(made.culture, 100)
    if here < 0:
        found.append((-here, tr("less than nothing it will not do")))
    if percent != 100:
        here = max(here, Fraction(0))
        found.append((here * percent / 100 - here, tr("a last sentence counts for {n}%").format(n=percent)))
    shares = share(total - made.scale, [(n.numerator, n.denominator) for n, _ in found])
    parts = [Part(n, text) for n, (exact, text) in zip(shares, found, strict=True) if n or exact]
    start = Part(made.scale, tr("the most that a story can do"), start=True)
    return (*reversed(parts), start)


def _credibility(who: Reader, made: Factors) -> Iterator[Said]:
    tr = who.voice.tr
    parts = (
        Part(made.skill, tr("a story that you tell well")),
        Part(made.network, tr("somebody from your own network")),
        Part(made.talks, tr("you have listened here")),
        Part(made.credit, tr("what anybody begins with"), start=True),
    )
    yield Head(tr("Your credibility here"))
    yield Parts(tuple(p for p in parts if p.n), made.credibility, tr("percent of what you say is believed"), unit="%")


def _percent(top: int, bottom: int) -> int:
    return (200 * top + bottom) // (2 * bottom)
