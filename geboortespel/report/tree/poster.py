"""The family tree as a drawing (SVG): timeline with every arrow, maps, and under them where all of it comes from.

The same tree gives the same bytes. Its text twin is `text.whole`.
"""

from __future__ import annotations

from geboortespel.report import ornaments as draw
from geboortespel.report.ornaments import INK, SOFT, WARM
from geboortespel.report.tree.kin import Tree
from geboortespel.report.tree.poster_list import listed
from geboortespel.report.tree.poster_maps import maps
from geboortespel.report.tree.poster_time import ROW, timeline
from geboortespel.report.tree.text import schematic
from geboortespel.report.typeset import Face
from geboortespel.report.vector import SERIF, element, escape, text
from geboortespel.words.catalog import Translator

WIDE, MARGIN = 1684.0, 64.0
"""Quarters of a millimetre: as wide as A3 standing."""
HEAD = 150.0
TIME_WIDE, GAP = 1080.0, 40.0
MARK = "geboortespel-stamboom"
"""What makes a file known as a family tree of ours."""


def poster(tree: Tree, tr: Translator) -> str:
    """The whole drawing; every text in it is escaped."""
    high = ROW * (len(tree.kin) + 4.5)
    left = MARGIN + TIME_WIDE + GAP
    below, bottom = listed(tree, tr, MARGIN, HEAD + high + 40, WIDE - 2 * MARGIN)
    tall = bottom + MARGIN
    parts = [
        *draw.frame(WIDE, tall, ((24, 2.5), (32, 1.2))),
        text(tr("Family tree of alliances"), MARGIN, 96, Face(44, bold=True), WARM, "start"),
        text(tr("Who learnt from whom, from 1990 until today"), MARGIN, 128, Face(22, italic=True), SOFT, "start"),
        *timeline(tree, tr, MARGIN, HEAD, TIME_WIDE),
        *maps(tree, tr, left, HEAD, WIDE - MARGIN - left, high),
        text(tr("The maps are drawn by eye."), left, HEAD + high + 20, Face(13, italic=True), SOFT, "start"),
        *below,
    ]
    said = [element("title", escape(tr("Family tree of alliances"))), element("desc", escape(schematic(tr)))]
    said.append(element("metadata", MARK))
    inside = "\n".join((*said, *parts))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + element(
        "svg", f"\n{inside}\n", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDE:.0f} {tall:.0f}", width=WIDE,
        height=tall, lang=tr.language, font_family=SERIF, fill=INK,
    ) + "\n"  # fmt: skip


def is_poster(data: bytes) -> bool:
    """Whether a file's bytes are a drawing that this made, so that a newer one may take its place."""
    if data.startswith(b"\x89PNG"):
        return MARK.encode() in data[:200]
    return data.startswith(b"<?xml") and f"<metadata>{MARK}</metadata>".encode() in data[:2000]
