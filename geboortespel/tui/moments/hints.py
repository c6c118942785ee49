"""First-time hints: what just happened for the first time, and the scenario's own tips. They never ask for a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.session.moments import Moment
    from geboortespel.tui.screens.table_board import TableBoard

FIRST = {
    "gehoord": N_("You heard a concern. Find the argument that answers it, make it sound, and come back to tell it."),
    "mis": N_("That did not land, and it cost something. Listen there first: a concern shows which story fits."),
    "raak": N_("That landed. What fits also moves where somebody stands in the end."),
    "sleets": N_("A story wears out. Take another argument, or let somebody else tell it."),
    "drempel_zichtbaar": N_(
        "A threshold costs something every month that it stands. Put the cursor on it: it tells the ways over it."
    ),
    "drempel_weg": N_("One threshold less. What it held back can grow again."),
    "medestander": N_("Somebody joins you, with time and doors of their own. Back home they listen a little less."),
    "niets_nieuws": N_("Here everything has been said. Your time does more somewhere else."),
    "poort_niet": N_("Going on unready is allowed, and it cost something. See in the log what."),
    "stem": N_("Who voted against told you why. A next vote is possible, as long as there are months left."),
    "bereikt": N_("A new door is open. Begin there as you began everywhere: by listening."),
    "ronde": N_(
        "A month has passed, and people who listen to each other moved towards each other. On any number, w tells why."
    ),
    "pas": N_("Who is done waits for the others. Time that is left over does not come back next month."),
}
"""Note → what to say the first time it happens; the first in this order goes first."""


def now(screen: TableBoard, view: View) -> Content:
    """A tip that fits now, or nothing. Follows from the game alone."""
    if view.waiting != "zet":
        return Content("")
    said = _first_time(screen) or _scenario(screen, view)
    return Content.styled(screen.tr("Tip: {text}").format(text=said), "italic $zacht") if said else Content("")


def _first_time(screen: TableBoard) -> str:
    """What the last action did that nothing before it did."""
    session = screen.session
    way = [moment for moment in session.moments.way(session.line) if moment.action is not None]
    if not way or not session.board.scenario.believers:
        return ""
    fresh = _codes(way[0]) - {code for moment in way[1:] for code in _codes(moment)}
    found = next((code for code in FIRST if code in fresh), "")
    return screen.tr(FIRST[found]) if found else ""


def _codes(moment: Moment) -> set[str]:
    return {note[0] for note in moment.notes}


def _scenario(screen: TableBoard, view: View) -> str:
    """A tip of the scenario that has just come to hold; at the start one after the other."""
    session = screen.session
    hints = [hint for hint in session.board.scenario.hints if hint.text and view.holds(hint.when)]
    way = [moment for moment in session.moments.way(session.line) if moment.action is not None]
    start = session.game.view(session.moments.all[0].state)
    before = session.game.view(session.moments.all[way[0].parent].state) if way else start
    first = [hint for hint in session.board.scenario.hints if hint.text and start.holds(hint.when)]
    fresh = [hint for hint in hints if not before.holds(hint.when)]
    fresh += [hint for hint in first[len(way) : len(way) + 1] if hint in hints]
    return one_line(fresh[0].text) if fresh else ""
