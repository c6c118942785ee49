"""Money in words: amounts in thousands of euros, and what a staffel does at a given cost."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.market.staffel import Settlement, Spread, Staffel, expected
from geboortespel.words.catalog import Translator


def million(amount: int, tr: Translator) -> str:
    """`12,4 mln`: thousands of euros in millions with one decimal, halves away from zero."""
    return tr("{amount} m").format(amount=bare(amount, tr))


def bare(amount: int, tr: Translator) -> str:
    """`12,4`: the same without its unit."""
    tenths = (abs(amount) + 50) // 100
    sign = "-" if amount < 0 and tenths else ""
    point = "," if tr.language == "nl" else "."
    return f"{sign}{tenths // 10}{point}{tenths % 10}"


def ended(end: Settlement, tr: Translator) -> str:
    """What happens at one actual cost, in a sentence."""
    cost, paid = million(end.actual, tr), million(end.paid, tr)
    if end.contractor > 0:
        said = tr("It costs {cost}: they receive {part} on top, you pay {paid} in all.")
    elif end.contractor < 0:
        said = tr("It costs {cost}: they pay {part} of it, you pay {paid} in all.")
    else:
        said = tr("It costs {cost}: nobody gets or pays a part, you pay {paid} in all.")
    return said.format(cost=cost, part=million(abs(end.contractor), tr), paid=paid)


def told(staffel: Staffel, spread: Spread, tr: Translator) -> Iterator[str]:
    """The staffel as text: the target and the fee, four costs, and what both may expect."""
    head = tr("Target cost (TAB) {target}, fee {fee}.")
    yield head.format(target=million(staffel.target, tr), fee=million(staffel.fee, tr))
    for cost in sorted({spread.p10, spread.p50, staffel.target, spread.p90}):
        yield ended(staffel.settle(cost), tr)
    both = expected(staffel, spread)
    mean = tr("On average they keep {earned} over cost and you pay {paid}.")
    yield mean.format(earned=million(round(both.earned), tr), paid=million(round(both.paid), tr))
