"""Every diagnostic can be said: in Dutch and in English, with the params that it gets."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from geboortespel.scenario.codes import CODES
from geboortespel.scenario.diagnostics import TRANSLATED, WHAT, fault_as_dict
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.words.catalog import translator
from geboortespel.words.faults import phrase
from tests.scenario.test_corpus import CASES


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def msgids() -> set[str]:
    every = {text for code in CODES.values() for text in (code.message, code.help, code.suggestion) if text}
    return every | set(WHAT.values())


def test_codes_are_in_order_and_well_formed() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(len(code) == 4 and code[0] == "G" and code[1:].isdigit() for code in CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page_in_both_languages(code: str) -> None:
    found = CODES[code]
    for text in (found.message, found.help):
        assert text
        dutch = translator("nl", "diagnose")(text)
        assert dutch != text
        assert translator("en", "diagnose")(text) == text
    assert fields(translator("nl", "diagnose")(found.message)) == fields(found.message)
    assert not found.message.endswith(".")
    assert found.help.endswith((".", "'."))


def test_suggestions_are_translated() -> None:
    for found in CODES.values():
        if found.suggestion:
            assert translator("nl", "diagnose")(found.suggestion) != found.suggestion


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_fault_has_the_params_of_its_message(path: Path) -> None:
    for fault in read(path, Library(())).faults:
        assert fields(CODES[fault.code].message) <= set(fault.params), fault.code
        for name in TRANSLATED:
            if name in fault.params:
                assert translator("nl", "diagnose")(fault.params[name])
        assert all(isinstance(value, str) for value in fault_as_dict(fault)["params"].values())
        for language in ("nl", "en"):
            said = phrase(fault, language)
            assert fault.code in said
            assert "\x1b" not in said


def test_the_promised_message() -> None:
    """Design 2: `fout[G012] actor 'dijkgraf' bestaat niet. Bedoel je 'dijkgraaf'?`."""
    path = next(path for path in CASES if path.stem == "actor-onbekend")
    said = phrase(read(path, Library(())).faults[0], "nl")
    assert ": fout[G012] actor 'raat' bestaat niet" in said
    assert "Bedoel je 'raad'?" in said
