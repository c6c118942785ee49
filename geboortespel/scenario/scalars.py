"""Single values: a raw string and a field kind → a text, an id, a number, yes or no; each trap with its own code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.kinds import Ident, Int, Kind, OneOf, Ref, Text, YesNo
from geboortespel.scenario.nodes import Scalar

_INT = re.compile(r"[+-]?\d+")
_IDENT = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([T ].*)?|\d{1,2}-\d{1,2}-\d{4}")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?|[+-]?\d{1,3}( \d{3})+|[+-]?\d{1,3}(_\d{3})+")
_DECIMAL = re.compile(r"[+-]?\d*[.,]\d+")
RESERVED = frozenset({"en", "of", "niet", "ja", "nee", "doel", "ik", "weg", "groen", "oranje", "rood"})
YES = {"ja", "yes", "y", "true", "on", "aan", "waar", "j"}
NO = {"nee", "no", "n", "false", "off", "uit", "onwaar", "neen"}


def suggest(word: str, known: Iterable[str]) -> dict[str, str]:
    """`{"suggestion": …}` with the known word most like `word`, or nothing."""
    if len(word) > 60:
        return {}
    lowered = word.lower().replace("_", "-").replace(" ", "-")
    names = list(known)
    if lowered in names:
        return {"suggestion": lowered}
    found = get_close_matches(lowered, names, n=1, cutoff=0.65)
    return {"suggestion": found[0]} if found else {}


def slug(text: str) -> str:
    """The nearest thing to `text` that may be an id, '' when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")


def is_ident(text: str) -> bool:
    """Whether `text` may be an id."""
    return _IDENT.fullmatch(text) is not None and len(text) <= 60


def scalar(kind: Kind, node: Scalar, faults: Faults) -> object:
    """The value of `node` as `kind` says, or None after noting a fault."""
    text = node.value or ""
    match kind:
        case Text():
            return _text(kind, text, node, faults)
        case Ident() | Ref():
            return ident(text, node, faults)
        case Int():
            return whole(kind, text, node, faults)
        case YesNo():
            return _yes_no(text, node, faults)
        case OneOf(words):
            if text in words:
                return text
            faults.at("G039", node, value=text, words=", ".join(words), **suggest(text, words))
    return None


def _text(kind: Text, text: str, node: Scalar, faults: Faults) -> str | None:
    if len(text) > kind.limit:
        faults.at("G041", node, length=str(len(text)), limit=str(kind.limit))
        return None
    if "\n" in text.rstrip("\n") and not kind.multiline:
        faults.at("G042", node)
        return None
    if not node.quoted:
        _cut_off(text, node, faults)
    return text.rstrip("\n") if not kind.multiline else text.rstrip()


def _cut_off(text: str, node: Scalar, faults: Faults) -> None:
    """A `#` that took the end off a text."""
    line = node.source.line(node.line)
    end = node.column - 1 + len(text)
    if line[end : end + 1] == " " and line[node.column - 1 : end] == text:
        rest = line[end:].lstrip()
        if rest[:1] == "#" and rest[1:2].strip():
            faults.add("G112", node.source, node.line, len(line) - len(rest) + 1, rest=rest[:40])


def ident(text: str, node: Scalar, faults: Faults) -> str | None:
    """An id, or None after noting a fault."""
    if is_ident(text):
        return text
    better = slug(text)
    faults.at("G040", node, value=text, **({"suggestion": better} if better else {}))
    return None


def whole(kind: Int, text: str, node: Scalar, faults: Faults) -> int | None:
    """A whole number within the bounds of `kind`, or None after noting a fault."""
    if _INT.fullmatch(text) and len(text) <= 15:
        bare = text.lstrip("+-")
        if len(bare) > 1 and bare[0] == "0":
            faults.at("G032", node, value=text, suggestion=text[: -len(bare)] + (bare.lstrip("0") or "0"))
            return None
        value = int(text)
        if kind.low <= value <= kind.high:
            return value
        faults.at("G031", node, value=text, low=str(kind.low), high=str(kind.high))
        return None
    not_whole(text, node, faults)
    return None


def not_whole(text: str, node: Scalar, faults: Faults) -> None:
    """Say why `text` is no whole number."""
    if text[:1] in ("–", "—", "−"):
        faults.at("G037", node, suggestion="-" + text[1:].strip())
    elif re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?", text):
        faults.at("G033", node, value=text)
    elif _THOUSANDS.fullmatch(text):
        faults.at("G034", node, value=text, suggestion=re.sub(r",\d+$", "", re.sub(r"[. _]", "", text)))
    elif _DECIMAL.fullmatch(text):
        faults.at("G035", node, value=text)
    elif _DATE.fullmatch(text):
        faults.at("G036", node, value=text)
    else:
        bare = re.match(r"[+-]?\d+(?=[ %€]|$)", text)
        faults.at("G030", node, value=text, **({"suggestion": bare[0]} if bare and bare[0] != text else {}))


def _yes_no(text: str, node: Scalar, faults: Faults) -> bool | None:
    if text in ("ja", "nee"):
        return text == "ja"
    word = text.lower()
    better = {"suggestion": "ja"} if word in YES else {"suggestion": "nee"} if word in NO else {}
    faults.at("G038", node, value=text, **better)
    return None
