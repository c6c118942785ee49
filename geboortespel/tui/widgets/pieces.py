"""Reports on screen: pieces of text with a role, in the colours of the theme, in lines that fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from geboortespel.report.lookback.pages import Line, Piece
from geboortespel.tui.widgets.rows import Row

STYLES = {
    "rand": "$warm",
    "kop": "bold $warm",
    "naam": "bold",
    "einde": "$warm",
    "label": "$zacht",
    "zacht": "$zacht",
    "zin": "italic",
    "licht": "bold",
    "ooievaar": "$accent-tekst",
    "groen": "$groen",
    "oranje": "$oranje",
    "rood": "$rood",
}
"""Role → style; a role that is not here is ordinary text."""


def content(pieces: Iterable[Piece]) -> Content:
    """The pieces after each other."""
    return Content("").join(Content.styled(text, STYLES.get(role, "")) for text, role in pieces)


def page(rows: Iterable[Sequence[Piece]]) -> Content:
    """Rows of pieces under each other: a birth card."""
    return Content("\n").join(content(row) for row in rows)


def laid(lines: Iterable[Line], width: int) -> list[Content]:
    """Lines of a report, wrapped to `width` cells with their hanging indent; plots stay as they are."""
    found: list[Content] = []
    for item in lines:
        whole = content(item.pieces)
        found += [whole] if item.drawn else Row(whole, wrap=True, hang=item.hang).lines(max(20, width))
    return found
