"""A private dilemma in line mode: passed on between two empty pages, and never told to the others."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress

import pytest

from geboortespel.cli.replay import remark
from geboortespel.lines import why
from geboortespel.lines.choose import Command
from geboortespel.lines.opening import Person
from geboortespel.lines.play import Play
from geboortespel.lines.terminal import BLANK, EndOfInput, Terminal
from geboortespel.words.catalog import Translator, translator
from geboortespel.words.voice import Voice
from geboortespel.words.why import Group
from geboortespel.words.why.written import lines
from tests.session.test_private import Last, a_table, asked

NOTHING_LEFT = "\n" * BLANK


def played(people: tuple[Person, ...], answers: Sequence[str], stand_in: bool = False) -> tuple[Play, str]:
    """Line mode from the moment on that somebody is asked alone, until the answers are used up."""
    session = asked(3)
    if stand_in:
        session.people, session.stand_in_policy = people[0].seats, Last()
    out = io.StringIO()
    terminal = Terminal(translator("nl"), io.StringIO("\n".join(answers) + "\n"), out, 80)
    play = Play(terminal, Voice(session.board, "nl"), session, people)
    with suppress(EndOfInput):
        play.run()
    return play, out.getvalue()


def test_with_several_people_it_is_passed_on_between_empty_pages() -> None:
    alone = asked(3).view(None).private
    others = tuple(seat for seat in asked(3).board.seats if seat != alone)
    title = asked(3).view(alone).pending
    _, out = played((Person(others), Person((alone,))), ["1", "1", "1"])
    before, private, after = out.split(NOTHING_LEFT)
    words = asked(3).board.events[title]
    assert "Geef door aan speler 2" in before
    assert words.text.strip() in private
    assert next(iter(words.options.values())).title in private
    assert "tafel" in private
    for text in (words.title, words.text.strip()):
        assert text not in before
        assert text not in after


def test_alone_at_the_table_nothing_is_passed_on() -> None:
    _, out = played((Person(asked(3).board.seats),), ["1"])
    assert NOTHING_LEFT not in out
    assert "Geef door" not in out


def test_the_computer_answers_without_a_word() -> None:
    alone = asked(3).view(None).private
    title = asked(3).view(alone).pending
    others = tuple(seat for seat in asked(3).board.seats if seat != alone)
    play, out = played((Person(others),), [], stand_in=True)
    assert play.session.view(None).private == ""
    assert asked(3).board.events[title].title not in out
    assert asked(3).board.events[title].text.strip() not in out


def every_why(people: tuple[Person, ...], seat: str) -> str:
    """What `w` tells about every number it can be asked for, after a private answer, with this seat's turn on."""
    play, _ = played(people, ["1", "1", "1"] if len(people) > 1 else ["1"])
    play.seat = seat
    heard: list[str] = []

    def ask(_: Terminal, tr: Translator, groups: Sequence[Group], __: Command) -> None:
        for _title, some in groups:
            heard.extend(line for one in some for line in lines(one.tell(), tr))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(why, "ask", ask)
        play.command("w")
    return "\n".join(heard)


def test_why_names_no_private_answer_while_several_look() -> None:
    session = asked(3)
    alone = session.view(None).private
    title = session.board.events[session.view(alone).pending].title
    others = tuple(seat for seat in session.board.seats if seat != alone)
    assert title in every_why((Person(session.board.seats),), alone)
    shared = every_why((Person(others), Person((alone,))), alone)
    assert title not in shared
    assert "iets onder vier ogen" in shared.lower()


def test_english_too() -> None:
    session = asked(3)
    alone = session.view(None).private
    voice = Voice(session.board, "en")
    assert voice.note(session.notes(session.line)[-1], session.view(None)).endswith("is taken aside for a moment.")
    assert voice.cause(("onder_vier_ogen",)) == "something in private"
    assert voice.note(session.notes(session.line, alone)[-1], session.view(None)) == ""


def guessing(people: tuple[Person, ...], answers: Sequence[str]) -> tuple[Play, str]:
    session = a_table(3)
    session.act(session.game.action("zet", "manager", "luisteren", "raad"))
    out = io.StringIO()
    terminal = Terminal(translator("nl"), io.StringIO("\n".join(answers) + "\n"), out, 80)
    play = Play(terminal, Voice(session.board, "nl"), session, people)
    with suppress(EndOfInput):
        play.run()
    return play, out.getvalue()


def test_a_concern_is_guessed_before_it_is_told() -> None:
    play, out = guessing((Person(a_table(3).board.seats),), ["2"])
    asked_at, told_at = out.index("Wat zit de raad dwars"), out.index("Zorg: ")
    assert asked_at < out.index("Je gokte op 'Uitleg'") < told_at
    assert "tegenstem" not in out
    assert [a.kind for a in play.session.moments.acts(play.session.line)] == ["zet", "gok"]


def test_several_people_take_turns_in_speaking_for_the_other_side() -> None:
    play, out = guessing((Person(("manager",)), Person(("inkoper",))), ["0"])
    assert "Speler 1 is nu de tegenstem: spreek voor de raad" in out
    assert ("tegenstem", {"persoon": 1, "actor": "raad"}) in play.session.remarks
    assert "Je gokte" not in out


def at_the_table(answers: Sequence[str], count: int) -> tuple[Play, io.StringIO]:
    session, out = a_table(3), io.StringIO()
    terminal = Terminal(translator("nl"), io.StringIO("\n".join(answers) + "\n"), out, 80)
    people = tuple(Person((seat,)) for seat in session.board.seats[:count])
    return Play(terminal, Voice(session.board, "nl"), session, people), out


def test_everybody_names_the_weakest_perspective() -> None:
    play, out = at_the_table(["1", "0"], 2)
    play.teller.echo()
    assert out.getvalue().count("Welk perspectief is het zwakst") == 2
    assert "Speler 2: Welk perspectief" in out.getvalue()
    assert play.session.remarks == [("zwakste", {"perspectief": ["mens", ""]})]
    alone, out = at_the_table(["2"], 1)
    alone.teller.echo()
    assert "Speler 1" not in out.getvalue()
    assert alone.session.remarks == [("zwakste", {"perspectief": ["organisatie"]})]


def test_everybody_predicts_the_vote() -> None:
    play, _ = at_the_table(["2", "0"], 2)
    play._predict()
    assert play.session.remarks == [("voorspelling", {"voor": [2, None]})]


def test_remarks_of_old_and_of_several_people_are_told() -> None:
    voice = Voice(a_table(3).board, "nl")
    told = [
        remark(*said, voice)
        for said in (
            ("zwakste", {"perspectief": "mens"}),
            ("zwakste", {"perspectief": ["mens", "", "project"]}),
            ("voorspelling", {"voor": 2}),
            ("voorspelling", {"voor": [0, None, 2]}),
            ("tegenstem", {"persoon": 2, "actor": "raad"}),
        )
    ]
    assert [text.partition(": ")[2] for text in told] == ["mens", "mens, project", "2", "0, 2", "2, Raad"]
