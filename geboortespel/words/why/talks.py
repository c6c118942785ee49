"""Why the numbers on the negotiating table are what they are: your own worth, the money, what time is left, the trust,
and what you know of them. Of theirs never more than they told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from geboortespel.engine.ir import round_half_away
from geboortespel.engine.ledger import share
from geboortespel.market.staffel import Settlement, Staffel
from geboortespel.scenario.expr import Var, names_in
from geboortespel.words import money
from geboortespel.words import talks as words
from geboortespel.words.plain import joined, one_line
from geboortespel.words.refusals import capital
from geboortespel.words.why import figures
from geboortespel.words.why.account import Account, Asked, Head, Part, Parts, Reader

if TYPE_CHECKING:
    from geboortespel.engine.talk_view import IssueView, TalkView, Worth

Said = str | Head | Parts


def at_the_table(who: Reader) -> list[Asked]:
    """Everything that can be asked about at the negotiating table, in the order of the screen."""
    talks = who.view.talks
    if talks is None or not talks.party:
        return []
    found = [_offers_left(who, talks), _questions_left(who, talks), _trust(who, talks)]
    found += [issue(who, one) for one in talks.issues]
    draft = [one.draft for one in talks.issues]
    found.append(_worth(who, talks, "draft", who.voice.tr("Your draft"), draft, talks.draft_worth))
    if talks.theirs_worth is not None:
        theirs = [one.theirs for one in talks.issues]
        found.append(_worth(who, talks, "theirs", who.voice.tr("Their offer"), theirs, talks.theirs_worth))
    found.append(_tender(who, talks.draft_worth))
    return found + _money(who, talks, draft)


# -- time and trust ----------------------------------------------------------------------------------------------------


def _offers_left(who: Reader, talks: TalkView) -> Asked:
    tr = who.voice.tr
    label = tr("Offers left: {n}").format(n=talks.turns_left)
    made = sum(1 for side, _ in talks.offers if side == "wij")
    parts = [Part(-1, tr("offer {n} of yours").format(n=n)) for n in range(made, 0, -1)]
    parts.append(Part(talks.turns_left + made, tr("offers there is time for, all sittings together"), start=True))
    return Asked(
        "talks:offers", label, lambda: Account(label, (Parts(tuple(parts), talks.turns_left, tr("offers left")),))
    )


def _questions_left(who: Reader, talks: TalkView) -> Asked:
    tr, written = who.voice.tr, who.voice.board.scenario.talks
    label = tr("Questions left: {n}").format(n=talks.questions_left)
    most = written.questions if written is not None else talks.questions_left
    parts = [
        Part(talks.questions_left - most, tr("asked or told in this sitting")),
        Part(most, tr("questions and explanations in a sitting"), start=True),
    ]
    total = Parts(tuple(p for p in parts if p.n or p.start), talks.questions_left, tr("questions left"))
    return Asked("talks:questions", label, lambda: Account(label, (total,)))


def _trust(who: Reader, talks: TalkView) -> Asked:
    tr, (low, high) = who.voice.tr, talks.trust
    label = tr("Trust between you: between {low} and {high}").format(low=low, high=high)
    return Asked("talks:trust", label, lambda: Account(label, tuple(_witnessed(who, talks))))


def _witnessed(who: Reader, talks: TalkView) -> Iterator[Said]:
    """What moved the trust, as far as it was seen: how far is the other side's to know."""
    tr, titles, written = who.voice.tr, who.voice.titles, who.voice.board.scenario.talks
    yield tr("How far they trust you they do not tell. You see about where it lies, and what you did yourselves.")
    if written is not None and written.trust is not None:
        names = [
            f"{who.voice.quantity(name)} {figures.number(figures.value(who, Var(name)))}"
            for name in dict.fromkeys(names_in(written.trust))
        ]
        yield tr("You sat down with: {names}.").format(names=joined(names, tr("and")))
    asked = [words.issue(titles, one.id) for one in talks.issues if one.weighs]
    told = [words.issue(titles, one.id) for one in talks.issues if one.told]
    refused = [words.option(titles, one.id, one.refused).lower() for one in talks.issues if one.refused]
    if asked:
        yield "▲ " + tr("You asked why it matters: {issues}.").format(issues=", ".join(asked))
    if told:
        yield "▲ " + tr("You told what it means to you: {issues}.").format(issues=", ".join(told))
    if refused:
        yield "▼ " + tr("You put forward what they will not live with: {options}.").format(options=", ".join(refused))
    if not (asked or told or refused):
        yield tr("At this table nothing has moved it yet.")


# -- what it is worth to you -------------------------------------------------------------------------------------------


def _percent(n: int, best: int) -> int:
    return round_half_away(100 * n, best) if best else 0


