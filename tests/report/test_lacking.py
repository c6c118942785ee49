"""What was still not green is named when a game ends."""

from __future__ import annotations

from geboortespel.report.lacking import MOST, lacking
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.shipped import game


def test_everything_that_is_not_green_is_named_or_counted_the_red_first() -> None:
    session = Session(game("graaf-reinald"), 7, people=())
    voice, view = Voice(session.board, "nl"), session.view(None)
    said = lacking(voice, view)
    colours = [view.colour(aspect) for aspect in view.required]
    short = len(colours) - colours.count("groen")
    assert short > MOST + 1
    assert said.startswith("Nog niet op groen: ")
    assert said.endswith(f" en nog {short - MOST}.")
    assert said.count("(○ rood)") == min(MOST, colours.count("rood"))


def test_a_few_are_all_named_and_nothing_is_said_when_all_is_green() -> None:
    session = Session(game("graaf-reinald"), 7, people=())
    voice, view = Voice(session.board, "nl"), session.view(None)
    names = {"vertrouwen": "rood", "kader": "oranje"}

    class Nearly:
        required = view.required

        @staticmethod
        def colour(aspect: str) -> str:
            return names.get(aspect, "groen")

    assert lacking(voice, Nearly()) == "Nog niet op groen: vertrouwen (○ rood) en afwegingskader (◐ oranje)."  # type: ignore[arg-type]
    names.clear()
    assert lacking(voice, Nearly()) == ""  # type: ignore[arg-type]
