"""Diagnostics: what can be wrong with a scenario, as codes with parameters. Phrasing is for `words`.

`CODES` (in `codes`) is the table of stable codes: severity, message, explanation and suggestion, all English catalog
msgids with `{params}`. Parameters named in `TRANSLATED` are msgids themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from geboortespel.scenario.code import N_, Severity
from geboortespel.scenario.codes import CODES

if TYPE_CHECKING:
    from geboortespel.scenario.nodes import Node, Source

TRANSLATED = ("what", "found")
MAX_FAULTS = 200
WHAT = {
    "actor": N_("actor"),
    "believer": N_("believer"),
    "aspect": N_("aspect"),
    "argument": N_("argument"),
    "rol": N_("role"),
    "zorg": N_("concern"),
    "adviseur": N_("adviser"),
    "zet": N_("move"),
    "drempel": N_("threshold"),
    "gebeurtenis": N_("event"),
    "uitkomst": N_("outcome"),
    "les": N_("lesson"),
    "fase": N_("phase"),
    "vorm": N_("form"),
    "stapel": N_("deck"),
    "option": N_("option"),
    "optie": N_("option"),
    "onderwerp": N_("issue"),
    "partij": N_("market party"),
    "ally": N_("ally"),
    "answer": N_("answer"),
    "object": N_("object"),
    "teller": N_("counter"),
    "bron": N_("source"),
}
"""Namespace word, or other kind of thing that can be named → the msgid for it."""


@frozen
class Fault:
    """One diagnostic. `line` and `column` count from 1; `used_by` is `path:line` when `path` is a reused file."""

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    params: dict[str, str]
    source_line: str
    used_by: str = ""


class Enough(Exception):
    """The bound on the number of faults was reached."""


class Faults:
    """Collects faults while reading, each once."""

    def __init__(self) -> None:
        self._found: dict[tuple[Any, ...], Fault] = {}
        self._order: dict[str, int] = {}

    def add(self, code: str, source: Source, line: int, column: int, **params: str) -> None:
        """Note a fault; the same code at the same place counts once. Raises Enough at the bound."""
        self._order.setdefault(source.path, len(self._order))
        where = (code, source.path, line, column, params.get("key", ""))
        if where not in self._found:
            severity = CODES[code].severity
            if "what" in params:
                params["what"] = WHAT.get(params["what"], params["what"])
            self._found[where] = Fault(
                code, severity, source.path, line, column, params, source.line(line), source.used_by
            )
        if len(self._found) >= MAX_FAULTS:
            raise Enough

    def at(self, code: str, node: Node, **params: str) -> None:
        """Note a fault at a node."""
        self.add(code, node.source, node.line, node.column, **params)

    def attempt(self) -> int:
        """A mark to roll back to."""
        return len(self._found)

    def rollback(self, mark: int) -> dict[tuple[Any, ...], Fault]:
        """Forget the faults noted since `mark`, and give them back."""
        return {where: self._found.pop(where) for where in list(self._found)[mark:]}

    def restore(self, faults: dict[tuple[Any, ...], Fault]) -> None:
        """Note again what was rolled back."""
        self._found.update(faults)

    @property
    def fatal(self) -> bool:
        """Whether one of them is a fault rather than a warning."""
        return any(fault.severity == "fout" for fault in self._found.values())

    def sorted(self) -> tuple[Fault, ...]:
        """All of them: the scenario's own file first, in order of position."""
        return tuple(
            sorted(self._found.values(), key=lambda f: (bool(f.used_by), self._order[f.path], f.line, f.column, f.code))
        )


def fault_as_dict(fault: Fault) -> dict[str, Any]:
    """A fault as JSON-able dict: code, severity, path, line, column, params, source_line, used_by."""
    return {
        "code": fault.code,
        "severity": fault.severity,
        "path": fault.path,
        "line": fault.line,
        "column": fault.column,
        "params": dict(fault.params),
        "source_line": fault.source_line,
        "used_by": fault.used_by,
    }
