"""`geboortespel kaartje`: on the screen, as a file, refused; in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.cli.main import run
from tests.report.conftest import NAME, SENTENCES


def card(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = run(["kaartje", *map(str, words)])
    out, err = capsys.readouterr()
    return status, out, err


def test_on_the_screen(born: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = card(capsys, born)
    assert (status, err) == (0, "")
    assert out.splitlines()[:4] == ["GEBOORTEKAARTJE", "", NAME, "Geboren"]
    for line in (
        "Geboren in: Najaar 2017",
        "Lengte: 23 kilometer",
        f"'{SENTENCES[1]}'",
        "Vingers bij het begin: 0, 3, 5",
    ):
        assert line in out.splitlines()
    assert "Graaf Reinaldalliantie" in out.splitlines()[-1]


@pytest.mark.parametrize("ending", ["txt", "svg", "SVG"])
def test_as_a_file(ending: str, born: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"kaart.{ending}"
    assert card(capsys, born, "-o", path) == (0, "", f"Bewaard: {path}\n")
    first = path.read_bytes()
    assert NAME.encode() in first
    assert card(capsys, born, "-o", path)[0] == 0, "a card may take the place of a card"
    assert path.read_bytes() == first
    assert not [other for other in tmp_path.iterdir() if other != path]


def test_another_file_is_left_alone(born: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("notities.txt", "logo.svg"):
        path = tmp_path / name
        path.write_text("van iemand anders\n")
        status, _, err = card(capsys, born, "-o", path)
        assert status == 2
        assert str(path) in err
        assert "Er is niets veranderd" in err
        assert path.read_text() == "van iemand anders\n"


def test_an_unknown_ending_is_refused(born: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("kaart.pdf", "kaart", str(born)):
        status, out, err = card(capsys, born, "-o", tmp_path / name)
        assert (status, out) == (2, "")
        assert ".txt, .svg, .png" in err


def test_a_folder_in_the_way_is_said(born: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kaart.svg").mkdir()
    assert card(capsys, born, "-o", tmp_path / "kaart.svg")[0] == 2
    (tmp_path / "bestand").write_text("")
    status, _, err = card(capsys, born, "-o", tmp_path / "bestand" / "kaart.svg")
    assert status == 2
    assert "kaart.svg" in err


def test_without_a_birth_there_is_a_letter(not_born: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = card(capsys, not_born)
    assert status == 0
    assert "wel een brief" in err
    assert out.startswith("EEN BRIEF\n")
    assert "Apgar" not in out
    assert "Wat er blijft:" in out
    assert card(capsys, not_born, "-o", tmp_path / "brief.svg")[0] == 0
    assert "wat er blijft" in (tmp_path / "brief.svg").read_text()


def test_an_unfinished_game_has_none(played: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = card(capsys, played(actions=5))
    assert (status, out) == (2, "")
    assert "nog niet afgelopen" in err


def test_in_english(born: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = card(capsys, born, "--taal", "en")
    assert status == 0
    assert out.startswith("BIRTH CARD\n")
    assert "Born in: Najaar 2017" in out, "texts of the scenario stay in their own language"
    assert "good" in out
