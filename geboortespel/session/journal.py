"""The journal's form: JSON lines, one per action, chained by hash (design 1; issue 'Never lose a game').

Line 0 is the beginning: versions, seed, who plays, of a branch what it is a branch of (`tak`: the other journal's name
`van`, its line `regel`, the state's digest there `stand`), and the whole resolved scenario. Every other line has its
number `n`, its kind `soort`, its parent `ouder` (a line), what was done, and `stand`, the digest of the state after
it; once the game has ended also `einde`, the outcome. `keten` is a hash over the previous line's chain and this line;
`tijd` (UTC) stands outside the chain and is left out without a clock. Undo is a line with an earlier parent: nothing is
ever deleted.

    zet, pas, keuze, poort, gok, slotzin   `actie`: {wie, wat, doel, keuze}, empty parts left out
    ingreep                  the same: a card that the facilitator let happen (`session.facilitating`)
    terug                    on from an earlier line, its `ouder`
    tafel                    what the table said: `wat` (vingers, kaartje, …) and `gegevens`; never touches the game
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, get_args

from attrs import frozen

from geboortespel.engine.actions import Kind
from geboortespel.session.store import read_bytes

JOURNAL_FORMAT = 1
ACTIONS: tuple[str, ...] = get_args(Kind)
BACK, TABLE, BEGIN = "terug", "tafel", "begin"
BRANCH = "tak"
PARTS = ("wie", "wat", "doel", "keuze")
"""Keys of `actie`, in the order of `Action`'s seat, what, target and choice."""

_MARK = b'"keten":"'
"""In every line of a journal, whatever else was damaged in it."""

Body = dict[str, Any]


class DamagedJournal(Exception):
    """Line `line` (from 0) is not what was written.

    `reason`: `vorm` (no journal line), `keten` (changed); of the first line also `vreemd` (not of this game) and
    `nieuwer` (whole, in a form that a later version writes).
    """

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
    timed: bool
    """Whether it began with a clock."""
    times: tuple[str, ...] = ()
    """When each line was written (UTC, ISO 8601); '' for a line without a clock."""


def dump(value: Mapping[str, Any]) -> str:
    """The one way a value is written; keys keep their order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def chained(previous: str, body: Mapping[str, Any]) -> str:
    """The chain after `body`: 16 hex digits."""
    return blake2b(previous.encode() + dump(body).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def encode(body: Mapping[str, Any], previous: str, time: str = "") -> tuple[bytes, str]:
    """(the line with its newline, the chain after it)."""
    chain = chained(previous, body)
    line = {**body, "keten": chain, **({"tijd": time} if time else {})}
    return dump(line).encode("utf-8", "surrogatepass") + b"\n", chain


def _decode(raw: bytes, path: Path, n: int, previous: str) -> Body:
    """The line with `keten` and `tijd` still in it."""
    if n == 0 and _MARK not in raw:
        raise DamagedJournal(path, n, "vreemd")
    try:
        line = json.loads(raw.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise DamagedJournal(path, n, "vorm") from None
    if not isinstance(line, dict) or dump(line).encode("utf-8", "surrogatepass") != raw:
        raise DamagedJournal(path, n, "vorm")
    body = {key: value for key, value in line.items() if key not in ("keten", "tijd")}
    if body.get("n") != n or line.get("keten") != chained(previous, body):
        raise DamagedJournal(path, n, "keten")
    if n == 0 and type(body.get("journaal")) is int and body["journaal"] > JOURNAL_FORMAT:
        raise DamagedJournal(path, n, "nieuwer")
    if not (_is_beginning(body) if n == 0 else _is_line(body, n)):
        raise DamagedJournal(path, n, "vorm")
    return line


def _is_beginning(body: Body) -> bool:
    people = body.get("mensen", [])
    return (
        (body.get("soort"), body.get("journaal")) == (BEGIN, JOURNAL_FORMAT)
        and type(body.get("zaad")) is int
        and type(body.get("regels", 0)) is int
        and isinstance(body.get("stand"), str)
        and isinstance(body.get("inhoud"), dict)
        and isinstance(body.get(BRANCH, {}), dict)
        and isinstance(people, list)
        and all(isinstance(seat, str) for seat in people)
    )


def _is_line(body: Body, n: int) -> bool:
    kind, parent = body.get("soort"), body.get("ouder")
    if not isinstance(kind, str) or not isinstance(body.get("stand"), str):
        return False
    if type(parent) is not int or not 0 <= parent < n:
        return False
    if kind in ACTIONS:
        done = body.get("actie")
        whole = isinstance(done, dict) and all(k in PARTS and isinstance(v, str) for k, v in done.items())
        return whole and parent == n - 1
    if kind == TABLE:
        return isinstance(body.get("wat"), str) and isinstance(body.get("gegevens"), dict) and parent == n - 1
    return True


def _whole(data: bytes) -> int:
    """Bytes of the lines that were written to their end.

    A last line may be torn even when its newline is there: after a power cut some file systems give blocks that never
    reached the disk back as zeros. Such a line was never acknowledged.
    """
    whole = data.rfind(b"\n") + 1
    last = data.rfind(b"\n", 0, max(whole - 1, 0)) + 1
    return last if last and b"\0" in data[last:whole] else whole


def parse_journal(path: Path, data: bytes) -> Journal:
    """Check a journal's bytes. DamagedJournal names the first bad line; an unfinished last line is dropped."""
    whole = _whole(data)
    lines: list[Body] = []
    times: list[str] = []
    chain = ""
    for n, raw in enumerate(data[:whole].split(b"\n")[:-1]):
        line = _decode(raw, path, n, chain)
        chain = str(line.pop("keten"))
        times.append(str(line.pop("tijd", None) or ""))
        lines.append(line)
    if not lines:
        raise DamagedJournal(path, 0, "vreemd")
    return Journal(path, tuple(lines), chain, whole, len(data) - whole, bool(times[0]), tuple(times))


def read_journal(path: Path) -> Journal:
    """Read and check a journal without holding it. DamagedJournal or StoreError."""
    return parse_journal(path, read_bytes(path))
