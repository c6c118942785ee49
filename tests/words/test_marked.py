"""Texts are marked where they can be found: the extraction does not see into f-strings on every Python."""

from __future__ import annotations

import ast

import pytest

from tests.catalogs import KEYWORDS, ROOT

FILES = sorted(ROOT.rglob("*.py"))


def marked(node: ast.AST) -> bool:
    """Whether this is a call that marks a text: `tr("…")`, `self.tr("…")`, `tr.many("…", …)`."""
    if not isinstance(node, ast.Call) or not node.args:
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0]
    return name in KEYWORDS and isinstance(first, ast.Constant) and isinstance(first.value, str)


def in_fstrings(source: str) -> list[int]:
    """Lines on which a text is marked inside an f-string."""
    strings = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr))
    return sorted({inner.lineno for string in strings for inner in ast.walk(string) if marked(inner)})


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_is_marked_inside_an_f_string(path) -> None:
    assert in_fstrings(path.read_text("utf-8")) == []


def test_the_check_sees_them() -> None:
    assert in_fstrings("x = f'{tr(\"a text\")}'") == [1]
    assert in_fstrings("x = tr('a {b}').format(b=1)") == []
