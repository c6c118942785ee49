"""The table of diagnostics: every stable code, in order."""

from __future__ import annotations

from geboortespel.scenario import (
    codes_campaign,
    codes_expected,
    codes_notation,
    codes_review,
    codes_rules,
    codes_talks,
    codes_values,
    codes_whole,
)
from geboortespel.scenario.code import Code

_PARTS = (
    codes_notation,
    codes_values,
    codes_rules,
    codes_whole,
    codes_talks,
    codes_review,
    codes_expected,
    codes_campaign,
)
CODES: dict[str, Code] = dict(sorted((code, found) for part in _PARTS for code, found in part.CODES.items()))
