"""One last sentence to one voter, before the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from textual.content import Content

from geboortespel.tui.board import said
from geboortespel.tui.persons import stance
from geboortespel.tui.stage import Stage, answer, soft
from geboortespel.words.plain import one_line
from geboortespel.words.why import Group, moves, quantities, votes

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.session.session import Receipt
    from geboortespel.tui.moments.teller import Teller

NOTHING = "niets"


async def play(teller: Teller) -> Receipt | None:
    """Choose a voter, then what to say; back and forth until it is said, or there is nothing to add."""
    view = teller.session.view(teller.session.view(None).to_act[0])
    sentences = [action for action in view.legal if action.target]
    while True:
        voter = await _whom(teller, view, sentences)
        if voter == NOTHING:
            return teller.act(view.legal[-1])
        chosen = await _what(teller, view, [action for action in sentences if action.target == voter])
        if chosen is not None:
            return teller.act(chosen)


async def _whom(teller: Teller, view: View, sentences: list[Action]) -> str:
    tr, voters = teller.tr, dict.fromkeys(action.target for action in sentences)
    rows = [
        answer(voter, n, Content.styled(teller.voice.titles.actor(voter), "bold"),
               right=stance(teller.voice, view, voter), about=_heard(teller, view, voter))
        for n, voter in enumerate(voters, 1)
    ]  # fmt: skip
    rows.append(answer(NOTHING, 0, soft(tr("Nothing to add: let them vote"))))
    body = teller.session.board.scenario.body
    title = one_line(body.title) if body and body.title else tr("The vote")
    beats = [Content(tr("One last sentence, to one of them. Then they vote."))]
    who = teller.reader
    stands = [evolve(quantities.asked(who, f"steun.{voter}"), key=voter) for voter in voters]

    def numbers() -> list[Group]:
        rest = [one for one in votes.before(who) if not one.key.startswith("steun.")]
        return [(title, [*stands, *rest])]

    return await teller.scene(Stage(title, beats, rows, escape=NOTHING, numbers=numbers))


def _heard(teller: Teller, view: View, voter: str) -> Content:
    concerns = [teller.voice.titles.concern(concern).lower() for concern, _ in view.heard(voter)]
    return Content(", ".join(concerns))


async def _what(teller: Teller, view: View, sentences: list[Action]) -> Action | None:
    """Which argument; None for another voter after all."""
    tr, voice = teller.tr, teller.voice
    arguments = voice.board.scenario.arguments
    rows = [
        answer(a.choice, n, voice.titles.argument(a.choice), right=soft("; ".join(voice.known(a, view))),
               about=said(arguments[a.choice].text))
        for n, a in enumerate(sentences, 1)
    ]  # fmt: skip
    rows.append(answer("", 0, soft(tr("to somebody else after all"))))
    voter = voice.titles.actor(sentences[0].target)
    numbers = teller.asked(voter, ((a.choice, moves.row(teller.reader, [a])) for a in sentences))
    chosen = await teller.scene(Stage(voter, [Content(tr("What do you say?"))], rows, escape="", numbers=numbers))
    return next((action for action in sentences if action.choice == chosen), None)
