"""A page of HTML that stands by itself: one style that knows light, dark, a phone and A4; no script, nothing from
elsewhere. Every text goes through `escape`; pictures come from our own writers of SVG, which escape as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from geboortespel.report.lookback.pages import Line
from geboortespel.report.vector import element, escape

MARK = "geboortespel-rapport"
"""What makes a file known as a report of ours."""
COLUMNS = 20
"""A line that hangs this far or more, or has a `GAP` in it, is a row of columns: it keeps its spaces."""
GAP = re.compile(r"\S.*\S {3,}\S")
STYLE = """
:root { color-scheme: light dark; --paper: #fffaf0; --ink: #2f2a25; --soft: #6b6259; --warm: #9a4a1c;
  --green: #2c6e49; --orange: #8a5a00; --red: #a32d2d; --line: #d9cdb8;
  --blue: #2f6199; --plum: #7a4f9a; }
@media (prefers-color-scheme: dark) { :root { --paper: #1f1c19; --ink: #efe7da; --soft: #b8ad9e; --warm: #f0a878;
  --green: #7fcf9f; --orange: #e8b55a; --red: #f09090; --line: #4a433b; --blue: #8fbcf0; --plum: #cba4ea; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Georgia, 'DejaVu Serif', serif; overflow-wrap: anywhere; }
h1, h2 { color: var(--warm); line-height: 1.2; }
h2 { border-bottom: 1px solid var(--line); margin: 2.5rem 0 .8rem; }
h3 { margin: 1.2rem 0 .3rem; font-size: 1rem; }
p { margin: .25rem 0; }
p.in { padding-left: 1.2rem; } p.in2 { padding-left: 2.4rem; }
p.kolom { font: .8rem/1.35 'DejaVu Sans Mono', monospace; white-space: pre-wrap; }
a { color: inherit; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
pre { overflow-x: auto; font: .8rem/1.35 'DejaVu Sans Mono', monospace; }
figure { margin: 1rem 0; }
figcaption { color: var(--soft); font-size: .9rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font-family: Georgia, 'DejaVu Serif', serif; }
.kaart svg { max-width: 30rem; margin: 0 auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: .9rem; }
thead th:first-child { width: 34%; }
caption { text-align: left; font-weight: bold; padding: .8rem 0 .2rem; }
th, td { padding: .15rem .3rem; text-align: center; vertical-align: top; }
th[scope=row] { text-align: left; font-weight: normal; hyphens: auto; }
.getallen td { overflow-wrap: normal; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead th { color: var(--soft); font-weight: normal; border-bottom: 1px solid var(--line); }
tbody tr + tr > * { border-top: 1px solid var(--line); }
tr.som > * { font-weight: bold !important; }
.groen { color: var(--green); } .oranje { color: var(--orange); } .rood { color: var(--red); }
.zacht { color: var(--soft); } .naam { font-weight: bold; }
.band { fill: var(--green); opacity: .2; } .punt { fill: var(--green); }
.kans { fill: none; stroke: var(--green); stroke-width: 3; }
.lijn { fill: none; stroke-width: 3; } .merk { fill: var(--paper); stroke-width: 2; }
.lijn1 { stroke: var(--green); } .lijn2 { stroke: var(--warm); } .lijn3 { stroke: var(--blue); }
.lijn4 { stroke: var(--red); } .lijn5 { stroke: var(--plum); } .lijn6 { stroke: var(--soft); }
summary { cursor: pointer; color: var(--soft); }
@media (max-width: 34rem) { body { padding: .6rem; } table { font-size: .75rem; } th, td { padding: .1rem .12rem; }
  h2 { margin-top: 2rem; } .getallen td, .getallen thead th { padding: .1rem 0; font-size: .68rem; }
  .getallen thead th:first-child { width: 30%; } }
@page { size: A4; margin: 18mm; }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --warm: #7a3a14; --green: #1d5436;
  --orange: #6b4600; --red: #8a1f1f; --line: #999; --blue: #234b78;
  --plum: #5c3a76; } body { max-width: none; padding: 0; font-size: 10pt; }
  nav, details { display: none; } p.kolom, pre { font-size: 7.5pt; } pre { white-space: pre-wrap; overflow: visible; }
  h1, h2, h3, h2 + p, caption, p:not(.in):has(+ .in) { break-after: avoid; } h2 { margin-top: 1.6rem; }
  p, table, svg, figure { break-inside: avoid; } p { orphans: 3; widows: 3; } .kaart svg { max-width: 118mm; } }
"""


@frozen
class Part:
    """A section: its id, its title, and its body as HTML."""

    id: str
    title: str
    body: str


def page(language: str, title: str, lead: Sequence[str], parts: Sequence[Part], contents: str) -> Iterator[str]:
    """The whole document, in pieces. `lead`: paragraphs under the title; `contents`: what the list of sections is."""
    yield f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta name="generator" content="{MARK}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"{element('title', escape(title) or ' ')}\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    yield element("h1", escape(title) or " ")
    yield from (element("p", escape(said)) for said in lead if said)
    links = "".join(element("li", element("a", escape(part.title), href=f"#{part.id}")) for part in parts)
    yield element("nav", element("ul", links), aria_label=contents)
    for part in parts:
        yield element("section", f"\n{element('h2', escape(part.title))}\n{part.body}\n", id=part.id)
    yield "</main>\n</body>\n</html>\n"


def is_report(data: bytes) -> bool:
    """Whether a file's bytes are a report that this game made, so that a newer one may take its place."""
    return MARK.encode() in data[:400]


def paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    """Lines as headings, paragraphs and, where they are drawn or in columns, as text that keeps its spaces."""
    for drawn, run in runs(lines):
        if drawn:
            yield element("pre", "\n".join(pieces(item) for item in run) or " ")
            continue
        for item in run:
            said = item.plain
            if not said.strip():
                continue
            if item.pieces[0][1] == "kop":
                yield element("h3", escape(said.strip()))
            elif item.hang >= COLUMNS or GAP.search(said):
                far = max(item.hang, COLUMNS)
                yield element("p", pieces(item), class_="kolom", style=f"padding-left:{far}ch;text-indent:-{far}ch")
            else:
                deep = len(said) - len(said.lstrip())
                role = {"class_": "in2"} if deep > 4 else {"class_": "in"} if deep > 2 else {}
                yield element("p", pieces(item).strip(), **role)


def runs(lines: Iterable[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """Lines that are parts of one plot together; others together."""
    run: list[Line] = []
    for item in lines:
        if run and run[0].drawn != item.drawn:
            yield run[0].drawn, run
            run = []
        run.append(item)
    if run:
        yield run[0].drawn, run


def pieces(item: Line) -> str:
    """A line's text with its roles as classes."""
    said = ((escape(text), role) for text, role in item.pieces)
    return "".join(element("span", text, class_=role) if role and text.strip() else text for text, role in said)


def table(head: Sequence[str], rows: Iterable[tuple[str, str]], caption: str = "", role: str = "") -> str:
    """A table with a heading row. `rows`: (class, cells as HTML); `role`: its own class, `getallen` for numbers."""
    cells = "".join(element("th", escape(text) or " ", scope="col") for text in head)
    body = "\n".join(element("tr", row, class_=kind) if kind else element("tr", row) for kind, row in rows)
    named = element("caption", escape(caption)) if caption else ""
    parts = f"{named}\n{element('thead', element('tr', cells))}\n{element('tbody', body)}\n"
    return element("table", parts, class_=role) if role else element("table", parts)


def inline(svg: str, label: str, mark: str = "") -> str:
    """A picture made as a file of its own, as part of a page: no declaration, no size; ids get `mark` behind them."""
    body = re.sub(r"^<\?xml[^>]*\?>\s*", "", svg).strip()
    opened, rest = body.split(">", 1)
    opened = re.sub(r' (width|height|lang)="[^"]*"', "", opened)
    rest = re.sub(r'(id="|url\(#)([a-z0-9-]+)', lambda found: f"{found[1]}{found[2]}{mark}", rest)
    return f'{opened} role="img" aria-label="{escape(label)}">{rest}'
