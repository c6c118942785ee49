"""What if: a branch holds the way to its moment, plays on from there with the same luck, and leaves the other alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.players.beginner import Beginner
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import Reading, read
from geboortespel.session.branch import NothingAhead, begin_branch, begin_kept_branch, origin
from geboortespel.session.replay import replay, resume
from geboortespel.session.saved import glance
from geboortespel.session.session import Session


@pytest.fixture(scope="module")
def reading() -> Reading:
    library = Library()
    return read(library.find("eerste-dijk"), library)


def begun(reading: Reading, path: Path | None, actions: int | None = None, seed: int = 2) -> Session:
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, seed, path, clock=False, people=("projectmanager",))
    while not session.finished and (actions is None or session.line < actions):
        session.act(session.driver.choose(session.state, Beginner(), session.line))
        if session.line == 5:
            session.remark("vingers", {"vingers": [3, 1]})
        if session.line == 8:
            session.undo() if session.can_undo else session.allow_undo("altijd")
    return session


def test_a_branch_is_a_game_of_its_own(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "dijk.jsonl"
    session = begun(reading, path)
    before = path.read_bytes()
    at = 20
    made = begin_kept_branch(session, at, clock=False)
    assert made.path == tmp_path / "dijk-wat-als.jsonl"
    assert made.state == session.moments.all[at].state
    assert made.moments.acts(made.line) == session.moments.acts(at)
    assert ("vingers", {"vingers": [3, 1]}) in made.remarks
    assert made.people == session.people
    found = origin(made)
    assert found is not None
    assert (found.name, found.line) == ("dijk.jsonl", at)
    same = session.moments.acts(session.line)[len(session.moments.acts(at)) :]
    for action in same:
        made.act(action)
    assert made.finished
    assert made.state == session.state, "the same actions have the same luck"
    made.close()
    again, lines = replay(made.path)
    list(lines)
    assert again.state == session.state
    assert origin(again) == found
    kept = glance(made.path)
    assert kept is not None
    assert kept.origin == found
    assert glance(path).origin is None  # type: ignore[union-attr]
    assert path.read_bytes() == before, "the original stays"


def test_an_unfinished_branch_is_gone_on_with_and_branched_again(reading: Reading, tmp_path: Path) -> None:
    session = begun(reading, tmp_path / "dijk.jsonl")
    made = begin_kept_branch(session, 0, clock=False)
    assert made.line == 0
    made.act(made.driver.choose(made.state, Beginner(), made.line))
    made.close()
    assert made.path is not None
    on, torn = resume(made.path)
    assert not torn
    on.act(on.driver.choose(on.state, Beginner(), on.line))
    second = begin_kept_branch(on, 1, clock=False)
    assert second.path == tmp_path / "dijk-wat-als-2.jsonl"
    assert origin(second).name == "dijk-wat-als.jsonl"  # type: ignore[union-attr]
    on.close()
    second.close()


def test_what_was_taken_back_is_not_in_it(reading: Reading) -> None:
    session = begun(reading, None, 12)
    back = session.go_to(4)
    made = begin_branch(session, back.line, None)
    assert made.moments.acts(made.line) == session.moments.acts(4)
    assert [moment.parent for moment in made.moments.all[1:]] == list(range(made.line))


def test_no_moment_and_no_future_are_refused(reading: Reading) -> None:
    session = begun(reading, None)
    with pytest.raises(NothingAhead):
        begin_branch(session, session.line, None)
    for line in (-1, session.line + 1):
        with pytest.raises(IndexError):
            begin_branch(session, line, None)
