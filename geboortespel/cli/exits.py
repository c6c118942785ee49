"""How a command ends: the exit statuses, and the error that carries one."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit status of every command."""

    GOOD = 0
    FAULTS = 1
    """Faults were found in what was asked about."""
    WRONG = 2
    """Wrong use, or something that can't be read or written."""
    INTERRUPTED = 130


class Stop(Exception):
    """End the command with `status`, after `message` on stderr (nothing when it is empty)."""

    def __init__(self, message: str = "", status: Exit = Exit.WRONG) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
