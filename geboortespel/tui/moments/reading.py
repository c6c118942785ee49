"""Reading at the table: why a number is what it is, the log, the assignment; and how far back one may go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.report import firstyear
from geboortespel.session.session import Undo
from geboortespel.session.store import StoreError
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.page import Page
from geboortespel.tui.screens.why import LogPage, tell
from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.words.plain import one_line
from geboortespel.words.why import Group, Reader, places, quantities

if TYPE_CHECKING:
    from geboortespel.tui.screens.table_board import TableBoard


def reader(screen: TableBoard) -> Reader:
    """For whose eyes answers on this screen are."""
    session = screen.session
    return Reader(screen.voice, session.view(session.reader(screen.seat, screen.people.count)), session)


def why(screen: TableBoard, name: str) -> None:
    """The causes behind a quantity."""
    tell(screen, quantities.asked(reader(screen), name), lambda: numbers(screen))


def numbers(screen: TableBoard) -> Sequence[Group]:
    """Everything that can be asked about now."""
    return places.everything(reader(screen))


def log(screen: TableBoard) -> None:
    """Everything that happened."""
    screen.app.push_screen(LogPage(screen.tr("Log"), screen.story.whole(), lambda: numbers(screen)))


def briefing(screen: TableBoard) -> None:
    """The assignment again; of a first year also what the work is expected to cost now."""
    from geboortespel.tui.briefing import assignment

    scenario = screen.session.board.scenario
    expected = [Content(line) for line in firstyear.money(screen.voice, screen.session.view(None))]
    screen.app.push_screen(Page(one_line(scenario.title), [*assignment(scenario), *expected]))


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
