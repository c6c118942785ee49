"""Plain data files that ship beside the scenarios: YAML with texts only, no types guessed, no positions kept.

For files of our own that tests look at; what authors write goes through `reader`, which bounds it and says what is
wrong with it.
"""

from __future__ import annotations

from typing import Any

MAX_BYTES = 500_000


def load(text: str) -> dict[str, Any]:
    """Maps, lists and texts. ValueError when it is no map or no YAML."""
    import yaml

    if len(text) > MAX_BYTES:
        raise ValueError("too large")
    base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        found = yaml.load(text, Loader=base)
    except (yaml.YAMLError, RecursionError) as fault:
        raise ValueError(str(fault)) from fault
    if not isinstance(found, dict):
        raise ValueError("no map")
    return found
