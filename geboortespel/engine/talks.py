"""The negotiation in the state: flat slots around `market.parley`, and what an agreement or a parting does.

A sitting is opened by the scenario's move: some questions, one offer, the party's answer, which can be taken at once.
Between sittings the months go on; offers, trust and what was heard stay. Slots hold option numbers and outcome codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from geboortespel.engine.actions import Action
from geboortespel.engine.batch import apply_steps
from geboortespel.engine.ir import State
from geboortespel.engine.layout import MOVES, STAGE, TALKS
from geboortespel.engine.ledger import Cause, Log
from geboortespel.engine.plans import Part, Step
from geboortespel.engine.talk_slots import (
    ASIDE,
    ASKED,
    BORNE,
    EXTRA,
    FAIR,
    OFFERED,
    PARTY,
    THEIRS,
    TRUST,
    TURN,
    WARNED,
    WHO,
    own_slots,
)
from geboortespel.market.parley import Table
from geboortespel.market.sitting import Manners, Party, Reply, Sitting
from geboortespel.market.space import Issue, Space
from geboortespel.market.styles import STYLES
from geboortespel.market.utility import Consortium, Preferences, Together, Utility
from geboortespel.scenario.model import MarketParty, TalkIssue, TalkTie
from geboortespel.scenario.model import Talks as Written
from geboortespel.scenario.names import TALKING

if TYPE_CHECKING:
    from geboortespel.engine.flow import Flow
    from geboortespel.engine.rules import Rules

TRUST_UNSAID = 50


class Talks:
    """The negotiation of one compiled game: its mathematics, and the sitting read from and written to a state."""

    def __init__(self, rules: Rules, flow: Flow, written: Written) -> None:
        self.rules, self.flow, self.written = rules, flow, written
        self.index = rules.layout.index
        self.space = Space([Issue(issue.id, tuple(issue.options)) for issue in written.issues.values()])
        self.client = Utility(
            self.space,
            {issue.id: issue.weight for issue in written.issues.values()},
            {issue.id: {o.id: o.worth for o in issue.options.values()} for issue in written.issues.values()},
            *self._bounds(written.reservation, written.ties, sum(issue.weight for issue in written.issues.values())),
        )
        self.parties = tuple(self._here(party) for party in written.parties.values())
        slot, issues = self.index, self.space.issues
        self._made = {side: [slot[f".tafel.{side}.{n}"] for n in range(written.turns)] for side in ("wij", "zij")}
        self._at = {side: [slot[f".tafel.{side}.{issue.id}"] for issue in issues] for side in ("bod", "hun", *ASIDE)}
        self._own = [slot[name] for name in own_slots(rules.scenario) if not name.startswith(".tafel.weg.")]
        self._tables: dict[str, Table] = {}
        self._preferences: dict[str, Preferences] = {}
        self._after: dict[tuple[Cause, bool], list[Part]] = {}
        self._effects: dict[tuple[str, str], Part] = {}
        low = rules.low
        self._may_come = [rules.function(low.condition(party.when)) for party in self.parties]
        self._trust = None if written.trust is None else rules.function(("scale", *low.number(written.trust)))

    def _here(self, party: MarketParty) -> MarketParty:
        """A party with what it walks away from here: an issue of a base set may have been left out."""
        return evolve(party, walks={issue: one for issue, one in party.walks.items() if issue in self.space.place})

    # -- the mathematics ---------------------------------------------------------------------------------------------

    def table(self, party: MarketParty) -> Table:
        """The client across from this party; made when it first sits down."""
        found = self._tables.get(party.id)
        if found is None:
            manners = Manners(rounds=self.written.turns, patience=party.patience, caution=party.caution)
            walks = {issue: frozenset({option}) for issue, option in party.walks.items()}
            made = Party(self.wants(party), STYLES[party.style], manners, walks)
            found = self._tables[party.id] = Table(self.client, made)
        return found

    def wants(self, party: MarketParty) -> Preferences:
        """What a party wants; a consortium is its members together."""
        found = self._preferences.get(party.id)
        if found is None:
            if party.members:
                found = Consortium(tuple(self.wants(self.written.parties[member]) for member in party.members))
            else:
                wants = {issue.id: party.issues[issue.id] for issue in self.space.issues}
                weights = {issue: want.weight for issue, want in wants.items()}
                values = {
                    issue.id: {option: wants[issue.id].values[option] for option in issue.options}
                    for issue in self.space.issues
                }
                bounds = self._bounds(party.reservation, party.ties, sum(weights.values()))
                found = Utility(self.space, weights, values, *bounds)
            self._preferences[party.id] = found
        return found

    def _bounds(self, reservation: int, ties: Sequence[TalkTie], weight: int) -> tuple[int, tuple[Together, ...]]:
        """Reservation value and exceptions, written in percent of the whole, as utilities."""
        known = [tie for tie in ties if all(issue in self.space.place for issue in tie.options)]
        exceptions = (
            Together({issue: [option] for issue, option in tie.options.items()}, tie.adds * weight) for tie in known
        )
        return reservation * weight, tuple(exceptions)

    # -- reading and writing -----------------------------------------------------------------------------------------

    def party(self, s: Sequence[int]) -> MarketParty | None:
        """The party at the table, None before the first sitting."""
        code = s[self.index[PARTY]]
        return self.parties[code - 1] if code else None

    def comes(self, s: State) -> int:
        """Code of the party that comes to the table now: who sits there, else the first that may; 0: nobody."""
        now = s[self.index[PARTY]]
        if now and not s[self.index[f".tafel.weg.{self.parties[now - 1].id}"]]:
            return now
        for code, (party, may) in enumerate(zip(self.parties, self._may_come, strict=True), 1):
            if not s[self.index[f".tafel.weg.{party.id}"]] and may(s):
                return code
        return 0

    def _digits(self, s: Sequence[int], side: str) -> int:
        """The outcome code in the slots of the draft ('bod') or of their last offer ('hun')."""
        return self.space.coded([s[slot] for slot in self._at[side]])

    def _put_digits(self, s: State, side: str, code: int) -> None:
        for slot, digit in zip(self._at[side], self.space.digits(code), strict=True):
            s[slot] = digit

    def trust_from_home(self, s: State) -> int:
        """Trust between the parties as the game has it now, before what was built up at the table."""
        return TRUST_UNSAID if self._trust is None else self._trust(s)

    def draft(self, s: Sequence[int]) -> int:
        """Code of the client's draft."""
        return self._digits(s, "bod")

    def offers(self, s: Sequence[int], side: str) -> tuple[int, ...]:
        """Codes of the offers of 'wij' or 'zij', oldest first."""
        return tuple([s[slot] - 1 for slot in self._made[side] if s[slot]])

    def aside(self, s: Sequence[int], word: str) -> tuple[str, ...]:
        """Issues that were asked about ('gevraagd'), told about ('verteld') or changed ('gewijzigd')."""
        slots = self._at[word]
        return tuple([issue.id for issue, slot in zip(self.space.issues, slots, strict=True) if s[slot]])

    def sitting(self, s: Sequence[int]) -> Sitting:
        """The sitting as `parley` knows it."""
        slot = self.index
        asked, told = (
            sum([1 << n for n, at in enumerate(self._at[word]) if s[at]]) for word in ("gevraagd", "verteld")
        )
        return Sitting(
            s[slot[TRUST]], self.offers(s, "wij"), self.offers(s, "zij"), asked, told,
            s[slot[BORNE]], bool(s[slot[WARNED]]),
        )  # fmt: skip

    def _keep(self, s: State, before: Sitting, now: Sitting) -> None:
        """Write what a step changed."""
        slot = self.index
        s[slot[EXTRA]] += now.trust - before.trust
        s[slot[TRUST]], s[slot[BORNE]], s[slot[WARNED]] = now.trust, now.borne, int(now.warned)
        for side, made in (("wij", now.ours), ("zij", now.theirs)):
            for place, code in zip(self._made[side], made, strict=False):
                s[place] = code + 1
        s[slot[TURN]] = len(now.ours)
        if now.theirs:
            self._put_digits(s, "hun", now.theirs[-1])
            s[slot[THEIRS]] = 1
            s[slot[FAIR]] = int(self.client.acceptable(now.theirs[-1]))

    # -- what happens ------------------------------------------------------------------------------------------------

    def open(self, s: State, seat: str, log: Log | None) -> None:
        """A sitting begins, led by this seat."""
        slot, code = self.index, self.comes(s)
        if code != s[slot[PARTY]]:
            self._clear(s)
            s[slot[PARTY]] = code
            self._put_digits(s, "bod", self._first_draft())
        s[slot[ASKED]] = s[slot[OFFERED]] = 0
        for place in self._at["gewijzigd"]:
            s[place] = 0
        s[slot[TRUST]] = max(0, min(100, self.trust_from_home(s) + s[slot[EXTRA]]))
        s[slot[WHO]] = self.rules.seats.index(seat)
        s[slot[STAGE]] = TALKS
        self._set(s, "gesprek", "loopt", ("zitting", self.parties[code - 1].id, "open"), log)
        if log is not None:
            log.notes.append(("zitting", self.parties[code - 1].id, "open"))

    def _clear(self, s: State) -> None:
        for slot in self._own:
            s[slot] = 0

    def _first_draft(self) -> int:
        """What the client would like best, of what needs no mandate."""
        chosen = {}
        for issue in self.written.issues.values():
            free = [option for option in issue.options.values() if option.when is None] or list(issue.options.values())
            chosen[issue.id] = max(free, key=lambda option: option.worth).id
        return self.space.code(chosen)

    def act(self, s: State, action: Action, log: Log | None) -> None:
        """Do one action at the table, in place. The caller has tested that it may be done."""
        party = self.party(s)
        assert party is not None
        slot = self.index
        match action.what:
            case "bod":
                s[slot[f".tafel.bod.{action.target}"]] = self.space.digit(action.target, action.choice)
                s[slot[f".tafel.gewijzigd.{action.target}"]] = 1
                if log is not None:
                    log.notes.append(("zitting", party.id, "bod", action.target, action.choice))
                return
            case "verdagen":
                self._rise(s)
                if log is not None:
                    log.notes.append(("zitting", party.id, "verdagen"))
                return
        table, before = self.table(party), self.sitting(s)
        match action.what:
            case "waarom" | "vertellen":
                done = table.ask if action.what == "waarom" else table.tell
                now, reply = done(before, action.target)
                s[slot[ASKED]] += 1
                s[slot[f".tafel.{'gevraagd' if action.what == 'waarom' else 'verteld'}.{action.target}"]] = 1
            case "aannemen":
                now, reply = table.accept(before)
            case _:
                forced = action.what == "graag-of-niet"
                now, reply = table.put_forward(before, self.draft(s), take_it_or_leave_it=forced)
                s[slot[OFFERED]] = 1
        self._keep(s, before, now)
        if log is not None:
            log.notes.append(("zitting", party.id, reply.kind, reply.reason, reply.gave, reply.took, reply.issue))
        if now.status != "open":
            self._end(s, party, now, reply, log)

    def _end(self, s: State, party: MarketParty, now: Sitting, reply: Reply, log: Log | None) -> None:
        """An agreement with all it does, or a parting."""
        cause = ("zitting", party.id, reply.kind)
        if now.status == "akkoord":
            self._agree(s, party, now.agreed, cause, log)
        else:
            s[self.index[f".tafel.weg.{party.id}"]] = 1
            left = now.status == "markt-weg"
            self._set(s, "gesprek", "afgehaakt" if left else "op", cause, log)
            if left:
                self.flow.run_parts(s, self._following(cause, agreed=False), "", log)
        self._rise(s)

    def _agree(self, s: State, party: MarketParty, code: int, cause: Cause, log: Log | None) -> None:
        steps: list[Step] = [(self.index["akkoord"], True, 1, cause)]
        parts = []
        for issue, option in zip(self.written.issues.values(), self.space.outcome(code), strict=True):
            steps.append((self.index[f"afspraak.{issue.id}"], True, self.space.digit(issue.id, option) + 1, cause))
            parts.append(self._effects_of(issue, option))
        self._set(s, "gesprek", "akkoord", cause, log)
        apply_steps(self.rules.layout, s, steps, log)
        self.flow.run_parts(s, [*parts, *self._following(cause, agreed=True)], "", log)

    def _effects_of(self, issue: TalkIssue, option: str) -> Part:
        """What agreeing on this option does; compiled once."""
        key = issue.id, option
        if key not in self._effects:
            self._effects[key] = self.rules.plans.part(issue.options[option].effects, ("afspraak", *key))
        return self._effects[key]

    def _following(self, cause: Cause, agreed: bool) -> list[Part]:
        """What an agreement or a parting does besides; compiled once for each cause."""
        key = cause, agreed
        if key not in self._after:
            items = self.written.agreed if agreed else self.written.parted
            self._after[key] = list(self.rules.plans.consequences(items, cause))
        return self._after[key]

    def _rise(self, s: State) -> None:
        s[self.index[STAGE]] = MOVES

    def _set(self, s: State, name: str, word: str, cause: Cause, log: Log | None) -> None:
        slot, value = self.index[name], TALKING.index(word)
        if s[slot] != value:
            apply_steps(self.rules.layout, s, [(slot, True, value, cause)], log)
