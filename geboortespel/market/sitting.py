"""What lies on the negotiating table: how a market party behaves, where the talks are, what it answers.

Values only; the talking itself is in `parley`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from geboortespel.market.styles import Style
from geboortespel.market.utility import Preferences

Status = Literal["open", "akkoord", "markt-weg", "wij-weg", "tijd-op"]
Kind = Literal["akkoord", "tegenbod", "antwoord", "hoort", "weg", "tijd-op"]
Weight = Literal["licht", "gewoon", "zwaar"]
Reason = Literal[Weight, "eerste", "ruil", "geeft", "tijd", "vast", "grens", "onder", "risico", "dwang", ""]


@frozen
class Manners:
    """Numbers of how a party behaves at the table. Trust runs from 0 to 100."""

    rounds: int = 8
    """How often the client can put something forward before the time is up."""
    patience: int = 2
    """How many offers below its reservation value it bears; at the next it leaves."""
    caution: int = 0
    """Percent of what it would concede that it keeps back while trust is under `assured`: a past of claims."""
    assured: int = 60
    asked: int = 4
    """Trust for being asked why, the first time for an issue."""
    told: int = 3
    """Trust for being told what an issue means to the client, the first time."""
    insult: int = -5
    """Trust after an offer below its reservation value."""
    forced: int = -20
    """Trust after 'take it or leave it', whatever the answer."""
    pride: int = 30
    """Percent of what it could gain that it wants at least when it is forced, at trust 0; nothing at trust 100."""
    slack: int = 4
    """Percent of what it could gain that counts as worth the same when it looks for what suits the client."""
    breadth: int = 250
    """How many outcomes of about the same worth it looks at, the cheapest first."""


@frozen
class Party:
    """A market party. `walks`: issue → options it will not live with: put forward twice, it leaves."""

    preferences: Preferences
    style: Style
    manners: Manners = Manners()
    walks: Mapping[str, frozenset[str]] = field(factory=dict)


@frozen
class Sitting:
    """Where the talks are. Offers are codes, oldest first; `asked` and `told` are sets of issue numbers as bits."""

    trust: int
    ours: tuple[int, ...] = ()
    theirs: tuple[int, ...] = ()
    asked: int = 0
    told: int = 0
    borne: int = 0
    warned: bool = False
    status: Status = "open"
    agreed: int = -1

    @property
    def round(self) -> int:
        """How many offers the client has put forward."""
        return len(self.ours)


@frozen
class Reply:
    """What the party does, with its reason. `gave` and `took`: the issues in which its new offer moved most towards the
    client and towards itself; `issue`: what it speaks of."""

    kind: Kind
    reason: Reason = ""
    code: int = -1
    gave: str = ""
    took: str = ""
    issue: str = ""
