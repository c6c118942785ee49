"""A report as Markdown: the same chapters, plots as they are drawn in text; what would be markup is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.report.lookback import Chapter
from geboortespel.report.page import MARK, runs
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line


def markdown(title: str, lead: str, chapters: Iterable[Chapter], card: Iterable[str], tr: Translator) -> Iterator[str]:
    """The document, in pieces. `card`: the birth card in lines."""
    yield f"<!-- {MARK} -->\n# {plain(title)}\n\n{plain(lead)}\n"
    for chapter in chapters:
        yield from section(chapter)
    yield "## " + plain(tr("Card")) + "\n"
    yield "\n".join(f"    {text}".rstrip() for text in card) + "\n"


def section(chapter: Chapter) -> Iterator[str]:
    """One chapter."""
    yield f"## {plain(chapter.title)}\n"
    for drawn, lines in runs(chapter.lines):
        if drawn:
            yield "\n".join(f"    {item.plain}".rstrip() for item in lines) + "\n"
            continue
        for item in lines:
            said = plain(item.plain.strip()) if item.plain.strip() else ""
            if said:
                yield (f"### {said}\n" if item.pieces[0][1] == "kop" else f"{said}\n")


def plain(text: str) -> str:
    """Text for Markdown: what would be markup is escaped."""
    said = "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in one_line(text))
    return f"\\{said}" if said[:1] in "-+=~" else said
