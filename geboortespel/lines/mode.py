"""Which front end plays, and why: line mode when asked for, or when the terminal can't show the table."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from geboortespel.words.catalog import N_

ASKED = N_("because of --tekst")
ACCESSIBLE = N_("because ACCESSIBLE=1 is set")
NO_TERMINAL = N_("because there is no terminal")
DUMB = N_("because TERM=dumb")


def line_mode_reason(asked: bool, environ: Mapping[str, str] | None = None) -> str:
    """Why line mode plays, as a message id; '' when the table can."""
    env = os.environ if environ is None else environ
    if asked:
        return ASKED
    if env.get("ACCESSIBLE", "").strip() not in ("", "0"):
        return ACCESSIBLE
    if not all(map(_is_terminal, (sys.stdin, sys.stdout, sys.stderr))):  # the table is drawn on stderr
        return NO_TERMINAL
    return DUMB if env.get("TERM") == "dumb" else ""


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False
