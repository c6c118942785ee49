"""A scenario on the shelf."""

from __future__ import annotations

import pytest

from geboortespel.words.catalog import translator
from geboortespel.words.shelf import on_the_shelf


@pytest.mark.parametrize(
    ("players", "playtime", "said"),
    [
        ("1-4", "30-45 min", "Dijk (1-4 spelers, 30-45 min)"),
        ("1", "", "Dijk (1 speler)"),
        ("2", "een uur", "Dijk (2 spelers, een uur)"),
        ("alleen of met meer", "", "Dijk (alleen of met meer)"),
        ("", "", "Dijk"),
        ("3–5", "\x1b[31m", "Dijk (3–5 spelers, ␛[31m)"),
    ],
)
def test_for_how_many_and_how_long(players: str, playtime: str, said: str) -> None:
    assert on_the_shelf("Dijk", players, playtime, translator("nl")) == said
