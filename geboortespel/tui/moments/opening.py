"""The first five minutes: a sentence, fingers, and who everybody is. No dashboard yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui import board
from geboortespel.tui.stage import Stage, answer, quoted, soft
from geboortespel.words.plain import joined, one_line, safe
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.tui.moments.teller import Teller

MOST_FINGERS = 5
GOOD = "goed"


async def play(teller: Teller) -> None:
    """Everything before the news of the first month."""
    await sentence(teller)
    if "vingers" not in teller.remarks():
        await fingers(teller)
    await roles(teller)


async def sentence(teller: Teller) -> None:
    """The sentence a game starts with, alone on the screen."""
    said = teller.session.board.scenario.opening
    if said is not None and said.text.strip():
        beats = [quoted(" ".join(safe(said.text).split()))]
        who = one_line(said.who)
        await teller.scene(Stage(one_line(teller.session.board.scenario.title),
                                 beats + ([soft(who)] if who else []), centred=True))  # fmt: skip


async def roles(teller: Teller) -> None:
    """One line per role, with who plays it."""
    tr, scenario, people = teller.tr, teller.session.board.scenario, teller.people
    beats = []
    for seat, believer in scenario.believers.items():
        if not believer.present:
            continue
        person = people.share.get(seat, 0)
        who = tr("player {n}").format(n=person) if person else tr("computer")
        name = Content.assemble((teller.voice.titles.seat(seat), "bold $accent-tekst"), (f"  {who}", "$zacht"))
        text = first_sentence(believer.text)
        beats.append(Content("\n").join([name, Content(text)]) if text else name)
    later = who_joins(teller)
    if beats and later:
        beats.append(soft(tr("Who may join you later: {people}.").format(people=joined(later, tr("and")))))
    if beats:
        heading = tr("These are you") if teller.several or len(beats) > 1 + bool(later) else tr("This is you")
        await teller.scene(Stage(heading, beats))


def who_joins(teller: Teller) -> list[str]:
    """Who is not among you from the start but can be: by whom they are now."""
    titles, believers = teller.voice.titles, teller.session.board.scenario.believers
    return [
        titles.the_actor(believer.was) if believer.was else titles.the_seat(seat)
        for seat, believer in believers.items()
        if not believer.present
    ]


def first_sentence(text: str) -> str:
    """A text up to its first full stop that ends a sentence of some length."""
    said = " ".join(safe(text).split())
    stop = said.find(". ", 12)
    return said if stop < 0 else said[: stop + 1]


# -- fingers -----------------------------------------------------------------------------------------------------------


async def fingers(teller: Teller) -> None:
    """`Would you make this an alliance?`: everybody holds up fingers; remembered for the card."""
    held = await _hidden_or_open(teller)
    while held and (wrong := await _wrong(teller, held)):
        beats = [soft(teller.tr("No fingers is no, five is certainly."))]
        again = await _one(teller, capital(teller.person(wrong)), wrong, beats, [])
        held[wrong - 1 : wrong] = again or held[wrong - 1 : wrong]
    teller.remark("vingers", {"vingers": held})


async def _wrong(teller: Teller, held: list[int]) -> int:
    """Everybody's fingers as they were typed; who typed something else than meant (from 1), 0 when all is well."""
    tr = teller.tr
    rows = [answer(GOOD, 1, tr("That is right: go on"))]
    for n in range(1, len(held) + 1):
        again = tr("{player} held up another number").format(player=capital(teller.person(n)))
        rows.append(answer(str(n), n + 1, again if teller.several else tr("I meant another number")))
    stage = Stage(tr("Fingers"), [*hands(teller, held), soft(_meaning(teller, held))], rows, escape=GOOD)
    given = await teller.scene(stage)
    return int(given) if given.isdecimal() else 0


async def _hidden_or_open(teller: Teller) -> list[int]:
    tr, held = teller.tr, list[int]()
    question = tr("Would you make this an alliance?")
    if not teller.several:
        return await _one(teller, question, 1, [soft(tr("No fingers is no, five is certainly."))], held)
    together = tr("All at once: on three the fingers go up")
    apart = tr("One by one: everybody types their own, unseen")
    how = await teller.scene(
        Stage(
            tr("Fingers"),
            [Content.styled(question, "bold"), soft(tr("No fingers is no, five is certainly."))],
            [answer("samen", 1, together), answer("apart", 2, apart)],
            escape="",
        )
    )
    if not how:
        return []
    if how == "samen":
        count = [Content.styled(word, "bold $warm") for word in (tr("Three."), tr("Two."), tr("One."))]
        hold = soft(tr("Hold them up, and look round before you type them in."))
        await teller.scene(Stage(question, [*count, hold], centred=True))
    for n in range(1, teller.people.count + 1):
        before = hands(teller, held) if how == "samen" else [soft(tr("The others look away for a moment."))]
        given = await _one(teller, capital(teller.person(n)), n, before, held)
        if len(given) < n:
            return []
        held = given
    return held


async def _one(teller: Teller, heading: str, n: int, beats: list[Content], held: list[int]) -> list[int]:
    """`held` with the fingers of one person more; as it was when it is skipped."""
    tr = teller.tr
    words = {0: tr("no"), MOST_FINGERS: tr("certainly")}
    rows = [
        answer(str(i), i, Content.assemble((board.points(i, MOST_FINGERS), "bold $warm"), f"  {words.get(i, '')}"))
        for i in range(MOST_FINGERS + 1)
    ]
    given = await teller.scene(Stage(heading, beats, rows, escape=""))
    return [*held, int(given)] if given else held


def hands(teller: Teller, held: list[int]) -> list[Content]:
    """`Speler 1  ●●●○○  3`."""
    names = [capital(teller.person(n + 1)) for n in range(len(held))]
    width = max(map(len, names), default=0)
    return [
        Content.assemble(f"{name:<{width}}  ", (board.points(n, MOST_FINGERS), "bold $warm"), f"  {n}")
        for name, n in zip(names, held, strict=True)
    ]


def _meaning(teller: Teller, held: list[int]) -> str:
    tr = teller.tr
    if max(held) - min(held) >= 3:
        return tr("That is a difference. Ask each other why, before you begin. They will be on the card at the end.")
    return tr("Remember them. They will be on the card at the end.")
