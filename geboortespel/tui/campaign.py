"""The campaign for the table: opening its file, beginning a game of it, and what to say when that can't be."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from geboortespel.report.road import along
from geboortespel.scenario.inheritance import Inheritance, inheritance
from geboortespel.session import campaign
from geboortespel.session.store import StoreError
from geboortespel.tui.briefing import Begins
from geboortespel.tui.games import MOST_SEED, Trouble
from geboortespel.words import storage
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.session.campaign import Road
    from geboortespel.tui.app import TableApp


def opened(tr: Translator) -> Road:
    """The campaign that was kept, else one that is on disk as soon as something is done. Trouble when it can't be."""
    found = _found(tr)
    try:
        kept = campaign.load(found)
    except StoreError as fault:
        raise Trouble(storage.trouble(fault.code, fault.path, tr)) from fault
    except campaign.NotACampaign as fault:
        said = tr("{path} is not a campaign that this version can read. With b you begin a new one: this file is kept.")
        raise Trouble(said.format(path=one_line(str(fault.path)))) from fault
    return kept or campaign.Road(found, secrets.randbelow(MOST_SEED), campaign.campaign_path())


def anew(tr: Translator) -> Road:
    """A new campaign; the one that was there is kept beside it. StoreError, Trouble."""
    return campaign.new(_found(tr), secrets.randbelow(MOST_SEED))


def _found(tr: Translator) -> Inheritance:
    found = inheritance(tr.language)
    if found is None:
        raise Trouble(tr("There is no campaign here."))
    return found


def play(app: TableApp, road: Road, name: str) -> None:
    """Go on with a game of an alliance, or show its briefing to begin one."""
    from geboortespel.tui.opening import go_on, read_first, tell

    kept = road.going_on(name)
    if kept is not None:
        go_on(app, kept)
        return

    def work() -> None:
        beginning = road.beginning(name, app.tr.language)
        reading = beginning.reading
        if reading.scenario is None:
            said = app.tr("The campaign has faults. See: geboortespel controleer campagne")
            app.call_from_thread(tell, app, said)
            return

        def show() -> None:
            from geboortespel.tui.screens.briefing import BriefingScreen

            told = along(beginning.carried, app.tr)
            begins = Begins(beginning.seed, beginning.journal, tuple(told), lambda: road.start(beginning))
            app.push_screen(BriefingScreen(reading, begins))

        app.call_from_thread(show)

    read_first(app, work)


@contextmanager
def told_trouble(app: TableApp) -> Iterator[None]:
    """Say it when the campaign can't be written; nothing was changed then."""
    try:
        yield
    except StoreError as fault:
        said = storage.trouble(fault.code, fault.path, app.tr)
        app.notify(said, severity="error", timeout=15, markup=False)
