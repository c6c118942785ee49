"""A starting point for authors: a whole, playable scenario with comments, to be changed bit by bit.

The texts are shipped assets; they carry the placeholder id and title below, which stand nowhere else in them.
"""

from __future__ import annotations

from geboortespel.scenario.library import asset
from geboortespel.scenario.schema import MODELINE

ID = "mijn-scenario"
TITLE = "Mijn scenario"


def title_of(name: str) -> str:
    """A title to begin with: the id as words."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def starter(name: str, *, bare: bool) -> str:
    """The text of a new scenario with this id (an ident); `bare`: without a base set."""
    text = asset(f"nieuw/{'kaal' if bare else 'scenario'}.yaml")
    return f"{MODELINE}\n{text.replace(ID, name).replace(TITLE, title_of(name))}"
