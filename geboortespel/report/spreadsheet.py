"""Games as a table for spreadsheets (CSV by RFC 4180): a row for every journal line on the way that was played.

The names of the columns are the same in every language, as those of the JSON are; each aspect has a column of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from attrs import frozen

from geboortespel.analysis.picture import Picture
from geboortespel.engine.actions import Action
from geboortespel.engine.ir import State
from geboortespel.report.teams import Team
from geboortespel.words import causes
from geboortespel.words.plain import one_line

COLUMNS = ("team", "scenario", "zaad", "regel", "ronde", "moment", "soort", "wie", "wat", "dichterbij", "ontbreekt",
           "groen", "van", "kans", "kans_laag", "kans_hoog")  # fmt: skip
"""`dichterbij`: points that a line took away of what the required lights lack, `ontbreekt` what they lack after it,
`groen` how many are green, `van` how many there are, `kans` the chance of birth from there (0-1) with its interval."""
BEGIN = "begin"
ACTS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins like this would be worked out by a spreadsheet: it gets an apostrophe in front."""
DIGITS = 4


@frozen
class Dialect:
    """How it is written. Dutch spreadsheets want `;` between columns, a decimal comma, and a byte order mark first."""

    separator: str = ","
    decimal: str = "."

    @property
    def mark(self) -> str:
        """What stands before everything."""
        return "\ufeff" if self.separator == ";" else ""


Cell = str | int | float | None


def table(teams: Sequence[Team], chances: Sequence[Picture]) -> Iterator[list[Cell]]:
    """The head, then every row; `chances`: one for each team."""
    aspects = list(dict.fromkeys(a for team in teams for a in team.session.board.scenario.aspects))
    yield [*COLUMNS, *aspects]
    for team, picture in zip(teams, chances, strict=True):
        yield from _rows(team, picture, aspects)


def _rows(team: Team, picture: Picture, aspects: Sequence[str]) -> Iterator[list[Cell]]:
    past, session = team.past, team.session
    points = {point.line: point for point in picture.points if point.drawn and point.games}
    before = past.missing(past.way[0].state)
    for moment in past.way:
        action = moment.action
        if moment.line and action is None:
            continue
        missing, number = past.missing(moment.state), past.round_of(moment) if action else 1
        said = _said(team, action) if action is not None else ""
        name = team.voice.titles.round_name(number)
        point = points.get(moment.line)
        share: list[Cell] = [None] * 3 if point is None else [point.share, *point.interval]
        yield [
            team.name, session.board.scenario.id, session.seed, moment.line, number, name,
            action.kind if action else BEGIN, _who(team, action.seat if action else ""), one_line(said),
            before - missing, missing, _green(team, moment.state), len(past.required), *share,
            *(_level(team, moment.state, aspect) for aspect in aspects),
        ]  # fmt: skip
        before = missing


def _said(team: Team, action: Action) -> str:
    """What was done, without who did it."""
    match action.kind:
        case "zet":
            return causes.deed(team.voice.titles, "", action.what, action.target, action.choice)
        case "keuze":
            return f"{team.voice.titles.event(action.what)}: {team.voice.titles.answer(action.what, action.choice)}"
        case _:
            return team.voice.action(action)


def _who(team: Team, seat: str) -> str:
    return team.voice.titles.seat(seat) if seat in team.session.board.scenario.believers else ""


def _green(team: Team, state: State) -> int:
    view = team.past.view(state)
    return sum(view.colour(aspect) == "groen" for aspect in team.past.required)


def _level(team: Team, state: State, aspect: str) -> int | None:
    known = aspect in team.session.board.scenario.aspects
    return team.past.view(state).level(aspect) if known else None


def written(rows: Iterator[list[Cell]], dialect: Dialect) -> bytes:
    """The file, UTF-8, lines ended by CR LF."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=dialect.separator, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(cell, dialect) for cell in row])
    return (dialect.mark + out.getvalue()).encode()


def _cell(value: Cell, dialect: Dialect) -> str:
    match value:
        case None:
            return ""
        case float():
            return f"{value:.{DIGITS}f}".replace(".", dialect.decimal)
        case str():
            return f"'{value}" if value.startswith(ACTS) else value
        case _:
            return str(value)


def is_sheet(data: bytes) -> bool:
    """Whether a file's bytes are a table that this game made, so that a newer one may take its place."""
    head = data.decode("utf8", "replace").lstrip("\ufeff").partition("\n")[0]
    return any(head.startswith(mark.join(COLUMNS)) for mark in (",", ";", "\t"))
