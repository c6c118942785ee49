"""The way to the table: Textual is imported here and nowhere else in the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.cli.exits import Exit, Stop
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.cli.play import Wanted


def run(tr: Translator, wanted: Wanted) -> int:
    """Show the table: the menu, or the game that was asked for. What is wrong with it is said before, on stderr."""
    from geboortespel.tui import run as run_table

    new = wanted.journal is None or not wanted.journal.exists()
    if new and wanted.scenario is not None:
        _check(tr, wanted)
    elif new and wanted.journal is not None:
        raise Stop(tr("{path} does not exist yet; a new game needs a SCENARIO.").format(path=wanted.journal))
    status = run_table(
        wanted.scenario, wanted.seed, wanted.roles, wanted.journal, wanted.clock, tr.language, wanted.ascii
    )
    return status if status in list(Exit) else Exit.WRONG


def _check(tr: Translator, wanted: Wanted) -> None:
    """Stop when the scenario can't be played or a role is not in it."""
    from geboortespel.cli.source import load

    scenario = load(wanted.scenario or "", tr).scenario
    assert scenario is not None
    unknown = [role for role in wanted.roles if role not in scenario.believers]
    if unknown:
        known = ", ".join(scenario.believers) or tr("none")
        raise Stop(tr("There is no role '{role}'. There are: {known}.").format(role=one_line(unknown[0]), known=known))
