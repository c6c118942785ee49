"""The first conversation, before the table is in sight: whom to visit, a greeting, a question, and what is heard.

It is a real listening move of the engine, and costs what it costs. Who knows the game goes straight to the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.hand import Hand
from geboortespel.tui.stage import Stage, answer, quoted, soft
from geboortespel.words.plain import joined, one_line, safe
from geboortespel.words.refusals import capital
from geboortespel.words.why import moves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geboortespel.engine.actions import Action
    from geboortespel.session.session import Receipt
    from geboortespel.tui.moments.teller import Note, Teller

MOST_VISITS = 3
TABLE = "tafel"


async def play(teller: Teller) -> tuple[Note, ...]:
    """Have the first conversation; what else came of it, to be told."""
    visits = first_visits(teller)
    chosen = await _whom(teller, visits) if visits else None
    receipt = teller.act(chosen) if chosen is not None else None
    if chosen is None or receipt is None:
        return ()
    asked, notes = await _greeting(teller, chosen), receipt.notes
    if teller.session.view(None).waiting == "gok":
        from geboortespel.tui.moments import guess

        receipt = await guess.play(teller, whole=True)
        notes = receipt.notes if receipt is not None else ()
    await _heard(teller, chosen, asked, notes)
    return notes


async def choice(teller: Teller) -> Receipt | None:
    """A question that the news asks of the whole table, as a scene."""
    view = teller.session.view(None)
    hand = Hand(teller.voice, view, "")
    step = hand.step(())
    numbers = teller.asked(step.title, ((key, moves.row(teller.reader, [a])) for key, a in step.actions.items()))
    chosen = await teller.scene(Stage(step.title, [hand.introduction()], step.items, numbers=numbers))
    receipt = teller.act(step.actions[chosen])
    if receipt is not None:
        now = teller.session.view(None)
        told = [line for note in receipt.notes for line in teller.story.note(note, now) if line]
        if told:
            await teller.scene(Stage(step.title, told))
    return receipt


def first_visits(teller: Teller) -> list[Action]:
    """Listening moves to choose the first from: at most three people, those who weigh most first."""
    view = teller.session.view(None)
    board = teller.session.board
    if view.waiting != "zet":
        return []
    found: dict[str, Action] = {}
    for action in view.legal:
        listens = action.kind == "zet" and board.scenario.moves[action.what].verb == "luisteren"
        if listens and action.seat in teller.people.share and action.target in board.scenario.actors:
            found.setdefault(action.target, action)
    return sorted(found.values(), key=lambda action: -board.power[action.target])[:MOST_VISITS]


async def _whom(teller: Teller, visits: Sequence[Action]) -> Action | None:
    tr, board = teller.tr, teller.session.board
    rows = []
    for n, action in enumerate(visits, 1):
        name = Content.styled(teller.voice.titles.actor(action.target), "bold")
        goes = soft(tr("{seat} goes").format(seat=teller.voice.titles.the_seat(action.seat)))
        about = Content(" ".join(safe(board.actor_text(action.target)).split()))
        rows.append(answer(action.target, n, name, right=goes, about=about))
    rows.append(answer(TABLE, 0, soft(tr("We know the game: straight to the table"))))
    beats = [
        Content(tr("Before anything lies on the table: whom do you visit first?")),
        soft(tr("You go to listen. Convincing comes later. It takes a point of time, like most things.")),
    ]
    title = tr("The first conversation")
    numbers = teller.asked(title, ((action.target, moves.row(teller.reader, [action])) for action in visits))
    chosen = await teller.scene(Stage(title, beats, rows, escape=TABLE, numbers=numbers))
    return next((action for action in visits if action.target == chosen), None)


async def _greeting(teller: Teller, action: Action) -> str:
    """The greeting, and what you ask: three ways to listen, all of them good."""
    tr, view = teller.tr, teller.session.view(None)
    who = teller.voice.titles.actor(action.target)
    said = teller.voice.line(action.target, "groet", view)
    greeting = (
        quoted(said)
        if said
        else Content(tr("{who} looks up.").format(who=capital(teller.voice.titles.the_actor(action.target))))
    )
    questions = {
        "1": tr('"What would you lie awake of, if we did this?"'),
        "2": tr('"What do I have to know about your work?"'),
        "3": tr("Say nothing. Pour coffee, and wait."),
    }
    rows = [answer(key, int(key), text) for key, text in questions.items()]
    beats = [greeting, soft(tr("{seat} sits down. What do you ask?").format(
        seat=capital(teller.voice.titles.the_seat(action.seat))))]  # fmt: skip
    return questions[await teller.scene(Stage(who, beats, rows))]


async def _heard(teller: Teller, action: Action, asked: str, notes: Sequence[Note]) -> None:
    """What was heard, and what one can do with it."""
    tr = teller.tr
    concern = next((note[2] for note in notes if note[0] == "gehoord" and note[1] == action.target), "")
    who = teller.voice.titles.actor(action.target)
    beats: list[Content] = [soft(asked)]
    if concern:
        beats.append(quoted(concern_line(teller, action.target, concern)))
        beats.append(Content(tr("So that is what it is about: {concern}.").format(
            concern=teller.voice.titles.concern(concern).lower())))  # fmt: skip
        fits = fitting(teller, concern)
        if fits:
            beats.append(Content(tr("A story that answers it: {arguments}. Make it sound, then come back.").format(
                arguments=joined(fits, tr("or")))))  # fmt: skip
    else:
        view = teller.session.view(None)
        beats += [line for note in notes for line in teller.story.note(note, view) if line]
    beats.append(soft(tr("This is how you get to know everybody: listen first, tell later. Now the table.")))
    await teller.scene(Stage(who, beats))


def concern_line(teller: Teller, actor: str, concern: str) -> str:
    """A concern in somebody's own words, else in those everybody has for it, else its name."""
    said = teller.voice.line(actor, f"zorg.{concern}", teller.session.view(None))
    own = teller.session.board.scenario.concerns.get(concern)
    return said or (one_line(own.line) if own else "") or teller.voice.titles.concern(concern)


def fitting(teller: Teller, concern: str, most: int = 2) -> list[str]:
    """Arguments that answer a concern, the strongest first, in quotation marks."""
    arguments = teller.session.board.scenario.arguments.values()
    found = sorted((a for a in arguments if concern in a.answers), key=lambda a: -a.answers[concern])
    return [f"'{teller.voice.titles.argument(a.id).lower()}'" for a in found[:most]]
