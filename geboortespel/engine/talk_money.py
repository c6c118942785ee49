"""The money of an agreement: its staffel, from the options that stand for budget, fee and sharing."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from geboortespel.market.staffel import Band, Spread, Staffel
from geboortespel.scenario.model import Estimate, Sharing, Talks


@frozen
class Terms:
    """What was agreed about money: the target in % of P50, the fee in % of the target, the sharing; None is open."""

    budget: int | None
    fee: int
    sharing: Sharing | None


def terms_of(talks: Talks, options: Sequence[str]) -> Terms:
    """The money in an outcome (option ids in the order of the issues; '' is not agreed)."""
    pairs = zip(talks.issues.values(), options, strict=True)
    chosen = [issue.options[option] for issue, option in pairs if option]
    usual = talks.estimate.fee if talks.estimate is not None else 0
    return Terms(
        next((option.budget for option in chosen if option.budget is not None), None),
        next((option.fee for option in chosen if option.fee is not None), usual),
        next((option.sharing for option in chosen if option.sharing is not None), None),
    )


def spread_in(estimate: Estimate) -> Spread:
    """What the work may cost, in thousands of euros."""
    return Spread(estimate.p10, estimate.p50, estimate.p90)


def spread_of(talks: Talks) -> Spread | None:
    """What the work may cost, in thousands of euros; None when the scenario has no estimate."""
    return None if talks.estimate is None else spread_in(talks.estimate)


def staffel_of(talks: Talks, options: Sequence[str]) -> Staffel | None:
    """The staffel of an outcome (option ids in the order of the issues), in thousands of euros.

    None when the scenario has no estimate, or no option for the budget or the sharing is among them.
    """
    terms = terms_of(talks, options)
    if talks.estimate is None or terms.budget is None or terms.sharing is None:
        return None
    return staffel_by(talks.estimate, terms.budget, terms.fee, terms.sharing)


def staffel_by(estimate: Estimate, budget: int, fee: int, sharing: Sharing) -> Staffel:
    """The staffel by its terms: the target in % of P50, the fee and the bounds in % of the target."""
    target = (estimate.p50 * budget + 50) // 100

    def part(percent: int | None) -> int | None:
        return None if percent is None else (target * percent + 50) // 100

    paid = (target * fee + 50) // 100
    free = (Band(part(sharing.free), 0),) if sharing.free else ()
    return Staffel(
        target, paid, (*free, Band(None, sharing.gain)), (*free, Band(None, sharing.pain)),
        part(sharing.gain_cap), paid if sharing.fee_cap else part(sharing.pain_cap),
    )  # fmt: skip
