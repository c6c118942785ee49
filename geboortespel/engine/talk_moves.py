"""What can be done at the negotiating table, each action with its guards (see `moves`)."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.engine.actions import Refusal
from geboortespel.engine.ir import Node
from geboortespel.engine.layout import STAGE, TALKS
from geboortespel.engine.lower import Lowering
from geboortespel.engine.talk_slots import ASKED, FAIR, OFFERED, PARTY, THEIRS, TURN, WHO
from geboortespel.scenario.model import Scenario, TalkIssue, Talks
from geboortespel.scenario.names import TALKING, seats

Guard = tuple[Node, Refusal]
Found = tuple[str, str, str, tuple[Guard, ...]]


class TalkMoves:
    """The guards of one scenario's negotiation."""

    def __init__(self, scenario: Scenario, talks: Talks, lowering: Lowering) -> None:
        self.scenario, self.talks, self.low = scenario, talks, lowering

    def _is(self, name: str, value: int) -> Node:
        return ("cmp", "=", self.low.slot(name), ("n", value))

    def _under(self, name: str, bound: int) -> Node:
        return ("cmp", "<", self.low.slot(name), ("n", bound))

    def opening(self) -> tuple[Guard, ...]:
        """What a sitting asks, besides what its move does: somebody to sit with, and no agreement yet."""
        comes = []
        for code, party in enumerate(self.talks.parties.values(), 1):
            may: Node = ("any", (self._is(PARTY, code), self.low.condition(party.when)))
            comes.append(("all", (self._is(f".tafel.weg.{party.id}", 0), may)))
        agreed: Node = ("not", self._is("gesprek", TALKING.index("akkoord")))
        return (agreed, Refusal("al_akkoord")), (("any", tuple(comes)), Refusal("niemand_meer"))

    def actions(self, seat: str) -> Iterator[Found]:
        """(what, target, choice, guards) of everything this seat can do at the table, in declaration order."""
        here: Node = ("all", (self._is(STAGE, TALKS), self._is(WHO, seats(self.scenario).index(seat))))
        now: tuple[Guard, ...] = ((here, Refusal("niet_nu")),)
        unsaid = (*now, (self._is(OFFERED, 0), Refusal("al_voorgelegd")))
        for issue in self.talks.issues.values():
            for digit, option in enumerate(issue.options.values()):
                guards = [*unsaid, (self._is(f".tafel.gewijzigd.{issue.id}", 0), Refusal("al_gewijzigd", (issue.id,)))]
                guards.append(
                    (("not", self._is(f".tafel.bod.{issue.id}", digit)), Refusal("staat_er_al", (option.id,)))
                )
                if option.when is not None:
                    guards.append((self.low.condition(option.when, seat), Refusal("mandaat", (issue.id, option.id))))
                yield "bod", issue.id, option.id, tuple(guards)
        room = (*now, (self._under(ASKED, self.talks.questions), Refusal("genoeg_gevraagd")))
        for what, word in (("waarom", "gevraagd"), ("vertellen", "verteld")):
            for issue_id in self.talks.issues:
                fresh = (self._is(f".tafel.{word}.{issue_id}", 0), Refusal("al_gedaan", (issue_id,)))
                yield what, issue_id, "", (*room, fresh)
        offer = (*unsaid, (self._under(TURN, self.talks.turns), Refusal("tijd_op")), *self._mandate("bod", seat))
        yield "voorleggen", "", "", offer
        yield "graag-of-niet", "", "", offer
        there = (self._is(THEIRS, 1), Refusal("geen_tegenbod"))
        enough = (self._is(FAIR, 1), Refusal("ondergrens"))
        yield "aannemen", "", "", (*now, there, enough, *self._mandate("hun", seat))
        yield "verdagen", "", "", now

    def _mandate(self, side: str, seat: str) -> Iterator[Guard]:
        """Home must be able to live with every option of an outcome that lies there."""
        for issue in self.talks.issues.values():
            yield from self._allowed(issue, side, seat)

    def _allowed(self, issue: TalkIssue, side: str, seat: str) -> Iterator[Guard]:
        for digit, option in enumerate(issue.options.values()):
            if option.when is not None:
                other: Node = ("not", self._is(f".tafel.{side}.{issue.id}", digit))
                yield ("any", (other, self.low.condition(option.when, seat))), Refusal("mandaat", (issue.id, option.id))
