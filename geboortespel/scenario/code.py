"""What a code of a diagnostic consists of. All texts are English catalog msgids, domain `diagnose`."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Severity = Literal["fout", "let-op"]
ERROR: Severity = "fout"
WARNING: Severity = "let-op"


def N_(msgid: str) -> str:
    """Mark a message id, so that it is extracted; `words` translates it when it is shown."""
    return msgid


MEANT = N_("Did you mean '{suggestion}'?")
WRITE = N_("Write: {suggestion}")


@frozen
class Code:
    """A kind of fault. `message` and `suggestion` take the fault's params; `help` (for `leg-uit`) takes none."""

    message: str
    help: str
    suggestion: str = ""
    """Shown only when the fault has a param `suggestion`."""
    severity: Severity = ERROR
