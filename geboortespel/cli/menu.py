"""`geboortespel` without a command: the menu."""

from __future__ import annotations

from geboortespel.cli.play import Wanted
from geboortespel.cli.start import start as start_wanted
from geboortespel.words.catalog import Translator


def start(tr: Translator, text: bool, ascii: bool = False) -> int:
    """The menu, on the table or in line mode."""
    return start_wanted(tr, Wanted(text=text, ascii=ascii))
