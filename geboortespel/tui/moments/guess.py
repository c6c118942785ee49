"""The dissenting voice: before a concern is told, somebody speaks for the one who is visited and guesses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.moments import conversation, turns
from geboortespel.tui.stage import Stage, answer, quoted, soft
from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.session.session import Receipt
    from geboortespel.tui.moments.teller import Teller
    from geboortespel.tui.widgets.rows import Item

REMARK = "tegenstem"
NONE = "geen"


async def play(teller: Teller, *, whole: bool = False) -> Receipt | None:
    """Ask for the guess, on a card (`whole`: as a scene); do it. A hit is told on a card of its own."""
    view = teller.session.view(None)
    actor, guesses = view.pending, [action for action in view.legal if action.choice]
    rows = [answer(a.choice, n, capital(teller.voice.titles.concern(a.choice))) for n, a in enumerate(guesses, 1)]
    rows.append(answer(NONE, 0, soft(teller.tr("no guess"))))
    person = _person(teller)
    heading, question = _asked(teller, actor, person)
    given = await _answer(teller, heading, question, rows, whole)
    if teller.several:
        teller.remark(REMARK, {"persoon": person, "actor": actor})
    chosen = next((action for action in guesses if action.choice == given), view.legal[-1])
    receipt = teller.act(chosen, follows=True)
    if receipt is not None and _hit(receipt):
        await _celebrate(teller, actor, chosen.choice, whole)
    return receipt


def _person(teller: Teller) -> int:
    """Who guesses: this month's dissenting voice, unless it is they who listen."""
    view = teller.session.view(None)
    return turns.against(view.round, teller.people.count, teller.people.of(view.to_act[0]))


def _asked(teller: Teller, actor: str, person: int) -> tuple[str, str]:
    """(heading, question)."""
    tr, who = teller.tr, teller.voice.titles.the_actor(actor)
    if teller.several:
        heading = tr("{player} speaks").format(player=capital(teller.person(person)))
        return heading, tr("Take the chair of {who}. What is it that holds you back?").format(who=who)
    return capital(who), tr("Before you hear it: what is it that holds {who} back, do you think?").format(who=who)


async def _answer(teller: Teller, heading: str, question: str, rows: list[Item], whole: bool) -> str:
    if whole:
        return await teller.scene(Stage(heading, [Content(question)], rows, escape=NONE))
    return await teller.ask(heading, question, rows)


def _hit(receipt: Receipt) -> bool:
    return any(note[0] == "gok" and note[3] == "raak" for note in receipt.notes)


async def _celebrate(teller: Teller, actor: str, concern: str, whole: bool) -> None:
    """A quiet moment: what was guessed is what is said."""
    tr, titles = teller.tr, teller.voice.titles
    said = quoted(conversation.concern_line(teller, actor, concern))
    warm = tr("Guessed. {who} notices that somebody looked from that chair, and is a little warmer towards you.")
    told = [said, Content(""), Content.styled(warm.format(who=capital(titles.the_actor(actor))), "$warm"), Content("")]
    if whole:
        await teller.scene(Stage(titles.actor(actor), [part for part in told if part], mood="warm"))
    else:
        await teller.card(titles.actor(actor), [*told, soft(_fits(teller, concern))])


def _fits(teller: Teller, concern: str) -> str:
    found = joined(conversation.fitting(teller, concern), teller.tr("or"))
    return teller.tr("What answers it: {arguments}.").format(arguments=found) if found else ""
