"""Several journals side by side: every cell held against the game it is about, and the page valid."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.cli.main import run
from geboortespel.report.beside import beside, rendered
from geboortespel.report.curves import curves, letter
from geboortespel.report.teams import NONE, Grid, Team, grids, teams
from geboortespel.words.catalog import translator
from tests.report.test_document import stands_by_itself
from tests.report.test_lookback import replayed


@pytest.fixture(scope="module")
def many(played: Callable[..., Path]) -> tuple[Team, ...]:
    paths = [played(seed=seed) for seed in range(3)]
    return teams([(path, replayed(path)) for path in paths], "nl")


def grid(many: tuple[Team, ...], name: str) -> Grid:
    return next(found for found in grids(many) if found.id == name)


def test_teams_keep_the_order_and_the_names_of_their_journals(many: tuple[Team, ...]) -> None:
    assert [team.name for team in many] == ["eerste-dijk-0", "eerste-dijk-1", "eerste-dijk-2"]
    assert [team.letter for team in many] == ["A", "B", "C"]
    assert letter(26) == "A1"


def test_a_signed_card_gives_the_name(born: Path) -> None:
    assert teams([(born, replayed(born))], "nl")[0].name == "Waalkanters"


def test_outcomes_are_those_of_the_games(many: tuple[Team, ...]) -> None:
    rows = dict(grid(many, "uitkomsten").rows)
    for n, team in enumerate(many):
        assert team.session.outcome is not None
        assert rows["Geëindigd als"][n] == team.session.outcome.title
        green = sum(team.past.now.colour(aspect) == "groen" for aspect in team.past.required)
        assert rows["Groen aan het eind"][n] == f"{green} van {len(team.past.required)}"


def test_only_what_differs_is_told_with_the_rounds_of_each(many: tuple[Team, ...]) -> None:
    rows = grid(many, "zetten").rows
    assert rows
    titles = {move.title: move.id for move in many[0].session.board.scenario.moves.values()}
    for title, cells in rows:
        assert len(set(cells)) > 1, title
        for team, cell in zip(many, cells, strict=True):
            acts = [act for act in team.session.moments.acts(team.session.line) if act.kind == "zet"]
            times = sum(act.what == titles[title] for act in acts)
            assert (0 if cell == NONE else len(cell.split(", "))) == times, title


def test_answers_are_those_that_were_given(many: tuple[Team, ...]) -> None:
    for title, cells in grid(many, "keuzes").rows:
        assert len({cell for cell in cells if cell != NONE}) > 1, title
        for team, cell in zip(many, cells, strict=True):
            events = team.session.board.events
            given = {
                events[act.what].options[act.choice].title
                for act in team.session.moments.acts(team.session.line)
                if act.kind == "keuze" and events[act.what].title == title
            }
            assert given == ({cell} if cell != NONE else set())


def test_the_page_is_valid_with_every_card_in_it(many: tuple[Team, ...]) -> None:
    chances = [[("maand 1", 0.4, (40, 20, 60)), ("einde", 1.0, (100, 100, 100))] for _ in many]
    made = beside(translator("nl"), many, chances)
    elements = stands_by_itself(rendered("html", made).decode())
    assert sum(tag == "svg" for tag, _ in elements) == 1 + len(many)
    assert rendered("html", made) == rendered("html", beside(translator("nl"), many, chances))
    markdown = rendered("md", made).decode().splitlines()
    widths = {row.count("|") - row.count("\\|") for row in markdown if row.startswith("|")}
    assert widths == {2 + len(many)}


def test_a_hostile_game_stays_text(hostile: object, many: tuple[Team, ...]) -> None:
    odd = teams([(Path("<b>.jsonl"), hostile)], "nl")  # type: ignore[list-item]
    stands_by_itself(rendered("html", beside(translator("nl"), (*many, *odd), ())).decode())


def test_lines_are_told_apart_without_colour() -> None:
    drawn = curves([[("1", 0.5), ("eind", 1.0)]] * 3, "Kans")
    lines = [part for part in drawn.split("\n") if part.startswith("<polyline")]
    assert len({part.partition("stroke-dasharray")[2] for part in lines}) == 3
    places = [part.split('cx="')[1].split('"')[0] for part in drawn.split("\n") if part.startswith("<circle")]
    assert len(set(places)) == 3, "letters of lines that meet do not cover each other"


def test_the_command(played: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "naast.json"
    small = [played(seed=seed) for seed in (0, 1)]
    assert run(["rapport", "--kansen", "1", *map(str, small), "-o", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf8"))
    assert [team["naam"] for team in found["teams"]] == [path.stem for path in small]
    assert found["teams"][0]["kansverloop"][-1]["kans"] in (0, 100)
    assert {"uitkomsten", "kans", "zetten", "lessen"} <= set(found["naast_elkaar"])
