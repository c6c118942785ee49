"""The card as a picture: well-formed, the same bytes every time, nothing beyond its frame with the longest texts."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import attrs
import pytest

from geboortespel.report.drawing import shapes
from geboortespel.report.ornaments import hand
from geboortespel.report.portrait import BOTTOM, HEIGHT, MARGIN, WIDTH, portrait
from geboortespel.report.widths import width
from geboortespel.scenario.model import DRAWINGS
from tests.report.examples import EVERY, FULL, HOSTILE, LETTER, ORDINARY

NAMESPACE = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{NAMESPACE}text"))


def said(svg: str) -> str:
    return " ".join("".join(element.itertext()) for element in texts(svg))


@pytest.mark.parametrize("name", EVERY)
def test_nothing_beyond_the_frame(name: str) -> None:
    for element in texts(portrait(EVERY[name], "nl", "Wat er blijft")):
        size, x, y = (float(element.get(key, "0")) for key in ("font-size", "x", "y"))
        bold = element.get("font-weight") == "bold"
        wide = width(element.text or "", size, bold=bold, spacing=float(element.get("letter-spacing", "0")))
        assert element.get("text-anchor") == "middle"
        assert x - wide / 2 >= MARGIN - 20, element.text
        assert x + wide / 2 <= WIDTH - MARGIN + 20, element.text
        assert 0 < y - size < y + size * 0.3 <= BOTTOM + 10 < HEIGHT, element.text


@pytest.mark.parametrize("name", ["ordinary", "full", "longest"])
def test_facts_beside_each_other_do_not_touch(name: str) -> None:
    rows: dict[str, list[tuple[float, float]]] = {}
    for element in texts(portrait(EVERY[name], "nl")):
        size, x = float(element.get("font-size", "0")), float(element.get("x", "0"))
        half = width(element.text or "", size, bold=element.get("font-weight") == "bold") / 2
        rows.setdefault(element.get("y", ""), []).append((x - half, x + half))
    for row in rows.values():
        row.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(row))


def test_same_bytes_every_time_and_no_more_than_a_card() -> None:
    assert portrait(FULL, "nl") == portrait(attrs.evolve(FULL), "nl")
    assert len(portrait(FULL, "nl")) < 40_000


def test_every_text_is_on_it() -> None:
    shown = said(portrait(FULL, "nl"))
    for text in (FULL.name, "Najaar 2017", "23 kilometer", FULL.score, "Partnerschap", "bijna", FULL.history):
        assert text in shown
    assert all(word in shown for sentence in FULL.sentences for word in sentence.split())


def test_hostile_text_is_only_text() -> None:
    svg = portrait(HOSTILE, "nl")
    root = ElementTree.fromstring(svg.encode())
    assert not list(root.iter(f"{NAMESPACE}script"))
    assert "<script>alert(" in said(svg)
    assert "\x1b" not in svg
    assert "\u202e" not in svg


def test_a_letter_has_no_stork_heart_or_score() -> None:
    letter, card = portrait(LETTER, "nl", "Wat er blijft"), portrait(ORDINARY, "nl")
    assert shapes("ooievaar") in card
    assert shapes("ooievaar") not in letter
    assert "Apgar" not in letter
    assert "wat er blijft" in said(letter)


@pytest.mark.parametrize("name", [*DRAWINGS, "ooievaar"])
def test_drawings_are_shapes_and_no_more(name: str) -> None:
    root = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{shapes(name)}</svg>')
    tags = {element.tag.removeprefix(NAMESPACE) for element in root.iter()}
    assert tags <= {"svg", "g", "path", "rect", "circle", "ellipse"}
    assert not any("id" in element.attrib for element in root.iter())


def test_hands_hold_up_what_was_held_up() -> None:
    """Fingers that are up are longer than those that are not; the thumb comes with the fifth."""
    for fingers in range(6):
        heights = [float(h) for h in re.findall(r'width="12" height="([\d.]+)"', hand(0, 0, fingers, 92))]
        assert sum(height > 40 for height in heights) == min(fingers, 4)
    assert hand(0, 0, 5, 92) != hand(0, 0, 4, 92)


def test_an_unknown_drawing_is_replaced_by_the_general_one() -> None:
    assert shapes(DRAWINGS[-1]) in portrait(attrs.evolve(ORDINARY, drawing="vliegveld"), "nl")
