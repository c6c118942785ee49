"""A dilemma for one role alone: a cover, the dilemma, the answer, and a cover again.

On a projector nobody can look away: then the role has it on a printed card, and the screen asks for a number only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.report.whisper import number_of
from geboortespel.tui.board import said
from geboortespel.tui.stage import Stage, answer, soft
from geboortespel.words.refusals import capital
from geboortespel.words.why import Reader, moves

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.session.session import Receipt
    from geboortespel.tui.moments.teller import Teller

REMARK = "fluisterkaarten"
SHOW, CARD = "toon", "kaart"


async def play(teller: Teller) -> Receipt | None:
    """Ask the seat that the game asks alone now."""
    seat = teller.session.view(None).private
    if not teller.several and not _cards_before(teller):  # nobody has to look away
        return await _shown(teller, seat)
    by_card = await _cover(teller, seat) == CARD
    if by_card != _cards_before(teller):
        teller.remark(REMARK, {"aan": by_card})
    if by_card and (chosen := await _by_card(teller, seat)) is not None:
        return await _noted(teller, chosen)
    return await _shown(teller, seat)


def _cards_before(teller: Teller) -> bool:
    """Whether this table answered the last one from a printed card."""
    return bool(teller.remarks().get(REMARK, {}).get("aan"))


async def _cover(teller: Teller, seat: str) -> str:
    """Nothing secret in sight: who has to come to the screen, and how they want it."""
    tr, role = teller.tr, teller.voice.titles.seat(seat)
    if teller.several:
        player = tr("player {n}").format(n=teller.people.of(seat))
        to = Content.styled(tr("Pass it on to {player}: {role}").format(player=player, role=role), "bold $warm")
        beats = [to, Content(tr("Something for you alone. The others look away for a moment."))]
    else:
        beats = [Content.styled(role, "bold $warm"), Content(tr("Something for you alone. Nobody else hears of it."))]
    rows = [answer(SHOW, 1, tr("I am here: let me see it")), answer(CARD, 2, tr("I have it on a whisper card"))]
    if _cards_before(teller):
        rows.reverse()
        rows = [answer(CARD, 1, tr("I have it on a whisper card")), answer(SHOW, 2, tr("I am here: let me see it"))]
    return await teller.scene(Stage(tr("In private"), beats, rows, mood="dicht"))


async def _shown(teller: Teller, seat: str) -> Receipt | None:
    """The dilemma on the screen, its answer, what came of it, and the screen back on the table."""
    tr, view = teller.tr, teller.session.view(seat)
    event = teller.voice.titles.event(view.pending)
    text = said(teller.session.board.events[view.pending].text)
    actions = {action.choice: action for action in view.legal if action.kind == "keuze"}
    rows = [
        answer(choice, n, teller.voice.titles.answer(action.what, choice),
               right=soft("; ".join(teller.voice.known(action, view))))
        for n, (choice, action) in enumerate(actions.items(), 1)
    ]  # fmt: skip
    who = Reader(teller.voice, view, teller.session)
    numbers = teller.asked(event, ((choice, moves.row(who, [action])) for choice, action in actions.items()))
    alone = tr("{role}, in private. Nobody else hears of it.").format(role=teller.voice.titles.seat(seat))
    chosen = await teller.scene(Stage(event, [soft(alone), text], rows, numbers=numbers))
    receipt = teller.act(actions[chosen])
    if receipt is None:
        return None
    session = teller.session
    own = [note for note in session.notes(receipt.line, seat) if not session.view(None).shows(note)]
    after = session.view(seat)
    told = [line for note in own for line in teller.story.note(note, after) if line]
    stays = soft(tr("This stays with you until the end of the game."))
    await teller.scene(Stage(event, [*told, stays]))
    if teller.several:
        await _closed(teller)
    return receipt


async def _by_card(teller: Teller, seat: str) -> Action | None:
    """Only numbers in sight: which card to take, and which answer; None for who has no card after all."""
    tr, view, board = teller.tr, teller.session.view(seat), teller.session.board
    card = number_of(board.scenario, seat, view.pending)
    options = list(board.events[view.pending].options)
    actions = {str(options.index(action.choice) + 1): action for action in view.legal if action.kind == "keuze"}
    heading = tr("{role}, whisper card {n}").format(role=teller.voice.titles.seat(seat), n=card)
    rows = [answer(key, int(key), capital(tr("answer {n}").format(n=key))) for key in sorted(actions)]
    rows.append(answer(SHOW, 0, soft(tr("I have no card: let me see it here"))))
    beats = [Content(tr("Read your card. Which answer do you give?"))]
    if len(actions) < len(options):
        beats.append(soft(tr("An answer that is not here takes more than you have now.")))
    chosen = await teller.scene(Stage(heading, beats, rows, mood="dicht"))
    return actions.get(chosen)


async def _noted(teller: Teller, action: Action) -> Receipt | None:
    """Do what was answered from a card, and say no more than that."""
    tr, receipt = teller.tr, teller.act(action)
    if receipt is not None:
        await teller.scene(Stage(tr("In private"), [Content(tr("It has been written down. You keep the card."))],
                                 mood="dicht"))  # fmt: skip
    return receipt


async def _closed(teller: Teller) -> None:
    said = capital(teller.tr("put the screen back on the table."))
    await teller.scene(Stage(teller.tr("In private"), [Content(said)], mood="dicht"))
