"""Conditions as tokens: the first step of `conditions`, with the traps of spelling."""

from __future__ import annotations

import re

from attrs import frozen

from geboortespel.scenario.scope import Wrong

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<oddnumber>\d+(?:[.,:]\d+)+)|(?P<number>\d+)|(?P<word>[^\W\d_][\w-]*(?:\.[^\W_][\w-]*)*)"
    r"|(?P<op>==|!=|<=|>=|<|>|=)|(?P<punct>[+(),-])|(?P<odd>&&|\|\||[≤≥≠–—−!&|.]|.)"
)
_ENGLISH = {"and": "en", "or": "of", "not": "niet", "&&": "en", "||": "of", "!": "niet", "&": "en", "|": "of"}
_SIGNS = {"≤": "<=", "≥": ">=", "≠": "!="}


@frozen
class Token:
    """A piece of a condition. `at`: its offset; kind: word, number, op, punct or end."""

    kind: str
    text: str
    at: int


def tokens(text: str) -> list[Token]:
    """Split a line into tokens; raises Wrong for what cannot be one."""
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, word, at = match.lastgroup or "", match[0], match.start()
        if kind == "space":
            continue
        if kind == "word" and word in _ENGLISH:
            raise Wrong("G063", at, word=word, suggestion=_ENGLISH[word])
        if word == "==":
            raise Wrong("G061", at)
        if kind == "odd":
            _odd(word, at)
        if kind == "oddnumber":
            raise Wrong("G035", at, value=word)
        if kind == "number" and len(word) > 1 and word[0] == "0":
            raise Wrong("G032", at, value=word, suggestion=word.lstrip("0") or "0")
        out.append(Token(kind, word, at))
    return out


def _odd(word: str, at: int) -> None:
    if word in _SIGNS:
        raise Wrong("G072", at, sign=word, suggestion=_SIGNS[word])
    if word in "–—−":
        raise Wrong("G037", at)
    if word in _ENGLISH:
        raise Wrong("G063", at, word=word, suggestion=_ENGLISH[word])
    raise Wrong("G060", at, found_text=word)
