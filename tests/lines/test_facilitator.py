"""The facilitator's letter in line mode: what was shown is out of sight after it, and all of it is in the journal."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress

from geboortespel.lines.opening import Person
from geboortespel.lines.play import Play
from geboortespel.lines.terminal import BLANK, EndOfInput, Terminal
from geboortespel.session import facilitating
from geboortespel.session.session import Session
from geboortespel.words.catalog import translator
from geboortespel.words.voice import Voice
from tests.session.conftest import Uniform
from tests.session.test_private import a_table

NOTHING_LEFT = "\n" * BLANK


def table() -> Session:
    session = a_table(2)
    while session.view(None).waiting != "zet":
        session.act(session.driver.choose(session.state, Uniform(), session.line))
    return session


def played(session: Session, answers: Sequence[str]) -> str:
    """Line mode until the answers are used up."""
    out = io.StringIO()
    terminal = Terminal(translator("nl"), io.StringIO("\n".join(answers) + "\n"), out, 80)
    with suppress(EndOfInput):
        Play(terminal, Voice(session.board, "nl"), session, (Person(session.board.seats),)).run()
    return out.getvalue()


def test_a_pause_and_a_note() -> None:
    session = table()
    before = session.state
    out = played(session, ["f", "1", "1", "f", "2", "Nu wordt het stil", "0"])
    assert "PAUZE" in out.partition(NOTHING_LEFT)[2]
    assert [kind for kind, _ in session.remarks] == ["pauze", "pauze", "notitie"]
    assert session.remarks[-1][1] == {"tekst": "Nu wordt het stil"}
    assert session.moments.all[3].state == before or session.state == before


def test_what_is_hidden_is_shown_after_a_yes_and_then_out_of_sight() -> None:
    session = table()
    out = played(session, ["f", "3", "2"])
    assert "eigen overtuiging" not in out
    assert session.remarks == []
    out = played(session, ["f", "3", "1", "1"])
    shown, _, after = out.partition(NOTHING_LEFT)
    assert "eigen overtuiging" in shown
    assert "eigen overtuiging" not in after
    assert session.remarks == [("inkijk", {})]


def test_a_card_happens_and_the_list_of_cards_is_out_of_sight() -> None:
    session = table()
    number = [action.what for action in facilitating.cards(session)].index("lek") + 1
    line = session.line
    out = played(session, ["f", "4", "1", str(number)])
    listed, _, after = out.partition(NOTHING_LEFT)
    assert "Borrel" in listed
    assert "Borrel" not in after
    assert "De facilitator legt een kaart op tafel." in after
    assert "Gelekt" in after
    done = session.moments.all[line + 1].action
    assert done is not None
    assert (done.kind, done.what) == ("ingreep", "lek")


def test_it_can_be_left_again() -> None:
    session = table()
    line = session.line
    played(session, ["f", "0", "f", "4", "1", "0"])
    assert session.line == line
    assert session.remarks == []
