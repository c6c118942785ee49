"""`--ascii`: every cell of every screen is ASCII, and nothing has moved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from geboortespel.tui import marks
from geboortespel.tui.settings import Settings
from tests.pilot.driver import app_for, text_of
from tests.pilot.test_whole_games import PROEF
from tests.tools.walk import Walk


def test_every_mark_has_a_twin_of_one_cell() -> None:
    assert all(cell_len(mark) == 1 and len(twin) == 1 and twin.isascii() for mark, twin in marks.TWINS.items())
    own = [value for name, value in vars(marks).items() if name.isupper() and isinstance(value, str)]
    assert all(mark.isascii() or mark in marks.TWINS or mark == marks.RULE for mark in own)


def test_lights_and_arrows_stay_apart() -> None:
    for some in (("●", "◐", "○"), ("▲", "▼", "◆", "?"), ("▓", "░"), ("→", "←")):
        assert len({marks.twin(mark) for mark in some}) == len(some)


@pytest.mark.parametrize("text", ["dijkgraaf: drieëntwintig…", "╭─ Één ─╮│", "漢字", "\U0001f6a7", "a\u0301"])
def test_plain_is_ascii_and_as_wide(text: str) -> None:
    assert marks.plain(text).isascii()
    assert cell_len(marks.plain(text)) == cell_len(text)


def test_every_character_has_a_twin() -> None:
    for point in range(0x80, 0x3000):
        char = chr(point)
        assert marks.twin(char).isascii()
        assert len(marks.twin(char)) == cell_len(char), hex(point)


async def test_a_game_is_ascii_to_the_last_cell() -> None:
    app, seen = app_for(PROEF), []
    app.set(replace(Settings(), ascii=True, motion=False))

    async def visit(name: str) -> None:
        shown = text_of(app)
        assert shown.isascii(), (name, sorted({c for c in shown if not c.isascii()}))
        seen.append(name)

    async with app.run_test(size=(120, 36)) as pilot:
        await Walk(pilot, visit).game()
    assert len(seen) > 15
