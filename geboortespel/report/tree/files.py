"""The family tree as a file: text, SVG or PNG; and whether a file is such a tree."""

from __future__ import annotations

from geboortespel.report.picture import Kind, png
from geboortespel.report.tree.kin import Tree
from geboortespel.report.tree.poster import MARK, is_poster, poster
from geboortespel.report.tree.text import whole
from geboortespel.words.catalog import LANGUAGES, Translator, translator

PIXELS_WIDE = 3368
"""Twice the units of the drawing: sharp on A3."""
CARD = b" " * 27 + b"1990"
"""How the card of one begins: with the axis of its timeline."""


def rendered(kind: Kind, tree: Tree, tr: Translator) -> bytes:
    """The whole tree. NoPng when a PNG can't be made."""
    if kind == "txt":
        return ("\n".join(whole(tree, tr)) + "\n").encode()
    drawn = poster(tree, tr)
    return drawn.encode() if kind == "svg" else png(drawn, PIXELS_WIDE, MARK)


def is_tree(data: bytes) -> bool:
    """Whether a file's bytes are a family tree of ours, in any language, or a card from it."""
    titles = tuple(translator(language)("Family tree of alliances").encode() for language in LANGUAGES)
    return is_poster(data) or data.startswith((*titles, CARD))
