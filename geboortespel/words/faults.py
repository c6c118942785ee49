"""Faults in scenarios, for people: `path:line:column: fout[G012] …`, the line, a caret and a suggestion."""

from __future__ import annotations

import unicodedata
from typing import Any

from geboortespel.scenario.codes import CODES
from geboortespel.scenario.codes_review import CODES as REVIEW
from geboortespel.scenario.diagnostics import TRANSLATED, Fault, fault_as_dict
from geboortespel.words.catalog import N_, Translator, translator
from geboortespel.words.plain import one_line, safe, wrap

SEVERITY = {"fout": N_("error"), "let-op": N_("warning")}

TAB = 4
WIDTH = 76


def phrase(fault: Fault, language: str) -> str:
    """The fault in full: place and message, the source line with a caret, and who used the file."""
    tr = translator(language, "diagnose")
    where = f"{one_line(fault.path)}:{fault.line}:{fault.column}"
    said = [f"{where}: {tr(SEVERITY[fault.severity])}[{fault.code}] {message(fault, tr)}"]
    if fault.source_line.strip():
        said += [f"    {line}" for line in caret(fault.source_line, fault.column)]
    if fault.code in REVIEW:
        said += [f"    {line}" for line in wrap(f"→ {tr(CODES[fault.code].help)}", WIDTH).split("\n")]
    if fault.used_by:
        used_by = tr("used by {place}").format(place=one_line(fault.used_by))
        said.append(f"    {used_by}")
    return "\n".join(said)


def message(fault: Fault, tr: Translator) -> str:
    """What is wrong, with a suggestion when there is one, on one line."""
    code = CODES[fault.code]
    params = {name: tr(text) if name in TRANSLATED else text for name, text in fault.params.items()}
    said = _filled(tr(code.message), params)
    if code.suggestion and params.get("suggestion"):
        stop = "" if said.endswith(("?", ".")) else "."
        said = f"{said}{stop} {_filled(tr(code.suggestion), params)}"
    return one_line(said)


def _filled(template: str, params: dict[str, str]) -> str:
    """The template with its parameters; one that is missing stays visible as its name."""
    return template.format_map(_Named(params))


class _Named(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"<{name}>"


def page(code: str, language: str) -> str:
    """The page of a code: what it means and how to mend it; '' for a code that does not exist."""
    if code not in CODES:
        return ""
    tr = translator(language, "diagnose")
    found = CODES[code]
    heading = f"{code} ({tr(SEVERITY[found.severity])}): {_filled(tr(found.message), _Named())}"
    return f"{heading}\n\n{tr(found.help)}"


def as_json(fault: Fault, language: str) -> dict[str, Any]:
    """The fault for programs: everything it holds, and its message in words."""
    tr = translator(language, "diagnose")
    return {**fault_as_dict(fault), "message": message(fault, tr), "help": tr(CODES[fault.code].help)}


def as_github(fault: Fault, language: str) -> str:
    """The fault as a workflow command of GitHub Actions, which shows it beside the line it is about."""
    tr = translator(language, "diagnose")
    kind = "error" if fault.severity == "fout" else "warning"
    at = {"file": fault.path, "line": str(fault.line), "col": str(fault.column), "title": fault.code}
    where = ",".join(f"{name}={_property(safe(value))}" for name, value in at.items())
    said = f"{message(fault, tr)}\n{tr(CODES[fault.code].help)}"
    return f"::{kind} {where}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def caret(source_line: str, column: int, width: int = 100) -> tuple[str, str]:
    """The source line made harmless and a line with a caret under `column` (1-based); long lines are cut to a window.

    Tabs become spaces in both, wide characters count double.
    """
    before = _shown(source_line[: column - 1])
    after = _shown(source_line[column - 1 :])
    room = width * 2 // 3
    if len(before) > room:
        before = "…" + before[-(room - 1) :]
    if len(before) + len(after) > width:
        after = after[: max(1, width - len(before) - 1)] + "…"
    return before + after, " " * _columns(before) + "^"


def _shown(text: str) -> str:
    return safe(text.expandtabs(TAB)).replace("\n", " ")


def _columns(text: str) -> int:
    wide = sum(1 for char in text if unicodedata.east_asian_width(char) in "WF")
    narrow = sum(1 for char in text if unicodedata.combining(char))
    return len(text) + wide - narrow