def _worth(who: Reader, talks: TalkView, key: str, name: str, options: Sequence[str], worth: Worth) -> Asked:
    tr, n = who.voice.tr, _percent(worth.value, worth.best)
    label = tr("{offer}, worth to you: {n} of 100").format(offer=name, n=n)
    return Asked(f"talks:{key}", label, lambda: Account(label, tuple(_made_of(who, talks, options, worth))))


def _made_of(who: Reader, talks: TalkView, options: Sequence[str], worth: Worth) -> Iterator[Said]:
    """Points per issue: how heavily it weighs, times what the option is worth."""
    tr, titles = who.voice.tr, who.voice.titles
    parts, ties = talks.parts(options)
    chosen = dict(zip((one.id for one in talks.issues), options, strict=True))
    named = [(n, f"{words.issue(titles, one)}: {words.option(titles, one, chosen[one]).lower()}") for one, n in parts]
    named += [(ties, tr("what hangs together here"))] if ties else []
    total = _percent(worth.value, worth.best)
    shares = share(total, [(100 * n, worth.best or 1) for n, _ in named])
    yield tr("A hundred is the best that you can think of. Every issue adds how heavily it weighs for you, times how "
             "good what it says there is.")  # fmt: skip
    yield Parts(
        tuple(Part(n, text) for n, (_, text) in zip(shares, named, strict=True)), total, tr("worth to you, of 100")
    )


def _tender(who: Reader, worth: Worth) -> Asked:
    tr, low = who.voice.tr, _percent(worth.reservation, worth.best)
    label = tr("An ordinary tender, worth to you: {n} of 100").format(n=low)
    value = _percent(worth.value, worth.best)
    gap = Parts((Part(value - low, tr("what your draft is better or worse")), Part(low, tr("an ordinary tender"),
                start=True)), value, tr("your draft"))  # fmt: skip
    said = (
        tr("It is what you fall back on when nothing comes of this: it belongs to the assignment, and does not move."),
        tr("You can't take what is worth less than this."),
        gap,
    )
    return Asked("talks:tender", label, lambda: Account(label, said))


def about(who: Reader, issue_id: str) -> Asked | None:
    """The issue with this id; None when it does not lie on the table."""
    talks = who.view.talks
    return next((issue(who, one) for one in talks.issues if one.id == issue_id), None) if talks is not None else None


def issue(who: Reader, one: IssueView) -> Asked:
    """One issue: what each way to settle it is worth to you, what home allows, and what you know of them."""
    label = f"{words.issue(who.voice.titles, one.id)}: {words.option(who.voice.titles, one.id, one.draft).lower()}"
    return Asked(f"talks:issue:{one.id}", label, lambda: Account(label, tuple(_issue(who, one))))


def _issue(who: Reader, one: IssueView) -> Iterator[Said]:
    tr, titles = who.voice.tr, who.voice.titles
    written = titles.scenario.talk_issues[one.id]
    whole = sum(i.weight for i in titles.scenario.talk_issues.values()) or 1
    heavy = tr("It weighs {n} of {all} for you; each way to settle it has a worth of its own, up to a hundred.")
    yield heavy.format(n=written.weight, all=whole)
    for option in written.options.values():
        mark = "●" if option.id == one.draft else "○"
        yield f"{mark} {words.option(titles, one.id, option.id)}: {option.worth}"
        if option.when is not None:
            mandate = tr("home allows it") if who.view.holds(option.when) else tr("home does not allow it yet")
            yield f"    {mandate}:"
            yield from (f"    {line}" for line in figures.clauses(who, option.when))
    yield Head(tr("What you know of theirs"))
    if one.theirs:
        yield tr("They offered: {option}.").format(option=words.option(titles, one.id, one.theirs).lower())
    yield tr(words.WEIGHS[one.weighs]) if one.weighs else tr("You have not asked why it matters to them.")
    if one.refused:
        refused = words.option(titles, one.id, one.refused).lower()
        yield tr("They said they will not live with {option}.").format(option=refused)


# -- the money ---------------------------------------------------------------------------------------------------------


def _money(who: Reader, talks: TalkView, draft: Sequence[str]) -> list[Asked]:
    staffel, spread, tr = talks.staffel(draft), talks.spread, who.voice.tr
    if staffel is None or spread is None:
        return []
    target = tr("Target cost (TAB) {target}, fee {fee}").format(
        target=money.million(staffel.target, tr), fee=money.million(staffel.fee, tr)
    )
    found = [Asked("talks:target", target, lambda: Account(target, tuple(target_of(who, staffel, spread.p50))))]
    ends = [(staffel.settle(cost), weight) for cost, weight in spread.cases]
    paid, kept = [(end, end.paid, n) for end, n in ends], [(end, end.earned, n) for end, n in ends]
    found.append(_mean(who, "talks:mean", tr("What you may expect to pay"), paid))
    found.append(_mean(who, "talks:earned", tr("What they may expect to keep"), kept))
    return found


