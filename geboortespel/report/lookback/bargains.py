"""The negotiations of a game from its journal: who sat there, every offer, how it ended, and what it was worth to both.

Of a game that has not ended only what the client knows is told; the market's side is open when it is over.
"""

from __future__ import annotations

from functools import cached_property

from attrs import define, field, frozen

from geboortespel.engine.ir import State, round_half_away
from geboortespel.engine.ledger import Cause
from geboortespel.engine.talk_slots import TRUST
from geboortespel.engine.talks import Talks
from geboortespel.market.afterwards import Course, Deed, Meeting, Step, allowed, told_again
from geboortespel.market.measures import Map, Point
from geboortespel.market.parley import Table
from geboortespel.market.utility import Preferences
from geboortespel.report.lookback.past import Past
from geboortespel.scenario.expr import names_in
from geboortespel.scenario.model import TalkOption
from geboortespel.session.moments import Moment

DEEDS: dict[str, Deed] = {
    deed: deed for deed in ("waarom", "vertellen", "voorleggen", "graag-of-niet", "aannemen")
}  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@frozen
class Offer:
    """An offer: the sitting (from 0) and the round, who made it, its code, the mark it has on the map (`1`, `2` ours;
    `a`, `b` theirs), whether it was take it or leave it, and the party's reason for it."""

    sitting: int
    round: int
    ours: bool
    code: int
    mark: str
    forced: bool = False
    reason: str = ""


Source = tuple[str, ...]
"""What did something to trust: ('zet', move), ('keuze', event, choice), ('gebeurtenis', event) or ('kaart', event)."""


@define
class Bargain:
    """The talks with one party. `status` as in `market.sitting`; `reason`, `issue`: why it left, and over what."""

    party: str
    seat: str
    rounds: list[int] = field(factory=list)
    """The round of each sitting."""
    meetings: list[Meeting] = field(factory=list)
    offers: list[Offer] = field(factory=list)
    trust: int = 0
    """Trust at the table when it ended."""
    status: str = "open"
    reason: str = ""
    issue: str = ""
    agreed: int = -1
    last_deed: str = ""
    before: State = field(factory=list)
    """The state before the last thing that was done."""
    brought: list[dict[Source, int]] = field(factory=list)
    """For each sitting: points of the trust that was brought in, by what had added or taken them."""


def bargains(past: Past) -> tuple[Bargain, ...]:
    """The talks of a game, one for every party that sat down, in order."""
    talks = past.game.talks
    if talks is None:
        return ()
    found: list[Bargain] = []
    trust = _Trust(talks)
    for moment in past.way:
        trust.see(moment)
        action = moment.action
        if action is None:
            continue
        opened = next((note for note in moment.notes if note[0] == "zitting" and note[2] == "open"), None)
        if opened is not None:
            if not found or found[-1].party != opened[1] or found[-1].status != "open":
                found.append(Bargain(opened[1], action.seat))
            found[-1].rounds.append(past.round_of(moment))
            found[-1].meetings.append(Meeting(talks.trust_from_home(moment.state), ()))
            found[-1].brought.append(trust.brought(moment.state))
        elif action.kind == "zitting" and found:
            _step(past, talks, found[-1], moment)
    return tuple(found)


class _Trust:
    """What did something to the quantities that trust is made of; not what the months made of it."""

    def __init__(self, talks: Talks) -> None:
        self.talks = talks
        written = talks.written.trust
        self.names = set() if written is None else set(names_in(written))
        self.changes: dict[Source, dict[int, int]] = {}

    def see(self, moment: Moment) -> None:
        for entry in moment.entries:
            source = _source(entry.cause)
            if source and entry.name.rpartition(".")[2] in self.names:
                slot = self.talks.index[entry.name]
                by_slot = self.changes.setdefault(source, {})
                by_slot[slot] = by_slot.get(slot, 0) + entry.delta

    def brought(self, s: State) -> dict[Source, int]:
        """Points of trust in this state by what added or took them: the trust now, less that without them."""
        now, found = self.talks.trust_from_home(s), {}
        for source, by_slot in self.changes.items():
            other = s[:]
            for slot, delta in by_slot.items():
                other[slot] -= delta
            if points := now - self.talks.trust_from_home(other):
                found[source] = points
        return found


