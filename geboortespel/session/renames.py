"""Saved games carried across edits of a scenario: `hernoemd: {oud: nieuw}` (design 2)."""

from __future__ import annotations

from collections.abc import Mapping


def new_name(name: str, renamed: Mapping[str, str]) -> str:
    """What `name` is called now, also when it was renamed more than once; a circle stops where it began."""
    seen = {name}
    while (name := renamed.get(name, name)) not in seen:
        seen.add(name)
    return name


def new_names(done: Mapping[str, str], renamed: Mapping[str, str]) -> dict[str, str]:
    """An action as a journal holds it (`actie`), with the ids of the newer scenario."""
    return {part: new_name(name, renamed) for part, name in done.items()}
