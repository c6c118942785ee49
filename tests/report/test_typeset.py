"""Setting text: no line is wider than its room, no word is lost, type shrinks no further than it must."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortespel.report.typeset import Cells, Face, balanced, shrunk, wrapped
from geboortespel.report.widths import width


@given(st.text(max_size=120), st.integers(min_value=2, max_value=60))
def test_lines_fit_and_keep_every_letter(text: str, room: int) -> None:
    cells = Cells()
    for setter in (wrapped, balanced):
        lines = setter(text, cells, room)
        assert all(cells.wide(line) <= room or len(line) == 1 for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_balanced_leaves_no_lonely_word() -> None:
    face = Face(10)
    text = "een twee drie vier vijf zes zeven acht negen tien elf"
    room = face.wide(text) * 0.95
    assert len(wrapped(text, face, room)[-1].split()) == 1
    assert len(balanced(text, face, room)[-1].split()) > 3


def test_shrunk_keeps_the_size_when_it_fits() -> None:
    assert shrunk("kort", Face(40, bold=True), 1000, 1, 10)[0].size == 40
    face, lines = shrunk("een heel lange naam voor een kaartje", Face(40, bold=True), 300, 2, 10)
    assert 10 < face.size < 40
    assert len(lines) == 2


@pytest.mark.parametrize(("file", "bold"), [("DejaVuSerif.ttf", False), ("DejaVuSerif-Bold.ttf", True)])
def test_widths_are_never_too_small(file: str, bold: bool) -> None:
    """Held against the font itself, where both it and something to read it are there."""
    images = pytest.importorskip("PIL.ImageFont")
    path = Path("/usr/share/fonts/truetype/dejavu") / file
    if not path.exists():
        pytest.skip("no such font here")
    font = images.truetype(str(path), 1000)
    for code in (*range(32, 127), *range(161, 256)):
        assert width(chr(code), 1000, bold=bold) >= font.getlength(chr(code)), chr(code)
