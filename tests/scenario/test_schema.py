"""The schema and the reader agree, where a schema can know: same files accepted, same shapes refused."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from geboortespel.scenario.kinds import Int, OneOf
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.scenario.reference import classes, entries
from geboortespel.scenario.schema import schema
from geboortespel.words.keys import Keys
from tests.running import PROEF, ROOT, TAFEL, VOL, Commands
from tests.scenario.test_corpus import CASES
from tests.scenario.test_review import SHIPPED
from tests.scenario.texts import FULL_BASE, KLEIN
from tests.scenario.yaml12 import loaded

SEES = {
    "G006", "G011", "G014", "G016", "G020", "G021", "G022", "G023", "G024", "G025", "G026", "G028", "G033", "G036",
    "G038", "G039", "G040", "G041", "G044", "G049", "G051", "G089",
}  # fmt: skip
"""Codes of faults that a schema can see: unknown keys, wrong shapes, words and values of the wrong kind."""
WHOLE = [*SHIPPED, PROEF, TAFEL, VOL, KLEIN, FULL_BASE, ROOT / "tests/scenario/apart.yaml",
         *sorted((ROOT / "scenarios").glob("*/*.yaml")), *sorted((ROOT / "assets/nieuw").glob("*.yaml"))]  # fmt: skip


@cache
def validator() -> Draft7Validator:
    made = schema(Keys("nl").explained)
    Draft7Validator.check_schema(made)
    return Draft7Validator(made)


def wrong(document: Any) -> list[str]:
    """What the schema has against a document."""
    return [f"{'.'.join(map(str, error.path))}: {error.message[:120]}" for error in validator().iter_errors(document)]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_the_reader_accepts_the_schema_accepts(path: Path) -> None:
    assert wrong(loaded(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_they_agree_on_the_corpus(path: Path) -> None:
    reading = read(path, Library(()))
    seen = {fault.code for fault in reading.faults if not fault.used_by} & SEES
    try:
        document = loaded(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        assert reading.scenario is None  # an editor can't read it either
        return
    if seen:
        assert wrong(document), seen
    elif reading.scenario is not None:
        assert wrong(document) == []


def test_the_schema_sees_much_of_the_corpus() -> None:
    told = {line.split()[0] for path in CASES for line in path.with_suffix(".expect").read_text("utf-8").splitlines()}
    assert told >= SEES


def test_every_value_just_outside_its_range_is_refused() -> None:
    """Each whole number and each word list of the model, one past its end, in the schema's own definitions."""
    made = schema(Keys("nl").explained)
    for of in classes():
        node = made if of == "Scenario" else made["definitions"].get(of)
        if node is None:
            continue
        for entry in entries(of):
            check = Draft7Validator(node["properties"][entry.key])
            if isinstance(entry.kind, Int):
                assert check.is_valid(entry.kind.low)
                assert not check.is_valid(entry.kind.low - 1)
                assert not check.is_valid(entry.kind.high + 1)
            elif isinstance(entry.kind, OneOf):
                assert all(check.is_valid(word) for word in entry.kind.words)
                assert not check.is_valid("iets")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_is_explained(language: str) -> None:
    keys = Keys(language)
    said = {(of, entry.key): keys.explained(of, entry.key) for of in classes() for entry in entries(of)}
    assert len(said) > 250
    assert all(len(text) > 15 for text in said.values())
    assert said["Move", "hooguit"].endswith({"nl": "Zonder dit: 0.", "en": "Left out: 0."}[language])
    assert ("0 tot 99 (keer)" if language == "nl" else "0 to 99 (times)") in said["Move", "hooguit"]


def test_the_command(tmp_path: Path, commands: Commands, english: Commands) -> None:
    done = commands.here("schema")
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out) == validator().schema
    with_ids = json.loads(commands.here("schema", "eerste-dijk").out)
    offered = json.dumps(with_ids["definitions"]["Route"]["properties"]["zet"])
    assert '"kader-agenderen"' in offered
    assert '"kader-agenderen"' not in done.out
    path = tmp_path / "mijn.json"
    saved = english.here("schema", "-o", path)
    assert saved.status == 0
    assert "# yaml-language-server: $schema=mijn.json" in saved.err
    assert english.here("schema", "-o", path).status == 0
    other = tmp_path / "brief.json"
    other.write_text("{}")
    assert commands.here("schema", "-o", other).status == 2
    assert other.read_text() == "{}"
