"""Settings that last. Read before the first frame, written by the store alone; what can't be read is a default."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from geboortespel.session.store import StoreError, replace_file, settings_path
from geboortespel.words.catalog import LANGUAGES

CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("", *LANGUAGES),
    "theme": ("donker", "licht"),
    "undo": ("tot_onthulling", "altijd", "nooit"),
}
"""Settings with a word as value, and the words there are; every other setting is on or off."""


@dataclass(frozen=True)
class Settings:
    """`language` '' leaves it to the environment.

    `contrast`: the high-contrast form of the theme. `roomy`: one column and more air, for large letters on a projector.
    `hints`: tips while playing; `motion`: light animation; `ascii`: no marks or letters outside ASCII. `undo`: how far
    back a new game may go, as `session.Undo`.
    """

    language: str = ""
    theme: str = "donker"
    contrast: bool = False
    roomy: bool = False
    ascii: bool = False
    hints: bool = True
    motion: bool = True
    undo: str = "tot_onthulling"

    @property
    def look(self) -> str:
        """The name of the theme with its contrast, as in `themes.COLOURS`."""
        return f"{self.theme}-contrast" if self.contrast else self.theme


def load() -> Settings:
    """The saved settings; defaults for what is missing or makes no sense."""
    return read()[0]


def read() -> tuple[Settings, bool]:
    """The saved settings, and whether there is a file of which something could not be used."""
    try:
        content = settings_path().read_bytes()
    except FileNotFoundError:
        return Settings(), False
    except OSError:
        return Settings(), True
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError):
        return Settings(), True
    return _sound(raw) if isinstance(raw, dict) else (Settings(), True)


def _sound(raw: dict[str, Any]) -> tuple[Settings, bool]:
    """What can be used of it, and whether something could not."""
    if raw.get("theme") == "contrast":  # as an earlier version wrote it
        raw = {**raw, "theme": "donker", "contrast": True}
    known = {field.name for field in fields(Settings)}
    found = {name: value for name, value in raw.items() if name in known and _fits(name, value)}
    return Settings(**found), len(found) < len(known & set(raw))


def _fits(name: str, value: object) -> bool:
    return value in CHOICES[name] if name in CHOICES else isinstance(value, bool)


def save(chosen: Settings) -> bool:
    """Write them, whole or not at all; whether that worked."""
    data = json.dumps(asdict(chosen), ensure_ascii=False, indent=1) + "\n"
    try:
        replace_file(settings_path(), data.encode())
    except StoreError:
        return False
    return True


def language(chosen: Settings, given: str, arguments: Sequence[str] | None = None) -> str:
    """The language to speak: what was asked for just now, else what was saved, else `given` (the environment's)."""
    words = sys.argv[1:] if arguments is None else arguments
    asked = any(word.partition("=")[0] in ("--taal", "--language") for word in words)
    if asked or os.environ.get("GEBOORTESPEL_TAAL") or not chosen.language:
        return given
    return chosen.language
