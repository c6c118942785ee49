"""What the client knows of the negotiation: its own worths, the offers, and what it was told. Nothing of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from geboortespel.engine.ir import State
from geboortespel.engine.talk_money import spread_of, staffel_of
from geboortespel.engine.talk_slots import ASKED, OFFERED, PARTY, THEIRS, TRUST, TURN, WARNED
from geboortespel.engine.talks import Talks
from geboortespel.market.space import Space
from geboortespel.market.staffel import Spread, Staffel
from geboortespel.scenario.names import TALKING

TRUST_BAND = 20
"""Width of the band in which trust shows."""


@frozen
class IssueView:
    """One issue on the table: option ids, '' where nothing was said yet. `weighs`: what they answered to 'why';
    `refused`: the option they said they will not live with."""

    id: str
    draft: str
    ours: str
    theirs: str
    theirs_before: str
    weighs: str
    told: bool
    changed: bool
    refused: str


@frozen
class Worth:
    """A utility of the client's own, with the ends of its scale: the best alternative and the best there is."""

    value: int
    reservation: int
    best: int


class TalkView:
    """The negotiation as the client sees it in one state. Read-only."""

    def __init__(self, talks: Talks, s: State) -> None:
        self._talks, self._s = talks, s
        self._index = talks.index

    @property
    def status(self) -> str:
        """geen, loopt, akkoord, afgehaakt (they left) or op (the time was up)."""
        return TALKING[self._s[self._index["gesprek"]]]

    @property
    def party(self) -> str:
        """The party at the table, '' before the first sitting."""
        code = self._s[self._index[PARTY]]
        return self._talks.parties[code - 1].id if code else ""

    @property
    def turns_left(self) -> int:
        """How often something can still be put forward."""
        return self._talks.written.turns - self._s[self._index[TURN]]

    @property
    def questions_left(self) -> int:
        """Questions and explanations left in this sitting."""
        return max(0, self._talks.written.questions - self._s[self._index[ASKED]])

    @property
    def put_forward(self) -> bool:
        """Whether an offer was made in this sitting."""
        return bool(self._s[self._index[OFFERED]])

    @property
    def trust(self) -> tuple[int, int]:
        """The band that trust between the parties lies in."""
        low = min(self._s[self._index[TRUST]], 99) // TRUST_BAND * TRUST_BAND
        return low, low + TRUST_BAND

    @cached_property
    def issues(self) -> tuple[IssueView, ...]:
        """Every issue, in the scenario's order."""
        talks, s = self._talks, self._s
        draft = talks.space.outcome(talks.draft(s))
        ours, theirs = talks.offers(s, "wij"), talks.offers(s, "zij")
        blank = ("",) * len(draft)
        last = talks.space.outcome(ours[-1]) if ours else blank
        now = talks.space.outcome(theirs[-1]) if theirs else blank
        before = talks.space.outcome(theirs[-2]) if len(theirs) > 1 else blank
        asked, told, changed = (set(talks.aside(s, word)) for word in ("gevraagd", "verteld", "gewijzigd"))
        party = talks.party(s)
        return tuple(
            IssueView(
                issue.id, draft[n], last[n], now[n], before[n],
                talks.table(party).weighs[issue.id] if party is not None and issue.id in asked else "",
                issue.id in told, issue.id in changed, self._refused(issue.id),
            )
            for n, issue in enumerate(talks.space.issues)
        )  # fmt: skip

    @cached_property
    def _ours(self) -> tuple[int, ...]:
        return self._talks.offers(self._s, "wij")

    def _refused(self, issue: str) -> str:
        """The option of an issue that the party warned about: it was put forward, and heard."""
        party = self._talks.party(self._s)
        if party is None or not self._s[self._index[WARNED]] or issue not in party.walks:
            return ""
        option, place = party.walks.get(issue, ""), self._talks.space.place[issue]
        made = self._ours
        return option if any(self._talks.space.outcome(code)[place] == option for code in made) else ""

    # -- the same in numbers, for players ----------------------------------------------------------------------------

    @property
    def space(self) -> Space:
        """The outcome space: options by their place within an issue, outcomes by code."""
        return self._talks.space

    @property
    def worths(self) -> Sequence[int]:
        """What every outcome is worth to the client, by code."""
        return self._talks.client.table

    @property
    def scale(self) -> tuple[int, int]:
        """What the client's best alternative and its best outcome are worth."""
        return self._talks.client.reservation, self._talks.client.best

    def weighs(self, place: int) -> str:
        """How heavily the issue at this place weighs for the party; '' as long as nobody asked."""
        party = self._talks.party(self._s)
        issue = self._talks.space.issues[place].id
        if party is None or not self._s[self._index[f".tafel.gevraagd.{issue}"]]:
            return ""
        return self._talks.table(party).weighs[issue]

    @property
    def refused(self) -> tuple[tuple[int, int], ...]:
        """(place of an issue, place of its option) of what the party warned that it will not live with."""
        party, space = self._talks.party(self._s), self._talks.space
        if party is None or not self._s[self._index[WARNED]]:
            return ()
        walks = [(space.place[issue], space.digit(issue, option)) for issue, option in party.walks.items()]
        made = [space.digits(code) for code in self._ours]
        return tuple((place, option) for place, option in walks if any(offer[place] == option for offer in made))

    @property
    def offers(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """All offers in order: ('wij' | 'zij', options in the order of the issues)."""
        ours, theirs = self._talks.offers(self._s, "wij"), self._talks.offers(self._s, "zij")
        both: list[tuple[str, tuple[str, ...]]] = []
        for n, code in enumerate(ours):
            both.append(("wij", self._talks.space.outcome(code)))
            if n < len(theirs):
                both.append(("zij", self._talks.space.outcome(theirs[n])))
        return tuple(both)

    def worth(self, options: Sequence[str]) -> Worth:
        """What an outcome is worth to the client."""
        return self._worth(self._talks.space.code(options))

    def _worth(self, code: int) -> Worth:
        client = self._talks.client
        return Worth(client(code), client.reservation, client.best)

    def parts(self, options: Sequence[str]) -> tuple[tuple[tuple[str, int], ...], int]:
        """What an outcome's worth is made of: (issue, its part), and what issues that hang together add or take off."""
        client = self._talks.client
        parts = [(issue.id, client.part(issue.id, o)) for issue, o in zip(self.space.issues, options, strict=True)]
        return tuple(parts), client(self.space.code(options)) - sum(part for _, part in parts)

    def staffel(self, options: Sequence[str]) -> Staffel | None:
        """Who gets what under an outcome, in thousands of euros; None when the scenario says nothing of money."""
        return staffel_of(self._talks.written, options)

    @property
    def ways_to_share(self) -> tuple[tuple[str, str], ...]:
        """(issue, option) of every option that says how gain and pain are shared, of the first issue that has any."""
        for issue in self._talks.written.issues.values():
            ways = tuple((issue.id, option.id) for option in issue.options.values() if option.sharing is not None)
            if ways:
                return ways
        return ()

    @property
    def spread(self) -> Spread | None:
        """What the work may cost, in thousands of euros."""
        return spread_of(self._talks.written)

    @property
    def draft_worth(self) -> Worth:
        """What the client's draft is worth to it."""
        return self._worth(self._talks.draft(self._s))

    @property
    def theirs_worth(self) -> Worth | None:
        """What the party's last offer is worth to the client; None when there is none."""
        if not self._s[self._index[THEIRS]]:
            return None
        return self.worth([issue.theirs for issue in self.issues])
