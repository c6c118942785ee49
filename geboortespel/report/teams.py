"""Games of several teams compared: how each ended, what each signed, did and answered differently, which lessons each
used. Teams stand in the order in which their journals were given; nobody is ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from geboortespel.report.card import agreed, signed_by
from geboortespel.report.curves import letter
from geboortespel.report.lookback.learnt import MARKS
from geboortespel.report.lookback.lessons import lessons
from geboortespel.report.lookback.past import Past
from geboortespel.session.session import Session
from geboortespel.words.plain import one_line
from geboortespel.words.talks import issue, option
from geboortespel.words.titles import Titles
from geboortespel.words.voice import Voice

MOST = 16
"""So many moves or answers that differ most are told."""
NONE = "–"
Row = tuple[str, tuple[str, ...]]
"""What is compared, and a cell for each team."""


@frozen
class Team:
    """A game with its name: the one on the card, else its journal's."""

    name: str
    letter: str
    voice: Voice
    past: Past

    @property
    def session(self) -> Session:
        return self.past.session


@frozen
class Grid:
    """A table: a row for each thing that is compared, a column for each team. `id` is for programs."""

    id: str
    title: str
    rows: tuple[Row, ...]
    note: str = ""


def teams(games: Sequence[tuple[Path, Session]], language: str) -> tuple[Team, ...]:
    """The teams of these journals, in their order."""
    found = []
    for n, (path, session) in enumerate(games):
        name = signed_by(session.remarks).name or one_line(path.stem)
        found.append(Team(name, letter(n), Voice(session.board, language), Past(session)))
    return tuple(found)


def grids(many: Sequence[Team]) -> list[Grid]:
    """All comparisons that have something to tell."""
    found = (outcomes(many), agreements(many), moves(many), answers(many), learnt(many))
    return [grid for grid in found if grid.rows]


