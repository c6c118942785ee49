"""Finding and reading scenarios for the commands: an id or a path, and what to say when that fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geboortespel.cli.exits import Exit, Stop
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from geboortespel.scenario.reader import Kept, Reading

    _Type = click.ParamType[int]
else:
    _Type = click.ParamType  # older versions of click have no types to choose

Made = TypeVar("Made", bound=Callable[..., Any])
MOST_PROCESSES = 512


def find(name: str, tr: Translator) -> Path:
    """The scenario file that an id or a path stands for. Stop when there is none."""
    from geboortespel.scenario.library import Library, NotFound

    try:
        return Library().find(name)
    except NotFound as missing:
        said = tr("There is no scenario '{name}', and no such file.").format(name=one_line(name))
        if missing.suggestion:
            said += " " + tr("Do you mean '{name}'?").format(name=missing.suggestion)
        listed = tr("See `geboortespel list`.")
        raise Stop(f"{said} {listed}") from None


def load(name: str, tr: Translator, kept: Kept | None = None) -> Reading:
    """Read a scenario that has to be right. Stop with its faults on stderr when it is not."""
    from geboortespel.scenario.library import Library
    from geboortespel.scenario.reader import read
    from geboortespel.words import faults

    reading = read(find(name, tr), Library(), kept=kept, language=tr.language)
    if reading.scenario is None:
        for fault in reading.faults:
            print(faults.phrase(fault, tr.language), file=sys.stderr)
        unreadable = any(fault.code == UNREADABLE for fault in reading.faults)
        status = Exit.WRONG if unreadable else Exit.FAULTS
        raise Stop(tr("This scenario can't be played before that is mended."), status)
    return reading


def complete_scenario(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """For the shell: ids of shipped scenarios that begin like this; files when there are none."""
    from click.shell_completion import CompletionItem

    from geboortespel.scenario.library import Library

    ids = [entry.id for entry in Library().shipped() if entry.id.startswith(begun)]
    return [CompletionItem(found) for found in ids] or [CompletionItem(begun, type="file")]


UNREADABLE = "G001"
"""Code of a file that could not be read at all."""


class Whole(_Type):
    """A whole number from `low`, and up to `high` when that is given; refused in the player's language."""

    name = "whole number"

    def __init__(self, tr: Translator, low: int, high: int | None = None) -> None:
        if high is None:
            self.wanted = tr("a whole number from {low} up").format(low=low)
        else:
            self.wanted = tr("a whole number from {low} to {high}").format(low=low, high=high)
        self.refusal = tr("'{value}' is not {wanted}.")
        self.low, self.high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; refused when it is none or does not fit."""
        said = str(value)
        digits = said.strip().removeprefix("+")
        if not (digits.isascii() and digits.isdecimal() and len(digits) < MOST_DIGITS):
            self.fail(self.refusal.format(value=said, wanted=self.wanted), param, ctx)
        number = int(digits)
        if number < self.low or (self.high is not None and number > self.high):
            self.fail(self.refusal.format(value=said, wanted=self.wanted), param, ctx)
        return number


MOST_DIGITS = 20


def processes_option(tr: Translator) -> Callable[[Made], Made]:
    """`--processen N`, as `processes`: over how many processes the work is divided."""
    about = tr("Over how many processes; all processors when left out. The result is the same.")
    names = ("--processen", "--processes", "processes")
    return click.option(*names, type=Whole(tr, 1, MOST_PROCESSES), metavar="N", help=about)
