"""The news of a month, read aloud by the kartrekker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geboortespel.tui.moments import turns
from geboortespel.tui.stage import Stage, soft
from geboortespel.words.refusals import capital
from geboortespel.words.why import places

if TYPE_CHECKING:
    from textual.content import Content

    from geboortespel.tui.moments.teller import Note, Teller


async def play(teller: Teller, part: Sequence[Note], *, whole: bool = False) -> None:
    """A card on the table; `whole`: a scene, as long as the table is not in sight yet."""
    view = teller.session.view(None)
    told = [line for note in part for line in teller.story.note(note, view)]
    told = told[1:] if told and not told[0] else told
    if len(told) < 2:
        return
    title, news = told[0].plain, [line for line in told[1:] if line]
    month = int(part[0][1])
    if whole:
        stage = Stage(title, [*news, soft(duty(teller, month))], numbers=lambda: places.everything(teller.reader))
        await teller.scene(stage)
    else:
        await teller.news(title, [*spaced(news), soft(duty(teller, month))])


async def between(teller: Teller, part: Sequence[Note]) -> None:
    """News in the middle of a month: a card that the facilitator let happen."""
    view = teller.session.view(None)
    told = [line for note in part for line in teller.story.note(note, view) if line]
    if told:
        await teller.news(teller.tr("In between"), spaced(told))


def duty(teller: Teller, month: int) -> str:
    """Who reads this aloud, and what the two duties are; short once they are known."""
    tr = teller.tr
    if not teller.several:
        if month > 1:
            return tr("You take the lead this month, and you speak against as well.")
        return tr(
            "You take the lead: you read the news aloud, also to yourself. You are the dissenting voice as well: when "
            "you visit somebody, you first guess what holds them back."
        )
    lead = capital(teller.person(turns.lead(month, teller.people.count)))
    against = capital(teller.person(turns.against(month, teller.people.count)))
    said = tr("{player} takes the lead this month: read this aloud, and decide when you do not agree.")
    other = tr("{player} is the dissenting voice: speak for whoever is visited, and guess what holds them back.")
    if month > 2:
        said = tr("{player} takes the lead and reads this aloud.")
        other = tr("{player} is the dissenting voice.")
    return f"{said.format(player=lead)} {other.format(player=against)}"


def spaced(lines: Sequence[Content]) -> list[Content]:
    """Lines with a blank one after each."""
    from textual.content import Content

    return [part for line in lines for part in (line, Content(""))]
