"""The traps of YAML, told apart from the text around them, so that each gets a message of its own (design 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from geboortespel.scenario.code import N_
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq, Source

# C0 and C1 controls, DEL, and the characters that turn or hide text on a terminal; tab and line breaks apart.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_COLON_TEXT = re.compile(r"^\s*(?:- +)?[{\[]?\s*[\w.-]+: +(?P<rest>[^\"'|>{\[&*!%@`#].*)$")
_GLUED = re.compile(r"^(?P<key>[a-z][\w.-]*):(?P<value>[^\s:/].*)$", re.IGNORECASE)
_BRACKET = re.compile(r"(?:: +|- +)([\[{])[^\]}]*[\]}] *(?=[^\s#,:])")
_TOP = re.compile(r"^[^\s#\-\[\]{}].*$", re.MULTILINE)


def decode(source: Source, data: bytes, faults: Faults, limit: int) -> str | None:
    """Bytes to text: size, encoding, control characters and tabs. None when there is nothing to go on with."""
    if len(data) > limit:
        faults.add("G002", source, 1, 1, size=str(len(data)), limit=str(limit))
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.add("G003", source, 1, 1)
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        source.text = data.decode("utf-8", "replace")
        faults.add("G003", source, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    source.text = text
    bad = _CONTROL.search(text)
    if bad:
        faults.add("G004", source, *_place(text, bad.start()), char=f"U+{ord(bad[0]):04X}")
        return None
    if "\t" in text:
        count = sum("\t" in line for line in text.split("\n"))
        faults.add("G005", source, *_place(text, text.index("\t")), count=str(count))
        text = text.replace("\t", " ")  # so that the rest can be looked at; a column stays a column
    return text


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def parts(text: str) -> Iterator[tuple[int, str]]:
    """The top-level parts of a file: (line of the first, text), each from a key in the first column to the next."""
    starts = [match.start() for match in _TOP.finditer(text)]
    if not starts or text[: starts[0]].strip():
        starts.insert(0, 0)
    line, before = 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", before, start)
        before = start
        yield line, text[start:end]


def empty_value(faults: Faults, inside: Map, key: Scalar) -> None:
    """A key without a value: inside braces mostly a comma or a missing space, elsewhere something left out."""
    name = key.value or ""
    inside.lost.add(name)
    write = glued(key)
    if write:
        faults.at("G022", key, key=name, suggestion=write)
        return
    if not inside.flow:
        faults.add("G023", key.source, key.line, key.column, key=name)
        return
    before = next(reversed(inside.entries.values()), None)
    last = before[1] if before else None
    if isinstance(last, Scalar):
        last.cut = True  # its end may stand in this key
    if isinstance(last, Scalar) and last.value and last.value[-1].isdigit() and name[:1].isdigit():
        faults.add("G021", last.source, last.line, last.column, value=f"{last.value},{name}")
    else:
        faults.add("G020", key.source, key.line, key.column, key=name)


def glued(node: Scalar) -> str:
    """How `key:value` without its space should have been written, '' when `node` is nothing like it."""
    match = None if node.quoted else _GLUED.match(node.value or "")
    return f"{match['key']}: {match['value']}" if match else ""


def no_map(faults: Faults, root: Node) -> None:
    """The file, or a part of it, is no map of keys."""
    wrong_shape(faults, "G024", root)


def wrong_shape(faults: Faults, code: str, node: Node) -> None:
    """A node of the wrong shape: code G024 wants a map, G025 a list, G026 a single value."""
    write = glued(node) if isinstance(node, Scalar) and code == "G024" else ""
    if isinstance(node, Scalar) and node.cut:
        return
    if isinstance(node, Scalar) and write:
        faults.at("G022", node, key=node.value or "", suggestion=write)
        return
    found = N_("a list") if isinstance(node, Seq) else N_("a map") if isinstance(node, Map) else N_("a single value")
    faults.at(code, node, found=found)


def syntax(faults: Faults, source: Source, error: Any, first_line: int) -> None:
    """A fault in the notation. `error` is a YAML error with marks; finds out which of the known traps it is."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    if "escape character" in problem:
        faults.add("G054", source, line, column)
        return
    if "block sequence entries are not allowed" in problem:
        faults.add("G055", source, line, column)
        return
    if "quoted scalar" in context and start is not None:
        faults.add("G008", source, start.line + first_line, start.column + 1)
        return
    quote = _apostrophe(source, range(first_line, line + 1), line)
    if quote is not None and ("expected" in problem or "quoted" in context):
        faults.add("G008", source, *quote)
        return
    if "alias" in context and start is not None:
        faults.add("G017", source, start.line + first_line, start.column + 1, name="")
        return
    if source.line(line)[column - 1 : column] in ("}", "]") and "flow" not in context:
        faults.add("G058", source, line, column)
        return
    bracket = _BRACKET.search(source.line(line))
    if bracket and "block" in context and bracket.end() <= column:
        faults.add("G056", source, line, bracket.start(1) + 1, char=bracket[1])
        return
    if "mapping values are not allowed" in problem:
        _colon(faults, source, line, column)
        return
    if "could not find expected ':'" in problem or "expected <document start>" in problem:
        for number in (line, line - 1, start.line + first_line if start else 0):
            here = source.line(number)
            node = Scalar(source, number, len(here) - len(here.lstrip()) + 1, here.strip())
            write = glued(node)
            if write:
                faults.at("G022", node, key=here.strip(), suggestion=write)
                return
    if "flow" in context and start is not None:
        faults.add("G029", source, start.line + first_line, start.column + 1)
        return
    if "undefined alias" in problem:
        faults.add("G017", source, line, column, name="")
        return
    if "cannot start any token" in problem:
        faults.add("G056", source, line, column, char=source.line(line)[column - 1 : column])
        return
    if "tag" in context or "tag" in problem:
        faults.add("G018", source, line, column, tag="")
        return
    if "did not find expected key" in problem or "did not find expected '-'" in problem or "indent" in problem:
        faults.add("G057", source, line, column)
        return
    faults.add("G007", source, line, column)


def _colon(faults: Faults, source: Source, line: int, column: int) -> None:
    """A second `: ` on a line: a colon in a text, or a line that stands too far to the right."""
    match = _COLON_TEXT.match(source.line(line))
    if match and ":" in match["rest"]:
        text = match["rest"].strip()
        faults.add("G009", source, line, match.start("rest") + 1, suggestion='"' + text.replace('"', "'") + '"')
    else:
        faults.add("G057", source, line, len(source.line(line)) - len(source.line(line).lstrip()) + 1)


_OPENED = re.compile(
    r"(?:: +|- +|[{\[,] *)(?P<open>(?P<quote>[\"'])(?:(?!(?P=quote)).)*(?P=quote))(?=\s*[^\s,}\]#:\"'])"
)


def _apostrophe(source: Source, numbers: range, last: int) -> tuple[int, int] | None:
    """Where an apostrophe opened a quote that ended in the middle of a text, at or just before line `last`."""
    for number in reversed(numbers):
        if number < last - 2:
            break
        match = _OPENED.search(source.line(number))
        if match:
            return number, match.start("open") + 1
    return None