def _rows(
    many: Sequence[Team], what: Sequence[tuple[str, Callable[[Team], str]]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((title, tuple(tell(team) for team in many)) for title, tell in what)


# -- how it ended ------------------------------------------------------------------------------------------------------


def outcomes(many: Sequence[Team]) -> Grid:
    """How each game ended, when, how healthy, and how many lights were green."""
    tr = many[0].voice.tr
    what: list[tuple[str, Callable[[Team], str]]] = [
        (tr("Scenario"), lambda team: one_line(team.session.board.scenario.title)),
        (tr("Ended as"), _ended),
        (tr("In"), lambda team: team.voice.titles.round_name(min(team.past.now.round, team.past.now.rounds))),
        (tr("Apgar"), _apgar),
        (tr("Green at the end"), _green),
        (tr("Form"), lambda team: team.voice.titles.form(team.past.now.form) if team.past.now.form else NONE),
        (tr("Agreed"), lambda team: agreed(team.voice, team.past.now) or NONE),
    ]
    return Grid("uitkomsten", tr("How it ended"), _rows(many, what))


def _ended(team: Team) -> str:
    outcome = team.session.outcome
    return team.voice.titles.outcome(outcome.id) if outcome else team.voice.tr("not ended yet")


def _apgar(team: Team) -> str:
    parts = team.past.now.apgar()
    said = team.voice.tr("{total} of {most}")
    return said.format(total=sum(parts.values()), most=2 * len(parts)) if parts and team.past.finished else NONE


def _green(team: Team) -> str:
    required, now = team.past.required, team.past.now
    green = sum(now.colour(aspect) == "groen" for aspect in required)
    return team.voice.tr("{total} of {most}").format(total=green, most=len(required)) if required else NONE


# -- what was signed, done and answered --------------------------------------------------------------------------------


def agreements(many: Sequence[Team]) -> Grid:
    """What each signed with the market, an issue a row."""
    tr = many[0].voice.tr
    issues = dict.fromkeys(item for team in many for item in team.session.board.scenario.talk_issues)

    def signed(team: Team, item: str) -> str:
        found = team.session.board.scenario.talk_issues.get(item)
        code = team.session.state[team.past.game.rules.layout.index[f"afspraak.{item}"]] if found else 0
        return option(team.voice.titles, item, list(found.options)[code - 1]) if found and code else NONE

    rows = [(_of(many, item, "talk_issues", issue), tuple(signed(team, item) for team in many)) for item in issues]
    return Grid("afspraken", tr("What was signed"), tuple(row for row in rows if set(row[1]) != {NONE}))


def _of(many: Sequence[Team], item: str, where: str, name: Callable[..., str]) -> str:
    """The name of a thing, by the first team whose scenario has it."""
    team = next(team for team in many if item in getattr(team.session.board.scenario, where))
    return name(team.voice.titles, item)


def moves(many: Sequence[Team]) -> Grid:
    """Moves that not all made as often or in the same rounds: the rounds in which each did; most different first."""
    tr = many[0].voice.tr
    done = [_done(team) for team in many]
    every = dict.fromkeys(move for one in done for move in one)
    different = [move for move in every if len({tuple(one.get(move, ())) for one in done}) > 1]
    counts = {move: [len(one.get(move, ())) for one in done] for move in different}
    different.sort(key=lambda move: (min(counts[move]) > 0, min(counts[move]) - max(counts[move])))
    rows = [
        (_of(many, move, "moves", Titles.move), tuple(_numbers(one.get(move, ())) for one in done))
        for move in different[:MOST]
    ]
    note = tr("The rounds in which it was done.")
    if len(different) > MOST:
        note = tr("The rounds in which it was done; of {all} moves the {n} that differ most.").format(
            all=len(different), n=MOST
        )
    return Grid("zetten", tr("What each did differently"), tuple(rows), note)


def _done(team: Team) -> dict[str, list[int]]:
    """Move → the rounds in which it was made."""
    found: dict[str, list[int]] = {}
    for moment in team.past.way:
        if moment.action is not None and moment.action.kind == "zet":
            found.setdefault(moment.action.what, []).append(team.past.round_of(moment))
    return found


def _numbers(rounds: Sequence[int]) -> str:
    return ", ".join(str(n) for n in rounds) or NONE


def answers(many: Sequence[Team]) -> Grid:
    """Events that more than one team got and not all answered alike."""
    tr = many[0].voice.tr
    given = [dict(_given(team)) for team in many]
    every = dict.fromkeys(event for one in given for event in one)
    rows = []
    for event in every:
        said = [one[event] for one in given if event in one]
        if len(said) > 1 and len(set(said)) > 1:
            team = next(team for team in many if event in team.session.board.events)
            cells = tuple(
                other.voice.titles.answer(event, one[event]) if event in one else NONE
                for other, one in zip(many, given, strict=True)
            )
            rows.append((team.voice.titles.event(event), cells))
    return Grid("keuzes", tr("Answered differently"), tuple(rows[:MOST]))


def _given(team: Team) -> Iterator[tuple[str, str]]:
    for moment in team.past.way:
        if moment.action is not None and moment.action.kind == "keuze" and team.past.now.shows(moment.action.key):
            yield moment.action.what, moment.action.choice


def learnt(many: Sequence[Team]) -> Grid:
    """Lessons that the games were made for: used, met or missed, by each."""
    tr = many[0].voice.tr
    found = [lessons(team.past) for team in many]
    goals = dict.fromkeys(goal for one in found for goal in one.goals)
    words = {"gebruikt": tr("used"), "ontmoet": tr("met, not used"), "gemist": tr("missed")}
    rows = []
    for goal in goals:
        team = next(team for team in many if goal in team.session.board.scenario.lessons)
        title = one_line(team.session.board.scenario.lessons[goal].title) or goal
        states = [one.state(goal) if goal in one.goals else None for one in found]
        rows.append((title, tuple(f"{MARKS[state][0]}{words[state]}" if state else NONE for state in states)))
    return Grid("lessen", tr("Lessons"), tuple(rows))