def _tenths(amounts: Sequence[Fraction]) -> tuple[list[int], int]:
    """Amounts in thousands as tenths of millions that add up to their rounded whole."""
    tens = [amount / 100 for amount in amounts]
    whole = sum(tens, Fraction(0))
    total = round_half_away(whole.numerator, whole.denominator)
    return share(total, [(n.numerator, n.denominator) for n in tens]), total


def _added(named: Sequence[tuple[int | Fraction, str]], text: str) -> Parts:
    """Money that adds up, in tenths of millions; the last is what there was to begin with."""
    shares, total = _tenths([Fraction(n) for n, _ in named])
    parts = [
        Part(n, name, start=i == len(named) - 1) for i, (n, (_, name)) in enumerate(zip(shares, named, strict=True))
    ]
    return Parts(tuple(parts), total, text, unit="mln")


def target_of(who: Reader, staffel: Staffel, p50: int) -> Iterator[Said]:
    """What a target cost is made of, with the fee on top of it."""
    tr = who.voice.tr
    differs = (staffel.target - p50, tr("what the budget you wrote down differs from that"))
    estimate = (p50, tr("the estimate that it stays under in half of the cases (P50)"))
    yield _added([differs, estimate], tr("target cost (TAB)"))
    percent = _percent(staffel.fee, staffel.target)
    yield tr("The fee for overhead and profit is {n}% of it.").format(n=percent)


def _mean(who: Reader, key: str, name: str, ends: Sequence[tuple[Settlement, int, int]]) -> Asked:
    """An expected amount over three costs: so much in 30, 40 and 30 of 100 cases."""
    tr = who.voice.tr
    case = tr("in {n} of 100 cases: {end}, when it costs {cost}")
    named = [
        (Fraction(amount * n, 100), case.format(n=n, end=money.million(amount, tr), cost=money.million(end.actual, tr)))
        for end, amount, n in ends
    ]
    shares, total = _tenths([n for n, _ in named])
    parts = tuple(Part(n, text) for n, (_, text) in zip(shares, named, strict=True))
    label = f"{name}: {money.million(total * 100, tr)}"
    return Asked(key, label, lambda: Account(label, (Parts(parts, total, tr("on average"), unit="mln"),)))


def at_cost(who: Reader, actual: int) -> Asked | None:
    """What happens at one actual cost on the slider of the staffel; None where there is no money on the table."""
    talks = who.view.talks
    staffel = talks.staffel([one.draft for one in talks.issues]) if talks is not None else None
    if staffel is None:
        return None
    label = one_line(money.ended(staffel.settle(actual), who.voice.tr))
    return Asked(f"cost:{actual}", label, lambda: Account(label, tuple(_at_cost(who, staffel, actual))))


def _at_cost(who: Reader, staffel: Staffel, actual: int) -> Iterator[Said]:
    tr, end = who.voice.tr, staffel.settle(actual)
    yield Head(tr("What you pay in all"))
    yield _added(
        [(end.contractor, tr("their part of what was saved or overspent")), (end.fee, tr("their fee")),
         (end.actual, tr("what the work cost"))], tr("you pay"))  # fmt: skip
    saved = end.difference >= 0
    yield Head(tr("Their part of what was saved") if saved else tr("Their part of what was overspent"))
    yield from _shared(who, staffel, end.difference, end.contractor)


def _shared(who: Reader, staffel: Staffel, difference: int, contractor: int) -> Iterator[Said]:
    """Band by band from the target outward, and the cap."""
    tr = who.voice.tr
    bands, cap = (staffel.gain, staffel.gain_cap) if difference >= 0 else (staffel.pain, staffel.pain_cap)
    sign, left = (1 if difference >= 0 else -1), abs(difference)
    named: list[tuple[Fraction, str]] = []
    for band in bands:
        here = left if band.width is None else min(left, band.width)
        text = tr("{n}% of {amount}").format(n=band.share, amount=money.million(here, tr))
        named.append((Fraction(sign * here * band.share, 100), text))
        left -= here
    free = sum((n for n, _ in named), Fraction(0))
    if cap is not None and abs(free) > cap:
        named.append((contractor - free, tr("more than {cap} it never is").format(cap=money.million(cap, tr))))
    shares, total = _tenths([n for n, _ in named])
    parts = tuple(Part(n, capital(text)) for n, (_, text) in zip(shares, named, strict=True))
    yield Parts(parts, total, tr("their part"), unit="mln")
