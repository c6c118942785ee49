"""Checks of the negotiation: issues, options and weights that fit each other, and talks that can lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod

from geboortespel.scenario.model import MarketParty, PartyIssue, Talks, TalkTie
from geboortespel.scenario.model.talks import LEAVE_REASONS, OFFER_REASONS
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.places import Places, things
from geboortespel.scenario.scalars import suggest

MOST_OUTCOMES = 50_000


class TalksChecker(Places):
    """Notes what does not fit in `onderhandeling`."""

    def run(self) -> None:
        """All checks of this class; none without a negotiation."""
        talks, node = self.scenario.talks, self.root.get("onderhandeling")
        if talks is None or not isinstance(node, Map):
            return
        self.talks, self.node = talks, node
        at = self.root.entries["onderhandeling"][0]
        for key, there in (("zet", talks.move), ("onderwerpen", talks.issues), ("partijen", talks.parties)):
            if not there and key not in node.entries:
                self._at("G130", at, key=key)
        if not talks.issues or not talks.parties:
            return
        self._issues(talks)
        self._ties(node, talks.ties)
        for party_id, inside in things(node.get("partijen")):
            if party_id in talks.parties:
                self._party(talks.parties[party_id], inside)

    # -- the client's side -------------------------------------------------------------------------------------------

    def _issues(self, talks: Talks) -> None:
        size = prod(max(1, len(issue.options)) for issue in talks.issues.values())
        place = self.node.entries["onderwerpen"][0]
        if size > MOST_OUTCOMES:
            self._at("G136", place, size=str(size), limit=str(MOST_OUTCOMES))
        for issue_id, inside in things(self.node.get("onderwerpen")):
            if issue_id in talks.issues and not talks.issues[issue_id].options and "opties" not in inside.entries:
                self._at("G133", inside.get("id"), id=issue_id, missing="opties")
        self._whole(sum(issue.weight for issue in talks.issues.values()), place)

    def _whole(self, total: int, place: Node | None) -> None:
        if not total:
            self._at("G132", place)

    def _ties(self, node: Map, ties: Iterable[TalkTie]) -> None:
        written = node.get("samen")
        found = written.items if isinstance(written, Seq) else [written]
        for tie, inside in zip(ties, found, strict=False):
            options = inside.get("bij") if isinstance(inside, Map) else None
            if isinstance(options, Map):
                self._agreed(tie.options, options)

    def _agreed(self, pairs: Mapping[str, str], node: Map) -> None:
        """Issue → option, each of which must exist."""
        for issue, option in pairs.items():
            key, value = node.entries[issue]
            if issue not in self.talks.issues:
                if key.source.reused:
                    continue  # an issue that this scenario left out of its base set
                self._at("G012", key, id=issue, what="onderwerp", **suggest(issue, self.talks.issues))
            elif option not in self.talks.issues[issue].options:
                known = self.talks.issues[issue].options
                self._at("G012", value, id=option, what="optie", **suggest(option, known))

    # -- the market's side -------------------------------------------------------------------------------------------

    def _party(self, party: MarketParty, node: Map) -> None:
        issues = node.get("onderwerpen")
        if party.members:
            unknown = next((m for m in party.members if m not in self.talks.parties or m == party.id), None)
            if unknown is not None:
                near = suggest(unknown, [name for name in self.talks.parties if name != party.id])
                place = next((at for at in self._listed(node, "leden") if at.value == unknown), node.get("leden"))
                self._at("G012", place, id=unknown, what="partij", **near)
        elif isinstance(issues, Map):
            self._wants(party, issues, node.entries["onderwerpen"][0])
        elif "onderwerpen" not in node.entries:
            self._at("G133", node.get("id"), id=party.id, missing="onderwerpen")
        self._ties(node, party.ties)
        walks = node.get("loopt_weg")
        if isinstance(walks, Map):
            self._agreed(party.walks, walks)
        for key, reasons in (("bod", OFFER_REASONS), ("vertrek", LEAVE_REASONS)):
            lines = node.get(key)
            for reason, (at, _) in lines.entries.items() if isinstance(lines, Map) else ():
                if reason not in reasons:
                    self._at("G135", at, id=reason, known=", ".join(reasons), **suggest(reason, reasons))

    @staticmethod
    def _listed(node: Map, key: str) -> list[Scalar]:
        found = node.get(key)
        return [item for item in (found.items if isinstance(found, Seq) else [found]) if isinstance(item, Scalar)]

    def _wants(self, party: MarketParty, issues: Map, place: Node) -> None:
        for issue, want in party.issues.items():
            if issue not in self.talks.issues:
                if issues.entries[issue][0].source.reused:
                    continue
                near = suggest(issue, self.talks.issues)
                self._at("G012", issues.entries[issue][0], id=issue, what="onderwerp", **near)
                continue
            inside = issues.get(issue)
            if isinstance(inside, Map):
                self._values(issue, want, inside)
        missing = next((issue for issue in self.talks.issues if issue not in party.issues), None)
        slips = [name for name in party.issues if name not in self.talks.issues]
        if any(not issues.entries[name][0].source.reused for name in slips):
            return  # one with a slip in its name has had its fault
        if missing is not None:
            self._at("G133", place, id=party.id, missing=missing)
        else:
            self._whole(sum(want.weight for want in party.issues.values()), place)

    def _values(self, issue: str, want: PartyIssue, node: Map) -> None:
        options, values = self.talks.issues[issue].options, node.get("waarden")
        for option in want.values:
            if option not in options and isinstance(values, Map):
                self._at("G012", values.entries[option][0], id=option, what="optie", **suggest(option, options))
        missing = next((option for option in options if option not in want.values), None)
        if missing is not None and not set(want.values) - set(options):
            place = node.entries["waarden"][0] if "waarden" in node.entries else node
            self._at("G133", place, id=issue, missing=missing)
