"""Intervals around a share that was counted."""

from __future__ import annotations

from math import sqrt

Z = 1.959964
"""Standard deviations on either side that hold 95% of a normal distribution."""
DIGITS = 6


def wilson(hits: int, trials: int, z: float = Z) -> tuple[float, float]:
    """The 95% interval around hits/trials, both 0-1; (0, 1) without trials.

    Wilson, E.B. (1927), Probable inference, the law of succession, and statistical inference: the score interval. It
    stays within 0-1 and says something sensible at 0 and at all hits, where hits ± error does not.
    """
    if not trials:
        return 0.0, 1.0
    share, square = hits / trials, z * z / trials
    middle = (share + square / 2) / (1 + square)
    half = z * sqrt(share * (1 - share) / trials + square / (4 * trials)) / (1 + square)
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    return low, 1.0 if hits == trials else min(1.0, middle + half)


def estimate(hits: int, trials: int) -> dict[str, float]:
    """`p`, `laag` and `hoog` of a counted share, rounded to six digits."""
    low, high = wilson(hits, trials)
    p = hits / trials if trials else 0.0
    return {"p": round(p, DIGITS), "laag": round(low, DIGITS), "hoog": round(high, DIGITS)}
