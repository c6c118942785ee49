"""Line mode and the commands speak one language: in English no Dutch word, in Dutch no English one.

Two ways to find out. First with words: everything is said in both languages on a scenario whose own texts are numbers,
and no word may come from the other language's catalogs alone. Then with letters: with catalogs in Greek letters,
whatever is still in Latin ones was never translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
import yaml

from geboortespel.cli.root import COMMANDS
from geboortespel.words.catalog import Translator
from tests import catalogs
from tests.lines.altered import altered
from tests.lines.robot import at_random, finished_game, play
from tests.running import KLEIN, PROEF, ROOT, TAFEL, VOL, Commands

SCENARIOS = (PROEF, KLEIN, TAFEL, VOL, ROOT / "tests/scenario/apart.yaml")
WORD = re.compile(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*", re.IGNORECASE)
OPTION = re.compile(
    r"(?<!\w)--?[a-z]+(?:-[a-z]+)*|`[^`]*`|\"\$\(.*?\)\"|\bgeboortespel \S+|\S*/\S*|uitkomst: \S+|\S+\.(?:yaml|jsonl)"
)
NAMES = {
    "geboortespel", "bash", "zsh", "fish", "json", "id", "text", "tekst", "nl", "en", "accessible", "term", "dumb",
    "schema", "fasen", "phases", "invloeden", "influences", "luisteren", "listening", "drempels", "thresholds",
}  # fmt: skip
"""What both languages say: names, and values of options."""
LETTERS = {*"bfghnquwyrx", "de", "het", "formaat", "titel", "eerste-dijk"}
"""Letters to type, a wrong answer said back, articles (Dutch puts them before a title by rule), words of a file."""


@cache
def vocabulary(language: str) -> frozenset[str]:
    """Every word of a language's catalogs."""
    found: set[str] = set()
    for domain in ("spel", "tafel", "diagnose", "klik"):
        for message in catalogs.load(language, domain):
            if message.id:
                texts = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
                found.update(word.lower() for text in texts for word in WORD.findall(re.sub(r"\{.*?\}", " ", text)))
    return frozenset(found)


@cache
def ids() -> frozenset[str]:
    """Ids in the scenarios, which are shown where an author gave no title."""
    found: set[str] = set()

    def walk(value: object, key: str) -> None:
        if isinstance(value, dict):
            found.update(value if key in ("tellers", "feiten", "aspecten") else ())
            for name, part in value.items():
                walk(part, str(name))
        elif isinstance(value, list):
            for part in value:
                walk(part, "")
        elif key == "id":
            found.add(str(value))

    for source in (*SCENARIOS, VOL.parent / "basis.yaml"):
        walk(yaml.load(source.read_text("utf-8"), yaml.CSafeLoader), "")
    return frozenset(word.lower() for name in found for word in WORD.findall(name))


def numbered(folder: Path, source: Path) -> Path:
    """The scenario with a number for each of its texts."""
    if source == VOL:
        altered(source.parent / "basis.yaml", folder / "vol" / "basis.yaml", lambda text: str(abs(hash(text)) % 1000))
    return altered(source, folder / source.parent.name / source.name, lambda text: str(sum(map(ord, text)) % 1000))


