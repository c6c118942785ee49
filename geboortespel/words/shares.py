"""Every way to share gain and pain beside the others: at the same actual cost, who gets or pays what under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from geboortespel.words import money, talks
from geboortespel.words.titles import Titles

if TYPE_CHECKING:
    from geboortespel.engine.talk_view import TalkView
    from geboortespel.market.staffel import Staffel

NAME, COLUMN = 14, 9
"""Widths of the table: the cost with its name, and a way to share."""


@frozen
class Shares:
    """The client's draft under every way to share. `forms`: (title, staffel); `now`: the place of the draft's own."""

    forms: tuple[tuple[str, Staffel], ...]
    now: int
    costs: tuple[tuple[int, str], ...]
    """(actual cost, its name or '')."""


def shares(titles: Titles, table: TalkView) -> Shares | None:
    """The ways to share of this scenario; None when it says nothing of money or has one way only."""
    draft, spread = [issue.draft for issue in table.issues], table.spread
    ways = table.ways_to_share
    if spread is None or len(ways) < 2:
        return None
    place = next(n for n, issue in enumerate(table.issues) if issue.id == ways[0][0])
    forms = []
    for issue, option in ways:
        staffel = table.staffel([*draft[:place], option, *draft[place + 1 :]])
        if staffel is None:
            return None
        forms.append((talks.option(titles, issue, option), staffel))
    now = next((n for n, (_, option) in enumerate(ways) if option == draft[place]), 0)
    named = {spread.p10: "P10", spread.p50: "P50", spread.p90: "P90"}
    target = forms[now][1].target
    named[target] = f"{named[target]} TAB" if target in named else "TAB"
    outer = {spread.p10 * 9 // 10: "", spread.p90 * 11 // 10: ""}
    return Shares(tuple(forms), now, tuple(sorted((outer | named).items())))


def lines(titles: Titles, found: Shares) -> Iterator[str]:
    """As a table: which columns there are, what the market gets or pays on top, what the client pays in all."""
    tr = titles.tr
    own = tr("in your draft")
    for number, (title, _) in enumerate(found.forms, 1):
        yield f"{number} {title} ({own})" if number == found.now + 1 else f"{number} {title}"
    yield ""
    head = f"{'':<{NAME}}" + "".join(f"{number:>{COLUMN}}" for number in range(1, len(found.forms) + 1))
    yield tr("What they receive (+) or pay (-), in millions, when it costs so much:")
    yield head
    for cost, name in found.costs:
        yield _row(titles, cost, name, [_signed(titles, s.settle(cost).contractor) for _, s in found.forms])
    yield ""
    yield tr("What you pay in all:")
    yield head
    for cost, name in found.costs:
        yield _row(titles, cost, name, [money.bare(s.settle(cost).paid, tr) for _, s in found.forms])


def _row(titles: Titles, cost: int, name: str, cells: Sequence[str]) -> str:
    said = f"{money.bare(cost, titles.tr):>6} {name}"
    return f"{said:<{NAME}}" + "".join(f"{cell:>{COLUMN}}" for cell in cells)


def _signed(titles: Titles, amount: int) -> str:
    said = money.bare(amount, titles.tr)
    return f"+{said}" if amount > 0 else said
