"""The money of an agreement: its staffel, from the options that stand for budget, fee and sharing."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.market.staffel import Band, Spread, Staffel
from geboortespel.scenario.model import Estimate, Sharing, TalkOption, Talks


def spread_of(talks: Talks) -> Spread | None:
    """What the work may cost, in thousands of euros; None when the scenario has no estimate."""
    estimate: Estimate | None = talks.estimate
    return None if estimate is None else Spread(estimate.p10, estimate.p50, estimate.p90)


def staffel_of(talks: Talks, options: Sequence[str]) -> Staffel | None:
    """The staffel of an outcome (option ids in the order of the issues), in thousands of euros.

    None when the scenario has no estimate, or no option for the budget or the sharing is among them.
    """
    chosen = [issue.options[option] for issue, option in zip(talks.issues.values(), options, strict=True)]
    budget = next((option.budget for option in chosen if option.budget is not None), None)
    sharing = next((option.sharing for option in chosen if option.sharing is not None), None)
    if talks.estimate is None or budget is None or sharing is None:
        return None
    target = (talks.estimate.p50 * budget + 50) // 100
    fee = (target * _fee(chosen, talks.estimate) + 50) // 100
    return _staffel(target, fee, sharing)


def _fee(chosen: Sequence[TalkOption], estimate: Estimate) -> int:
    return next((option.fee for option in chosen if option.fee is not None), estimate.fee)


def _staffel(target: int, fee: int, sharing: Sharing) -> Staffel:
    def part(percent: int | None) -> int | None:
        return None if percent is None else (target * percent + 50) // 100

    free = (Band(part(sharing.free), 0),) if sharing.free else ()
    return Staffel(
        target, fee, (*free, Band(None, sharing.gain)), (*free, Band(None, sharing.pain)),
        part(sharing.gain_cap), fee if sharing.fee_cap else part(sharing.pain_cap),
    )  # fmt: skip
