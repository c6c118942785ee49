"""Remembering what the table says about itself: fingers, guesses, the name on the card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from geboortespel.session.store import StoreError
from geboortespel.words import storage

if TYPE_CHECKING:
    from geboortespel.lines.terminal import Terminal
    from geboortespel.session.session import Session


def remember(terminal: Terminal, session: Session, kind: str, data: Mapping[str, Any]) -> None:
    """Write a remark to the journal and say its line; a disk that is full is said, and the game goes on."""
    try:
        terminal.say(f"#{session.remark(kind, data)}")
    except StoreError as fault:
        terminal.say(storage.trouble(fault.code, fault.path, terminal.tr))
