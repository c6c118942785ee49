"""A report on reach as data: what `bereik --json` gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geboortespel.analysis.reach.journals import Place
from geboortespel.analysis.reach.report import Finding, Report


def as_dict(report: Report, scenario: str, seed: int, places: Mapping[str, Place]) -> dict[str, Any]:
    """`dingen`: thing → `status`, with `journaal` and `regel` (where games were written), `speler` and `zaad` of the
    game that showed it, or `reden`. `uitkomsten`: the shortest known way to each; `minst`: no way has fewer actions."""
    return {
        "scenario": scenario,
        "aantal": report.games,
        "zaad": seed,
        "toestanden": report.states or None,
        "uitkomsten": {
            outcome: {
                "acties": way.actions,
                "rondes": way.rounds,
                "minst": way.least or None,
                "zaad": way.witness.seed,
                "stappen": [
                    dict(zip(("doe", "wie", "wat", "doel", "keuze"), key, strict=True)) for key in way.witness.actions
                ],
            }
            for outcome, way in report.ways.items()
        },
        "dingen": {thing: _thing(finding, places.get(thing)) for thing, finding in report.findings.items()},
    }


def _thing(finding: Finding, place: Place | None) -> dict[str, Any]:
    found: dict[str, Any] = {"status": finding.status}
    if place is not None:
        found |= {"journaal": place.journal, "regel": place.line}
    if finding.witness is not None:
        found |= {"speler": finding.witness.player, "zaad": finding.witness.seed}
    if finding.proof is not None:
        found["reden"] = {"code": finding.proof.code, **finding.proof.params}
    return found
