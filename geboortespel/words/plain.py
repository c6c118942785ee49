"""Text made fit for a terminal: author text without anything that could act on it, and lines that fit its width."""

from __future__ import annotations

import json
import shutil
import textwrap
import unicodedata

REPLACED = "\ufffd"
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421", 0x09: " ", 0x0A: "\n"}
_HARMLESS_FORMATS = {"\u00ad", "\u200c", "\u200d"}  # soft hyphen, joiners of scripts and emoji
_BREAKS = {"\u2028": "\n", "\u2029": "\n", "\u0085": "\n"}


def safe(text: str) -> str:
    """`text` with every control character, escape and bidi override replaced by a mark; line breaks stay.

    C0 controls show as their control picture (`\u241b` for an escape), everything else that acts as `\ufffd`.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_harmless(char) for char in text.replace("\r\n", "\n"))


def _harmless(char: str) -> str:
    code = ord(char)
    if code in _PICTURES:
        return _PICTURES[code]
    if char in _BREAKS:
        return _BREAKS[char]
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") and char not in _HARMLESS_FORMATS:
        return REPLACED
    return char


def one_line(text: str) -> str:
    """`safe(text)` on a single line."""
    return " ".join(safe(text).split())


def small(text: str) -> str:
    """A title within a sentence: without its capital, unless it begins with an abbreviation; names keep theirs."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def json_text(value: object) -> str:
    """`value` as JSON to read: letters as they are, whatever could act on a terminal escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(char if char == "\n" or _harmless(char) == char else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1]


def terminal_width(default: int = 80) -> int:
    """Columns to write in: the terminal's, at least 20 and at most 100, for lines that read well."""
    return max(20, min(100, shutil.get_terminal_size((default, 24)).columns))


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> str:
    """`text` in lines of at most `width`; its own line breaks stay. `hanging` indents the lines after the first."""
    rest = indent if hanging is None else hanging
    lines: list[str] = []
    for paragraph in text.split("\n"):
        first = indent if not lines else rest
        wrapped = textwrap.wrap(
            paragraph,
            width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=True,
            break_on_hyphens=False,
        )
        lines.extend(wrapped or [""])
    return "\n".join(lines)


def joined(parts: list[str], last: str) -> str:
    """`a, b and c`, with `last` between the final two."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
