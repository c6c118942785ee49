"""The engine's own slots for the negotiation, by name."""

from __future__ import annotations

from geboortespel.scenario.model import Scenario

PARTY, TURN, TRUST, EXTRA, ASKED, OFFERED, BORNE, WARNED, THEIRS, FAIR, WHO = (
    ".tafel.partij", ".tafel.beurt", ".tafel.vertrouwen", ".tafel.erbij", ".tafel.gesteld", ".tafel.voorgelegd",
    ".tafel.geslikt", ".tafel.gewaarschuwd", ".tafel.tegenbod", ".tafel.genoeg", ".tafel.wie",
)  # fmt: skip
ASIDE = ("gevraagd", "verteld", "gewijzigd")
"""Per issue: asked why, told why, changed since the last offer (0/1)."""


BELOW = {EXTRA}
"""Slots that can go below 0: trust that was lost at the table."""


def own_slots(scenario: Scenario) -> list[str]:
    """The engine's own slots for the negotiation; none without one."""
    talks = scenario.talks
    if talks is None:
        return []
    names = [PARTY, TURN, TRUST, EXTRA, ASKED, OFFERED, BORNE, WARNED, THEIRS, FAIR, WHO]
    names += [f".tafel.weg.{party}" for party in talks.parties]
    for issue in talks.issues:
        names += [f".tafel.bod.{issue}", f".tafel.hun.{issue}", *(f".tafel.{word}.{issue}" for word in ASIDE)]
    names += [f".tafel.{side}.{n}" for side in ("wij", "zij") for n in range(talks.turns)]
    return names
