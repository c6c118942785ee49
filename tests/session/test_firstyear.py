"""The first year after a birth: begun from what was so, played to its end, kept, taken back and replayed."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from statistics import mean

import pytest
from attrs import evolve

from geboortespel.analysis.picture import Picture, Point
from geboortespel.engine.aftercare import first_year
from geboortespel.engine.game import Game
from geboortespel.engine.settling import account
from geboortespel.players.registry import by_name
from geboortespel.report.card import is_birth, sheet
from geboortespel.report.document import report
from geboortespel.report.firstyear import told
from geboortespel.report.lookback import look_back
from geboortespel.scenario.model import FirstYear
from geboortespel.scenario.nodes import Plain
from geboortespel.scenario.reader import Reading, read, rebuild
from geboortespel.session.driver import Driver, Policy
from geboortespel.session.firstyear import begin_kept, begin_year, has_year
from geboortespel.session.replay import replay, resume
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.session.conftest import ROOT


@cache
def first_dike() -> Reading:
    return read(ROOT / "scenarios" / "eerste-dijk" / "scenario.yaml")


def played(session: Session, policy: Policy) -> Session:
    while not session.finished:
        session.act(session.driver.choose(session.state, policy, session.line))
    return session


def ended(kind: str, path: Path | None = None, player: str = "planner") -> Session:
    """A game of the first dike that ends in this kind, by the first seed that does."""
    reading = first_dike()
    assert reading.scenario is not None
    for seed in range(60):
        session = played(Session.new(reading.scenario, reading.resolved, seed, None), by_name(player))
        assert session.outcome is not None
        if session.outcome.kind == kind:
            if path is None:
                return session
            return played(Session.new(reading.scenario, reading.resolved, seed, path, clock=False), by_name(player))
    raise AssertionError(kind)


@cache
def birth() -> Session:
    return ended("geboren")


@pytest.mark.parametrize("kind", ["geboren", "vroeg"])
def test_it_begins_from_how_the_birth_was(kind: str) -> None:
    born = birth() if kind == "geboren" else ended(kind)
    year, view = begin_year(born, None), born.view(None)
    scenario = year.board.scenario
    assert isinstance(scenario, FirstYear)
    assert scenario.of_birth == "eerste-dijk"
    assert scenario.title.endswith(born.board.scenario.title)
    facts = scenario.birth
    assert facts["soort"].value == kind
    assert facts["apgar"].number == sum(view.apgar().values())
    for name in ("vertrouwen", "cultuur", "sturing"):
        assert facts[name].number == view.level(name)
    start = year.view(None)
    trust = start.value("stand.vertrouwen")
    assert trust is not None
    first = facts["vertrouwen"].number - 14
    assert abs(trust - first) <= 15, "what the seed and the first news moved"


def test_a_name_given_at_the_birth_is_the_name_of_the_year() -> None:
    born = ended("geboren")
    born.remark("kaartje", {"naam": "De Wetering samen", "zinnen": []})
    assert begin_year(born, None).board.scenario.title == "Kraamtijd: De Wetering samen"


def test_there_is_no_year_without_a_birth() -> None:
    unborn = ended("niet", player="willekeurig")
    assert not has_year(unborn)
    with pytest.raises(ValueError, match="no birth"):
        begin_year(unborn, None)
    assert not has_year(played(begin_year(birth(), None), by_name("beginner"))), "a year is not followed by another"


@pytest.mark.parametrize("player", ["willekeurig", "grillig", "beginner", "planner"])
def test_every_player_comes_to_the_end_of_the_year(player: str) -> None:
    year = played(begin_year(birth(), None), by_name(player))
    view = year.view(None)
    assert view.outcome is not None
    assert not is_birth(view), "a year has no birth card to sign"
    for name in view.board.scenario.counters:
        assert sum(entry.delta for entry in year.causes(name).entries) + year.causes(name).start == view.value(name)


def test_random_years_all_end_and_the_same_seed_gives_the_same_year() -> None:
    game = begin_year(birth(), None).game
    ends = [Driver(game, seed).play(by_name("willekeurig")) for seed in range(60)]
    assert ends == [Driver(game, seed).play(by_name("willekeurig")) for seed in range(60)]
    assert len({tuple(end) for end in ends}) == 60
    assert all(game.outcome(end) is not None for end in ends)


def test_it_is_kept_beside_the_birth_replayed_and_gone_on_with(tmp_path: Path) -> None:
    born = ended("geboren", tmp_path / "dijk.jsonl")
    born.close()
    again, lines = replay(tmp_path / "dijk.jsonl")
    assert [line.moment for line in lines] == born.moments.all
    assert begin_year(again, None).game.digest(begin_year(again, None).state) == begin_year(born, None).game.digest(
        begin_year(born, None).state
    )
    first, second = (begin_kept(born, clock=False) for _ in range(2))
    assert (tmp_path / "dijk-kraamtijd.jsonl", tmp_path / "dijk-kraamtijd-2.jsonl") == (first.path, second.path)
    for year in (first, second):
        for _ in range(4):
            year.act(year.driver.choose(year.state, by_name("planner"), year.line))
        year.close()
    assert first.path is not None
    assert second.path is not None
    assert first.path.read_bytes() == second.path.read_bytes()
    year, _ = resume(first.path)
    played(year, by_name("planner")).close()
    shown, course = replay(first.path)
    assert [line.moment for line in course] == year.moments.all
    assert shown.outcome == year.outcome


def test_a_move_can_be_taken_back() -> None:
    year = begin_year(birth(), None)
    while year.view(None).waiting != "zet":
        year.act(year.view(None).legal[0])
    before = year.state
    year.act(next(action for action in year.view(None).legal if action.what == "risicosessie"))
    assert year.view(None).value("stand.grip") != year.view_at(year.line - 1).value("stand.grip")
    year.undo()
    assert year.state == before


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_ending_tells_the_score_the_value_and_the_money(language: str) -> None:
    year = played(begin_year(birth(), None), by_name("planner"))
    voice, view = Voice(year.board, language), year.view(None)
    said = "\n".join(told(voice, view))
    found = account(view)
    assert found is not None
    assert f"{sum(view.apgar().values())} " in said.split("\n")[0]
    scenario = year.board.scenario
    assert isinstance(scenario, FirstYear)
    assert len(scenario.values) == 4
    for name in scenario.values:
        assert f"{voice.titles.counter(name)}: {view.value(name)}" in said
    assert found.settled.actual == found.now.low == found.now.middle == found.now.high
    assert found.settled.contractor + found.settled.client == found.staffel.target - found.settled.actual
    page = sheet(voice, view, signed=None)  # type: ignore[arg-type]
    assert len(page.fields) == 4
    assert len(page.kept) >= 2
    assert look_back(voice, year)[0].id == "kraamtijd"


def test_the_chance_is_told_as_that_of_a_good_year() -> None:
    year = played(begin_year(birth(), None), by_name("beginner"))
    points = tuple(Point(3 * n, n + 1, [], begins=True, games=64, won=(1 << n) - 1) for n in range(5))
    for session, said in ((year, "Kans op een goed jaar"), (birth(), "Kans op een geboorte")):
        made = report(Voice(session.board, "nl"), session, Picture(points, done=1.0))
        assert made.chapters[0].title == said
        assert f'aria-label="{said}"' in made.pictures["kans"]


def test_a_forecast_narrows_and_is_what_was_signed() -> None:
    year = begin_year(birth(), None)
    signed = birth().view(None).talks
    assert signed is not None
    widths: dict[int, int] = {}
    while not year.finished:
        found = account(year.view(None))
        assert found is not None
        options = [list(i.options)[(birth().view(None).value(f"afspraak.{i.id}") or 1) - 1]
                   for i in birth().board.scenario.talk_issues.values()]  # fmt: skip
        assert found.staffel == signed.staffel(options)
        widths.setdefault(year.view(None).round, found.now.high - found.now.low)
        year.act(year.driver.choose(year.state, by_name("beginner"), year.line))
    assert list(widths) == [1, 2, 3, 4]
    assert widths[4] < widths[3] < min(widths[1], widths[2])


def _years(kind: str, **facts: str) -> tuple[Counter[str], float]:
    """(endings, mean second Apgar) of years after the same birth but for these facts, on the same seeds."""
    born = birth()
    tree = first_year(born.content, born.game, born.state)
    asked = tree["geboorte"]
    assert isinstance(asked, dict)
    facts = {"soort": kind, **facts}
    changed: dict[str, Plain] = dict(asked)
    for name, value in facts.items():
        fact = asked[name.replace("_", "-")]
        assert isinstance(fact, dict)
        changed[name.replace("_", "-")] = {**fact, "waarde": value}
    scenario = rebuild({**tree, "geboorte": changed}).scenario
    assert scenario is not None
    game = Game(scenario)
    ends = [Driver(game, seed).play(by_name("planner")) for seed in range(80)]
    found = [game.outcome(end) for end in ends]
    score = mean(sum(game.view(end).apgar().values()) for end in ends)
    return Counter(end.id for end in found if end is not None), score


def test_born_too_early_shows() -> None:
    good, well = _years("geboren")
    early, ill = _years("vroeg", oranje="2", vertrouwen="50", gereedheid="48")
    assert good["gezond"] > 1.5 * early["gezond"]
    assert well > ill + 0.5


def test_the_counter_of_the_money_moves_the_cost() -> None:
    year = begin_year(birth(), None)
    found = account(year.view(None))
    assert found is not None
    assert found.start.low <= found.start.middle <= found.start.high
    scenario = year.board.scenario
    assert isinstance(scenario, FirstYear)
    assert scenario.settling is not None
    dearer = evolve(found, now=evolve(found.now, middle=found.staffel.target + 10_000))
    assert dearer.settled.difference == -10_000
    assert dearer.settled.contractor < 0


def test_without_an_estimate_nothing_is_told_in_euros() -> None:
    born = birth()
    tree = {**first_year(born.content, born.game, born.state), "afrekening": {"teller": "ruimte", "geld": "nee"}}
    scenario = rebuild(tree).scenario
    assert scenario is not None
    year = played(Session.new(scenario, tree, 3, None), by_name("planner"))
    said = "\n".join(told(Voice(year.board, "nl"), year.view(None)))
    assert "mln" not in said
    assert f"Ruimte in de raming: {year.view(None).value('ruimte')}." in said


def test_an_estimate_that_is_no_money_is_told_in_percent_of_the_target() -> None:
    born = birth()
    tree = first_year(born.content, born.game, born.state)
    settling = tree["afrekening"]
    assert isinstance(settling, dict)
    tree = {**tree, "afrekening": {**settling, "geld": "nee"}}
    scenario = rebuild(tree).scenario
    assert scenario is not None
    year = played(Session.new(scenario, tree, 3, None), by_name("planner"))
    found = account(year.view(None))
    assert found is not None
    percent = (200 * abs(found.settled.difference) + found.staffel.target) // (2 * found.staffel.target)
    assert percent > 0
    said = "\n".join(told(Voice(year.board, "nl"), year.view(None)))
    assert "mln" not in said
    assert f"Het werk kost {percent}% " in said
