"""The facilitator's own key on a running game: a pause, a note, what players can't see, a card that happens now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.report import facilitator as hidden
from geboortespel.session import facilitating
from geboortespel.session.store import StoreError
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.facilitator import NoteScreen, PauseScreen
from geboortespel.tui.screens.page import Page
from geboortespel.tui.widgets.pieces import laid
from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.words import storage
from geboortespel.words.plain import safe
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geboortespel.session.session import Session
    from geboortespel.tui.app import TableApp
    from geboortespel.tui.screens.table_board import TableBoard

ROOM = 66
"""Cells of a line on a page, also on the smallest screen."""


async def play(app: TableApp) -> None:
    """Ask the facilitator what to do, and do it."""
    session = app.session
    if session is None or session.finished:
        return
    tr, cards = app.tr, _table(app) is not None and facilitating.cards(session)
    said = [tr("Pause: cover the game"), tr("A note at this moment"), tr("What the players can't see")]
    said += [tr("A card from the deck, now")] if cards else []
    match await _ask(app, tr("For the facilitator"), tr("The players wait a moment. What do you want to do?"), said):
        case 1:
            await _pause(app, session)
        case 2:
            await _note(app, session)
        case 3:
            await _look(app, session)
        case 4:
            await _card(app, session)


async def _ask(app: TableApp, title: str, text: str, answers: Sequence[str], about: Sequence[str] = ()) -> int:
    """The number of an answer, from 1; 0 when it was skipped."""
    rows = []
    for n, said in enumerate(answers, 1):
        more = Content.styled(about[n - 1], "$zacht") if n <= len(about) else Content("")
        rows.append(Item(str(n), Row(Content(f"{n}  {said}"), below=more, hang=3, wrap=True)))
    return int(await app.push_screen_wait(Ask(title, text, rows)) or 0)


async def _pause(app: TableApp, session: Session) -> None:
    """Cover the game until the facilitator goes on."""
    try:
        facilitating.pause(session)
        await app.push_screen_wait(PauseScreen())
        facilitating.pause(session, over=True)
    except StoreError as fault:
        _trouble(app, fault)


async def _note(app: TableApp, session: Session) -> None:
    tr = app.tr
    text = tr("What do you see happening? It stands in the look back, with the moment it was written.")
    typed = await app.push_screen_wait(NoteScreen(tr("A note at this moment"), text))
    if typed:
        try:
            facilitating.note(session, typed)
        except StoreError as fault:
            _trouble(app, fault)
        else:
            app.notify(tr("Kept. You will find it in the look back."))


async def _alone(app: TableApp) -> bool:
    """Whether the players look away, and it may be shown."""
    tr = app.tr
    text = tr("This is for the facilitator alone. Do the players look away?")
    return await _ask(app, tr("For the facilitator"), text, [tr("Yes, show it"), tr("No, back to the game")]) == 1


async def _look(app: TableApp, session: Session) -> None:
    if not await _alone(app):
        return
    try:
        facilitating.look(session)
    except StoreError as fault:
        _trouble(app, fault)
        return
    lines = hidden.told(Voice(session.board, app.tr.language), session)
    await app.push_screen_wait(Page(app.tr("What the players can't see"), laid(lines, ROOM)))


async def _card(app: TableApp, session: Session) -> None:
    """Choose a card that may be drawn now, and let it happen."""
    if not await _alone(app):
        return
    voice, tr, found = Voice(session.board, app.tr.language), app.tr, facilitating.cards(session)
    titles = [voice.titles.event(action.what) for action in found]
    told = [safe(voice.board.events[action.what].text).strip() for action in found]
    chosen = await _ask(app, tr("A card from the deck, now"), tr("It happens as if it was drawn."), titles, told)
    table = _table(app)
    if chosen and table is not None:
        table.course.bring(found[chosen - 1])


def _table(app: TableApp) -> TableBoard | None:
    """The table, when it is on top and nothing is asked or told there."""
    from geboortespel.tui.screens.table_board import TableBoard

    screen = app.screen
    return screen if isinstance(screen, TableBoard) and not screen.course.busy else None


def _trouble(app: TableApp, fault: StoreError) -> None:
    app.notify(storage.trouble(fault.code, fault.path, app.tr), severity="error", timeout=15, markup=False)
