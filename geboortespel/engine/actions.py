"""Actions and refusals: what a seat can do, and why it may not. Codes with parts, never text."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Kind = Literal["zet", "pas", "keuze", "poort", "gok", "zitting", "slotzin", "ingreep"]


@frozen(slots=True)
class Action:
    """One thing that can be done; names seats and ids, never positions.

    zet: `what` move, `target` actor/argument/adviser/aspect (by verb), `choice` argument (persuading) or option.
    pas: `seat` is done for this round. keuze: `what` event or card, `choice` option; `seat` pays, "" is the table.
    gok: `what` actor, `choice` the concern guessed, "" for no guess.
    slotzin: before move `what`, argument `choice` to voter `target`; both "" for nothing to add.
    zitting: `what` is bod (`target` issue, `choice` option), waarom or vertellen (`target` issue), voorleggen,
    graag-of-niet, aannemen or verdagen. poort: `what` is verder, langer or stoppen. ingreep: the facilitator lets card
    `what` of deck `target` happen now, which is never among what players may do. `index` is the action's place in its
    game, for the engine's tables.
    """

    index: int
    kind: Kind
    seat: str
    what: str = ""
    target: str = ""
    choice: str = ""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """The action without its index: what a journal holds."""
        return (self.kind, self.seat, self.what, self.target, self.choice)


@frozen(slots=True)
class Refusal:
    """Why an action may not be done now: code `niet_nu` (another kind of decision waits), `doet_niet_mee`, `gepast`,
    `tijd`, `energie`, `kost` (part: the counter), `bereik`, `onderbouwing`, `vaker_niet`, `eis` (its condition),
    `al_gedaan`, `steun`. At the negotiating table: `mandaat` (issue, option), `ondergrens`, `tijd_op`, `al_gewijzigd`,
    `staat_er_al`, `al_voorgelegd`, `genoeg_gevraagd`, `geen_tegenbod`, `niemand_meer`, `al_akkoord`."""

    code: str
    parts: tuple[str, ...] = ()


class IllegalAction(Exception):
    """The action may not be done in this state; the state is unchanged."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.code)
        self.reason = reason


class UnknownAction(Exception):
    """No such action exists in this game (a wrong id, or ids that do not go together)."""
