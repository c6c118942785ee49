"""The list of games to go on with: quick, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geboortespel.session import saved
from geboortespel.session.replay import resume
from geboortespel.session.saved import Saved, saved_games
from geboortespel.session.store import games_folder
from tests.session.conftest import Begin, a_game, play


def test_games_are_listed_newest_first(begin: Begin, tmp_path: Path) -> None:
    done, _ = a_game(begin, 7)
    going = begin(8, "8.jsonl")
    play(going, 3)
    begun = begin(9, "9.jsonl")
    for age, path in enumerate((begun.path, going.path, done)):
        assert path is not None
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    found = saved_games(tmp_path)
    assert [(game.seed, game.lines, game.finished) for game in found][:2] == [(9, 0, False), (8, 3, False)]
    outcome = resume(done)[0].outcome
    assert outcome is not None
    assert found[2] == Saved(done, "klein", "Klein begin", found[2].lines, outcome.id, 7)
    assert found[2].finished


def test_a_torn_last_line_does_not_count(begin: Begin, tmp_path: Path) -> None:
    path, data = a_game(begin)
    (finished,) = saved_games(tmp_path)
    path.write_bytes(data[:-1])
    (unfinished,) = saved_games(tmp_path)
    assert (unfinished.lines, unfinished.finished) == (finished.lines - 1, False)


def test_long_lines_at_the_end_are_found(begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin()
    session.remark("notitie", {"tekst": "lang" * 5_000})
    monkeypatch.setattr(saved, "_TAIL", 64)
    assert saved_games(tmp_path)[0].lines == 1


def test_going_back_from_the_end_makes_it_unfinished(begin: Begin, tmp_path: Path) -> None:
    session = begin()
    play(session)
    session.remark("kaartje", {"naam": "x", "zinnen": []})
    assert saved_games(tmp_path)[0].finished
    session.go_to(1)
    assert not saved_games(tmp_path)[0].finished


def test_what_is_no_journal_is_left_out(tmp_path: Path) -> None:
    for name, content in (
        ("a.jsonl", b""), ("b.jsonl", b"\n"), ("c.jsonl", b"hello\n"), ("d.jsonl", b'{"n":0,"inhoud":{}}\n'),
        ("e.jsonl", b"\xff" * 9_000), ("f.jsonl", b'{"n":0,"soort":"begin","zaad":1,"scenario":3,"inhoud":{}}\n'),
        ("g.jsonl", b"[" * 200_000),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(content)
    (tmp_path / "h.jsonl").mkdir()
    (tmp_path / "i.jsonl").symlink_to(tmp_path / "nowhere")
    assert saved_games(tmp_path) == []
    assert saved_games(tmp_path / "nowhere") == []


def test_games_lie_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEBOORTESPEL_MAP", str(tmp_path))
    assert games_folder() == tmp_path / "spellen"
    monkeypatch.delenv("GEBOORTESPEL_MAP")
    assert games_folder().name == "spellen"
