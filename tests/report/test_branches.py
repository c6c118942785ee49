"""Branches beside each other: where they part, how each ended, and the chances of both on the same seeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.analysis.chances import Chances
from geboortespel.analysis.working import finished
from geboortespel.cli.main import run
from geboortespel.players.beginner import Beginner
from geboortespel.players.planner import Planner
from geboortespel.report.lookback import branches
from geboortespel.report.lookback.past import Past
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.branch import begin_kept_branch
from geboortespel.session.driver import Policy
from geboortespel.session.relatives import relatives
from geboortespel.session.replay import replay
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice

AT = 20


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A game, a branch of it that ended otherwise, and a branch of that one that goes on."""
    library = Library()
    reading = read(library.find("eerste-dijk"), library)
    assert reading.scenario is not None
    path = tmp_path_factory.mktemp("takken") / "dijk.jsonl"
    session = Session.new(reading.scenario, reading.resolved, 4, path, clock=False)
    _play(session, Beginner())
    branch = begin_kept_branch(session, AT, clock=False)
    _play(branch, Planner())
    twig = begin_kept_branch(branch, AT + 4, clock=False)
    stranger = Session.new(reading.scenario, reading.resolved, 4, path.with_name("ander.jsonl"), clock=False)
    for one in (session, branch, twig, stranger):
        one.close()
    assert branch.path is not None
    assert twig.path is not None
    assert session.outcome != branch.outcome
    return path, branch.path, twig.path


def _play(session: Session, policy: Policy) -> None:
    while not session.finished:
        session.act(session.driver.choose(session.state, policy, session.line))


def _session(path: Path) -> Session:
    session, lines = replay(path)
    for _ in lines:
        pass
    return session


def test_they_find_each_other_and_nobody_else(journals: tuple[Path, Path, Path]) -> None:
    for path in journals:
        assert {one.path for one in relatives(path)} == set(journals) - {path}
    assert relatives(journals[0].with_name("ander.jsonl")) == ()
    assert relatives(None) == relatives(journals[0].with_name("weg.jsonl")) == ()


def test_they_part_at_the_moment_of_the_branch(journals: tuple[Path, Path, Path]) -> None:
    mine = Past(_session(journals[0]))
    for other in relatives(journals[0]):
        found = branches.parting(mine, other)
        assert found.moment.line == AT or found.mine[0] != found.theirs[0]
        assert found.moment.line >= AT, "until there it is the same game"
        theirs = _session(other.path)
        assert [a.key for a in theirs.moments.acts(theirs.line)] == list(other.acts)


def test_the_chapter_tells_both_sides_and_the_chances(journals: tuple[Path, Path, Path]) -> None:
    session = _session(journals[0])
    voice, past, chances = Voice(session.board, "nl"), Past(session), Chances.of(session)
    others = relatives(journals[0])
    list(finished(chances, 2, [journals[1]]))
    made = branches.chapter(voice, past, others, chances)
    assert made is not None
    said = "\n".join(item.plain for item in made.lines)
    for word in ("dijk-wat-als", "dijk-wat-als-2", "nog niet afgelopen", "Hoe het daar eindigde", "dit spel", "Daar: "):
        assert word in said
    theirs = chances.beside[journals[1].name]
    shared = [(a, b) for a, b in zip(chances.curve, theirs, strict=False) if a.line <= AT and b.line <= AT]
    assert len(shared) > 1
    assert all(a.won == b.won for a, b in shared), "the same state and the same seeds"
    assert theirs[-1].ended
    assert branches.chapter(voice, past, ()) is None


def test_the_command_and_the_report_name_the_origin(
    journals: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["terugblik", str(journals[1])]) == 0
    told = capsys.readouterr().out
    assert "WAT ALS" in told
    assert "dijk.jsonl, na journaalregel 20" in " ".join(told.split())
    output = tmp_path / "r.md"
    assert run(["rapport", "--kansen", "1", str(journals[1]), "-o", str(output)]) == 0
    written = " ".join(output.read_text("utf8").split())
    assert "dijk.jsonl, na journaalregel 20" in written
    assert "Hetzelfde spel tot" not in written, "a report is about its own journal alone"
