"""The clock of a debriefing, and the large letters of its slides."""

from __future__ import annotations

import pytest

from geboortespel.report.debriefing import STEPS
from geboortespel.report.typeset import Cells, balanced
from geboortespel.tui.letters import DOTS, HIGH, large, rows, sentence
from geboortespel.tui.minutes import CELLS, Minutes
from geboortespel.words.catalog import translator


def test_it_runs_only_when_it_was_started_and_goes_on_in_the_next_step() -> None:
    now = [100.0]
    clock = Minutes({"a": 5, "b": 1}, lambda: now[0])
    assert (clock.shown(), clock.touched, clock.running) == ("5:00", False, False)
    now[0] += 60
    assert clock.shown() == "5:00"
    clock.start()
    now[0] += 61
    assert (clock.shown(), clock.running) == ("3:59", True)
    clock.to("b")
    now[0] += 30
    assert clock.shown() == "0:30"
    assert clock.bar() == ("▓" * (CELLS // 2), "░" * (CELLS // 2))
    clock.hold()
    now[0] += 500
    assert clock.shown() == "0:30"
    clock.more()
    assert clock.shown() == "1:30"
    clock.start()
    now[0] += 130
    assert (clock.shown(), clock.bar()) == ("-0:40", ("", "░" * CELLS))
    clock.to("a")
    assert clock.shown() == "3:59"


def test_every_letter_has_five_equal_rows() -> None:
    for letter, drawn in DOTS.items():
        parts = drawn.split(" ")
        assert len(parts) == HIGH, letter
        assert len({len(part) for part in parts}) == 1, letter
        assert set(drawn) <= set("#. "), letter


@pytest.mark.parametrize("room", [10, 40, 72, 112, 192])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_of_the_steps_fit(room: int, language: str) -> None:
    tr = translator(language, "spel")
    for _, _, word, *_ in STEPS:
        lines = large(tr(word), room)
        assert len({len(line) for line in lines}) == 1
        assert len(lines[0]) <= max(room, len(word) + 3)
        dots = rows(tr(word))
        drawn = sum(line.count("█") * 2 + line.count("▀") + line.count("▄") for line in lines)
        if len(lines) == 3:
            assert drawn == sum(row.count("#") for row in dots)
        elif len(lines) == HIGH:
            assert drawn == 4 * sum(row.count("#") for row in dots)
        else:
            assert len(dots[0]) > room


def test_a_question_is_drawn_where_it_fits_and_only_when_every_character_can_be() -> None:
    text = "Waar werd je blij van, al was het maar even? (“Eén” – zo'n 7…)"
    lines = sentence(text, 160, 30)
    assert max(map(len, lines)) <= 160
    assert lines[3::4] == [""] * (len(lines) // 4)
    assert "".join(rows("EEN")) == "".join(rows("één"))
    assert sentence(text, 160, 3) == []
    assert sentence("onvoorstelbaarlangwoord", 60, 30) == []
    assert sentence("vijf € meer", 160, 30) == []
    assert large("bedankt", 60, halves=False) == ["BEDANKT"]


def test_lines_are_about_equally_long() -> None:
    text = "Dit is nooit hardop gezegd. Waaraan was het, achteraf gezien, te merken?"
    assert balanced(text, Cells(), 64) == [
        "Dit is nooit hardop gezegd. Waaraan",
        "was het, achteraf gezien, te merken?",
    ]
    assert balanced("kort", Cells(), 64) == ["kort"]
    assert balanced("", Cells(), 64) == []
    assert " ".join(balanced(text, Cells(), 20)) == text
