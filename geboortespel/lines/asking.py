"""What a move asks in line mode: a guess at a concern before it is told (design 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.lines.choose import Question, rows
from geboortespel.lines.choose import choose as _choose

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.lines.play import Play

OPPOSITION = "tegenstem"
"""The remark that says who spoke for a stakeholder: {persoon, actor}."""


def guess(play: Play, view: View) -> None:
    """Before a concern is told: somebody guesses. Several people take turns in speaking for the other side."""
    seat = view.to_act[0]
    if seat not in play.seats:
        play.stand_in()
        return
    tr, voice = play.tr, play.voice
    who = voice.titles.the_actor(view.pending)
    play.terminal.gap()
    title = tr("What is it that {who} worries about, do you think?").format(who=who)
    if len(play.people) > 1:
        before = sum(1 for kind, _ in play.session.remarks if kind == OPPOSITION)
        number = before % len(play.people) + 1
        said = tr("Player {n} speaks for {who} this time, and guesses for you all.").format(n=number, who=who)
        play.terminal.say(said)
        play.remember(OPPOSITION, {"persoon": number, "actor": view.pending})
    guesses = [action for action in view.legal if action.choice]
    listed = rows([voice.action(action, view) for action in guesses])
    number = _choose(play.terminal, Question(title, listed, tr("no guess")), play.command)
    play.act(guesses[number - 1] if number else view.legal[-1])
