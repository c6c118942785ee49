"""What one believer is asked alone: nobody else learns of it before the end, and then everybody may."""

from __future__ import annotations

import json

import pytest

from geboortespel.engine.privacy import APART
from geboortespel.session.replay import resume
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.session.conftest import Uniform
from tests.shipped import scenario

PRIVATE = {"tip": "inkoper", "borrel": "manager", "briefje": "manager", "overstap": "overloper"}
SECRET = ("Een tip", "oud-collega", "Je hoort een bedrag", "slaapt er slecht", "secretaris", "Borrel", "briefje")


def a_table(seed: int, **more: object) -> Session:
    return Session.new(scenario("apart"), {}, seed, None, clock=False, **more)  # type: ignore[arg-type]


def play_on(session: Session) -> None:
    session.act(session.driver.choose(session.state, Uniform(), session.line))


def asked(seed: int) -> Session:
    """A table at which somebody is asked something alone."""
    session = a_table(seed)
    while not session.view(None).private:
        play_on(session)
    return session


def told(session: Session, seat: str | None) -> str:
    """Everything that a seat is told and can ask, as text."""
    voice = Voice(session.board, "nl")
    view = session.view(seat)
    said = [
        text for n in range(session.line + 1) for text in voice.notes(session.notes(n, seat), session.view_at(n, seat))
    ]
    for name in session.game.rules.layout.quantities:
        if name in session.game.rules.layout.index:
            said += [voice.cause(entry.cause) for entry in session.causes(name, seat).entries]
    return json.dumps([said, view.as_dict()], ensure_ascii=False)


@pytest.mark.parametrize("seed", range(6))
def test_others_never_read_it_and_all_read_it_at_the_end(seed: int) -> None:
    session = a_table(seed)
    while not session.finished:
        play_on(session)
        if session.finished or session.line % 5:
            continue
        open_to_all = told(session, None)
        assert not any(word in open_to_all for word in SECRET)
        for seat in session.board.seats:
            mine = told(session, seat)
            for event, owner in PRIVATE.items():
                title = session.board.events[event].title
                assert owner == seat or title not in mine
    everything = told(session, None)
    for event in PRIVATE:
        happened = session.view(None).value(f"gebeurd.{event}")
        assert bool(happened) == (session.board.events[event].title in everything)


@pytest.mark.parametrize("seed", range(4))
def test_amounts_add_up_for_everybody(seed: int) -> None:
    session = a_table(seed)
    anonymous, layout = 0, session.game.rules.layout
    while not session.finished:
        play_on(session)
    ended = session.line
    for line in range(0, ended, 7):
        session.go_to(line)
        for seat in (None, *session.board.seats):
            view = session.view(seat)
            for name in layout.names[: layout.named]:
                found = session.causes(name, seat)
                anonymous += (APART,) in {entry.cause for entry in found.entries}
                if found.value is None:
                    assert view.hides(name)
                    assert (APART,) not in {entry.cause for entry in found.entries}
                else:
                    assert found.start is not None
                    assert found.start + sum(entry.delta for entry in found.entries) == found.value == view.value(name)
                    assert found.start == layout.start[layout.index[name]]
    assert anonymous


def test_who_is_asked_is_known_and_what_is_not() -> None:
    session = asked(3)
    alone = session.view(None).private
    assert session.view(None).to_act == (alone,)
    assert session.view(None).pending == ""
    assert session.notes(session.line)[-1] == (APART, alone)
    assert PRIVATE[session.view(alone).pending] == alone
    assert {action.seat for action in session.view(alone).legal} == {alone}
    other = next(seat for seat in session.board.seats if seat != alone)
    assert (session.view(other).pending, session.view(other).legal, session.view(other).private) == ("", (), alone)
    assert not session.view(None).legal


def test_the_receipt_is_the_tables() -> None:
    session = asked(3)
    alone = session.view(None).private
    pending = session.view(alone).pending
    receipt = session.act(session.view(alone).legal[0])
    assert all(pending not in note for note in receipt.notes)
    assert any(note[:2] == ("keuze", pending) for note in session.notes(receipt.line, alone))
    assert f"gebeurd.{pending}" not in receipt.changes


class Last:
    """Does the last thing that can be done; looks at its own view only."""

    uniform = False

    def weights(self, view: object) -> list[int]:
        count = len(view.indices)  # type: ignore[attr-defined]
        return [0] * (count - 1) + [1]


def test_a_seat_without_people_answers_by_itself() -> None:
    session = a_table(3, people=("overloper",), stand_in=Last())
    seen = 0
    while not session.finished and seen < 3:
        if session.view(None).private not in ("", "overloper"):
            seen += 1
            receipt = session.stand_in()
            assert not any(event in note for note in receipt.notes for event in PRIVATE)
        elif session.view(None).waiting == "zet" and "overloper" not in session.view(None).to_act:
            session.stand_in()
        else:
            play_on(session)
    assert seen


def test_a_private_choice_is_kept_and_gone_on_with(tmp_path: object) -> None:
    from geboortespel.scenario.reader import read
    from tests.shipped import ROOT

    reading = read(ROOT / "tests/scenario/apart.yaml")
    assert reading.scenario is not None
    session = Session.new(reading.scenario, reading.resolved, 3, tmp_path / "a.jsonl", clock=False)  # type: ignore[operator]
    while not session.view(None).private:
        play_on(session)
    play_on(session)
    session.close()
    again, torn = resume(tmp_path / "a.jsonl", clock=False)  # type: ignore[operator]
    assert (again.state, torn) == (session.state, 0)
    again.close()


def test_listening_can_not_be_taken_back_once_it_asks_for_a_guess(tmp_path: object) -> None:
    """Otherwise one would know for nothing that there is something to be heard."""
    session = a_table(3)
    session.act(session.game.action("zet", "manager", "luisteren", "raad"))
    assert session.view(None).waiting == "gok"
    assert not session.can_undo
    session.act(session.view("manager").legal[0])
    assert not session.can_undo


def test_a_game_with_everything_is_a_course_that_can_be_played_again(tmp_path: object) -> None:
    from attrs import evolve

    from geboortespel.scenario.model import Course
    from geboortespel.session.course import record, steps_of

    session = a_table(5)
    while not session.finished:
        play_on(session)
    steps = steps_of(session)
    assert {"zet", "pas", "keuze", "poort", "gok", "slotzin"} == {step.kind for step in steps}
    assert session.outcome is not None
    course = Course(5, session.outcome.id, steps)
    again, followed = record(evolve(scenario("apart"), course=course), {}, tmp_path / "a.jsonl")  # type: ignore[operator]
    again.close()
    assert followed.whole
    assert again.state == session.state
