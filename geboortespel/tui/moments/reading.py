"""Reading at the table: why a number is what it is, the log, the assignment; and how far back one may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.session.session import Undo
from geboortespel.session.store import StoreError
from geboortespel.tui import why as causes
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.page import Page
from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.tui.screens.table_board import TableBoard


def _reader(screen: TableBoard) -> str | None:
    """Whose eyes the screen is read with: with several people it lies open for all of them."""
    return screen.seat or None if screen.people.count == 1 else None


def why(screen: TableBoard, name: str) -> None:
    """The causes behind a quantity."""
    title, told = causes.told(screen.voice, screen.session, _reader(screen), name)
    screen.app.push_screen(Page(title, told))


def why_what(screen: TableBoard) -> None:
    """First choose what to ask about."""
    voice = screen.voice
    view = screen.session.view(_reader(screen))
    rows = [Item(n, Row(Content(capital(causes.shown(voice, view, n))))) for n in causes.askable(voice, view)]

    def chosen(name: str | None) -> None:
        if name:
            why(screen, name)

    screen.app.push_screen(Ask(screen.tr("Why?"), screen.tr("About which number?"), rows), chosen)


def log(screen: TableBoard) -> None:
    """Everything that happened."""
    screen.app.push_screen(Page(screen.tr("Log"), screen.story.whole(), end=True))


def briefing(screen: TableBoard) -> None:
    """The assignment again."""
    from geboortespel.tui.briefing import assignment

    scenario = screen.session.board.scenario
    screen.app.push_screen(Page(one_line(scenario.title), assignment(scenario)))


def undo_rule(screen: TableBoard) -> None:
    """How far back the table may go: asked of the facilitator."""
    tr, session = screen.tr, screen.session
    words: dict[str, tuple[Undo, str]] = {
        "1": ("tot_onthulling", tr("up to what was drawn or heard")),
        "2": ("altijd", tr("as far as you like")),
        "3": ("nooit", tr("not at all")),
    }
    rows = [
        Item(key, Row(Content(f"{key}  {said}"), Content("●" if rule == session.undo_rule else "")))
        for key, (rule, said) in words.items()
    ]

    def chosen(key: str | None) -> None:
        if key:
            try:
                session.allow_undo(words[key][0])
            except StoreError as fault:
                screen.trouble(fault)
            screen.refresh_hand(keep=True)

    screen.app.push_screen(Ask(tr("what can be undone").capitalize(), "", rows), chosen)
