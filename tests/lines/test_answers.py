"""Answers: what fits, what is refused and how, letters, several on a line, undo and redo, and what is said back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.lines.robot import Keyboard, at_random, choices, play, script
from tests.running import KLEIN, PROEF, TAFEL, Commands

BEGIN = ("1", "4")
"""One person, four fingers: the first move of `proef` is asked next."""


def questions(keyboard: Keyboard) -> list[str]:
    return [question for question, _ in keyboard.asked]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("10", "'10' past hier niet. Wel: een getal van 1 tot en met 9, of 0: klaar voor deze ronde. Typ ? voor hulp."),
        ("-1", "'-1' past hier niet."),
        ("1.", "'1.' past hier niet."),
        ("0001", "'0001' past hier niet."),
        ("²", "'²' past hier niet."),
        ("luisteren", "'luisteren' past hier niet."),
        ("terug", "'terug' past hier niet."),
        ("?10", "'?10' past hier niet."),
        ("?0", "'?0' past hier niet."),
        ("\x1b[31mrood", "'␛[31mrood' past hier niet."),
        ("9" * 5000, f"'{'9' * 39}…' past hier niet."),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_what_does(
    answer: str, said: str, commands: Commands, journal: Path
) -> None:
    done, keyboard = play(commands, script(*BEGIN, answer, "1"), PROEF, "--zaad", 7, "--journaal", journal)
    assert done.status == 0
    *_, asked, refused = questions(keyboard)
    assert choices(asked)[1] == "Luisteren: Dijkgraaf (1 tijd)"
    assert said in " ".join(refused.split())
    assert "\n#2\n" in done.out, "the next answer counts"
    assert journal.read_bytes().count(b"\n") == 3


def test_a_refused_answer_drops_what_stood_behind_it(commands: Commands, journal: Path) -> None:
    play(commands, script(*BEGIN, "77 1 1 1"), PROEF, "--zaad", 7, "--journaal", journal)
    assert journal.read_bytes().count(b"\n") == 2, "nothing was done"


def test_several_answers_on_a_line_end_at_an_action(commands: Commands, journal: Path) -> None:
    done, keyboard = play(commands, script("1 4 3 2 9 9", "0"), PROEF, "--zaad", 7, "--journaal", journal)
    assert "Onderbouwen: Samen aan het stuur (Projectmanager)." in done.out
    assert [answer for _, answer in keyboard.asked] == ["1 4 3 2 9 9", "0"]
    assert journal.read_bytes().count(b"\n") == 4, "fingers, one move, one pass"


def test_zero_goes_back_and_then_passes(commands: Commands, journal: Path) -> None:
    done, keyboard = play(commands, script(*BEGIN, "3", "0", "0"), PROEF, "--zaad", 7, "--journaal", journal)
    first, inner, back = questions(keyboard)[2:5]
    assert choices(inner)[0] == "terug"
    assert choices(back) == choices(first)
    assert "\n#2\n" in done.out


def test_what_can_not_be_passed_has_no_zero(commands: Commands, journal: Path) -> None:
    done, keyboard = play(commands, script("0", "1"), KLEIN, "--zaad", 7, "--journaal", journal)
    assert 0 not in choices(questions(keyboard)[0])
    assert "'0' past hier niet. Wel: een getal van 1 tot en met 2. Typ ? voor hulp." in done.out


def test_the_fingers_go_from_0_to_5(commands: Commands, journal: Path) -> None:
    answers = script("2", "6", "een", "?", "0", "12", "5")
    done, _ = play(commands, answers, PROEF, "--zaad", 7, "--journaal", journal)
    assert done.out.count("past hier niet. Wel: een getal van 0 tot en met 5.") == 3
    assert '"vingers":[0,5]' in journal.read_text("utf-8")


@pytest.mark.parametrize(
    "words", [("?", "h", "hulp", "help"), ("b", "bord", "board", "B"), ("w 0", "waarom 0", "why 0")]
)
def test_letters_and_words_mean_the_same(words: tuple[str, ...], commands: Commands, tmp_path: Path) -> None:
    said = set()
    for word in words:
        done, _ = play(commands, script(*BEGIN, word), PROEF, "--zaad", 7, "--journaal", tmp_path / "een.jsonl")
        said.add(done.out.partition(f"> {word}\n")[2])
        (tmp_path / "een.jsonl").unlink()
    assert len(said) == 1
    assert "Terug naar het spel." in said.pop()


def test_help_names_every_letter(commands: Commands, journal: Path) -> None:
    done, _ = play(commands, script(*BEGIN, "?"), PROEF, "--zaad", 7, "--journaal", journal)
    help_text = done.out.partition("> ?\n")[2].partition("Terug naar het spel.")[0]
    assert re.findall(r"^ ?(\S+)  ", help_text, re.MULTILINE) == ["0", "?3", "b", "w", "w3", "u", "y", "r", "f", "q"]


def test_a_choice_can_be_explained(commands: Commands, journal: Path) -> None:
    done, _ = play(commands, script(*BEGIN, "?1"), PROEF, "--zaad", 7, "--journaal", journal)
    assert "> ?1\nJe gaat langs en zegt zo weinig mogelijk.\n> " in done.out


def test_undo_and_redo_are_lines(commands: Commands, journal: Path) -> None:
    answers = script("1", "4", "3", "u", "y", "y", "u", "u", "3")
    done, keyboard = play(commands, answers, TAFEL, "--zaad", 3, "--journaal", journal)
    assert done.status == 0
    before, after, undone, redone = questions(keyboard)[2:6]
    assert choices(undone) == choices(before)
    assert choices(redone) == choices(after)
    assert re.findall(r"^#(\d+)$", done.out, re.MULTILINE) == list("123456")
    assert "Er is niets opnieuw te doen." in done.out
    assert commands.here("herhaal", journal).status == 0


def test_what_was_heard_can_not_be_taken_back(commands: Commands, journal: Path) -> None:
    done, _ = play(commands, script(*BEGIN, "1", "u"), PROEF, "--zaad", 7, "--journaal", journal)
    assert "Er is niets terug te nemen: wat getrokken of gehoord is, blijft zo." in done.out
    assert journal.read_bytes().count(b"\n") == 3


def test_another_role_moves_first(commands: Commands, journal: Path) -> None:
    done, keyboard = play(commands, script(*BEGIN, "r", "2", "1"), PROEF, "--zaad", 7, "--journaal", journal)
    assert "Jurist: tijd 2, energie 8." in questions(keyboard)[-1]
    assert "Luisteren: Controller (Jurist)." in done.out
    left, again = play(commands, script("b"), "--journaal", journal)
    assert left.status == 0
    assert "Jurist: tijd 1, energie 8." in questions(again)[0], "who goes on finds the same role to move"


def test_two_people_share_the_roles(commands: Commands, journal: Path) -> None:
    done, keyboard = play(commands, script("2", "4", "3", "0", "0"), PROEF, "--zaad", 7, "--journaal", journal)
    assert "Speler 1: Projectmanager.\nSpeler 2: Jurist." in done.out
    assert "Speler 1, Projectmanager: tijd 2" in questions(keyboard)[3]
    assert "Speler 2, Jurist: tijd 2" in questions(keyboard)[4]
    again, _ = play(commands, script(), "--journaal", journal)
    assert "Met hoeveel zijn jullie?" not in again.out, "that is known"


def test_the_computer_plays_the_roles_without_people(commands: Commands, journal: Path) -> None:
    answers = script("4", *["0"] * 3)
    done, _ = play(commands, answers, PROEF, "--zaad", 7, "--rol", "jurist", "--journaal", journal)
    assert done.status == 0
    text = journal.read_text("utf-8")
    assert '"wie":"projectmanager"' in text
    assert "(Projectmanager)." in done.out


def test_stopping_keeps_the_game(commands: Commands, journal: Path) -> None:
    for answers in (("q",), ("1", "stop"), (*BEGIN, "quit"), (*BEGIN, "3", "q"), (*BEGIN, "w", "1", "q")):
        journal.unlink(missing_ok=True)
        done, _ = play(commands, script(*answers), PROEF, "--zaad", 7, "--journaal", journal)
        assert (done.status, done.err) == (0, "")
        assert done.out.endswith(
            f"Het spel is bewaard. Verder spelen:\n  geboortespel speel --tekst --journaal {journal}\n"
        )
        assert journal.exists()


def test_an_echo_that_nobody_answered_is_asked_again(commands: Commands, journal: Path) -> None:
    usual = at_random(3)

    def rule(question: str) -> str | None:
        return None if "Welk perspectief" in question else usual(question)

    play(commands, rule, PROEF, "--zaad", 7, "--journaal", journal)
    assert '"wat":"zwakste"' not in journal.read_text("utf-8")
    done, keyboard = play(commands, script("2"), "--journaal", journal)
    assert "Welk perspectief" in questions(keyboard)[0]
    assert '"wat":"zwakste","gegevens":{"perspectief":["mens"]}' in journal.read_text("utf-8")
    again, keyboard = play(commands, script("1"), "--journaal", journal)
    assert "Welk perspectief" not in again.out, "it was answered"
    assert done.status == again.status == 0


def test_a_mistyped_finger_is_typed_again(commands: Commands, journal: Path) -> None:
    done, _ = play(commands, script("2", "5", "ongedaan", "3", "1"), PROEF, "--zaad", 7, "--journaal", journal)
    assert '"vingers":[3,1]' in journal.read_text("utf-8")
    assert "Vergist? Typ ongedaan, dan tikt de laatste van jullie het opnieuw." in done.out


def test_w_and_a_number_tells_what_a_choice_costs_and_adds_up(commands: Commands, journal: Path) -> None:
    done, keyboard = play(commands, script(*BEGIN, "w1", "3", "w1"), PROEF, "--zaad", 7, "--journaal", journal)
    assert journal.read_bytes().count(b"\n") == 2, "the beginning and the fingers: nothing was done"
    told = done.out.partition("> w1\n")[2]
    assert "Wat het kost: 1 tijd" in told
    assert re.search(r"^ +\+1  elke zet kost een punt tijd\n +1 = samen$", told, re.MULTILINE)
    assert len(choices(questions(keyboard)[2])) > 2


def test_why_says_the_same_as_the_screen(commands: Commands, journal: Path) -> None:
    """Every line of an answer on the screen is said in line mode too."""
    from geboortespel.engine.game import Game
    from geboortespel.scenario.reader import read
    from geboortespel.session.session import Session
    from geboortespel.tui import why as on_screen
    from geboortespel.words.voice import Voice
    from geboortespel.words.why import Reader, places
    from geboortespel.words.why.written import lines

    scenario = read(Path(__file__).parent / "proef" / "scenario.yaml").scenario
    assert scenario is not None
    session = Session(Game(scenario), 7)
    who = Reader(Voice(session.board, "nl"), session.view(None), session)
    for _, some in places.everything(who):
        for one in some:
            account = one.tell()
            said = "\n".join(lines(account, who.voice.tr))
            for paragraph in on_screen.page(account, who.voice.tr):
                words = [word for word in paragraph.plain.split() if word.strip("─")]
                assert all(word in said for word in words), (account.title, paragraph.plain)
