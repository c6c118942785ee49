"""Two styles against each other: alternating offers until one accepts or the time is up (Rubinstein, 1982)."""

from __future__ import annotations

from attrs import frozen

from geboortespel.market.styles import Style, Talk
from geboortespel.market.utility import Preferences


@frozen
class Course:
    """A negotiation that has ended. `offers`: codes in the order they were made, the first party's first.

    `agreed`: the code agreed on, or None. `by`: 0 or 1, who accepted; None when the time was up or somebody had
    nothing to offer.
    """

    offers: tuple[int, ...]
    agreed: int | None
    by: int | None


def bargain(parties: tuple[Preferences, Preferences], styles: tuple[Style, Style], rounds: int) -> Course:
    """Let both offer in turn, `rounds` times each at most; who is to move first looks at the offer that lies there."""
    made: tuple[list[int], list[int]] = ([], [])
    offers: list[int] = []
    for turn in range(2 * rounds):
        who, other = turn % 2, 1 - turn % 2
        me, style = parties[who], styles[who]
        talk = Talk(made[who], made[other], turn // 2, rounds)
        if offers and me.acceptable(offers[-1]) and me(offers[-1]) >= style.settles_for(me, talk):
            return Course(tuple(offers), offers[-1], who)
        offer = style.offer(me, talk)
        if offer is None:
            return Course(tuple(offers), None, None)
        made[who].append(offer)
        offers.append(offer)
    return Course(tuple(offers), None, None)
