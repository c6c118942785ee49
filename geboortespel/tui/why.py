"""Waarom? as content: the number with its sentences and parts, from what `words.why` says. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.widgets.rows import Item, Row, heading
from geboortespel.words.why.written import rows

if TYPE_CHECKING:
    from geboortespel.words.catalog import Translator
    from geboortespel.words.why import Account, Group

Paragraph = Content | Row


def page(account: Account, tr: Translator) -> list[Paragraph]:
    """An answer as paragraphs: numbers in a column, what they are beside them, a line before the whole."""
    told: list[Paragraph] = []
    for row in rows(account, tr):
        wide = len(row.number) + 2
        match row.kind:
            case "said":
                told.append(Row(Content(row.text), hang=_indent(row.text), wrap=True))
            case "head":
                told += [Content(""), Content.styled(row.text, "bold $warm")]
            case "part":
                told.append(Row(Content.assemble((f"{row.number}  ", "bold"), row.text), hang=wide, wrap=True))
            case "total":
                told.append(Content.styled("─" * len(row.number), "$zacht"))
                whole = Content.assemble((f"{row.number}  ", "bold $accent-tekst"), row.text)
                told.append(Row(whole, hang=wide, wrap=True))
    return told[1:] if told and not isinstance(told[0], Row) and not told[0].plain else told


def _indent(text: str) -> int:
    """Where a sentence goes on when it wraps: under its first word, past a mark before it."""
    words = text.lstrip()
    marked = len(words) > 1 and words[1] == " " and not words[0].isalnum()
    return len(text) - len(words) + (2 if marked else 0)


def choices(groups: Sequence[Group]) -> list[Item]:
    """Every number that can be asked about, under its heading; ids are the numbers' keys."""
    items: list[Item] = []
    for n, (title, some) in enumerate(groups):
        items.append(Item(f"heading:{n}", heading(title).row, heading=True))
        items += [Item(one.key, Row(Content(one.label), hang=2, wrap=True)) for one in some]
    return items
