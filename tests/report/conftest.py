"""Games to report about: the historical course of graaf-reinald, and games of the beginner that ended otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geboortespel.players.beginner import Beginner
from geboortespel.players.planner import Planner
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.course import record
from geboortespel.session.session import Session
from tests.tools.masked import masked

NAME, SENTENCES, FINGERS = "Waalkanters", ["Een dijk maak je samen.", "Eerst luisteren & dan <pas> praten."], [0, 3, 5]

HOSTILE = '</title></pre></svg><script>alert(1)</script><b onclick="x()">\'&amp;\x1b[31m\u202e]]>--><!--'


@pytest.fixture(scope="session")
def hostile() -> Session:
    """A finished game in memory in which every text of the author and of the players tries to be markup."""
    library = Library()
    reading = read(library.find("eerste-dijk"), library)
    scenario = masked(reading.scenario, how=lambda text: text[:12] + HOSTILE)
    session = Session.new(scenario, reading.resolved, 2, None)
    session.remark("vingers", {"vingers": [2, 4]})
    policy = Planner()
    while not session.finished:
        session.act(session.driver.choose(session.state, policy, session.line))
    session.remark("kaartje", {"naam": HOSTILE, "zinnen": [HOSTILE, "javascript:alert(1)"]})
    return session


@pytest.fixture(scope="session")
def born(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal of the historical course, signed."""
    library = Library()
    reading = read(library.find("graaf-reinald"), library)
    assert reading.scenario is not None
    path = tmp_path_factory.mktemp("born") / "spel.jsonl"
    session, followed = record(reading.scenario, reading.resolved, path)
    assert followed.whole
    session.remark("vingers", {"vingers": FINGERS})
    session.remark("kaartje", {"naam": NAME, "zinnen": SENTENCES})
    session.close()
    return path


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Plays a game of the beginner: to its end, or for some actions; gives its journal."""

    def play(scenario: str = "eerste-dijk", seed: int = 1, actions: int = 10_000) -> Path:
        library = Library()
        reading = read(library.find(scenario), library)
        assert reading.scenario is not None
        path = tmp_path_factory.mktemp("played") / f"{scenario}-{seed}.jsonl"
        session = Session.new(reading.scenario, reading.resolved, seed, path, clock=False)
        session.remark("vingers", {"vingers": [2, 4]})
        policy = Beginner()
        for _ in range(actions):
            if session.finished:
                break
            session.act(session.driver.choose(session.state, policy, session.line))
        session.close()
        return path

    return play


@pytest.fixture(scope="session")
def not_born(played: Callable[..., Path]) -> Path:
    """A game that ended without a birth."""
    for seed in range(40):
        path = played(seed=seed)
        if b'"einde":"niet-geboren"' in path.read_bytes():
            return path
    raise AssertionError("the beginner always has a birth")
