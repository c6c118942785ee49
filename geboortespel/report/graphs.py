"""Graphs of a scenario as text for the terminal, and as Mermaid for documents."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.analysis.coverage import Heat, key
from geboortespel.report.simulated import percent
from geboortespel.scenario.graph import Graph, Link, Point
from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import one_line

HEADINGS = {
    "fasen": N_("Phases"),
    "invloeden": N_("Influences: what pulls what, green/orange/red"),
    "luisteren": N_("Who is listened to by whom"),
    "drempels": N_("Thresholds and the ways over them"),
}
NOTES = {
    "fase": N_("rounds: {note}"),
    "gebeurtenis": N_("round {note}"),
    "drempel": N_("resistance {note}"),
    "opdrachtgever": N_("power {note}"),
    "markt": N_("power {note}"),
    "buiten": N_("power {note}"),
    "poort": N_("gate"),
}
SHAPES = {"fase": ("([", "])"), "poort": ("{", "}"), "gebeurtenis": (">", "]"), "drempel": ("[/", "\\]"),
          "uitkomst": ("((", "))"), "believer": ("([", "])")}  # fmt: skip
BARS = " ▏▎▍▌▋▊▉█"
WIDE = 5
STEPS = 5
FILLS = ("#ffffff", "#fdeccb", "#fbd78f", "#f8bd4e", "#e89a10")
"""From never to always."""


def label(point: Point, tr: Translator) -> str:
    """What a point is called, with its number."""
    said = one_line(point.label)
    if point.kind == "poort":
        return f"{tr(NOTES['poort'])}: {said}"
    if point.kind in NOTES and point.note:
        return f"{said} ({tr(NOTES[point.kind]).format(note=point.note)})"
    return said


def text(graph: Graph, heat: Heat, tr: Translator) -> Iterator[str]:
    """Every point with its arrows, a line each; with heat also how often it was used."""
    yield tr(HEADINGS[graph.view])
    names = {point.id: label(point, tr) for point in graph.points}
    pointed = {link.target for link in graph.links}
    for point in graph.points:
        out = [link for link in graph.links if link.source == point.id and link.target in names]
        if out or point.id not in pointed or point.id in heat:
            yield f"  {names[point.id]}{_bar(heat.get(point.id), tr)}"
        for link in out:
            arrow = "╌▷" if link.kind == "dun" else "─▶"
            with_label = f" {link.label}" if link.label else ""
            share = heat.get(key(link.source, link.target, link.use))
            yield f"     {arrow} {names[link.target]}{with_label}{_bar(share, tr)}"


def _bar(share: float | None, tr: Translator) -> str:
    if share is None:
        return ""
    eighths = round(8 * WIDE * share)
    full, part = divmod(eighths, 8)
    return f"  {'█' * full}{BARS[part].strip()} {percent(share, tr, 0)}"


def mermaid(graph: Graph, heat: Heat, tr: Translator) -> Iterator[str]:
    """A flowchart in the language of Mermaid, which GitHub and many editors draw."""
    ids = {point.id: f"n{number}" for number, point in enumerate(graph.points)}
    yield "flowchart LR"
    for point in graph.points:
        begin, end = SHAPES.get(point.kind, ("[", "]"))
        share = heat.get(point.id)
        said = label(point, tr) + (f" · {percent(share, tr, 0)}" if share is not None else "")
        yield f'  {ids[point.id]}{begin}"{_quoted(said)}"{end}'
        if share is not None:
            yield f"  style {ids[point.id]} fill:{fill(share)}"
    for link in graph.links:
        if link.source in ids and link.target in ids:
            yield f"  {ids[link.source]} {_arrow(link, heat, tr)} {ids[link.target]}"


def _arrow(link: Link, heat: Heat, tr: Translator) -> str:
    share = heat.get(key(link.source, link.target, link.use))
    said = " ".join(part for part in (link.label, percent(share, tr, 0) if share is not None else "") if part)
    line = "-.->" if link.kind == "dun" else "-->"
    return f'{line}|"{_quoted(said)}"|' if said else line


def _quoted(said: str) -> str:
    return one_line(said).replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")


def fill(share: float) -> str:
    """The colour of a share."""
    return FILLS[min(STEPS - 1, round(share * (STEPS - 1)))]
