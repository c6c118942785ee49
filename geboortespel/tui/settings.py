"""Settings that last: language, theme, hints, motion. Read before the first frame, written by the store alone."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from geboortespel.session.store import StoreError, replace_file, settings_path
from geboortespel.words.catalog import LANGUAGES

THEMES = ("licht", "donker", "contrast")


@dataclass(frozen=True)
class Settings:
    """`language` '' leaves it to the environment. `hints`: first-time tips; `motion`: light animation.

    `ascii`: no marks or letters outside ASCII.
    """

    language: str = ""
    theme: str = "donker"
    hints: bool = True
    motion: bool = True
    ascii: bool = False


def load() -> Settings:
    """The saved settings; defaults for what is missing or makes no sense."""
    try:
        raw = json.loads(settings_path().read_bytes())
    except (OSError, ValueError):
        return Settings()
    return _sound(raw) if isinstance(raw, dict) else Settings()


def _sound(raw: dict[str, Any]) -> Settings:
    known = Settings()
    spoken, theme = raw.get("language", ""), raw.get("theme", known.theme)
    return Settings(
        language=spoken if spoken in LANGUAGES else "",
        theme=theme if theme in THEMES else known.theme,
        hints=raw.get("hints") is not False,
        motion=raw.get("motion") is not False,
        ascii=raw.get("ascii") is True,
    )


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
