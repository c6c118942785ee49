"""The cost of the work during the first year: what is expected now, and at the end who has what (`market.staffel`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from geboortespel.engine.talk_money import spread_in, staffel_by
from geboortespel.market.staffel import Settlement, Staffel
from geboortespel.scenario.model import FirstYear

if TYPE_CHECKING:
    from geboortespel.engine.view import View


@frozen
class Forecast:
    """What the work is expected to cost, in thousands of euros: in 10, 50 and 90 of 100 cases it stays under these."""

    low: int
    middle: int
    high: int


@frozen
class Account:
    """The money of a first year at one moment. `staffel`: as it was signed; `start`: the forecast at the birth."""

    staffel: Staffel
    start: Forecast
    now: Forecast
    money: bool
    """Whether amounts are euros; else only their proportion to the target means anything."""

    @property
    def settled(self) -> Settlement:
        """Who has what when the work costs what is now expected; at the end of the year that is the account."""
        return self.staffel.settle(self.now.middle)


def account(view: View) -> Account | None:
    """The money of a first year as a view knows it; None in any other game."""
    scenario = view.board.scenario
    settling = scenario.settling if isinstance(scenario, FirstYear) else None
    if settling is None:
        return None
    spread, room = spread_in(settling.estimate), view.value(settling.counter) or 0
    fee = settling.estimate.fee if settling.fee is None else settling.fee
    staffel = staffel_by(settling.estimate, settling.budget, fee, settling.sharing)
    done = view.rounds if view.outcome is not None else max(0, view.round - 1)
    unsure = settling.unsure[min(done, len(settling.unsure) - 1)] if settling.unsure else 0
    now = Forecast(spread.at(room + unsure), spread.at(room), spread.at(room - unsure))
    return Account(staffel, Forecast(spread.p10, spread.p50, spread.p90), now, settling.money)