def _source(cause: Cause) -> Source:
    match cause:
        case ("zet", _, what, *_):
            return ("zet", what)
        case ("keuze", _, event, _, choice):
            return ("keuze", event, choice)
        case ("gebeurtenis", event, *_):
            return ("gebeurtenis", event)
        case ("kaart", _, event, *_):
            return ("kaart", event)
        case _:
            return ()


def _step(past: Past, talks: Talks, to: Bargain, moment: Moment) -> None:
    action, before = moment.action, past.session.moments.all[moment.parent].state
    assert action is not None
    deed = DEEDS.get(action.what)
    if deed is None:
        return
    code = talks.draft(before) if deed in ("voorleggen", "graag-of-niet") else -1
    meeting = to.meetings[-1]
    to.meetings[-1] = Meeting(meeting.trust, (*meeting.steps, Step(deed, action.target, code)))
    to.trust, to.before, to.last_deed = moment.state[talks.index[TRUST]], before, deed
    number, reply = past.round_of(moment), _reply(moment)
    if code >= 0:
        mark = str(1 + sum(offer.ours for offer in to.offers))
        to.offers.append(Offer(len(to.meetings) - 1, number, True, code, mark, deed == "graag-of-niet"))
    match reply[2]:
        case "tegenbod":
            mark = LETTERS[sum(not offer.ours for offer in to.offers)]
            to.offers.append(
                Offer(len(to.meetings) - 1, number, False, talks.offers(moment.state, "zij")[-1], mark, reason=reply[3])
            )
        case "akkoord":
            to.status, to.agreed = "akkoord", code if code >= 0 else talks.offers(before, "zij")[-1]
        case "weg":
            to.status, to.reason, to.issue = "markt-weg", reply[3], reply[6]
        case "tijd-op":
            to.status = "tijd-op"


def _reply(moment: Moment) -> Cause:
    """What the party did, as it was noted."""
    kinds = ("antwoord", "hoort", "tegenbod", "akkoord", "weg", "tijd-op")
    return next(note for note in moment.notes if note[0] == "zitting" and note[2] in kinds)


# -- what it was worth -------------------------------------------------------------------------------------------------


class Chart:
    """The map of one negotiation with both utilities: open only when the game is over."""

    def __init__(self, past: Past, bargain: Bargain) -> None:
        talks = past.game.talks
        assert talks is not None
        self.talks, self.bargain = talks, bargain
        self.table: Table = talks.table(talks.written.parties[bargain.party])
        self.map = Map(talks.client, self.table.party.preferences)

    def point(self, code: int) -> Point:
        return self.map.point(code)

    def percent(self, code: int) -> tuple[int, int]:
        """What an outcome is worth to both, of 100: their best."""
        return percent(self.map.first, self.map.first(code)), percent(self.map.second, self.map.second(code))

    @property
    def bounds(self) -> tuple[int, int]:
        """What the best alternative is worth to both, of 100."""
        return tuple(percent(who, who.reservation) for who in (self.map.first, self.map.second))  # type: ignore[return-value]

    @cached_property
    def course(self) -> Course:
        """The talks told again, as they went."""
        return told_again(self.table, self.bargain.meetings)

    @cached_property
    def options(self) -> tuple[tuple[int, ...], ...]:
        """Per issue the places of the options that home allowed when it ended."""
        rules, seat, state = self.talks.rules, self.bargain.seat, self.bargain.before

        def may(option: TalkOption) -> bool:
            return option.when is None or bool(rules.function(rules.low.condition(option.when, seat))(state))

        issues = self.talks.written.issues.values()
        return tuple(tuple(n for n, o in enumerate(issue.options.values()) if may(o)) for issue in issues)

    @cached_property
    def at_home(self) -> frozenset[int]:
        """Codes of the outcomes that home allowed when it ended."""
        return frozenset(allowed(self.options, self.talks.space.steps))

    @cached_property
    def zone(self) -> tuple[int, ...]:
        """Codes of the outcomes that both find at least as good as their best alternative."""
        return tuple(code for code in self.map.first.ranking if self.map.second.acceptable(code))


def percent(who: Preferences, worth: int) -> int:
    """A utility of 100: the best there is to this party."""
    return round_half_away(100 * worth, who.best) if who.best > 0 else 0
