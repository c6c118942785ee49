"""A game being played: actions, remarks, branches, ledger."""

from __future__ import annotations

import errno
import os

import pytest

from geboortespel.engine.actions import IllegalAction
from geboortespel.engine.ledger import Entry
from geboortespel.session.causes import BEGIN, Causes
from geboortespel.session.replay import resume
from geboortespel.session.store import StoreError
from tests.session.conftest import Begin, play
from tests.session.test_undo import do


def test_a_refused_action_changes_nothing(begin: Begin) -> None:
    session = begin()
    state, line = session.state, session.line
    size = session.path.stat().st_size
    with pytest.raises(IllegalAction):
        session.act(session.game.action("zet", "speler", "versoberen"))  # asks for support of 4
    assert (session.state, session.line, session.path.stat().st_size) == (state, line, size)


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
    session.remark("vingers", {"vingers": (3, 5), 1: None})
    assert session.state == state
    kept = [("vingers", {"vingers": [3, 5], "1": None})]
    assert session.remarks == kept  # as it will be read back
    session.close()
    again, _ = resume(path)
    assert again.remarks == kept


def test_a_remark_that_cannot_be_kept_changes_nothing(begin: Begin) -> None:
    session = begin()
    with pytest.raises(TypeError):
        session.remark("naam", {"naam": object()})
    assert (session.line, session.remarks) == (0, [])


def test_a_remark_on_a_full_disk_changes_nothing(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "write", full)
    for attempt in (lambda: session.remark("naam", {"naam": "x"}), lambda: session.go_to(0)):
        with pytest.raises(StoreError):
            attempt()
    assert (session.line, session.remarks) == (0, [])


def test_a_closed_game_cannot_be_played_on_unseen(begin: Begin) -> None:
    session = begin()
    play(session, 1)
    session.close()
    assert session.path is not None
    with pytest.raises(ValueError, match="closed"):
        play(session, 1)
    assert session.line == 1


def test_the_ledger_adds_up_at_every_line(begin: Begin) -> None:
    session = begin(3)
    names = session.game.rules.layout.names[: session.game.rules.layout.named]
    while not session.finished:
        play(session, 1)
        for name in names:
            causes = session.causes(name)
            first = session.game.rules.layout.start[session.game.rules.layout.index[name]]
            assert causes.start == first, name


def test_what_the_seed_drew_counts_as_the_start() -> None:
    drawn = Entry("stand.kader", 2, BEGIN)
    moved = Entry("stand.kader", 4, ("zet", "leider", "luisteren", "baas", ""))
    told = Causes((moved, drawn), 56, 62).since_the_draw()
    assert told == Causes((moved,), 58, 62)
    assert Causes((moved, drawn), None, None).since_the_draw() == Causes((moved,), None, None)


def test_of_a_hidden_support_only_what_was_seen_is_told(sit: Begin) -> None:
    session = do(do(sit(), "overtuigen", "baas", "open-boek"), "kopen")
    moved = {entry.cause[2] for entry in session.moments.entries(session.line, "steun.baas")}
    assert moved == {"overtuigen", "kopen"}
    causes = session.causes("steun.baas")
    assert [entry.cause[2] for entry in causes.entries] == ["kopen"]
    assert (causes.start, causes.value, causes.band) == (None, None, (-20, 19))
    do(session, "luisteren", "baas")
    causes = session.causes("steun.baas")
    assert len(causes.entries) == 2
    assert causes.start == -5
    assert causes.value == -5 + sum(entry.delta for entry in causes.entries)


def test_a_receipt_tells_no_hidden_change(sit: Begin) -> None:
    session = sit()
    receipt = session.act(session.game.action("zet", "ann", "kopen"))
    assert receipt.changes == {"geld": -1, "stand.verhaal": 6, "tijd.ann": -1, "gedaan.kopen": 1}
