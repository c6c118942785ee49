"""Help, made from the registry: first about what has the focus, then what this screen is, then every key on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.act import KEY_NAMES
from geboortespel.tui.actions import acts
from geboortespel.tui.screens.base import Card, Whole
from geboortespel.tui.screens.page import Page
from geboortespel.tui.widgets.rows import Row, Rows
from geboortespel.words.catalog import N_, Translator

if TYPE_CHECKING:
    from geboortespel.tui.app import TableApp

LIST_KEYS = (
    (N_("↑ ↓ page home end"), N_("Move through a list; the mouse wheel does too.")),
    (N_("enter"), N_("Choose what the cursor is on; a click does too.")),
    ("1-9", N_("Choose the move or the answer with that number.")),
)
FOCUS = {
    "hand": N_("The moves. Enter goes a step deeper or does the move; what it costs stands at the right, what is known "
               "about it under the board. Nothing is done before the last step."),
    "lights": N_("The three perspectives. Each line is a traffic light with its level. All of them green at the same "
                 "moment makes a birth. Enter or w asks why."),
    "people": N_("The people round the table, the most powerful first. A question mark: nobody has listened there yet. "
                 "Enter or w asks why."),
    "map": N_("The people round the table, as they stand: more power is higher, more support further to the right. "
              "Enter opens a person, w asks why."),
    "thresholds": N_("What stands in the way, and how much of it is left. Enter or w asks why, and which moves help."),
    "story": N_("What happened, the latest at the bottom. Scroll with the arrows or the wheel; the log has "
                "everything."),
    "choices": N_("The choices. Enter or a click takes the one under the cursor."),
    "answers": N_("The answers. Enter, a click or the digit in front takes one."),
    "found": N_("The list. What belongs to the row under the cursor is told beside or under it."),
    "about": N_("About the row under the cursor. Scroll with the arrows or the wheel; tab goes back to the list."),
    "words": N_("A text. Scroll with the arrows or the wheel; c copies it, o saves it as a file."),
    "assignment": N_("The assignment. Scroll with the arrows or the wheel; tab goes to the roles."),
    "time": N_("The timeline, from birth to end. Of the alliance under the cursor you see whom it learnt from and who "
               "learnt from it. Up and down go by the years, left and right along the arrows. ● born, ○ no alliance, "
               "◆ a moment, ▸ goes on, ◇ a practice or a book, ▶ to play."),
    "place": N_("The map, drawn by eye. The letters are those of the timeline; the arrow keys go to the nearest one."),
    "kin": N_("The card of the alliance under the cursor. Scroll with the arrows or the wheel; tab goes on."),
    "told": N_("How it ended. Scroll with the arrows or the wheel."),
}  # fmt: skip
"""Widget id → what help tells first when it has the focus (a message id)."""


def help_page(app: TableApp) -> Page | None:
    """The page for the screen on top; None when that is help itself."""
    screen, tr = app.screen, app.tr
    if not isinstance(screen, (Whole, Card)) or getattr(screen, "is_help", False):
        return None
    said: list[Content | Row] = list(_focused(app))
    said += [Content(tr(screen.ABOUT)), Content("")] if screen.ABOUT else []
    said += [Content.styled(tr("Keys"), "bold $warm")]
    rows = bool(screen.query(Rows))
    said += [_line(tr(keys), tr(about)) for keys, about in LIST_KEYS if rows]
    said += [_line(_keys(act.keys, tr), tr(act.about)) for act in acts(screen.PLACE)]
    said += [Content(""), Content(tr("By mouse: click a row, a tab or a word in the bar below. The wheel scrolls."))]
    page = Page(tr("Help"), said)
    page.is_help = True  # type: ignore[attr-defined]
    return page


def _focused(app: TableApp) -> list[Content]:
    """About the part with the focus: the row under its cursor, then the part itself."""
    tr, widget = app.tr, app.screen.focused
    if widget is None:
        return []
    said: list[Content] = []
    if isinstance(widget, Rows) and widget.current is not None and widget.current.about:
        said += [widget.current.about, Content("")]
    about = FOCUS.get(widget.id or "")
    title = str(getattr(widget, "border_title", "") or "") or tr("Here")
    return [*said, Content.styled(title, "bold $warm"), Content(tr(about)), Content("")] if about else said


def _keys(keys: str, tr: Translator) -> str:
    return ", ".join(tr(KEY_NAMES.get(key, key)) for key in keys.split(","))


def _line(keys: str, about: str) -> Row:
    """A key with what it does; what wraps stays in its own column."""
    return Row(Content.assemble((f"{keys:<18} ", "bold $warm"), about), hang=19, wrap=True)
