"""What an event asks: what several roles can do is said once, on the screen and in line mode."""

from __future__ import annotations

from geboortespel.engine.game import Game
from geboortespel.session.session import Session
from geboortespel.tui.hand import Hand
from geboortespel.words.voice import Voice
from tests import shipped


def test_an_answer_that_three_roles_can_give_stands_once_with_who_else_can() -> None:
    session = Session(Game(shipped.scenario("markermeerdijken")), 3)
    voice, view = Voice(session.board, "nl"), session.view(None)
    assert view.waiting == "keuze"
    shared = [action for action in view.legal if action.seat]
    roles = [voice.titles.seat(action.seat) for action in shared]
    assert len(shared) == len(set(roles)) == 3
    assert len({action.choice for action in shared}) == 1
    said = voice.answers(view.legal, view)
    text = voice.titles.answer(shared[0].what, shared[0].choice)
    assert said[-3:] == [f"{text} ({roles[0]})", f"hetzelfde ({roles[1]})", f"hetzelfde ({roles[2]})"]
    assert said[:-3] == [voice.action(action, view) for action in view.legal[:-3]]
    on_screen = [item.row.left.plain.partition(" ")[2] for item in Hand(voice, view, "").step(()).items]
    assert on_screen == said
