"""A game being played: undo, remarks, ledger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geboortespel.engine.actions import IllegalAction
from geboortespel.session.replay import resume
from geboortespel.session.session import NothingToUndo, Session
from tests.session.conftest import play

Begin = Callable[..., Session]


def test_a_refused_action_changes_nothing(begin: Begin) -> None:
    session = begin()
    state, line = session.state, session.line
    size = session.path.stat().st_size
    with pytest.raises(IllegalAction):
        session.act(session.game.action("zet", "speler", "versoberen"))  # asks for support of 4
    assert (session.state, session.line, session.path.stat().st_size) == (state, line, size)


def test_what_drew_a_card_cannot_be_undone(begin: Begin) -> None:
    session = begin()
    play(session, 1)  # one move a round: the next round's card is drawn with it
    assert not session.can_undo
    with pytest.raises(NothingToUndo):
        session.undo()


def test_a_branch_keeps_both_ways_and_resumes_where_it_was(begin: Begin) -> None:
    session = begin()
    play(session, 3)
    before = session.moments.all[1].state
    session.go_to(1)
    assert session.state == before
    session.act(session.game.action("zet", "speler", "consulteren"))
    path, state, lines = session.path, session.state, session.line
    session.close()
    again, torn = resume(path)
    assert torn == 0
    assert (again.state, again.line) == (state, lines)


def test_remarks_are_kept_and_touch_nothing(begin: Begin) -> None:
    session = begin()
    path, state = session.path, session.state
    session.remark("vingers", {"vingers": [3, 5]})
    assert session.state == state
    session.close()
    again, _ = resume(path)
    assert again.remarks == [("vingers", {"vingers": [3, 5]})]


def test_the_ledger_adds_up_at_every_line(begin: Begin) -> None:
    session = begin(3)
    names = session.game.rules.layout.names[: session.game.rules.layout.named]
    while not session.finished:
        play(session, 1)
        for name in names:
            causes = session.causes(name)
            first = session.game.rules.layout.start[session.game.rules.layout.index[name]]
            assert causes.start == first, name
