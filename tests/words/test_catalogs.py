"""Every message id in the code has a Dutch and an English text, and the compiled catalogs hold them."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from geboortespel.words.catalog import DOMAINS, LANGUAGES, LOCALE, translator
from tests import catalogs

OWN = dict(catalogs.own_domains())
PLACE = re.compile(r"\{.*?\}")


@pytest.mark.parametrize("domain", OWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_in_the_code_has_a_text(language: str, domain: str) -> None:
    catalog = catalogs.renewed(language, domain, OWN[domain])
    assert len(OWN[domain]) > 20
    assert catalogs.untranslated(catalog) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogs_are_up_to_date(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts without an id, ids without a text, and .mo files that are not made of their .po are told."""
    assert catalogs.main(check=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("domain", OWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_name_what_their_ids_name(language: str, domain: str) -> None:
    catalog = catalogs.load(language, domain)
    assert [message.id for message in catalog if message.id and catalogs.unequal_placeholders(message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_finds_every_text(language: str) -> None:
    """As the program looks: through gettext, in the domain that its module uses."""
    for domain, ids in OWN.items():
        with (LOCALE / language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
            compiled = gettext.GNUTranslations(file)
        tr = translator(language, domain)
        for msgid in ids:
            if isinstance(msgid, tuple):
                assert tr.many(*msgid, n=1)
                assert compiled.ngettext(*msgid, 2)
            else:
                assert msgid in compiled._catalog, msgid  # type: ignore[attr-defined]
                assert tr(msgid) == compiled.gettext(msgid)


def test_dutch_texts_are_dutch() -> None:
    """A sentence that is the same as its English id was not translated; a single word may well be."""
    ids = [(message.id, message.string) for domain in OWN for message in catalogs.load("nl", domain)]
    same = {msgid for msgid, text in ids if msgid == text and len(re.findall("[a-z]+", PLACE.sub("", msgid))) > 3}
    assert same == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tone_of_the_texts(language: str) -> None:
    """Design 6: no exclamation marks, no emoji with variation selectors; sentences to players in je-form."""
    for domain in OWN:
        for text in _texts(catalogs.load(language, domain)):
            assert not re.search(r"\w!", text), text
            assert "\ufe0f" not in text
            if language == "nl" and domain != "diagnose":
                assert not re.search(r"\b(u|uw)\b", text), text


def _texts(catalog: Catalog) -> list[str]:
    found: list[str] = []
    for message in catalog:
        if message.id:
            found += message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return found


def test_no_text_is_built_before_it_is_translated() -> None:
    """`tr(f"…")` finds no text in a catalog."""
    wrong = [
        f"{path.name}:{number}"
        for path in Path(catalogs.ROOT).rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\b(?:tr|t|_|N_|many)\(\s*f[\"']", line)
    ]
    assert wrong == []


def test_every_domain_is_there() -> None:
    for language in LANGUAGES:
        for domain in (*DOMAINS, "klik"):
            assert (LOCALE / language / "LC_MESSAGES" / f"{domain}.mo").is_file()
