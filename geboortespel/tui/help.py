"""Help, made from the registry: what this screen is, and every key on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.actions import KEY_NAMES, acts
from geboortespel.tui.screens.base import Card, Whole
from geboortespel.tui.screens.page import Page
from geboortespel.words.catalog import N_, Translator

if TYPE_CHECKING:
    from geboortespel.tui.app import TableApp

LIST_KEYS = (
    (N_("↑ ↓ page home end"), N_("Move through a list; the mouse wheel does too.")),
    (N_("enter"), N_("Choose what the cursor is on; a click does too.")),
    ("1-9", N_("Choose the move or the answer with that number.")),
)


def help_page(app: TableApp) -> Page | None:
    """The page for the screen on top; None when that is help itself."""
    screen, tr = app.screen, app.tr
    if not isinstance(screen, (Whole, Card)) or getattr(screen, "is_help", False):
        return None
    said = [Content(tr(screen.ABOUT)), Content("")] if screen.ABOUT else []
    said += [_line(tr(keys), tr(about)) for keys, about in LIST_KEYS]
    said += [_line(_keys(act.keys, tr), tr(act.about)) for act in acts(screen.PLACE)]
    page = Page(tr("Help"), said)
    page.is_help = True  # type: ignore[attr-defined]
    return page


def _keys(keys: str, tr: Translator) -> str:
    return ", ".join(tr(KEY_NAMES.get(key, key)) for key in keys.split(","))


def _line(keys: str, about: str) -> Content:
    return Content.assemble((f"{keys:<18} ", "bold $warm"), about)
