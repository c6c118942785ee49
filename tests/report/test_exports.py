"""Games for other programs: CSV by RFC 4180 and xAPI 1.0.3 statements, each held against its specification."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tincan

from geboortespel.analysis.chances import Chances
from geboortespel.cli.main import run
from geboortespel.report.spreadsheet import COLUMNS, Dialect, table, written
from geboortespel.report.teams import Team, teams
from geboortespel.report.xapi import Source, duration, statements
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.journal import read_journal
from geboortespel.session.session import Session
from tests.report.test_lookback import replayed

SCHEMA = json.loads((Path(__file__).parent / "xapi.json").read_text(encoding="utf8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def pair(played: Callable[..., Path]) -> tuple[Team, ...]:
    return teams([(path, replayed(path)) for path in (played(seed=0), played(seed=1))], "nl")


def sheet(many: tuple[Team, ...], dialect: Dialect) -> bytes:
    pictures = [Chances.of(team.session) for team in many]
    for picture in pictures:
        for _ in picture.sharpen(1, picture.curve):
            pass
    return written(table(many, pictures), dialect)


# -- CSV ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", [Dialect(), Dialect(";", ","), Dialect("\t", ",")])
def test_every_row_is_a_line_of_the_journal(pair: tuple[Team, ...], dialect: Dialect) -> None:
    data = sheet(pair, dialect)
    assert data.startswith(b"\xef\xbb\xbf") == (dialect.separator == ";")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.separator, strict=True)
    assert {len(row) for row in rows} == {len(head)}
    assert tuple(head[: len(COLUMNS)]) == COLUMNS
    assert head[len(COLUMNS) :] == list(pair[0].session.board.scenario.aspects)
    for team in pair:
        mine = [dict(zip(head, row, strict=True)) for row in rows if row[0] == team.name]
        moments = [moment for moment in team.past.way if moment.line == 0 or moment.action is not None]
        assert [int(row["regel"]) for row in mine] == [moment.line for moment in moments]
        start = team.past.missing(team.past.way[0].state)
        assert start - sum(int(row["dichterbij"]) for row in mine) == int(mine[-1]["ontbreekt"])
        for row, moment in zip(mine, moments, strict=True):
            view = team.past.view(moment.state)
            assert int(row["ontbreekt"]) == team.past.missing(moment.state)
            assert int(row["urgentie"]) == view.level("urgentie")
        told = [row["kans"] for row in mine if row["kans"]]
        assert told
        assert all(dialect.decimal in share for share in told)
        assert all(0 <= float(share.replace(",", ".")) <= 1 for share in told)


def test_no_cell_is_worked_out_by_a_spreadsheet(hostile: Session) -> None:
    odd = teams([(Path("=1+1.jsonl"), hostile)], "nl")
    hostile.remarks.append(("kaartje", {"naam": '=HYPERLINK("http://x")', "zinnen": []}))
    named = teams([(Path("x.jsonl"), hostile)], "nl")
    hostile.remarks.pop()
    for many in (odd, named):
        rows = csv.reader(io.StringIO(sheet(many, Dialect()).decode(), newline=""), strict=True)
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=@\t" and cell]
        signed = [cell for cell in cells if cell[:1] in ("-", "+")]
        assert all(cell.lstrip("+-").isdigit() for cell in signed)


def test_csv_by_command(played: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "spel.csv"
    for _ in range(2):
        assert run(["rapport", "--kansen", "1", str(played(seed=0)), "-o", str(out), "--scheiding", ";"]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfteam;scenario;zaad;regel;")


# -- xAPI --------------------------------------------------------------------------------------------------------------


def timed(tmp_path: Path) -> Source:
    """The historical course with a clock."""
    library = Library()
    reading = read(library.find("graaf-reinald"), library)
    assert reading.scenario is not None
    path = tmp_path / "spel.jsonl"
    session = Session.new(reading.scenario, reading.resolved, 1, path)
    session.remark("kaartje", {"naam": "Waalkanters", "zinnen": []})
    session.act(session.view(None).legal[0])
    session.close()
    return Source(teams([(path, replayed(path))], "nl")[0], read_journal(path))


def source(path: Path) -> Source:
    return Source(teams([(path, replayed(path))], "nl")[0], read_journal(path))


def test_statements_are_as_the_specification_asks(born: Path, not_born: Path, tmp_path: Path) -> None:
    for one in (source(born), source(not_born), timed(tmp_path)):
        found = list(statements(one))
        assert list(CHECK.iter_errors(found)) == []
        assert len({item["id"] for item in found}) == len(found)
        for item in found:
            again = json.loads(tincan.Statement(deepcopy(item)).to_json())
            assert again["object"]["id"] == item["object"]["id"], "a library for stores reads it the same"
            score = item.get("result", {}).get("score")
            if score:
                assert score["min"] <= score["raw"] <= score["max"]


def test_the_check_finds_what_is_wrong(not_born: Path) -> None:
    """A validator that lets everything through proves nothing."""
    good = list(statements(source(not_born)))
    wrong: list[Callable[[dict[str, Any]], Any]] = [
        lambda item: item.pop("actor"),
        lambda item: item.update(id="nummer 1"),
        lambda item: item["verb"].update(id="begonnen"),
        lambda item: item["object"].update(id="scenario/x"),
        lambda item: item.update(timestamp="2026-11-25T14:00:00"),
        lambda item: item.update(timestamp="2026-11-25T14:00:00-00:00"),
        lambda item: item.update(result={"duration": "12 min"}),
        lambda item: item.update(result={"duration": "PT"}),
        lambda item: item.update(result={"score": {"scaled": 2}}),
        lambda item: item["actor"].pop("account"),
        lambda item: item["context"]["extensions"].update(ronde=1),
        lambda item: item.update(version="1.0.3"),
        lambda item: item["verb"]["display"].update({"nl_NL_x!": "x"}),
    ]
    for break_it in wrong:
        bad = deepcopy(good[0])
        break_it(bad)
        assert list(CHECK.iter_errors([bad])), break_it


def test_the_same_game_gives_the_same_statements_and_a_longer_one_the_same_game(
    played: Callable[..., Path],
) -> None:
    whole, part = source(played(seed=4)), source(played(seed=4, actions=8))
    assert list(statements(whole)) == list(statements(whole))
    assert whole.registration == part.registration
    acted = [item for item in statements(part) if item["verb"]["id"].endswith("/interacted")]
    assert acted
    assert {item["id"] for item in acted} < {item["id"] for item in statements(whole)}


def test_what_is_told_is_what_was_done(born: Path) -> None:
    one = source(born)
    found = list(statements(one))
    assert found[0]["verb"]["id"].endswith("/initialized")
    assert found[-1]["verb"]["id"].endswith("/completed")
    assert found[-1]["result"]["success"] is True
    session = one.team.session
    moves = [act for act in session.moments.acts(session.line) if act.kind == "zet"]
    told = [item for item in found if "/zet/" in item["object"]["id"]]
    assert [item["object"]["id"].split("/zet/")[1].split("/")[0] for item in told] == [act.what for act in moves]
    assert not any("timestamp" in item for item in found), "a journal without a clock tells no times"
    assert all(item["actor"]["name"] == "Waalkanters" for item in found)


def test_times_are_those_of_the_journal(tmp_path: Path) -> None:
    one = timed(tmp_path)
    found = list(statements(one))
    lines = [json.loads(line) for line in one.journal.path.read_text(encoding="utf8").splitlines()]
    for item in found:
        line = item["context"]["extensions"][f"{one.base}ext/regel"]
        assert item["timestamp"] == lines[line]["tijd"]


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("2026-11-25T14:00:00+00:00", "2026-11-25T15:02:03+00:00", "PT1H2M3S"),
        ("2026-11-25T14:00:00+00:00", "2026-11-26T15:00:00+00:00", "PT25H"),
        ("2026-11-25T14:00:00+00:00", "2026-11-25T14:00:00+00:00", "PT0S"),
        ("", "2026-11-25T14:00:00+00:00", None),
    ],
)
def test_durations(begin: str, end: str, said: str | None) -> None:
    assert duration(begin, end) == said


def test_xapi_by_command(
    not_born: Path, played: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "spel.xapi.json"
    words = ["rapport", str(not_born), "-o", str(out)]
    assert run([*words, "--adres", "https://waterschap.example/leren"]) == 0
    found = json.loads(out.read_text(encoding="utf8"))
    assert CHECK.is_valid(found)
    assert found[0]["object"]["id"].startswith("https://waterschap.example/leren/scenario/")
    assert run(words) == 0, "its own file may be made anew"
    assert run([*words, "--adres", "waterschap"]) == 2
    assert "geen webadres" in capsys.readouterr().err
    assert run(["rapport", str(played(actions=3)), "-o", str(tmp_path / "x.xapi.json")]) == 2
