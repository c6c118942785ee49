"""The vote: a prediction by everybody, then the votes one by one by rising power, each with a reason of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content

from geboortespel.tui.stage import Stage, answer, soft
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.board import Board
    from geboortespel.tui.moments.teller import Note, Teller


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
        given = await teller.scene(Stage(_heading(teller), beats, rows, escape=""))
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
    tr, power = teller.tr, teller.session.board.power
    votes.sort(key=lambda note: power[note[1]])
    beats = [soft(tr("The votes come one by one, from the least weight to the most."))]
    beats += [_vote(teller, note) for note in votes]
    beats.append(_result(teller, votes))
    await teller.scene(Stage(_heading(teller), beats, held=len(votes) + 1))


def _vote(teller: Teller, note: Note) -> Content:
    """One vote with its reason, as the story tells it, and a mark that can't be missed."""
    view = teller.session.view(None)
    told = Content("\n").join(teller.story.note(note, view))
    mark = ("▲ ", "bold $groen") if note[2] == "ja" else ("▼ ", "bold $rood")
    return Content.assemble(mark, told)


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
