"""Scenario texts that tests start from."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
KLEIN = HERE / "klein.yaml"
FULL = HERE / "vol" / "scenario.yaml"
FULL_BASE = HERE / "vol" / "basis.yaml"

MINIMAL = """\
formaat: 1
id: proef
titel: Proef
tellers: {budget: 5, steun: 2}
zetten:
  - {id: praten, titel: Praten, effecten: {steun: +1}}
uitkomsten:
  - {id: klaar, soort: geboren, titel: Klaar, als: steun >= 8, direct: ja}
  - {id: over, titel: Over}
"""
