"""Texts in the player's language, from gettext catalogs. Message ids are English; Dutch is the default language.

Catalogs: `locale/LANGUAGE/LC_MESSAGES/DOMAIN.mo`, domains `spel` (words, lines, cli), `diagnose` (faults in scenarios),
`sleutels` (explanations of a scenario's keys), `tafel` (the table) and `klik` (the texts of click itself).
`python -m tests.catalogs` extracts and compiles them.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")
DOMAINS = ("spel", "diagnose", "tafel")
LOCALE = Path(__file__).parent / "locale"


class Translator:
    """Texts in one language. Call it with a message id; `many` picks the form that goes with a number."""

    def __init__(self, language: str, domain: str = "spel") -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self.domain = domain
        self._catalogs = _catalogs(self.language, domain)

    def __call__(self, msgid: str) -> str:
        """The text for this message id; the id itself when no catalog has it."""
        return self._catalogs.gettext(msgid) if msgid else ""

    def many(self, one: str, more: str, n: int) -> str:
        """The text that goes with the number `n`, with `{n}` filled in."""
        return self._catalogs.ngettext(one, more, n).format(n=n)


@cache
def _catalogs(language: str, domain: str) -> gettext.NullTranslations:
    """The domain's catalog first, the other ones behind it."""
    found: gettext.NullTranslations | None = None
    for name in dict.fromkeys((domain, *DOMAINS)):
        catalog = gettext.translation(name, LOCALE, [language], fallback=True)
        if isinstance(catalog, gettext.GNUTranslations):
            if found is None:
                found = catalog
            else:
                found.add_fallback(catalog)
    return found or gettext.NullTranslations()


@cache
def translator(language: str, domain: str = "spel") -> Translator:
    """The translator for `nl` or `en` (anything else gives Dutch)."""
    return Translator(language, domain)


def N_(msgid: str) -> str:
    """Mark a message id in a table, so that it is extracted; translated when it is shown."""
    return msgid


def chosen_language(arguments: Sequence[str] = (), environ: Mapping[str, str] | None = None) -> str:
    """The language to speak: `--taal`, else GEBOORTESPEL_TAAL, else English for an English locale, else Dutch."""
    env = os.environ if environ is None else environ
    for i, word in enumerate(arguments):
        if word == "--":
            break
        name, _, value = word.partition("=")
        if name in ("--taal", "--language"):
            value = value or (arguments[i + 1] if i + 1 < len(arguments) else "")
            if value in LANGUAGES:
                return value
    asked = env.get("GEBOORTESPEL_TAAL", "").strip().lower()[:2]
    if asked in LANGUAGES:
        return asked
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else LANGUAGES[0]


def speak_click(language: str) -> None:
    """Let click speak this language: it looks its texts up in gettext's default domain, by the environment."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("klik", str(LOCALE))
    gettext.textdomain("klik")
