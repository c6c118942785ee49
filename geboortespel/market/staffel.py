"""The staffel: who receives and who pays what, at any actual cost against the target (TAB).

Amounts are whole, in one unit of money that the caller chooses (thousands of euros in the game). The actual cost is
always paid (limb 1), the contractor's fee for overhead and profit as well (AK, limb 2); what was saved or overspent
against the target is shared by the staffel (limb 3), in bands: the first so much at this share, the next at that.
Rounded once, half away from zero, in the contractor's part; the client has the rest, so nothing is ever lost.
Forms: the document (ch. 5) bounds gain and pain both; in Australia the pain is bounded by the fee and the gain is not
(domain notes §4, E16 and E20).
"""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen


@frozen
class Band:
    """A stretch of the difference with the target: `width` (None: all that is left), of which the contractor has
    `share` percent."""

    width: int | None
    share: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.share <= 100 or (self.width is not None and self.width < 0):
            raise ValueError("a share is 0-100 percent and a width is not negative")


@frozen
class Settlement:
    """How it ends at one actual cost. `difference` = target - actual (a saving is positive) = contractor + client."""

    actual: int
    difference: int
    contractor: int
    """The contractor's part of the difference: gain positive, pain negative."""
    client: int
    """The client's part of the difference."""
    fee: int

    @property
    def earned(self) -> int:
        """What the contractor keeps over cost: the fee and its part."""
        return self.fee + self.contractor

    @property
    def paid(self) -> int:
        """What the client pays in all: cost, fee and the contractor's part."""
        return self.actual + self.fee + self.contractor


@frozen
class Staffel:
    """Bands for gain and for pain, from the target outward, and caps on the contractor's part of each.

    The last band of each side has width None, or what lies beyond the bands is the client's alone.
    """

    target: int
    fee: int = 0
    gain: tuple[Band, ...] = (Band(None, 50),)
    pain: tuple[Band, ...] = (Band(None, 50),)
    gain_cap: int | None = None
    pain_cap: int | None = None

    def settle(self, actual: int) -> Settlement:
        """Who has what at this actual cost."""
        difference = self.target - actual
        bands, cap = (self.gain, self.gain_cap) if difference >= 0 else (self.pain, self.pain_cap)
        part = _part(abs(difference), bands)
        if cap is not None:
            part = min(part, cap)
        contractor = part if difference >= 0 else -part
        return Settlement(actual, difference, contractor, difference - contractor, self.fee)


def _part(amount: int, bands: tuple[Band, ...]) -> int:
    """The contractor's part of an amount >= 0, rounded once."""
    hundredths, left = 0, amount
    for band in bands:
        here = left if band.width is None else min(left, band.width)
        hundredths += here * band.share
        left -= here
    return (hundredths + 50) // 100


def neutral(width: int, share: int) -> tuple[Band, ...]:
    """Bands with a neutral one first: so far from the target the contractor has no part in it."""
    return (Band(width, 0), Band(None, share))


def capped_pain(target: int, fee: int, share: int = 50) -> Staffel:
    """The Australian form: shared alike, the contractor's pain bounded by its fee, its gain not bounded."""
    return Staffel(target, fee, (Band(None, share),), (Band(None, share),), None, fee)


def doubly_capped(target: int, fee: int, gain_cap: int, pain_cap: int, share: int = 50) -> Staffel:
    """The document's form: gain and pain shared, both bounded."""
    return Staffel(target, fee, (Band(None, share),), (Band(None, share),), gain_cap, pain_cap)


@frozen
class Spread:
    """What the work may cost: P10, P50 and P90, the costs that it stays under in 10, 50 and 90 of 100 cases."""

    p10: int
    p50: int
    p90: int

    def __attrs_post_init__(self) -> None:
        if not self.p10 <= self.p50 <= self.p90:
            raise ValueError("P10, P50 and P90 rise")

    def at(self, room: int) -> int:
        """The cost with so many hundredths of the way from P50 to P10 to spare, or (below 0) to P90 too little; beyond
        them in the same measure, and never under nothing. Rounded half away from P50."""
        far = self.p90 - self.p50 if room < 0 else self.p50 - self.p10
        off = (abs(room) * far + 50) // 100
        return max(0, self.p50 + off if room < 0 else self.p50 - off)

    @property
    def cases(self) -> tuple[tuple[int, int], ...]:
        """(cost, weight in percent): Swanson's rule, 30-40-30 (Hurst, Brown and Swanson, AAPG Bulletin 84, 2000)."""
        return ((self.p10, 30), (self.p50, 40), (self.p90, 30))

    @property
    def mean(self) -> Fraction:
        """Expected cost."""
        return Fraction(sum(cost * weight for cost, weight in self.cases), 100)


@frozen
class Expected:
    """What both may expect, exact: the contractor keeps over cost, the client pays in all."""

    earned: Fraction
    paid: Fraction


def expected(staffel: Staffel, spread: Spread) -> Expected:
    """Expected result for both under a cost distribution."""
    ends = [(staffel.settle(cost), weight) for cost, weight in spread.cases]
    return Expected(
        Fraction(sum(end.earned * weight for end, weight in ends), 100),
        Fraction(sum(end.paid * weight for end, weight in ends), 100),
    )
