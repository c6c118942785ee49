"""What a move came to, in the order in which it is told."""

from __future__ import annotations

from geboortespel.engine.ledger import Log
from geboortespel.session.driver import Driver
from geboortespel.words.voice import Voice
from tests.shipped import game, scenario


def _told(name: str, what: str, choice: str = "", having: str = "zet") -> list[tuple[tuple[str, ...], str]]:
    """The notes of the first such move of a game of `name` that has a note `having`, with their Dutch text."""
    played = game(name)
    driver = Driver(played, 1)
    s = driver.start()
    for _ in range(200):
        legal = [played.actions[index] for index in played.legal_indices(s)]
        action = next((a for a in legal if (a.what, a.choice) == (what, choice)), None)
        if action is not None:
            log = Log()
            after = played.apply(s, action, log)
            if all(note[0] != having for note in log.notes):
                s = driver.settle(played.apply(s, next(a for a in legal if a.kind == "pas")))[0]
                continue
            voice, view = Voice(played.board, "nl"), played.view(after)
            return [(note, voice.note(note, view)) for note in log.notes]
        s = driver.settle(played.apply(s, legal[0]))[0]
    raise AssertionError(f"no {what} {choice} with {having}")


def test_a_consequence_of_an_option_is_told_in_its_own_words() -> None:
    told = [text for note, text in _told("eerste-dijk", "marktconsultatie", "risicomiddag") if note[0] == "gevolg"]
    move = scenario("eerste-dijk").moves["marktconsultatie"]
    own = [item.text.strip() for item in move.options["risicomiddag"].consequences if item.text]
    assert len(told) == len(set(told)) == 2
    assert told[1] in own


def test_a_move_is_told_before_what_it_did_to_a_threshold() -> None:
    codes = [note[0] for note, _ in _told("eerste-dijk", "controller-betrekken", having="route")]
    assert codes.index("gevolg") < codes.index("route")


def test_an_ending_in_lines_keeps_them_under_its_title() -> None:
    played = game("graaf-reinald")
    outcome = played.board.scenario.outcomes["geboren"]
    told = Voice(played.board, "nl").note(("einde", "geboren"), played.view(Driver(played, 1).start())).splitlines()
    assert told == [f"{outcome.title}.", *outcome.text.strip().splitlines()]
