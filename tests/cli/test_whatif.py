"""`speel --wat-als`: a branch of a kept game, played on in line mode; and what can't be asked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from geboortespel.cli.main import run
from geboortespel.players.beginner import Beginner
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.saved import glance
from geboortespel.session.session import Session


@pytest.fixture
def ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GEBOORTESPEL_MAP", str(tmp_path / "map"))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    return _played(tmp_path / "map" / "spellen" / "dijk.jsonl")


def _played(path: Path, actions: int = 1000) -> Path:
    library = Library()
    reading = read(library.find("eerste-dijk"), library)
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, 1, path, clock=False)
    while not session.finished and session.line < actions:
        session.act(session.driver.choose(session.state, Beginner(), session.line))
    session.close()
    return path


def test_it_begins_beside_the_other_and_is_gone_on_with(ended: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = ended.read_bytes()
    for moment, name in (("r3", "dijk-wat-als.jsonl"), ("#12", "dijk-wat-als-2.jsonl"), ("0", "dijk-wat-als-3.jsonl")):
        assert run(["speel", "--tekst", "--wat-als", "dijk", "--moment", moment]) == 0
        made = glance(ended.with_name(name))
        assert made is not None
        assert made.origin is not None
        assert made.origin.name == "dijk.jsonl"
        assert not made.finished
        assert name in capsys.readouterr().out, "how to go on"
    assert ended.read_bytes() == before
    said = run(["speel", "--tekst", "--what-if", "dijk", "--moment", "5", "--journaal", str(ended)])
    assert said != 0, "the other game is not written over"
    assert ended.read_bytes() == before


def test_what_can_not_be_asked(ended: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = sorted(path.name for path in ended.parent.iterdir())
    for moment in ("", "r99", "9999", "straks"):
        assert run(["speel", "--tekst", "--wat-als", str(ended), "--moment", moment]) == 2
        assert capsys.readouterr().err.strip()
    last = glance(ended)
    assert last is not None
    assert run(["speel", "--tekst", "--wat-als", str(ended), "--moment", str(last.lines)]) == 2
    assert "afgelopen" in capsys.readouterr().err
    assert sorted(path.name for path in ended.parent.iterdir()) == whole
    going_on = _played(tmp_path / "half.jsonl", 9)
    assert run(["speel", "--tekst", "--wat-als", str(going_on), "--moment", "r1"]) == 2
    assert "nog niet afgelopen" in capsys.readouterr().err
