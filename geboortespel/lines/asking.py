"""What a move asks in line mode: a guess at a concern before it is told, a last sentence before a vote (design 5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from geboortespel.lines import why
from geboortespel.lines.board import person
from geboortespel.lines.choose import Question, Row, rows
from geboortespel.lines.choose import choose as _choose
from geboortespel.words.plain import safe
from geboortespel.words.why import moves, quantities

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
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
    speaker = 0
    if len(play.people) > 1:
        before = sum(1 for kind, _ in play.session.remarks if kind == OPPOSITION)
        speaker = before % len(play.people) + 1
        said = tr("Player {n} speaks for {who} this time, and guesses for you all.").format(n=speaker, who=who)
        play.terminal.say(said)
    guesses = [action for action in view.legal if action.choice]
    listed = rows([voice.action(action, view) for action in guesses])
    number = _choose(play.terminal, Question(title, listed, tr("no guess")), play.command)
    if speaker:
        play.remember(OPPOSITION, {"persoon": speaker, "actor": view.pending})
    play.act(guesses[number - 1] if number else view.legal[-1])


def last_word(play: Play, view: View) -> None:
    """Before a decision: one sentence to one voter, or nothing to add."""
    seat = view.to_act[0]
    if seat not in play.seats:
        play.stand_in()
        return
    tr, voice, seen = play.tr, play.voice, play.session.view(seat)
    by_voter: dict[str, list[Action]] = {}
    for action in seen.legal[:-1]:
        by_voter.setdefault(action.target, []).append(action)
    voters = list(by_voter)
    play.terminal.gap()
    title = tr("One last sentence before they vote. To whom?")
    people = tuple(
        Row(
            person(voice, seen, voter),
            why=why.of(tr, partial(quantities.asked, play.reader, f"steun.{voter}")),
        )
        for voter in voters
    )
    while True:
        number = _choose(play.terminal, Question(title, people, tr("nothing to add")), play.command)
        if not number:
            play.act(seen.legal[-1])
            return
        sentences = by_voter[voters[number - 1]]
        said = tuple(_sentence(play, seen, action) for action in sentences)
        number = _choose(play.terminal, Question(people[number - 1].text, said, tr("back")), play.command)
        if number:
            play.act(sentences[number - 1])
            return


def _sentence(play: Play, view: View, action: Action) -> Row:
    """An argument with what is known of it there."""
    argument = play.voice.board.scenario.arguments[action.choice]
    known = "; ".join(play.voice.known(action, view))
    title = play.voice.titles.argument(action.choice)
    reasons = why.of(play.tr, partial(moves.row, play.reader, [action]))
    return Row(f"{title} ({known})" if known else title, safe(argument.text), reasons)
