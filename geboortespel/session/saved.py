"""Games on disk, for 'verder spelen': only the beginning and the end of each journal are read, nothing is checked."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, BinaryIO

from attrs import frozen

from geboortespel.session.journal import BEGIN, BRANCH, Body
from geboortespel.session.store import games_folder

_CONTENT = b',"inhoud":'
"""Where the resolved scenario begins in line 0. Inside a text the quotes would be escaped."""
_HEAD = 64 * 1024
_TAIL = 4 * 1024


@frozen
class Origin:
    """What a branch is a branch of: the name of a journal, the line it begins after, the state's digest there."""

    name: str
    line: int
    digest: str


def origin_of(data: object) -> Origin | None:
    """The origin that a journal names; None when it is no branch."""
    if not isinstance(data, dict):
        return None
    name, line, digest = data.get("van"), data.get("regel"), data.get("stand")
    if not isinstance(name, str) or type(line) is not int or not isinstance(digest, str):
        return None
    return Origin(name, line, digest)


@frozen
class Saved:
    """A game on disk. `lines`: the number of its last line; `outcome`: how it ended, '' while it has not; `origin`:
    what it is a branch of."""

    path: Path
    scenario: str
    title: str
    lines: int
    outcome: str = ""
    seed: int = 0
    origin: Origin | None = None

    @property
    def finished(self) -> bool:
        return bool(self.outcome)


def saved_games(folder: Path | None = None) -> list[Saved]:
    """Journals in the folder (default: the games folder), newest first; what is no journal is left out."""
    where = folder or games_folder()
    found: list[tuple[float, Saved]] = []
    try:
        names = [entry for entry in os.scandir(where) if entry.name.endswith(".jsonl")]
    except OSError:
        return []
    for entry in names:
        try:
            game, changed = glance(Path(entry.path)), entry.stat().st_mtime
        except OSError:
            continue
        if game is not None:
            found.append((changed, game))
    return [game for _, game in sorted(found, key=lambda item: (-item[0], str(item[1].path)))]


def glance(path: Path) -> Saved | None:
    """What a journal is, from its head and its tail; None when it is none. OSError when it can't be read."""
    with path.open("rb") as file:
        begin, last = _head(file), _last(file)
    if begin is None or last is None or begin.get("soort") != BEGIN or type(begin.get("zaad")) is not int:
        return None
    words = begin.get("scenario"), begin.get("titel", ""), last.get("einde", "")
    if not all(isinstance(word, str) for word in words) or type(last.get("n")) is not int:
        return None
    origin = origin_of(begin.get(BRANCH))
    return Saved(path, str(words[0]), str(words[1]), last["n"], str(words[2]), begin["zaad"], origin)


def _head(file: BinaryIO) -> Body | None:
    """Line 0 without the scenario in it."""
    head, found, _ = file.read(_HEAD).partition(_CONTENT)
    return _parsed(head + b"}") if found else None


def _last(file: BinaryIO) -> Body | None:
    """The last whole line."""
    size, window = file.seek(0, os.SEEK_END), _TAIL
    while True:
        file.seek(max(0, size - window))
        tail = file.read(window)
        whole = tail.rfind(b"\n")
        start = tail.rfind(b"\n", 0, max(whole, 0)) + 1
        if whole >= 0 and start:
            return _parsed(tail[start:whole])
        if window >= size:
            return {"n": 0} if whole > 0 else None
        window *= 8


def _parsed(raw: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(raw.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
