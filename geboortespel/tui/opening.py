"""From a wish or a choice in the menu to a game on the table. Reading happens in a thread: nothing stands still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geboortespel.tui.app import TableApp


def open_wish(app: TableApp) -> None:
    """Do what was asked for on the command line."""
    wish = app.wish
    if wish.journal is not None and wish.debriefing:
        debrief(app, wish.journal)
    elif wish.journal is not None and wish.journal.exists():
        go_on(app, wish.journal)
    elif wish.scenario is not None:
        brief(app, wish.scenario)
    else:
        app.notify(app.tr("There is no such game: {path}").format(path=wish.journal), severity="error", markup=False)


def brief(app: TableApp, name: str) -> None:
    """Read a scenario and show its briefing."""

    def work() -> None:
        from geboortespel.tui.games import Trouble, open_scenario

        try:
            reading = open_scenario(name, app.tr)
        except Trouble as trouble:
            app.call_from_thread(tell, app, str(trouble))
            return

        def show() -> None:
            from geboortespel.tui.screens.briefing import BriefingScreen

            app.push_screen(BriefingScreen(reading))

        app.call_from_thread(show)

    read_first(app, work)


def go_on(app: TableApp, path: Path) -> None:
    """Go on with the game in this journal."""

    def work() -> None:
        from geboortespel.tui.games import Trouble
        from geboortespel.tui.games import go_on as opened

        try:
            session, said = opened(path, app.tr, clock=app.wish.clock)
        except Trouble as trouble:
            app.call_from_thread(tell, app, str(trouble))
            return
        if said:
            app.call_from_thread(app.notify, said)
        app.call_from_thread(app.play, session, True)

    read_first(app, work)


def debrief(app: TableApp, path: Path) -> None:
    """The debriefing of the game in this journal. One that can't be written is read: then notes are not kept in it."""

    def work() -> None:
        from geboortespel.tui.games import Trouble, debriefed

        try:
            session, kept = debriefed(path, app.tr)
        except Trouble as trouble:
            app.call_from_thread(tell, app, str(trouble))
            return

        def show() -> None:
            from geboortespel.tui.screens.debriefing import DebriefingScreen

            app.push_screen(DebriefingScreen(session, kept=kept), lambda _: session.close())

        app.call_from_thread(show)

    read_first(app, work)


def read_first(app: TableApp, work: Callable[[], None]) -> None:
    """Do what takes reading in a thread, and say that it takes a moment."""
    app.notify(app.tr("One moment, reading…"), timeout=1.0)
    app.run_worker(work, thread=True, exclusive=True, group="read")


def tell(app: TableApp, trouble: str) -> None:
    """Say what went wrong and what to do."""
    from textual.content import Content

    from geboortespel.tui.screens.page import Page

    app.push_screen(Page(app.tr("That does not work"), [Content(trouble)]))
