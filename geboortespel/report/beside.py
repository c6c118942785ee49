"""Several journals in one report: teams side by side, as HTML, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from attrs import frozen

from geboortespel.analysis.picture import Picture
from geboortespel.report.card import sheet, signed_by
from geboortespel.report.curves import curves
from geboortespel.report.document import FORMAT, Kind, card
from geboortespel.report.firstyear import hope
from geboortespel.report.lookback.chance import named, percents
from geboortespel.report.markdown import plain
from geboortespel.report.page import MARK, Part, page, table
from geboortespel.report.teams import NONE, Grid, Team, grids
from geboortespel.report.vector import element, escape
from geboortespel.words.catalog import Translator

Chance = tuple[str, float, tuple[int, int, int]]
"""(name of the moment, chance 0-1, (chance, low, high) in percent) at the beginning of every round and at the end."""


@frozen
class Beside:
    """What the report holds. `chances`: of each team, in the same order; empty when they were not asked for."""

    tr: Translator
    teams: tuple[Team, ...]
    chances: tuple[tuple[Chance, ...], ...]
    grids: tuple[Grid, ...]


def chances_of(team: Team, chances: Picture) -> list[Chance]:
    """The chance of birth of one team at the beginning of every round, and at the end."""
    return [(name, point.share, percents(point)) for name, point in named(team.voice, chances)]


def beside(tr: Translator, teams: Sequence[Team], chances: Sequence[Sequence[Chance]]) -> Beside:
    """The report of several games that have ended."""
    found = grids(teams)
    if chances:
        found.insert(1, _chances(teams[0], chances))
    return Beside(tr, tuple(teams), tuple(tuple(one) for one in chances), tuple(found))


def _chances(team: Team, chances: Sequence[Sequence[Chance]]) -> Grid:
    """The chance of birth at the beginning of every round, with its interval."""
    tr, rows = team.voice.tr, []
    for n in range(max(len(one) for one in chances) - 1):
        cells = [f"{one[n][2][0]}% ({one[n][2][1]}-{one[n][2][2]})" if n + 1 < len(one) else NONE for one in chances]
        rows.append((str(n + 1), tuple(cells)))
    rows.append((tr("end"), tuple(f"{one[-1][2][0]}%" for one in chances)))
    note = tr("At the beginning of each round, with its 95% interval: had the planner played on from there.")
    return Grid("kans", hope(team.voice, team.past.now), tuple(rows), note)


def rendered(kind: Kind, made: Beside) -> bytes:
    """The file, UTF-8."""
    tr = made.tr
    match kind:
        case "html":
            return "\n".join(page(tr.language, tr("Side by side"), _lead(made), _parts(made), tr("Contents"))).encode()
        case "md":
            return "\n".join(_markdown(made)).encode()
        case "json":
            return (json.dumps(_json(made), ensure_ascii=False, indent=2) + "\n").encode()


def _lead(made: Beside) -> list[str]:
    return ["; ".join(f"{team.letter}: {team.name}" for team in made.teams)]


def _parts(made: Beside) -> list[Part]:
    names = [f"{team.letter} {team.name}" for team in made.teams]
    parts = []
    for grid in made.grids:
        rows = ((" ", _cells(title, cells)) for title, cells in grid.rows)
        body = [element("p", escape(grid.note), class_="zacht")] if grid.note else []
        if grid.id == "kans":
            lines = [[(name, share) for name, share, _ in one] for one in made.chances]
            body.append(element("figure", curves(lines, grid.title)))
        body.append(table([" ", *names], ((role.strip(), row) for role, row in rows)))
        parts.append(Part(grid.id, grid.title, "\n".join(body)))
    return [*parts, Part("kaartjes", made.tr("Cards"), "\n".join(_cards(made)))]


def _cells(title: str, cells: Sequence[str]) -> str:
    row = element("th", escape(title) or " ", scope="row")
    return row + "".join(element("td", escape(cell) or " ") for cell in cells)


def _cards(made: Beside) -> Iterator[str]:
    """The card or letter of each team."""
    for n, team in enumerate(made.teams, 1):
        yield element("h3", escape(f"{team.letter} {team.name}"))
        yield card(team.voice, sheet(team.voice, team.past.now, signed_by(team.session.remarks)), f"-{n}")


def _markdown(made: Beside) -> Iterator[str]:
    names = [f"{team.letter} {team.name}" for team in made.teams]
    title = plain(made.tr("Side by side"))
    lead = "\n".join(plain(said) for said in _lead(made))
    yield f"<!-- {MARK} -->\n# {title}\n\n{lead}\n"
    for grid in made.grids:
        yield f"## {plain(grid.title)}\n"
        if grid.note:
            yield f"{plain(grid.note)}\n"
        yield _row(["", *names])
        yield _row(["---"] * (1 + len(names)), as_is=True)
        yield from (_row([label, *cells]) for label, cells in grid.rows)
        yield ""


def _row(cells: Sequence[str], as_is: bool = False) -> str:
    said = cells if as_is else [plain(cell) for cell in cells]
    return f"| {' | '.join(said)} |"


def _json(made: Beside) -> dict[str, object]:
    head = {"soort": MARK, "versie": FORMAT, "titel": made.tr("Side by side")}
    found = [
        {
            "naam": team.name,
            "letter": team.letter,
            "scenario": team.session.board.scenario.id,
            "zaad": team.session.seed,
            "einde": team.session.outcome.id if team.session.outcome else "",
            "kansverloop": [
                {"moment": name, "kans": c, "laag": low, "hoog": high} for name, _, (c, low, high) in _of(made, n)
            ],
        }
        for n, team in enumerate(made.teams)
    ]
    tables = {
        grid.id: {"titel": grid.title, "rijen": [{"wat": label, "teams": list(cells)} for label, cells in grid.rows]}
        for grid in made.grids
    }
    return {**head, "teams": found, "naast_elkaar": tables}


def _of(made: Beside, n: int) -> Sequence[Chance]:
    return made.chances[n] if made.chances else ()
