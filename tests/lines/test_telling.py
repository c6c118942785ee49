"""What line mode and the story of the table tell again, and what they tell once."""

from __future__ import annotations

import io
from itertools import chain

from geboortespel.lines.telling import Teller
from geboortespel.lines.terminal import Terminal
from geboortespel.session.session import Session
from geboortespel.tui.story import Story
from geboortespel.words.voice import Voice
from tests.shipped import game


def test_a_route_is_told_the_first_time_only() -> None:
    session, out = Session(game("eerste-dijk"), 1), io.StringIO()
    voice = Voice(session.board, "nl")
    teller = Teller(Terminal(voice.tr, io.StringIO("0\n" * 99), out, 500), voice, session, lambda _: False)
    routes: list[tuple[str, ...]] = []
    while len(routes) < 2:
        assert not session.finished
        view = session.view(None)
        seen = session.view(view.private or view.to_act[0])
        wanted = (action for action in seen.legal if action.what == "controller-betrekken" and view.round >= 3)
        passing = (action for action in seen.legal if action.kind == "pas")
        receipt = session.act(next(chain(wanted, passing, seen.legal)))
        teller.tell(receipt)
        routes += [note for note in receipt.notes if note[0] == "route"]
    assert routes[0] == routes[1]
    told = voice.note(routes[0], session.view(None))
    assert out.getvalue().count(told) == 1
    assert sum(told in line.plain for line in Story(session, voice).whole()) == 1
