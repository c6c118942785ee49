"""Faults in the notation: what the YAML parser says, and the text around it → which of the known traps it is."""

from __future__ import annotations

import re
from typing import Any

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.nodes import Scalar, Source
from geboortespel.scenario.traps import glued

_COLON_TEXT = re.compile(r"^\s*(?:- +)?[{\[]?\s*[\w.-]+: +(?P<rest>[^\"'|>{\[&*!%@`#].*)$")
_BRACKET = re.compile(r"(?:: +|- +)([\[{])[^\]}]*[\]}] *(?=[^\s#,:])")
_BARE = re.compile(r"\s*(?:- +)?(?P<key>[a-z][\w.-]*) *")
_SENTENCE = re.compile(r"\s*[^\W\d_][^\s:,{\[]* [^:]*: ")
_OPENED = re.compile(
    r"(?:: +|- +|[{\[,] *)(?P<open>(?P<quote>[\"'])(?:(?!(?P=quote)).)*(?P=quote))(?=\s*[^\s,}\]#:\"'])"
)


class Notation:
    """One fault of the parser. `line` and `column` are where it gave up, `start` is where it began reading."""

    def __init__(self, faults: Faults, source: Source, error: Any, first_line: int) -> None:
        begin = getattr(error, "context_mark", None)
        end = getattr(error, "problem_mark", None) or begin
        self.faults = faults
        self.source = source
        self.first_line = first_line
        self.problem = str(getattr(error, "problem", "") or "")
        self.context = str(getattr(error, "context", "") or "")
        self.line: int = end.line + first_line if end else first_line
        self.column: int = end.column + 1 if end else 1
        self.start: tuple[int, int] = (begin.line + first_line, begin.column + 1) if begin else (self.line, self.column)

    def tell(self) -> None:
        """Note the fault as the trap that it is."""
        if not (self._in_a_value() or self._around_it()):
            self._add("G007", self.line, self.column)

    def _add(self, code: str, line: int, column: int, **params: str) -> bool:
        self.faults.add(code, self.source, line, column, **params)
        return True

    def _in_a_value(self) -> bool:
        """Traps that the parser's own words give away."""
        here = self.line, self.column
        text = self.source.line(self.line)
        if "escape character" in self.problem:
            return self._add("G054", *here)
        if "block sequence entries are not allowed" in self.problem:
            return self._add("G055", *here)
        if "quoted scalar" in self.context:
            return self._add("G008", *self.start)
        if "alias" in self.context:
            return self._add("G017", *self.start, name="")
        if "undefined alias" in self.problem:
            return self._add("G017", *here, name="")
        if "cannot start any token" in self.problem:
            return self._add("G056", *here, char=text[self.column - 1 : self.column])
        if "tag" in self.context or "tag" in self.problem:
            return self._add("G018", *here, tag="")
        return False

    def _around_it(self) -> bool:
        """Traps that show in the text at, or just before, the place where the parser gave up."""
        text = self.source.line(self.line)
        quote = self._apostrophe() if "expected" in self.problem else None
        if quote is not None:
            return self._add("G008", *quote)
        if text[self.column - 1 : self.column] in ("}", "]") and "flow" not in self.context:
            return self._add("G058", self.line, self.column)
        bracket = _BRACKET.search(text)
        if bracket and "block" in self.context and bracket.end() <= self.column:
            return self._add("G056", self.line, bracket.start(1) + 1, char=bracket[1])
        before = text[: self.column - 1].rstrip()
        if before.endswith(("}", "]")) and "block" in self.context:
            return self._add("G047", self.line, self.column)
        if "mapping values are not allowed" in self.problem:
            return self._bare_key() or self._colon(text)
        if ("could not find expected ':'" in self.problem or "<document start>" in self.problem) and self._glued():
            return True
        if "flow" in self.context:
            return self._add("G029", *self.start)
        if any(words in self.problem for words in ("expected key", "expected '-'", "indent")):
            return self._add("G057", self.line, self.column)
        return False

    def _glued(self) -> bool:
        """`key:value` without its space, on a line near the fault."""
        for number in (self.line, self.line - 1, self.start[0]):
            here = self.source.line(number)
            node = Scalar(self.source, number, len(here) - len(here.lstrip()) + 1, here.strip())
            write = glued(node)
            if write:
                return self._add("G022", number, node.column, key=here.strip(), suggestion=write)
        return False

    def _bare_key(self) -> bool:
        """A key without its colon on the line above."""
        above = self.source.line(self.line - 1)
        match = _BARE.fullmatch(above)
        indent = len(above) - len(above.lstrip())
        here = self.source.line(self.line)
        if match is None or len(here) - len(here.lstrip()) < indent:
            return False
        return self._add("G049", self.line - 1, match.start("key") + 1, text=match["key"])

    def _colon(self, text: str) -> bool:
        """A second `: ` on a line: a colon in a text, or a line that stands too far to the right."""
        match = _COLON_TEXT.match(text)
        if match and ":" in match["rest"]:
            said = match["rest"].strip().replace('"', "'")
            return self._add("G009", self.line, match.start("rest") + 1, suggestion=f'"{said}"')
        code = "G009" if _SENTENCE.match(text) else "G057"
        return self._add(code, self.line, len(text) - len(text.lstrip()) + 1)

    def _apostrophe(self) -> tuple[int, int] | None:
        """Where a quote was opened that ended in the middle of a text, just before the fault."""
        for number in range(self.line, max(self.first_line, self.line - 2) - 1, -1):
            match = _OPENED.search(self.source.line(number))
            if match:
                return number, match.start("open") + 1
        return None


def syntax(faults: Faults, source: Source, error: Any, first_line: int) -> None:
    """Note a fault in the notation. `error` is a YAML error with marks, in a text that begins at `first_line`."""
    Notation(faults, source, error, first_line).tell()
