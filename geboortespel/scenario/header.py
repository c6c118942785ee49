"""The head of a scenario, read fast: what stands in a list, without reading the whole.

The blocks of a few top-level keys are cut out of the text and parsed alone, so a list of scenarios costs about a
millisecond each instead of a hundred. What can't be cut like that (a file in one pair of braces) is read whole. Nothing
is checked here: choosing a scenario reads it, and says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from geboortespel.scenario.data import load
from geboortespel.scenario.library import Library

if TYPE_CHECKING:
    from geboortespel.scenario.translation import Translated

KEYS = (
    "id", "titel", "gebruikt", "over", "leert", "type", "jaar", "speelduur", "spelers", "leerdoelen", "opening",
)  # fmt: skip
MAX_BYTES, MAX_CHAIN = 1_000_000, 8
_TOP = re.compile(r"^([a-z_]+)[ ]*:", re.M)


@frozen
class Header:
    """What a scenario says of itself; '' or None where it says nothing. `goals` are lessons: (id, title)."""

    id: str
    path: Path
    title: str
    about: str = ""
    teaches: str = ""
    type: str = ""
    year: int | None = None
    playtime: str = ""
    players: str = ""
    opening: str = ""
    goals: tuple[tuple[str, str], ...] = ()
    historical: bool = False
    """Whether it has a historical course."""
    fingerprint: str = ""
    """Of every line that means something, in the scenario and in what it takes over."""


def header(path: Path, library: Library, language: str = "") -> Header | None:
    """The head of the scenario in this file; None when it can't be read or says no id and title."""
    texts = list(_chain(path, library))
    if not texts:
        return None
    found = _blocks(texts[0], KEYS)
    said = {name: value for name, value in found.items() if isinstance(value, str)}
    if not said.get("id") or not said.get("titel"):
        return None
    said = _translated(said, path, language)
    opening = found.get("opening")
    goals = found.get("leerdoelen", ())
    titles = _titles(texts)
    year = said.get("jaar", "")
    return Header(
        said["id"],
        path,
        said["titel"],
        said.get("over", ""),
        said.get("leert", ""),
        said.get("type", ""),
        int(year) if year.isdecimal() else None,
        said.get("speelduur", ""),
        said.get("spelers", ""),
        _translated_one(str(opening.get("tekst", "")), path, language, "opening.tekst")
        if isinstance(opening, dict)
        else "",
        tuple((name, titles.get(name, "")) for name in ([goals] if isinstance(goals, str) else goals)),
        bool(re.search(r"^verloop[ ]*:", texts[0], re.M)),
        fingerprint(texts),
    )


def fingerprint(texts: list[str]) -> str:
    """16 hex digits over the lines that mean something: comments, empty lines and space at the end do not count."""
    found = blake2b(digest_size=8)
    for text in texts:
        found.update(_digest(text))
    return found.hexdigest()


@cache
def _digest(text: str) -> bytes:
    """Kept: a base set is below every scenario."""
    kept = (line.rstrip() for line in text.splitlines())
    said = "\n".join(line for line in kept if line and not line.lstrip().startswith("#"))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _chain(path: Path, library: Library) -> Iterator[str]:
    """The text of a scenario file, then of each base set below it."""
    seen: set[Path] = set()
    where: Path | None = path
    while where is not None and where not in seen and len(seen) < MAX_CHAIN:
        text = _text(where)
        if text is None:
            return
        yield text
        seen.add(where)
        base = re.search(r"^gebruikt[ ]*:[ ]*[\"']?([a-z0-9-]+)", text, re.M)
        where = library.base(base[1], where.parent) if base else None


def _text(path: Path) -> str | None:
    try:
        stamp = path.stat()
        return _read(path, stamp.st_mtime_ns, stamp.st_size) if stamp.st_size <= MAX_BYTES else None
    except (OSError, ValueError):
        return None


@cache
def _read(path: Path, changed: int, size: int) -> str:
    return path.read_text("utf-8")


def _blocks(text: str, wanted: tuple[str, ...]) -> dict[str, Any]:
    """The values of these top-level keys; {} when they can't be read."""
    marks = [*_TOP.finditer(text)]
    if not marks:
        return _whole(text, wanted)
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = [text[mark.start() : end] for mark, end in zip(marks, ends, strict=True) if mark[1] in wanted]
    try:
        return load("".join(parts)) if parts else {}
    except ValueError:
        return {}


def _whole(text: str, wanted: tuple[str, ...]) -> dict[str, Any]:
    """The same of a text that can't be cut into blocks."""
    try:
        return {key: value for key, value in load(text).items() if key in wanted}
    except ValueError:
        return {}


def _titles(texts: list[str]) -> dict[str, str]:
    """The lessons that a scenario knows, by id: its own over those of its base sets."""
    found: dict[str, str] = {}
    for text in reversed(texts):
        found.update(_lessons(text))
    return found


@cache
def _lessons(text: str) -> dict[str, str]:
    lessons = _blocks(text, ("lessen",)).get("lessen", {})
    if not isinstance(lessons, dict):
        return {}
    return {name: str(one["titel"]) for name, one in lessons.items() if isinstance(one, dict) and "titel" in one}


def _translated(said: dict[str, str], path: Path, language: str) -> dict[str, str]:
    return {name: _translated_one(text, path, language, name) for name, text in said.items()}


def _translated_one(text: str, path: Path, language: str, key: str) -> str:
    """The text in the language, where there is a translation that is not stale."""
    beside = path.parent / f"{language}.yaml"
    found = _table(beside).get(key) if language and beside != path and beside.is_file() else None
    return found.said if found is not None and found.said and found.was.split() == text.split() else text


@cache
def _table(path: Path) -> dict[str, Translated]:
    from geboortespel.scenario.translation import table_of

    return table_of(path)
