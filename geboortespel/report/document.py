"""The report of a game as one document: the chance of birth, the look back and the card, as HTML, Markdown or JSON.

The HTML stands by itself: no script, nothing from elsewhere, one style that knows light, dark and A4. Whatever comes
from a scenario or from players goes through `escape`. Nothing in it depends on the clock: same journal, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from attrs import frozen

from geboortespel.analysis.chances import Chances, turning
from geboortespel.report.lookback import Chapter, look_back, where_it_stands
from geboortespel.report.lookback.chance import chapter, curve, named, percents, what
from geboortespel.report.lookback.pages import Line
from geboortespel.report.lookback.past import Past
from geboortespel.report.vector import element, escape
from geboortespel.session.session import Session
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

Kind = Literal["html", "md", "json"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MARK = "geboortespel-rapport"
"""What makes a file known as a report of ours."""
FORMAT = 1
STYLE = """
:root { color-scheme: light dark; --paper: #fffaf0; --ink: #2f2a25; --soft: #6b6259; --warm: #9a4a1c;
  --green: #2c6e49; --orange: #8a5a00; --red: #a32d2d; --line: #d9cdb8; }
@media (prefers-color-scheme: dark) { :root { --paper: #1f1c19; --ink: #efe7da; --soft: #b8ad9e; --warm: #f0a878;
  --green: #7fcf9f; --orange: #e8b55a; --red: #f09090; --line: #4a433b; } }
body { margin: 0 auto; max-width: 52rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Georgia, 'DejaVu Serif', serif; overflow-wrap: break-word; }
h1, h2 { color: var(--warm); line-height: 1.2; }
h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
h3 { margin: 1.2rem 0 .3rem; font-size: 1rem; }
p { margin: .25rem 0; }
pre { overflow-x: auto; font: .8rem/1.35 'DejaVu Sans Mono', monospace; }
svg { width: 100%; height: auto; }
.groen { color: var(--green); } .oranje { color: var(--orange); } .rood { color: var(--red); }
.zacht { color: var(--soft); } .naam { font-weight: bold; }
.band { fill: var(--green); opacity: .2; } .punt { fill: var(--green); }
.kans { fill: none; stroke: var(--green); stroke-width: 3; }
@page { size: A4; margin: 18mm; }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --warm: #7a3a14; --green: #1d5436;
  --orange: #6b4600; --red: #8a1f1f; --line: #999; } body { max-width: none; padding: 0; font-size: 10pt; }
  pre { white-space: pre; font-size: 7.5pt; overflow: visible; } h2, h3 { break-after: avoid; }
  p, svg { break-inside: avoid; } }
"""


@frozen
class Report:
    """What a report holds. `card`: the birth card or letter in lines."""

    voice: Voice
    title: str
    stands: str
    chapters: tuple[Chapter, ...]
    picture: str
    card: tuple[str, ...]
    facts: dict[str, object]


def report(voice: Voice, session: Session, chances: Chances) -> Report:
    """The report of a game that has ended."""
    from geboortespel.report.card import lines, sheet, signed_by

    past = Past(session)
    made = sheet(voice, session.view(None), signed_by(session.remarks))
    return Report(
        voice,
        one_line(session.board.scenario.title),
        where_it_stands(voice, session).plain,
        (chapter(voice, past, chances), *look_back(voice, session)),
        curve(voice, chances),
        tuple(lines(made, voice)),
        _facts(voice, session, past, chances),
    )


def _facts(voice: Voice, session: Session, past: Past, chances: Chances) -> dict[str, object]:
    outcome = session.outcome
    rounds = [(name, point, percents(point)) for name, point in named(voice, chances)]
    return {
        "scenario": session.board.scenario.id,
        "zaad": session.seed,
        "einde": outcome.id if outcome else "",
        "partijen": min(point.games for point in chances.points),
        "kansverloop": [
            {"moment": name, "regel": p.line, "ronde": p.round, "kans": c, "laag": low, "hoog": high}
            for name, p, (c, low, high) in rounds
        ],
        "kantelpunten": [
            {
                "regel": c.after.line,
                "ronde": c.before.round,
                "wat": what(voice, past, c),
                "verschil": round(100 * c.gap),
                "laag": round(100 * c.low),
                "hoog": round(100 * c.high),
            }
            for c in turning(chances)
        ],
    }


def rendered(kind: Kind, made: Report) -> bytes:
    """The file, UTF-8."""
    match kind:
        case "html":
            return "\n".join(_html(made)).encode()
        case "md":
            return "\n".join(_markdown(made)).encode()
        case "json":
            return (json.dumps(_json(made), ensure_ascii=False, indent=2) + "\n").encode()


def is_report(data: bytes) -> bool:
    """Whether a file's bytes are a report that this game made, so that a newer one may take its place."""
    return MARK.encode() in data[:400]


def _json(made: Report) -> dict[str, object]:
    chapters = [{"id": c.id, "titel": c.title, "regels": [item.plain for item in c.lines]} for c in made.chapters]
    head = {"soort": MARK, "versie": FORMAT, "titel": made.title, "stand": made.stands}
    return {**head, **made.facts, "hoofdstukken": chapters, "kaartje": list(made.card)}


def _html(made: Report) -> Iterator[str]:
    tr = made.voice.tr
    yield f'<!DOCTYPE html>\n<html lang="{tr.language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta name="generator" content="{MARK}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"{element('title', escape(made.title))}\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    yield element("h1", escape(made.title))
    yield element("p", escape(made.stands))
    for part in made.chapters:
        yield element("section", "\n" + "\n".join(_section(part, made.picture)) + "\n", id=part.id)
    body = element("h2", escape(tr("Card"))) + "\n" + element("pre", escape("\n".join(made.card)) or " ")
    yield element("section", f"\n{body}\n", id="kaartje")
    yield "</main>\n</body>\n</html>\n"


def _section(part: Chapter, picture: str) -> Iterator[str]:
    yield element("h2", escape(part.title))
    if part.id == "kans":
        yield picture
    for drawn, lines in _runs(part.lines):
        if drawn:
            yield element("pre", "\n".join(_pieces(item) for item in lines))
            continue
        for item in lines:
            if item.pieces and item.pieces[0][1] == "kop":
                yield element("h3", escape(item.plain.strip()))
            elif item.plain.strip():
                yield element("p", _pieces(item).strip())


def _runs(lines: Iterable[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """Lines that are parts of one plot together; others together."""
    run: list[Line] = []
    for item in lines:
        if run and run[0].drawn != item.drawn:
            yield run[0].drawn, run
            run = []
        run.append(item)
    if run:
        yield run[0].drawn, run


def _pieces(item: Line) -> str:
    said = ((escape(text), role) for text, role in item.pieces)
    return "".join(element("span", text, class_=role) if role and text.strip() else text for text, role in said)


def _markdown(made: Report) -> Iterator[str]:
    tr = made.voice.tr
    yield f"<!-- {MARK} -->\n# {_plain(made.title)}\n\n{_plain(made.stands)}\n"
    for part in made.chapters:
        yield f"## {_plain(part.title)}\n"
        for drawn, lines in _runs(part.lines):
            if drawn:
                yield "\n".join(f"    {item.plain}".rstrip() for item in lines) + "\n"
                continue
            for item in lines:
                said = _plain(item.plain.strip()) if item.plain.strip() else ""
                if said:
                    yield (f"### {said}\n" if item.pieces[0][1] == "kop" else f"{said}\n")
    yield "## " + _plain(tr("Card")) + "\n"
    yield "\n".join(f"    {text}".rstrip() for text in made.card) + "\n"


def _plain(text: str) -> str:
    """Text for Markdown: what would be markup is escaped."""
    said = "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in one_line(text))
    return f"\\{said}" if said[:1] in "-+=~" else said
