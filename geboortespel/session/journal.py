"""The journal's form: JSON lines, one per action, chained by hash (design 1; issue 'Never lose a game').

Line 0 is the beginning: versions, seed, who plays, and the whole resolved scenario. Every other line has its number
`n`, its kind `soort`, its parent `ouder` (a line), what was done, and `stand`, the digest of the state after it.
`keten` is a hash over the previous line's chain and this line; `tijd` (UTC) stands outside the chain and is left out
without a clock. Undo and what-if are lines with an earlier parent: nothing is ever deleted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from attrs import frozen

from geboortespel.session.store import read_bytes

JOURNAL_FORMAT = 1
ACTIONS = ("zet", "pas", "keuze", "poort")
BACK, TABLE, BEGIN = "terug", "tafel", "begin"

Body = dict[str, Any]


class DamagedJournal(Exception):
    """Line `line` (from 0) is not what was written. `reason`: `vorm` (no journal line) or `keten` (changed)."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}: line {line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


@frozen
class Journal:
    """A journal as read: its bodies in order, the chain at its end, the bytes of its whole lines, and what was torn."""

    path: Path
    bodies: tuple[Body, ...]
    chain: str
    size: int
    torn: int
    """Bytes of an unfinished last line, which are dropped."""


def _dump(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def chained(previous: str, body: Mapping[str, Any]) -> str:
    """The chain after `body`: 16 hex digits."""
    return blake2b(previous.encode() + _dump(body).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def encode(body: Mapping[str, Any], previous: str, time: str = "") -> tuple[bytes, str]:
    """(the line with its newline, the chain after it)."""
    chain = chained(previous, body)
    line = {**body, "keten": chain, **({"tijd": time} if time else {})}
    return _dump(line).encode("utf-8", "surrogatepass") + b"\n", chain


def _decode(raw: bytes, path: Path, n: int, previous: str) -> Body:
    try:
        line = json.loads(raw.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise DamagedJournal(path, n, "vorm") from None
    if not isinstance(line, dict) or _dump(line).encode("utf-8", "surrogatepass") != raw:
        raise DamagedJournal(path, n, "vorm")
    line.pop("tijd", None)
    chain = line.pop("keten", None)
    if line.get("n") != n or chain != chained(previous, line):
        raise DamagedJournal(path, n, "keten")
    return {**line, "keten": chain}


def read_journal(path: Path) -> Journal:
    """Read and check a journal. DamagedJournal names the first bad line; an unfinished last line is dropped."""
    data = read_bytes(path)
    whole = data.rfind(b"\n") + 1
    bodies: list[Body] = []
    chain = ""
    for n, raw in enumerate(data[:whole].split(b"\n")[:-1]):
        body = _decode(raw, path, n, chain)
        chain = str(body.pop("keten"))
        bodies.append(body)
    if not bodies or bodies[0].get("soort") != BEGIN or bodies[0].get("journaal") != JOURNAL_FORMAT:
        raise DamagedJournal(path, 0, "vorm")
    return Journal(path, tuple(bodies), chain, whole, len(data) - whole)
