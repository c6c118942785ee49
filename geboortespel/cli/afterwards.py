"""What commands that look at a game afterwards have in common: its journal, where to save, how sharp its chances."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from geboortespel.cli.exits import Stop
from geboortespel.cli.journals import complete_journal
from geboortespel.words import storage
from geboortespel.words.catalog import Translator

Made = TypeVar("Made", bound=Callable[..., Any])
MOST_GAMES = 100_000


def journal_argument(tr: Translator, *, many: bool = False) -> Callable[[Made], Made]:
    """JOURNAL, as `journal`; `many`: one or more, as `journals`."""
    kind: click.Path = click.Path(path_type=Path)
    if many:
        name = tr("JOURNAL") + "..."
        return click.argument(
            "journals", metavar=name, type=kind, nargs=-1, required=True, shell_complete=complete_journal
        )
    return click.argument("journal", metavar=tr("JOURNAL"), type=kind, shell_complete=complete_journal)


def output_option(tr: Translator, about: str, *, required: bool = False) -> Callable[[Made], Made]:
    """`-o FILE`, as `output`."""
    kind: click.Path = click.Path(path_type=Path)
    names = ("-o", "--uit", "--output", "output")
    return click.option(*names, required=required, type=kind, metavar=tr("FILE"), help=about)


def chances_option(tr: Translator, about: str, *, least: int = 1, default: int | None = None) -> Callable[[Made], Made]:
    """`--kansen NUMBER`, as `games`: how many games are played from every moment."""
    shown = default is not None and default >= 1
    names = ("--kansen", "--chances", "games")
    kind = click.IntRange(least, MOST_GAMES)
    return click.option(*names, type=kind, default=default, show_default=shown, metavar=tr("NUMBER"), help=about)


def save(path: Path, data: bytes, ours: Callable[[bytes], bool], tr: Translator) -> None:
    """Write a file, over one that is `ours` only, and say so on stderr. Stop when it can't be written."""
    from geboortespel.session.store import StoreError, write_file

    try:
        write_file(path, data, ours)
    except StoreError as fault:
        raise Stop(storage.unsaved(fault.code, fault.path, tr)) from fault
    print(storage.saved(path, tr), file=sys.stderr)
