"""The table of diagnostics: every stable code, in order."""

from __future__ import annotations

from geboortespel.scenario import codes_notation, codes_rules, codes_values, codes_whole
from geboortespel.scenario.code import Code

CODES: dict[str, Code] = dict(
    sorted({**codes_notation.CODES, **codes_values.CODES, **codes_rules.CODES, **codes_whole.CODES}.items())
)
