"""The phase line: the months of the pregnancy as a track, done, now and to come, and where we are in words. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui import marks
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.words.voice import Voice

NOW, PAST, AHEAD = "bold $accent-tekst", "$zacht", "$zacht"


def title(voice: Voice, view: View, width: int) -> Content:
    """Left the scenario's name, right the date, and between them the counters, which must not scroll out of sight."""
    tr, titles = voice.tr, voice.titles
    n = min(view.round, view.rounds)
    left = Content.styled(one_line(voice.board.scenario.title), "bold $warm")
    months = voice.board.scenario.phases and not voice.board.scenario.calendar
    counted = tr("month {n} of {all}") if months else tr("round {n} of {all}")
    plain = counted.format(n=n, all=view.rounds)
    name = f"{capital(titles.round_name(n))} {marks.BETWEEN} " if voice.board.scenario.calendar else ""
    right = Content.assemble((name, "bold $accent-tekst"), (plain, "$foreground"))
    if right.cell_length > width - 8:
        right, name = Content.styled(plain, "bold"), ""
    left = left.truncate(max(1, width - right.cell_length - 2), ellipsis=True)
    between = _counters(voice, view, width - left.cell_length - right.cell_length - 4)
    if not between and name:  # the beads under it count the rounds as well
        when = Content.styled(capital(titles.round_name(n)), "bold $accent-tekst")
        between = _counters(voice, view, width - left.cell_length - when.cell_length - 4)
        right = when if between else right
    free = width - left.cell_length - right.cell_length
    if between:
        before = (free - between.cell_length) // 2
        return Content("").join(
            (left, Content(" " * before), between, Content(" " * (free - between.cell_length - before)), right)
        )
    return left + Content(" " * max(2, free)) + right


def _counters(voice: Voice, view: View, room: int) -> Content:
    """`Toenadering 3 · Afspraken 2`, as many as there is room for; nothing where they have the board to themselves.

    What a scenario counts itself comes after what its base set counts, and stays longest.
    """
    if not voice.board.aspects:
        return Content("")
    known = [(capital(voice.titles.counter(c)), view.value(c)) for c in voice.board.scenario.counters]
    shown = [Content.assemble((f"{name} ", "$zacht"), (str(n), "bold")) for name, n in known if n is not None]
    fitting = (Content(f" {marks.BETWEEN} ").join(shown[first:]) for first in range(len(shown)))
    return next((counters for counters in fitting if counters.cell_length <= room), Content(""))


def lengths(voice: Voice, view: View, starts: Mapping[str, int]) -> list[tuple[str, int, int]]:
    """(phase, first round, rounds) of every phase: as they went, then as they are planned."""
    every = list(voice.board.scenario.phases.values())
    if not every or view.phase not in voice.board.scenario.phases:
        return []
    now = [phase.id for phase in every].index(view.phase)
    found: list[tuple[str, int, int]] = []
    first = 1
    for i, phase in enumerate(every):
        later = len(every) - 1 - i
        if i < now:
            end = starts.get(every[i + 1].id, first + phase.rounds) - 1
        elif i == now:
            end = view.phase_end
        else:
            end = min(max(sum(p.rounds for p in every[: i + 1]), first), view.rounds - later)
        found.append((phase.id, first, max(1, end - first + 1)))
        first += found[-1][2]
    return found


def track(voice: Voice, view: View, starts: Mapping[str, int], width: int) -> Content:
    """Every phase with its months as beads: `●● Kinderwens ━━ ▶○ Conceptie ── ○○ Bevalling`; shorter where it must."""
    phases = lengths(voice, view, starts)
    if not phases:
        return _beads(1, view.rounds, view.round)
    names = [_phase(voice, view, *phase) for phase in phases]
    left = width - sum(part.cell_length for part in names)
    gaps = len(names) - 1
    if gaps and left >= 3 * gaps:
        parts = [names[0]]
        for i, ((_, first, _), part) in enumerate(zip(phases[1:], names[1:], strict=True)):
            done, wide = first <= view.round, left // gaps + (i < left % gaps)
            parts += [Content.styled(f" {('━' if done else '─') * (wide - 2)} ", "$accent-tekst" if done else "$rand")]
            parts.append(part)
        return Content("").join(parts)
    beads = Content(" ").join(_beads(first, size, view.round) for _, first, size in phases)
    return beads + Content.styled(f" {voice.titles.phase(view.phase)}", NOW)


def _phase(voice: Voice, view: View, phase: str, first: int, size: int) -> Content:
    style = NOW if phase == view.phase else PAST if first <= view.round else AHEAD
    return Content.assemble(_beads(first, size, view.round), (f" {voice.titles.phase(phase)}", style))


def _beads(first: int, size: int, now: int) -> Content:
    beads = []
    for n in range(first, first + size):
        mark, style = (
            (marks.DONE, "$accent-tekst") if n < now else (marks.HERE, NOW) if n == now else (marks.TO_COME, "$zacht")
        )
        beads.append(Content.styled(mark, style))
    return Content("").join(beads)
