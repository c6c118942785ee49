"""Going back: undo, redo, what can't be unheard, and who decides about it."""

from __future__ import annotations

import pytest

from geboortespel.session.replay import resume
from geboortespel.session.session import NothingToUndo, Session
from tests.session.conftest import Begin, play


def do(session: Session, what: str, target: str = "", choice: str = "", seat: str = "ann") -> Session:
    session.act(session.game.action("zet", seat, what, target, choice))
    return session


def test_what_drew_a_card_cannot_be_undone(begin: Begin) -> None:
    session = begin()
    play(session, 1)  # one move a round: the next round's card is drawn with it
    assert not session.can_undo
    with pytest.raises(NothingToUndo):
        session.undo()


def test_there_is_nothing_to_undo_at_the_start(sit: Begin) -> None:
    session = sit()
    assert not session.can_undo
    assert not session.can_redo
    with pytest.raises(NothingToUndo):
        session.undo()
    with pytest.raises(NothingToUndo):
        session.redo()


def test_undo_and_redo_step_along_what_was_done(sit: Begin) -> None:
    session = sit()
    states = [session.state]
    for what in ("schaven", "kopen", "schaven"):
        states.append(do(session, what).state)
    for expected in (2, 1, 0):
        session.undo()
        assert session.state == states[expected]
    assert not session.can_undo
    for expected in (1, 2, 3):
        session.redo()
        assert session.state == states[expected]
    assert not session.can_redo
    session.undo()
    session.remark("notitie", {"tekst": "toch niet"})  # a remark does not stand in the way
    session.redo()
    session.undo()
    do(session, "kopen", seat="bob")
    assert not session.can_redo  # another way was taken
    assert session.line == 14


def test_undo_is_kept_on_disk_and_resumed(sit: Begin) -> None:
    session = sit()
    do(do(session, "schaven"), "kopen")
    session.undo()
    session.undo()
    session.redo()
    path, state, undone = session.path, session.state, session.moments.all[-1].undone
    assert path is not None
    session.close()
    again, _ = resume(path, clock=False)
    assert (again.state, again.moments.all[-1].undone) == (state, undone)
    assert again.can_undo
    again.redo()
    assert again.view(None).value("geld") == 2


def test_the_ledger_follows_the_branch(sit: Begin) -> None:
    session = sit()
    do(do(session, "schaven"), "kopen")
    session.undo()
    do(session, "schaven", seat="bob")
    causes = session.causes("stand.verhaal")
    assert [(entry.delta, entry.cause[1]) for entry in causes.entries] == [(4, "bob"), (4, "ann")]
    assert (causes.start, causes.value) == (40, 48)


@pytest.mark.parametrize(
    ("what", "target", "choice", "undone"),
    [
        ("luisteren", "raad", "", False),  # heard
        ("overtuigen", "raad", "open-boek", False),  # how the council takes it was not known
        ("schaven", "", "", True),
        ("kopen", "", "", True),
        ("polsen", "", "", False),  # whether the boss nods hung on what nobody heard
    ],
)
def test_what_told_something_new_cannot_be_undone(
    sit: Begin, what: str, target: str, choice: str, undone: bool
) -> None:
    assert do(sit(), what, target, choice).can_undo is undone


def test_hearing_that_there_is_nothing_new_cannot_be_undone(sit: Begin) -> None:
    session = do(do(sit(), "luisteren", "raad"), "luisteren", "raad")
    assert session.moments.all[-1].notes[-1] == ("niets_nieuws", "raad")
    assert not session.can_undo


def test_persuading_as_foretold_can_be_undone(sit: Begin) -> None:
    session = do(sit(), "luisteren", "raad")
    action = session.game.action("zet", "ann", "overtuigen", "raad", "open-boek")
    gain = session.view("ann").forecast(action).gain
    assert gain is not None
    receipt = session.act(action)
    assert receipt.changes["steun.raad"] == gain[1]
    assert session.can_undo


def test_a_new_month_that_shows_a_threshold_cannot_be_undone(sit: Begin) -> None:
    session = sit()
    for seat in ("ann", "bob"):
        session.act(session.game.action("pas", seat))
    assert ("drempel_zichtbaar", "muur") in session.moments.all[-1].notes
    assert not session.can_undo


def test_the_facilitator_decides_about_undo(sit: Begin) -> None:
    session = do(do(sit(undo="nooit"), "luisteren", "raad"), "schaven")
    assert not session.can_undo
    session.allow_undo("tot_onthulling")
    session.undo()
    assert not session.can_undo
    session.allow_undo("altijd")
    session.undo()
    assert session.view(None).heard("raad") == ()
    session.allow_undo("nooit")
    path = session.path
    assert path is not None
    session.close()
    again, _ = resume(path)
    assert again.undo_rule == "nooit"


def test_the_rule_a_game_began_with_is_resumed(sit: Begin) -> None:
    session = do(sit(undo="nooit"), "schaven")
    path = session.path
    assert path is not None
    session.close()
    again, _ = resume(path)
    assert not again.can_undo


def test_going_to_a_line_that_is_not_there_changes_nothing(sit: Begin) -> None:
    session = do(sit(), "schaven")
    for line in (-1, 2, 99):
        with pytest.raises(IndexError):
            session.go_to(line)
    assert session.line == 1
