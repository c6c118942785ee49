"""The card as a page of text: every row as wide as the page, within 23 rows, and readable in ASCII."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from geboortespel.report.plate import plain, plate
from tests.report.examples import EVERY, FULL, LETTER, ORDINARY

PAGE = """\
╔════════════════════════════ GEBOORTEKAARTJE ═════════════════════════════╗
║           .--.                                                           ║
║     ____ /  o \\______                                                    ║
║    '-.__'\\_     ,----'                                                   ║
║           /  .-'                                                         ║
║      .---'  /                             De Lange Adem                  ║
║     /  .   /                                 Geboren                     ║
║    ( _/ \\_/  .-----.                                                     ║
║     ||  ||  (  O.G. )      Ouders      Waterschap De Wetering en de      ║
║     ||  ||  ( + O.N.)                  aannemer                          ║
║    _||__||_  '-----'       Kind        twaalf kilometer dijk             ║
║  Apgar: 7 van 10           Geboren in  Maand 6                           ║
║  ● Akkoord goed            Gewicht     140 miljoen euro                  ║
║  ◐ Partnerschap bijna      Lengte      12 kilometer                      ║
║  ● Gereedheid goed         Type        Volledige alliantie               ║
║  ○ Afspraken nog niet                                                    ║
║  ● Realisme goed                                                         ║
║  vingers bij het begin                                                   ║
║  2  4                                                                    ║
║                                                                          ║
║                      “We hebben vooral geluisterd.”                      ║
╚══════════════════════════════════════════════════════════════════════════╝
"""


def test_the_page() -> None:
    assert plain(plate(ORDINARY)) == PAGE


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("width", [24, 40, 60, 76, 120])
def test_every_row_is_as_wide_as_the_page(name: str, width: int) -> None:
    for row in plate(EVERY[name], width):
        said = "".join(text for text, _ in row)
        assert cell_len(said) == width, said


@pytest.mark.parametrize("name", ["ordinary", "full", "letter"])
def test_it_fits_a_small_terminal(name: str) -> None:
    assert len(plate(EVERY[name], 76, high=23)) <= 23


def test_nothing_is_left_out_when_it_is_set_closer() -> None:
    wide, close = plain(plate(FULL)), plain(plate(FULL, high=23))
    for word in [*FULL.name.split(), *FULL.history.split(), "bijna", "Realisme", "HaskoningDHV)", "0", "5"]:
        assert word in wide
        assert word in close
    assert "O.G." in wide
    assert "O.G." not in close


def test_ascii() -> None:
    said = plain(plate(FULL, ascii_only=True))
    assert said.isascii()
    assert "~ Partnerschap bijna" in said


def test_a_letter_has_what_remains() -> None:
    said = plain(plate(LETTER))
    assert "O.G." not in said
    assert all(item in said for item in LETTER.kept)
