"""Finding and reading scenarios for the commands: an id or a path, and what to say when that fails."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from geboortespel.cli.exits import Exit, Stop
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from geboortespel.scenario.reader import Reading


def find(name: str, tr: Translator) -> Path:
    """The scenario file that an id or a path stands for. Stop when there is none."""
    from geboortespel.scenario.library import Library, NotFound

    try:
        return Library().find(name)
    except NotFound as missing:
        said = tr("There is no scenario '{name}', and no such file.").format(name=one_line(name))
        if missing.suggestion:
            said += " " + tr("Do you mean '{name}'?").format(name=missing.suggestion)
        listed = tr("See `geboortespel lijst`.")
        raise Stop(f"{said} {listed}") from None


def load(name: str, tr: Translator) -> Reading:
    """Read a scenario that has to be right. Stop with its faults on stderr when it is not."""
    from geboortespel.scenario.library import Library
    from geboortespel.scenario.reader import read
    from geboortespel.words import faults

    reading = read(find(name, tr), Library())
    if reading.scenario is None:
        for fault in reading.faults:
            print(faults.phrase(fault, tr.language), file=sys.stderr)
        unreadable = any(fault.code == UNREADABLE for fault in reading.faults)
        status = Exit.WRONG if unreadable else Exit.FAULTS
        raise Stop(tr("This scenario can't be played before that is mended."), status)
    return reading


def complete_scenario(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Ids of shipped scenarios that begin like this; for the shell."""
    from geboortespel.scenario.library import Library

    return [entry.id for entry in Library().shipped() if entry.id.startswith(begun)]


UNREADABLE = "G001"
"""Code of a file that could not be read at all."""


class Whole(click.IntRange):
    """A whole number, called so in the player's language."""

    def __init__(self, tr: Translator, low: int, high: int) -> None:
        super().__init__(low, high)
        self.name = tr("whole number")