def everything(commands: Commands, folder: Path) -> Iterator[tuple[str, str]]:
    """(where, what is said) by line mode in whole games, by every command, and in every kind of trouble."""
    journal = folder / "spel.jsonl"
    for source in SCENARIOS:
        scenario = numbered(folder, source)
        for seed in range(4):
            journal.unlink(missing_ok=True)
            done, _ = play(commands, at_random(seed, letters="b w u y r ? ?1 ?2 x"), scenario, "--zaad", seed,
                           "--journaal", journal)  # fmt: skip
            yield f"{source.name} {seed}", done.out
            yield f"replay {source.name} {seed}", commands.here("herhaal", journal).out
    finished_game(commands, numbered(folder, PROEF), journal, "geboren")
    half = folder / "half.jsonl"
    play(commands, at_random(1, most=5), numbered(folder, PROEF), "--journaal", half)
    torn = folder / "af.jsonl"
    torn.write_bytes(half.read_bytes()[:-5])
    broken = folder / "stuk.yaml"
    broken.write_text("formaat: 1\n", encoding="utf-8")
    for words in (
        ("--help",), *((name, "--help") for name in COMMANDS), ("aanvulling", "x"), ("aanvulling",),
        ("speel", "--zaad", "x"),
        ("speel", "x.yaml", "--tekst"), ("speel", "--journaal", "x.jsonl", "--tekst"), ("speel", "--zaad"), ("x",),
        ("speel", numbered(folder, PROEF), "--tekst", "--rol", "x"), ("lijst", "x"), ("leg-uit", "x"), ("herhaal",),
        ("herhaal", broken), ("herhaal", "x.jsonl"), ("herhaal", torn), ("herhaal", folder), ("kaartje", journal),
        ("kaartje", half), ("controleer", KLEIN), ("controleer", broken), ("speel", broken, "--tekst"), ("--x",),
        ("speel", "--journaal", half, "--tekst"), ("speel", KLEIN, "--journaal", half, "--tekst"), ("--tekst",),
        ("controleer", KLEIN, "--formaat", "x"), ("lijst", "--taal", "x"), ("herhaal", journal, "--tot", "x"),
        ("graaf", numbered(folder, PROEF)), ("nieuw", folder / "eerste-dijk"),
        ("speel", numbered(folder, PROEF), "--kijk", "--tekst"), ("speel", PROEF, "--vanaf", "x", "--tekst"),
        ("speel", PROEF, "--stand", "x", "--tekst"), ("speel", PROEF, "--kijk", "--journaal", "x.jsonl"),
    ):  # fmt: skip
        done = commands.here(*words)
        yield " ".join(map(str, words)), done.out + done.err
    for error in ("vol", "alleen_lezen", "in_gebruik", "bestaat_al", "ontbreekt", "onleesbaar"):
        from geboortespel.session.store import StoreError

        with mock.patch("geboortespel.session.store.LineFile.append", side_effect=StoreError(error, folder)):  # type: ignore[arg-type]
            done = commands.here("speel", "--journaal", half, "--tekst", given="1\n")
            yield error, done.out + done.err


@pytest.mark.parametrize(("language", "other"), [("en", "nl"), ("nl", "en")])
def test_one_language_at_a_time(language: str, other: str, tmp_path: Path) -> None:
    foreign = vocabulary(other) - vocabulary(language) - NAMES - ids()
    wrong = {}
    for where, text in everything(Commands(tmp_path / "map", language), tmp_path):
        words = {word.lower() for word in WORD.findall(OPTION.sub(" ", text))} & foreign
        if words:
            wrong[where] = sorted(words)
    assert wrong == {}, wrong


def greek(text: str) -> str:
    """The text in Greek letters, its placeholders as they are."""
    parts = re.split(r"(\{.*?\}|%\(?\w*\)?[sd]|`[^`]*`)", text)
    return "".join(part if i % 2 else re.sub("[A-Za-zÀ-ÿ]", _greek, part) for i, part in enumerate(parts))


def _greek(letter: re.Match[str]) -> str:
    return chr(ord("α") + ord(letter.group()) % 17)


def test_nothing_is_said_that_was_not_translated(tmp_path: Path) -> None:
    """Texts of click come from its own catalog and are left out here; so are ids and paths."""
    plain, many = Translator.__call__, Translator.many

    def one(self: Translator, msgid: str) -> str:
        return greek(plain(self, msgid)) if msgid in known else msgid

    def more(self: Translator, first: str, second: str, n: int) -> str:
        return greek(many(self, first, second, n))

    known = {msgid for _, ids in catalogs.own_domains() for msgid in ids}
    wrong = {}
    with mock.patch.object(Translator, "__call__", one), mock.patch.object(Translator, "many", more):
        for where, text in everything(Commands(tmp_path / "map"), tmp_path):
            if text.startswith(("Gebruik:", "Fout:")):
                continue
            words = {word.lower() for word in WORD.findall(OPTION.sub(" ", text))} - NAMES - ids() - LETTERS
            if words:
                wrong[where] = sorted(words)
    assert wrong == {}, wrong
