"""What an author is told during a preview: the panel of quantities, and what came of a save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from geboortespel.session.preview import Key, Reloaded, as_written
from geboortespel.words import faults
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.scenario.changes import Difference
    from geboortespel.session.session import Session

MOST = 8
"""Changes of the scenario that are told at once."""
LONG = 60


def panel(
    session: Session, before: Mapping[str, int], now: Mapping[str, int], tr: Translator, *, everything: bool = False
) -> str:
    """Quantities by the names that rules use: those that changed, or all; '' when there is nothing to tell."""
    listed = []
    for name, value in now.items():
        old, said = before.get(name, value), as_written(session, name, value)
        if old != value:
            gap = f" ({value - old:+d})" if said == str(value) else ""
            listed.append(f"{name} {as_written(session, name, old)} → {said}{gap}")
        elif everything:
            listed.append(f"{name} {said}")
    return tr("Panel: {standings}").format(standings="; ".join(listed)) if listed else ""


def wrong(found: Reloaded, language: str) -> Iterator[str]:
    """The faults for which a scenario can't be played now, in lines."""
    for fault in found.faults:
        yield from faults.phrase(fault, language).split("\n")


def told(found: Reloaded, tr: Translator) -> Iterator[str]:
    """What came of a save, in lines; what changed in the scenario is indented."""
    if found.faults:
        yield tr("The scenario can't be played now; the game waits as it was.")
        return
    said = tr("Saved, and read again in {ms} ms. Changes in the scenario: {n}.")
    yield said.format(ms=round(1000 * found.seconds), n=len(found.changes))
    for change in found.changes[:MOST]:
        yield f"  {_changed(change)}"
    if found.lost is None:
        yield tr("All {n} actions were done again.").format(n=found.before)
        return
    said = tr("{n} of {all} actions were done again. Here it stops: {action} is not possible any more.")
    yield said.format(n=found.again, all=found.before, action=_named(found.lost))


def _changed(change: Difference) -> str:
    was, now = (one_line(value or "∅") for value in (change.was, change.now))
    was, now = (value if len(value) <= LONG else value[: LONG - 1] + "…" for value in (was, now))
    return f"{change.path}: {was} → {now}"


def _named(key: Key) -> str:
    return one_line(" ".join(name for name in key if name))
