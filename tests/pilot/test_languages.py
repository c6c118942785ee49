"""No screen says a word that is not of its language: on a scenario without words, every word must be in the catalog."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages import pofile

from geboortespel.scenario import shelf
from geboortespel.tui import games, lineage
from geboortespel.words.catalog import LOCALE
from tests.pilot.driver import app_for, shown
from tests.tools import masked
from tests.tools.walk import SENTENCES, Walk

NAMES = {"nl": "geboortespel nederlands english ascii osc", "en": "geboortespel nederlands english ascii osc"}
"""Words that are the same in every language."""
KEYS = "ctrl esc enter tab home end page shift"
MARKS = "nk kn"
"""Marks on the map of a negotiation that can come to stand side by side."""


@cache
def vocabulary(language: str) -> frozenset[str]:
    """Every word in the texts of a language."""
    found: set[str] = set(f"{NAMES[language]} {KEYS} {MARKS}".split())
    for domain in ("spel", "tafel"):
        with (LOCALE / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
            for message in pofile.read_po(file):
                texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
                for text in texts:
                    found |= set(words(re.sub(r"\{\w*[^}]*\}", " ", text)))
    return frozenset(found)


def words(text: str) -> list[str]:
    """Words of two letters and more, in lower case; words of q only are the author's."""
    found = re.findall(r"[^\W\d_]{2,}", text.lower())
    return [word for word in found if set(word) != {"q"}]


def strangers(text: str, language: str) -> set[str]:
    """Words on a screen that the language does not have."""
    own = set(words(" ".join(SENTENCES)))
    return set(words(text)) - vocabulary(language) - own


def test_the_two_languages_are_told_apart() -> None:
    assert strangers("Nieuw spel", "en") == {"nieuw", "spel"}
    assert strangers("New game", "nl") == {"new", "game"}
    assert not strangers("New game qqqq", "en")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_word_is_of_the_language(language: str, monkeypatch: pytest.MonkeyPatch, own_folder: Path) -> None:
    monkeypatch.setattr(games, "read", masked.reading)
    monkeypatch.setattr(shelf, "header", masked.head)
    monkeypatch.setattr(lineage, "family_in", masked.family_in)
    monkeypatch.setattr(games, "saved_games", list)
    found: dict[str, set[str]] = {}

    async def visit(name: str) -> None:
        odd = strangers(without_paths("\n".join(line.text for line in shown(app))), language)
        if odd:
            found[name] = odd

    app = app_for(language=language)
    async with app.run_test(size=(120, 36)) as pilot:
        await Walk(pilot, visit).menus()
    app = app_for("eerste-dijk", language=language)
    async with app.run_test(size=(120, 36)) as pilot:
        walk = Walk(pilot, visit)
        await walk.game(people=2)
    assert len(walk.seen) > 20
    assert not found


def without_paths(text: str) -> str:
    return re.sub(r"\S*/\S+", " ", text)
