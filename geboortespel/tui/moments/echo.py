"""The echo at the end of a phase: all point at the weakest perspective, then the lanterns light, then the gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.hand import Hand
from geboortespel.tui.moments import lanterns
from geboortespel.tui.stage import Stage, answer, soft
from geboortespel.words.refusals import capital
from geboortespel.words.why import places

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.view import View
    from geboortespel.tui.moments.teller import Note, Teller
    from geboortespel.tui.widgets.rows import Item


async def play(teller: Teller, part: Sequence[Note]) -> Action | None:
    """Ask, show, and offer the gate when there is one; the gate's answer, to be done by the caller."""
    view = teller.session.view(None)
    found = lanterns.perspectives(teller.voice, view)
    heading = teller.tr("The end of {phase}").format(phase=teller.voice.titles.phase(part[0][1]))
    pointed = await _pointed(teller, heading, found) if len(found) > 1 else []
    if any(pointed):
        teller.remark("zwakste", {"perspectief": pointed})
    return await _lights(teller, heading, part, view, pointed)


async def unanswered(teller: Teller) -> Action | None:
    """When a game is gone on with at a gate: the echo before it once more, with what was pointed at then."""
    session = teller.session
    if session.view(None).waiting != "poort":
        return None
    way = session.moments.way(session.line)
    echoes = [note for moment in way for note in reversed(moment.notes) if note[0] == "echo"]
    said = [data.get("perspectief") for kind, data in session.remarks if kind == "zwakste"]
    if not echoes:
        return None
    if len(said) < len(echoes):
        return await play(teller, echoes[:1])
    heading = teller.tr("The end of {phase}").format(phase=teller.voice.titles.phase(echoes[0][1]))
    last = said[-1]
    pointed = [str(p) for p in last] if isinstance(last, list) else [str(last)]
    return await _lights(teller, heading, echoes[:1], session.view(None), pointed)


async def _pointed(teller: Teller, heading: str, found: Sequence[str]) -> list[str]:
    """What each person points at; '' for who points at nothing."""
    tr, pointed = teller.tr, list[str]()
    names = teller.voice.titles.perspective
    for n in range(1, teller.people.count + 1):
        rows = [answer(p, i, names(p)) for i, p in enumerate(found, 1)]
        beats = [Content(tr("Before the lanterns light: which perspective is the weakest, do you think?"))]
        if teller.several:
            beats[0] = Content(tr("Before the lanterns light: point at the weakest perspective, all at once."))
            beats += [soft(_said(teller, i + 1, p)) for i, p in enumerate(pointed)]
            beats.append(Content.styled(tr("{player} pointed at:").format(player=capital(teller.person(n))), "bold"))
        pointed.append(await teller.scene(Stage(heading, beats, rows, escape="")))
    return pointed


def _said(teller: Teller, n: int, perspective: str) -> str:
    name = teller.voice.titles.perspective(perspective) if perspective else teller.tr("nothing")
    return f"{capital(teller.person(n))}: {name}"


async def _lights(teller: Teller, heading: str, part: Sequence[Note], view: View, pointed: Sequence[str]
                  ) -> Action | None:  # fmt: skip
    told = [line for note in part[1:] if note[0] != "einde" for line in teller.story.note(note, view) if line]
    beats = [*told, *_compared(teller, view, pointed)]
    rows: Sequence[Item] = ()
    actions: dict[str, Action] = {}
    if view.waiting == "poort":
        hand = Hand(teller.voice, view, "")
        step = hand.step(())
        rows, actions = step.items, step.actions
        beats.append(hand.introduction())
        beats.append(Content.styled(step.title, "bold"))
    picture = lanterns.frames(teller.voice, view, tall=teller.tall)
    stage = Stage(
        heading, beats, rows, picture=picture, escape="" if rows else None, numbers=lambda: places.lights(teller.reader)
    )
    while True:
        action = actions.get(await teller.scene(stage))
        if action is None or action.what != "stoppen" or await _sure(teller, heading):
            return action


async def _sure(teller: Teller, heading: str) -> bool:
    """Stopping ends the game: one key more."""
    tr = teller.tr
    rows = [answer("ja", 1, tr("Yes, we stop")), answer("nee", 2, tr("No, back"))]
    beats = [Content(tr("Then the game ends here. Is that your decision?"))]
    return await teller.scene(Stage(heading, beats, rows, escape="nee")) == "ja"


def _compared(teller: Teller, view: View, pointed: Sequence[str]) -> list[Content]:
    """What they pointed at, against what is."""
    tr, weak = teller.tr, lanterns.weakest(teller.voice, view)
    if not any(pointed):
        return []
    if not weak:
        return [Content(tr("Everything is green: there is no weakest."))]
    name = teller.voice.titles.perspective(weak)
    if not teller.several:
        if pointed[0] == weak:
            return [Content(tr("You saw it: {perspective} is the weakest.").format(perspective=name))]
        other = teller.voice.titles.perspective(pointed[0])
        said = tr("You pointed at {pointed}. {perspective} is weaker still.")
        return [Content(said.format(pointed=other, perspective=name))]
    right = [capital(teller.person(n)) for n, p in enumerate(pointed, 1) if p == weak]
    who = ", ".join(right) if right else tr("nobody")
    return [Content(tr("{perspective} is the weakest. Seen by: {who}.").format(perspective=name, who=who))]
