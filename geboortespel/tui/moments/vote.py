"""The vote: a prediction by everybody, then the votes one by one by rising power, each with a reason of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content

from geboortespel.tui.marks import DOWN, UP
from geboortespel.tui.moments import conversation
from geboortespel.tui.stage import Stage, answer, quoted, soft
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.why import votes as reasons

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.board import Board
    from geboortespel.tui.moments.teller import Note, Teller
    from geboortespel.words.why import Group


def decides(board: Board, action: Action) -> bool:
    """Whether the move asks the decision body for its decision."""
    move = board.scenario.moves[action.what]
    option = move.options.get(action.choice)
    effects = [*move.effects, *(e for item in move.consequences for e in item.effects)]
    if option:
        effects += [*option.effects, *(e for item in option.consequences for e in item.effects)]
    return any(getattr(effect, "name", "") == "besluit" for effect in effects)


def _heading(teller: Teller) -> str:
    body = teller.session.board.scenario.body
    return one_line(body.title) if body and body.title else teller.tr("The vote")


async def predict(teller: Teller) -> None:
    """How many will be for, says each person; remembered."""
    tr, body = teller.tr, teller.session.board.scenario.body
    members = len(body.members) if body else 0
    if not members:
        return
    said: list[int | None] = []
    for n in range(1, teller.people.count + 1):
        beats = [Content(tr("Before they vote: how many of the {n} will be for?").format(n=members))]
        if teller.several:
            beats += [soft(f"{capital(teller.person(i))}: {k}") for i, k in enumerate(said, 1) if k is not None]
            beats.append(Content.styled(tr("{player} thinks:").format(player=capital(teller.person(n))), "bold"))
        rows = [answer(str(k), k, tr("{n} for").format(n=k).partition(" ")[2]) for k in range(members + 1)]
        given = await teller.scene(Stage(_heading(teller), beats, rows, escape="", numbers=lambda: _hangs_on(teller)))
        said.append(int(given) if given else None)
    if any(k is not None for k in said):
        teller.remark("voorspelling", {"voor": said})


def predicted(data: dict[str, Any]) -> list[int | None]:
    """What was predicted, per person; an old journal has a single number."""
    held = data.get("voor")
    return [n if isinstance(n, int) else None for n in held] if isinstance(held, list) else [held]


async def reveal(teller: Teller, notes: Sequence[Note]) -> None:
    """The votes among these notes, by rising power, each on a key; then what it comes to."""
    votes = [note for note in notes if note[0] == "stem"]
    if not votes:
        return
    tr = teller.tr
    beats = _last_word(teller, notes)
    beats.append(soft(tr("The votes come one by one, from the least weight to the most.")))
    beats += [_vote(teller, note) for note in votes]
    beats.append(_result(teller, votes))

    def numbers() -> Sequence[Group]:
        return [(_heading(teller), reasons.after(teller.reader, votes))]

    await teller.scene(Stage(_heading(teller), beats, held=len(votes) + 1, numbers=numbers))


def _hangs_on(teller: Teller) -> Sequence[Group]:
    """What a vote hangs on, before it."""
    return [(_heading(teller), reasons.before(teller.reader))]


def _last_word(teller: Teller, notes: Sequence[Note]) -> list[Content]:
    """The last sentence and what it met with, told before the votes."""
    first = next(n for n, note in enumerate(notes) if note[0] == "stem")
    view = teller.session.view(None)
    words = [note for note in notes[:first] if note[0] in ("slotzin", "raak", "mis", "sleets")]
    if not words or words[0][0] != "slotzin":
        return []
    told = [line for note in words for line in teller.story.note(note, view) if line]
    return [Content("\n").join(told)] if told else []


def _vote(teller: Teller, note: Note) -> Content:
    """One vote: a mark, a word, and a concern that was met or not, in their own words."""
    tr, (_, actor, vote, concern) = teller.tr, note
    yes, name = vote == "ja", teller.voice.titles.actor(actor)
    style = "bold $groen" if yes else "bold $rood"
    lines = [Content.assemble((f"{UP if yes else DOWN} ", style), (f"{name}: ", "bold"),
                              (tr("for") if yes else tr("against"), style))]  # fmt: skip
    spoken = _words(teller, actor, concern, yes)
    if spoken:
        lines.append(Content("  ") + quoted(spoken))
    return Content("\n").join([*lines, Content("  ") + soft(_reason(teller, concern, yes))])


def _reason(teller: Teller, concern: str, yes: bool) -> str:
    tr = teller.tr
    if not concern:
        return tr("Nobody knows what made the difference.") if yes else tr("What held them back, nobody heard.")
    said = tr("Met: {concern}.") if yes else tr("Not met: {concern}.")
    return said.format(concern=teller.voice.titles.concern(concern).lower())


def _words(teller: Teller, actor: str, concern: str, yes: bool) -> str:
    """What they say with it: for, what they said to the argument that met the concern; against, the concern itself."""
    view = teller.session.view(None)
    if not concern:
        return ""
    if not yes:
        return conversation.concern_line(teller, actor, concern)
    told = [
        argument.id
        for argument in teller.session.board.scenario.arguments.values()
        if concern in argument.answers and view.value(f"herhaald.{actor}.{argument.id}")
    ]
    return next((line for a in told if (line := teller.voice.line(actor, f"raak.{a}", view))), "")


def _result(teller: Teller, votes: Sequence[Note]) -> Content:
    tr = teller.tr
    yes = sum(note[2] == "ja" for note in votes)
    lines = [Content.styled(tr("{yes} for, {no} against.").format(yes=yes, no=len(votes) - yes), "bold $warm")]
    if "voorspelling" in teller.remarks():
        said = predicted(teller.remarks()["voorspelling"])
        for n, k in enumerate(said, 1):
            if k is None:
                continue
            right = " " + tr("That is how it went.") if k == yes else ""
            who = tr("You predicted {n} for.") if len(said) == 1 else tr("{player} predicted {n} for.")
            lines.append(soft(who.format(n=k, player=capital(teller.person(n))) + right))
    return Content("\n").join(lines)
